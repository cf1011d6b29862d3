"""Sentences about taking files in."""

SENTENCES = {
    "folder-unreadable": {
        "it": "La cartella non si può leggere, e quello che contiene non è stato importato. Controlla chi può aprirla, o copia altrove i suoi file.",
        "en": "The folder cannot be read, and what it holds was not imported. Check who may open it, or copy its files elsewhere.",
    },
    "file-absent": {
        "it": "«{name}» non c'è. Controlla il nome e la cartella.",
        "en": "“{name}” is not there. Check the name and the folder.",
    },
    "file-kind": {
        "it": "I file {kind} non si importano. Si importano dossier .docx e tabelle .csv o .xlsx.",
        "en": "Files of kind {kind} are not imported. Dossiers (.docx) and tables (.csv, .xlsx) are.",
    },
    "folder-empty": {
        "it": "In {name} non c'è nessun file da importare. Indica i dossier .docx, le tabelle, o la cartella che li contiene.",
        "en": "There is no file to import in {name}. Name the .docx dossiers, the tables, or the folder that holds them.",
    },
    "author-not-stated": {"it": "non indicato", "en": "not stated"},
    "blank-again": {
        "it": "dallo stesso modulo in bianco la stessa persona ha già mandato {codes}: se è la stessa pratica, una delle due è di troppo",
        "en": "the same person already sent {codes} from the same blank: if it is the same practice, one of the two is too many",
    },
    "blank-empty": {
        "it": "Il modulo in bianco non è stato compilato. Chiedi a chi l'ha mandato di scrivere almeno il titolo.",
        "en": "The blank dossier was not filled in. Ask whoever sent it to write at least the title.",
    },
    "no-base": {
        "it": "il documento non dice più con che cosa è partito: confrontato con il catalogo di oggi",
        "en": "the document no longer says what it left with: compared with the catalogue of today",
    },
    "copied": {
        "it": "viene da una copia di questo catalogo su cui si è lavorato a parte: confrontato con il catalogo di oggi",
        "en": "comes from a copy of this catalogue that was worked on apart: compared with the catalogue of today",
    },
}
