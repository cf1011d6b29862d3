<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Everywhere</source>
        <translation>Dappertutto</translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <translation>Nel catalogo</translation>
    </message>
    <message>
        <source>In the recycle bin</source>
        <translation>Nel cestino</translation>
    </message>
    <message>
        <source>Among the organisations</source>
        <translation>Fra le organizzazioni</translation>
    </message>
    <message>
        <source>Among the changes to several practices</source>
        <translation>Fra le modifiche a più pratiche</translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation>Nella scheda</translation>
    </message>
    <message>
        <source>In the interview</source>
        <translation>Nell'intervista</translation>
    </message>
    <message>
        <source>In the merge of returns</source>
        <translation>Nell'unione dei rientri</translation>
    </message>
    <message>
        <source>In the conflicts</source>
        <translation>Nei conflitti</translation>
    </message>
    <message>
        <source>In the settings</source>
        <translation>Nelle impostazioni</translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation>Pratica senza titolo</translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation>Aiuto su questa pagina</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandi</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nuova pratica</translation>
    </message>
    <message>
        <source>New practice: {form}</source>
        <translation>Nuova pratica: {form}</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Cerca</translation>
    </message>
    <message>
        <source>Import dossiers or tables</source>
        <translation>Importa dossier o tabelle</translation>
    </message>
    <message>
        <source>Save a blank dossier</source>
        <translation>Salva un dossier in bianco</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Riquadro seguente</translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation>Annulla: {what}</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Testo più grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Testo più piccolo</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Testo al 100 %</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogo</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Scheda</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unione</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitti</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organizzazioni</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Cestino</translation>
    </message>
    <message>
        <source>Changes to several practices</source>
        <translation>Modifiche a più pratiche</translation>
    </message>
    <message>
        <source>Settings: name, appearance, language</source>
        <translation>Impostazioni: nome, aspetto, lingua</translation>
    </message>
    <message>
        <source>Settings: forms</source>
        <translation>Impostazioni: moduli</translation>
    </message>
    <message>
        <source>Settings: backups and protection</source>
        <translation>Impostazioni: copie di sicurezza e protezione</translation>
    </message>
    <message>
        <source>Help: {title}</source>
        <translation>Aiuto: {title}</translation>
    </message>
    <message>
        <source>no practice is chosen</source>
        <translation>nessuna pratica è scelta</translation>
    </message>
    <message>
        <source>Export the Word dossier</source>
        <translation>Esporta il dossier Word</translation>
    </message>
    <message>
        <source>Export the dossier with a password</source>
        <translation>Esporta il dossier con una password</translation>
    </message>
    <message>
        <source>Change the status: {status}</source>
        <translation>Cambia lo stato: {status}</translation>
    </message>
    <message>
        <source>Record it with the form: {form}</source>
        <translation>Registrala con il modulo: {form}</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Aprila</translation>
    </message>
    <message>
        <source>Its history, or its text</source>
        <translation>La sua storia, o il suo testo</translation>
    </message>
    <message>
        <source>Its relations</source>
        <translation>Le sue relazioni</translation>
    </message>
    <message>
        <source>Its organisations</source>
        <translation>Le sue organizzazioni</translation>
    </message>
    <message>
        <source>Its attachments</source>
        <translation>I suoi allegati</translation>
    </message>
    <message>
        <source>Link it with another practice…</source>
        <translation>Collegala con un'altra pratica…</translation>
    </message>
    <message>
        <source>Copy it as text</source>
        <translation>Copiala come testo</translation>
    </message>
    <message>
        <source>Copy a citation of it</source>
        <translation>Copiane una citazione</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Eliminala</translation>
    </message>
    <message>
        <source>no practice is open</source>
        <translation>nessuna pratica è aperta</translation>
    </message>
    <message>
        <source>no field has the caret</source>
        <translation>nessun campo ha il cursore</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>niente da annullare</translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation>niente da rifare</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>this form asks for every field</source>
        <translation>questo modulo chiede tutti i campi</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Tutti i campi</translation>
    </message>
    <message>
        <source>Only the fields that are needed</source>
        <translation>Solo i campi necessari</translation>
    </message>
    <message>
        <source>One section on each page</source>
        <translation>Una sezione per pagina</translation>
    </message>
    <message>
        <source>All sections in one scroll</source>
        <translation>Tutte le sezioni di seguito</translation>
    </message>
    <message>
        <source>Dossier beside the form, or no longer</source>
        <translation>Il dossier accanto alla scheda, o non più</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Intervista</translation>
    </message>
    <message>
        <source>Notes of the interview beside the form</source>
        <translation>Appunti dell'intervista accanto alla scheda</translation>
    </message>
    <message>
        <source>Problems and gaps</source>
        <translation>Problemi e lacune</translation>
    </message>
    <message>
        <source>Next problem or gap</source>
        <translation>Problema o lacuna seguente</translation>
    </message>
    <message>
        <source>Problem or gap before</source>
        <translation>Problema o lacuna precedente</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Non ancora noto</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>Storia di questo campo</translation>
    </message>
    <message>
        <source>Erase this field from the history…</source>
        <translation>Cancella questo campo dalla storia…</translation>
    </message>
    <message>
        <source>Spelling of the nearest word</source>
        <translation>Ortografia della parola più vicina</translation>
    </message>
    <message>
        <source>Add a row or card</source>
        <translation>Aggiungi una riga o un riquadro</translation>
    </message>
    <message>
        <source>Section before</source>
        <translation>Sezione precedente</translation>
    </message>
    <message>
        <source>Section after</source>
        <translation>Sezione seguente</translation>
    </message>
    <message>
        <source>Ask the questions in: {language}</source>
        <translation>Domande in: {language}</translation>
    </message>
    <message>
        <source>it does already</source>
        <translation>è già così</translation>
    </message>
    <message>
        <source>Back to the catalogue</source>
        <translation>Torna al catalogo</translation>
    </message>
    <message>
        <source>Move a card or an answer</source>
        <translation>Sposta un riquadro o una risposta</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Domanda seguente</translation>
    </message>
    <message>
        <source>Question before</source>
        <translation>Domanda precedente</translation>
    </message>
    <message>
        <source>To the notes and back</source>
        <translation>Agli appunti e ritorno</translation>
    </message>
    <message>
        <source>Put the note into the open question</source>
        <translation>Metti l'appunto nella domanda aperta</translation>
    </message>
    <message>
        <source>Mark the note “to ask”</source>
        <translation>Segna l'appunto «da chiedere»</translation>
    </message>
    <message>
        <source>Note only the time</source>
        <translation>Segna solo l'ora</translation>
    </message>
    <message>
        <source>Pause the timer, or go on</source>
        <translation>Ferma il tempo, o riprendi</translation>
    </message>
    <message>
        <source>Leave the interview; all is saved</source>
        <translation>Lascia l'intervista; tutto è salvato</translation>
    </message>
    <message>
        <source>no rehearsal is ready</source>
        <translation>nessuna prova è pronta</translation>
    </message>
    <message>
        <source>Apply what is ticked</source>
        <translation>Applica ciò che è spuntato</translation>
    </message>
    <message>
        <source>Tick a file, or no longer</source>
        <translation>Spunta un file, o togli la spunta</translation>
    </message>
    <message>
        <source>Only one outcome: 1 new, 2 updated and so on; 0 for all</source>
        <translation>Un solo esito: 1 nuove, 2 aggiornate e così via; 0 per tutti</translation>
    </message>
    <message>
        <source>Stop the rehearsal</source>
        <translation>Interrompi la prova</translation>
    </message>
    <message>
        <source>no conflict is open</source>
        <translation>nessun conflitto è aperto</translation>
    </message>
    <message>
        <source>no proposal</source>
        <translation>nessuna proposta</translation>
    </message>
    <message>
        <source>Confirm the proposal</source>
        <translation>Conferma la proposta</translation>
    </message>
    <message>
        <source>no such version</source>
        <translation>questa versione non c'è</translation>
    </message>
    <message>
        <source>Keep {letter}</source>
        <translation>Tieni {letter}</translation>
    </message>
    <message>
        <source>this is no text</source>
        <translation>questo non è un testo</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Modifica il testo</translation>
    </message>
    <message>
        <source>Keep the text you edited</source>
        <translation>Tieni il testo modificato</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Rimanda</translation>
    </message>
    <message>
        <source>Next practice</source>
        <translation>Pratica seguente</translation>
    </message>
    <message>
        <source>Differences, or the whole text</source>
        <translation>Differenze, o il testo intero</translation>
    </message>
    <message>
        <source>Open the practice at this field</source>
        <translation>Apri la pratica su questo campo</translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation>Annulla l'ultima decisione</translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation>Colori: chiaro</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Colori: scuro</translation>
    </message>
    <message>
        <source>Colours: high contrast</source>
        <translation>Colori: alto contrasto</translation>
    </message>
    <message>
        <source>Colours: same as the system</source>
        <translation>Colori: come il sistema</translation>
    </message>
    <message>
        <source>they are already</source>
        <translation>è già così</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fai una copia di sicurezza</translation>
    </message>
    <message>
        <source>Go on in another folder…</source>
        <translation>Continua in un'altra cartella…</translation>
    </message>
    <message>
        <source>this catalogue is open for reading only</source>
        <translation>questo catalogo è aperto in sola lettura</translation>
    </message>
    <message>
        <source>only in the catalogue</source>
        <translation>solo nel catalogo</translation>
    </message>
    <message>
        <source>only in the recycle bin</source>
        <translation>solo nel cestino</translation>
    </message>
    <message>
        <source>only among the organisations</source>
        <translation>solo fra le organizzazioni</translation>
    </message>
    <message>
        <source>only among the changes to several practices</source>
        <translation>solo fra le modifiche a più pratiche</translation>
    </message>
    <message>
        <source>only in the editor</source>
        <translation>solo nella scheda</translation>
    </message>
    <message>
        <source>only in the interview</source>
        <translation>solo nell'intervista</translation>
    </message>
    <message>
        <source>only among the returns</source>
        <translation>solo tra i rientri</translation>
    </message>
    <message>
        <source>only among the conflicts</source>
        <translation>solo tra i conflitti</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>not known yet</source>
        <translation>non ancora noto</translation>
    </message>
</context>
<context>
    <name>AttachedList</name>
    <message>
        <source>Attachments</source>
        <translation>Allegati</translation>
    </message>
    <message>
        <source>No files yet. Open the practice and drop photos, recordings or documents on its attachments.</source>
        <translation>Nessun file per ora. Apri la pratica e trascina foto, registrazioni o documenti sui suoi allegati.</translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>before an import</source>
        <translation>prima di un'importazione</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>prima di un'unione</translation>
    </message>
    <message>
        <source>before an update of SeedDesk</source>
        <translation>prima di un aggiornamento di SeedDesk</translation>
    </message>
    <message>
        <source>before restoring one</source>
        <translation>prima di ripristinarne una</translation>
    </message>
    <message>
        <source>does not open</source>
        <translation>non si apre</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n pratica</numerusform>
            <numerusform>%n pratiche</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Restore the backup of {made}</source>
        <translation>Ripristina la copia di {made}</translation>
    </message>
    <message>
        <source>The catalogue goes back to {made}. What was saved since then is kept in a file beside it.</source>
        <translation>Il catalogo torna a {made}. Ciò che fu salvato dopo resta in un file accanto.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Ripristinala</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lascia stare</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Chiudi questo messaggio</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Organisations</source>
        <translation>Organizzazioni</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Cestino</translation>
    </message>
    <message>
        <source>Changes to several</source>
        <translation>Modifiche a più pratiche</translation>
    </message>
    <message numerus="yes">
        <source>Recycle bin, %n practice(s)</source>
        <translation>
            <numerusform>Cestino, %n pratica</numerusform>
            <numerusform>Cestino, %n pratiche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BesideText</name>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>e un altro salvataggio precedente</numerusform>
            <numerusform>e altri %n salvataggi precedenti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taken back together with %n other(s)</source>
        <translation>
            <numerusform>annullata insieme a un'altra pratica</numerusform>
            <numerusform>annullata insieme ad altre %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together with %n other(s)</source>
        <translation>
            <numerusform>insieme a un'altra pratica</numerusform>
            <numerusform>insieme ad altre %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leads %n practice(s)</source>
        <translation>
            <numerusform>capofila di %n pratica</numerusform>
            <numerusform>capofila di %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>partner in %n practice(s)</source>
        <translation>
            <numerusform>partner in %n pratica</numerusform>
            <numerusform>partner in %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n practice(s)</source>
        <translation>
            <numerusform>in %n pratica</numerusform>
            <numerusform>in %n pratiche</numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Registrata</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Modificata</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>Stato cambiato</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Eliminata</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Ripristinata</translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation>Conflitto deciso</translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation>Dati personali cancellati</translation>
    </message>
    <message>
        <source>Worked out again</source>
        <translation>Ricalcolata</translation>
    </message>
    <message>
        <source>added</source>
        <translation>aggiunta</translation>
    </message>
    <message>
        <source>Take the whole change back…</source>
        <translation>Annulla tutta la modifica…</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>tolta</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>spostata</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>cancellato</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(svuotato)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>No relations yet: of what it is part, what it replicates, where its ideas come from.</source>
        <translation>Ancora nessuna relazione: di che cosa fa parte, che cosa replica, da dove prende idee.</translation>
    </message>
    <message>
        <source>{name} (not in this catalogue)</source>
        <translation>{name} (non è in questo catalogo)</translation>
    </message>
    <message>
        <source>Lead organisation</source>
        <translation>Ente capofila</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>No organisation is named yet.</source>
        <translation>Nessuna organizzazione indicata finora.</translation>
    </message>
    <message>
        <source>Also written: {names}</source>
        <translation>Scritta anche: {names}</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>Pratiche</translation>
    </message>
    <message>
        <source>Works with</source>
        <translation>Lavora con</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>The recycle bin is empty</source>
        <translation>Il cestino è vuoto</translation>
    </message>
    <message>
        <source>What you delete waits here, with its whole history, until somebody restores it.</source>
        <translation>Ciò che elimini aspetta qui, con tutta la sua storia, finché qualcuno non lo ripristina.</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>Cestino</translation>
    </message>
    <message>
        <source>Search the deleted practices</source>
        <translation>Cerca fra le pratiche eliminate</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>ripristina</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tutte</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>riquadro seguente</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} di {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted practice(s)</source>
        <translation>
            <numerusform>%n pratica eliminata</numerusform>
            <numerusform>%n pratiche eliminate</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore all {count}</source>
        <translation>Ripristina tutte ({count})</translation>
    </message>
    <message>
        <source>Nothing is ever lost.</source>
        <translation>Niente va mai perso.</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>da {name}</translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation>Pratica senza titolo</translation>
    </message>
    <message numerus="yes">
        <source>Restore %n practice(s)</source>
        <translation>
            <numerusform>Ripristina %n pratica</numerusform>
            <numerusform>Ripristina %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) restored</source>
        <translation>
            <numerusform>%n pratica ripristinata</numerusform>
            <numerusform>%n pratiche ripristinate</numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring.</source>
        <translation>Ripristino in corso.</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) back in the bin</source>
        <translation>
            <numerusform>%n pratica di nuovo nel cestino</numerusform>
            <numerusform>%n pratiche di nuovo nel cestino</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: somebody changed them meanwhile</source>
        <translation>
            <numerusform>%n resta: qualcuno l'ha cambiata nel frattempo</numerusform>
            <numerusform>%n restano: qualcuno le ha cambiate nel frattempo</numerusform>
        </translation>
    </message>
    <message>
        <source>Back into the bin.</source>
        <translation>Di nuovo nel cestino.</translation>
    </message>
</context>
<context>
    <name>BugReport</name>
    <message>
        <source>SeedDesk made a mistake</source>
        <translation>SeedDesk ha sbagliato</translation>
    </message>
    <message>
        <source>What was saved is safe. Copy the report and send it to whoever looks after SeedDesk, then go on working.</source>
        <translation>Ciò che era salvato è al sicuro. Copia il rapporto, mandalo a chi cura SeedDesk e continua a lavorare.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapporto</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copia il rapporto</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
</context>
<context>
    <name>BulkPane</name>
    <message>
        <source>Their dossiers</source>
        <translation>I loro dossier</translation>
    </message>
    <message>
        <source>Back to one</source>
        <translation>Torna a una</translation>
    </message>
    <message>
        <source>A field</source>
        <translation>Un campo</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Parole chiave</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Elimina</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Che cosa cambierebbe</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) chosen</source>
        <translation>
            <numerusform>%n pratica scelta</numerusform>
            <numerusform>%n pratiche scelte</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all {count}</source>
        <translation>Sceglile tutte: {count}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Campo</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>New status</source>
        <translation>Nuovo stato</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Che cosa fare</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Come tabella</translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation>Excel (.xlsx)</translation>
    </message>
    <message>
        <source>Text (.csv)</source>
        <translation>Testo (.csv)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Say what should change; what it would do to each is shown here first.</source>
        <translation>Scegli che cosa cambiare: qui vedi prima l'effetto su ciascuna pratica.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambia</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) would change</source>
        <translation>
            <numerusform>Cambierebbe %n pratica</numerusform>
            <numerusform>Cambierebbero %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already so</source>
        <translation>
            <numerusform>%n è già così</numerusform>
            <numerusform>%n sono già così</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot</source>
        <translation>
            <numerusform>%n non può</numerusform>
            <numerusform>%n non possono</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n practice(s)</source>
        <translation>
            <numerusform>Elimina %n pratica</numerusform>
            <numerusform>Elimina %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) deleted</source>
        <translation>
            <numerusform>%n pratica eliminata</numerusform>
            <numerusform>%n pratiche eliminate</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting back.</source>
        <translation>Annullamento in corso.</translation>
    </message>
    <message numerus="yes">
        <source>Change %n practice(s)</source>
        <translation>
            <numerusform>Cambia %n pratica</numerusform>
            <numerusform>Cambia %n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) changed</source>
        <translation>
            <numerusform>%n pratica cambiata</numerusform>
            <numerusform>%n pratiche cambiate</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: somebody changed them meanwhile</source>
        <translation>
            <numerusform>%n è rimasta com'è: qualcuno l'ha cambiata nel frattempo</numerusform>
            <numerusform>%n sono rimaste come sono: qualcuno le ha cambiate nel frattempo</numerusform>
        </translation>
    </message>
    <message>
        <source>Changing.</source>
        <translation>Modifica in corso.</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) set back</source>
        <translation>
            <numerusform>%n pratica rimessa com'era</numerusform>
            <numerusform>%n pratiche rimesse com'erano</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Duplicate</source>
        <translation>Duplica</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Open or close</source>
        <translation>Apri o chiudi</translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation>Sposta {name}</translation>
    </message>
    <message>
        <source>New row</source>
        <translation>Nuova riga</translation>
    </message>
</context>
<context>
    <name>CatalogueActions</name>
    <message>
        <source>Clear the search and the filters</source>
        <translation>Togli ricerca e filtri</translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation>niente da annullare</translation>
    </message>
    <message>
        <source>Undo what was done last</source>
        <translation>Annulla l'ultima cosa fatta</translation>
    </message>
    <message>
        <source>Sort: recently changed</source>
        <translation>Ordina: aggiornate di recente</translation>
    </message>
    <message>
        <source>Sort: title</source>
        <translation>Ordina: titolo</translation>
    </message>
    <message>
        <source>Sort: place</source>
        <translation>Ordina: luogo</translation>
    </message>
    <message>
        <source>Sort: year, newest first</source>
        <translation>Ordina: anno, prima le più recenti</translation>
    </message>
    <message>
        <source>Sort: status</source>
        <translation>Ordina: stato</translation>
    </message>
    <message>
        <source>Sort: most complete</source>
        <translation>Ordina: prima le più complete</translation>
    </message>
    <message>
        <source>Sort: conflicts</source>
        <translation>Ordina: conflitti</translation>
    </message>
    <message>
        <source>From the search box into the list</source>
        <translation>Dalla ricerca all'elenco</translation>
    </message>
    <message>
        <source>Open the chosen practice</source>
        <translation>Apri la pratica scelta</translation>
    </message>
    <message>
        <source>Choose one practice more, or one less</source>
        <translation>Scegli una pratica in più, o una in meno</translation>
    </message>
    <message>
        <source>Choose all that are listed</source>
        <translation>Scegli tutte quelle in elenco</translation>
    </message>
    <message>
        <source>From the list back to the search box</source>
        <translation>Dall'elenco alla ricerca</translation>
    </message>
    <message>
        <source>choose more than one first</source>
        <translation>prima scegline più di una</translation>
    </message>
    <message>
        <source>there are not several</source>
        <translation>non ce n'è più di una</translation>
    </message>
    <message>
        <source>Choose all that were found</source>
        <translation>Scegli tutte quelle trovate</translation>
    </message>
    <message>
        <source>The chosen ones: change a field…</source>
        <translation>Quelle scelte: cambia un campo…</translation>
    </message>
    <message>
        <source>The chosen ones: keywords…</source>
        <translation>Quelle scelte: parole chiave…</translation>
    </message>
    <message>
        <source>The chosen ones: change the status…</source>
        <translation>Quelle scelte: cambia lo stato…</translation>
    </message>
    <message>
        <source>The chosen ones: delete…</source>
        <translation>Quelle scelte: elimina…</translation>
    </message>
    <message>
        <source>The chosen ones: their dossiers</source>
        <translation>Quelle scelte: i loro dossier</translation>
    </message>
    <message>
        <source>The chosen ones: as a table for Excel</source>
        <translation>Quelle scelte: come tabella per Excel</translation>
    </message>
    <message>
        <source>The chosen ones: as a text table (.csv)</source>
        <translation>Quelle scelte: come tabella di testo (.csv)</translation>
    </message>
    <message>
        <source>Back to my own catalogue</source>
        <translation>Torna al mio catalogo</translation>
    </message>
    <message>
        <source>Look around a sample catalogue</source>
        <translation>Guardati intorno in un catalogo di esempio</translation>
    </message>
    <message>
        <source>Order and columns</source>
        <translation>Ordine e colonne</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Ricerche salvate</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>è vuoto</translation>
    </message>
    <message>
        <source>Restore the chosen practices</source>
        <translation>Ripristina le pratiche scelte</translation>
    </message>
    <message>
        <source>Restore all of them</source>
        <translation>Ripristinale tutte</translation>
    </message>
    <message>
        <source>Undo what was restored last</source>
        <translation>Annulla l'ultimo ripristino</translation>
    </message>
    <message>
        <source>What taking it back would do</source>
        <translation>Che cosa farebbe annullarla</translation>
    </message>
    <message>
        <source>Undo what was taken back last</source>
        <translation>Rifai ciò che hai annullato per ultimo</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Svuota la ricerca</translation>
    </message>
    <message>
        <source>Back to the catalogue</source>
        <translation>Torna al catalogo</translation>
    </message>
    <message>
        <source>Its practices and partners</source>
        <translation>Le sue pratiche e i suoi partner</translation>
    </message>
    <message>
        <source>Sort: name</source>
        <translation>Ordina: nome</translation>
    </message>
    <message>
        <source>Sort: most practices</source>
        <translation>Ordina: prima quelle con più pratiche</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>open</source>
        <translation>apri</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation>dossier</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>riquadro seguente</translation>
    </message>
    <message>
        <source>Search the practices</source>
        <translation>Cerca nelle pratiche</translation>
    </message>
    <message>
        <source>Search words, &quot;phrases&quot;, region:Piemonte, -without</source>
        <translation>Cerca parole, &quot;frasi&quot;, regione:Piemonte, -esclusa</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Ricerche salvate</translation>
    </message>
    <message>
        <source>Search “{name}” deleted</source>
        <translation>Ricerca «{name}» eliminata</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtri</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nuova pratica</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n pratica</numerusform>
            <numerusform>%n pratiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with conflicts</source>
        <translation>
            <numerusform>%n con conflitti</numerusform>
            <numerusform>%n con conflitti</numerusform>
        </translation>
    </message>
    <message>
        <source>How to search</source>
        <translation>Come cercare</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} di {total}</translation>
    </message>
    <message>
        <source>“{title}” deleted</source>
        <translation>«{title}» eliminata</translation>
    </message>
</context>
<context>
    <name>ChangePane</name>
    <message>
        <source>What taking it back would do</source>
        <translation>Che cosa farebbe annullarla</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Annulla la modifica</translation>
    </message>
    <message>
        <source>Looking at the practices.</source>
        <translation>Leggo le pratiche.</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) would be set back</source>
        <translation>
            <numerusform>%n pratica tornerebbe com'era</numerusform>
            <numerusform>%n pratiche tornerebbero com'erano</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n resta com'è</numerusform>
            <numerusform>%n restano come sono</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are back already</source>
        <translation>
            <numerusform>%n è già com'era</numerusform>
            <numerusform>%n sono già com'erano</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n practice(s)</source>
        <translation>
            <numerusform>Annulla in %n pratica</numerusform>
            <numerusform>Annulla in %n pratiche</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Niente da annullare</translation>
    </message>
</context>
<context>
    <name>ChangeText</name>
    <message>
        <source>Taken back: {what}</source>
        <translation>Annullata: {what}</translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation>Rifatta: {what}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>da {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n pratica</numerusform>
            <numerusform>%n pratiche</numerusform>
        </translation>
    </message>
    <message>
        <source>taken back {when}</source>
        <translation>annullata {when}</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>What is changed in several practices at once is listed here, and can be taken back as a whole.</source>
        <translation>Ciò che si cambia in più pratiche insieme resta elencato qui, e si può annullare tutto in una volta.</translation>
    </message>
    <message>
        <source>No change to several practices yet</source>
        <translation>Ancora nessuna modifica a più pratiche</translation>
    </message>
    <message>
        <source>Search the changes</source>
        <translation>Cerca fra le modifiche</translation>
    </message>
    <message>
        <source>Changes to several practices</source>
        <translation>Modifiche a più pratiche</translation>
    </message>
    <message>
        <source>what it would do</source>
        <translation>che cosa farebbe</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>riquadro seguente</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} di {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n modifica</numerusform>
            <numerusform>%n modifiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) set back</source>
        <translation>
            <numerusform>%n pratica è tornata com'era</numerusform>
            <numerusform>%n pratiche sono tornate com'erano</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n resta com'è</numerusform>
            <numerusform>%n restano come sono</numerusform>
        </translation>
    </message>
    <message>
        <source>Setting back.</source>
        <translation>Annullamento in corso.</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) changed again</source>
        <translation>
            <numerusform>%n pratica di nuovo modificata</numerusform>
            <numerusform>%n pratiche di nuovo modificate</numerusform>
        </translation>
    </message>
    <message>
        <source>Undoing.</source>
        <translation>Ripristino della modifica in corso.</translation>
    </message>
</context>
<context>
    <name>ChipsInput</name>
    <message>
        <source>add, then Enter</source>
        <translation>aggiungi, poi Invio</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Togli {name}</translation>
    </message>
</context>
<context>
    <name>Commanding</name>
    <message>
        <source>Saved search: {name}</source>
        <translation>Ricerca salvata: {name}</translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation>Pratica senza titolo</translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Decided together with: {fields}</source>
        <translation>Si decide insieme a: {fields}</translation>
    </message>
    <message>
        <source>These fields go together: keep one version first, then change them in the practice.</source>
        <translation>Questi campi vanno insieme: tieni prima una versione, poi cambiali nella scheda.</translation>
    </message>
    <message>
        <source>the value both started from</source>
        <translation>il valore da cui sono partiti entrambi</translation>
    </message>
    <message>
        <source>there was no common value</source>
        <translation>non c'era un valore comune</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>Base</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vuoto)</translation>
    </message>
    <message>
        <source>Deletes the practice</source>
        <translation>Elimina la pratica</translation>
    </message>
    <message>
        <source>Goes on editing the practice</source>
        <translation>Continua a modificare la pratica</translation>
    </message>
    <message>
        <source>Removes the row</source>
        <translation>Toglie la riga</translation>
    </message>
    <message>
        <source>Goes on editing the row</source>
        <translation>Continua a modificare la riga</translation>
    </message>
    <message>
        <source>Proposed merge</source>
        <translation>Unione proposta</translation>
    </message>
    <message>
        <source>sentence by sentence, no sentence in disagreement</source>
        <translation>frase per frase, nessuna frase in disaccordo</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>da confermare</translation>
    </message>
    <message>
        <source>The value you decide on</source>
        <translation>Il valore che decidi tu</translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Confirm the proposal</source>
        <translation>Conferma la proposta</translation>
    </message>
    <message>
        <source>Keep {letter}</source>
        <translation>Tieni {letter}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifica</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>Tieni questo testo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Rimanda</translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>Nessun conflitto</translation>
    </message>
    <message>
        <source>When two people change the same field, both values wait here for you.</source>
        <translation>Quando due persone cambiano lo stesso campo, i due valori ti aspettano qui.</translation>
    </message>
    <message>
        <source>Import dossiers</source>
        <translation>Importa dei dossier</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Tieni</translation>
    </message>
    <message>
        <source>version {letter} kept</source>
        <translation>tenuta la versione {letter}</translation>
    </message>
    <message>
        <source>proposal confirmed</source>
        <translation>proposta confermata</translation>
    </message>
    <message>
        <source>This text was merged word by word: read it whole before you keep it.</source>
        <translation>Questo testo è unito parola per parola: leggilo tutto prima di tenerlo.</translation>
    </message>
    <message>
        <source>your text kept</source>
        <translation>tenuto il tuo testo</translation>
    </message>
    <message>
        <source>{title}, {field}: {what}</source>
        <translation>{title}, {field}: {what}</translation>
    </message>
</context>
<context>
    <name>DeletedStrip</name>
    <message>
        <source>Deleted by {name} and written on since: {when}.</source>
        <translation>Eliminata da {name} ({when}), e poi si è scritto ancora.</translation>
    </message>
    <message>
        <source>Deleted by {name}: {when}.</source>
        <translation>Eliminata da {name}: {when}.</translation>
    </message>
    <message>
        <source>Nothing is lost: whether it stays is asked under Conflicts.</source>
        <translation>Nulla è perso: se la pratica resta si decide nei Conflitti.</translation>
    </message>
    <message>
        <source>It is in the recycle bin. What is written here all the same is kept, and brings up the question whether it stays.</source>
        <translation>È nel cestino. Quello che scrivi qui resta comunque salvato, e allora si dovrà decidere se la pratica resta.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Ripristinala</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This catalogue is open for reading only.</source>
        <translation>Questo catalogo è aperto in sola lettura.</translation>
    </message>
</context>
<context>
    <name>DroppedFiles</name>
    <message>
        <source>“{name}” is here already.</source>
        <translation>«{name}» è già qui.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Title and place are enough to begin.</source>
        <translation>Bastano titolo e luogo per cominciare.</translation>
    </message>
    <message>
        <source>Language of the questions: {name}</source>
        <translation>Lingua delle domande: {name}</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>Lingua delle domande</translation>
    </message>
</context>
<context>
    <name>EmptyCatalogue</name>
    <message>
        <source>The catalogue is empty</source>
        <translation>Il catalogo è vuoto</translation>
    </message>
    <message>
        <source>Begin here. Every step can be undone.</source>
        <translation>Comincia da qui. Ogni passo si può annullare.</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nuova pratica</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Scegli i file</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Apri l'esempio</translation>
    </message>
    <message>
        <source>Save a blank</source>
        <translation>Salva il dossier</translation>
    </message>
    <message>
        <source>Record a practice</source>
        <translation>Racconta una pratica</translation>
    </message>
    <message>
        <source>Title and place are enough; the rest can wait.</source>
        <translation>Bastano il titolo e il luogo; il resto può aspettare.</translation>
    </message>
    <message>
        <source>Import dossiers</source>
        <translation>Importa dei dossier</translation>
    </message>
    <message>
        <source>Drop Word files here, or a table, or a folder.</source>
        <translation>Trascina qui file Word, una tabella o una cartella.</translation>
    </message>
    <message>
        <source>Look around a sample catalogue</source>
        <translation>Guardati intorno in un catalogo di esempio</translation>
    </message>
    <message>
        <source>A few invented practices in a file of their own: try anything, then come back to yours.</source>
        <translation>Poche pratiche inventate in un file a parte: prova tutto, poi torna alle tue.</translation>
    </message>
    <message>
        <source>Send a blank dossier</source>
        <translation>Manda un dossier in bianco</translation>
    </message>
    <message>
        <source>Whoever has Word fills it in, and it comes back as a practice.</source>
        <translation>Chi ha Word lo compila e lo rimanda: diventa una pratica.</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) in the recycle bin</source>
        <translation>
            <numerusform>%n pratica nel cestino</numerusform>
            <numerusform>%n pratiche nel cestino</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a blank dossier</source>
        <translation>Salva un dossier in bianco</translation>
    </message>
    <message>
        <source>blank dossier.docx</source>
        <translation>dossier in bianco.docx</translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>Erase “{name}” for good?</source>
        <translation>Cancellare per sempre «{name}»?</translation>
    </message>
    <message>
        <source>Everything this field ever said goes: what it says now, its history, what the search finds it by. Who wrote something and when stays, with the reason you give.</source>
        <translation>Sparisce tutto quello che questo campo ha mai detto: quello che dice ora, la sua storia, ciò per cui la ricerca lo trova. Resta chi ha scritto qualcosa e quando, con il motivo che indichi.</translation>
    </message>
    <message>
        <source>It stays in backups made before, until they are thinned out; in dossiers and tables that left; and in the catalogues of others, who must erase it themselves.</source>
        <translation>Resta nelle copie di sicurezza già fatte, finché non vengono sfoltite; nei dossier e nelle tabelle già usciti; e nei cataloghi degli altri, che devono cancellarlo da sé.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Non si può annullare.</translation>
    </message>
    <message>
        <source>Reason, without personal data</source>
        <translation>Motivo, senza dati personali</translation>
    </message>
    <message>
        <source>Asked for by the person it is about</source>
        <translation>Lo ha chiesto la persona di cui si parla</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Cancella per sempre</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lascia stare</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Dossier written, with its password.</source>
        <translation>Dossier scritto, con la sua password.</translation>
    </message>
    <message>
        <source>Dossier written.</source>
        <translation>Dossier scritto.</translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation>{name} in {folder}</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>Manda per e-mail</translation>
    </message>
    <message>
        <source>Attach the dossier yourself.</source>
        <translation>Allega tu il dossier.</translation>
    </message>
    <message>
        <source>This system does not let SeedDesk attach it: the folder is open beside the message.</source>
        <translation>Questo sistema non lascia che lo alleghi SeedDesk: la cartella è aperta accanto al messaggio.</translation>
    </message>
    <message>
        <source>practices {date}</source>
        <translation>pratiche {date}</translation>
    </message>
    <message>
        <source>Save the practices as a table</source>
        <translation>Salva le pratiche come tabella</translation>
    </message>
    <message>
        <source>Dossiers written: {count}.</source>
        <translation>Dossier scritti: {count}.</translation>
    </message>
    <message>
        <source>Writing dossiers.</source>
        <translation>Scrittura dei dossier.</translation>
    </message>
    <message>
        <source>Practices in the table {name}: {count}.</source>
        <translation>Pratiche nella tabella {name}: {count}.</translation>
    </message>
    <message>
        <source>Writing the table.</source>
        <translation>Scrittura della tabella.</translation>
    </message>
    <message>
        <source>It lies in {folder}</source>
        <translation>Si trova in {folder}</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Modulo</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Anno</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Raccolta da</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Attenzione</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regione</translation>
    </message>
    <message>
        <source>With conflicts</source>
        <translation>Con conflitti</translation>
    </message>
    <message>
        <source>To be verified again</source>
        <translation>Da riverificare</translation>
    </message>
</context>
<context>
    <name>FidelityPane</name>
    <message numerus="yes">
        <source>What changes: %n field(s)</source>
        <translation>
            <numerusform>Che cosa cambia: %n campo</numerusform>
            <numerusform>Che cosa cambia: %n campi</numerusform>
        </translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiato</translation>
    </message>
    <message>
        <source>added</source>
        <translation>aggiunto</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>tolto</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>in conflitto</translation>
    </message>
    <message>
        <source>Open the practice</source>
        <translation>Apri la pratica</translation>
    </message>
    <message>
        <source>No character lost</source>
        <translation>Nessun carattere perso</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) to look at</source>
        <translation>
            <numerusform>%n carattere da guardare</numerusform>
            <numerusform>%n caratteri da guardare</numerusform>
        </translation>
    </message>
    <message>
        <source>{read} read of {present}</source>
        <translation>{read} letti su {present}</translation>
    </message>
    <message>
        <source>Content control</source>
        <translation>Controllo di contenuto</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Segnalibro</translation>
    </message>
    <message>
        <source>Exact label</source>
        <translation>Etichetta esatta</translation>
    </message>
    <message>
        <source>Similar label</source>
        <translation>Etichetta simile</translation>
    </message>
    <message>
        <source>Column heading</source>
        <translation>Intestazione di colonna</translation>
    </message>
    <message>
        <source>How the fields were found</source>
        <translation>Come sono stati trovati i campi</translation>
    </message>
    <message>
        <source>Absent: the value stays as it was</source>
        <translation>Assenti: il valore resta com'era</translation>
    </message>
    <message>
        <source>Left over: in no field</source>
        <translation>Rimasto fuori da ogni campo</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>Rimasto fuori</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Copy the texts left over</source>
        <translation>Copia i testi rimasti fuori</translation>
    </message>
    <message>
        <source>These texts stand in the document outside every field. They are not merged: copy what is needed.</source>
        <translation>Questi testi stanno nel documento fuori da ogni campo. Non vengono uniti: copia ciò che serve.</translation>
    </message>
    <message>
        <source>Texts left over</source>
        <translation>Testi rimasti fuori</translation>
    </message>
    <message>
        <source>Not found in the document</source>
        <translation>Non trovati nel documento</translation>
    </message>
    <message>
        <source>The value in the catalogue stays as it was; nothing is emptied.</source>
        <translation>Il valore nel catalogo resta com'era; niente viene svuotato.</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>not known yet</source>
        <translation>non ancora noto</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obbligatorio</translation>
    </message>
    <message>
        <source>{used} / {limit}</source>
        <translation>{used} / {limit}</translation>
    </message>
    <message>
        <source>{over} over, {count}</source>
        <translation>{over} oltre, {count}</translation>
    </message>
</context>
<context>
    <name>FieldHistory</name>
    <message>
        <source>Values of this field</source>
        <translation>Valori di questo campo</translation>
    </message>
    <message>
        <source>Nothing was ever written here.</source>
        <translation>Qui non è mai stato scritto nulla.</translation>
    </message>
    <message>
        <source>Erase all of it from the history…</source>
        <translation>Cancella tutto dalla storia…</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>cancellato</translation>
    </message>
    <message>
        <source>Erased for good: {name}</source>
        <translation>Cancellato per sempre: {name}</translation>
    </message>
    <message>
        <source>emptied</source>
        <translation>svuotato</translation>
    </message>
    <message>
        <source>erased: {reason}</source>
        <translation>cancellato: {reason}</translation>
    </message>
    <message>
        <source>This is what it says now.</source>
        <translation>È quello che dice ora.</translation>
    </message>
    <message>
        <source>Restore this value</source>
        <translation>Rimetti questo valore</translation>
    </message>
</context>
<context>
    <name>FileInput</name>
    <message>
        <source>Choose a file</source>
        <translation>Scegli un file</translation>
    </message>
    <message>
        <source>Take the file out</source>
        <translation>Togli il file</translation>
    </message>
    <message>
        <source>Kept in the catalogue.</source>
        <translation>Conservato nel catalogo.</translation>
    </message>
    <message>
        <source>Or drop it here.</source>
        <translation>O trascinalo qui.</translation>
    </message>
    <message>
        <source>Small view of the picture</source>
        <translation>Miniatura della foto</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Scegli un'immagine</translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation>Scegli una registrazione</translation>
    </message>
    <message>
        <source>Choose a film</source>
        <translation>Scegli un filmato</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Sostituisci</translation>
    </message>
    <message>
        <source>{size} kB, kept in the catalogue.</source>
        <translation>{size} kB, conservato nel catalogo.</translation>
    </message>
    <message>
        <source>A photo of a kind (HEIC, AVIF) that is kept whole, but can be shown neither here nor in the dossier. Save it as JPEG where it comes from (on an iPhone: Settings, Camera, Formats, Most Compatible) and put that here.</source>
        <translation>Una foto di un tipo (HEIC, AVIF) che si conserva intera, ma non si può mostrare né qui né nel dossier. Salvala come JPEG dove l'hai presa (su iPhone: Impostazioni, Fotocamera, Formati, Più compatibile) e metti quella qui.</translation>
    </message>
    <message>
        <source>A picture of {millions} million pixels: it is kept whole, but it is too large to be shown and for the dossier. Add a smaller copy of it.</source>
        <translation>Un'immagine di {millions} milioni di pixel: è conservata intera, ma è troppo grande per essere mostrata e per il dossier. Aggiungine una copia più piccola.</translation>
    </message>
    <message>
        <source>{wide} x {high} pixels, {size} kB, kept whole in the catalogue.</source>
        <translation>{wide} x {high} pixel, {size} kB, conservata intera nel catalogo.</translation>
    </message>
    <message>
        <source>The file is not here yet.</source>
        <translation>Il file non è ancora qui.</translation>
    </message>
    <message>
        <source>{name} is not what this question asks for. {wanted}.</source>
        <translation>{name} non è ciò che questa domanda chiede. {wanted}.</translation>
    </message>
    <message>
        <source>Keeping {name}…</source>
        <translation>Conservo {name}…</translation>
    </message>
    <message>
        <source>File taken out</source>
        <translation>Il file è stato tolto</translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>{label}: {words}</source>
        <translation>{label}: {words}</translation>
    </message>
    <message>
        <source>Still missing: {names}</source>
        <translation>Ancora da dire: {names}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Salva con nome…</translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation>non ancora qui</translation>
    </message>
    <message>
        <source>{wide} x {high} pixels</source>
        <translation>{wide} x {high} pixel</translation>
    </message>
    <message>
        <source>Small view of {name}</source>
        <translation>Miniatura di {name}</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Salva una copia</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Salvato: {name}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Social practices, well written and safe</source>
        <translation>Le pratiche sociali, scritte bene e al sicuro</translation>
    </message>
    <message>
        <source>SeedDesk works without a network. What you write stays on this computer until you decide to send it to the centre.</source>
        <translation>SeedDesk funziona senza rete. Quello che scrivi resta su questo computer finché non decidi tu di mandarlo al centro.</translation>
    </message>
    <message>
        <source>Record a practice</source>
        <translation>Racconta una pratica</translation>
    </message>
    <message>
        <source>in ten minutes, even during the interview</source>
        <translation>in dieci minuti, anche durante l'intervista</translation>
    </message>
    <message>
        <source>Send it as a Word document</source>
        <translation>Mandala come documento Word</translation>
    </message>
    <message>
        <source>whoever gets it need not install anything</source>
        <translation>chi la riceve non deve installare nulla</translation>
    </message>
    <message>
        <source>Find every correction again</source>
        <translation>Ritrova ogni correzione</translation>
    </message>
    <message>
        <source>field by field, without losing a word</source>
        <translation>campo per campo, senza perdere una parola</translation>
    </message>
    <message>
        <source>SeedDesk {version} · EUPL 1.2 licence</source>
        <translation>SeedDesk {version} · licenza EUPL 1.2</translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation>Prima di cominciare</translation>
    </message>
    <message>
        <source>Three answers. Change them whenever you like in the settings.</source>
        <translation>Tre risposte. Si cambiano quando vuoi nelle impostazioni.</translation>
    </message>
    <message>
        <source>What is your name</source>
        <translation>Come ti chiami</translation>
    </message>
    <message>
        <source>shown beside what you write</source>
        <translation>compare accanto a ciò che scrivi</translation>
    </message>
    <message>
        <source>Your centre</source>
        <translation>Il tuo centro</translation>
    </message>
    <message>
        <source>As it should appear at the top of dossiers. You may leave it empty.</source>
        <translation>Come deve comparire in testa ai dossier. Può restare vuoto.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Protect with encryption</source>
        <translation>Proteggi con la cifratura</translation>
    </message>
    <message>
        <source>For a laptop that travels. You get a recovery code to print; it can also be done later, in the settings.</source>
        <translation>Per un portatile che viaggia. Avrai un codice di recupero da stampare; si può fare anche dopo, nelle impostazioni.</translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation>Apri il catalogo</translation>
    </message>
    <message>
        <source>No account, no password, nothing sent over the network.</source>
        <translation>Nessun account, nessuna password, nessun dato mandato in rete.</translation>
    </message>
    <message>
        <source>Write your name: it is shown beside what you write.</source>
        <translation>Scrivi il tuo nome: compare accanto a ciò che scrivi.</translation>
    </message>
</context>
<context>
    <name>FormQuality</name>
    <message>
        <source>Question statistics</source>
        <translation>Statistiche delle domande</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Sto contando…</translation>
    </message>
    <message>
        <source>Counting… {done} of {total}</source>
        <translation>Sto contando… {done} di {total}</translation>
    </message>
    <message>
        <source>Question statistics: {title}</source>
        <translation>Statistiche delle domande: {title}</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) counted. Press a heading to sort; the seconds are the median of those that were measured.</source>
        <translation>
            <numerusform>%n pratica contata. Premi un'intestazione per ordinare; i secondi sono la mediana di quelli misurati.</numerusform>
            <numerusform>%n pratiche contate. Premi un'intestazione per ordinare; i secondi sono la mediana di quelli misurati.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormsSettings</name>
    <message>
        <source>Forms</source>
        <translation>Moduli</translation>
    </message>
    <message>
        <source>Add a form…</source>
        <translation>Aggiungi un modulo…</translation>
    </message>
    <message>
        <source>A form is a questionnaire made in a spreadsheet (XLSForm). New practices use the main form; each practice is shown with its own. A new version changes no answer: what it no longer asks stays with the practice.</source>
        <translation>Un modulo è un questionario preparato in un foglio di calcolo (XLSForm). Le pratiche nuove usano il modulo principale; ogni pratica si mostra con il suo. Una versione nuova non cambia nessuna risposta: ciò che non chiede più resta con la pratica.</translation>
    </message>
    <message>
        <source>Add a form</source>
        <translation>Aggiungi un modulo</translation>
    </message>
    <message>
        <source>Forms (*.xlsx *.xml *.zip);;Every file (*)</source>
        <translation>Moduli (*.xlsx *.xml *.zip);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Sto leggendo {name}…</translation>
    </message>
    <message>
        <source>{name} cannot be used yet.</source>
        <translation>{name} non si può ancora usare.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Mend what stands below, then add it again.</source>
        <translation>Non è stato preso nulla. Correggi quanto scritto sotto, poi aggiungilo di nuovo.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Its practices are shown by version {version} from now on.</source>
        <translation>Da ora le sue pratiche si mostrano con la versione {version}.</translation>
    </message>
    <message>
        <source>Its practices are shown by it from now on.</source>
        <translation>Da ora le sue pratiche si mostrano con questo.</translation>
    </message>
    <message>
        <source>{title} is in use.</source>
        <translation>{title} è in uso.</translation>
    </message>
    <message>
        <source>Export the form</source>
        <translation>Esporta il modulo</translation>
    </message>
    <message>
        <source>XLSForm workbook (*.xlsx);;XForm (*.xml)</source>
        <translation>Cartella XLSForm (*.xlsx);;XForm (*.xml)</translation>
    </message>
    <message>
        <source>Written.</source>
        <translation>Scritto.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Opening the catalogue</source>
        <translation>Apertura del catalogo</translation>
    </message>
    <message>
        <source>Preparing the catalogue</source>
        <translation>Preparo il catalogo</translation>
    </message>
    <message>
        <source>SeedDesk or the form is newer than last time: lists and search are made anew. Nothing you recorded changes.</source>
        <translation>SeedDesk o il modulo è più recente dell'ultima volta: elenchi e ricerca vengono rifatti. Niente di ciò che hai registrato cambia.</translation>
    </message>
</context>
<context>
    <name>GeoInput</name>
    <message>
        <source>Latitude and longitude, as in 45.0703 7.6869; after them altitude and accuracy in metres, if known.</source>
        <translation>Latitudine e longitudine, come in 45.0703 7.6869; poi, se si sanno, quota e precisione in metri.</translation>
    </message>
    <message>
        <source>One point a line, as in 45.0703 7.6869; the last one is the first again, so that the area closes.</source>
        <translation>Un punto per riga, come in 45.0703 7.6869; l'ultimo ripete il primo, così l'area si chiude.</translation>
    </message>
    <message>
        <source>One point a line, as in 45.0703 7.6869, in the order they were walked.</source>
        <translation>Un punto per riga, come in 45.0703 7.6869, nell'ordine in cui si percorre.</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n punto</numerusform>
            <numerusform>%n punti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to move; Alt Shift and the arrows do it too</source>
        <translation>Trascina per spostare; vale anche Alt Maiusc con le frecce</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Back to where you were</source>
        <translation>Torna dov'eri</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aiuto</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Cerca nell'aiuto</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Pagine dell'aiuto</translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation>Nessuna pagina ha queste parole.</translation>
    </message>
    <message>
        <source>The help</source>
        <translation>L'aiuto</translation>
    </message>
</context>
<context>
    <name>InterviewView</name>
    <message>
        <source>Note removed</source>
        <translation>Appunto tolto</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Intervista</translation>
    </message>
    <message>
        <source>Length of the interview</source>
        <translation>Durata dell'intervista</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Indietro</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Non ancora noto</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avanti</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>la fine</translation>
    </message>
    <message>
        <source>Then: {question}</source>
        <translation>Poi: {question}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} di {count}</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fine</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nuova pratica</translation>
    </message>
    <message>
        <source>This question takes no free text.</source>
        <translation>Questa domanda non vuole testo libero.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Riprendi</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Salvato {time}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non salvato</translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation>Scrittura in corso…</translation>
    </message>
    <message>
        <source>{used} / {limit}</source>
        <translation>{used} / {limit}</translation>
    </message>
    <message>
        <source>{over} over, {count}</source>
        <translation>{over} oltre, {count}</translation>
    </message>
</context>
<context>
    <name>KeepingStrip</name>
    <message>
        <source>Taking the files in.</source>
        <translation>Aggiungo i file.</translation>
    </message>
    <message>
        <source>Nor these: {names}.</source>
        <translation>Neanche questi: {names}.</translation>
    </message>
    <message>
        <source>Here already: {names}.</source>
        <translation>C'erano già: {names}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not tried any more.</source>
        <translation>
            <numerusform>%n file non è stato più provato.</numerusform>
            <numerusform>%n file non sono stati più provati.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in.</source>
        <translation>
            <numerusform>%n file aggiunto.</numerusform>
            <numerusform>%n file aggiunti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e un altro</numerusform>
            <numerusform>e altri %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftoversView</name>
    <message>
        <source>From an earlier form</source>
        <translation>Da un modulo precedente</translation>
    </message>
    <message>
        <source>The form this practice is shown by does not ask for these answers. They stay with the practice, travel with its dossier, and come back if a form asks for them again.</source>
        <translation>Il modulo con cui si mostra questa pratica non chiede queste risposte. Restano con la pratica, viaggiano con il suo dossier e tornano se un modulo le chiede di nuovo.</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Copia tutto</translation>
    </message>
</context>
<context>
    <name>LineInput</name>
    <message>
        <source>Open the link</source>
        <translation>Apri il collegamento</translation>
    </message>
    <message>
        <source>year</source>
        <translation>anno</translation>
    </message>
    <message>
        <source>month/year</source>
        <translation>mese/anno</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>giorno/mese/anno</translation>
    </message>
    <message>
        <source>year, month/year or day/month/year</source>
        <translation>anno, mese/anno o giorno/mese/anno</translation>
    </message>
    <message>
        <source>day/month/year hour:minute</source>
        <translation>giorno/mese/anno ora:minuti</translation>
    </message>
    <message>
        <source>hour:minute</source>
        <translation>ora:minuti</translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Link another practice</source>
        <translation>Collega un'altra pratica</translation>
    </message>
    <message>
        <source>Its title, place or code</source>
        <translation>Il suo titolo, luogo o codice</translation>
    </message>
    <message>
        <source>Practices found</source>
        <translation>Pratiche trovate</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relazione</translation>
    </message>
    <message>
        <source>Relation removed</source>
        <translation>Relazione tolta</translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation>Pratica senza titolo</translation>
    </message>
    <message>
        <source>Linked with “{title}”</source>
        <translation>Collegata a «{title}»</translation>
    </message>
    <message>
        <source>It was linked with “{title}” already</source>
        <translation>Era già collegata a «{title}»</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Back to the catalogue</source>
        <translation>Torna al catalogo</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Niente corrisponde</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Svuota la ricerca</translation>
    </message>
</context>
<context>
    <name>LockedFiles</name>
    <message>
        <source>Password of all of them</source>
        <translation>Password di tutti</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Aprili</translation>
    </message>
    <message>
        <source>One for each</source>
        <translation>Una per ciascuno</translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) locked with a password.</source>
        <translation>
            <numerusform>%n dossier è chiuso con una password.</numerusform>
            <numerusform>%n dossier sono chiusi con una password.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The password does not open %n of them. Passwords tell capitals from small letters.</source>
        <translation>
            <numerusform>La password non ne apre %n. Nelle password maiuscole e minuscole sono diverse.</numerusform>
            <numerusform>La password non ne apre %n. Nelle password maiuscole e minuscole sono diverse.</numerusform>
        </translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation>password errata</translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation>Password di {name}</translation>
    </message>
</context>
<context>
    <name>Lookalikes</name>
    <message>
        <source>A similar practice is already in the catalogue: {which}.</source>
        <translation>Una pratica simile è già nel catalogo: {which}.</translation>
    </message>
    <message>
        <source>Link it</source>
        <translation>Collega</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>{names} and others</source>
        <translation>{names} e altre</translation>
    </message>
    <message>
        <source>In this place the organisation already leads: {which}.</source>
        <translation>In questo luogo l'ente guida già: {which}.</translation>
    </message>
    <message>
        <source>The organisation with this number already leads: {which}.</source>
        <translation>L'ente con questo numero guida già: {which}.</translation>
    </message>
    <message>
        <source>Open “{title}”</source>
        <translation>Apri «{title}»</translation>
    </message>
    <message>
        <source>If this is none of them, go on.</source>
        <translation>Se questa è un'altra, continua.</translation>
    </message>
</context>
<context>
    <name>MainOne</name>
    <message>
        <source>main</source>
        <translation>principale</translation>
    </message>
    <message>
        <source>Make main</source>
        <translation>Rendi principale</translation>
    </message>
    <message>
        <source>Alt Shift and the upper arrow do it too</source>
        <translation>Anche con Alt Maiusc e la freccia in su</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Catalogue</source>
        <translation>Catalogo</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Scheda</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Unione</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aiuto</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>SeedDesk (reading only)</source>
        <translation>SeedDesk (sola lettura)</translation>
    </message>
    <message>
        <source>This catalogue is open for reading only.</source>
        <translation>Questo catalogo è aperto in sola lettura.</translation>
    </message>
    <message>
        <source>The last words you typed could not be saved. Close all the same, without them?</source>
        <translation>Le ultime parole scritte non si sono potute salvare. Chiudere lo stesso, senza?</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Chiudi senza</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Resta</translation>
    </message>
</context>
<context>
    <name>MediaBox</name>
    <message>
        <source>Picture: {words}</source>
        <translation>Immagine: {words}</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Ascolta</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Guarda</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Merge</source>
        <translation>Unione</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Rientri</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitti</translation>
    </message>
    <message>
        <source>Decisions made</source>
        <translation>Decisioni prese</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflitto</translation>
    </message>
    <message>
        <source>next practice</source>
        <translation>pratica seguente</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>differenze</translation>
    </message>
    <message>
        <source>undo the decision</source>
        <translation>annulla la decisione</translation>
    </message>
    <message>
        <source>select</source>
        <translation>seleziona</translation>
    </message>
    <message>
        <source>filter by outcome</source>
        <translation>filtra per esito</translation>
    </message>
    <message>
        <source>apply</source>
        <translation>applica</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in conflict.</source>
        <translation>
            <numerusform>%n file in conflitto.</numerusform>
            <numerusform>%n file in conflitto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both values are kept until you decide.</source>
        <translation>I due valori restano finché non decidi tu.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
    <message>
        <source>{made} decided of {all}</source>
        <translation>{made} decisi su {all}</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n conflitto da decidere</numerusform>
            <numerusform>%n conflitti da decidere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation>Nulla aspetta una decisione</translation>
    </message>
</context>
<context>
    <name>MoreHelp</name>
    <message>
        <source>More help</source>
        <translation>Più aiuto</translation>
    </message>
</context>
<context>
    <name>NotSaved</name>
    <message>
        <source>Not saved.</source>
        <translation>Non salvato.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Si riprova da solo.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Keep it elsewhere…</source>
        <translation>Tienilo altrove…</translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation>Copia il testo</translation>
    </message>
    <message>
        <source>Where to keep it: a stick, another disk</source>
        <translation>Dove tenerlo: una chiavetta, un altro disco</translation>
    </message>
    <message>
        <source>Kept in {path}.</source>
        <translation>Tenuto in {path}.</translation>
    </message>
    <message>
        <source>In the catalogue it is not saved yet. Once there is room, drop that file on this window.</source>
        <translation>Nel catalogo non è ancora salvato. Quando c'è spazio, trascina quel file su questa finestra.</translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>(only the time)</source>
        <translation>(solo l'ora)</translation>
    </message>
    <message>
        <source>Put into the field «{field}»</source>
        <translation>Messo nel campo «{field}»</translation>
    </message>
    <message>
        <source>To ask</source>
        <translation>Da chiedere</translation>
    </message>
</context>
<context>
    <name>NotesBeside</name>
    <message>
        <source>Note removed</source>
        <translation>Appunto tolto</translation>
    </message>
    <message>
        <source>Put the caret into a field for free text first.</source>
        <translation>Prima metti il cursore in un campo a testo libero.</translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Notes</source>
        <translation>Appunti</translation>
    </message>
    <message>
        <source>to the notes and back</source>
        <translation>agli appunti e ritorno</translation>
    </message>
    <message>
        <source>to the form</source>
        <translation>alla scheda</translation>
    </message>
    <message>
        <source>Write a note: SeedDesk puts the time.</source>
        <translation>Scrivi un appunto: l'ora la mette SeedDesk.</translation>
    </message>
    <message>
        <source>No notes were taken yet.</source>
        <translation>Ancora nessun appunto.</translation>
    </message>
    <message>
        <source>Write a note, then Enter</source>
        <translation>Scrivi un appunto, poi Invio</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nuovo appunto</translation>
    </message>
    <message>
        <source>puts the note into the open question</source>
        <translation>mette l'appunto nella domanda aperta</translation>
    </message>
    <message>
        <source>“to ask”</source>
        <translation>«da chiedere»</translation>
    </message>
    <message>
        <source>only the time</source>
        <translation>solo l'ora</translation>
    </message>
    <message>
        <source>puts the note into the field you were in</source>
        <translation>mette l'appunto nel campo dov'eri</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Clear the search and the filters</source>
        <translation>Togli ricerca e filtri</translation>
    </message>
    <message>
        <source>No practice matches</source>
        <translation>Nessuna pratica corrisponde</translation>
    </message>
    <message numerus="yes">
        <source>No practice matches all %n of these</source>
        <translation>
            <numerusform>Nessuna pratica corrisponde</numerusform>
            <numerusform>Nessuna pratica con tutte e %n queste condizioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n pratica</numerusform>
            <numerusform>%n pratiche</numerusform>
        </translation>
    </message>
    <message>
        <source>Without {piece}: {count}</source>
        <translation>Senza {piece}: {count}</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>All backups lie on this computer's disk.</source>
        <translation>Tutte le copie di sicurezza stanno sul disco di questo computer.</translation>
    </message>
    <message>
        <source>A stick or a shared folder keeps them when the computer is lost.</source>
        <translation>Una chiavetta o una cartella condivisa le salva se il computer si perde.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Scegli una cartella…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Che cosa si può fare</translation>
    </message>
    <message>
        <source>Reading only.</source>
        <translation>Sola lettura.</translation>
    </message>
    <message>
        <source>Try to write</source>
        <translation>Prova a scrivere</translation>
    </message>
    <message>
        <source>Go on in another folder…</source>
        <translation>Continua in un'altra cartella…</translation>
    </message>
</context>
<context>
    <name>Onward</name>
    <message>
        <source>Next section: {name}</source>
        <translation>Sezione seguente: {name}</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>Sezione seguente</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Once the disk, the network or the other program is ready.</source>
        <translation>Quando il disco, la rete o l'altro programma sono pronti.</translation>
    </message>
    <message>
        <source>Read without writing</source>
        <translation>Leggi senza scrivere</translation>
    </message>
    <message>
        <source>Search, read and export everything. Nothing can be changed until it opens for writing.</source>
        <translation>Si cerca, si legge e si esporta tutto. Non si cambia nulla finché non si apre in scrittura.</translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation>Apri in lettura</translation>
    </message>
    <message>
        <source>Begin a new catalogue</source>
        <translation>Comincia un catalogo nuovo</translation>
    </message>
    <message>
        <source>An empty one. If the old one turns up, it can be opened again from its own place.</source>
        <translation>Vuoto. Se il vecchio ricompare, si riapre da dove sta.</translation>
    </message>
    <message>
        <source>New catalogue…</source>
        <translation>Nuovo catalogo…</translation>
    </message>
    <message>
        <source>Restore the backup of {made}</source>
        <translation>Ripristina la copia di {made}</translation>
    </message>
    <message>
        <source>The last good one: it was opened and checked just now. What was saved after it is in the files kept aside.</source>
        <translation>L'ultima buona: è stata aperta e controllata adesso. Ciò che fu salvato dopo resta nei file messi da parte.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Ripristinala</translation>
    </message>
    <message>
        <source>Recover what can still be read</source>
        <translation>Recupera ciò che si legge ancora</translation>
    </message>
    <message>
        <source>Every intact revision, and from the last backup what is missing. At the end you see what is lost.</source>
        <translation>Ogni revisione intera e, dall'ultima copia, quelle che mancano. Alla fine vedi che cosa si è perso.</translation>
    </message>
    <message>
        <source>Recover it</source>
        <translation>Recuperalo</translation>
    </message>
    <message>
        <source>Back to your catalogue</source>
        <translation>Torna al tuo catalogo</translation>
    </message>
    <message>
        <source>The one you worked in before. This file stays as it is.</source>
        <translation>Quello in cui lavoravi prima. Questo file resta com'è.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Torna indietro</translation>
    </message>
    <message>
        <source>Open another catalogue</source>
        <translation>Apri un altro catalogo</translation>
    </message>
    <message>
        <source>A file that ends in .seeddesk, on this computer, a stick or a shared folder.</source>
        <translation>Un file che finisce in .seeddesk, su questo computer, una chiavetta o una cartella condivisa.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Scegli un file…</translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk)</source>
        <translation>Cataloghi (*.seeddesk)</translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk);;All files (*)</source>
        <translation>Cataloghi (*.seeddesk);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Codice di recupero</translation>
    </message>
    <message>
        <source>Eight groups of four letters and digits. Capitals and dashes do not matter.</source>
        <translation>Otto gruppi di quattro lettere e cifre. Maiuscole e trattini non contano.</translation>
    </message>
    <message>
        <source>Open with the code</source>
        <translation>Apri con il codice</translation>
    </message>
    <message>
        <source>File of keys…</source>
        <translation>File delle chiavi…</translation>
    </message>
    <message>
        <source>With the centre's key…</source>
        <translation>Con la chiave del centro…</translation>
    </message>
    <message>
        <source>File of keys</source>
        <translation>File delle chiavi</translation>
    </message>
    <message>
        <source>Keys (*.keys);;All files (*)</source>
        <translation>Chiavi (*.keys);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>The centre's secret key</source>
        <translation>La chiave segreta del centro</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tutti i file (*)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} di {total}</translation>
    </message>
</context>
<context>
    <name>OptionsInput</name>
    <message>
        <source>There is nothing to choose from yet.</source>
        <translation>Non c'è ancora nulla da scegliere.</translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Reverse order</source>
        <translation>Ordine inverso</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation>Più pertinenti</translation>
    </message>
    <message>
        <source>Recently changed</source>
        <translation>Aggiornate di recente</translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message>
        <source>{sort}, reversed</source>
        <translation>{sort}, ordine inverso</translation>
    </message>
    <message>
        <source>Sorted by: {sort}</source>
        <translation>Ordinate per: {sort}</translation>
    </message>
</context>
<context>
    <name>OrganisationPane</name>
    <message>
        <source>The organisation</source>
        <translation>L'organizzazione</translation>
    </message>
</context>
<context>
    <name>OrganisationsPage</name>
    <message>
        <source>No organisation yet</source>
        <translation>Ancora nessuna organizzazione</translation>
    </message>
    <message>
        <source>Who leads a practice and who takes part in it is gathered here by itself, from what is recorded.</source>
        <translation>Chi guida una pratica e chi vi partecipa si raccoglie qui da sé, da ciò che è registrato.</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organizzazioni</translation>
    </message>
    <message>
        <source>Search the organisations</source>
        <translation>Cerca fra le organizzazioni</translation>
    </message>
    <message>
        <source>Most practices</source>
        <translation>Più pratiche</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Ordine</translation>
    </message>
    <message>
        <source>its practices</source>
        <translation>le sue pratiche</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>riquadro seguente</translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} di {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n organizzazione</numerusform>
            <numerusform>%n organizzazioni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n pratica</numerusform>
            <numerusform>%n pratiche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>typed here</source>
        <translation>scritto qui</translation>
    </message>
    <message>
        <source>dossier {name}</source>
        <translation>dossier {name}</translation>
    </message>
    <message>
        <source>table {name}</source>
        <translation>tabella {name}</translation>
    </message>
    <message>
        <source>decided in a conflict</source>
        <translation>deciso in un conflitto</translation>
    </message>
    <message>
        <source>came with {name} from another catalogue</source>
        <translation>arrivato con {name} da un altro catalogo</translation>
    </message>
    <message>
        <source>worked out from other answers</source>
        <translation>calcolato dalle altre risposte</translation>
    </message>
    <message>
        <source>together with other practices</source>
        <translation>insieme ad altre pratiche</translation>
    </message>
    <message>
        <source>a change to several practices taken back</source>
        <translation>una modifica a più pratiche annullata</translation>
    </message>
</context>
<context>
    <name>OtherWords</name>
    <message>
        <source>import merge open upload load dossiers that came back</source>
        <translation>importa unisci apri carica dossier tornati</translation>
    </message>
    <message>
        <source>import merge compare returns</source>
        <translation>importa unisci confronta rientri</translation>
    </message>
    <message>
        <source>duplicates differences decide</source>
        <translation>duplicati doppioni differenze decidi</translation>
    </message>
    <message>
        <source>options preferences theme font</source>
        <translation>opzioni preferenze tema carattere</translation>
    </message>
    <message>
        <source>deleted restore trash</source>
        <translation>eliminate cancellate ripristina recupera</translation>
    </message>
    <message>
        <source>backup password encryption</source>
        <translation>backup salvataggio password cifratura</translation>
    </message>
    <message>
        <source>save as print docx download</source>
        <translation>salva con nome stampa docx scarica</translation>
    </message>
    <message>
        <source>manual guide support</source>
        <translation>manuale guida istruzioni</translation>
    </message>
    <message>
        <source>shortcuts keyboard</source>
        <translation>scorciatoie tastiera</translation>
    </message>
    <message>
        <source>font size zoom</source>
        <translation>carattere dimensione zoom ingrandisci</translation>
    </message>
    <message>
        <source>dark theme night mode</source>
        <translation>tema scuro notte</translation>
    </message>
    <message>
        <source>light theme day mode</source>
        <translation>tema chiaro giorno</translation>
    </message>
    <message>
        <source>backup save everything</source>
        <translation>backup salvataggio salva tutto</translation>
    </message>
    <message>
        <source>restore recover backup</source>
        <translation>ripristina recupera backup</translation>
    </message>
    <message>
        <source>backup usb stick shared folder</source>
        <translation>backup chiavetta cartella condivisa</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Comandi</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Che cosa vuoi fare?</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Comandi trovati</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>scegli</translation>
    </message>
    <message>
        <source>do it</source>
        <translation>esegui</translation>
    </message>
    <message>
        <source>all keys</source>
        <translation>tutti i tasti</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Usati di recente</translation>
    </message>
    <message>
        <source>On “{title}”</source>
        <translation>Su «{title}»</translation>
    </message>
    <message>
        <source>On a practice</source>
        <translation>Su una pratica</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Vai a</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>Pratiche</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Niente si chiama così.</translation>
    </message>
</context>
<context>
    <name>PasswordPanel</name>
    <message>
        <source>Export the dossier with a password</source>
        <translation>Esporta il dossier con una password</translation>
    </message>
    <message>
        <source>Word and LibreOffice ask for it on opening. Tell it to whoever gets the dossier by another way than the file itself; nobody can open it without.</source>
        <translation>Word e LibreOffice la chiedono all'apertura. Dilla a chi riceve il dossier per un'altra via che il file stesso; senza, nessuno lo apre.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Ancora la stessa</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Esporta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>At least {count} characters: shorter ones are guessed soon.</source>
        <translation>Almeno {count} caratteri: le più corte si indovinano presto.</translation>
    </message>
    <message>
        <source>The two are not the same. Type them again.</source>
        <translation>Le due non sono uguali. Scrivile di nuovo.</translation>
    </message>
</context>
<context>
    <name>PhotoTools</name>
    <message>
        <source>Turn left</source>
        <translation>Ruota a sinistra</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Ruota a destra</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Piccola</translation>
    </message>
    <message>
        <source>Size in the dossier</source>
        <translation>Misura nel dossier</translation>
    </message>
    <message>
        <source>In the dossier:</source>
        <translation>Nel dossier:</translation>
    </message>
    <message>
        <source>Take this out of the file</source>
        <translation>Togli questi dati dal file</translation>
    </message>
    <message>
        <source>Keeps a copy without it from now on. The file as it was stays in the history of this catalogue; no dossier carries it.</source>
        <translation>Da qui in poi si usa una copia senza questi dati. Il file com'era resta nella storia di questo catalogo; nessun dossier lo contiene.</translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation>luogo {place}</translation>
    </message>
    <message>
        <source>The file also carries data of the camera or the program that made it.</source>
        <translation>Il file contiene anche dati della fotocamera o del programma che l'ha fatto.</translation>
    </message>
    <message>
        <source>The file also says: {facts}.</source>
        <translation>Il file dice anche: {facts}.</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} di {total}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>e un'altra</numerusform>
            <numerusform>e altre %n</numerusform>
        </translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(niente)</translation>
    </message>
    <message>
        <source>already so</source>
        <translation>già così</translation>
    </message>
</context>
<context>
    <name>PracticeList</name>
    <message>
        <source>Practices</source>
        <translation>Pratiche</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>next gap</source>
        <translation>prossima lacuna</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>non ancora noto</translation>
    </message>
    <message>
        <source>Back to the catalogue</source>
        <translation>Torna al catalogo</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Cambia lo stato</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Rapida</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Fields shown</source>
        <translation>Campi mostrati</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Anteprima</translation>
    </message>
    <message>
        <source>More on this practice</source>
        <translation>Altro su questa pratica</translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation>Esporta dossier</translation>
    </message>
    <message>
        <source>No practice is open</source>
        <translation>Nessuna pratica è aperta</translation>
    </message>
    <message>
        <source>Open one from the catalogue, or begin a new one.</source>
        <translation>Aprine una dal catalogo, o cominciane una nuova.</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nuova pratica</translation>
    </message>
    <message>
        <source>To the catalogue</source>
        <translation>Al catalogo</translation>
    </message>
    <message>
        <source>Form: {name}</source>
        <translation>Modulo: {name}</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>Tutti i campi</translation>
    </message>
    <message>
        <source>Only the fields needed for submission</source>
        <translation>Solo i campi necessari per l'invio</translation>
    </message>
    <message>
        <source>One section on each page</source>
        <translation>Una sezione per pagina</translation>
    </message>
    <message>
        <source>All sections in one scroll</source>
        <translation>Tutte le sezioni di seguito</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Intervista</translation>
    </message>
    <message>
        <source>Notes of the interview</source>
        <translation>Appunti dell'intervista</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>Storia di questo campo</translation>
    </message>
    <message>
        <source>Spelling of the nearest word</source>
        <translation>Ortografia della parola più vicina</translation>
    </message>
    <message>
        <source>Problems and gaps</source>
        <translation>Problemi e lacune</translation>
    </message>
    <message>
        <source>Export with a password…</source>
        <translation>Esporta con una password…</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Salvato {time}</translation>
    </message>
    <message>
        <source>What you type is safe within a second</source>
        <translation>Ciò che scrivi è al sicuro entro un secondo</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non salvato</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Tutto salvato</translation>
    </message>
    <message>
        <source>Title and place are enough to begin.</source>
        <translation>Bastano titolo e luogo per cominciare.</translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation>Scrittura in corso…</translation>
    </message>
    <message>
        <source>Go to the next</source>
        <translation>Vai al prossimo</translation>
    </message>
</context>
<context>
    <name>PracticesModel</name>
    <message>
        <source>Untitled practice</source>
        <translation>Pratica senza titolo</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflitto</numerusform>
            <numerusform>%n conflitti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Read again</source>
        <translation>Rileggi</translation>
    </message>
    <message>
        <source>What the check says</source>
        <translation>Che cosa dice il controllo</translation>
    </message>
    <message>
        <source>Reading the form…</source>
        <translation>Sto leggendo il modulo…</translation>
    </message>
    <message>
        <source>This form cannot be used yet.</source>
        <translation>Questo modulo non si può ancora usare.</translation>
    </message>
    <message>
        <source>Mend it, then read it again.</source>
        <translation>Correggilo, poi rileggilo.</translation>
    </message>
    <message>
        <source>Preview: nothing is kept.</source>
        <translation>Prova: non si conserva nulla.</translation>
    </message>
    <message>
        <source>This form cannot be shown.</source>
        <translation>Questo modulo non si può mostrare.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>This is what the Word document will say</source>
        <translation>Così sarà il documento Word</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Pagina precedente</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Pagina seguente</translation>
    </message>
    <message>
        <source>Preview of the dossier</source>
        <translation>Anteprima del dossier</translation>
    </message>
</context>
<context>
    <name>ProblemsList</name>
    <message>
        <source>Problems and missing fields</source>
        <translation>Problemi e campi mancanti</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manca</translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n da guardare</numerusform>
            <numerusform>%n da guardare</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectionSettings</name>
    <message>
        <source>Protection</source>
        <translation>Protezione</translation>
    </message>
    <message>
        <source>Protect this catalogue…</source>
        <translation>Proteggi questo catalogo…</translation>
    </message>
    <message>
        <source>Finish protecting</source>
        <translation>Finisci di proteggere</translation>
    </message>
    <message>
        <source>New key and recovery code…</source>
        <translation>Nuova chiave e nuovo codice…</translation>
    </message>
    <message>
        <source>Take the protection off</source>
        <translation>Togli la protezione</translation>
    </message>
    <message>
        <source>Whoever finds this computer's disk can then read the catalogue. Backups made until now stay encrypted.</source>
        <translation>Chi trova il disco di questo computer potrà leggere il catalogo. Le copie fatte finora restano cifrate.</translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation>Toglila</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lascia stare</translation>
    </message>
    <message>
        <source>This catalogue lies in a database: it is protected with the server's own tools.</source>
        <translation>Questo catalogo sta in un database: si protegge con gli strumenti del server.</translation>
    </message>
    <message>
        <source>This catalogue is not encrypted. Whoever has the disk can read it, and its backups.</source>
        <translation>Questo catalogo non è cifrato. Chi ha il disco può leggerlo, e così le sue copie.</translation>
    </message>
    <message>
        <source>Protected, it opens on this computer as before, and nowhere else without a recovery code that you print.</source>
        <translation>Protetto, si apre su questo computer come prima, e altrove solo con un codice di recupero che stampi.</translation>
    </message>
    <message>
        <source>Protecting was cut off before the end: some of it may not be encrypted yet.</source>
        <translation>La protezione si è interrotta: una parte può non essere ancora cifrata.</translation>
    </message>
    <message>
        <source>This catalogue and its backups are encrypted.</source>
        <translation>Questo catalogo e le sue copie di sicurezza sono cifrati.</translation>
    </message>
    <message>
        <source>This computer's keyring holds the key: no code is asked for here.</source>
        <translation>Il portachiavi di questo computer ha la chiave: qui non serve nessun codice.</translation>
    </message>
    <message>
        <source>The key is not in a keyring: the recovery code is asked for at every start.</source>
        <translation>La chiave non è in un portachiavi: il codice di recupero è chiesto a ogni avvio.</translation>
    </message>
    <message numerus="yes">
        <source>The centre can open it too (%n key(s)).</source>
        <translation>
            <numerusform>Anche il centro può aprirlo (%n chiave).</numerusform>
            <numerusform>Anche il centro può aprirlo (%n chiavi).</numerusform>
        </translation>
    </message>
    <message>
        <source>No centre can open it.</source>
        <translation>Nessun centro può aprirlo.</translation>
    </message>
    <message>
        <source>Protecting the catalogue</source>
        <translation>Protezione del catalogo</translation>
    </message>
    <message>
        <source>Changing the key</source>
        <translation>Cambio della chiave</translation>
    </message>
    <message>
        <source>The catalogue first, then each of its backups. Whatever happens, all of it stays whole.</source>
        <translation>Prima il catalogo, poi ogni sua copia. Qualunque cosa accada, tutto resta intero.</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) and kept file(s) too.</source>
        <translation>
            <numerusform>Anche %n copia.</numerusform>
            <numerusform>Anche %n copie.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no keyring: the code will be asked for at every start.</source>
        <translation>Questo computer non ha un portachiavi: il codice sarà chiesto a ogni avvio.</translation>
    </message>
    <message numerus="yes">
        <source>No key opens %n older copy(ies): they stay as they were.</source>
        <translation>
            <numerusform>Nessuna chiave apre %n copia più vecchia: resta com'era.</numerusform>
            <numerusform>Nessuna chiave apre %n copie più vecchie: restano com'erano.</numerusform>
        </translation>
    </message>
    <message>
        <source>The second folder is not there: its copies are as they were. Connect it and choose a new key and recovery code.</source>
        <translation>La seconda cartella non si raggiunge: le sue copie sono rimaste com'erano. Collegala e chiedi una nuova chiave e un nuovo codice.</translation>
    </message>
    <message>
        <source>The catalogue is protected.</source>
        <translation>Il catalogo è protetto.</translation>
    </message>
    <message>
        <source>The catalogue is no longer protected.</source>
        <translation>Il catalogo non è più protetto.</translation>
    </message>
    <message>
        <source>Its older backups stay encrypted, with their keys beside them.</source>
        <translation>Le sue copie più vecchie restano cifrate, con le chiavi accanto.</translation>
    </message>
    <message>
        <source>Taking the protection off</source>
        <translation>La protezione viene tolta</translation>
    </message>
    <message>
        <source>Whatever happens, the catalogue stays whole.</source>
        <translation>Qualunque cosa accada, il catalogo resta intero.</translation>
    </message>
</context>
<context>
    <name>QualityModel</name>
    <message>
        <source>Question</source>
        <translation>Domanda</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Chiesta</translation>
    </message>
    <message>
        <source>How often it was asked, every row of a repeat by itself</source>
        <translation>Quante volte è stata chiesta, ogni riga di una ripetizione per conto suo</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Con risposta</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Saltata</translation>
    </message>
    <message>
        <source>How often it was asked and left empty</source>
        <translation>Quante volte è stata chiesta e lasciata vuota</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Non nota</translation>
    </message>
    <message>
        <source>How often the answer was: not known yet</source>
        <translation>Quante volte la risposta è stata: non ancora noto</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Troppo lunga</translation>
    </message>
    <message>
        <source>Answers longer than the question allows</source>
        <translation>Risposte più lunghe di quanto la domanda permette</translation>
    </message>
    <message>
        <source>Answers that break another rule of the form</source>
        <translation>Risposte che infrangono un'altra regola del modulo</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiata</translation>
    </message>
    <message>
        <source>Answers replaced or emptied in validation</source>
        <translation>Risposte sostituite o svuotate in validazione</translation>
    </message>
    <message>
        <source>Median of the time spent, where it was recorded</source>
        <translation>Mediana del tempo speso, dove è stato registrato</translation>
    </message>
    <message>
        <source>{count} of {asked}</source>
        <translation>{count} di {asked}</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemi</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Secondi</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Untitled practice</source>
        <translation>Pratica senza titolo</translation>
    </message>
    <message>
        <source>Deleted or kept?</source>
        <translation>Eliminata o tenuta?</translation>
    </message>
</context>
<context>
    <name>RangeInput</name>
    <message>
        <source>Take the answer back</source>
        <translation>Togli la risposta</translation>
    </message>
</context>
<context>
    <name>RankInput</name>
    <message>
        <source>Move up</source>
        <translation>Sposta su</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Sposta giù</translation>
    </message>
    <message>
        <source>This order is right</source>
        <translation>Va bene quest'ordine</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Togli la risposta</translation>
    </message>
    <message>
        <source>Alt Shift and the arrows move the entry, or drag it.</source>
        <translation>Alt Maiusc e le frecce spostano la voce; oppure trascinala.</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>The practice</source>
        <translation>La pratica</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Dossier with a password</source>
        <translation>Dossier con una password</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Storia</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Allegati</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relazioni</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation>Organizzazioni</translation>
    </message>
    <message>
        <source>What to read</source>
        <translation>Che cosa leggere</translation>
    </message>
    <message>
        <source>Back to the practice</source>
        <translation>Torna alla pratica</translation>
    </message>
    <message>
        <source>Link another practice…</source>
        <translation>Collega un'altra pratica…</translation>
    </message>
    <message>
        <source>Copy this practice</source>
        <translation>Copia questa pratica</translation>
    </message>
    <message>
        <source>Delete this practice</source>
        <translation>Elimina questa pratica</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Ripristina</translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation>Pratica senza titolo</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflitto</numerusform>
            <numerusform>%n conflitti</numerusform>
        </translation>
    </message>
    <message>
        <source>in {fields}</source>
        <translation>in {fields}</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
    <message numerus="yes">
        <source>{percent} %, %n field(s) missing</source>
        <translation>
            <numerusform>{percent} %, manca %n campo</numerusform>
            <numerusform>{percent} %, mancano %n campi</numerusform>
        </translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>Completezza</translation>
    </message>
    <message>
        <source>{path} (from another form)</source>
        <translation>{path} (da un altro modulo)</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copia come testo</translation>
    </message>
    <message>
        <source>Copy a citation</source>
        <translation>Copia una citazione</translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation>Testo copiato</translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation>Citazione copiata</translation>
    </message>
</context>
<context>
    <name>RecoveryCodePage</name>
    <message>
        <source>The catalogue and its backups get a new key. The old recovery code opens them no longer.</source>
        <translation>Il catalogo e le sue copie ricevono una chiave nuova. Il vecchio codice di recupero non li apre più.</translation>
    </message>
    <message>
        <source>A new key and recovery code</source>
        <translation>Una chiave e un codice nuovi</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Cambia la chiave</translation>
    </message>
    <message>
        <source>The catalogue and its backups are encrypted: whoever finds the computer or the stick reads nothing. This computer opens them by itself; another one, or this one without its keyring, asks for the recovery code.</source>
        <translation>Il catalogo e le sue copie sono cifrati: chi trova il computer o la chiavetta non legge nulla. Questo computer li apre da solo; un altro, o questo senza il suo portachiavi, chiede il codice di recupero.</translation>
    </message>
    <message>
        <source>A protected catalogue</source>
        <translation>Un catalogo protetto</translation>
    </message>
    <message>
        <source>Create the catalogue</source>
        <translation>Crea il catalogo</translation>
    </message>
    <message>
        <source>Protect this catalogue</source>
        <translation>Proteggi questo catalogo</translation>
    </message>
    <message>
        <source>Protect the catalogue</source>
        <translation>Proteggi il catalogo</translation>
    </message>
    <message>
        <source>Your recovery code, shown only this once</source>
        <translation>Il tuo codice di recupero, mostrato solo questa volta</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Stampa…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Salva in un file…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Keep it away from this computer. Without the keyring and without this code, nobody opens the catalogue again: not even we.</source>
        <translation>Tienilo lontano da questo computer. Senza portachiavi e senza questo codice nessuno riapre il catalogo: nemmeno noi.</translation>
    </message>
    <message>
        <source>Your centre's key (optional)</source>
        <translation>La chiave del tuo centro (facoltativa)</translation>
    </message>
    <message>
        <source>If the centre gave you one, it too can reopen this catalogue when the code is lost.</source>
        <translation>Se il centro te ne ha data una, potrà riaprire anche lui questo catalogo se il codice si perde.</translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation>L'ho annotato</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Non ora</translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation>Gruppo {number}: {letters}</translation>
    </message>
    <message>
        <source>Read it back from your note</source>
        <translation>Rileggilo da dove l'hai annotato</translation>
    </message>
    <message>
        <source>Two of its eight groups are enough. Nothing was encrypted yet.</source>
        <translation>Bastano due degli otto gruppi. Non è stato ancora cifrato nulla.</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Gruppo {number}</translation>
    </message>
    <message>
        <source>See the code again</source>
        <translation>Rivedi il codice</translation>
    </message>
    <message>
        <source>Group {number} reads otherwise. Compare it with your note.</source>
        <translation>Il gruppo {number} è diverso. Confrontalo con l'appunto.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiato.</translation>
    </message>
    <message>
        <source>Paste it where it is safe, then copy something else: other programs can read what was copied.</source>
        <translation>Incollalo dove è al sicuro, poi copia qualcos'altro: ciò che è copiato lo leggono anche altri programmi.</translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation>Salva il codice di recupero</translation>
    </message>
    <message>
        <source>SeedDesk recovery code.txt</source>
        <translation>Codice di recupero di SeedDesk.txt</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Testo (*.txt)</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvato.</translation>
    </message>
    <message>
        <source>Move {name} to a stick or print it: beside the catalogue it protects nothing.</source>
        <translation>Sposta {name} su una chiavetta o stampalo: accanto al catalogo non protegge nulla.</translation>
    </message>
</context>
<context>
    <name>RemarksList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ne resta %n</numerusform>
            <numerusform>ne restano %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatBox</name>
    <message>
        <source>at least 1</source>
        <translation>almeno 1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Drop or paste files here: a row for each.</source>
        <translation>Trascina o incolla qui i file: una riga per ciascuno.</translation>
    </message>
    <message>
        <source>Add: {name}</source>
        <translation>Aggiungi: {name}</translation>
    </message>
    <message>
        <source>Row taken out of “{repeat}”</source>
        <translation>Da «{repeat}» è stata tolta una riga</translation>
    </message>
    <message>
        <source>Taken out of “{repeat}”: {name}</source>
        <translation>Da «{repeat}» è stata tolta: {name}</translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nuova</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aggiornata</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Invariata</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>In conflitto</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rifiutata</translation>
    </message>
    <message>
        <source>Drop the dossiers that came back here</source>
        <translation>Trascina qui i dossier tornati</translation>
    </message>
    <message>
        <source>Word files, tables (.csv, .xlsx) or whole folders. First you see what would change; nothing is written before you say so.</source>
        <translation>File Word, tabelle (.csv, .xlsx) o intere cartelle. Prima vedi che cosa cambierebbe; nulla si scrive finché non lo dici tu.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Scegli i file</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation>Altri file</translation>
    </message>
    <message>
        <source>Choose dossiers or tables</source>
        <translation>Scegli dossier o tabelle</translation>
    </message>
    <message>
        <source>Dossiers and tables (*.docx *.csv *.xlsx *.seeddesk);;All files (*)</source>
        <translation>Dossier e tabelle (*.docx *.csv *.xlsx *.seeddesk);;Tutti i file (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) imported.</source>
        <translation>
            <numerusform>%n pratica importata.</numerusform>
            <numerusform>%n pratiche importate.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was in the file is in the catalogue now.</source>
        <translation>Ciò che era nel file ora è nel catalogo.</translation>
    </message>
    <message>
        <source>Rehearsal: nothing is written.</source>
        <translation>Prova: nulla viene scritto.</translation>
    </message>
    <message>
        <source>Merging.</source>
        <translation>Unione in corso.</translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation>Lettura dei file</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Fermato.</translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation>Non è stato unito niente.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or row(s) read</source>
        <translation>
            <numerusform>%n file o riga letta</numerusform>
            <numerusform>%n file o righe lette</numerusform>
        </translation>
    </message>
    <message>
        <source>{read}. Merge says what is in them.</source>
        <translation>{read}. In «Unione» si vede che cosa contengono.</translation>
    </message>
    <message>
        <source>Rehearsal: nothing is written yet.</source>
        <translation>Prova: nulla è ancora scritto.</translation>
    </message>
    <message numerus="yes">
        <source>%n merged.</source>
        <translation>
            <numerusform>%n unito.</numerusform>
            <numerusform>%n uniti.</numerusform>
        </translation>
    </message>
    <message>
        <source>{read}. Every value is in the history of its field.</source>
        <translation>{read}. Ogni valore è nella storia del suo campo.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n merged.</source>
        <translation>
            <numerusform>Fermato: %n unito.</numerusform>
            <numerusform>Fermato: %n uniti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not reached.</source>
        <translation>
            <numerusform>%n file non è stato raggiunto.</numerusform>
            <numerusform>%n file non sono stati raggiunti.</numerusform>
        </translation>
    </message>
    <message>
        <source>See these again</source>
        <translation>Riprova con questi</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation>
            <numerusform>Applica %n</numerusform>
            <numerusform>Applica %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} selected of {total} that can be applied</source>
        <translation>{count} selezionati su {total} applicabili</translation>
    </message>
    <message>
        <source>Conflicts become a decision; nothing is overwritten.</source>
        <translation>I conflitti aprono una decisione; nulla si sovrascrive.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Merging the same files again changes nothing.</source>
        <translation>Unire di nuovo gli stessi file non cambia nulla.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n campo</numerusform>
            <numerusform>%n campi</numerusform>
        </translation>
    </message>
    <message>
        <source>no change</source>
        <translation>nessuna modifica</translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n in conflitto</numerusform>
            <numerusform>%n in conflitto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n commento</numerusform>
            <numerusform>%n commenti</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) left over</source>
        <translation>
            <numerusform>%n testo rimasto fuori</numerusform>
            <numerusform>%n testi rimasti fuori</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetySettings</name>
    <message>
        <source>Backups</source>
        <translation>Copie di sicurezza</translation>
    </message>
    <message>
        <source>Made every half hour when something changed, and before anything that changes much. Each one is opened and compared before it counts.</source>
        <translation>Si fanno ogni mezz'ora se qualcosa è cambiato, e prima di ogni operazione che cambia molto. Ognuna vale solo dopo essere stata riaperta e confrontata.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Fai una copia ora</translation>
    </message>
    <message>
        <source>Open their folder</source>
        <translation>Apri la loro cartella</translation>
    </message>
    <message>
        <source>Restore one…</source>
        <translation>Ripristinane una…</translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation>Seconda cartella</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Scegli una cartella…</translation>
    </message>
    <message>
        <source>Copy there now</source>
        <translation>Copia lì ora</translation>
    </message>
    <message>
        <source>Stop copying there</source>
        <translation>Non copiare più lì</translation>
    </message>
    <message>
        <source>There is no backup yet: nothing was recorded, or the first half hour is not over.</source>
        <translation>Ancora nessuna copia: non c'è nulla da copiare, o non è passata la prima mezz'ora.</translation>
    </message>
    <message numerus="yes">
        <source>The last one: {made}, opened and compared. %n in all, in {folder}</source>
        <translation>
            <numerusform>L'ultima: {made}, aperta e confrontata. %n in tutto, in {folder}</numerusform>
            <numerusform>L'ultima: {made}, aperta e confrontata. %n in tutto, in {folder}</numerusform>
        </translation>
    </message>
    <message>
        <source>All backups lie on this computer's disk. A stick or a shared folder keeps them when the computer is lost.</source>
        <translation>Tutte le copie stanno sul disco di questo computer. Una chiavetta o una cartella condivisa le salva se il computer si perde.</translation>
    </message>
    <message>
        <source>{folder} is not there now. Connect it: the newest backup goes there by itself.</source>
        <translation>{folder} ora non c'è. Collegala: la copia più nuova ci va da sola.</translation>
    </message>
    <message>
        <source>{folder} is ready: the next backup goes there too.</source>
        <translation>{folder} è pronta: la prossima copia va anche lì.</translation>
    </message>
    <message>
        <source>The last one in {folder}: {made}, opened and compared there.</source>
        <translation>L'ultima in {folder}: {made}, aperta e confrontata lì.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Un'altra cartella…</translation>
    </message>
    <message>
        <source>Backed up and checked.</source>
        <translation>Copia fatta e controllata.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>No backup was made.</source>
        <translation>Nessuna copia è stata fatta.</translation>
    </message>
    <message>
        <source>Where backups are copied to besides</source>
        <translation>Dove copiare anche le copie di sicurezza</translation>
    </message>
    <message>
        <source>The backup of {made} is restored.</source>
        <translation>La copia di {made} è ripristinata.</translation>
    </message>
    <message>
        <source>What was there before is kept beside the catalogue as {kept}.</source>
        <translation>Ciò che c'era prima è tenuto accanto al catalogo, come {kept}.</translation>
    </message>
    <message>
        <source>Restoring the backup of {made}</source>
        <translation>Ripristino della copia di {made}</translation>
    </message>
    <message>
        <source>What is there now is put aside, whole, under another name.</source>
        <translation>Ciò che c'è adesso è messo da parte, intero, con un altro nome.</translation>
    </message>
</context>
<context>
    <name>Sampling</name>
    <message>
        <source>A sample catalogue.</source>
        <translation>Un catalogo di esempio.</translation>
    </message>
    <message>
        <source>Its practices are invented, and none of it comes among yours: try anything.</source>
        <translation>Le sue pratiche sono inventate e non finiscono fra le tue: prova tutto.</translation>
    </message>
    <message>
        <source>Back to my own</source>
        <translation>Torna al mio</translation>
    </message>
    <message>
        <source>Opening the sample catalogue</source>
        <translation>Apertura del catalogo di esempio</translation>
    </message>
    <message>
        <source>Opening your catalogue</source>
        <translation>Apertura del tuo catalogo</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved searches</source>
        <translation>Ricerche salvate</translation>
    </message>
    <message>
        <source>Name for this search</source>
        <translation>Nome per questa ricerca</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>None yet. Search for something, then give it a name here.</source>
        <translation>Ancora nessuna. Cerca qualcosa, poi dalle un nome qui.</translation>
    </message>
    <message>
        <source>New name for “{name}”</source>
        <translation>Nuovo nome per «{name}»</translation>
    </message>
    <message>
        <source>Move “{name}” up</source>
        <translation>Sposta «{name}» in su</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>Rinomina «{name}»</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>Elimina «{name}»</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>no answer</source>
        <translation>nessuna risposta</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search</source>
        <translation>Svuota la ricerca</translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>How to search</source>
        <translation>Come cercare</translation>
    </message>
    <message>
        <source>older people</source>
        <translation>persone anziane</translation>
    </message>
    <message>
        <source>both words, anywhere in a practice; the beginning of a word is enough</source>
        <translation>tutte e due le parole, dovunque nella pratica; basta l'inizio di una parola</translation>
    </message>
    <message>
        <source>&quot;community garden&quot;</source>
        <translation>&quot;orto di comunità&quot;</translation>
    </message>
    <message>
        <source>the words together, in this order</source>
        <translation>le parole insieme, in quest'ordine</translation>
    </message>
    <message>
        <source>a field and its value: its code, or its words</source>
        <translation>un campo e il suo valore: il codice, o le sue parole</translation>
    </message>
    <message>
        <source>years, from and to</source>
        <translation>anni, da e a</translation>
    </message>
    <message>
        <source>without: before a word, a phrase or a field</source>
        <translation>senza: davanti a una parola, una frase o un campo</translation>
    </message>
    <message>
        <source>practices with conflicts to decide</source>
        <translation>pratiche con conflitti da decidere</translation>
    </message>
    <message>
        <source>A tick beside the list writes its field here; both are the same.</source>
        <translation>Una spunta accanto all'elenco scrive qui il suo campo: sono la stessa cosa.</translation>
    </message>
</context>
<context>
    <name>SearchHint</name>
    <message>
        <source>“{name}” knows no value “{value}”: searched as words.</source>
        <translation>«{name}» non conosce il valore «{value}»: cercato come parole.</translation>
    </message>
    <message>
        <source>There is no field “{name}”: searched as words.</source>
        <translation>Non c'è un campo «{name}»: cercato come parole.</translation>
    </message>
    <message>
        <source>Perhaps {name}:</source>
        <translation>Forse {name}:</translation>
    </message>
    <message>
        <source>Perhaps {value}</source>
        <translation>Forse {value}</translation>
    </message>
    <message>
        <source>“{word}” is searched as a word. All words are asked for; “-” before one leaves it out.</source>
        <translation>«{word}» si cerca come parola. Si chiedono sempre tutte le parole; «-» davanti a una la esclude.</translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show the password</source>
        <translation>Mostra la password</translation>
    </message>
</context>
<context>
    <name>SectionsList</name>
    <message>
        <source>Go to the next</source>
        <translation>Vai al prossimo</translation>
    </message>
    <message>
        <source>List them</source>
        <translation>Elencali</translation>
    </message>
    <message>
        <source>Earlier form</source>
        <translation>Modulo precedente</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) missing</source>
        <translation>
            <numerusform>manca %n campo</numerusform>
            <numerusform>mancano %n campi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemi</numerusform>
        </translation>
    </message>
    <message>
        <source>Before sending it to the centre: {what}.</source>
        <translation>Prima dell'invio al centro: {what}.</translation>
    </message>
    <message>
        <source>Ready to be sent.</source>
        <translation>Pronta da inviare.</translation>
    </message>
</context>
<context>
    <name>SettingsActions</name>
    <message>
        <source>it is already</source>
        <translation>lo è già</translation>
    </message>
    <message>
        <source>Language of the window: {name}</source>
        <translation>Lingua della finestra: {name}</translation>
    </message>
    <message>
        <source>Open another catalogue…</source>
        <translation>Apri un altro catalogo…</translation>
    </message>
    <message>
        <source>Open the folder of the catalogue</source>
        <translation>Apri la cartella del catalogo</translation>
    </message>
    <message>
        <source>Open the folder for spelling dictionaries</source>
        <translation>Apri la cartella dei dizionari ortografici</translation>
    </message>
    <message>
        <source>Use your centre's template… ({name})</source>
        <translation>Usa il modello del tuo centro… ({name})</translation>
    </message>
    <message>
        <source>Start from SeedDesk's template… ({name})</source>
        <translation>Parti dal modello di SeedDesk… ({name})</translation>
    </message>
    <message>
        <source>Add a form…</source>
        <translation>Aggiungi un modulo…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>Ripristina una copia di sicurezza…</translation>
    </message>
    <message>
        <source>Open the folder of the backups</source>
        <translation>Apri la cartella delle copie di sicurezza</translation>
    </message>
    <message>
        <source>Choose a second folder for backups…</source>
        <translation>Scegli una seconda cartella per le copie…</translation>
    </message>
    <message>
        <source>Protect this catalogue…</source>
        <translation>Proteggi questo catalogo…</translation>
    </message>
    <message>
        <source>New key and recovery code…</source>
        <translation>Nuova chiave e nuovo codice…</translation>
    </message>
    <message>
        <source>Take the protection off</source>
        <translation>Togli la protezione</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Generali</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Moduli</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicurezza</translation>
    </message>
    <message>
        <source>Changes apply at once</source>
        <translation>Le modifiche valgono subito</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Il tuo nome</translation>
    </message>
    <message>
        <source>Shown beside what you write.</source>
        <translation>Compare accanto a ciò che scrivi.</translation>
    </message>
    <message>
        <source>Your centre</source>
        <translation>Il tuo centro</translation>
    </message>
    <message>
        <source>Shown at the top of dossiers.</source>
        <translation>Compare in testa ai dossier.</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspetto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Come il sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Chiaro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Scuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contrasto</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colori</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Dimensione del testo</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Ortografia</translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>What dossiers look like in Word: as SeedDesk draws them, or as your centre does.</source>
        <translation>L'aspetto dei dossier in Word: quello di SeedDesk, o quello disegnato dal tuo centro.</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogo</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Apri la cartella</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Apri un altro…</translation>
    </message>
    <message>
        <source>Go on in another folder…</source>
        <translation>Continua in un'altra cartella…</translation>
    </message>
    <message>
        <source>Open another catalogue</source>
        <translation>Apri un altro catalogo</translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk);;All files (*)</source>
        <translation>Cataloghi (*.seeddesk);;Tutti i file (*)</translation>
    </message>
    <message>
        <source>Go on in another folder</source>
        <translation>Continua in un'altra cartella</translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk)</source>
        <translation>Cataloghi (*.seeddesk)</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Salvato {time}</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Preview of the dossier</source>
        <translation>Anteprima del dossier</translation>
    </message>
    <message>
        <source>to be written</source>
        <translation>da scrivere</translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Spelling: «{word}», maybe «{other}».</source>
        <translation>Ortografia: «{word}», forse «{other}».</translation>
    </message>
    <message>
        <source>Spelling: «{word}».</source>
        <translation>Ortografia: «{word}».</translation>
    </message>
    <message>
        <source>Nothing like it in the dictionary</source>
        <translation>Nel dizionario non c'è niente di simile</translation>
    </message>
    <message>
        <source>Learn “{word}”</source>
        <translation>Impara «{word}»</translation>
    </message>
</context>
<context>
    <name>SpellingSettings</name>
    <message>
        <source>Open the folder for dictionaries</source>
        <translation>Apri la cartella dei dizionari</translation>
    </message>
    <message>
        <source>Its dictionary comes with SeedDesk.</source>
        <translation>Il dizionario è compreso in SeedDesk.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>commands</source>
        <translation>comandi</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>Columns</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Order and columns</source>
        <translation>Ordine e colonne</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titolo</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Codice</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Luogo</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Paese</translation>
    </message>
    <message>
        <source>Lead organisation</source>
        <translation>Ente capofila</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stadio</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Anno</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completa</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Conflitti</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Aggiornata</translation>
    </message>
</context>
<context>
    <name>TemplateSettings</name>
    <message>
        <source>Use your centre's template…</source>
        <translation>Usa il modello del tuo centro…</translation>
    </message>
    <message>
        <source>Start from SeedDesk's…</source>
        <translation>Parti dal modello di SeedDesk…</translation>
    </message>
    <message>
        <source>Back to SeedDesk's</source>
        <translation>Torna a quello di SeedDesk</translation>
    </message>
    <message>
        <source>your centre's template</source>
        <translation>il modello del tuo centro</translation>
    </message>
    <message>
        <source>SeedDesk's template</source>
        <translation>il modello di SeedDesk</translation>
    </message>
    <message>
        <source>Use your centre's template</source>
        <translation>Usa il modello del tuo centro</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Documenti Word (*.docx)</translation>
    </message>
    <message>
        <source>This document cannot be used yet: what is written in it could not be read back.</source>
        <translation>Questo documento non si può ancora usare: ciò che vi si scrive non si potrebbe rileggere.</translation>
    </message>
    <message>
        <source>In use from now on. Some fields have no place in it:</source>
        <translation>Da ora è in uso. Alcuni campi non vi trovano posto:</translation>
    </message>
    <message>
        <source>In use from now on, for dossiers and blanks.</source>
        <translation>Da ora è in uso, per i dossier compilati e in bianco.</translation>
    </message>
    <message>
        <source>Start from SeedDesk's template</source>
        <translation>Parti dal modello di SeedDesk</translation>
    </message>
    <message>
        <source>Written: {path}. Change it in Word, keep its marked fields, then use it here.</source>
        <translation>Scritto: {path}. Cambialo in Word, conserva i campi marcati, poi usalo qui.</translation>
    </message>
    <message>
        <source>Dossiers have SeedDesk's layout again.</source>
        <translation>I dossier hanno di nuovo l'aspetto di SeedDesk.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Small view of the picture</source>
        <translation>Immagine in piccolo</translation>
    </message>
</context>
<context>
    <name>TickInput</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>today, {time}</source>
        <translation>oggi, {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <translation>ieri, {time}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>Undecided</name>
    <message numerus="yes">
        <source>%n different versions</source>
        <translation>
            <numerusform>%n versione diversa</numerusform>
            <numerusform>%n versioni diverse</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the merge of them, to be confirmed.</source>
        <translation>Qui c'è la loro unione, da confermare.</translation>
    </message>
    <message>
        <source>Only one of them stands here; writing in it decides nothing.</source>
        <translation>Qui ne vedi una sola; scriverci non decide niente.</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Decidi</translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>{done} of {total}, {time} left</source>
        <translation>{done} di {total}, {time}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>circa %n secondo</numerusform>
            <numerusform>circa %n secondi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>circa %n minuto</numerusform>
            <numerusform>circa %n minuti</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Opening the catalogue. The first time takes longer.</source>
        <translation>Apro il catalogo. La prima volta ci vuole un po' di più.</translation>
    </message>
</context>
<context>
    <name>_Block</name>
    <message>
        <source>change section</source>
        <translation>cambia sezione</translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>missing</source>
        <translation>manca</translation>
    </message>
</context>
<context>
    <name>_Files</name>
    <message>
        <source>Files</source>
        <translation>File</translation>
    </message>
</context>
<context>
    <name>_FormRow</name>
    <message>
        <source>version {version}</source>
        <translation>versione {version}</translation>
    </message>
    <message>
        <source>main form, used for new practices</source>
        <translation>modulo principale, usato per le pratiche nuove</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in uso</translation>
    </message>
    <message>
        <source>an earlier version, kept for what was recorded with it</source>
        <translation>una versione precedente, conservata per ciò che vi fu registrato</translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n pratica</numerusform>
            <numerusform>%n pratiche</numerusform>
        </translation>
    </message>
    <message>
        <source>Make it the main form</source>
        <translation>Rendilo il modulo principale</translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation>Usa questa versione</translation>
    </message>
    <message>
        <source>Question statistics</source>
        <translation>Statistiche delle domande</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prova</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>Clear</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Clear {name}</source>
        <translation>Togli {name}</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Meno</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>un'altra voce</numerusform>
            <numerusform>altre %n voci</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>choose</source>
        <translation>scegli</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>non ancora noto</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>un altro</numerusform>
            <numerusform>altri %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Queue</name>
    <message>
        <source>Conflicts</source>
        <translation>Conflitti</translation>
    </message>
</context>
<context>
    <name>_Remark</name>
    <message>
        <source>Error</source>
        <translation>Errore</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avviso</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problema</numerusform>
            <numerusform>%n problemi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to do</source>
        <translation>
            <numerusform>%n da fare</numerusform>
            <numerusform>%n da fare</numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation>completa</translation>
    </message>
</context>
</TS>
