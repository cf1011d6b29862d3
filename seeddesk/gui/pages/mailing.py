"""A new message with a file in it, in the person's own e-mail program, where the system can; else the message and the folder, side by side."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices

XDG = "xdg-email"  # of freedesktop systems: the only standard way that takes a file along


def compose(owner: QObject, file: Path, subject: str, by_hand: Callable[[], None]) -> None:
    """Open a new message with the file attached. by_hand: called when the system could not attach it; the folder is then open beside the message."""

    def fall_back() -> None:
        address = QUrl("mailto:")
        query = QUrlQuery()
        query.addQueryItem("subject", subject)
        address.setQuery(query)
        QDesktopServices.openUrl(address)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))
        by_hand()

    program = shutil.which(XDG)
    if program is None:
        fall_back()
        return
    process = QProcess(owner)

    def ended(code: int, status: QProcess.ExitStatus) -> None:
        process.deleteLater()
        if code or status is not QProcess.ExitStatus.NormalExit:
            fall_back()

    process.finished.connect(ended)
    process.errorOccurred.connect(lambda error: fall_back() if error is QProcess.ProcessError.FailedToStart else None)
    process.start(program, ["--utf8", "--subject", subject, "--attach", str(file)])
