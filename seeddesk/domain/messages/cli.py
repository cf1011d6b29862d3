"""The command line's own words: help, usage errors, what it did."""

SENTENCES = {
    "cli-help": {
        "it": """SeedDesk: registra pratiche di innovazione sociale senza rete, le manda come dossier Word e riunisce ciò che torna.

  seeddesk                 apre la finestra
  seeddesk COMANDO …       fa una cosa; «seeddesk COMANDO --help» la spiega

Comandi
{commands}

Opzioni per ogni comando
  --catalogue PERCORSO  il catalogo: un file .seeddesk o un indirizzo postgresql:// (anche SEEDDESK_CATALOGUE)
  --author NOME         chi scrive (anche SEEDDESK_AUTHOR)
  --json                un solo documento JSON, per i programmi
  --lang it|en          la lingua (anche SEEDDESK_LANG)

Codici di uscita: 0 fatto · 1 rifiutato · 2 comando scritto male · 3 fatto, ma serve una persona.""",
        "en": """SeedDesk: record social-innovation practices offline, send them as Word dossiers, merge what comes back.

  seeddesk                 opens the window
  seeddesk COMMAND …       does one thing; “seeddesk COMMAND --help” explains it

Commands
{commands}

Options of every command
  --catalogue PATH      the catalogue: a .seeddesk file or a postgresql:// address (also SEEDDESK_CATALOGUE)
  --author NAME         who is writing (also SEEDDESK_AUTHOR)
  --json                one JSON document, for programs
  --lang it|en          the language (also SEEDDESK_LANG)

Exit codes: 0 done · 1 refused · 2 wrong usage · 3 done, and something needs a person.""",
    },
    "cli-globals": {
        "it": "Valgono anche --catalogue, --author, --json, --lang: vedi «seeddesk --help».",
        "en": "--catalogue, --author, --json and --lang work too: see “seeddesk --help”.",
    },
    "cli-help-init": {"it": "crea un catalogo", "en": "creates a catalogue"},
    "cli-help-new": {
        "it": "registra una pratica e ne stampa l'identificativo",
        "en": "records a practice and prints its id",
    },
    "cli-help-set": {"it": "modifica una pratica", "en": "edits a practice"},
    "cli-help-list": {"it": "cerca ed elenca le pratiche", "en": "finds and lists practices"},
    "cli-help-show": {"it": "mostra una pratica", "en": "shows a practice"},
    "cli-help-import": {
        "it": "riunisce dossier e tabelle con il catalogo",
        "en": "merges dossiers and tables into the catalogue",
    },
    "cli-help-export": {"it": "scrive dossier Word o una tabella", "en": "writes Word dossiers or a table"},
    "cli-help-blank": {
        "it": "scrive un dossier in bianco, per chi non ha SeedDesk",
        "en": "writes a blank dossier, for people without SeedDesk",
    },
    "cli-help-template": {
        "it": "usa il dossier disegnato dal centro al posto di quello di SeedDesk",
        "en": "uses the centre's own dossier in place of ours",
    },
    "cli-help-conflicts": {"it": "elenca ciò che aspetta una decisione", "en": "lists what waits for a decision"},
    "cli-help-resolve": {"it": "decide un conflitto", "en": "decides a conflict"},
    "cli-help-check": {"it": "verifica il catalogo", "en": "verifies the catalogue"},
    "cli-help-backup": {"it": "fa una copia di sicurezza", "en": "makes a backup"},
    "cli-help-restore": {
        "it": "rimette una copia di sicurezza al posto del catalogo",
        "en": "puts a backup in the catalogue's place",
    },
    "cli-help-salvage": {
        "it": "recupera tutto quel che si legge di un catalogo danneggiato, e quel che manca dall'ultima copia di sicurezza",
        "en": "saves all that reads in a damaged catalogue, and what is missing from the last backup",
    },
    "cli-help-demo": {
        "it": "mostra tutto il lavoro su un catalogo di prova",
        "en": "shows the whole job on a catalogue of its own",
    },
    "cli-arg-id": {
        "it": "il codice (SI-IT-2026-…) o l'identificativo della pratica",
        "en": "the practice's code (SI-IT-2026-…) or id",
    },
    "cli-arg-fields": {
        "it": "un campo e il suo valore; vuoto dopo = per cancellarlo",
        "en": "a field and its value; nothing after = to empty it",
    },
    "cli-arg-query": {"it": "parole da cercare", "en": "words to look for"},
    "cli-arg-where": {
        "it": "solo le pratiche con questo valore; si può ripetere",
        "en": "only practices with this value; can be repeated",
    },
    "cli-arg-limit": {"it": "al massimo N pratiche", "en": "at most N practices"},
    "cli-arg-history": {"it": "anche chi ha scritto che cosa e quando", "en": "also who wrote what and when"},
    "cli-arg-paths": {
        "it": "dossier .docx, tabelle .csv o .xlsx, cartelle",
        "en": ".docx dossiers, .csv or .xlsx tables, folders",
    },
    "cli-arg-map": {
        "it": "per le tabelle: quale colonna risponde a quale campo",
        "en": "for tables: which column answers which field",
    },
    "cli-arg-dry-run": {
        "it": "dice che cosa succederebbe e non scrive niente",
        "en": "says what would happen and writes nothing",
    },
    "cli-arg-ids": {"it": "quali pratiche; nessuna: tutte", "en": "which practices; none: all of them"},
    "cli-arg-export-query": {"it": "le pratiche che questa ricerca trova", "en": "the practices this search finds"},
    "cli-arg-to": {
        "it": "docx: un dossier per pratica; gli altri: un file solo",
        "en": "docx: one dossier for each practice; the others: one file",
    },
    "cli-arg-out": {
        "it": "la cartella dei dossier, o il file della tabella",
        "en": "the folder of the dossiers, or the table's file",
    },
    "cli-arg-blank-out": {"it": "il file .docx da scrivere", "en": "the .docx file to write"},
    "cli-arg-template-use": {
        "it": "il .docx da controllare e usare d'ora in poi, nella lingua di --lang",
        "en": "the .docx to check and use from now on, in the language of --lang",
    },
    "cli-arg-template-start": {
        "it": "dove scrivere quello di SeedDesk, da cambiare con Word",
        "en": "where to write ours, to be changed in Word",
    },
    "cli-arg-template-drop": {"it": "torna a quello di SeedDesk", "en": "goes back to ours"},
    "cli-arg-conflicts-id": {"it": "solo quelli di una pratica", "en": "only those of one practice"},
    "cli-arg-conflict-field": {
        "it": "il campo, come lo scrive «seeddesk conflicts»; practice per la pratica intera",
        "en": "the field, as “seeddesk conflicts” writes it; practice for the practice as a whole",
    },
    "cli-arg-take": {
        "it": "la versione da tenere: 1, 2, … o M per il testo già unito",
        "en": "the version to keep: 1, 2, … or M for the merged text",
    },
    "cli-arg-value": {"it": "un valore nuovo, al posto delle versioni", "en": "a new value, in place of the versions"},
    "cli-arg-rebuild": {
        "it": "rifà elenchi e ricerca dalle sole revisioni",
        "en": "makes lists and search anew from the revisions alone",
    },
    "cli-arg-backup-out": {
        "it": "dove scriverla; altrimenti tra le copie di sicurezza",
        "en": "where to write it; otherwise among the backups",
    },
    "cli-arg-backup-second": {
        "it": "d'ora in poi anche una copia in questa cartella (una chiavetta)",
        "en": "from now on a copy in this folder (a stick) as well",
    },
    "cli-arg-restore": {"it": "la copia di sicurezza", "en": "the backup"},
    "cli-arg-restore-last": {"it": "l'ultima copia di sicurezza buona", "en": "the last good backup"},
    "cli-arg-demo-out": {"it": "la cartella in cui lasciare i risultati", "en": "the folder to leave the results in"},
    "cli-more-new": {
        "it": 'Esempio: seeddesk new title="Orto di quartiere" country=IT policy_area="health;education" partners[0].name="Scuola Rodari"',
        "en": 'Example: seeddesk new title="Neighbourhood garden" country=IT policy_area="health;education" partners[0].name="Rodari school"',
    },
    "cli-more-set": {
        "it": "Le righe si contano da 0; la prima dopo l'ultima ne aggiunge una; partners[0]= la toglie. status=submitted invia la pratica.",
        "en": "Rows count from 0; the one behind the last adds a row; partners[0]= removes it. status=submitted submits the practice.",
    },
    "cli-more-import": {
        "it": 'Esempio: seeddesk import ritorni/ pratiche.csv --map "Titolo=title,Paese=country,Ente=lead_org.name"\nLo stesso file importato due volte non cambia niente la seconda volta.',
        "en": 'Example: seeddesk import returns/ practices.csv --map "Title=title,Country=country,Organisation=lead_org.name"\nThe same file imported twice changes nothing the second time.',
    },
    "cli-more-template": {
        "it": "I controlli contenuto dicono che cosa va dove: sd:title, sd:need… in una cella, con l'etichetta nella cella a sinistra; una riga di tabella con sd:partners[].name… si ripete per ogni partner.",
        "en": "Content controls say what goes where: sd:title, sd:need… in a cell, with the label in the cell to its left; a table row with sd:partners[].name… stands once for each partner.",
    },
    "cli-more-resolve": {
        "it": "La decisione è una revisione come le altre: le versioni restano nella storia.",
        "en": "The decision is a revision like any other: the versions stay in the history.",
    },
    # Wrong usage
    "cli-near-command": {
        "it": "Non c'è un comando «{what}». Forse volevi «seeddesk {near}»; «seeddesk --help» li elenca tutti.",
        "en": "There is no command “{what}”. Perhaps you meant “seeddesk {near}”; “seeddesk --help” lists them all.",
    },
    "cli-no-command": {
        "it": "Non c'è un comando «{what}». «seeddesk --help» li elenca tutti.",
        "en": "There is no command “{what}”. “seeddesk --help” lists them all.",
    },
    "cli-missing-either": {
        "it": "A «seeddesk {command}» manca {what} o {last}. Guarda «seeddesk {command} --help».",
        "en": "“seeddesk {command}” lacks {what} or {last}. See “seeddesk {command} --help”.",
    },
    "cli-no-stdout": {
        "it": "«seeddesk {command}» scrive in un file, non sul terminale: dopo {name} metti un nome al posto di «-».",
        "en": "“seeddesk {command}” writes to a file, not to the terminal: give {name} a name in place of “-”.",
    },
    "title-needed": {
        "it": 'Una pratica ha bisogno di un titolo. Scrivi title="…".',
        "en": 'A practice needs a title. Write title="…".',
    },
    "cli-left-out-one": {
        "it": "Tralasciato 1 carattere invisibile",
        "en": "1 invisible character left out",
    },
    "cli-left-out": {
        "it": "Tralasciati {count} caratteri invisibili",
        "en": "{count} invisible characters left out",
    },
    "cli-missing": {
        "it": "A «seeddesk {command}» manca {what}. Guarda «seeddesk {command} --help».",
        "en": "“seeddesk {command}” lacks {what}. See “seeddesk {command} --help”.",
    },
    "cli-needs-value": {
        "it": "Dopo {what} ci vuole un valore. Se comincia con un trattino scrivi {what}=VALORE.",
        "en": "{what} needs a value after it. If it begins with a dash, write {what}=VALUE.",
    },
    "cli-too-much": {
        "it": "«seeddesk {command}» non sa che fare di «{what}». Guarda «seeddesk {command} --help»; i valori con spazi vanno tra virgolette.",
        "en": "“seeddesk {command}” does not know what to do with “{what}”. See “seeddesk {command} --help”; values with spaces go between quotation marks.",
    },
    "cli-choice": {
        "it": "«{what}» non va bene per {name}. Scegli tra: {choices}.",
        "en": "“{what}” does not fit {name}. Choose one of: {choices}.",
    },
    "cli-number": {
        "it": "{name} vuole un numero intero da 0 in su, non «{what}».",
        "en": "{name} takes a whole number, 0 or more, not “{what}”.",
    },
    "cli-both": {
        "it": "{name} e {what} non stanno insieme. Usa uno dei due.",
        "en": "{name} and {what} do not go together. Use one of them.",
    },
    "cli-wrong": {
        "it": "Il comando «seeddesk {command}» è scritto in un modo che non capisco. Guarda «seeddesk {command} --help».",
        "en": "The command “seeddesk {command}” is written in a way that is not understood. See “seeddesk {command} --help”.",
    },
    "cli-field-value": {
        "it": '«{what}» non è CAMPO=VALORE. Per esempio: title="Orto di quartiere".',
        "en": '“{what}” is not FIELD=VALUE. For example: title="Neighbourhood garden".',
    },
    "cli-ids-or-query": {
        "it": "Indica le pratiche o una ricerca con --query, non tutte e due.",
        "en": "Name the practices or give a search with --query, not both.",
    },
    "cli-no-proposal": {
        "it": "Per {name} non c'è un testo già unito. Scegli una delle versioni che «seeddesk conflicts» elenca.",
        "en": "There is no merged text for {name}. Take one of the versions “seeddesk conflicts” lists.",
    },
    "field-is-group": {
        "it": "«{name}» è un gruppo di campi. Scegline uno: {fields}.",
        "en": "“{name}” is a group of fields. Choose one of them: {fields}.",
    },
    "field-not-answered": {
        "it": "«{name}» si compila da solo e non si scrive a mano.",
        "en": "“{name}” is worked out by itself and not written by hand.",
    },
    "field-row-needed": {
        "it": "«{name}» sta in una riga: di' quale, per esempio {example}. Le righe si contano da 0.",
        "en": "“{name}” stands in a row: say which, for example {example}. Rows count from 0.",
    },
    "field-no-rows": {
        "it": "«{name}» non sta in una riga. Scrivi {example}.",
        "en": "“{name}” does not stand in a row. Write {example}.",
    },
    "field-row-absent": {
        "it": "«{name}» indica una riga che non c'è. Righe di {repeat}: {count}; si contano da 0.",
        "en": "“{name}” names a row that is not there. Rows of {repeat}: {count}; they count from 0.",
    },
    "value-unfit": {
        "it": "«{text}» non va bene per {name}. Valori possibili: {allowed}.",
        "en": "“{text}” does not fit {name}. It takes: {allowed}.",
    },
    "value-integer": {"it": "un numero intero, per esempio 12", "en": "a whole number, for example 12"},
    "value-decimal": {"it": "un numero, per esempio 1234,50", "en": "a number, for example 1234.50"},
    "value-date": {
        "it": "una data, per esempio 2021, marzo 2021 o 15/03/2021",
        "en": "a date, for example 2021, March 2021 or 15/03/2021",
    },
    "value-time": {"it": "un'ora, per esempio 14:30", "en": "a time, for example 14:30"},
    "value-datetime": {
        "it": "data e ora, per esempio 2021-03-15 14:30",
        "en": "date and time, for example 2021-03-15 14:30",
    },
    "value-geo": {
        "it": "latitudine e longitudine, per esempio 45.07 7.69",
        "en": "latitude and longitude, for example 45.07 7.69",
    },
    # What was done
    "cli-init": {"it": "Catalogo creato: {path}", "en": "Catalogue created: {path}"},
    "cli-new": {"it": "Registrata {practice}: {id}", "en": "Recorded {practice}: {id}"},
    "cli-kept": {
        "it": "Le risposte sono salvate; lo stato no. {practice}: {id}",
        "en": "The answers are saved; the status is not. {practice}: {id}",
    },
    "cli-set": {"it": "{practice} salvata: {fields}", "en": "{practice} saved: {fields}"},
    "cli-set-nothing": {
        "it": "{practice}: era già così, niente da salvare",
        "en": "{practice}: it was so already, nothing to save",
    },
    "cli-set-status": {"it": "{practice}: lo stato è ora «{status}»", "en": "{practice}: the status is now “{status}”"},
    "cli-list-none": {"it": "Nessuna pratica trovata.", "en": "No practice found."},
    "cli-list-count": {"it": "Pratiche mostrate: {shown} su {total}.", "en": "Practices shown: {shown} of {total}."},
    "cli-list-conflicts": {"it": "da decidere: {count}", "en": "to decide: {count}"},
    "cli-show-state": {
        "it": "{status} · completa al {complete}% · ultima modifica {time} · {id}",
        "en": "{status} · {complete}% complete · last change {time} · {id}",
    },
    "cli-show-deleted": {"it": "Questa pratica è stata eliminata.", "en": "This practice was deleted."},
    "cli-show-foreign": {"it": "Da un altro modulo", "en": "From another form"},
    "cli-show-notes": {"it": "Note di chi ha rivisto", "en": "Reviewers' notes"},
    "cli-show-problems": {"it": "Da ricontrollare", "en": "To be checked"},
    "cli-show-conflicts": {
        "it": "Aspettano una decisione: {count}. «seeddesk conflicts {practice}» mostra le versioni.",
        "en": "Waiting for a decision: {count}. “seeddesk conflicts {practice}” shows the versions.",
    },
    "cli-show-missing-one": {
        "it": "Per l'invio manca 1 risposta: {fields}",
        "en": "1 answer is missing for submission: {fields}",
    },
    "cli-show-missing": {
        "it": "Per l'invio mancano {count} risposte, tra cui: {fields}",
        "en": "{count} answers are missing for submission, among them: {fields}",
    },
    "cli-show-history": {"it": "Storia, dalla più recente", "en": "History, newest first"},
    "cli-waits": {"it": "(più versioni, da decidere)", "en": "(several versions, to be decided)"},
    "cli-not-known": {"it": "non ancora noto", "en": "not known yet"},
    "cli-row-kept": {"it": "(tenere)", "en": "(keep)"},
    "cli-row-listed": {"it": "(nell'elenco)", "en": "(in the list)"},
    "cli-row-gone": {"it": "(tolta)", "en": "(removed)"},
    "cli-row-removed": {"it": "(togliere)", "en": "(remove)"},
    "cli-state-current": {"it": "vale", "en": "current"},
    "cli-state-conflict": {"it": "da decidere", "en": "to be decided"},
    "cli-state-replaced": {"it": "sostituito", "en": "replaced"},
    "cli-state-erased": {"it": "cancellato per riservatezza", "en": "erased for privacy"},
    "cli-origin-typed": {"it": "scritto in SeedDesk", "en": "typed in SeedDesk"},
    "cli-origin-dossier": {"it": "dossier {name}", "en": "dossier {name}"},
    "cli-origin-table": {"it": "tabella {name}", "en": "table {name}"},
    "cli-origin-base": {
        "it": "arrivato con {name} da un altro catalogo",
        "en": "came with {name} from another catalogue",
    },
    "cli-origin-resolved": {"it": "decisione su un conflitto", "en": "decision on a conflict"},
    "cli-origin-many": {"it": "insieme ad altre pratiche", "en": "together with other practices"},
    "cli-origin-back": {"it": "modifica di più pratiche annullata", "en": "change to several practices taken back"},
    "cli-origin-calculated": {"it": "calcolato", "en": "worked out"},
    "cli-import-new": {"it": "nuova", "en": "new"},
    "cli-import-updated": {"it": "aggiornata", "en": "updated"},
    "cli-import-unchanged": {"it": "invariata", "en": "unchanged"},
    "cli-import-conflict": {"it": "conflitto", "en": "conflict"},
    "cli-import-refused": {"it": "rifiutata", "en": "refused"},
    "cli-import-row": {"it": "{path}, riga {row}", "en": "{path}, row {row}"},
    "cli-import-sum": {
        "it": "Letti {read}: {new} nuovi, {updated} aggiornati, {unchanged} invariati, {conflict} in conflitto, {refused} rifiutati.",
        "en": "Read {read}: {new} new, {updated} updated, {unchanged} unchanged, {conflict} in conflict, {refused} refused.",
    },
    "cli-import-sum-rehearsal": {
        "it": "Prova, niente è stato scritto. Letti {read}: {new} nuovi, {updated} aggiornati, {unchanged} invariati, {conflict} in conflitto, {refused} rifiutati.",
        "en": "Rehearsal, nothing was written. Read {read}: {new} new, {updated} updated, {unchanged} unchanged, {conflict} in conflict, {refused} refused.",
    },
    "cli-import-decide": {
        "it": "«seeddesk conflicts» mostra le versioni e come decidere.",
        "en": "“seeddesk conflicts” shows the versions and how to decide.",
    },
    "cli-import-none": {
        "it": "Nessuno dei {count} file o righe è stato importato. Il primo motivo: {why}",
        "en": "None of the {count} files or rows was imported. The first reason: {why}",
    },
    "cli-change-changed": {"it": "modificati: {fields}", "en": "changed: {fields}"},
    "cli-change-added": {"it": "aggiunti: {fields}", "en": "added: {fields}"},
    "cli-change-removed": {"it": "tolti: {fields}", "en": "removed: {fields}"},
    "cli-change-conflict": {"it": "in conflitto: {fields}", "en": "in conflict: {fields}"},
    "cli-change-notes": {"it": "note di chi ha rivisto: {count}", "en": "reviewers' notes: {count}"},
    "cli-absent-one": {
        "it": "1 campo non trovato nel documento, lasciato com'era: {fields}",
        "en": "1 field not found in the document, left as it was: {fields}",
    },
    "cli-absent": {
        "it": "{count} campi non trovati nel documento, lasciati com'erano: {fields}",
        "en": "{count} fields not found in the document, left as they were: {fields}",
    },
    "cli-left-over-one": {
        "it": "1 testo non appartiene a nessun campo: {texts}",
        "en": "1 text belongs to no field: {texts}",
    },
    "cli-left-over": {
        "it": "{count} testi non appartengono a nessun campo: {texts}",
        "en": "{count} texts belong to no field: {texts}",
    },
    "cli-export": {"it": "Scritte {count} pratiche in {path}", "en": "{count} practices written to {path}"},
    "cli-export-one": {"it": "Scritta 1 pratica: {path}", "en": "1 practice written: {path}"},
    "cli-export-none": {
        "it": "Nessuna pratica da esportare per «{query}». Cercala prima con «seeddesk list».",
        "en": "There is no practice to export for “{query}”. Look for it with “seeddesk list” first.",
    },
    "cli-blank": {"it": "Dossier in bianco scritto: {path}", "en": "Blank dossier written: {path}"},
    "cli-template-use": {
        "it": "D'ora in poi i dossier e i moduli in bianco usano {path}.",
        "en": "From now on dossiers and blanks use {path}.",
    },
    "cli-template-start": {
        "it": "Scritto {path}: cambialo con Word, poi usalo con «seeddesk template --use».",
        "en": "Written: {path}. Change it in Word, then use it with “seeddesk template --use”.",
    },
    "cli-template-drop": {
        "it": "I dossier tornano al disegno di SeedDesk.",
        "en": "Dossiers are back to SeedDesk's own layout.",
    },
    "cli-template-refused": {
        "it": "Con «{path}» i dossier non si rileggerebbero: non è stato preso. Correggi i punti elencati e riprova.",
        "en": "With “{path}” dossiers could not be read back, so it was not taken. Mend the points listed and try again.",
    },
    "cli-check-good": {
        "it": "Tutto a posto. Pratiche: {practices}, revisioni: {revisions}, impronta: {digest}.",
        "en": "All is well. Practices: {practices}, revisions: {revisions}, digest: {digest}.",
    },
    "cli-check-bad": {
        "it": "Problemi trovati: {count} (pratiche: {practices}, revisioni: {revisions}, impronta: {digest}). Prova «seeddesk check --rebuild»; se restano, «seeddesk restore» con l'ultima copia.",
        "en": "Problems found: {count} (practices: {practices}, revisions: {revisions}, digest: {digest}). Try “seeddesk check --rebuild”; if they stay, “seeddesk restore” with the last backup.",
    },
    "cli-check-rebuilt": {
        "it": "Elenchi e ricerca rifatti. Pratiche: {count}.",
        "en": "Lists and search made anew. Practices: {count}.",
    },
    "cli-backup": {"it": "Copia di sicurezza fatta e verificata: {path}", "en": "Backup made and verified: {path}"},
    "cli-backup-second-absent": {
        "it": "La seconda cartella {path} non si raggiunge: lì non è stata fatta nessuna copia. Collegala e ripeti «seeddesk backup».",
        "en": "The second folder {path} is not there: no copy was made in it. Connect it and run “seeddesk backup” again.",
    },
    "cli-backup-second": {"it": "Copiata e verificata anche in {path}", "en": "Copied and verified in {path} as well"},
    "cli-restore": {
        "it": "Ripristinato {path} da {file}. Il catalogo di prima è conservato in {kept}.",
        "en": "Restored {path} from {file}. The catalogue that was there is kept as {kept}.",
    },
    "cli-restore-fresh": {
        "it": "Ripristinato {path} da {file}. Lì non c'era ancora un catalogo.",
        "en": "Restored {path} from {file}. There was no catalogue there before.",
    },
    "cli-bug": {
        "it": "Un errore di SeedDesk ({kind}): quello che era salvato è al sicuro. Manda a chi cura SeedDesk il rapporto {path}.",
        "en": "An error of SeedDesk's own ({kind}): what was saved is safe. Send the report {path} to whoever looks after SeedDesk.",
    },
}
