"""What else can be done in the settings: see `actions`. What asks for a file asks at once; what is made first or depends on how things stand is led to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from seeddesk.gui import i18n
from seeddesk.gui.action import Action
from seeddesk.gui.widgets.button import Button

if TYPE_CHECKING:
    from seeddesk.gui.actions import Actions
    from seeddesk.gui.main_window import MainWindow
    from seeddesk.gui.pages.safety_settings import SafetySettings
    from seeddesk.gui.pages.settings import SettingsPage


class SettingsActions(QObject):
    """known: says why something cannot be done."""

    def __init__(self, known: Actions, window: MainWindow) -> None:
        super().__init__(known)
        self._known, self._window = known, window

    @property
    def _page(self) -> SettingsPage:
        """Made when something of it is wanted: saying what there is to do waits for no page."""
        return self._window.pages["settings"]

    def all(self) -> Iterator[Action]:
        """Of every tab."""
        shut = self._known.shut()

        def make(name: str, words: str, does: Callable[[], object], icon: str, reason: str = "") -> Action:
            return Action(f"settings-{name}", "window", "go", words, does, "", icon, reason)

        for code, name in i18n.SPOKEN.items():
            already = self.tr("it is already") if code == i18n.language() else ""
            words = self.tr("Language of the window: {name}").format(name=name)
            yield make(
                f"speak-{code}", words, lambda code=code: self._page.language.chosen.emit(code), "translate", already
            )
        yield make("open", self.tr("Open another catalogue…"), lambda: self._page.open_another(), "folder-open")
        yield make(
            "folder", self.tr("Open the folder of the catalogue"), lambda: self._page.folder.click(), "folder-open"
        )
        words = self.tr("Open the folder for spelling dictionaries")
        yield make("dictionaries", words, lambda: self._page.spelling.folder.click(), "folder-open")
        for lang in i18n.LANGUAGES:
            name = i18n.language_name(lang)
            own = self.tr("Use your centre's template… ({name})").format(name=name)
            yield make(f"template-{lang}", own, lambda lang=lang: self._page.templates[lang].choose(), "file-text")
            ours = self.tr("Start from SeedDesk's template… ({name})").format(name=name)
            yield make(
                f"template-ours-{lang}", ours, lambda lang=lang: self._page.templates[lang].save_ours(), "file-text"
            )

        def add_form() -> None:
            self._window.show_page("settings", "forms")
            self._page.forms.choose()

        yield make("add-form", self.tr("Add a form…"), add_form, "plus", shut)
        for name, words, icon, button in (
            ("restore", self.tr("Restore a backup…"), "clock-counter-clockwise", lambda tab: tab.list),
            ("backups", self.tr("Open the folder of the backups"), "folder-open", lambda tab: tab.folder),
            ("second", self.tr("Choose a second folder for backups…"), "folder-open", lambda tab: tab.choose),
            ("protect", self.tr("Protect this catalogue…"), "lock", lambda tab: tab.protection.protect),
            ("rekey", self.tr("New key and recovery code…"), "key", lambda tab: tab.protection.rekey),
            ("unprotect", self.tr("Take the protection off"), "lock-open", lambda tab: tab.protection.unprotect),
        ):
            yield make(name, words, lambda button=button: self._lead(button), icon, shut if name != "backups" else "")

    def _lead(self, button: Callable[[SafetySettings], Button]) -> None:
        """To the tab on safety, and press a button of it, where it is there to be pressed."""
        known = self._page.safety is not None
        self._window.show_page("settings", "safety")
        there = button(self._page.safety)
        if known and there.isVisible() and there.isEnabled():
            there.click()
