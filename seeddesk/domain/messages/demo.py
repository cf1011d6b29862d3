"""What the demo says."""

SENTENCES = {
    "demo-researcher": {"it": "Rilevatrice di esempio", "en": "Example researcher"},
    "demo-officer": {"it": "Funzionario di esempio", "en": "Example officer"},
    "demo-colleague": {"it": "Collega di esempio", "en": "Example colleague"},
    "demo-contact": {"it": "Referente di esempio", "en": "Example contact"},
    "demo-text-lessons": {
        "it": "Conviene partire da una cucina già a norma.",
        "en": "It pays to start from a kitchen that is already up to code.",
    },
    "demo-text-partner": {"it": "Parrocchia di esempio", "en": "Example parish"},
    "demo-text-need": {
        "it": "Nel quartiere 412 persone sopra i 70 anni vivono sole. I servizi sociali ne seguono 60.",
        "en": "412 people over 70 live alone in the neighbourhood. Social services look after 60 of them.",
    },
    "demo-text-need-other": {
        "it": "Una persona anziana su tre vive sola, e una su dieci non ha nessuno da chiamare.",
        "en": "One elderly person in three lives alone, and one in ten has nobody to call.",
    },
    "demo-start": {
        "it": "Il lavoro di SeedDesk dall'inizio alla fine, su pratiche inventate.\nTutto resta in {folder}\n",
        "en": "SeedDesk's job from beginning to end, on invented practices.\nEverything stays in {folder}\n",
    },
    "demo-samples": {
        "it": "1. Un catalogo nuovo, senza rete. {count} pratiche di esempio arrivano da una tabella CSV.",
        "en": "1. A new catalogue, without a network. {count} example practices come in from a CSV table.",
    },
    "demo-recorded": {
        "it": "2. La rilevatrice completa «{title}» ({practice}): ora è completa al {complete}%.",
        "en": "2. The researcher adds to “{title}” ({practice}): it is {complete}% complete now.",
    },
    "demo-sent": {
        "it": "3. La pratica parte come dossier Word: {path}",
        "en": "3. The practice leaves as a Word dossier: {path}",
    },
    "demo-edited-first": {
        "it": "4. {name} riceve il dossier e lo modifica {route}: cambia i volontari, riscrive il bisogno, aggiunge un partner, e una frase alle lezioni apprese con le revisioni attive.",
        "en": "4. {name} receives the dossier and edits it {route}: changes the volunteers, rewrites the need, adds a partner, and a sentence to the lessons learnt with tracked changes on.",
    },
    "demo-through-libreoffice": {"it": "(aperto e salvato da LibreOffice)", "en": "(opened and saved by LibreOffice)"},
    "demo-through-file": {
        "it": "(direttamente nel file: LibreOffice qui non c'è o non risponde)",
        "en": "(straight in the file: LibreOffice is not here, or does not answer)",
    },
    "demo-edited-second": {
        "it": "   Intanto {name} modifica un'altra copia: scrive quante persone sono state raggiunte, e riscrive anche lui il bisogno.",
        "en": "   Meanwhile {name} edits another copy: writes how many people were reached, and rewrites the need too.",
    },
    "demo-merged-updated": {
        "it": "5. Torna {file}: unito. Campi toccati: {fields}.",
        "en": "5. {file} comes back: merged. Fields touched: {fields}.",
    },
    "demo-merged-conflict": {
        "it": "6. Torna {file}: unito, con un conflitto. Campi toccati: {fields}.",
        "en": "6. {file} comes back: merged, with a conflict. Fields touched: {fields}.",
    },
    "demo-merged-unchanged": {"it": "   Torna {file}: niente di nuovo.", "en": "   {file} comes back: nothing new."},
    "demo-merged-refused": {"it": "   {file} è stato rifiutato.", "en": "   {file} was refused."},
    "demo-merged-new": {"it": "   {file} è una pratica nuova.", "en": "   {file} is a new practice."},
    "demo-fidelity": {
        "it": "   Letti {read} caratteri su {present}.",
        "en": "   {read} characters read of {present}.",
    },
    "demo-landed": {
        "it": "7. I campi diversi sono arrivati tutti e due: volontari {volunteers}, persone raggiunte {reached}.",
        "en": "7. The different fields both landed: {volunteers} volunteers, {reached} people reached.",
    },
    "demo-conflicts": {
        "it": "8. Lo stesso campo scritto da due persone aspetta una decisione ({count}):",
        "en": "8. The same field written by two people waits for a decision ({count}):",
    },
    "demo-conflict": {"it": "   {field}, prima: {base}", "en": "   {field}, before: {base}"},
    "demo-version": {
        "it": "     {number}. {value}\n        {author}, {origin}",
        "en": "     {number}. {value}\n        {author}, {origin}",
    },
    "demo-resolved": {
        "it": "   Deciso: per {field} vale la versione {number}. La decisione è una revisione come le altre.",
        "en": "   Decided: version {number} of {field} stands. The decision is a revision like any other.",
    },
    "demo-again": {
        "it": "9. Gli stessi {count} dossier importati un'altra volta: niente cambia.",
        "en": "9. The same {count} dossiers imported once more: nothing changes.",
    },
    "demo-history": {
        "it": "10. La storia, dalla più recente; niente è andato perso:",
        "en": "10. The history, newest first; nothing was lost:",
    },
    "demo-history-line": {
        "it": "    {author} · {field}: {value} ({state})",
        "en": "    {author} · {field}: {value} ({state})",
    },
    "demo-state-current": {"it": "vale", "en": "current"},
    "demo-state-conflict": {"it": "da decidere", "en": "to be decided"},
    "demo-state-replaced": {"it": "sostituito", "en": "replaced"},
    "demo-state-erased": {"it": "cancellato", "en": "erased"},
    "demo-checked": {
        "it": "11. Catalogo verificato: {practices} pratiche, {revisions} revisioni.",
        "en": "11. Catalogue verified: {practices} practices, {revisions} revisions.",
    },
    "demo-end": {
        "it": "\nFatto in {seconds} secondi. In {folder}: il dossier riunito ({dossier}), la tabella ({table}), il catalogo (catalogue.seeddesk).",
        "en": "\nDone in {seconds} seconds. In {folder}: the merged dossier ({dossier}), the table ({table}), the catalogue (catalogue.seeddesk).",
    },
}
