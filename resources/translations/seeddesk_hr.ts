<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hr" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the changes to several practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the merge of returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help on this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Naredbe</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nova praksa</translation>
    </message>
    <message>
        <source>New practice: {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Pretraživanje</translation>
    </message>
    <message>
        <source>Import dossiers or tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a blank dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praksa</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Spajanje</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Postavke</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Sukobi</translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to several practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: name, appearance, language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings: backups and protection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no practice is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the Word dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the dossier with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the status: {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record it with the form: {form}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its history, or its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its relations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link it with another practice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a citation of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no practice is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no field has the caret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Poništi</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Vrati</translation>
    </message>
    <message>
        <source>this form asks for every field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the fields that are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One section on each page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sections in one scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier beside the form, or no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Intervju</translation>
    </message>
    <message>
        <source>Notes of the interview beside the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next problem or gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem or gap before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase this field from the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling of the nearest word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a row or card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the questions in: {language}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a card or an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the notes and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the note into the open question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the note “to ask”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note only the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the timer, or go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the interview; all is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rehearsal is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply what is ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a file, or no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one outcome: 1 new, 2 updated and so on; 0 for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no conflict is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the text you edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differences, or the whole text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the practice at this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: high contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: same as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they are already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this catalogue is open for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only among the organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only among the changes to several practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only in the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only among the returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only among the conflicts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachedList</name>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No files yet. Open the practice and drop photos, recordings or documents on its attachments.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupRow</name>
    <message>
        <source>before an import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before an update of SeedDesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before restoring one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not open</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the backup of {made}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue goes back to {made}. What was saved since then is kept in a file beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to several</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Recycle bin, %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BesideText</name>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taken back together with %n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together with %n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leads %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>partner in %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole change back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished">Ukloni</translation>
    </message>
    <message>
        <source>No relations yet: of what it is part, what it replicates, where its ideas come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (not in this catalogue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No organisation is named yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also written: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices</source>
        <translation type="unfinished">Prakse</translation>
    </message>
    <message>
        <source>Works with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>The recycle bin is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you delete waits here, with its whole history, until somebody restores it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the deleted practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation type="unfinished">{found} od {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n deleted practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Restore all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ever lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Restore %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) restored</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Restoring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) back in the bin</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: somebody changed them meanwhile</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Back into the bin.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BugReport</name>
    <message>
        <source>SeedDesk made a mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved is safe. Copy the report and send it to whoever looks after SeedDesk, then go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkPane</name>
    <message>
        <source>Their dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stanje</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) chosen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Choose all {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dodaj</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what should change; what it would do to each is shown here first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) would change</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already so</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) deleted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Setting back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Change %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: somebody changed them meanwhile</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Changing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) set back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ukloni</translation>
    </message>
    <message>
        <source>Open or close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New row</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogueActions</name>
    <message>
        <source>Clear the search and the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was done last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: recently changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: year, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: most complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the search box into the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the chosen practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one practice more, or one less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all that are listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the list back to the search box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose more than one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are not several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose all that were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen ones: change a field…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen ones: keywords…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen ones: change the status…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen ones: delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen ones: their dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen ones: as a table for Excel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen ones: as a text table (.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to my own catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around a sample catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the chosen practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was restored last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What taking it back would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo what was taken back last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its practices and partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort: most practices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>open</source>
        <translation>otvori</translation>
    </message>
    <message>
        <source>dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the practices</source>
        <translation>Pretraži prakse</translation>
    </message>
    <message>
        <source>Search words, &quot;phrases&quot;, region:Piemonte, -without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search “{name}” deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtri</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nova praksa</translation>
    </message>
    <message numerus="yes">
        <source>%n with conflicts</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation>{found} od {total}</translation>
    </message>
    <message>
        <source>“{title}” deleted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangePane</name>
    <message>
        <source>What taking it back would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the practices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) would be set back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are back already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeText</name>
    <message>
        <source>Taken back: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done again: {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>taken back {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>What is changed in several practices at once is listed here, and can be taken back as a whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change to several practices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes to several practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it would do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation type="unfinished">{found} od {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) set back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Setting back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) changed again</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undoing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChipsInput</name>
    <message>
        <source>add, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commanding</name>
    <message>
        <source>Saved search: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictView</name>
    <message>
        <source>Decided together with: {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These fields go together: keep one version first, then change them in the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the value both started from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was no common value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletes the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on editing the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on editing the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sentence by sentence, no sentence in disagreement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value you decide on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Conflicts</name>
    <message>
        <source>Confirm the proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {letter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Uredi</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Odustani</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conflict</source>
        <translation>Nema sukoba</translation>
    </message>
    <message>
        <source>When two people change the same field, both values wait here for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ukloni</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {letter} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>proposal confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text was merged word by word: read it whole before you keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your text kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}, {field}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeletedStrip</name>
    <message>
        <source>Deleted by {name} and written on since: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted by {name}: {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost: whether it stays is asked under Conflicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the recycle bin. What is written here all the same is kept, and brings up the question whether it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished">Zatvori</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>This catalogue is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DroppedFiles</name>
    <message>
        <source>“{name}” is here already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Title and place are enough to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the questions: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyCatalogue</name>
    <message>
        <source>The catalogue is empty</source>
        <translation>Katalog je prazan</translation>
    </message>
    <message>
        <source>Begin here. Every step can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nova praksa</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Odaberi datoteke</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title and place are enough; the rest can wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop Word files here, or a table, or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around a sample catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few invented practices in a file of their own: try anything, then come back to yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send a blank dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has Word fills it in, and it comes back as a practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) in the recycle bin</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save a blank dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank dossier.docx</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Erasing</name>
    <message>
        <source>Erase “{name}” for good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything this field ever said goes: what it says now, its history, what the search finds it by. Who wrote something and when stays, with the reason you give.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays in backups made before, until they are thinned out; in dossiers and tables that left; and in the catalogues of others, who must erase it themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, without personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for by the person it is about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Dossier written, with its password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Otvori mapu</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attach the dossier yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This system does not let SeedDesk attach it: the folder is open beside the message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practices {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the practices as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers written: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing dossiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices in the table {name}: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>Year</source>
        <translation>Godina</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Obrazac</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Regija</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stanje</translation>
    </message>
    <message>
        <source>With conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To be verified again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FidelityPane</name>
    <message numerus="yes">
        <source>What changes: %n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No character lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{read} read of {present}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the fields were found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absent: the value stays as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left over: in no field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiraj</translation>
    </message>
    <message>
        <source>Copy the texts left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These texts stand in the document outside every field. They are not merged: copy what is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts left over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found in the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value in the catalogue stays as it was; nothing is emptied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} / {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} over, {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldHistory</name>
    <message>
        <source>Values of this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was ever written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase all of it from the history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased for good: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>emptied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>erased: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is what it says now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore this value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileInput</name>
    <message>
        <source>Small view of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otvori</translation>
    </message>
    <message>
        <source>Take the file out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} kB, kept in the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo of a kind (HEIC, AVIF) that is kept whole, but can be shown neither here nor in the dossier. Save it as JPEG where it comes from (on an iPhone: Settings, Camera, Formats, Most Compatible) and put that here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture of {millions} million pixels: it is kept whole, but it is too large to be shown and for the dossier. Add a smaller copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wide} x {high} pixels, {size} kB, kept whole in the catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is not here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not what this question asks for. {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File taken out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileRow</name>
    <message>
        <source>{label}: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still missing: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished">Otvori</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wide} x {high} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small view of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Social practices, well written and safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SeedDesk works without a network. What you write stays on this computer until you decide to send it to the centre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in ten minutes, even during the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send it as a Word document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whoever gets it need not install anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find every correction again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field by field, without losing a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SeedDesk {version} · EUPL 1.2 licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three answers. Change them whenever you like in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown beside what you write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your centre</source>
        <translation>Vaš centar</translation>
    </message>
    <message>
        <source>As it should appear at the top of dossiers. You may leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Jezik</translation>
    </message>
    <message>
        <source>Protect with encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a laptop that travels. You get a recovery code to print; it can also be done later, in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account, no password, nothing sent over the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write your name: it is shown beside what you write.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormQuality</name>
    <message>
        <source>Question statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counting… {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question statistics: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) counted. Press a heading to sort; the seconds are the median of those that were measured.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormsSettings</name>
    <message>
        <source>Forms</source>
        <translation>Obrasci</translation>
    </message>
    <message>
        <source>Add a form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A form is a questionnaire made in a spreadsheet (XLSForm). New practices use the main form; each practice is shown with its own. A new version changes no answer: what it no longer asks stays with the practice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forms (*.xlsx *.xml *.zip);;Every file (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be used yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was taken in. Mend what stands below, then add it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pregled</translation>
    </message>
    <message>
        <source>Its practices are shown by version {version} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its practices are shown by it from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title} is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>XLSForm workbook (*.xlsx);;XForm (*.xml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Otvori mapu</translation>
    </message>
</context>
<context>
    <name>Gate</name>
    <message>
        <source>Opening the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SeedDesk or the form is newer than last time: lists and search are made anew. Nothing you recorded changes.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GeoInput</name>
    <message>
        <source>Latitude and longitude, as in 45.0703 7.6869; after them altitude and accuracy in metres, if known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point a line, as in 45.0703 7.6869; the last one is the first again, so that the area closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One point a line, as in 45.0703 7.6869, in the order they were walked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Handle</name>
    <message>
        <source>Drag to move; Alt Shift and the arrows do it too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoć</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Pretraži pomoć</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InterviewView</name>
    <message>
        <source>Note removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Intervju</translation>
    </message>
    <message>
        <source>Length of the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Stanka</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Natrag</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Sljedeće</translation>
    </message>
    <message>
        <source>the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then: {question}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nova praksa</translation>
    </message>
    <message>
        <source>This question takes no free text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Spremljeno {time}</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nije spremljeno</translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{used} / {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} over, {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepingStrip</name>
    <message>
        <source>Taking the files in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nor these: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here already: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not tried any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftoversView</name>
    <message>
        <source>From an earlier form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form this practice is shown by does not ask for these answers. They stay with the practice, travel with its dossier, and come back if a form asks for them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineInput</name>
    <message>
        <source>Open the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year, month/year or day/month/year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day/month/year hour:minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour:minute</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Linking</name>
    <message>
        <source>Link another practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its title, place or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relation removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linked with “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was linked with “{title}” already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>Back to the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockedFiles</name>
    <message>
        <source>Password of all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n dossier(s) locked with a password.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The password does not open %n of them. Passwords tell capitals from small letters.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>wrong password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lookalikes</name>
    <message>
        <source>A similar practice is already in the catalogue: {which}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this place the organisation already leads: {which}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation with this number already leads: {which}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If this is none of them, go on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainOne</name>
    <message>
        <source>main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt Shift and the upper arrow do it too</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Praksa</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Spajanje</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Pomoć</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Postavke</translation>
    </message>
    <message>
        <source>SeedDesk (reading only)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This catalogue is open for reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last words you typed could not be saved. Close all the same, without them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaBox</name>
    <message>
        <source>Picture: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Merge</source>
        <translation>Spajanje</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Sukobi</translation>
    </message>
    <message>
        <source>Decisions made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo the decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter by outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in conflict.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Both values are kept until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{made} decided of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoreHelp</name>
    <message>
        <source>More help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotSaved</name>
    <message>
        <source>Not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovno</translation>
    </message>
    <message>
        <source>Keep it elsewhere…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to keep it: a stick, another disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the catalogue it is not saved yet. Once there is room, drop that file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteLine</name>
    <message>
        <source>(only the time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the field «{field}»</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To ask</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesBeside</name>
    <message>
        <source>Note removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the caret into a field for free text first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPane</name>
    <message>
        <source>Notes</source>
        <translation>Bilješke</translation>
    </message>
    <message>
        <source>to the notes and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note: SeedDesk puts the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes were taken yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts the note into the open question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“to ask”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>puts the note into the field you were in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Clear the search and the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No practice matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No practice matches all %n of these</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Without {piece}: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>All backups lie on this computer's disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stick or a shared folder keeps them when the computer is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in another folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Onward</name>
    <message>
        <source>Next section: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Progress</source>
        <translation>Napredak</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Pokušaj ponovno</translation>
    </message>
    <message>
        <source>Once the disk, the network or the other program is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read without writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search, read and export everything. Nothing can be changed until it opens for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin a new catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty one. If the old one turns up, it can be opened again from its own place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New catalogue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the backup of {made}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last good one: it was opened and checked just now. What was saved after it is in the files kept aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover what can still be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every intact revision, and from the last backup what is missing. At the end you see what is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recover it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to your catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one you worked in before. This file stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file that ends in .seeddesk, on this computer, a stick or a shared folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Odaberi datoteku…</translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eight groups of four letters and digits. Capitals and dashes do not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open with the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the centre's key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys (*.keys);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The centre's secret key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Zaustavi</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsInput</name>
    <message>
        <source>There is nothing to choose from yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderMenu</name>
    <message>
        <source>Reverse order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best match first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ordering</name>
    <message>
        <source>{sort}, reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by: {sort}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrganisationPane</name>
    <message>
        <source>The organisation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrganisationsPage</name>
    <message>
        <source>No organisation yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who leads a practice and who takes part in it is gathered here by itself, from what is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} of {total}</source>
        <translation type="unfinished">{found} od {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>typed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dossier {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>table {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decided in a conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>came with {name} from another catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>worked out from other answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>together with other practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a change to several practices taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherWords</name>
    <message>
        <source>import merge open upload load dossiers that came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import merge compare returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>duplicates differences decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options preferences theme font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deleted restore trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup password encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save as print docx download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manual guide support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortcuts keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font size zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark theme night mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>light theme day mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup save everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore recover backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backup usb stick shared folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Close</source>
        <translation>Zatvori</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Naredbe</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose</source>
        <translation>odaberi</translation>
    </message>
    <message>
        <source>do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>Prakse</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordPanel</name>
    <message>
        <source>Export the dossier with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word and LibreOffice ask for it on opening. Tell it to whoever gets the dossier by another way than the file itself; nobody can open it without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Lozinka</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Izvezi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Odustani</translation>
    </message>
    <message>
        <source>At least {count} characters: shorter ones are guessed soon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhotoTools</name>
    <message>
        <source>Turn left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size in the dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the dossier:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this out of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a copy without it from now on. The file as it was stays in the history of this catalogue; no dossier carries it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file also carries data of the camera or the program that made it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file also says: {facts}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>already so</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticeList</name>
    <message>
        <source>Practices</source>
        <translation>Prakse</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>next gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Poništi</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Vrati</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pregled</translation>
    </message>
    <message>
        <source>More on this practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No practice is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one from the catalogue, or begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>Nova praksa</translation>
    </message>
    <message>
        <source>To the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the fields needed for submission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One section on each page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sections in one scroll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Intervju</translation>
    </message>
    <message>
        <source>Notes of the interview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling of the nearest word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems and gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export with a password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Spremljeno {time}</translation>
    </message>
    <message>
        <source>What you type is safe within a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nije spremljeno</translation>
    </message>
    <message>
        <source>All saved</source>
        <translation>Sve je spremljeno</translation>
    </message>
    <message>
        <source>Title and place are enough to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PracticesModel</name>
    <message>
        <source>Untitled practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Read again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the check says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form cannot be used yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it, then read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview: nothing is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This form cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>This is what the Word document will say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview of the dossier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemsList</name>
    <message>
        <source>Problems and missing fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectionSettings</name>
    <message>
        <source>Protection</source>
        <translation>Zaštita</translation>
    </message>
    <message>
        <source>Protect this catalogue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish protecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key and recovery code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the protection off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever finds this computer's disk can then read the catalogue. Backups made until now stay encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This catalogue lies in a database: it is protected with the server's own tools.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This catalogue is not encrypted. Whoever has the disk can read it, and its backups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protected, it opens on this computer as before, and nowhere else without a recovery code that you print.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protecting was cut off before the end: some of it may not be encrypted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This catalogue and its backups are encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's keyring holds the key: no code is asked for here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not in a keyring: the recovery code is asked for at every start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The centre can open it too (%n key(s)).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No centre can open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protecting the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue first, then each of its backups. Whatever happens, all of it stays whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) and kept file(s) too.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no keyring: the code will be asked for at every start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No key opens %n older copy(ies): they stay as they were.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The second folder is not there: its copies are as they were. Connect it and choose a new key and recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue is protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue is no longer protected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its older backups stay encrypted, with their keys beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the protection off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whatever happens, the catalogue stays whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QualityModel</name>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it was asked, every row of a repeat by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often it was asked and left empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the answer was: not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers longer than the question allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers that break another rule of the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers replaced or emptied in validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median of the time spent, where it was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {asked}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>Untitled practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted or kept?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RangeInput</name>
    <message>
        <source>Take the answer back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankInput</name>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt Shift and the arrows move the entry, or drag it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>The practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Otvori</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation>Povijest</translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organisations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link another practice…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>in {fields}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{percent} %, %n field(s) missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} (from another form)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy a citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Citation copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryCodePage</name>
    <message>
        <source>The catalogue and its backups get a new key. The old recovery code opens them no longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new key and recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The catalogue and its backups are encrypted: whoever finds the computer or the stick reads nothing. This computer opens them by itself; another one, or this one without its keyring, asks for the recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A protected catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect this catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your recovery code, shown only this once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Ispiši…</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiraj</translation>
    </message>
    <message>
        <source>Keep it away from this computer. Without the keyring and without this code, nobody opens the catalogue again: not even we.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your centre's key (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the centre gave you one, it too can reopen this catalogue when the code is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have noted it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {number}: {letters}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it back from your note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two of its eight groups are enough. Nothing was encrypted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the code again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group {number} reads otherwise. Compare it with your note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste it where it is safe, then copy something else: other programs can read what was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the recovery code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SeedDesk recovery code.txt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {name} to a stick or print it: beside the catalogue it protects nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemarksList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RepeatBox</name>
    <message>
        <source>at least 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Dodaj</translation>
    </message>
    <message>
        <source>Drop or paste files here: a row for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row taken out of “{repeat}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out of “{repeat}”: {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message>
        <source>All</source>
        <translation>Sve</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nova</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the dossiers that came back here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word files, tables (.csv, .xlsx) or whole folders. First you see what would change; nothing is written before you say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Odaberi datoteke</translation>
    </message>
    <message>
        <source>Other files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose dossiers or tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers and tables (*.docx *.csv *.xlsx *.seeddesk);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) imported.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>What was in the file is in the catalogue now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: nothing is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or row(s) read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{read}. Merge says what is in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rehearsal: nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n merged.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{read}. Every value is in the history of its field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n merged.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not reached.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>See these again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{count} selected of {total} that can be applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts become a decision; nothing is overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merging the same files again changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) left over</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetySettings</name>
    <message>
        <source>Backups</source>
        <translation>Sigurnosne kopije</translation>
    </message>
    <message>
        <source>Made every half hour when something changed, and before anything that changes much. Each one is opened and compared before it counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Napredak</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open their folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore one…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy there now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop copying there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no backup yet: nothing was recorded, or the first half hour is not over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The last one: {made}, opened and compared. %n in all, in {folder}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All backups lie on this computer's disk. A stick or a shared folder keeps them when the computer is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not there now. Connect it: the newest backup goes there by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is ready: the next backup goes there too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last one in {folder}: {made}, opened and compared there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up and checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Otvori mapu</translation>
    </message>
    <message>
        <source>No backup was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where backups are copied to besides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of {made} is restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was there before is kept beside the catalogue as {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring the backup of {made}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is there now is put aside, whole, under another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sampling</name>
    <message>
        <source>A sample catalogue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its practices are invented, and none of it comes among yours: try anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the sample catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening your catalogue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name for this search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spremi</translation>
    </message>
    <message>
        <source>None yet. Search for something, then give it a name here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name for “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move “{name}” up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHelp</name>
    <message>
        <source>How to search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>older people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both words, anywhere in a practice; the beginning of a word is enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;community garden&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the words together, in this order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a field and its value: its code, or its words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>years, from and to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without: before a word, a phrase or a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practices with conflicts to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tick beside the list writes its field here; both are the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchHint</name>
    <message>
        <source>“{name}” knows no value “{value}”: searched as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “{name}”: searched as words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps {name}:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{word}” is searched as a word. All words are asked for; “-” before one leaves it out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Show the password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionsList</name>
    <message>
        <source>Go to the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier form</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Before sending it to the centre: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to be sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsActions</name>
    <message>
        <source>it is already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the window: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another catalogue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder for spelling dictionaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use your centre's template… ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from SeedDesk's template… ({name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a form…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder of the backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a second folder for backups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protect this catalogue…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New key and recovery code…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the protection off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Postavke</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Općenito</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Obrasci</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sigurnost</translation>
    </message>
    <message>
        <source>Changes apply at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Vaše ime</translation>
    </message>
    <message>
        <source>Shown beside what you write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your centre</source>
        <translation>Vaš centar</translation>
    </message>
    <message>
        <source>Shown at the top of dossiers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Jezik</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Kao sustav</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Svijetlo</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tamno</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Visoki kontrast</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Boje</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Veličina teksta</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What dossiers look like in Word: as SeedDesk draws them, or as your centre does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Spremljeno {time}</translation>
    </message>
    <message>
        <source>Open another catalogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on in another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogues (*.seeddesk)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Preview of the dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spelling</name>
    <message>
        <source>Spelling: «{word}», maybe «{other}».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spelling: «{word}».</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing like it in the dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn “{word}”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpellingSettings</name>
    <message>
        <source>Open the folder for dictionaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its dictionary comes with SeedDesk.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>commands</source>
        <translation>naredbe</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Naslov</translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Mjesto</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Država</translation>
    </message>
    <message>
        <source>Lead organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Godina</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stanje</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Sukobi</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateSettings</name>
    <message>
        <source>Use your centre's template…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from SeedDesk's…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to SeedDesk's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your centre's template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SeedDesk's template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use your centre's template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This document cannot be used yet: what is written in it could not be read back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use from now on. Some fields have no place in it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use from now on, for dossiers and blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from SeedDesk's template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: {path}. Change it in Word, keep its marked fields, then use it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers have SeedDesk's layout again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Small view of the picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TickInput</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>today, {time}</source>
        <translation>danas, {time}</translation>
    </message>
    <message>
        <source>yesterday, {time}</source>
        <translation>jučer, {time}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Poništi</translation>
    </message>
</context>
<context>
    <name>Undecided</name>
    <message numerus="yes">
        <source>%n different versions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This is the merge of them, to be confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one of them stands here; writing in it decides nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message>
        <source>Progress</source>
        <translation type="unfinished">Napredak</translation>
    </message>
    <message>
        <source>{done} of {total}, {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished">Zaustavi</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Opening the catalogue. The first time takes longer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Block</name>
    <message>
        <source>change section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Delegate</name>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Files</name>
    <message>
        <source>Files</source>
        <translation>Datoteke</translation>
    </message>
</context>
<context>
    <name>_FormRow</name>
    <message>
        <source>version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>main form, used for new practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier version, kept for what was recorded with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Make it the main form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Pregled</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Izvezi…</translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message>
        <source>choose</source>
        <translation>odaberi</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Queue</name>
    <message>
        <source>Conflicts</source>
        <translation>Sukobi</translation>
    </message>
</context>
<context>
    <name>_Remark</name>
    <message>
        <source>Error</source>
        <translation>Pogreška</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to do</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
