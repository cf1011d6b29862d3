"""Sentences of a form's check about its sheets: what is wrong or doubtful, and how to mend it; the place is said beside, not in the sentence."""

SENTENCES = {
    "form-check-where-sheet": {
        "it": "foglio {sheet}",
        "en": "sheet {sheet}",
    },
    "form-check-where-row": {
        "it": "riga {row}",
        "en": "row {row}",
    },
    "form-check-where-column": {
        "it": "colonna {column}",
        "en": "column {column}",
    },
    "form-check-where-question": {
        "it": "domanda {question}",
        "en": "question {question}",
    },
    "form-check-sheet-missing": {
        "it": "Manca il foglio survey, con le domande. Chiama così il foglio, o scegli un altro file.",
        "en": "The sheet survey, with the questions, is missing. Name the sheet so, or choose another file.",
    },
    "form-check-sheet-near": {
        "it": "Il foglio «{found}» non viene letto. Se è il foglio {wanted}, chiamalo {wanted}; se no, metti _ davanti al nome.",
        "en": "The sheet “{found}” is not read. If it is the sheet {wanted}, name it {wanted}; if not, put _ before its name.",
    },
    "form-check-sheet-hidden": {
        "it": "Il foglio è nascosto ma viene letto. Mostralo, così si vede ciò che il modulo contiene.",
        "en": "The sheet is hidden, and read all the same. Show it, so that people see what the form holds.",
    },
    "form-check-hidden": {
        "it": "Alcune righe o colonne sono nascoste ma vengono lette. Mostrale e cancella ciò che non serve.",
        "en": "Some rows or columns are hidden, and read all the same. Show them and delete what is not needed.",
    },
    "form-check-merged": {
        "it": "Le celle {cells} sono unite: vale solo la prima. Dividile e scrivi il testo in ogni riga.",
        "en": "The cells {cells} are merged: only the first one counts. Split them and write the text in every row.",
    },
    "form-check-formula": {
        "it": "La cella nella colonna {letter} contiene una formula; viene letto il suo ultimo risultato, «{text}». Incolla il valore al suo posto.",
        "en": "The cell in column {letter} holds a formula; its last result is read, “{text}”. Paste the value in its place.",
    },
    "form-check-formula-empty": {
        "it": "La cella nella colonna {letter} contiene una formula senza risultato. Incolla il valore al suo posto.",
        "en": "The cell in column {letter} holds a formula without a result. Paste the value in its place.",
    },
    "form-check-cell-fault": {
        "it": "La cella nella colonna {letter} contiene l'errore {text}. Correggi la formula o scrivi il valore.",
        "en": "The cell in column {letter} holds the error {text}. Correct the formula or write the value.",
    },
    "form-check-cell-date": {
        "it": "La cella nella colonna {letter} è una data di Excel e viene letta come «{text}». Dalle il formato Testo e scrivila per esempio 2021-03-15.",
        "en": "The cell in column {letter} is an Excel date, read as “{text}”. Give it the format Text and write for example 2021-03-15.",
    },
    "form-check-semicolons": {
        "it": "Le colonne sono separate da punto e virgola o tabulazioni. Salva il foglio come CSV separato da virgole, o come .xlsx.",
        "en": "The columns are parted by semicolons or tabs. Save the sheet as CSV parted by commas, or as .xlsx.",
    },
    "form-check-cells": {
        "it": "La riga ha più celle delle colonne. Metti fra virgolette i testi con la virgola.",
        "en": "The row has more cells than there are columns. Put texts with a comma in quotes.",
    },
    "form-check-column": {
        "it": "Nessun modulo ha la colonna «{column}»: non viene letta. Correggi il nome, o mettile _ davanti se è per te.",
        "en": "No form has the column “{column}”: it is not read. Correct its name, or put _ before it if it is for yourself.",
    },
    "form-check-column-near": {
        "it": "Nessun modulo ha la colonna «{column}»: non viene letta. Se intendevi {near}, scrivi {near}.",
        "en": "No form has the column “{column}”: it is not read. If you meant {near}, write {near}.",
    },
    "form-check-column-twice": {
        "it": "La colonna «{column}» c'è due volte. Tienine una.",
        "en": "The column “{column}” stands twice. Keep one of them.",
    },
    "form-check-column-same": {
        "it": "Le colonne «{first}» e «{column}» sono la stessa con due nomi. Tienine una.",
        "en": "The columns “{first}” and “{column}” are one and the same under two names. Keep one of them.",
    },
    "form-check-column-nameless": {
        "it": "La colonna {letter} contiene testi ma non ha intestazione: non viene letta. Dalle un nome o cancellala.",
        "en": "Column {letter} holds texts but has no heading: it is not read. Name it or delete it.",
    },
    "form-check-column-missing": {
        "it": "Manca la colonna {column}. Aggiungila nella prima riga.",
        "en": "The column {column} is missing. Add it in the first row.",
    },
    "form-check-column-missing-near": {
        "it": "Manca la colonna {column}. Se è quella chiamata «{near}», chiamala {column}.",
        "en": "The column {column} is missing. If it is the one called “{near}”, call it {column}.",
    },
    "form-check-columns-missing": {
        "it": "Mancano colonne che servono: {missing}. Aggiungile nella prima riga.",
        "en": "Columns that are needed are missing: {missing}. Add them in the first row.",
    },
    "form-check-choices-column": {
        "it": "Il nome della colonna «{column}» non va bene per un elenco di scelte. Usa lettere, cifre e _ senza spazi.",
        "en": "The column name “{column}” does not do for a list of choices. Use letters, digits and _ without spaces.",
    },
    "form-check-header": {
        "it": "Le intestazioni non si riconoscono. Metti nella prima riga i nomi delle colonne, senza righe vuote sopra.",
        "en": "The headings are not recognised. Put the names of the columns into the first row, with no empty rows above.",
    },
    "form-check-no-type": {
        "it": "La riga non ha un tipo. Scrivine uno nella colonna type, per esempio text, o svuota la riga.",
        "en": "The row has no type. Write one into the column type, for example text, or empty the row.",
    },
    "form-check-type": {
        "it": "Il tipo «{type}» non esiste. Scegli un tipo XLSForm, per esempio text, integer, date o select_one con il nome di un elenco.",
        "en": "There is no type “{type}”. Choose an XLSForm type, for example text, integer, date, or select_one with the name of a list.",
    },
    "form-check-type-near": {
        "it": "Il tipo «{type}» non esiste. Se intendevi {near}, scrivi {near}.",
        "en": "There is no type “{type}”. If you meant {near}, write {near}.",
    },
    "form-check-no-name": {
        "it": "La domanda non ha un nome. Scrivine uno nella colonna name, con lettere, cifre e _.",
        "en": "The question has no name. Write one into the column name, with letters, digits and _.",
    },
    "form-check-name": {
        "it": "«{name}» non può essere il nome di una domanda: un nome comincia con una lettera e non ha spazi né segni. Scrivi per esempio {near}.",
        "en": "“{name}” cannot be a question's name: a name begins with a letter and has no spaces or signs. Write for example {near}.",
    },
    "form-check-name-form": {
        "it": "Questo nome non va bene: un nome comincia con una lettera o _ e contiene solo lettere, cifre, _, - e punti. Correggilo.",
        "en": "This name does not do: a name begins with a letter or _ and holds only letters, digits, _, - and full stops. Correct it.",
    },
    "form-check-name-meta": {
        "it": "Il nome meta è riservato. Scegline un altro.",
        "en": "The name meta is reserved. Choose another one.",
    },
    "form-check-name-twice": {
        "it": "Il nome {name} c'è già alla riga {first}, nello stesso gruppo. Cambia uno dei due.",
        "en": "The name {name} is already there in row {first}, in the same group. Change one of the two.",
    },
    "form-check-name-again": {
        "it": "Il nome «{value}» c'è già nello stesso gruppo. Cambia uno dei due.",
        "en": "The name “{value}” is already there in the same group. Change one of the two.",
    },
    "form-check-name-case": {
        "it": "Il nome {name} differisce da quello della riga {first} solo per le maiuscole. Cambia uno dei due, perché altri programmi li confondono.",
        "en": "The name {name} differs from that of row {first} in capital letters only. Change one of the two, since other programs take them for the same.",
    },
    "form-check-repeat-twice": {
        "it": "C'è già un gruppo ripetuto {name}, alla riga {first}. Cambia uno dei due nomi.",
        "en": "There already is a repeat {name}, in row {first}. Change one of the two names.",
    },
    "form-check-repeat-again": {
        "it": "C'è già un gruppo ripetuto «{value}». Cambia uno dei due nomi.",
        "en": "There already is a repeat “{value}”. Change one of the two names.",
    },
    "form-check-repeat-root": {
        "it": "Un gruppo ripetuto non può chiamarsi come il modulo. Cambiane il nome.",
        "en": "A repeat cannot have the form's own name. Change its name.",
    },
    "form-check-begin-open": {
        "it": "{question} comincia qui e non finisce mai. Aggiungi una riga {end} dopo la sua ultima domanda.",
        "en": "{question} begins here and never ends. Add a row {end} after its last question.",
    },
    "form-check-begin-open-of": {
        "it": "«{name}» comincia e non finisce mai. Aggiungi la riga end {type} dopo la sua ultima domanda.",
        "en": "“{name}” begins and never ends. Add the row end {type} after its last question.",
    },
    "form-check-end-alone": {
        "it": "Qui finisce qualcosa che non è mai cominciato. Togli la riga, o aggiungi prima una riga {begin}.",
        "en": "Something ends here that never began. Take the row out, or add a row {begin} above.",
    },
    "form-check-end-alone-of": {
        "it": "Qui finisce qualcosa che non è cominciato ({type}). Togli la riga, o aggiungi prima una riga begin {type}.",
        "en": "Something ends here that has not begun ({type}). Take the row out, or add a row begin {type} above.",
    },
    "form-check-end-other": {
        "it": "Qui dovrebbe finire {name}, cominciato alla riga {first}: scrivi {end}.",
        "en": "What ends here should be {name}, which began in row {first}: write {end}.",
    },
    "form-check-end-early": {
        "it": "{name}, cominciato alla riga {first}, non è ancora finito. Aggiungi prima di questa una riga {end}.",
        "en": "{name}, which began in row {first}, has not ended yet. Add a row {end} before this one.",
    },
    "form-check-no-label": {
        "it": "La domanda non ha etichetta: chi risponde vede un posto senza parole. Scrivine una.",
        "en": "The question has no label: people see a place without words. Write one.",
    },
    "form-check-no-label-at-all": {
        "it": "Una domanda non ha né etichetta né suggerimento. Scrivi almeno l'etichetta.",
        "en": "A question has neither label nor hint. Write at least the label.",
    },
    "form-check-no-calculation": {
        "it": "Manca il calcolo. Scrivilo nella colonna calculation, o cambia il tipo in text.",
        "en": "The calculation is missing. Write it into the column calculation, or change the type to text.",
    },
    "form-check-message-alone": {
        "it": "C'è il messaggio ma non la regola: non verrà mai mostrato. Scrivi la regola nella colonna {rule}, o togli il messaggio.",
        "en": "There is the message but not the rule: it will never be shown. Write the rule into the column {rule}, or take the message away.",
    },
    "form-check-no-message": {
        "it": "La regola non ha messaggio: chi sbaglia legge solo che la risposta non va. Scrivi nella colonna constraint_message che cosa correggere.",
        "en": "The rule has no message: people are only told that the answer breaks it. Write into the column constraint_message what to correct.",
    },
    "form-check-filter-alone": {
        "it": "Un filtro sulle scelte serve solo alle domande con un elenco. Toglilo.",
        "en": "A filter of choices is only for questions with a list. Take it away.",
    },
    "form-check-list-none": {
        "it": "«{type}» non dice da quale elenco. Aggiungi il nome di un elenco del foglio choices, per esempio select_one sedi.",
        "en": "“{type}” does not say from which list. Add the name of a list of the choices sheet, for example select_one sites.",
    },
    "form-check-list": {
        "it": "L'elenco {list} non è nel foglio choices. Aggiungilo lì, o correggi il nome.",
        "en": "The list {list} is not in the choices sheet. Add it there, or correct the name.",
    },
    "form-check-list-near": {
        "it": "L'elenco {list} non è nel foglio choices. Se intendevi {near}, scrivi {near}.",
        "en": "The list {list} is not in the choices sheet. If you meant {near}, write {near}.",
    },
    "form-check-list-file": {
        "it": "Il file {list} non è accanto al modulo. Mettilo nella stessa cartella.",
        "en": "The file {list} is not beside the form. Put it into the same folder.",
    },
    "form-check-list-file-near": {
        "it": "Il file {list} non è accanto al modulo, ma c'è {near}. Correggi il nome, o aggiungi il file.",
        "en": "The file {list} is not beside the form, but {near} is. Correct the name, or add the file.",
    },
    "form-check-list-kind": {
        "it": "«{list}» non è un elenco: serve un file .csv, .xml o .geojson. Salvalo così, con le colonne name e label.",
        "en": "“{list}” is not a list: a .csv, .xml or .geojson file is needed. Save it so, with the columns name and label.",
    },
    "form-check-list-outside": {
        "it": "«{list}» porta fuori dalla cartella del modulo. Metti il file accanto ai fogli e scrivi solo il suo nome.",
        "en": "“{list}” leads out of the form's folder. Put the file beside the sheets and write its name alone.",
    },
    "form-check-list-unused": {
        "it": "Nessuna domanda usa l'elenco {list}. Toglilo, o correggi il nome nella domanda.",
        "en": "No question uses the list {list}. Take it out, or correct the name in the question.",
    },
    "form-check-choice-no-list": {
        "it": "La scelta non dice di quale elenco è. Scrivilo nella colonna list_name.",
        "en": "The choice does not say of which list it is. Write that into the column list_name.",
    },
    "form-check-choice-no-name": {
        "it": "La scelta dell'elenco {list} non ha codice. Scrivilo nella colonna name.",
        "en": "The choice of the list {list} has no code. Write it into the column name.",
    },
    "form-check-choice-no-code": {
        "it": "Una scelta non ha codice. Scrivilo nella colonna name.",
        "en": "A choice has no code. Write it into the column name.",
    },
    "form-check-choice-twice": {
        "it": "Il codice {value} c'è già nell'elenco {list}, alla riga {first}. Cambia uno dei due.",
        "en": "The code {value} is already in the list {list}, in row {first}. Change one of the two.",
    },
    "form-check-choice-again": {
        "it": "Questo codice c'è già nello stesso elenco. Cambia uno dei due.",
        "en": "This code is already in the same list. Change one of the two.",
    },
    "form-check-choice-no-label": {
        "it": "La scelta non ha etichetta: si vedrebbe solo il codice. Scrivine una.",
        "en": "The choice has no label: people would see the code alone. Write one.",
    },
    "form-check-choice-decimal": {
        "it": "Il codice è il testo «{value}», che non è uguale a {near}. Scrivi {near}.",
        "en": "The code is the text “{value}”, which does not equal {near}. Write {near}.",
    },
    "form-check-choice-space": {
        "it": "Il codice «{value}» contiene uno spazio, ma si possono scegliere più codici e lo spazio li separa. Scrivi {near}.",
        "en": "The code “{value}” holds a space, but several codes can be chosen and spaces part them. Write {near}.",
    },
    "form-check-choice-space-in": {
        "it": "Il codice «{value}» dell'elenco {list} contiene uno spazio, che separa i codici scelti. Usa _ al suo posto.",
        "en": "The code “{value}” of the list {list} holds a space, which parts the codes chosen. Use _ instead.",
    },
    "form-check-or-other": {
        "it": "Per «or_other» servono scelte scritte nel foglio choices. Aggiungile.",
        "en": "For “or_other” there must be choices in the choices sheet. Add them.",
    },
    "form-check-no-form-id": {
        "it": "Il modulo non ha identificatore. Scrivilo nella colonna form_id: senza, un'altra versione non si riconosce.",
        "en": "The form has no identifier. Write it into the column form_id: without it another version is not recognised.",
    },
    "form-check-no-version": {
        "it": "Il modulo non ha versione. Scrivila nella colonna version, per esempio 2026.1, e cambiala a ogni modifica.",
        "en": "The form has no version. Write it into the column version, for example 2026.1, and change it with every edit.",
    },
    "form-check-no-form-title": {
        "it": "Il modulo non ha titolo. Scrivilo nella colonna form_title: è la prima riga di ogni dossier.",
        "en": "The form has no title. Write it into the column form_title: it is the first line of every dossier.",
    },
    "form-check-settings-rows": {
        "it": "Il foglio settings ha più di una riga: vale solo la prima. Cancella le altre.",
        "en": "The sheet settings has more than one row: only the first one counts. Delete the others.",
    },
    "form-check-form-id": {
        "it": "L'identificatore «{value}» contiene spazi. Scrivi {near}.",
        "en": "The identifier “{value}” holds spaces. Write {near}.",
    },
    "form-check-settings-name": {
        "it": "«{value}» non può essere il nome del modulo nei dati. Usa lettere, cifre e _, o lascia vuota la cella.",
        "en": "“{value}” cannot be the form's name in the data. Use letters, digits and _, or leave the cell empty.",
    },
    "form-check-default-language": {
        "it": "La lingua «{value}» non è fra quelle delle etichette. Scrivi {near}, come nelle intestazioni.",
        "en": "The language “{value}” is not among those of the labels. Write {near}, as in the headings.",
    },
    "form-check-language": {
        "it": "La lingua «{language}» non dice il suo codice. Scrivi {near} nelle intestazioni, perché il testo si mostri nella lingua giusta.",
        "en": "The language “{language}” does not say its code. Write {near} in the headings, so that the right language is shown.",
    },
    "form-check-translation": {
        "it": "Mancano {count} testi di {text} in {language}. Traduci a partire da questa riga.",
        "en": "{count} texts of {text} are missing in {language}. Translate, beginning with this row.",
    },
    "form-check-translation-one": {
        "it": "Manca un testo di {text} in {language}. Traducilo.",
        "en": "One text of {text} is missing in {language}. Translate it.",
    },
    "form-check-list-columns": {
        "it": "L'elenco {list} deve avere le colonne name e label, con nomi senza spazi, e almeno una riga. Correggilo.",
        "en": "The list {list} must have the columns name and label, names without spaces, and at least one row. Correct it.",
    },
    "form-check-list-missing": {
        "it": "Manca il file dell'elenco {list}. Mettilo accanto al modulo.",
        "en": "The file of the list {list} is missing. Put it beside the form.",
    },
    "form-check-limit": {
        "it": "Il limite «{value}» non è un numero di caratteri. Scrivi un numero intero maggiore di zero.",
        "en": "The limit “{value}” is no number of characters. Write a whole number above zero.",
    },
    "form-check-limit-choice": {
        "it": "Il limite di {limit} caratteri è più corto del codice «{value}»: chi lo sceglie avrebbe sempre un errore. Alza il limite o toglilo.",
        "en": "The limit of {limit} characters is shorter than the code “{value}”: choosing it would always be an error. Raise the limit or take it away.",
    },
    "form-check-limit-default": {
        "it": "La prima risposta supera il limite di {limit} caratteri. Accorciala o alza il limite.",
        "en": "The first answer is longer than the limit of {limit} characters. Shorten it or raise the limit.",
    },
    "form-check-mark-kind": {
        "it": "«{value}» non è un modo di rispondere. Scrivi partial-date, set o hidden, o lascia vuoto.",
        "en": "“{value}” is no way of answering. Write partial-date, set or hidden, or leave it empty.",
    },
    "form-check-core": {
        "it": "«{value}» qui vale come sì. Scrivi yes, known o draft, o lascia vuoto.",
        "en": "“{value}” counts as yes here. Write yes, known or draft, or leave it empty.",
    },
    "form-check-invalid": {
        "it": "Il modulo ha un errore che chi lo traduce descrive così: {detail} Correggilo nel foglio.",
        "en": "The form has an error that its translator describes thus: {detail} Mend it in the sheet.",
    },
    "form-check-more": {
        "it": "Altre {count} osservazioni come queste ({kind}). Correggi le prime e controlla di nuovo.",
        "en": "{count} more remarks like these ({kind}). Correct the first ones and check again.",
    },
    "form-check-more-one": {
        "it": "Un'altra osservazione come queste ({kind}). Correggi le prime e controlla di nuovo.",
        "en": "One more remark like these ({kind}). Correct the first ones and check again.",
    },
    "form-check-column-again": {
        "it": "Le colonne «{other}» e «{header}» sono la stessa con due nomi. Tienine una.",
        "en": "The columns “{other}” and “{header}” are one and the same under two names. Keep one of them.",
    },
    "form-check-sheet-empty": {
        "it": "Il foglio survey è vuoto. Scrivi una domanda per riga, sotto le intestazioni type, name e label.",
        "en": "The sheet survey is empty. Write one question a row, under the headings type, name and label.",
    },
    "form-check-media": {
        "it": "Il file {name} non è accanto al modulo: al suo posto non si vedrà niente. Mettilo nella cartella media, o correggi il nome.",
        "en": "The file {name} is not beside the form: nothing will show in its place. Put it into the folder media, or correct the name.",
    },
    "form-check-media-near": {
        "it": "Il file {name} non è accanto al modulo, ma c'è {near}. Correggi il nome, o aggiungi il file.",
        "en": "The file {name} is not beside the form, but {near} is. Correct the name, or add the file.",
    },
    "form-check-required-readonly": {
        "it": "La domanda è obbligatoria ma non si può rispondere, e nessun calcolo la riempie. Togli required o readonly.",
        "en": "The question must be answered but cannot be, and no calculation fills it in. Take required or readonly away.",
    },
}
