"""Sentences of a form's check: what is wrong or doubtful, and how to mend it; the place is said beside, not in the sentence."""

SENTENCES = {
    "check-where-sheet": {"it": "foglio {sheet}", "en": "sheet {sheet}"},
    "check-where-row": {"it": "riga {row}", "en": "row {row}"},
    "check-where-column": {"it": "colonna {column}", "en": "column {column}"},
    "check-where-question": {"it": "domanda {question}", "en": "question {question}"},
    "check-same-version": {
        "it": "Il modulo è cambiato ma la versione è ancora {version}. Dagli una versione nuova, perché i dossier già inviati si riconoscano.",
        "en": "The form has changed but its version is still {version}. Give it a new version, so that dossiers already sent are told apart.",
    },
    "check-gone": {
        "it": "{question} c'era nella versione {old} e ora non c'è più: le sue risposte si vedranno come di un modulo precedente. Se ha solo cambiato nome, scrivi quello vecchio nella colonna bind::seeddesk:was.",
        "en": "{question} was in version {old} and is gone: its answers will show as from an earlier form. If only its name changed, write the old one into the column bind::seeddesk:was.",
    },
    "check-gone-near": {
        "it": "{question} c'era nella versione {old} e ora non c'è più: le sue risposte si vedranno come di un modulo precedente. Se ora si chiama {near}, scrivi {question} nella colonna bind::seeddesk:was di {near}.",
        "en": "{question} was in version {old} and is gone: its answers will show as from an earlier form. If it is called {near} now, write {question} into the column bind::seeddesk:was of {near}.",
    },
}
