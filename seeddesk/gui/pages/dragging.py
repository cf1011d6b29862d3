"""Practices dragged out of the list arrive as dossiers: in a folder, in an e-mail, wherever files may be dropped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QGuiApplication

from seeddesk.gui.models.practices import ROW

if TYPE_CHECKING:
    from seeddesk.gui.pages.catalogue import CataloguePage

MOST = 50  # practices dragged at once: their dossiers are written while the button is held


class Dragging(QObject):
    """The dossiers lie in a folder of their own until the next drag or the end: whoever gets them copies them."""

    def __init__(self, page: CataloguePage) -> None:
        super().__init__(page)
        self._page = page
        self._folder: QTemporaryDir | None = None
        page.list.setDragEnabled(True)
        page.list.dragged.connect(self.begin)

    def begin(self) -> None:
        """Write the dossiers of the chosen practices, then let them be dropped."""
        from seeddesk.services import exporting  # only when asked for

        page, folder = self._page, QTemporaryDir()
        rows = sorted({index.row() for index in page.list.selectionModel().selectedIndexes()})
        chosen = [page.model.index(row).data(ROW).id for row in rows]
        if not chosen or len(chosen) > MOST or not folder.isValid():
            return
        self._folder = folder
        page.desk.long(
            page,
            lambda ws, progress: exporting.export_dossiers(ws, chosen, Path(folder.path()), page.desk.lang, progress),
            self._drop,
            failed=page.show_error,
            key="dragged",
        )

    def _drop(self, written: Sequence[Path]) -> None:
        if not QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return  # let go before they were written
        drag, data = QDrag(self._page.list), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in written])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)
