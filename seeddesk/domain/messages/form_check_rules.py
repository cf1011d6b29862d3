"""Sentences of a form's check about its expressions, its parameters, and what becomes of it in Word and in a catalogue."""

SENTENCES = {
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
    "form-check-circle": {
        "it": "Le domande dipendono l'una dall'altra in cerchio: {circle}. Togli una delle dipendenze.",
        "en": "Questions depend on one another in a circle: {circle}. Take one of the dependencies away.",
    },
    "form-check-unknown-type": {
        "it": "SeedDesk non conosce il tipo {type}. Cambialo.",
        "en": "SeedDesk does not know the type {type}. Change it.",
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
    "form-check-loose-pattern": {
        "it": "L'espressione regolare {pattern} vale anche quando solo una parte della risposta le corrisponde; altri programmi vogliono la risposta intera. Scrivi ^ all'inizio e $ alla fine.",
        "en": "The regular expression {pattern} holds also where only part of the answer fits it; other programs want the whole answer. Write ^ at its beginning and $ at its end.",
    },
    "form-check-slow-pattern": {
        "it": "L'espressione regolare {pattern} può bloccarsi su certe risposte: dopo un ventesimo di secondo si rinuncia. Togli le ripetizioni una dentro l'altra, come (a+)+.",
        "en": "The regular expression {pattern} can get stuck on some answers: after a twentieth of a second it is given up. Take out repetitions inside repetitions, as (a+)+.",
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
    "form-check-parameter-shape": {
        "it": "«{value}» non è un parametro. Scrivi nome=valore, senza spazi attorno al segno =.",
        "en": "“{value}” is no parameter. Write name=value, without spaces round the sign =.",
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
    "form-check-list-deep": {
        "it": "La lista «{list}» contiene elementi dentro le sue voci: SeedDesk legge solo il primo livello. Metti in colonne ciò che serve.",
        "en": "The list “{list}” holds elements within those of its entries: SeedDesk reads the first level only. Put what is needed into columns.",
    },
    "form-check-first-rows": {
        "it": "Il modulo prevede {count} righe già presenti: una pratica nuova comincia senza. Aggiungile a mano, o indica quante righe servono.",
        "en": "The form brings {count} rows of its own: a new practice starts without them. Add them by hand, or say how many rows there are to be.",
    },
}
