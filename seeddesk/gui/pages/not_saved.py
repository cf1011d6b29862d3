"""What a page says when the disk refuses what was typed: it stays on the screen, and there are ways on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from seeddesk.domain.errors import UserError
from seeddesk.gui import errors, names
from seeddesk.gui.editor.interview_notes import NotesPane
from seeddesk.gui.editor.session import Session
from seeddesk.gui.pages.page import Page


def tell_not_saved(page: Page, session: Session, error: UserError) -> None:
    """Say why, and offer to try again, to keep it in another place, or to copy it."""
    keep = QCoreApplication.translate("NotSaved", "Keep it elsewhere…"), lambda: _keep(page, session)
    _tell(page, error, lambda: session.flush(lambda: None), lambda: text_of(session), keep)


def tell_note_not_saved(page: Page, notes: NotesPane, error: UserError) -> None:
    """The same of a note: try again, or copy what no disk has."""
    _tell(page, error, lambda: notes.flush(lambda: None), lambda: "\n".join(notes.keeping.words))


def _tell(
    page: Page,
    error: UserError,
    again: Callable[[], None],
    text: Callable[[], str],
    *more: tuple[str, Callable[[], None]],
) -> None:
    translate = QCoreApplication.translate
    page.banner.say(
        "bad",
        translate("NotSaved", "Not saved."),
        errors.words(error) + " " + translate("NotSaved", "It is tried again by itself."),
        translate("NotSaved", "Try again"),
        again,
        (*more, (translate("NotSaved", "Copy the text"), lambda: QGuiApplication.clipboard().setText(text()))),
    )


def text_of(session: Session) -> str:
    """Everything unsaved as people read it: each question with its answer."""
    found = []
    for path, value in session.unsaved().items():
        if not path.startswith("@") and not path.endswith("]"):
            label = names.field(session.form, path, session.lang)
            found.append(f"{label}\n{names.value(session.form, path, value, session.lang)}")
    return "\n\n".join(found)


def _keep(page: Page, session: Session) -> None:
    translate = QCoreApplication.translate
    folder = QFileDialog.getExistingDirectory(page, translate("NotSaved", "Where to keep it: a stick, another disk"))
    if not folder:
        return

    def told(path: Path) -> None:
        page.banner.say(
            "warn",
            translate("NotSaved", "Kept in {path}.").format(path=path),
            translate(
                "NotSaved", "In the catalogue it is not saved yet. Once there is room, drop that file on this window."
            ),
            translate("NotSaved", "Try again"),
            lambda: session.flush(lambda: None),
        )

    session.keep_elsewhere(Path(folder), told)
