"""Photos, recordings and documents dropped or pasted anywhere on the form: for the repeat one is in, else for the first that begins with a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from seeddesk.domain.form import Group
from seeddesk.gui.dropping import brought_in
from seeddesk.gui.editor.cards import RepeatBox
from seeddesk.gui.editor.dropped_files import files_of, takes_files
from seeddesk.gui.editor.section_view import SectionView

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor


class Bringing(QObject):
    """What the window itself takes (dossiers, tables, catalogues that came back) is left to it."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.setAcceptDrops(True)
        editor.installEventFilter(self)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), editor)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # a text that has the caret takes text first
        paste.activated.connect(lambda: self._take(QGuiApplication.clipboard().mimeData()))

    def _take(self, data: QMimeData) -> None:
        if not files_of(data) and not data.hasImage():
            return
        box = self._around() or self._first()
        if box is not None:
            box.files.take(data)

    def _around(self) -> RepeatBox | None:
        """The repeat the focus is in, if it takes files."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self._editor:
            if isinstance(widget, RepeatBox) and takes_files(widget.group):
                return widget
            widget = widget.parentWidget()
        return None

    def _first(self) -> RepeatBox | None:
        """The first one on the form, brought to the front."""
        group = self._group()
        if group is None:
            return None
        self._editor.go_to(group.path)
        view = self._editor.view
        if not isinstance(view, SectionView):
            return None
        view.box(group.path)  # made now
        return view.placed.repeats.get(group.path)

    def _group(self) -> Group | None:
        session = self._editor.session
        hidden = session.evaluation.hidden if session.evaluation is not None else frozenset()
        repeats = (each for each in session.form.repeats if "[]" not in each.path and each.path not in hidden)
        return next((each for each in repeats if takes_files(each) is not None), None)

    def _ours(self, data: QMimeData) -> bool:
        files = files_of(data)
        return bool(files) and not any(brought_in(path) for path in files) and self._group() is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the form."""
        if (
            event.type() == QEvent.Type.DragEnter
            and isinstance(event, QDragEnterEvent)
            and self._ours(event.mimeData())
        ):
            event.acceptProposedAction()
            return True
        if event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent) and self._ours(event.mimeData()):
            event.acceptProposedAction()
            self._take(event.mimeData())
            return True
        return False
