"""What a person should know of the catalogue that is open, each in a banner that can be closed, with a way on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.domain.messages import sentence
from seeddesk.gui.desk import Desk
from seeddesk.gui.pages.opening import since_of
from seeddesk.gui.widgets.notices import Banner

if TYPE_CHECKING:
    from seeddesk.services.maintenance import CheckReport

AFTER_CRASH = "opened-after-crash"


class NoticeStrip(QWidget):
    """`asked`: the way on that was pressed: ``write``, ``elsewhere``, ``safety`` (the settings' page) · `damaged`: what the check found."""

    asked = Signal(str)
    damaged = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.banners: dict[str, Banner] = {}
        for notice in desk.notices.values():
            self._show(notice.code, notice.arguments)

    def ask_second_place(self) -> None:
        """Ask, calmly, for a place backups are copied to besides."""
        if "second-place" in self.banners:
            return
        self._say(
            "second-place",
            "info",
            self.tr("All backups lie on this computer's disk."),
            self.tr("A stick or a shared folder keeps them when the computer is lost."),
            self.tr("Choose a folder…"),
            "safety",
            (self.tr("Not now"), self._later),
        )

    def check_after_crash(self) -> None:
        """Check the whole catalogue beside the work, and say what came of it."""
        from seeddesk.services import maintenance

        notice = self._desk.notices.get(AFTER_CRASH)
        if notice is not None:
            self._desk.long(
                self,
                lambda ws, progress: maintenance.check(ws, progress=progress)[0],
                self._checked,
                told=lambda *_: None,
            )

    def _checked(self, report: CheckReport) -> None:
        notice = self._desk.notices.pop(AFTER_CRASH, None)
        lost = [one for one in report.findings if not one.repairable]
        if lost:
            first = sentence(lost[0].code, self._desk.lang, **lost[0].arguments)
            self._say(
                AFTER_CRASH,
                "bad",
                "",
                sentence("opened-check-bad", self._desk.lang, reason=first),
                self.tr("What can be done"),
                "",
            )
            self.banners[AFTER_CRASH].acted.connect(lambda: self.damaged.emit(first))
        elif notice is not None:
            said = {**notice.arguments, "since": since_of(notice.arguments.get("since"))}
            self._say(AFTER_CRASH, "ok", "", sentence("opened-checked", self._desk.lang, **said))

    def _show(self, code: str, arguments: Mapping[str, object]) -> None:
        arguments = {**arguments, "since": since_of(arguments.get("since"))}
        said = sentence("opened-checking" if code == AFTER_CRASH else code, self._desk.lang, **arguments)
        if code == AFTER_CRASH:
            self._say(code, "info", "", said)
        elif code == "opened-read-only":
            self._say(code, "warn", self.tr("Reading only."), said, self.tr("Try to write"), "write")
        else:
            self._say(code, "warn", "", said, self.tr("Go on in another folder…"), "elsewhere")

    def _say(
        self, code: str, kind: str, bold: str, plain: str, action: str = "", ask: str = "", more: tuple = ()
    ) -> None:
        banner = self.banners.get(code)
        if banner is None:
            banner = self.banners[code] = Banner()
            banner.closed.connect(lambda: self._desk.notices.pop(code, None))
            self._column.addWidget(banner)
        does = (lambda: self.asked.emit(ask)) if ask else None
        banner.say(kind, bold, plain, action, does, (more,) if more else ())

    def _later(self) -> None:
        from seeddesk.services import keeping

        self.banners["second-place"].hide()
        self._desk.write(self, lambda ws: keeping.second_place_later())
