"""What a new version of a form changes."""

SENTENCES = {
    "form-diff-none": {"it": "I due moduli sono uguali.", "en": "The two forms are alike."},
    "form-diff-sum": {"it": "{count} differenze.", "en": "{count} differences."},
    "form-diff-sum-one": {"it": "Una differenza.", "en": "One difference."},
    "form-diff-part-form": {"it": "Il modulo", "en": "The form"},
    "form-diff-part-sections": {"it": "Le sezioni", "en": "Sections"},
    "form-diff-part-questions": {"it": "Le domande", "en": "Questions"},
    "form-diff-part-choices": {"it": "Le scelte", "en": "Choices"},
    "form-diff-answers": {
        "it": "in questo catalogo la riguardano {count} risposte registrate",
        "en": "{count} recorded answers of this catalogue are concerned",
    },
    "form-diff-answers-one": {
        "it": "in questo catalogo la riguarda una risposta registrata",
        "en": "one recorded answer of this catalogue is concerned",
    },
    # The form -------------------------------------------------------------------------------------------------------
    "form-diff-id": {
        "it": "L'identificativo del modulo era {old} e ora è {new}: per un catalogo è un altro modulo.",
        "en": "The form's id was {old} and is now {new}: for a catalogue it is another form.",
    },
    "form-diff-version": {
        "it": "La versione passa da {old} a {new}.",
        "en": "The version goes from {old} to {new}.",
    },
    "form-diff-same-version": {
        "it": "La versione è ancora {version}, ma il modulo è diverso: dagli una versione nuova nel foglio settings.",
        "en": "The version is still {version}, yet the form differs: give it a new version in the settings sheet.",
    },
    "form-diff-style": {
        "it": "Le pagine erano disposte come {old} e ora come {new}.",
        "en": "The pages were laid out as {old} and are now laid out as {new}.",
    },
    "form-diff-title": {
        "it": "Il titolo era «{old}» e ora è «{new}».",
        "en": "The title was “{old}” and is now “{new}”.",
    },
    "form-diff-language-added": {
        "it": "C'è una lingua in più: {language}.",
        "en": "There is one more language: {language}.",
    },
    "form-diff-language-removed": {
        "it": "Non c'è più la lingua {language}.",
        "en": "The language {language} is no longer there.",
    },
    "form-diff-language-default": {
        "it": "La lingua principale ora è {language}.",
        "en": "The main language is now {language}.",
    },
    "form-diff-actions": {
        "it": "È cambiato ciò che il modulo scrive da solo in {questions}.",
        "en": "What the form writes by itself into {questions} has changed.",
    },
    # Sections -------------------------------------------------------------------------------------------------------
    "form-diff-section-added": {"it": "La sezione «{section}» è nuova.", "en": "The section “{section}” is new."},
    "form-diff-section-removed": {
        "it": "La sezione «{section}» non c'è più.",
        "en": "The section “{section}” is no longer there.",
    },
    "form-diff-section-order": {
        "it": "Le sezioni vengono in un altro ordine: {sections}.",
        "en": "The sections come in another order: {sections}.",
    },
    # Questions ------------------------------------------------------------------------------------------------------
    "form-diff-what-question": {"it": "La domanda «{name}»", "en": "The question “{name}”"},
    "form-diff-what-group": {"it": "Il gruppo «{name}»", "en": "The group “{name}”"},
    "form-diff-what-repeat": {"it": "L'elenco «{name}»", "en": "The list of rows “{name}”"},
    "form-diff-what-section": {"it": "La sezione «{name}»", "en": "The section “{name}”"},
    "form-diff-question-added": {
        "it": "La domanda «{name}» ({kind}) è nuova, nella sezione «{section}».",
        "en": "The question “{name}” ({kind}) is new, in the section “{section}”.",
    },
    "form-diff-group-added": {
        "it": "Il gruppo «{name}» è nuovo, nella sezione «{section}».",
        "en": "The group “{name}” is new, in the section “{section}”.",
    },
    "form-diff-repeat-added": {
        "it": "L'elenco «{name}» è nuovo, nella sezione «{section}».",
        "en": "The list of rows “{name}” is new, in the section “{section}”.",
    },
    "form-diff-question-removed": {
        "it": "La domanda «{name}» non c'è più; le risposte già date restano, come da un modulo precedente.",
        "en": "The question “{name}” is no longer there; answers already given stay, as from an earlier form.",
    },
    "form-diff-group-removed": {
        "it": "Il gruppo «{name}» non c'è più.",
        "en": "The group “{name}” is no longer there.",
    },
    "form-diff-repeat-removed": {
        "it": "L'elenco «{name}» non c'è più; le righe già scritte restano, come da un modulo precedente.",
        "en": "The list of rows “{name}” is no longer there; rows already written stay, as from an earlier form.",
    },
    "form-diff-renamed": {
        "it": "{what} ha un altro nome, {new} invece di {old}; le risposte la seguono.",
        "en": "{what} has another name, {new} instead of {old}; its answers follow.",
    },
    "form-diff-was": {
        "it": "{what} raccoglie anche le risposte date sotto questi nomi di prima: {names}.",
        "en": "{what} also takes the answers given under these former names: {names}.",
    },
    "form-diff-moved": {
        "it": "{what} ora sta nella sezione «{section}».",
        "en": "{what} now stands in the section “{section}”.",
    },
    "form-diff-retyped": {
        "it": "{what} era di tipo «{old}» e ora è di tipo «{new}»; le risposte già date restano come sono e vanno ricontrollate.",
        "en": "{what} was of the type “{old}” and is now of the type “{new}”; answers already given stay as they are and need a look.",
    },
    "form-diff-need-no": {"it": "{what} non è più obbligatoria.", "en": "{what} is no longer required."},
    "form-diff-need-always": {"it": "{what} ora è obbligatoria.", "en": "{what} is now required."},
    "form-diff-need-core": {
        "it": "{what} ora è obbligatoria per l'invio.",
        "en": "{what} is now required for submission.",
    },
    "form-diff-need-known": {
        "it": "{what} ora è obbligatoria per l'invio, e «non ancora noto» non basta.",
        "en": "{what} is now required for submission, and “not known yet” is not enough.",
    },
    "form-diff-need-draft": {
        "it": "{what} ora è obbligatoria anche per una bozza.",
        "en": "{what} is now required even for a draft.",
    },
    "form-diff-row-needed": {
        "it": "{what} ora vuole almeno una riga per l'invio.",
        "en": "{what} now needs at least one row for submission.",
    },
    "form-diff-row-not-needed": {
        "it": "{what} non vuole più almeno una riga per l'invio.",
        "en": "{what} no longer needs a row for submission.",
    },
    "form-diff-limit": {
        "it": "{what} ora accetta al massimo {new} caratteri (prima: {old}).",
        "en": "{what} now takes at most {new} characters (before: {old}).",
    },
    "form-diff-limit-none": {
        "it": "{what} non ha più un limite di caratteri (prima: {old}).",
        "en": "{what} no longer has a limit of characters (before: {old}).",
    },
    "form-diff-list": {
        "it": "{what} ora prende le scelte dall'elenco {list}.",
        "en": "{what} now takes its choices from the list {list}.",
    },
    "form-diff-order": {
        "it": "Nella sezione «{section}» le domande vengono in un altro ordine.",
        "en": "In the section “{section}” the questions come in another order.",
    },
    # Words of a question --------------------------------------------------------------------------------------------
    "form-diff-label": {
        "it": "{what} ha un'altra etichetta: prima «{old}», ora «{new}» (lingue: {languages}).",
        "en": "{what} has another label: before “{old}”, now “{new}” (languages: {languages}).",
    },
    "form-diff-label-none": {
        "it": "{what} non ha più un'etichetta; era «{old}».",
        "en": "{what} no longer has a label; it was “{old}”.",
    },
    "form-diff-hint": {
        "it": "{what} ha un altro aiuto: «{new}» (lingue: {languages}).",
        "en": "{what} has another hint: “{new}” (languages: {languages}).",
    },
    "form-diff-hint-none": {"it": "{what} non ha più un aiuto.", "en": "{what} no longer has a hint."},
    "form-diff-guidance": {
        "it": "{what} ha un'altra guida: «{new}» (lingue: {languages}).",
        "en": "{what} has another guidance: “{new}” (languages: {languages}).",
    },
    "form-diff-guidance-none": {"it": "{what} non ha più una guida.", "en": "{what} no longer has a guidance."},
    "form-diff-constraint-message": {
        "it": "{what} dice altro quando la risposta non va bene: «{new}» (lingue: {languages}).",
        "en": "{what} says something else when the answer does not fit: “{new}” (languages: {languages}).",
    },
    "form-diff-constraint-message-none": {
        "it": "{what} non dice più parole sue quando la risposta non va bene.",
        "en": "{what} no longer has words of its own for an answer that does not fit.",
    },
    "form-diff-required-message": {
        "it": "{what} dice altro quando manca la risposta: «{new}» (lingue: {languages}).",
        "en": "{what} says something else when the answer is missing: “{new}” (languages: {languages}).",
    },
    "form-diff-required-message-none": {
        "it": "{what} non dice più parole sue quando manca la risposta.",
        "en": "{what} no longer has words of its own for a missing answer.",
    },
    # Rules of a question --------------------------------------------------------------------------------------------
    "form-diff-relevant": {
        "it": "{what} ora si mostra solo se: {new}",
        "en": "{what} is now shown only if: {new}",
    },
    "form-diff-relevant-none": {"it": "{what} ora si mostra sempre.", "en": "{what} is now always shown."},
    "form-diff-constraint": {
        "it": "{what} ora accetta solo risposte per cui: {new}",
        "en": "{what} now takes only answers for which: {new}",
    },
    "form-diff-constraint-none": {
        "it": "{what} non ha più una regola sulla risposta.",
        "en": "{what} no longer has a rule for its answer.",
    },
    "form-diff-required": {
        "it": "{what} ora vuole una risposta quando: {new}",
        "en": "{what} now needs an answer when: {new}",
    },
    "form-diff-required-none": {
        "it": "{what} non ha più una condizione che ne chiede la risposta.",
        "en": "{what} no longer has a condition that asks for its answer.",
    },
    "form-diff-calculate": {
        "it": "{what} ora si calcola così: {new}",
        "en": "{what} is now calculated so: {new}",
    },
    "form-diff-calculate-none": {
        "it": "{what} non si calcola più da sola.",
        "en": "{what} is no longer calculated.",
    },
    "form-diff-choice-filter": {
        "it": "{what} ora offre solo le scelte per cui: {new}",
        "en": "{what} now offers only the choices for which: {new}",
    },
    "form-diff-choice-filter-none": {
        "it": "{what} ora offre tutte le scelte.",
        "en": "{what} now offers every choice.",
    },
    "form-diff-count": {
        "it": "{what} ora ha tante righe quante ne dice: {new}",
        "en": "{what} now has as many rows as this says: {new}",
    },
    "form-diff-count-none": {
        "it": "{what} ora ha le righe che si aggiungono a mano.",
        "en": "{what} now has the rows people add.",
    },
    "form-diff-attribute": {"it": "{what}: è cambiato {attribute}.", "en": "{what}: {attribute} has changed."},
    "form-diff-attribute-now": {
        "it": "{what}: è cambiato {attribute}, ora «{new}».",
        "en": "{what}: {attribute} has changed, now “{new}”.",
    },
    "form-diff-called-personal": {"it": "il segno dei dati personali", "en": "the mark of personal data"},
    "form-diff-called-atomic": {
        "it": "il gruppo di domande che si decidono insieme",
        "en": "the group of questions decided together",
    },
    "form-diff-called-interview": {"it": "il segno dell'intervista", "en": "the mark of the interview"},
    "form-diff-called-main-first": {
        "it": "se la prima di più risposte è la principale",
        "en": "whether the first of several answers is the main one",
    },
    "form-diff-called-scope": {"it": "l'ambito", "en": "the scope"},
    "form-diff-called-default": {"it": "il valore di partenza", "en": "the default"},
    "form-diff-called-read-only": {"it": "se si può scrivere", "en": "whether it can be written"},
    "form-diff-called-appearance": {"it": "l'aspetto", "en": "the appearance"},
    "form-diff-called-data-type": {"it": "il tipo del dato", "en": "the type of the data"},
    "form-diff-called-media": {
        "it": "l'immagine, l'audio o il video che mostra",
        "en": "the image, audio or video it shows",
    },
    "form-diff-called-range": {"it": "l'intervallo dei numeri", "en": "the range of numbers"},
    "form-diff-called-rows": {
        "it": "l'elenco di righe da cui vengono le scelte",
        "en": "the list of rows its choices are made of",
    },
    "form-diff-called-shuffled": {"it": "l'ordine casuale delle scelte", "en": "the random order of the choices"},
    "form-diff-called-seed": {"it": "il seme dell'ordine casuale", "en": "the seed of the random order"},
    "form-diff-called-preload": {"it": "ciò che il programma scrive da sé", "en": "what the program fills in"},
    "form-diff-called-accepts": {"it": "il genere di file", "en": "the kind of file"},
    "form-diff-called-parameters": {"it": "i parametri", "en": "the parameters"},
    # Choices --------------------------------------------------------------------------------------------------------
    "form-diff-list-added": {"it": "L'elenco di scelte {list} è nuovo.", "en": "The list of choices {list} is new."},
    "form-diff-list-removed": {
        "it": "L'elenco di scelte {list} non c'è più.",
        "en": "The list of choices {list} is no longer there.",
    },
    "form-diff-choices-added": {
        "it": "L'elenco {list} ha in più: {choices}.",
        "en": "The list {list} has in addition: {choices}.",
    },
    "form-diff-choices-removed": {
        "it": "L'elenco {list} non ha più: {choices}; dove sono state scelte, restano e vanno ricontrollate.",
        "en": "The list {list} no longer has: {choices}; where they were chosen they stay and need a look.",
    },
    "form-diff-choices-relabelled": {
        "it": "Nell'elenco {list} hanno un'altra etichetta: {choices}.",
        "en": "In the list {list} these have another label: {choices}.",
    },
    "form-diff-choices-order": {
        "it": "Nell'elenco {list} le scelte vengono in un altro ordine.",
        "en": "In the list {list} the choices come in another order.",
    },
    "form-diff-choices-columns": {
        "it": "Nell'elenco {list} sono cambiate le altre colonne.",
        "en": "In the list {list} the further columns have changed.",
    },
    "form-diff-choices-media": {
        "it": "Nell'elenco {list} sono cambiati immagini, audio o video.",
        "en": "In the list {list} images, audio or video have changed.",
    },
    # Types ----------------------------------------------------------------------------------------------------------
    "form-kind-text": {"it": "testo", "en": "text"},
    "form-kind-integer": {"it": "numero intero", "en": "whole number"},
    "form-kind-decimal": {"it": "numero", "en": "number"},
    "form-kind-date": {"it": "data", "en": "date"},
    "form-kind-time": {"it": "ora", "en": "time"},
    "form-kind-datetime": {"it": "data e ora", "en": "date and time"},
    "form-kind-choice": {"it": "una scelta", "en": "one choice"},
    "form-kind-choices": {"it": "più scelte", "en": "several choices"},
    "form-kind-rank": {"it": "scelte in ordine", "en": "choices in order"},
    "form-kind-acknowledge": {"it": "conferma", "en": "acknowledgement"},
    "form-kind-geo": {"it": "posizione", "en": "position"},
    "form-kind-file": {"it": "file", "en": "file"},
    "form-kind-note": {"it": "nota", "en": "note"},
    "form-kind-hidden": {"it": "valore nascosto", "en": "hidden value"},
    "form-kind-log": {"it": "registro", "en": "log"},
    "form-kind-group": {"it": "gruppo", "en": "group"},
    "form-kind-repeat": {"it": "elenco di righe", "en": "list of rows"},
}
