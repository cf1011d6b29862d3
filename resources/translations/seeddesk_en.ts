<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BackupRow</name>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n practice</numerusform>
            <numerusform>%n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message numerus="yes">
        <source>Recycle bin, %n practice(s)</source>
        <translation>
            <numerusform>Recycle bin, %n practice</numerusform>
            <numerusform>Recycle bin, %n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BesideText</name>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>and %n earlier</numerusform>
            <numerusform>and %n earlier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>taken back together with %n other(s)</source>
        <translation>
            <numerusform>taken back together with another practice</numerusform>
            <numerusform>taken back together with %n other practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>together with %n other(s)</source>
        <translation>
            <numerusform>together with another practice</numerusform>
            <numerusform>together with %n other practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leads %n practice(s)</source>
        <translation>
            <numerusform>leads %n practice</numerusform>
            <numerusform>leads %n practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>partner in %n practice(s)</source>
        <translation>
            <numerusform>partner in %n practice</numerusform>
            <numerusform>partner in %n practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n practice(s)</source>
        <translation>
            <numerusform>in %n practice</numerusform>
            <numerusform>in %n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message numerus="yes">
        <source>%n deleted practice(s)</source>
        <translation>
            <numerusform>%n deleted practice</numerusform>
            <numerusform>%n deleted practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %n practice(s)</source>
        <translation>
            <numerusform>Restore %n practice</numerusform>
            <numerusform>Restore %n practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) restored</source>
        <translation>
            <numerusform>%n practice restored</numerusform>
            <numerusform>%n practices restored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) back in the bin</source>
        <translation>
            <numerusform>%n practice back in the bin</numerusform>
            <numerusform>%n practices back in the bin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay: somebody changed them meanwhile</source>
        <translation>
            <numerusform>%n stays: somebody changed it meanwhile</numerusform>
            <numerusform>%n stay: somebody changed them meanwhile</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkPane</name>
    <message numerus="yes">
        <source>%n practice(s) chosen</source>
        <translation>
            <numerusform>%n practice chosen</numerusform>
            <numerusform>%n practices chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) would change</source>
        <translation>
            <numerusform>%n practice would change</numerusform>
            <numerusform>%n practices would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already so</source>
        <translation>
            <numerusform>%n already so</numerusform>
            <numerusform>%n already so</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot</source>
        <translation>
            <numerusform>%n cannot</numerusform>
            <numerusform>%n cannot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n practice(s)</source>
        <translation>
            <numerusform>Delete %n practice</numerusform>
            <numerusform>Delete %n practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n practice(s)</source>
        <translation>
            <numerusform>Change %n practice</numerusform>
            <numerusform>Change %n practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) changed</source>
        <translation>
            <numerusform>%n practice changed</numerusform>
            <numerusform>%n practices changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: somebody changed them meanwhile</source>
        <translation>
            <numerusform>%n left as it is: somebody changed it meanwhile</numerusform>
            <numerusform>%n left as they are: somebody changed them meanwhile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) deleted</source>
        <translation>
            <numerusform>%n practice deleted</numerusform>
            <numerusform>%n practices deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) set back</source>
        <translation>
            <numerusform>%n practice set back</numerusform>
            <numerusform>%n practices set back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n practice</numerusform>
            <numerusform>%n practices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with conflicts</source>
        <translation>
            <numerusform>%n with conflicts</numerusform>
            <numerusform>%n with conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangePane</name>
    <message numerus="yes">
        <source>%n practice(s) would be set back</source>
        <translation>
            <numerusform>%n practice would be set back</numerusform>
            <numerusform>%n practices would be set back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n stays as it is</numerusform>
            <numerusform>%n stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are back already</source>
        <translation>
            <numerusform>%n is back already</numerusform>
            <numerusform>%n are back already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take back %n practice(s)</source>
        <translation>
            <numerusform>Take back %n practice</numerusform>
            <numerusform>Take back %n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeText</name>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n practice</numerusform>
            <numerusform>%n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) set back</source>
        <translation>
            <numerusform>%n practice set back</numerusform>
            <numerusform>%n practices set back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay as they are</source>
        <translation>
            <numerusform>%n stays as it is</numerusform>
            <numerusform>%n stay as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) changed again</source>
        <translation>
            <numerusform>%n practice changed again</numerusform>
            <numerusform>%n practices changed again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EmptyCatalogue</name>
    <message numerus="yes">
        <source>%n practice(s) in the recycle bin</source>
        <translation>
            <numerusform>%n practice in the recycle bin</numerusform>
            <numerusform>%n practices in the recycle bin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FidelityPane</name>
    <message numerus="yes">
        <source>What changes: %n field(s)</source>
        <translation>
            <numerusform>What changes: %n field</numerusform>
            <numerusform>What changes: %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) to look at</source>
        <translation>
            <numerusform>%n character to look at</numerusform>
            <numerusform>%n characters to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FormQuality</name>
    <message numerus="yes">
        <source>%n practice(s) counted. Press a heading to sort; the seconds are the median of those that were measured.</source>
        <translation>
            <numerusform>%n practice counted. Press a heading to sort; the seconds are the median of those that were measured.</numerusform>
            <numerusform>%n practices counted. Press a heading to sort; the seconds are the median of those that were measured.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeoInput</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeepingStrip</name>
    <message numerus="yes">
        <source>%n file(s) were not tried any more.</source>
        <translation>
            <numerusform>%n file was not tried any more.</numerusform>
            <numerusform>%n files were not tried any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) taken in.</source>
        <translation>
            <numerusform>%n file taken in.</numerusform>
            <numerusform>%n files taken in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockedFiles</name>
    <message numerus="yes">
        <source>%n dossier(s) locked with a password.</source>
        <translation>
            <numerusform>%n dossier is locked with a password.</numerusform>
            <numerusform>%n dossiers are locked with a password.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The password does not open %n of them. Passwords tell capitals from small letters.</source>
        <translation>
            <numerusform>The password does not open %n of them. Passwords tell capitals from small letters.</numerusform>
            <numerusform>The password does not open %n of them. Passwords tell capitals from small letters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message numerus="yes">
        <source>%n file(s) in conflict.</source>
        <translation>
            <numerusform>%n file in conflict.</numerusform>
            <numerusform>%n files in conflict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) to decide</source>
        <translation>
            <numerusform>%n conflict to decide</numerusform>
            <numerusform>%n conflicts to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message numerus="yes">
        <source>No practice matches all %n of these</source>
        <translation>
            <numerusform>No practice matches</numerusform>
            <numerusform>No practice matches all %n of these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n practice</numerusform>
            <numerusform>%n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrganisationsPage</name>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation>
            <numerusform>%n organisation</numerusform>
            <numerusform>%n organisations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n practice</numerusform>
            <numerusform>%n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PracticesModel</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsList</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectionSettings</name>
    <message numerus="yes">
        <source>The centre can open it too (%n key(s)).</source>
        <translation>
            <numerusform>The centre can open it too (%n key).</numerusform>
            <numerusform>The centre can open it too (%n keys).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) and kept file(s) too.</source>
        <translation>
            <numerusform>%n backup too.</numerusform>
            <numerusform>%n backups too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No key opens %n older copy(ies): they stay as they were.</source>
        <translation>
            <numerusform>No key opens %n older copy: it stays as it was.</numerusform>
            <numerusform>No key opens %n older copies: they stay as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message numerus="yes">
        <source>%n conflict(s)</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{percent} %, %n field(s) missing</source>
        <translation>
            <numerusform>{percent} %, %n field missing</numerusform>
            <numerusform>{percent} %, %n fields missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemarksList</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Returns</name>
    <message numerus="yes">
        <source>%n practice(s) imported.</source>
        <translation>
            <numerusform>%n practice imported.</numerusform>
            <numerusform>%n practices imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or row(s) read</source>
        <translation>
            <numerusform>%n file or row read</numerusform>
            <numerusform>%n files or rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged.</source>
        <translation>
            <numerusform>%n merged.</numerusform>
            <numerusform>%n merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %n merged.</source>
        <translation>
            <numerusform>Stopped: %n merged.</numerusform>
            <numerusform>Stopped: %n merged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not reached.</source>
        <translation>
            <numerusform>%n file was not reached.</numerusform>
            <numerusform>%n files were not reached.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n</source>
        <translation>
            <numerusform>Apply %n</numerusform>
            <numerusform>Apply %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n in conflict</numerusform>
            <numerusform>%n in conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s) left over</source>
        <translation>
            <numerusform>%n text left over</numerusform>
            <numerusform>%n texts left over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SafetySettings</name>
    <message numerus="yes">
        <source>The last one: {made}, opened and compared. %n in all, in {folder}</source>
        <translation>
            <numerusform>The last one: {made}, opened and compared. %n in all, in {folder}</numerusform>
            <numerusform>The last one: {made}, opened and compared. %n in all, in {folder}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionsList</name>
    <message numerus="yes">
        <source>%n field(s) missing</source>
        <translation>
            <numerusform>%n field missing</numerusform>
            <numerusform>%n fields missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undecided</name>
    <message numerus="yes">
        <source>%n different versions</source>
        <translation>
            <numerusform>%n different version</numerusform>
            <numerusform>%n different versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnderWay</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_FormRow</name>
    <message numerus="yes">
        <source>%n practice(s)</source>
        <translation>
            <numerusform>%n practice</numerusform>
            <numerusform>%n practices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Group</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Popup</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to do</source>
        <translation>
            <numerusform>%n to do</numerusform>
            <numerusform>%n to do</numerusform>
        </translation>
    </message>
</context>
</TS>
