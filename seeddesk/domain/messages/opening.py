"""What the window says of a catalogue that does not open: ``opening-<code>`` in a few words, ``opening-safe-<code>`` what is safe and what to do;
and of one that does, what came of a check or of bringing it back."""

SENTENCES = {
    "opening-catalogue-absent": {
        "it": "Il catalogo non c'è",
        "en": "The catalogue is not there",
    },
    "opening-safe-catalogue-absent": {
        "it": "In {path} non si trova. Se sta su una chiavetta o su un disco di rete, collegali e riprova. Nulla è stato cambiato.",
        "en": "It is not at {path}. If it lies on a stick or on a network disk, connect it and try again. Nothing was changed.",
    },
    "opening-catalogue-in-use": {
        "it": "Il catalogo è già aperto",
        "en": "The catalogue is open already",
    },
    "opening-safe-catalogue-in-use": {
        "it": "Ci scrive {user}, sul computer {host}, da {since}. Finché è aperto lì, qui lo si può leggere ed esportare, ma non scrivere.",
        "en": "{user} is writing in it, on the computer {host}, since {since}. While it is open there, here it can be read and exported, but not written.",
    },
    "opening-catalogue-busy": {
        "it": "Il catalogo è occupato",
        "en": "The catalogue is busy",
    },
    "opening-safe-catalogue-busy": {
        "it": "Un altro programma lo sta usando, forse un antivirus. Di solito basta un momento; quello che era salvato è al sicuro.",
        "en": "Another program is using it, perhaps an antivirus. A moment is usually enough; what was saved is safe.",
    },
    "opening-catalogue-newer": {
        "it": "Il catalogo è di un SeedDesk più nuovo",
        "en": "The catalogue is of a newer SeedDesk",
    },
    "opening-safe-catalogue-newer": {
        "it": "Per scriverci, aggiorna SeedDesk. Intanto lo si può leggere: tutto quello che contiene è al sicuro.",
        "en": "To write in it, update SeedDesk. Meanwhile it can be read: everything in it is safe.",
    },
    "opening-catalogue-read-only": {
        "it": "In questa cartella non si può scrivere",
        "en": "This folder cannot be written to",
    },
    "opening-safe-catalogue-read-only": {
        "it": "Il catalogo si può leggere ed esportare. Per scrivere, copialo dove è permesso, o chiedi il permesso per {path}.",
        "en": "The catalogue can be read and exported. To write, copy it to where that is allowed, or ask for permission for {path}.",
    },
    "opening-catalogue-damaged": {
        "it": "Il catalogo è danneggiato",
        "en": "The catalogue is damaged",
    },
    "opening-safe-catalogue-damaged": {
        "it": "Nulla è stato cambiato. Qualunque cosa scegli, i file danneggiati restano accanto, con un altro nome.",
        "en": "Nothing was changed. Whatever you choose, the damaged files stay beside it under another name.",
    },
    "opening-content-damaged": {
        "it": "Il catalogo è danneggiato",
        "en": "The catalogue is damaged",
    },
    "opening-safe-content-damaged": {
        "it": "Qualcosa nel catalogo non si legge più come fu scritto. Qualunque cosa scegli, i file di adesso restano accanto, con un altro nome.",
        "en": "Something in the catalogue no longer reads as it was written. Whatever you choose, the files of now stay beside it under another name.",
    },
    "opening-catalogue-not-one": {
        "it": "Questo file non è un catalogo di SeedDesk",
        "en": "This file is not a SeedDesk catalogue",
    },
    "opening-safe-catalogue-not-one": {
        "it": "{path} è un'altra cosa, o il suo inizio si è perso. Il file resta com'è: se lo sostituisci, è tenuto accanto con un altro nome.",
        "en": "{path} is something else, or its beginning was lost. The file stays as it is: if you replace it, it is kept beside under another name.",
    },
    "opening-catalogue-not-opened": {
        "it": "Il catalogo non si apre",
        "en": "The catalogue does not open",
    },
    "opening-safe-catalogue-not-opened": {
        "it": "Controlla che il disco sia collegato e che la cartella esista, poi riprova. Nulla è stato cambiato.",
        "en": "Check that the disk is connected and the folder exists, then try again. Nothing was changed.",
    },
    "opening-catalogue-io": {
        "it": "Il disco non legge il catalogo",
        "en": "The disk does not read the catalogue",
    },
    "opening-safe-catalogue-io": {
        "it": "Può essere un cavo, una chiavetta tolta o un disco che si guasta. Prima riprova; le copie di sicurezza stanno a parte.",
        "en": "It can be a cable, a stick pulled out or a disk that is failing. Try again first; the backups lie apart.",
    },
    "opening-catalogue-setting": {
        "it": "Questo disco non tiene ciò che SeedDesk promette",
        "en": "This disk does not keep what SeedDesk promises",
    },
    "opening-safe-catalogue-setting": {
        "it": "Un salvataggio qui potrebbe andare perso se manca la corrente. Il catalogo si può leggere; per scrivere, copialo su un disco di questo computer.",
        "en": "A save here could be lost when the power goes. The catalogue can be read; to write, copy it to a disk of this computer.",
    },
    "opening-disk-full": {
        "it": "Il disco è pieno",
        "en": "The disk is full",
    },
    "opening-safe-disk-full": {
        "it": "Quello che era salvato c'è ancora. Libera spazio e riprova; intanto il catalogo si può leggere.",
        "en": "What was saved is still there. Make room and try again; meanwhile the catalogue can be read.",
    },
    "opening-file-not-written": {
        "it": "Il disco non lascia scrivere",
        "en": "The disk does not let us write",
    },
    "opening-safe-file-not-written": {
        "it": "{path} non si può scrivere ({reason}). Quello che era salvato c'è ancora: controlla spazio e permessi e riprova.",
        "en": "{path} cannot be written ({reason}). What was saved is still there: check space and permissions and try again.",
    },
    "opening-server-unreachable": {
        "it": "Il database non risponde",
        "en": "The database does not answer",
    },
    "opening-safe-server-unreachable": {
        "it": "Controlla la rete e riprova. Quello che era salvato è sul server.",
        "en": "Check the network and try again. What was saved is on the server.",
    },
    "opening-catalogue-locked": {
        "it": "Il catalogo è protetto",
        "en": "The catalogue is protected",
    },
    "opening-safe-catalogue-locked": {
        "it": "La sua chiave non è nel portachiavi di questo computer. Scrivi il codice di recupero, quello mostrato quando fu protetto.",
        "en": "Its key is not in this computer's keyring. Type the recovery code, the one shown when it was protected.",
    },
    "opening-keys-absent": {
        "it": "Mancano le chiavi del catalogo",
        "en": "The catalogue's keys are missing",
    },
    "opening-safe-keys-absent": {
        "it": "Il catalogo è cifrato e il file con le sue chiavi non c'è più. Una copia sta accanto a ogni copia di sicurezza: indicala e scrivi il codice di recupero.",
        "en": "The catalogue is encrypted and the file with its keys is gone. A copy lies beside every backup: point to it and type the recovery code.",
    },
    "opening-keys-damaged": {
        "it": "Le chiavi del catalogo sono danneggiate",
        "en": "The catalogue's keys are damaged",
    },
    "opening-safe-keys-damaged": {
        "it": "Il file con le chiavi non è più come fu scritto. Una copia sta accanto a ogni copia di sicurezza: indicala e scrivi il codice di recupero.",
        "en": "The file with the keys is no longer as it was written. A copy lies beside every backup: point to it and type the recovery code.",
    },
    "opening-catalogue-key-wrong": {
        "it": "Le chiavi non aprono questo catalogo",
        "en": "The keys do not open this catalogue",
    },
    "opening-safe-catalogue-key-wrong": {
        "it": "Il file è danneggiato, o è di altre chiavi. Qualunque cosa scegli, resta accanto con un altro nome.",
        "en": "The file is damaged, or belongs to other keys. Whatever you choose, it stays beside under another name.",
    },
    "opening-catalogue-plain": {
        "it": "Il catalogo non è più cifrato",
        "en": "The catalogue is no longer encrypted",
    },
    "opening-safe-catalogue-plain": {
        "it": "Accanto ci sono le sue chiavi, ma il file è in chiaro: qualcuno l'ha sostituito. Qualunque cosa scegli, resta accanto con un altro nome.",
        "en": "Its keys lie beside it, but the file is plain: somebody replaced it. Whatever you choose, it stays beside under another name.",
    },
    "opening-other": {
        "it": "Il catalogo non si apre",
        "en": "The catalogue cannot be opened",
    },
    "opened-checking": {
        "it": "L'ultima volta SeedDesk non era stato chiuso bene (computer {host}, aperto da {since}). Il catalogo viene controllato per intero: intanto puoi lavorare.",
        "en": "Last time SeedDesk was not closed in good order (computer {host}, open since {since}). The whole catalogue is being checked: meanwhile you can work.",
    },
    "opened-checked": {
        "it": "L'ultima volta SeedDesk non era stato chiuso bene (computer {host}, aperto da {since}). Controllato per intero: è sano.",
        "en": "Last time SeedDesk was not closed in good order (computer {host}, open since {since}). Checked as a whole: it is sound.",
    },
    "opened-check-bad": {
        "it": "Il controllo ha trovato danni: {reason}",
        "en": "The check found damage: {reason}",
    },
    "opened-restored": {
        "it": "È tornata la copia di sicurezza del {made}. Ciò che c'era è tenuto in {kept}.",
        "en": "The backup of {made} is back. What was there is kept as {kept}.",
    },
    "opened-salvaged": {
        "it": "Salvate {count} revisioni, di cui {backup} da una copia di sicurezza; perse {lost}. I file danneggiati sono tenuti in {kept}.",
        "en": "Saved {count} revisions, {backup} of them from a backup; {lost} lost. The damaged files are kept as {kept}.",
    },
    "opened-salvaged-lost": {
        "it": "Perduti salvataggi di: {practices}.",
        "en": "Saves are lost of: {practices}.",
    },
    "protect-sheet": {
        "it": "SeedDesk: codice di recupero\n\nCatalogo: {path}\nData: {day}\n\n    {letters}\n\nCon questo codice si riapre il catalogo cifrato quando il portachiavi del computer non c'è più, o su un altro computer.\nChi lo ha può leggere il catalogo: tieni questo foglio al sicuro, lontano dal computer.\n",
        "en": "SeedDesk: recovery code\n\nCatalogue: {path}\nDate: {day}\n\n    {letters}\n\nThis code reopens the encrypted catalogue when the computer's keyring is gone, or on another computer.\nWhoever has it can read the catalogue: keep this sheet safe, away from the computer.\n",
    },
}
