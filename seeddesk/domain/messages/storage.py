"""Sentences about the catalogue, its files, settings and backups."""

SENTENCES = {
    "catalogue-absent": {
        "it": "Non c'è nessun catalogo in {path}. Creane uno con «seeddesk init», o indica dov'è con --catalogue.",
        "en": "There is no catalogue at {path}. Make one with “seeddesk init”, or say where it is with --catalogue.",
    },
    "catalogue-exists": {
        "it": "In {path} c'è già un catalogo. Aprilo, o scegli un altro posto.",
        "en": "There is a catalogue at {path} already. Open it, or choose another place.",
    },
    "catalogue-newer": {
        "it": "Il catalogo {path} è di una versione più nuova di SeedDesk (schema {found}, questa conosce {known}). Aggiorna SeedDesk.",
        "en": "The catalogue {path} was made by a newer SeedDesk (schema {found}, this one knows {known}). Update SeedDesk.",
    },
    "catalogue-not-one": {
        "it": "{path} non è un catalogo di SeedDesk. Indica un file .seeddesk.",
        "en": "{path} is not a SeedDesk catalogue. Point to a .seeddesk file.",
    },
    "catalogue-damaged": {
        "it": "Il catalogo {path} è danneggiato ({reason}). «seeddesk restore --last» ripristina l'ultima copia di sicurezza, «seeddesk salvage» recupera ciò che si legge ancora.",
        "en": "The catalogue {path} is damaged ({reason}). “seeddesk restore --last” brings the last backup back, “seeddesk salvage” saves what reads.",
    },
    "content-damaged": {
        "it": "Una parte del catalogo non si legge più. «seeddesk restore --last» ripristina l'ultima copia di sicurezza, «seeddesk salvage» recupera ciò che si legge ancora.",
        "en": "A part of the catalogue can no longer be read. “seeddesk restore --last” brings the last backup back, “seeddesk salvage” saves what reads.",
    },
    "search-damaged": {
        "it": "Una parte dell'indice della ricerca non si legge più; le pratiche sono intere. «seeddesk check --rebuild» lo rifà.",
        "en": "A part of the search index can no longer be read; the practices are whole. “seeddesk check --rebuild” makes it anew.",
    },
    "catalogue-older": {
        "it": "Il catalogo {path} è di un SeedDesk precedente e qui si può solo leggere: cercare e filtrare no. Aprilo una volta dove si può scrivere.",
        "en": "The catalogue {path} is of an earlier SeedDesk and can only be read here, not searched or filtered. Open it once where it can be written.",
    },
    "catalogue-read-only": {
        "it": "In {path} non si può scrivere. Controlla i permessi della cartella, o copia il catalogo altrove.",
        "en": "{path} cannot be written to. Check the folder's permissions, or copy the catalogue elsewhere.",
    },
    "catalogue-in-use": {
        "it": "Il catalogo è aperto in scrittura da {user} sul computer {host} (processo {pid}), da {since}. Chiudi l'altro SeedDesk e riprova.",
        "en": "The catalogue is being written by {user} on {host} (process {pid}), since {since}. Close the other SeedDesk and try again.",
    },
    "catalogue-busy": {
        "it": "Il catalogo {path} è occupato da un altro programma. Aspetta un momento e riprova.",
        "en": "The catalogue {path} is busy with another program. Wait a moment and try again.",
    },
    "catalogue-not-opened": {
        "it": "Il catalogo {path} non si apre ({reason}). Controlla che il disco sia collegato e che la cartella esista.",
        "en": "The catalogue {path} does not open ({reason}). Check that the disk is connected and the folder exists.",
    },
    "catalogue-io": {
        "it": "Il disco non ha letto o scritto il catalogo {path} ({reason}). Riapri il catalogo e guarda se l'ultima modifica c'è.",
        "en": "The disk failed to read or write the catalogue {path} ({reason}). Open it again and look whether the last change is there.",
    },
    "catalogue-gone": {
        "it": "Il file del catalogo {path} non c'è più, o un altro ha preso il suo posto: qui non si salva più niente. Rimettilo dov'era, oppure tieni altrove ciò che hai scritto e riapri SeedDesk.",
        "en": "The catalogue's file {path} is gone, or another has taken its place: nothing is saved here any more. Put it back where it was, or keep what you wrote elsewhere and open SeedDesk again.",
    },
    "catalogue-setting": {
        "it": "Il catalogo {path} non accetta l'impostazione {setting}={wanted} (trovato {found}). Spostalo su un disco locale.",
        "en": "The catalogue {path} does not take the setting {setting}={wanted} (found {found}). Move it to a local disk.",
    },
    "disk-full": {
        "it": "Il disco di {path} è pieno. Libera spazio e riprova: quello che era salvato è ancora lì.",
        "en": "The disk of {path} is full. Make room and try again: what was saved is still there.",
    },
    "server-unreachable": {
        "it": "Il database {path} non risponde ({reason}). Controlla la rete e l'indirizzo, poi riprova.",
        "en": "The database {path} does not answer ({reason}). Check the network and the address, then try again.",
    },
    "file-not-written": {
        "it": "Non si può scrivere {path} ({reason}). Controlla lo spazio e i permessi, o scegli un altro posto.",
        "en": "{path} cannot be written ({reason}). Check space and permissions, or choose another place.",
    },
    "file-not-read": {
        "it": "Non si può leggere {path} ({reason}). Controlla che il file ci sia e che tu possa leggerlo.",
        "en": "{path} cannot be read ({reason}). Check that the file is there and that you may read it.",
    },
    "attachment-folder": {
        "it": "{path} è una cartella. Trascina qui i file che contiene.",
        "en": "{path} is a folder. Drop the files in it here.",
    },
    "attachment-too-large": {
        "it": "{path} è di {size} MB: il catalogo tiene file fino a {most} MB. Fanne una copia più piccola, o scrivi nella scheda dove si trova.",
        "en": "{path} has {size} MB: a catalogue keeps files of up to {most} MB. Make a smaller copy, or write into the record where it is.",
    },
    "file-changed": {
        "it": "{path} è cambiato mentre veniva letto. Chiudi il programma che lo usa e riprova.",
        "en": "{path} changed while it was read. Close the program that uses it and try again.",
    },
    "attachment-absent": {
        "it": "L'allegato {name} non è ancora qui. Arriverà con la prossima consegna da chi l'ha aggiunto.",
        "en": "The attachment {name} is not here yet. It comes with the next delivery from whoever added it.",
    },
    "attachment-damaged": {
        "it": "I dati dell'allegato {name} sono danneggiati. Aggiungi di nuovo il file, o ripristina una copia di sicurezza.",
        "en": "The bytes of attachment {name} are damaged. Add the file again, or bring back a backup.",
    },
    "practice-unknown": {
        "it": "Nel catalogo non c'è una pratica «{name}». Cercala con «seeddesk list».",
        "en": "There is no practice “{name}” in the catalogue. Look for it with “seeddesk list”.",
    },
    "practice-ambiguous": {
        "it": "Il codice {name} è di più pratiche: {ids}. Usa uno di questi identificativi.",
        "en": "The code {name} belongs to several practices: {ids}. Use one of these ids.",
    },
    "form-unknown": {
        "it": "Il catalogo non conosce il modulo {form} versione {version}. Importalo prima.",
        "en": "The catalogue does not know the form {form} version {version}. Import it first.",
    },
    "sort-unknown": {
        "it": "Non si può ordinare per «{name}». Scegli tra: {choices}.",
        "en": "Practices cannot be sorted by “{name}”. Choose one of: {choices}.",
    },
    "backup-bad": {
        "it": "La copia di sicurezza {path} non è buona ({reason}). Scegline un'altra.",
        "en": "The backup {path} is not good ({reason}). Choose another one.",
    },
    "backup-absent": {
        "it": "La copia di sicurezza {path} non c'è. Controlla il nome e la cartella.",
        "en": "The backup {path} is not there. Check the name and the folder.",
    },
    "backup-not-one": {
        "it": "{path} non è una copia di sicurezza di SeedDesk. Indica un file .seeddesk fatto da «seeddesk backup».",
        "en": "{path} is not a SeedDesk backup. Point to a .seeddesk file made by “seeddesk backup”.",
    },
    "backup-exists": {
        "it": "{path} esiste già e non viene sovrascritto. Scegli un altro nome.",
        "en": "{path} is there already and is not overwritten. Choose another name.",
    },
    "restore-server": {
        "it": "Un database PostgreSQL si ripristina con gli strumenti del server. Per recuperare singole pratiche apri la copia come catalogo.",
        "en": "A PostgreSQL database is restored with the server's tools. To recover single practices, open the backup as a catalogue.",
    },
    "location-unknown": {
        "it": "«{location}» non è un posto per un catalogo. Indica un file, o un indirizzo postgresql://.",
        "en": "“{location}” is no place for a catalogue. Give a file, or a postgresql:// address.",
    },
    "cli-arg-deep": {
        "it": "rifà anche tutti i conti, invece di confrontare soltanto con quanto fu scritto: dieci volte più lento",
        "en": "works everything out anew as well, instead of only comparing with what was written: ten times slower",
    },
    "check-pages": {
        "it": "Il file del catalogo ha pagine danneggiate ({reason}). Ripristina l'ultima copia di sicurezza con «seeddesk restore».",
        "en": "The catalogue's file has damaged pages ({reason}). Bring back the last backup with “seeddesk restore”.",
    },
    "check-reference": {
        "it": "Nella tabella {table} la riga {row} non rimanda a niente. «seeddesk check --rebuild» la rifà.",
        "en": "In table {table} row {row} points to nothing. “seeddesk check --rebuild” makes it anew.",
    },
    "check-revision": {
        "it": "La revisione {dot} della pratica {practice} non è quella che era. Ripristina una copia di sicurezza che la contiene intatta.",
        "en": "Revision {dot} of practice {practice} is not what it was. Bring back a backup that has it whole.",
    },
    "check-types": {
        "it": "Nella tabella {table} righe che tengono altro da ciò che vi fu scritto: {count}. Ripristina l'ultima copia di sicurezza con «seeddesk restore», o recupera ciò che si legge ancora con «seeddesk salvage».",
        "en": "Rows in table {table} that hold something else than was written: {count}. Bring back the last backup with “seeddesk restore”, or save what reads with “seeddesk salvage”.",
    },
    "check-types-derived": {
        "it": "Nella tabella {table} righe che tengono altro da ciò che vi fu scritto: {count}. «seeddesk check --rebuild» le rifà dalle revisioni.",
        "en": "Rows in table {table} that hold something else than was written: {count}. “seeddesk check --rebuild” makes them anew from the revisions.",
    },
    "check-told": {
        "it": "Alla pratica {practice} mancano revisioni che c'erano, o ne ha altre. Ripristina una copia di sicurezza che le contiene.",
        "en": "Practice {practice} lacks revisions that were there, or has others. Bring back a backup that has them.",
    },
    "check-derived": {
        "it": "L'elenco mostra la pratica {practice} diversa da come dicono le sue revisioni. «seeddesk check --rebuild» lo rifà.",
        "en": "The list shows practice {practice} otherwise than its revisions say. “seeddesk check --rebuild” makes it anew.",
    },
    "check-search": {
        "it": "L'indice della ricerca è danneggiato. «seeddesk check --rebuild» lo rifà.",
        "en": "The search index is damaged. “seeddesk check --rebuild” makes it anew.",
    },
    "check-form": {
        "it": "Il modulo {form} versione {version} conservato nel catalogo è danneggiato. Importalo di nuovo, o ripristina una copia di sicurezza.",
        "en": "The form {form} version {version} kept in the catalogue is damaged. Import it again, or bring back a backup.",
    },
    "check-attachment": {
        "it": "I dati dell'allegato {name} sono danneggiati. Aggiungi di nuovo il file, o ripristina una copia di sicurezza.",
        "en": "The bytes of attachment {name} are damaged. Add the file again, or bring back a backup.",
    },
    "check-quarantine-one": {
        "it": "1 revisione è messa da parte: porta un contrassegno già usato da un'altra (una copia ripristinata o clonata). Chiedi di rimandarla.",
        "en": "1 revision is set aside: it carries a mark another one used already (a restored or cloned copy). Ask for it to be sent again.",
    },
    "check-quarantine": {
        "it": "{count} revisioni sono messe da parte: portano un contrassegno già usato da altre (una copia ripristinata o clonata). Chiedi di rimandarle.",
        "en": "{count} revisions are set aside: they carry a mark others used already (a restored or cloned copy). Ask for them to be sent again.",
    },
    "backup-locked": {
        "it": "La copia di sicurezza {path} del catalogo {catalogue} c'è, ma la chiude un codice di recupero che qui non è noto. Aprila con «seeddesk unlock --recovery-code --catalogue {path}» e riprova; dove non c'è un portachiavi, metti il codice in SEEDDESK_RECOVERY_CODE.",
        "en": "The backup {path} of the catalogue {catalogue} is there, but a recovery code that is not known here locks it. Open it with “seeddesk unlock --recovery-code --catalogue {path}” and try again; where there is no keyring, put the code into SEEDDESK_RECOVERY_CODE.",
    },
    "salvage-locked": {
        "it": "La copia di sicurezza {path} è chiusa da un codice di recupero e non è stata letta: ciò che solo lei contiene non è qui. Con il codice in SEEDDESK_RECOVERY_CODE ripeti «seeddesk salvage».",
        "en": "The backup {path} is locked by a recovery code and was not read: what only it holds is not here. With the code in SEEDDESK_RECOVERY_CODE, run “seeddesk salvage” again.",
    },
    "backup-none": {
        "it": "Non c'è nessuna copia di sicurezza buona del catalogo {path}. Indicane una con «seeddesk restore FILE», o prova «seeddesk salvage».",
        "en": "There is no good backup of the catalogue {path}. Name one with “seeddesk restore FILE”, or try “seeddesk salvage”.",
    },
    "cli-salvage": {
        "it": "Recuperato {path}. Revisioni: {revisions}, dall'ultima copia di sicurezza: {added}, perdute: {lost}. I file di prima sono conservati in {kept}.",
        "en": "Salvaged {path}. Revisions: {revisions}, from the last backup: {added}, lost: {lost}. The files as they were are kept as {kept}.",
    },
    "cli-salvage-lost": {"it": "perduta: la revisione {dot}", "en": "lost: revision {dot}"},
    "cli-salvage-lost-of": {
        "it": "perduto: un salvataggio di {who}, modificata l'ultima volta {time} (revisione {dot})",
        "en": "lost: a save of {who}, last changed {time} (revision {dot})",
    },
    "salvage-nothing": {
        "it": "In {path} non si legge più nessuna revisione e nessuna copia di sicurezza ne ha. Il file è rimasto com'era: cercane una copia altrove.",
        "en": "No revision reads any more in {path} and no backup has one. The file is as it was: look for a copy elsewhere.",
    },
    "salvage-unsure": {
        "it": "Il file danneggiato non dice più quante revisioni aveva: alcune potrebbero mancare. Confronta con quel che ricordi, e tieni il file danneggiato.",
        "en": "The damaged file no longer says how many revisions it had: some may be missing. Compare with what you remember, and keep the damaged file.",
    },
    "opened-after-crash": {
        "it": "SeedDesk non era stato chiuso bene (computer {host}, aperto da {since}). Il catalogo è stato controllato per intero: è sano.",
        "en": "SeedDesk had not been closed in good order (computer {host}, open since {since}). The whole catalogue was checked: it is sound.",
    },
    "opened-synced": {
        "it": "La cartella {path} è copiata da {service} mentre lavori: un catalogo lì può guastarsi. Spostalo in una cartella di questo computer.",
        "en": "{service} copies the folder {path} while you work: a catalogue there can be damaged. Move it to a folder of this computer.",
    },
    "opened-network": {
        "it": "La cartella {path} è in rete ({system}). Il catalogo vi lavora più piano e da un computer per volta; su un disco locale è più sicuro.",
        "en": "The folder {path} is on the network ({system}). The catalogue is slower there, one computer at a time; a local disk is safer.",
    },
    "opened-read-only": {
        "it": "Il catalogo {path} è aperto in sola lettura. Per scrivere, chiudi l'altro SeedDesk o copialo dove si può scrivere.",
        "en": "The catalogue {path} is open for reading only. To write, close the other SeedDesk or copy it to where writing is allowed.",
    },
}
