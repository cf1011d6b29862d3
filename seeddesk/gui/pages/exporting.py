"""Export a dossier from any page: into the person's folder of dossiers, with a way to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from seeddesk.gui.pages.page import Page


def dossier_folder() -> Path:
    """Where dossiers go: a folder of their own among the person's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) / "SeedDesk"


def export_dossier(page: Page, practice: str) -> None:
    """Write a practice's dossier and say where it lies."""
    from seeddesk.services import exporting  # only when asked for

    folder, desk = dossier_folder(), page.desk
    say = QCoreApplication.translate

    def tell(result: object) -> None:
        written = [Path(path) for path in (result[0] if isinstance(result, tuple) else result)]
        page.banner.say(
            "ok",
            say("Exporting", "Dossier written."),
            say("Exporting", "{name} in {folder}").format(name=written[0].name if written else "", folder=folder),
            say("Exporting", "Open the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )

    desk.long(page, lambda ws, progress: exporting.export_dossiers(ws, [practice], folder, desk.lang, progress), tell, failed=page.show_error)
