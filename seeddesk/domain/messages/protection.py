"""Sentences about protected catalogues, their keys and recovery codes, and dossiers with a password."""

SENTENCES = {
    "catalogue-locked": {
        "it": "Il catalogo {path} è protetto e la sua chiave non è nel portachiavi di questo computer. Aprilo con il codice di recupero: «seeddesk unlock»; dove non c'è un portachiavi, i comandi lo prendono da SEEDDESK_RECOVERY_CODE.",
        "en": "The catalogue {path} is protected and its key is not in this computer's keyring. Open it with the recovery code: “seeddesk unlock”; where there is no keyring, commands take it from SEEDDESK_RECOVERY_CODE.",
    },
    "catalogue-key-wrong": {
        "it": "Il catalogo {path} non si apre con le sue chiavi ({reason}): il file è danneggiato o è di altre chiavi. Ripristina l'ultima copia di sicurezza con «seeddesk restore».",
        "en": "The catalogue {path} does not open with its keys ({reason}): the file is damaged or belongs to other keys. Bring back the last backup with “seeddesk restore”.",
    },
    "catalogue-plain": {
        "it": "Accanto a {path} ci sono delle chiavi, ma il file non è cifrato: qualcuno l'ha sostituito. Ripristina una copia di sicurezza con «seeddesk restore», o togli il file {path}.keys se è giusto così.",
        "en": "There are keys beside {path}, but the file is not encrypted: somebody replaced it. Bring back a backup with “seeddesk restore”, or take the file {path}.keys away if it is meant so.",
    },
    "keys-absent": {
        "it": "Il catalogo {path} è cifrato e il file delle sue chiavi {path}.keys non c'è. Rimettilo da accanto a una copia di sicurezza: «seeddesk unlock --keys FILE».",
        "en": "The catalogue {path} is encrypted and the file of its keys {path}.keys is not there. Put it back from beside a backup: “seeddesk unlock --keys FILE”.",
    },
    "keys-damaged": {
        "it": "Il file delle chiavi {path} è danneggiato o è stato cambiato. Rimettilo da accanto a una copia di sicurezza: «seeddesk unlock --keys FILE».",
        "en": "The file of keys {path} is damaged or was changed. Put it back from beside a backup: “seeddesk unlock --keys FILE”.",
    },
    "recovery-code-form": {
        "it": "Un codice di recupero ha {wanted} lettere e cifre; queste sono {found}. Ricopialo intero dal foglio su cui è scritto.",
        "en": "A recovery code has {wanted} letters and digits; these are {found}. Copy it whole from the sheet it is written on.",
    },
    "recovery-code-typo": {
        "it": "Nel codice di recupero c'è un errore di battitura. Confrontalo gruppo per gruppo con il foglio e riprova.",
        "en": "There is a typing mistake in the recovery code. Compare it with the sheet group by group and try again.",
    },
    "recovery-code-wrong": {
        "it": "Il codice di recupero è scritto bene, ma non apre {path}. Cerca quello di questo catalogo, o chiedi al centro che ne ha la chiave.",
        "en": "The recovery code is well written, but does not open {path}. Look for the one of this catalogue, or ask the centre that holds its key.",
    },
    "recovery-code-missing": {
        "it": "Non c'è nessuno a cui chiedere il codice o la password. Scrivili in {name}, o lancia il comando da un terminale.",
        "en": "There is nobody to ask for the code or the password. Put it into {name}, or run the command from a terminal.",
    },
    "centre-key-form": {
        "it": "Questa non è una chiave di un centro, o è incompleta. Ricopiala intera: comincia con «sdc1».",
        "en": "This is not a centre's key, or not all of it. Copy it whole: it begins with “sdc1”.",
    },
    "centre-key-wrong": {
        "it": "Il catalogo {path} non è stato chiuso per questa chiave del centro. Usa un'altra chiave, o il codice di recupero.",
        "en": "The catalogue {path} was not sealed for this centre's key. Use another key, or the recovery code.",
    },
    "not-protected": {
        "it": "Il catalogo {path} non è protetto. Proteggilo con «seeddesk protect».",
        "en": "The catalogue {path} is not protected. Protect it with “seeddesk protect”.",
    },
    "protect-server": {
        "it": "Un database PostgreSQL si protegge con gli strumenti del server. SeedDesk cifra i cataloghi che sono un file.",
        "en": "A PostgreSQL database is protected with the server's tools. SeedDesk encrypts catalogues that are a file.",
    },
    "carry-differs": {
        "it": "La copia cifrata di {path} non è uguale all'originale, che è rimasto com'era. Lancia «seeddesk check», poi riprova.",
        "en": "The encrypted copy of {path} does not equal the original, which stays as it was. Run “seeddesk check”, then try again.",
    },
    "protect-unfinished": {
        "it": "La protezione di questo catalogo è rimasta a metà e può non essere cifrato. Finiscila con «seeddesk protect», o torna indietro con «seeddesk unprotect».",
        "en": "The protection of this catalogue was cut off and it may not be encrypted. Finish it with “seeddesk protect”, or go back with “seeddesk unprotect”.",
    },
    "dossier-password-wrong": {
        "it": "La password non apre questo documento. Chiedila a chi l'ha mandato e riprova.",
        "en": "The password does not open this document. Ask whoever sent it and try again.",
    },
    "dossier-tampered": {
        "it": "Il documento è stato cambiato dopo che fu chiuso con la password, o si è rotto per strada. Chiedi di rimandarlo.",
        "en": "The document was changed after it was locked with its password, or broke on its way. Ask for it to be sent again.",
    },
    # What the commands say.
    "cli-code": {
        "it": "Il codice di recupero, mostrato solo questa volta:\n\n    {letters}\n\nStampalo o scrivilo, e tienilo lontano da questo computer: senza portachiavi e senza questo codice nessuno apre più il catalogo.\n",
        "en": "The recovery code, shown only this once:\n\n    {letters}\n\nPrint it or write it down, and keep it away from this computer: without a keyring and without this code nobody opens the catalogue again.\n",
    },
    "cli-protected": {
        "it": "{path} è protetto: cifrato insieme a {count} copie.",
        "en": "{path} is protected: encrypted together with {count} copies.",
    },
    "cli-protected-one": {
        "it": "{path} è protetto: cifrato insieme a 1 copia.",
        "en": "{path} is protected: encrypted together with 1 copy.",
    },
    "cli-protected-away": {
        "it": "La seconda cartella {path} non si raggiunge: le copie che vi stanno sono rimaste com'erano. Collegala e ripeti «seeddesk protect».",
        "en": "The second folder {path} is not there: the copies in it are as they were. Connect it and run “seeddesk protect” again.",
    },
    "cli-protected-left": {
        "it": "Nessuna chiave apre {path}: è rimasto com'era.",
        "en": "No key opens {path}: it stays as it was.",
    },
    "cli-protected-disk": {
        "it": "I file in chiaro sono stati sovrascritti e tolti. Un disco a stato solido può conservarne resti che nessun programma raggiunge: cifra anche il disco (BitLocker, FileVault, LUKS).",
        "en": "The plain files were overwritten and removed. A solid-state disk may keep remains that no program reaches: encrypt the disk too (BitLocker, FileVault, LUKS).",
    },
    "cli-no-keyring": {
        "it": "Questo computer non ha un portachiavi: il codice di recupero sarà chiesto ogni volta (o preso da SEEDDESK_RECOVERY_CODE).",
        "en": "This computer has no keyring: the recovery code will be asked for each time (or taken from SEEDDESK_RECOVERY_CODE).",
    },
    "cli-unprotected": {
        "it": "{path} non è più protetto. Le sue copie di sicurezza restano cifrate, con le loro chiavi accanto.",
        "en": "{path} is no longer protected. Its backups stay encrypted, with their keys beside them.",
    },
    "cli-unlocked": {
        "it": "{path} si apre da adesso senza codice: la chiave è nel portachiavi.",
        "en": "{path} opens without a code from now on: its key is in the keyring.",
    },
    "cli-unlocked-once": {
        "it": "Il codice apre {path}. Questo computer non ha un portachiavi: sarà chiesto ogni volta (o preso da SEEDDESK_RECOVERY_CODE).",
        "en": "The code opens {path}. This computer has no keyring: it will be asked for each time (or taken from SEEDDESK_RECOVERY_CODE).",
    },
    "cli-centre-key": {
        "it": "La chiave segreta del centro è in {path}: tienila in un luogo sicuro, in due copie. Ai portatili si dà questa, pubblica:\n{public}",
        "en": "The centre's secret key is in {path}: keep it in a safe place, in two copies. Laptops are given this one, the public one:\n{public}",
    },
    "cli-ask-code": {"it": "Codice di recupero: ", "en": "Recovery code: "},
    "cli-ask-password": {"it": "Password dei dossier: ", "en": "Password of the dossiers: "},
    "cli-help-protect": {
        "it": "cifra il catalogo e le sue copie di sicurezza",
        "en": "encrypts the catalogue and its backups",
    },
    "cli-help-unprotect": {"it": "toglie la cifratura dal catalogo", "en": "takes the encryption off the catalogue"},
    "cli-help-rekey": {
        "it": "cambia la chiave e il codice di recupero",
        "en": "changes the key and the recovery code",
    },
    "cli-help-unlock": {
        "it": "apre un catalogo protetto con il codice di recupero o la chiave del centro",
        "en": "opens a protected catalogue with the recovery code or the centre's key",
    },
    "cli-help-centre-key": {
        "it": "crea la chiave con cui un centro può riaprire i cataloghi dei suoi",
        "en": "makes the key with which a centre can reopen its people's catalogues",
    },
    "cli-arg-encrypted": {"it": "cifrato dal primo byte", "en": "encrypted from its first byte"},
    "cli-arg-centre": {
        "it": "la chiave pubblica del centro che potrà riaprirlo",
        "en": "the public key of the centre that will be able to reopen it",
    },
    "cli-arg-recovery-code": {
        "it": "con il codice di recupero (chiesto, o preso da SEEDDESK_RECOVERY_CODE): è così se non si dice altro",
        "en": "with the recovery code (asked for, or taken from SEEDDESK_RECOVERY_CODE): so it is unless told otherwise",
    },
    "cli-arg-centre-secret": {
        "it": "con la chiave segreta del centro, in questo file",
        "en": "with the centre's secret key, in this file",
    },
    "cli-arg-keys": {
        "it": "il file .keys accanto a una copia di sicurezza, al posto di quello perso",
        "en": "the .keys file beside a backup, in the place of the one that was lost",
    },
    "cli-arg-centre-out": {
        "it": "il file in cui lasciare la chiave segreta",
        "en": "the file to leave the secret key in",
    },
    "cli-arg-password": {
        "it": "dossier con password (chiesta, o presa da SEEDDESK_PASSWORD)",
        "en": "dossiers with a password (asked for, or taken from SEEDDESK_PASSWORD)",
    },
}
