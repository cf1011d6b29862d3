"""Sentences of a form's check: what is wrong or doubtful, and how to mend it; the place is said beside, not in the sentence."""

SENTENCES = {
    "form-check-where-sheet": {"it": "foglio {sheet}", "en": "sheet {sheet}"},
    "form-check-where-row": {"it": "riga {row}", "en": "row {row}"},
    "form-check-where-column": {"it": "colonna {column}", "en": "column {column}"},
    "form-check-where-question": {"it": "domanda {question}", "en": "question {question}"},
    "form-check-same-version": {
        "it": "Il modulo è cambiato ma la versione è ancora {version}. Dagli una versione nuova, perché i dossier già inviati si riconoscano.",
        "en": "The form has changed but its version is still {version}. Give it a new version, so that dossiers already sent are told apart.",
    },
    "form-check-gone": {
        "it": "{question} c'era nella versione {old} e ora non c'è più: le sue risposte si vedranno come di un modulo precedente. Se ha solo cambiato nome, scrivi quello vecchio nella colonna bind::seeddesk:was.",
        "en": "{question} was in version {old} and is gone: its answers will show as from an earlier form. If only its name changed, write the old one into the column bind::seeddesk:was.",
    },
    "form-check-gone-near": {
        "it": "{question} c'era nella versione {old} e ora non c'è più: le sue risposte si vedranno come di un modulo precedente. Se ora si chiama {near}, scrivi {question} nella colonna bind::seeddesk:was di {near}.",
        "en": "{question} was in version {old} and is gone: its answers will show as from an earlier form. If it is called {near} now, write {question} into the column bind::seeddesk:was of {near}.",
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
    "form-check-reference": {
        "it": "${{{name}}} non indica nessuna domanda. Correggi il nome.",
        "en": "${{{name}}} names no question. Correct the name.",
    },
    "form-check-reference-near": {
        "it": "${{{name}}} non indica nessuna domanda. Se intendevi {near}, scrivi ${{{near}}}.",
        "en": "${{{name}}} names no question. If you meant {near}, write ${{{near}}}.",
    },
    "form-check-reference-none": {
        "it": "${{{q}}} non indica nessuna domanda. Correggi il nome.",
        "en": "${{{q}}} names no question. Correct the name.",
    },
    "form-check-reference-twice": {
        "it": "Due domande si chiamano {name}: non si sa quale sia ${{{name}}}. Dai loro nomi diversi.",
        "en": "Two questions are called {name}: ${{{name}}} could be either. Give them different names.",
    },
    "form-check-reference-again": {
        "it": "Due domande si chiamano {q}: non si sa quale sia ${{{q}}}. Dai loro nomi diversi.",
        "en": "Two questions are called {q}: ${{{q}}} could be either. Give them different names.",
    },
    "form-check-reference-spaces": {
        "it": "Fra le parentesi non ci devono essere spazi. Scrivi ${{{name}}}.",
        "en": "There must be no spaces inside the brackets. Write ${{{name}}}.",
    },
    "form-check-reference-shape": {
        "it": "«{found}» non indica una domanda. Scrivi ${{{name}}}, con il dollaro e le due parentesi graffe.",
        "en": "“{found}” does not name a question. Write ${{{name}}}, with the dollar sign and both braces.",
    },
    "form-check-reference-form": {
        "it": "Un riferimento a una domanda non è scritto bene. Scrivi ${{nome}}, con il dollaro e le due parentesi graffe.",
        "en": "A reference to a question is not written right. Write ${{name}}, with the dollar sign and both braces.",
    },
    "form-check-reference-commas": {
        "it": "Separa con virgole i riferimenti alle domande: ${{a}}, ${{b}}.",
        "en": "Part the references to questions with commas: ${{a}}, ${{b}}.",
    },
    "form-check-trigger": {
        "it": "«{value}» non è un riferimento a domande. Scrivi ${{nome}}, o più riferimenti separati da virgole.",
        "en": "“{value}” is no reference to questions. Write ${{name}}, or several references parted by commas.",
    },
    "form-check-bare-name": {
        "it": "{name} senza dollaro e parentesi non è la domanda {name}. Scrivi ${{{name}}}.",
        "en": "{name} without dollar sign and braces is not the question {name}. Write ${{{name}}}.",
    },
    "form-check-curly": {
        "it": "Le virgolette curve di Word e Excel vengono lette come diritte, ma non da tutti i programmi. Scrivi {mended}",
        "en": "Word's and Excel's curly quotes are read as straight ones, but not by all programs. Write {mended}",
    },
    "form-check-sign": {
        "it": "Il segno {sign} non si usa nelle espressioni. Scrivi {instead}.",
        "en": "The sign {sign} is not used in expressions. Write {instead}.",
    },
    "form-check-quote": {
        "it": "Un testo fra apici non è chiuso. Aggiungi l'apice che manca.",
        "en": "A text in quotes is not closed. Add the quote that is missing.",
    },
    "form-check-brackets-open": {
        "it": "Mancano {count} parentesi chiuse. Aggiungile.",
        "en": "{count} closing brackets are missing. Add them.",
    },
    "form-check-brackets-open-one": {
        "it": "Manca una parentesi chiusa. Aggiungila.",
        "en": "A closing bracket is missing. Add it.",
    },
    "form-check-brackets-close": {
        "it": "Ci sono {count} parentesi chiuse di troppo. Toglile.",
        "en": "There are {count} closing brackets too many. Take them out.",
    },
    "form-check-brackets-close-one": {
        "it": "C'è una parentesi chiusa di troppo. Toglila.",
        "en": "There is one closing bracket too many. Take it out.",
    },
    "form-check-expression": {
        "it": "L'espressione non si capisce al carattere {place}, vicino a «{near}». Controlla segni, virgole e parentesi in quel punto.",
        "en": "The expression makes no sense at character {place}, near “{near}”. Check signs, commas and brackets there.",
    },
    "form-check-bad-expression": {
        "it": "L'espressione non si capisce vicino a «{near}». Controlla parentesi e apici.",
        "en": "The expression makes no sense near “{near}”. Check brackets and quotes.",
    },
    "form-check-yes-no": {
        "it": "«{value}» non si capisce qui. Scrivi yes o no, o un'espressione.",
        "en": "“{value}” is not understood here. Write yes or no, or an expression.",
    },
    "form-check-unknown-function": {
        "it": "La funzione {name}() non esiste. Correggi il nome.",
        "en": "There is no function {name}(). Correct the name.",
    },
    "form-check-unknown-function-near": {
        "it": "La funzione {name}() non esiste. Se intendevi {near}(), scrivi {near}().",
        "en": "There is no function {name}(). If you meant {near}(), write {near}().",
    },
    "form-check-argument-count": {
        "it": "La funzione {name}() non prende {count} argomenti. Controlla virgole e parentesi.",
        "en": "The function {name}() does not take {count} arguments. Check commas and brackets.",
    },
    "form-check-argument-count-one": {
        "it": "La funzione {name}() non prende un argomento solo. Controlla virgole e parentesi.",
        "en": "The function {name}() does not take a single argument. Check commas and brackets.",
    },
    "form-check-unknown-question": {
        "it": "L'espressione nomina {name}, che nel modulo non c'è. Correggi il nome.",
        "en": "The expression names {name}, which is not in the form. Correct the name.",
    },
    "form-check-unknown-list": {
        "it": "L'espressione prende dati dall'elenco {list}, che non c'è. Correggi il nome o aggiungi l'elenco.",
        "en": "The expression takes data from the list {list}, which is not there. Correct the name or add the list.",
    },
    "form-check-unsupported-path": {
        "it": "L'espressione usa {name}, che SeedDesk non sa seguire. Nomina le domande una per una.",
        "en": "The expression uses {name}, which SeedDesk cannot follow. Name the questions one by one.",
    },
    "form-check-circle": {
        "it": "Le domande dipendono l'una dall'altra in cerchio: {circle}. Togli una delle dipendenze.",
        "en": "Questions depend on one another in a circle: {circle}. Take one of the dependencies away.",
    },
    "form-check-unknown-type": {
        "it": "SeedDesk non conosce il tipo {type}. Cambialo.",
        "en": "SeedDesk does not know the type {type}. Change it.",
    },
    "form-check-list-columns": {
        "it": "L'elenco {list} deve avere le colonne name e label, con nomi senza spazi, e almeno una riga. Correggilo.",
        "en": "The list {list} must have the columns name and label, names without spaces, and at least one row. Correct it.",
    },
    "form-check-list-missing": {
        "it": "Manca il file dell'elenco {list}. Mettilo accanto al modulo.",
        "en": "The file of the list {list} is missing. Put it beside the form.",
    },
    "form-check-default": {
        "it": "«{value}» non va bene come prima risposta di una domanda {type}. Scrivi per esempio {example}.",
        "en": "“{value}” does not do as the first answer of a question {type}. Write for example {example}.",
    },
    "form-check-default-code": {
        "it": "La prima risposta «{value}» non è nell'elenco della domanda. Scrivi uno dei suoi codici.",
        "en": "The first answer “{value}” is not in the question's list. Write one of its codes.",
    },
    "form-check-default-code-near": {
        "it": "La prima risposta «{value}» non è nell'elenco della domanda. Se intendevi {near}, scrivi {near}.",
        "en": "The first answer “{value}” is not in the question's list. If you meant {near}, write {near}.",
    },
    "form-check-code-never": {
        "it": "L'elenco {list} della domanda {name} non ha il codice «{value}»: la condizione non sarà mai vera. Correggi il codice.",
        "en": "The list {list} of the question {name} has no code “{value}”: the condition will never be true. Correct the code.",
    },
    "form-check-code-never-near": {
        "it": "L'elenco {list} della domanda {name} non ha il codice «{value}»: la condizione non sarà mai vera. Se intendevi {near}, scrivi {near}.",
        "en": "The list {list} of the question {name} has no code “{value}”: the condition will never be true. If you meant {near}, write {near}.",
    },
    "form-check-code-always": {
        "it": "L'elenco {list} della domanda {name} non ha il codice «{value}»: la condizione sarà sempre vera. Correggi il codice.",
        "en": "The list {list} of the question {name} has no code “{value}”: the condition will always be true. Correct the code.",
    },
    "form-check-code-always-near": {
        "it": "L'elenco {list} della domanda {name} non ha il codice «{value}»: la condizione sarà sempre vera. Se intendevi {near}, scrivi {near}.",
        "en": "The list {list} of the question {name} has no code “{value}”: the condition will always be true. If you meant {near}, write {near}.",
    },
    "form-check-filter-column": {
        "it": "L'elenco {list} non ha la colonna {name}: il filtro non lascerebbe nessuna scelta. Correggi il nome o aggiungi la colonna.",
        "en": "The list {list} has no column {name}: the filter would leave no choice. Correct the name or add the column.",
    },
    "form-check-filter-column-near": {
        "it": "L'elenco {list} non ha la colonna {name}: il filtro non lascerebbe nessuna scelta. Se intendevi {near}, scrivi {near}.",
        "en": "The list {list} has no column {name}: the filter would leave no choice. If you meant {near}, write {near}.",
    },
    "form-check-slow-pattern": {
        "it": "L'espressione regolare {pattern} può bloccarsi su certe risposte: dopo un ventesimo di secondo si rinuncia. Togli le ripetizioni una dentro l'altra, come (a+)+.",
        "en": "The regular expression {pattern} can get stuck on some answers: after a twentieth of a second it is given up. Take out repetitions inside repetitions, as (a+)+.",
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
        "it": "«{value}» qui vale come sì. Scrivi yes o draft, o lascia vuoto.",
        "en": "“{value}” counts as yes here. Write yes or draft, or leave it empty.",
    },
    "form-check-parameters": {
        "it": "I parametri non si capiscono. Scrivili come nome=valore, separati da spazi.",
        "en": "The parameters are not understood. Write them as name=value, parted by spaces.",
    },
    "form-check-parameters-unknown": {
        "it": "Parametri che questo tipo non ha: {rejected}. Quelli possibili sono: {accepted}.",
        "en": "Parameters this type does not have: {rejected}. The possible ones are: {accepted}.",
    },
    "form-check-parameter-incremental": {
        "it": "Il parametro incremental può essere solo true. Scrivi incremental=true o toglilo.",
        "en": "The parameter incremental can only be true. Write incremental=true or take it away.",
    },
    "form-check-parameter-geometry": {
        "it": "Il parametro reference-geometry deve nominare un elenco o un gruppo ripetuto. Correggilo.",
        "en": "The parameter reference-geometry must name a list or a repeat. Correct it.",
    },
    "form-check-parameter-accuracy": {
        "it": "I parametri di precisione devono essere numeri. Scrivi per esempio capture-accuracy=10.",
        "en": "The accuracy parameters must be numbers. Write for example capture-accuracy=10.",
    },
    "form-check-parameter-mock": {
        "it": "Il parametro allow-mock-accuracy può essere true o false. Correggilo.",
        "en": "The parameter allow-mock-accuracy can be true or false. Correct it.",
    },
    "form-check-parameter-randomize": {
        "it": "Per mescolare le scelte scrivi randomize=true, e se vuoi seed= con un numero o una domanda.",
        "en": "To shuffle the choices write randomize=true, and if you want seed= with a number or a question.",
    },
    "form-check-parameter-rows": {
        "it": "Il parametro rows deve essere un numero intero. Scrivi per esempio rows=5.",
        "en": "The parameter rows must be a whole number. Write for example rows=5.",
    },
    "form-check-parameter-pixels": {
        "it": "Il parametro max-pixels deve essere un numero intero. Scrivi per esempio max-pixels=1024.",
        "en": "The parameter max-pixels must be a whole number. Write for example max-pixels=1024.",
    },
    "form-check-parameter-quality": {
        "it": "Il parametro quality può essere voice-only, low, normal o external. Correggilo.",
        "en": "The parameter quality can be voice-only, low, normal or external. Correct it.",
    },
    "form-check-range-number": {
        "it": "Il parametro {name} deve essere un numero. Scrivi per esempio start=1 end=10 step=1.",
        "en": "The parameter {name} must be a number. Write for example start=1 end=10 step=1.",
    },
    "form-check-range-zero": {
        "it": "Il parametro {name} non può essere zero. Scrivi un numero maggiore.",
        "en": "The parameter {name} cannot be zero. Write a greater number.",
    },
    "form-check-range-step": {
        "it": "Il parametro {name} è più grande della distanza fra start ed end. Riducilo.",
        "en": "The parameter {name} is larger than the way from start to end. Make it smaller.",
    },
    "form-check-range-multiple": {
        "it": "Il parametro {name} deve essere un multiplo di step. Correggilo.",
        "en": "The parameter {name} must be a multiple of step. Correct it.",
    },
    "form-check-range-outside": {
        "it": "Il parametro {name} deve stare fra start ed end. Correggilo.",
        "en": "The parameter {name} must lie between start and end. Correct it.",
    },
    "form-check-range-labels": {
        "it": "Il parametro tick_labelset deve nominare un elenco del foglio choices. Correggi il nome.",
        "en": "The parameter tick_labelset must name a list of the choices sheet. Correct the name.",
    },
    "form-check-range-labels-two": {
        "it": "Con l'aspetto no-ticks l'elenco di tick_labelset deve avere due scelte. Togli le altre.",
        "en": "With the appearance no-ticks the list of tick_labelset must have two choices. Take out the others.",
    },
    "form-check-range-appearance": {
        "it": "Con questo aspetto non si usano tick_interval, placeholder e tick_labelset. Togli i parametri o cambia aspetto.",
        "en": "With this appearance tick_interval, placeholder and tick_labelset are not used. Take them out or change the appearance.",
    },
    "form-check-range-labels-number": {
        "it": "I codici dell'elenco di tick_labelset devono essere numeri. Correggili.",
        "en": "The codes of the list of tick_labelset must be numbers. Correct them.",
    },
    "form-check-range-labels-outside": {
        "it": "I codici dell'elenco di tick_labelset devono stare fra start ed end. Correggili.",
        "en": "The codes of the list of tick_labelset must lie between start and end. Correct them.",
    },
    "form-check-range-labels-steps": {
        "it": "I codici dell'elenco di tick_labelset devono cadere sui passi di {name}. Correggili.",
        "en": "The codes of the list of tick_labelset must fall on the steps of {name}. Correct them.",
    },
    "form-check-range-labels-ends": {
        "it": "Con l'aspetto no-ticks i codici di tick_labelset possono essere solo start ed end. Correggili.",
        "en": "With the appearance no-ticks the codes of tick_labelset can only be start and end. Correct them.",
    },
    "form-check-audit-name": {
        "it": "Una domanda audit si chiama sempre audit. Lascia vuota la cella name.",
        "en": "A question audit is always called audit. Leave the cell name empty.",
    },
    "form-check-audit-parameters": {
        "it": "I parametri di audit non vanno bene: {detail} Correggili.",
        "en": "The parameters of audit do not do: {detail} Correct them.",
    },
    "form-check-entity": {
        "it": "Le entità del modulo hanno un errore: {detail} SeedDesk non le usa: toglile o correggile.",
        "en": "The form's entities have an error: {detail} SeedDesk does not use them: take them out or correct them.",
    },
    "form-check-invalid": {
        "it": "Il modulo ha un errore che chi lo traduce descrive così: {detail} Correggilo nel foglio.",
        "en": "The form has an error that its translator describes thus: {detail} Mend it in the sheet.",
    },
    "form-check-word-name": {
        "it": "In Word il nome {name} ({length} caratteri) è troppo lungo per un segnalibro e ne avrà uno senza senso. Accorcialo a {most} caratteri, gruppi compresi.",
        "en": "In Word the name {name} ({length} characters) is too long for a bookmark and gets one without meaning. Shorten it to {most} characters, groups included.",
    },
    "form-check-word-label": {
        "it": "In Word l'etichetta di {length} caratteri occupa più righe. Accorciala e metti il resto nel suggerimento.",
        "en": "In Word the label of {length} characters takes several lines. Shorten it and put the rest into the hint.",
    },
    "form-check-word-quotes": {
        "it": "In Word l'etichetta mostra il nome della domanda citata, non la risposta. Scrivila in modo che si capisca comunque.",
        "en": "In Word the label shows the name of the question it quotes, not the answer. Word it so that it makes sense all the same.",
    },
    "form-check-word-list": {
        "it": "In Word le {entries} scelte dell'elenco {list} sono troppe da stampare: chi compila deve scriverle. Se è voluto, metti autocomplete nella colonna appearance.",
        "en": "In Word the {entries} choices of the list {list} are too many to print: people must type them. If this is meant, put autocomplete into the column appearance.",
    },
    "form-check-word-same-label": {
        "it": "In Word l'etichetta «{label}» è uguale a quella di {first}: se i segni invisibili si perdono, le risposte non si distinguono. Cambiane una.",
        "en": "In Word the label “{label}” is the same as that of {first}: if the invisible marks get lost, the answers cannot be told apart. Change one of them.",
    },
    "form-check-word-columns": {
        "it": "In Word {name}, con {columns} colonne, non sta in una tabella: ogni riga diventa un blocco. Togli colonne o accetta un dossier più lungo.",
        "en": "In Word {name}, with {columns} columns, does not fit a table: every row becomes a block. Take out columns, or accept a longer dossier.",
    },
    "form-check-more": {
        "it": "Altre {count} osservazioni come queste ({kind}). Correggi le prime e controlla di nuovo.",
        "en": "{count} more remarks like these ({kind}). Correct the first ones and check again.",
    },
    "form-check-more-one": {
        "it": "Un'altra osservazione come queste ({kind}). Correggi le prime e controlla di nuovo.",
        "en": "One more remark like these ({kind}). Correct the first ones and check again.",
    },
    "form-check-parameter-shape": {
        "it": "«{value}» non è un parametro. Scrivi nome=valore, senza spazi attorno al segno =.",
        "en": "“{value}” is no parameter. Write name=value, without spaces round the sign =.",
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
    "form-check-loop": {
        "it": "La risposta ne cambia altre ({changed}) che alla fine cambiano questa: dopo un giro ci si ferma. Togli uno dei trigger.",
        "en": "The answer changes others ({changed}) that in the end change this one: it stops after one round. Take one of the triggers away.",
    },
    "form-check-word-same-choice": {
        "it": "In Word le scelte {first} e {value} dell'elenco {list} si leggono entrambe «{label}»: da un dossier non si sa quale. Cambia una delle etichette.",
        "en": "In Word the choices {first} and {value} of the list {list} both read “{label}”: a dossier cannot tell which. Change one of the labels.",
    },
    "form-check-pattern": {
        "it": "{pattern} non è un'espressione regolare: c'è un errore dal carattere {place}. Controlla parentesi e barre rovesciate.",
        "en": "{pattern} is no regular expression: there is a mistake from character {place} on. Check brackets and backslashes.",
    },
    "form-check-unknown-question-near": {
        "it": "L'espressione nomina {name}, che nel modulo non c'è. Se intendevi {near}, scrivi {near}.",
        "en": "The expression names {name}, which is not in the form. If you meant {near}, write {near}.",
    },
    "form-check-unknown-list-near": {
        "it": "L'espressione prende dati dall'elenco {list}, che non c'è. Se intendevi {near}, scrivi {near}.",
        "en": "The expression takes data from the list {list}, which is not there. If you meant {near}, write {near}.",
    },
    "form-check-marks": {
        "it": "Queste virgolette non valgono in un'espressione. Scrivi {mended}",
        "en": "These quotation marks do not work in an expression. Write {mended}",
    },
}
