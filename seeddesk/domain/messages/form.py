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
    "form-invalid": {
        "it": "Il modulo ha un errore: {detail} Correggilo nel foglio e riprova.",
        "en": "The form has an error: {detail} Mend it in the sheet and try again.",
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
    "form-label-quotes": {
        "it": "L'etichetta «{label}» cita una risposta con ${{…}}: SeedDesk non lo fa ancora. Scrivi l'etichetta senza.",
        "en": "The label “{label}” quotes an answer with ${{…}}: SeedDesk does not do this. Write the label without it.",
    },
    "form-unknown-function": {
        "it": "La funzione {name}() non esiste o SeedDesk non la sa calcolare: foglio {sheet}, riga {row}, colonna {column} ({field}). Correggi l'espressione.",
        "en": "The function {name}() does not exist, or SeedDesk cannot evaluate it: sheet {sheet}, row {row}, column {column} ({field}). Correct the expression.",
    },
    "form-argument-count": {
        "it": "La funzione {name}() non prende {count} argomenti: foglio {sheet}, riga {row}, colonna {column} ({field}). Correggi l'espressione.",
        "en": "The function {name}() does not take {count} arguments: sheet {sheet}, row {row}, column {column} ({field}). Correct the expression.",
    },
    "form-bad-expression": {
        "it": "L'espressione non si capisce vicino a «{near}»: foglio {sheet}, riga {row}, colonna {column} ({field}). Controlla parentesi e apici.",
        "en": "The expression makes no sense near “{near}”: sheet {sheet}, row {row}, column {column} ({field}). Check brackets and quotes.",
    },
    "form-unknown-question": {
        "it": "L'espressione nomina {name}, che nel modulo non c'è: foglio {sheet}, riga {row}, colonna {column} ({field}). Correggi il nome.",
        "en": "The expression names {name}, which is not in the form: sheet {sheet}, row {row}, column {column} ({field}). Correct the name.",
    },
    "form-unsupported-path": {
        "it": "L'espressione usa {name}, che SeedDesk non sa seguire: foglio {sheet}, riga {row}, colonna {column} ({field}). Nomina le domande una per una.",
        "en": "The expression uses {name}, which SeedDesk cannot follow: sheet {sheet}, row {row}, column {column} ({field}). Name the questions one by one.",
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
    "problem-type-integer": {
        "it": "«{value}» non è un numero intero. Scrivi solo cifre.",
        "en": "“{value}” is not a whole number. Write digits only.",
    },
    "problem-type-decimal": {
        "it": "«{value}» non è un numero. Scrivi solo cifre, con la virgola per i decimali.",
        "en": "“{value}” is not a number. Write digits only, with a point for decimals.",
    },
    "problem-type-date": {
        "it": "«{value}» non è una data di questa domanda. Scrivi per esempio 15/03/2021.",
        "en": "“{value}” is not a date for this question. Write for example 15/03/2021.",
    },
    "problem-type-time": {
        "it": "«{value}» non è un'ora. Scrivi per esempio 14:30.",
        "en": "“{value}” is not a time. Write for example 14:30.",
    },
    "problem-type-datetime": {
        "it": "«{value}» non è una data con l'ora. Scrivi per esempio 2021-03-15T14:30.",
        "en": "“{value}” is not a date with a time. Write for example 2021-03-15T14:30.",
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
