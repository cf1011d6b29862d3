"""Export a dossier from any page: into the person's folder of dossiers, with a way to it."""

from __future__ import annotations

from collections.abc import Sequence
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

    def tell(written: Sequence[Path]) -> None:
        page.banner.say(
            "ok",
            QCoreApplication.translate("Exporting", "Dossier written."),
            QCoreApplication.translate("Exporting", "{name} in {folder}").format(
                name=written[0].name if written else "", folder=folder
            ),
            QCoreApplication.translate("Exporting", "Open the folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))),
        )

    desk.long(
        page,
        lambda ws, progress: exporting.export_dossiers(ws, [practice], folder, desk.lang, progress),
        tell,
        failed=page.show_error,
    )
