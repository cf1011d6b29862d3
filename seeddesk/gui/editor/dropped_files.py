"""Photos, recordings and documents dropped on a repeat that asks for files, or brought there by `bringing`: a row for each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage

from seeddesk.domain.errors import StorageError
from seeddesk.domain.form import Field, Group, Kind
from seeddesk.gui import errors
from seeddesk.gui.editor.keeping import Brought
from seeddesk.gui.passing import new_folder
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.gui.editor.cards import RepeatBox
    from seeddesk.services.photos import Kept


translate = QCoreApplication.translate


class DroppedFiles(QObject):
    """Makes a repeat take files. What cannot be kept is said in `said`, under the repeat's heading, and the others are kept all the same."""

    def __init__(self, box: RepeatBox, field: Field, said: Text) -> None:
        super().__init__(box)
        self._box, self._said = box, said
        self._name = field.template[len(box.group.template) :]
        box.setAcceptDrops(True)
        box.installEventFilter(self)

    def keep(self, paths: Sequence[Path], passing: bool = False, folders: Sequence[Path] = ()) -> None:
        """A row for each file. passing: they are ours, and go once they are kept · folders: what was dropped with them and is none."""
        self._said.hide()
        brought = Brought(self._box.path, self._name, self._told, self._tell, passing)
        brought.refused += [(path.name, StorageError("attachment-folder", path=path.name)) for path in folders]
        self._box.asking.keeping.keep(paths, brought)

    def _tell(self, brought: Brought) -> bool:
        """Of one file it is said here, while this is here; of several the page says it, wherever on the form one is by then."""
        words = [errors.words(error) for _, error in brought.refused]
        words += [translate("DroppedFiles", "“{name}” is here already.").format(name=name) for name in brought.known]
        if not words and not brought.left:
            return True
        if len(words) != 1 or brought.kept or brought.left or not shiboken6.isValid(self._said):
            return False
        self._said.setText(words[0])
        self._said.show()
        return True

    def _told(self, found: Kept) -> dict[str, str]:
        """What the file says of itself, for the questions of the row that ask for it."""
        asked = {
            item.template[len(self._box.group.template) :]: item
            for item in self._box.group.items
            if isinstance(item, Field)
        }
        cells = {}
        for name, said in ((".type", found.kind), (".title", found.title), (".date", found.taken)):
            field = asked.get(name)
            if field is not None and said and (field.kind in (Kind.TEXT, Kind.DATE) or said in self._codes(field)):
                cells[name] = said
        return cells

    def _codes(self, field: Field) -> list[str]:
        return [choice.name for choice in self._box.asking.form.lists.get(field.choices, ())]

    def take(self, data: QMimeData) -> None:
        """Keep what is dropped or pasted: files, or a picture."""
        paths = files_of(data)
        if paths:
            self.keep(paths, folders=folders_of(data))
        elif data.hasImage():
            picture = data.imageData()
            path = new_folder() / "pasted.png"
            if isinstance(picture, QImage) and picture.save(str(path)):
                self.keep([path], passing=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the repeat."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter and files_of(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop and files_of(event.mimeData()):
            event.acceptProposedAction()
            self.take(event.mimeData())
            return True
        return False


def takes_files(group: Group) -> Field | None:
    """The question for a file that a row of a repeat begins with; None where it begins otherwise."""
    first = group.items[0] if group.items and not group.count else None
    return first if isinstance(first, Field) and first.kind is Kind.FILE and not first.read_only else None


def folders_of(data: QMimeData) -> list[Path]:
    """The folders among them."""
    return [path for url in data.urls() if url.isLocalFile() and (path := Path(url.toLocalFile())).is_dir()]


def files_of(data: QMimeData) -> list[Path]:
    """The files among what is dropped or pasted."""
    return [path for url in data.urls() if url.isLocalFile() and (path := Path(url.toLocalFile())).is_file()]
