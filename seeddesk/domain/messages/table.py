"""Sentences about tables: why one is refused, a row of it, and what to know about one that was read."""

SENTENCES = {
    "table-kind": {
        "it": "{name} è in formato {kind}. Aprilo e salvalo come cartella di lavoro Excel (.xlsx) o come CSV UTF-8.",
        "en": "{name} is in {kind} format. Open it and save it as an Excel workbook (.xlsx) or as CSV UTF-8.",
    },
    "table-not-csv": {
        "it": "{name} non è un CSV, anche se si chiama così. Se è di Excel, rinominalo in .xlsx.",
        "en": "{name} is not a CSV, though it is called so. If it comes from Excel, rename it to .xlsx.",
    },
    "table-large": {
        "it": "{name} è troppo grande per essere letto in sicurezza. Dividilo in più file, o salvalo di nuovo senza righe vuote.",
        "en": "{name} is too large to be read safely. Split it into several files, or save it again without empty rows.",
    },
    "table-columns": {
        "it": "{name}, riga {line}: più di {most} celle. Controlla il separatore e le virgolette, poi salva di nuovo.",
        "en": "{name}, row {line}: more than {most} cells. Check the separator and the quotation marks, then save it again.",
    },
    "table-quotes": {
        "it": "{name}, riga di testo {line}: una virgoletta aperta non si chiude. Correggila, o salva di nuovo il CSV dal foglio di calcolo.",
        "en": "{name}, line {line}: a quotation mark is opened and not closed. Correct it, or save the CSV again from the spreadsheet.",
    },
    "table-encoding": {
        "it": "Non si capisce con quali caratteri è scritto {name}: lettere e accenti uscirebbero sbagliati. Salvalo come «CSV UTF-8» e riprova.",
        "en": "It is not clear in which characters {name} is written: letters and accents would come out wrong. Save it as “CSV UTF-8” and try again.",
    },
    "table-zeros": {
        "it": "{name} contiene caratteri nulli: è danneggiato o non è un testo. Salvalo di nuovo dal programma che l'ha fatto.",
        "en": "{name} holds null characters: it is damaged, or it is no text. Save it again from the program that made it.",
    },
    "table-password": {
        "it": "{name} è protetto da password o in un formato vecchio di Excel. Toglila e salvalo come .xlsx.",
        "en": "{name} is protected by a password, or in an old Excel format. Remove the password and save it as .xlsx.",
    },
    "table-stopped": {
        "it": "La lettura di {name} ha superato {seconds} secondi o la memoria concessa ed è stata fermata. Dividilo in più file, o salvalo di nuovo senza righe vuote.",
        "en": "Reading {name} took more than {seconds} seconds or the memory allowed and was stopped. Split it into several files, or save it again without empty rows.",
    },
    "table-broken": {
        "it": "{name} è danneggiato o non è una cartella di lavoro Excel. Aprilo, salvalo di nuovo e riprova.",
        "en": "{name} is damaged, or it is no Excel workbook. Open it, save it again and try again.",
    },
    "table-digits": {
        "it": "il foglio di calcolo ha preso per quantità {count} codici o numeri di telefono ({examples}), e ne ha tolto gli zeri iniziali o le ultime cifre: sono rimasti com'erano",
        "en": "the spreadsheet took {count} codes or telephone numbers for quantities ({examples}), and dropped their first zeros or their last digits: they stay as they were",
    },
    "table-digits-one": {
        "it": "il foglio di calcolo ha preso per quantità un codice o numero di telefono ({examples}), e ne ha tolto gli zeri iniziali o le ultime cifre: è rimasto com'era",
        "en": "the spreadsheet took a code or telephone number for a quantity ({examples}), and dropped its first zeros or its last digits: it stays as it was",
    },
    "table-empty": {
        "it": "In {name} non c'è niente da leggere. Serve una riga di titoli di colonna e almeno una riga sotto.",
        "en": "There is nothing to read in {name}. It needs a row of column titles and at least one row below.",
    },
    "table-no-title": {
        "it": 'In {name} nessuna colonna è il titolo della pratica. Di\' quale lo è, per esempio --map "{columns_first}=title". Colonne: {columns}.',
        "en": 'No column of {name} is the title of a practice. Say which one is, for example --map "{columns_first}=title". Columns: {columns}.',
    },
    "table-nested": {
        "it": "«{name}» sta dentro una riga di un'altra riga, e una tabella non ci arriva. Usa un dossier per questo campo.",
        "en": "“{name}” stands inside a row of another row, where a table does not reach. Use a dossier for this field.",
    },
    "table-cell-long": {
        "it": "Un testo («{beginning}…») supera i {most} caratteri che Excel può tenere in una cella. Esporta in CSV o JSON.",
        "en": "A text (“{beginning}…”) is longer than the {most} characters Excel can hold in a cell. Export as CSV or JSON.",
    },
    "map-wrong": {
        "it": 'Non capisco «{text}» in --map. Scrivi coppie come "Titolo=title,Paese=country".',
        "en": '“{text}” in --map is not understood. Write pairs such as "Title=title,Country=country".',
    },
    "map-column": {
        "it": "Non c'è una colonna «{name}». Le colonne sono: {columns}.",
        "en": "There is no column “{name}”. The columns are: {columns}.",
    },
    "map-column-twice": {
        "it": "Due colonne si chiamano «{name}»: non si sa quale leggere. Cambia il titolo di una delle due.",
        "en": "Two columns are called “{name}”: it is not known which to read. Change the title of one of them.",
    },
    "map-twice": {
        "it": "Due colonne rispondono a «{name}», che ha una risposta sola. Tienine una in --map.",
        "en": "Two columns answer “{name}”, which has one answer only. Keep one of them in --map.",
    },
    "row-no-title": {
        "it": "Riga senza titolo: non si sa di quale pratica parla. Scrivi il titolo, o togli la riga.",
        "en": "Row without a title: it is not known which practice it is about. Write the title, or remove the row.",
    },
    "row-thin": {
        "it": "Nella riga non c'è niente oltre a un titolo e a un indirizzo. Aggiungi almeno una risposta, o togli la riga.",
        "en": "There is nothing in the row but a title and a link. Add at least one answer, or remove the row.",
    },
    "row-too-long": {
        "it": "La riga ha più celle delle {cells} colonne: forse manca una virgoletta. Correggila e riprova.",
        "en": "The row has more cells than the {cells} columns: a quotation mark may be missing. Correct it and try again.",
    },
    "table-read-as": {
        "it": "letto come {encoding}: controlla che gli accenti siano giusti",
        "en": "read as {encoding}: check that the accents are right",
    },
    "table-unmapped": {
        "it": "colonne non importate: {columns}",
        "en": "columns not imported: {columns}",
    },
    "table-nothing": {
        "it": "{count} celle dicono che non c'è risposta ({cells}) e non sono state importate come testo",
        "en": "{count} cells say that there is no answer ({cells}) and were not imported as text",
    },
    "table-parent": {
        "it": "{count} righe non importate: la colonna {column} non dice in quale riga stanno",
        "en": "{count} rows not imported: the column {column} does not say in which row they lie",
    },
    "table-unfit": {
        "it": "{count} valori di {field} non sono tra quelli previsti ({examples}): tenuti come sono scritti, segnalati nella scheda",
        "en": "{count} values of {field} are not among those it allows ({examples}): kept as written, flagged in the record",
    },
}
