"""Sentences about forms that cannot be used, and about answers that need a look."""

SENTENCES = {
    "form-not-xml": {
        "it": "Questo modulo non è un file XML leggibile ({detail}). Esportalo di nuovo dal programma che lo ha fatto.",
        "en": "This form is not readable XML ({detail}). Export it again from the program that made it.",
    },
    "form-not-xform": {
        "it": "Questo file non è un modulo XForm. Scegli un modulo .xml, un foglio .xlsx o una cartella di fogli.",
        "en": "This file is not an XForm. Choose an .xml form, an .xlsx workbook or a folder of sheets.",
    },
    "form-sheet-missing": {
        "it": "Nella cartella «{folder}» manca il foglio {sheet}.csv. Servono survey.csv, choices.csv e settings.csv.",
        "en": "The folder “{folder}” has no sheet {sheet}.csv. survey.csv, choices.csv and settings.csv are needed.",
    },
    "form-not-utf8": {
        "it": "Il foglio {sheet} non è scritto in UTF-8. Salvalo di nuovo come CSV UTF-8.",
        "en": "The sheet {sheet} is not written in UTF-8. Save it again as UTF-8 CSV.",
    },
    "form-cells": {
        "it": "Nel foglio {sheet} la riga {row} ha più celle delle colonne. Metti fra virgolette i testi con la virgola.",
        "en": "In the sheet {sheet}, row {row} has more cells than there are columns. Put texts with a comma in quotes.",
    },
    "form-list-columns": {
        "it": "L'elenco {list} deve avere le colonne name e label, con nomi senza spazi, e almeno una riga. Correggilo.",
        "en": "The list {list} must have the columns name and label, names without spaces, and at least one row. Correct it.",
    },
    "form-no-file": {
        "it": "Il modulo {name} non c'è. Controlla il nome del file o della cartella.",
        "en": "There is no form {name}. Check the name of the file or folder.",
    },
    "form-empty-file": {
        "it": "Il file {name} è vuoto. Copialo o scaricalo di nuovo.",
        "en": "The file {name} is empty. Copy or download it again.",
    },
    "form-kind": {
        "it": "{name} non è un modulo. Scegli un foglio .xlsx, una cartella di fogli .csv, un archivio .zip o un modulo .xml.",
        "en": "{name} is not a form. Choose an .xlsx workbook, a folder of .csv sheets, a .zip archive or an .xml form.",
    },
    "form-kind-xls": {
        "it": "{name} è un foglio di Excel di un formato che SeedDesk non legge. Aprilo e salvalo come cartella di lavoro .xlsx.",
        "en": "{name} is an Excel workbook of a format SeedDesk does not read. Open it and save it as an .xlsx workbook.",
    },
    "form-kind-ods": {
        "it": "{name} è un foglio OpenDocument. Aprilo in LibreOffice e salvalo come .xlsx.",
        "en": "{name} is an OpenDocument spreadsheet. Open it in LibreOffice and save it as .xlsx.",
    },
    "form-macros": {
        "it": "{name} contiene macro, cioè programmi, e non viene aperto. Salvalo come cartella di lavoro .xlsx senza macro.",
        "en": "{name} holds macros, that is programs, and is not opened. Save it as an .xlsx workbook without macros.",
    },
    "form-password": {
        "it": "{name} è protetto da una password. Aprilo, togli la password e salvalo di nuovo.",
        "en": "{name} is protected by a password. Open it, take the password off and save it again.",
    },
    "form-broken-file": {
        "it": "{name} è rovinato e non si apre. Chiedine un'altra copia, o aprilo in Excel e salvalo di nuovo.",
        "en": "{name} is damaged and does not open. Ask for another copy, or open it in Excel and save it again.",
    },
    "form-stopped": {
        "it": "La lettura di {name} ha superato {seconds} secondi o la memoria concessa ed è stata fermata. Dividi gli elenchi lunghi e salvalo di nuovo.",
        "en": "Reading {name} took more than {seconds} seconds or the memory allowed and was stopped. Divide its long lists and save it again.",
    },
    "form-large": {
        "it": "{name} occupa {megabytes} MB; un modulo ne ha al più {limit}. Dividi gli elenchi o togli ciò che non serve.",
        "en": "{name} takes {megabytes} MB; a form has at most {limit}. Divide its lists or take out what is not needed.",
    },
    "form-unpacks-large": {
        "it": "{name}, una volta aperto, supera {limit} MB: nessun modulo è così grande. Chiedine un'altra copia a chi l'ha fatto.",
        "en": "{name} grows beyond {limit} MB when opened: no form is that large. Ask its author for another copy.",
    },
    "form-part-name": {
        "it": "{name} contiene un file dal nome non ammesso: {part}. Rifai l'archivio con i soli fogli e le immagini.",
        "en": "{name} holds a file whose name is not allowed: {part}. Make the archive again with the sheets and pictures alone.",
    },
    "form-many-rows": {
        "it": "Il foglio {sheet} ha più di {limit} righe. Togli quelle che non servono o dividi il modulo.",
        "en": "The sheet {sheet} has more than {limit} rows. Take out those not needed, or divide the form.",
    },
    "form-many-columns": {
        "it": "Il foglio {sheet} ha più di {limit} colonne. Cancella le colonne a destra di quelle usate.",
        "en": "The sheet {sheet} has more than {limit} columns. Delete the columns to the right of those used.",
    },
    "form-many-cells": {
        "it": "{sheet} ha più di {limit} celle. Togli le colonne e le righe che non servono, o dividi l'elenco.",
        "en": "{sheet} has more than {limit} cells. Take out the columns and rows not needed, or divide the list.",
    },
    "form-cell-long": {
        "it": "Nel foglio {sheet}, alla riga {row}, una cella supera {limit} caratteri. Accorciala, o chiudi le virgolette rimaste aperte.",
        "en": "In the sheet {sheet}, row {row}, a cell holds more than {limit} characters. Shorten it, or close a quotation mark left open.",
    },
    "form-deep": {
        "it": "Alla riga {row} del foglio {sheet} i gruppi sono più di {limit} uno dentro l'altro. Metti i gruppi uno dopo l'altro.",
        "en": "At row {row} of the sheet {sheet} more than {limit} groups stand one inside another. Put the groups one after another.",
    },
    "form-xml-deep": {
        "it": "In {name} gli elementi stanno uno dentro l'altro per più di {limit} livelli. Esporta di nuovo il modulo dal programma che lo ha fatto.",
        "en": "In {name} elements stand more than {limit} deep inside one another. Export the form again from the program that made it.",
    },
    "form-entities": {
        "it": "{name} dichiara un tipo di documento (DOCTYPE), che un modulo non ha mai, e non viene letto. Esportalo di nuovo senza.",
        "en": "{name} declares a document type (DOCTYPE), which a form never has, and is not read. Export it again without.",
    },
    "form-encoding": {
        "it": "{sheet} è scritto in {encoding}. Salvalo di nuovo come CSV UTF-8.",
        "en": "{sheet} is written in {encoding}. Save it again as UTF-8 CSV.",
    },
    "form-zeros": {
        "it": "{sheet} contiene caratteri nulli: non è un testo. Salvalo di nuovo come CSV UTF-8.",
        "en": "{sheet} holds null characters: it is not text. Save it again as UTF-8 CSV.",
    },
    "form-list-outside": {
        "it": "L'elenco {list} è cercato fuori dalla cartella del modulo. Mettilo accanto ai fogli e scrivi solo il nome del file.",
        "en": "The list {list} is looked for outside the form's folder. Put it beside the sheets and write the name of the file alone.",
    },
    "form-invalid": {
        "it": "Il modulo ha un errore: {detail} Controllalo: il controllo dice tutto ciò che non va, riga per riga.",
        "en": "The form has an error: {detail} Check it: the check says everything that is wrong, row by row.",
    },
    "form-unknown-type": {
        "it": "La domanda {field} è di un tipo che SeedDesk non conosce: {type} (foglio {sheet}, riga {row}, colonna {column}). Cambia il tipo.",
        "en": "The question {field} is of a type SeedDesk does not know: {type} (sheet {sheet}, row {row}, column {column}). Change the type.",
    },
    "form-unknown-list": {
        "it": "La domanda {field} prende dati da un elenco che SeedDesk non sa leggere: {list} (foglio {sheet}, riga {row}, colonna {column}). Usa un elenco del foglio choices.",
        "en": "The question {field} takes data from a list SeedDesk cannot read: {list} (sheet {sheet}, row {row}, column {column}). Use a list of the choices sheet.",
    },
    "form-list-missing": {
        "it": "Manca il file dell'elenco {list} ({source}). Mettilo accanto ai fogli del modulo.",
        "en": "The file of the list {list} ({source}) is missing. Put it beside the form's sheets.",
    },
    "form-unknown-function": {
        "it": "La funzione {name}() non esiste o SeedDesk non la sa calcolare: foglio {sheet}, riga {row}, colonna {column} ({field}). Correggi l'espressione.",
        "en": "The function {name}() does not exist, or SeedDesk cannot evaluate it: sheet {sheet}, row {row}, column {column} ({field}). Correct the expression.",
    },
    "form-argument-count": {
        "it": "La funzione {name}() non prende {count} argomenti: foglio {sheet}, riga {row}, colonna {column} ({field}). Correggi l'espressione.",
        "en": "The function {name}() does not take {count} arguments: sheet {sheet}, row {row}, column {column} ({field}). Correct the expression.",
    },
    "form-too-deep": {
        "it": "L'espressione ha troppe parentesi una dentro l'altra: foglio {sheet}, riga {row}, colonna {column} ({field}). Dividila con un calcolo intermedio.",
        "en": "The expression has too many brackets inside one another: sheet {sheet}, row {row}, column {column} ({field}). Split it with a calculation in between.",
    },
    "form-bad-expression": {
        "it": "L'espressione non si capisce vicino a «{near}»: foglio {sheet}, riga {row}, colonna {column} ({field}). Controlla parentesi e apici.",
        "en": "The expression makes no sense near “{near}”: sheet {sheet}, row {row}, column {column} ({field}). Check brackets and quotes.",
    },
    "form-unknown-question": {
        "it": "L'espressione nomina {name}, che nel modulo non c'è: foglio {sheet}, riga {row}, colonna {column} ({field}). Correggi il nome.",
        "en": "The expression names {name}, which is not in the form: sheet {sheet}, row {row}, column {column} ({field}). Correct the name.",
    },
    "form-circle": {
        "it": "Le domande dipendono l'una dall'altra in cerchio: {circle} (foglio {sheet}, riga {row}, colonna {column}). Togli una delle dipendenze.",
        "en": "Questions depend on one another in a circle: {circle} (sheet {sheet}, row {row}, column {column}). Take one of the dependencies away.",
    },
    "problem-limit": {
        "it": "Il testo supera di {over} il limite di {limit} caratteri. Accorcialo.",
        "en": "The text is {over} over the limit of {limit} characters. Shorten it.",
    },
    "problem-required": {
        "it": "Per l'invio serve una risposta. Scrivila, o torna più tardi: la bozza resta salvata.",
        "en": "Submission needs an answer here. Write it, or come back later: the draft stays saved.",
    },
    "problem-constraint": {
        "it": "Questa risposta non rispetta la regola del modulo. Ricontrollala.",
        "en": "This answer breaks the form's rule. Check it again.",
    },
    "problem-choice": {
        "it": "«{value}» non è fra le scelte possibili. Scegline una dell'elenco.",
        "en": "“{value}” is not one of the choices offered. Choose one from the list.",
    },
    "problem-range": {
        "it": "{value} non è fra {start} e {end}. Scegli un numero di questo intervallo.",
        "en": "{value} is not between {start} and {end}. Choose a number in that range.",
    },
    "problem-rule-slow": {
        "it": "La regola del modulo su questa risposta richiede troppo tempo, perciò non è stata verificata. Ricontrolla la risposta e avvisa chi cura il modulo.",
        "en": "The form's rule on this answer takes too long, so it was not checked. Check the answer again and tell whoever keeps the form.",
    },
    "problem-many-rows": {
        "it": "Il modulo chiede {count} righe: ne sono state preparate {most}. Ricontrolla il numero, o aggiungi le altre a mano.",
        "en": "The form asks for {count} rows: {most} were prepared. Check the number, or add the others yourself.",
    },
    "problem-type-acknowledge": {
        "it": "«{value}» non è una conferma. Spunta la casella, o lasciala vuota.",
        "en": "“{value}” is not a confirmation. Tick the box, or leave it empty.",
    },
    "problem-type-integer": {
        "it": "«{value}» non è un numero intero. Scrivi solo cifre.",
        "en": "“{value}” is not a whole number. Write digits only.",
    },
    "problem-type-decimal": {
        "it": "«{value}» non è un numero. Scrivi solo cifre, con la virgola per i decimali.",
        "en": "“{value}” is not a number. Write digits only, with a point for decimals.",
    },
    "problem-type-date": {
        "it": "«{value}» non è una data che vada bene qui. Scrivi per esempio 15/03/2021.",
        "en": "“{value}” is not a date for this question. Write for example 15/03/2021.",
    },
    "problem-type-date-part": {
        "it": "«{value}» non è una data che vada bene qui. Basta l'anno, 2021; oppure scrivi marzo 2021, o 15/03/2021.",
        "en": "“{value}” is not a date for this question. A year is enough, 2021; or write March 2021, or 15/03/2021.",
    },
    "problem-type-time": {
        "it": "«{value}» non è un'ora. Scrivi per esempio 14:30.",
        "en": "“{value}” is not a time. Write for example 14:30.",
    },
    "problem-type-datetime": {
        "it": "«{value}» non è una data con l'ora. Scrivi per esempio 15/03/2021 14:30.",
        "en": "“{value}” is not a date with a time. Write for example 15/03/2021 14:30.",
    },
    "problem-type-geo": {
        "it": "«{value}» non è una posizione. Scrivi latitudine e longitudine in gradi, per esempio 45.07 7.69.",
        "en": "“{value}” is not a position. Write latitude and longitude in degrees, for example 45.07 7.69.",
    },
    "problem-type-file": {
        "it": "«{value}» non è un allegato del catalogo. Aggiungi di nuovo il file.",
        "en": "“{value}” is not an attachment of the catalogue. Add the file again.",
    },
}
