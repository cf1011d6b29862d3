"""Sentences about files that come back: why one is refused, and what a person should know about one that was read."""

SENTENCES = {
    # Refusals
    "empty-file": {
        "it": "Il file è vuoto. Chiedi a chi l'ha mandato di inviarlo di nuovo.",
        "en": "The file is empty. Ask the person who sent it to send it again.",
    },
    "file-too-large": {
        "it": "Il file è di {megabytes} MB, il limite è {limit} MB. Riduci le immagini e salvalo di nuovo.",
        "en": "The file has {megabytes} MB, the limit is {limit} MB. Make its pictures smaller and save it again.",
    },
    "password": {
        "it": "Il documento è protetto da password. Importalo con «seeddesk import --password», o togli la password in Word (File > Informazioni > Proteggi documento).",
        "en": "The document is protected by a password. Import it with “seeddesk import --password”, or take the password off in Word (File > Info > Protect Document).",
    },
    "old-word": {
        "it": "Il file è in un formato vecchio di Office (.doc). Aprilo e salvalo come documento Word (.docx).",
        "en": "The file is in an old Office format (.doc). Open it and save it as a Word document (.docx).",
    },
    "open-document": {
        "it": "Il file è in formato OpenDocument ({kind}). Aprilo e salvalo come documento Word (.docx).",
        "en": "The file is in OpenDocument format ({kind}). Open it and save it as a Word document (.docx).",
    },
    "rich-text": {
        "it": "Il file è in formato RTF. Aprilo e salvalo come documento Word (.docx).",
        "en": "The file is in RTF format. Open it and save it as a Word document (.docx).",
    },
    "pdf": {
        "it": "Il file è un PDF, da cui i campi non si possono leggere. Manda il documento Word (.docx) da cui è stato fatto.",
        "en": "The file is a PDF, from which fields cannot be read. Send the Word document (.docx) it was made from.",
    },
    "not-word": {
        "it": "Il file non è un documento Word. Aprilo con il programma che l'ha fatto e salvalo come documento Word (.docx).",
        "en": "The file is not a Word document. Open it with the program that made it and save it as a Word document (.docx).",
    },
    "other-office": {
        "it": "Il file è di un altro programma di Office ({kind}), non un documento Word. Scegli il dossier in formato .docx.",
        "en": "The file belongs to another Office program ({kind}), it is not a Word document. Choose the dossier in .docx format.",
    },
    "strict-document": {
        "it": "Il file è salvato come «Documento Strict Open XML». In Word salvalo come «Documento Word (.docx)».",
        "en": "The file is saved as a “Strict Open XML Document”. In Word, save it as a “Word Document (.docx)”.",
    },
    "word-template": {
        "it": "Il file è un modello di Word (.dotx), non un documento. Aprilo e salvalo come documento Word (.docx).",
        "en": "The file is a Word template (.dotx), not a document. Open it and save it as a Word document (.docx).",
    },
    "macros": {
        "it": "Il file contiene macro, che SeedDesk non accetta. Salvalo come documento Word senza macro (.docx).",
        "en": "The file contains macros, which SeedDesk does not take. Save it as a Word document without macros (.docx).",
    },
    "broken-file": {
        "it": "Il file è danneggiato o incompleto ({detail}). Aprilo in Word o LibreOffice e salvalo di nuovo, o fattelo rimandare.",
        "en": "The file is damaged or incomplete ({detail}). Open it in Word or LibreOffice and save it again, or have it sent again.",
    },
    "part-missing": {
        "it": "Nel documento manca una parte necessaria ({part}). Aprilo in Word o LibreOffice e salvalo di nuovo.",
        "en": "The document lacks a part it needs ({part}). Open it in Word or LibreOffice and save it again.",
    },
    "broken-xml": {
        "it": "Il testo del documento non si legge senza perdite (parte {part}). Aprilo in Word o LibreOffice e salvalo di nuovo.",
        "en": "The text of the document cannot be read without loss (part {part}). Open it in Word or LibreOffice and save it again.",
    },
    "too-many-parts": {
        "it": "Il documento contiene {count} parti, il limite è {limit}. Togli gli oggetti incorporati e salvalo di nuovo.",
        "en": "The document contains {count} parts, the limit is {limit}. Remove embedded objects and save it again.",
    },
    "unpacks-too-large": {
        "it": "Il documento, una volta aperto, supera il limite di {limit} MB ({part}). Togli ciò che è incorporato e salvalo di nuovo.",
        "en": "Once unpacked, the document exceeds the limit of {limit} MB ({part}). Remove what is embedded in it and save it again.",
    },
    "squeezed": {
        "it": "Una parte del documento è compressa in modo anomalo ({part}), come nei file ostili. Non aprirlo: chiedi a chi l'ha mandato.",
        "en": "A part of the document is compressed abnormally ({part}), as in hostile files. Do not open it: ask the person who sent it.",
    },
    "part-name": {
        "it": "Il documento contiene una parte con un nome non ammesso ({part}), come nei file ostili. Non aprirlo: chiedi a chi l'ha mandato.",
        "en": "The document contains a part with a forbidden name ({part}), as in hostile files. Do not open it: ask the person who sent it.",
    },
    "part-twice": {
        "it": "Il documento contiene due volte la stessa parte ({part}): due programmi vi leggerebbero testi diversi. Salvalo di nuovo da Word.",
        "en": "The document contains the same part twice ({part}): two programs would read two texts in it. Save it again from Word.",
    },
    "compression": {
        "it": "Il documento usa una compressione che Word non usa ({part}). Aprilo in Word o LibreOffice e salvalo di nuovo.",
        "en": "The document uses a compression Word does not use ({part}). Open it in Word or LibreOffice and save it again.",
    },
    "entities": {
        "it": "Il documento contiene definizioni XML non ammesse ({part}), come nei file ostili. Non aprirlo: chiedi a chi l'ha mandato.",
        "en": "The document contains forbidden XML definitions ({part}), as in hostile files. Do not open it: ask the person who sent it.",
    },
    "too-many-elements": {
        "it": "Il documento è troppo complesso (più di {limit} elementi in {part}). Dividilo o copia il testo nel dossier originale.",
        "en": "The document is too complex (more than {limit} elements in {part}). Split it or copy the text into the original dossier.",
    },
    "too-deep": {
        "it": "Il documento ha elementi annidati oltre il limite di {limit} ({part}). Copia il testo nel dossier originale.",
        "en": "The document has elements nested beyond the limit of {limit} ({part}). Copy the text into the original dossier.",
    },
    "too-wide": {
        "it": "Una tabella del documento dichiara {columns} colonne, il limite è {limit}. Copia il testo nel dossier originale.",
        "en": "A table of the document claims {columns} columns, the limit is {limit}. Copy the text into the original dossier.",
    },
    "picture-too-large": {
        "it": "Un'immagine del documento ha {megapixels} megapixel, il limite è {limit} ({part}). Riducila e salvalo di nuovo.",
        "en": "A picture in the document has {megapixels} megapixels, the limit is {limit} ({part}). Make it smaller and save it again.",
    },
    "no-fields": {
        "it": "0 campi riconosciuti: il documento non è un dossier di SeedDesk. Copia il testo in un dossier in bianco e manda quello.",
        "en": "0 fields recognised: the document is not a SeedDesk dossier. Copy its text into a blank dossier and send that.",
    },
    "reading-stopped": {
        "it": "La lettura del file ha superato {seconds} secondi o la memoria concessa ed è stata fermata. Aprilo in Word e salvalo di nuovo.",
        "en": "Reading the file took more than {seconds} seconds or the memory allowed and was stopped. Open it in Word and save it again.",
    },
    "file-unreadable": {
        "it": "Il file non si può leggere dal disco ({detail}). Chiudilo negli altri programmi e riprova.",
        "en": "The file cannot be read from the disk ({detail}). Close it in other programs and try again.",
    },
    # Remarks about a document that was read
    "repaired": {
        "it": "Il documento era scritto male dal programma che l'ha salvato ed è stato riparato: controlla i valori.",
        "en": "The document was badly written by the program that saved it and has been repaired: check the values.",
    },
    "external-target": {
        "it": "Il documento rimanda a qualcosa fuori di sé, che non è stato aperto: {target}",
        "en": "The document points to something outside itself, which was not opened: {target}",
    },
    "embedded": {
        "it": "Il documento contiene un oggetto incorporato, che non è stato letto: {part}",
        "en": "The document contains an embedded object, which was not read: {part}",
    },
    "picture-kind": {
        "it": "Un'immagine non è in un formato accettato (JPEG, PNG, GIF, WebP) e non è stata letta: {part}",
        "en": "A picture is not in an accepted format (JPEG, PNG, GIF, WebP) and was not read: {part}",
    },
    "foreign-part": {
        "it": "Una parte del documento viene da un altro file inserito e non è stata letta: {part}",
        "en": "A part of the document comes from another file inserted in it and was not read: {part}",
    },
    "invisible-characters": {
        "it": "Il testo contiene {count} caratteri invisibili o che ne invertono la direzione: sono stati tenuti, controllali.",
        "en": "The text contains {count} characters that are invisible or turn its direction: they were kept, check them.",
    },
    "base-unreadable": {
        "it": "La copia di partenza contenuta nel dossier non è integra: le modifiche saranno confrontate con il catalogo.",
        "en": "The starting copy carried in the dossier is not intact: changes will be compared with the catalogue.",
    },
    "identity-differs": {
        "it": "Il documento porta più identità diverse ({codes}): è stata presa la prima, controllala.",
        "en": "The document carries different identities ({codes}): the first was taken, check it.",
    },
    "dossier-form-unknown": {
        "it": "Il dossier è fatto con il modulo {form}, versione {version}, che questo catalogo non conosce: i campi sono riconosciuti dai loro nomi.",
        "en": "The dossier was made with form {form}, version {version}, which this catalogue does not know: fields are recognised by their names.",
    },
    "field-twice": {
        "it": "Il campo {field} compare più di una volta con testi diversi: è stato letto il primo, gli altri sono tra ciò che avanza.",
        "en": "The field {field} appears more than once with different texts: the first was read, the others are left over.",
    },
    "row-copied": {
        "it": "Una riga di «{field}» compare più volte: le copie uguali non sono state aggiunte. Per aggiungerne una, cambia la copia.",
        "en": "A row of “{field}” appears more than once: identical copies were not added. To add one, change the copy.",
    },
    "table-copied": {
        "it": "La tabella di «{field}» compare più volte: le righe di tutte le copie sono state prese. Controllale.",
        "en": "The table of “{field}” appears more than once: the rows of every copy were taken. Check them.",
    },
    "picture-unplaced": {
        "it": "{count} immagini stanno fuori dagli spazi previsti e non sono state prese: mettile nella scheda di un allegato.",
        "en": "{count} pictures stand outside the places for them and were not taken: put them in the card of an attachment.",
    },
    "picture-gone": {
        "it": "Immagini tolte dal documento: {count}. Nella pratica restano: chi vuole toglierle lo fa dalla pratica.",
        "en": "Pictures taken out of the document: {count}. They stay in the practice: whoever wants them gone removes them there.",
    },
}
