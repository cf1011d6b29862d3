"""Settings, safety: whether the catalogue is encrypted, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.gui.desk import Desk
from seeddesk.gui.gate import Aside
from seeddesk.gui.pages.recovery_code import RecoveryCodePage
from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from seeddesk.domain.changes import Progress
    from seeddesk.gui.pages.settings import SettingsPage
    from seeddesk.services.protecting import Protected, Standing


class ProtectionSettings(QWidget):
    """The protection of the open catalogue."""

    def __init__(self, desk: Desk, page: SettingsPage) -> None:
        super().__init__()
        self._desk, self._page = desk, page
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._mark = Mark("lock-open", 20, "text2")
        head.addWidget(self._mark)
        head.addWidget(Text(self.tr("Protection"), "heading"))
        head.addStretch(1)
        column.addLayout(head)
        self.said = Text("", wrap=True)
        self._more = Text("", ink="text2", wrap=True)
        column.addWidget(self.said)
        column.addWidget(self._more)
        line = Flow()
        self.protect = self._button(line, self.tr("Protect this catalogue…"), "lock", lambda: self._note("protect"))
        self.finish = self._button(line, self.tr("Finish protecting"), "lock", lambda: self._protect("", ""))
        self.rekey = self._button(line, self.tr("New key and recovery code…"), "key", lambda: self._note("rekey"))
        self.unprotect = self._button(line, self.tr("Take the protection off"), "lock-open", self._ask_unprotect)
        column.addLayout(line)
        self._sure = QWidget()
        asked = QHBoxLayout(self._sure)
        asked.setContentsMargins(0, 0, 0, 0)
        words = self.tr(
            "Whoever finds this computer's disk can then read the catalogue. Backups made until now stay encrypted."
        )
        asked.addWidget(Text(words, ink="text2", wrap=True), 1)
        self.sure = Button(self.tr("Take it off"), Look.DANGER)
        self.sure.clicked.connect(self._unprotect)
        no = Button(self.tr("Leave it"), Look.FLAT)
        no.clicked.connect(self._sure.hide)
        asked.addWidget(self.sure)
        asked.addWidget(no)
        column.addWidget(self._sure)
        self._sure.hide()
        self._all = (self.protect, self.finish, self.rekey, self.unprotect)
        for button in self._all:
            button.hide()
        desk.guard(*self._all)
        self.ask()

    def _button(self, line: Flow, words: str, icon: str, does: Callable[[], object]) -> Button:
        button = Button(words, Look.PLAIN, icon)
        button.clicked.connect(lambda: does())
        line.addWidget(button)
        return button

    def ask(self) -> None:
        """See how the catalogue is protected."""
        from seeddesk.services import protecting

        self._desk.read(self, lambda ws: protecting.standing(ws.catalogue.location), self._show)

    def _show(self, standing: Standing) -> None:
        shown = {"plain": (self.protect,), "unfinished": (self.finish, self.unprotect)}.get(
            standing.state, (self.rekey, self.unprotect)
        )
        for button in self._all:
            button.setVisible(button in shown and not standing.server)
        self._mark.show_icon(
            "lock-open" if standing.state == "plain" else "lock", "text2" if standing.state == "plain" else "ok"
        )
        if standing.server:
            self.said.setText(
                self.tr("This catalogue lies in a database: it is protected with the server's own tools.")
            )
            return
        if standing.state == "plain":
            self.said.setText(
                self.tr("This catalogue is not encrypted. Whoever has the disk can read it, and its backups.")
            )
            self._more.setText(
                self.tr(
                    "Protected, it opens on this computer as before, and nowhere else without a recovery code that you print."
                )
            )
            return
        if standing.state == "unfinished":
            self.said.setText(self.tr("Protecting was cut off before the end: some of it may not be encrypted yet."))
        else:
            self.said.setText(self.tr("This catalogue and its backups are encrypted."))
        keyring = (
            self.tr("This computer's keyring holds the key: no code is asked for here.")
            if standing.in_keyring
            else self.tr("The key is not in a keyring: the recovery code is asked for at every start.")
        )
        centre = (
            self.tr("The centre can open it too (%n key(s)).", "", len(standing.centres))
            if standing.centres
            else self.tr("No centre can open it.")
        )
        self._more.setText(f"{keyring} {centre}")

    # -- what can be done ----------------------------------------------------------------------------------------------

    def _note(self, kind: str) -> None:
        """Give the recovery code on a page of its own; the work follows once it was read back."""
        window = self._page.window()
        page = RecoveryCodePage(self._desk.runner, kind, self._page.location())

        def back() -> None:
            window.stack.setCurrentWidget(self._page)
            window.stack.removeWidget(page)
            page.deleteLater()

        def go(code: str, centre: str) -> None:
            back()
            (self._protect if kind == "protect" else self._rekey)(code, centre)

        page.confirmed.connect(go)
        page.left.connect(back)
        window.stack.addWidget(page)
        window.stack.setCurrentWidget(page)

    def _protect(self, code: str, centre: str) -> None:
        from seeddesk.services import protecting

        def work(location: str, progress: Progress) -> Protected:
            return protecting.protect(lambda shown: None, location, centre, progress, code)

        self._aside(self.tr("Protecting the catalogue"), work)

    def _rekey(self, code: str, centre: str) -> None:
        from seeddesk.services import protecting

        def work(location: str, progress: Progress) -> Protected:
            return protecting.rekey(lambda shown: None, location, centre, progress, code)

        self._aside(self.tr("Changing the key"), work)

    def _aside(self, title: str, work: Callable[[str, Progress], Protected]) -> None:
        plain = self.tr("The catalogue first, then each of its backups. Whatever happens, all of it stays whole.")
        self._page.aside.emit(Aside(title, plain, work, self._told))

    def _told(self, done: Protected) -> tuple[str, str]:
        parts = [self.tr("%n backup(s) and kept file(s) too.", "", done.copies)] if done.copies else []
        if not done.in_keyring:
            parts.append(self.tr("This computer has no keyring: the code will be asked for at every start."))
        if done.left:
            parts.append(self.tr("No key opens %n older copy(ies): they stay as they were.", "", len(done.left)))
        if done.away is not None:
            parts.append(
                self.tr(
                    "The second folder is not there: its copies are as they were. Connect it and choose a new key and recovery code."
                )
            )
        return self.tr("The catalogue is protected."), " ".join(parts)

    def _ask_unprotect(self) -> None:
        self._sure.show()
        self.sure.setFocus()

    def _unprotect(self) -> None:
        from seeddesk.services import protecting

        told = (
            self.tr("The catalogue is no longer protected."),
            self.tr("Its older backups stay encrypted, with their keys beside them."),
        )
        title, plain = self.tr("Taking the protection off"), self.tr("Whatever happens, the catalogue stays whole.")
        self._page.aside.emit(Aside(title, plain, lambda location, _: protecting.unprotect(location), lambda _: told))
