"""What people coming from other programs call things: the palette finds an action by these words too. Its own words alone are shown."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def other_words() -> dict[str, str]:
    """The other words for an action, by its id, in the language of the window."""
    return {
        "bring-in": QCoreApplication.translate("OtherWords", "import merge open upload load dossiers that came back"),
        "go-merge": QCoreApplication.translate("OtherWords", "import merge compare returns"),
        "go-conflicts": QCoreApplication.translate("OtherWords", "duplicates differences decide"),
        "go-general": QCoreApplication.translate("OtherWords", "options preferences theme font"),
        "go-bin": QCoreApplication.translate("OtherWords", "deleted restore trash"),
        "go-safety": QCoreApplication.translate("OtherWords", "backup password encryption"),
        "export": QCoreApplication.translate("OtherWords", "save as print docx download"),
        "help": QCoreApplication.translate("OtherWords", "manual guide support"),
        "help-keys": QCoreApplication.translate("OtherWords", "shortcuts keyboard"),
        "larger": QCoreApplication.translate("OtherWords", "font size zoom"),
        "smaller": QCoreApplication.translate("OtherWords", "font size zoom"),
        "settings-dark": QCoreApplication.translate("OtherWords", "dark theme night mode"),
        "settings-light": QCoreApplication.translate("OtherWords", "light theme day mode"),
        "settings-backup": QCoreApplication.translate("OtherWords", "backup save everything"),
        "settings-restore": QCoreApplication.translate("OtherWords", "restore recover backup"),
        "settings-second": QCoreApplication.translate("OtherWords", "backup usb stick shared folder"),
    }
