"""One registry of what a person can do in the window: words, key, where it applies, and why not when it does not.

The command palette runs these, the window takes its keys from them, and the help page "Keys" lists them. A key that only widgets answer (a
letter in a list) is an action without a deed: it is listed, and nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from seeddesk.domain import workflow
from seeddesk.domain.basics import basic
from seeddesk.domain.form import pick
from seeddesk.gui import names
from seeddesk.gui.action import Action
from seeddesk.gui.catalogue_actions import CatalogueActions
from seeddesk.gui.i18n import language, language_name
from seeddesk.gui.settings_actions import SettingsActions

if TYPE_CHECKING:
    from seeddesk.gui.main_window import MainWindow


class Actions(QObject):
    """The actions of one window. Made anew each time they are asked for: what applies depends on what is in front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._beside, self._set = CatalogueActions(self, window), SettingsActions(self, window)

    def all(self) -> list[Action]:
        """Every action, in the order people meet them; without pages, only those of the window."""
        found = list(self._everywhere())
        if self._window.pages:
            found += [*self._practice(), *self._go(), *self._editor(), *self._interview()]
            found += [*self._beside.all(), *self._merge(), *self._conflicts(), *self._settings(), *self._set.all()]
        return found

    def subject(self) -> tuple[str, str]:
        """The practice in front: its id and title; ``("", "")`` for none."""
        window = self._window
        place = window.place()
        if place in ("editor", "interview"):
            session = window.pages["practice"].session
            return (session.practice, window.pages["practice"].title.text()) if session.practice else ("", "")
        if place == "catalogue":
            chosen = window.pages["catalogue"].chosen
            return (chosen.current, chosen.title or self.tr("Untitled practice")) if chosen.current else ("", "")
        return "", ""

    # -- everywhere ----------------------------------------------------------------------------------------------------

    def _everywhere(self) -> Iterator[Action]:
        window, shut = self._window, self.shut()

        def make(
            name: str, words: str, does: Callable[[], object], keys: str = "", icon: str = "", reason: str = ""
        ) -> Action:
            return Action(name, "window", "page", words, does, keys, icon, reason, bound=bool(keys))

        yield make("help", self.tr("Help on this page"), lambda: window.show_help(), "F1", "question")
        if not window.pages:
            return
        yield make("commands", self.tr("Commands"), window.show_commands, "Ctrl+K", "command")
        yield make("new", self.tr("New practice"), lambda: window.show_page("practice", "new"), "Ctrl+N", "plus", shut)
        shelf = self._desk.workspace.shelf.use
        for form_id in shelf if len(shelf) > 1 else ():
            title = pick(self._desk.workspace.form_named(form_id).title, self._desk.lang, form_id)
            yield make(
                f"new-{form_id}",
                self.tr("New practice: {form}").format(form=title),
                lambda form_id=form_id: window.show_page("practice", f"new {form_id}"),
                icon="plus",
                reason=shut,
            )
        yield make("search", self.tr("Search"), window.search, "Ctrl+F", "magnifying-glass")
        yield make(
            "bring-in",
            self.tr("Import dossiers or tables"),
            lambda: window.show_page("merge", "choose"),
            "Ctrl+I",
            "tray",
            shut,
        )
        yield make(
            "blank",
            self.tr("Save a blank dossier"),
            window.pages["catalogue"].empty.save_blank,
            icon="file-text",
        )
        yield make("next-pane", self.tr("Next pane"), window.next_pane, "F6", "columns")
        if window.toast.offer:
            words = self.tr("Undo: {what}").format(what=window.toast.offer)
            yield make("take-back", words, window.toast.take_back, icon="arrow-u-up-left")
        yield make("larger", self.tr("Larger text"), lambda: window.text_size(1), "Ctrl++", "text-aa")
        yield make("smaller", self.tr("Smaller text"), lambda: window.text_size(-1), "Ctrl+-", "text-aa")
        yield make("usual-size", self.tr("Text at 100 %"), lambda: window.text_size(0), "Ctrl+0", "text-aa")

    def _go(self) -> Iterator[Action]:
        window, shut = self._window, self.shut()
        for number, (name, words, icon) in enumerate(
            (
                ("catalogue", self.tr("Catalogue"), "books"),
                ("practice", self.tr("Practice"), "note-pencil"),
                ("merge", self.tr("Merge"), "git-merge"),
                ("settings", self.tr("Settings"), "gear-six"),
            ),
            1,
        ):
            closed = shut if name in ("practice", "merge") else ""
            yield Action(
                f"go-{name}", "window", "go", words, lambda name=name: window.show_page(name), f"Ctrl+{number}", icon,
                closed, bound=True,
            )  # fmt: skip

        def conflicts() -> None:
            window.show_page("merge")
            window.pages["merge"].show_tab("conflicts")

        yield Action("go-conflicts", "window", "go", self.tr("Conflicts"), conflicts, "", "arrows-split", shut)
        for name, words, icon in (
            ("organisations", self.tr("Organisations"), "buildings"),
            ("bin", self.tr("Recycle bin"), "trash"),
            ("changes", self.tr("Changes to several practices"), "clock-counter-clockwise"),
        ):
            yield Action(f"go-{name}", "window", "go", words, lambda name=name: window.show_page(name), "", icon)
        for tab, words, icon in (
            ("general", self.tr("Settings: name, appearance, language"), "sliders-horizontal"),
            ("forms", self.tr("Settings: forms"), "list-numbers"),
            ("safety", self.tr("Settings: backups and protection"), "shield-check"),
        ):
            yield Action(
                f"go-{tab}", "window", "go", words, lambda tab=tab: window.show_page("settings", tab), "", icon
            )
        from seeddesk.gui.pages.help import titles

        for topic, title in titles(language()).items():
            yield Action(
                f"help-{topic}", "window", "go", self.tr("Help: {title}").format(title=title),
                lambda topic=topic: window.show_help(topic), "", "question",
            )  # fmt: skip

    # -- the practice in front -----------------------------------------------------------------------------------------

    def _practice(self) -> Iterator[Action]:
        window = self._window
        practice, title = self.subject()
        none = "" if practice else self.tr("no practice is chosen")
        shut = none or self.shut()
        page = window.current

        def make(
            name: str, words: str, does: Callable[[], object], keys: str = "", icon: str = "", reason: str = none
        ) -> Action:
            return Action(name, "window", "practice", words, does, keys, icon, reason, bound=name.startswith("export"))

        yield make(
            "export",
            self.tr("Export the Word dossier"),
            lambda: window.current and window.current.export(),
            "Ctrl+E",
            "file-text",
        )
        yield make(
            "export-closed",
            self.tr("Export the dossier with a password"),
            lambda: window.current and window.current.export_closed(),
            "Ctrl+Shift+E",
            "lock",
        )
        if window.place() in ("editor", "interview") and page is not None and practice:
            session = page.session
            status = basic(session.record, workflow.FIELD, session.form) or workflow.DRAFT
            for code in workflow.following(status) if session.recorded else ():
                yield make(
                    f"status-{code}",
                    self.tr("Change the status: {status}").format(
                        status=names.status(session.form, code, self._desk.lang)
                    ),
                    lambda code=code: page.set_status(code),
                    icon="flag",
                )
            shelf = self._desk.workspace.shelf.use
            for form_id in shelf if len(shelf) > 1 else ():
                if form_id != session.form.id:
                    name = pick(self._desk.workspace.form_named(form_id).title, self._desk.lang, form_id)
                    yield make(
                        f"form-{form_id}",
                        self.tr("Record it with the form: {form}").format(form=name),
                        lambda form_id=form_id: page.use_form(form_id),
                        icon="list-numbers",
                    )
        if window.place() == "catalogue":
            reading = window.pages["catalogue"].reading
            yield make(
                "open", self.tr("Open it"), lambda: window.show_page("practice", practice), icon="note-pencil",
                reason=shut,
            )  # fmt: skip
            yield make("story", self.tr("Its history, or its text"), reading.turn, icon="clock-counter-clockwise")
            yield make(
                "relations", self.tr("Its relations"), lambda: reading.show_tab("relations"), icon="share-network"
            )
            yield make(
                "organisations",
                self.tr("Its organisations"),
                lambda: reading.show_tab("organisations"),
                icon="buildings",
            )
            yield make(
                "attachments", self.tr("Its attachments"), lambda: reading.show_tab("attached"), icon="paperclip"
            )
            yield make(
                "link",
                self.tr("Link it with another practice…"),
                lambda: reading.linking.emit(practice, title),
                icon="share-network",
                reason=shut,
            )
            yield make("copy-text", self.tr("Copy it as text"), lambda: reading.copy("text"), icon="copy")
            yield make("cite", self.tr("Copy a citation of it"), lambda: reading.copy("citation"), icon="quotes")
            yield make(
                "delete", self.tr("Delete it"), lambda: reading.deleted.emit(practice, title), icon="trash", reason=shut
            )

    # -- one place each ------------------------------------------------------------------------------------------------

    def _editor(self) -> Iterator[Action]:
        page = self._window.pages["practice"]
        editor = page.editor
        away = self.away("editor")
        if not away and not self.subject()[0]:
            away = self.tr("no practice is open")

        def make(
            name: str, words: str, does: Callable[[], object] | None, keys: str = "", icon: str = "", reason: str = ""
        ) -> Action:
            return Action(f"editor-{name}", "editor", "page", words, does, keys, icon, away or reason)

        field = "" if editor.focused else self.tr("no field has the caret")
        nothing = self.tr("nothing to undo") if not page.session.can_undo else ""
        nothing_again = self.tr("nothing to redo") if not page.session.can_redo else ""
        yield make("undo", self.tr("Undo"), page.session.undo, "Ctrl+Z", "arrow-u-up-left", nothing)
        yield make("redo", self.tr("Redo"), page.session.redo, "Ctrl+Shift+Z", "arrow-u-up-right", nothing_again)
        one = "" if editor.has_quick else self.tr("this form asks for every field")
        yield make(
            "mode",
            self.tr("All fields") if editor.core_only else self.tr("Only the fields that are needed"),
            lambda: page.show_mode(not editor.core_only),
            "F4",
            "list-bullets",
            one if not away else "",
        )
        yield make(
            "scroll",
            self.tr("One section on each page") if editor.scrolls else self.tr("All sections in one scroll"),
            lambda: editor.show_scroll(not editor.scrolls),
            "Shift+F4",
            "rows",
        )
        yield make(
            "preview",
            self.tr("Dossier beside the form, or no longer"),
            lambda: page.show_preview(editor.preview.isHidden()),
            "Ctrl+Shift+D",
            "sidebar",
        )
        yield make("interview", self.tr("Interview"), page.begin_interview, "Ctrl+Shift+I", "microphone")
        yield make(
            "notes", self.tr("Notes of the interview beside the form"), editor.notes.cross, "Ctrl+T", "note-pencil"
        )
        yield make("problems", self.tr("Problems and gaps"), editor.show_problems, "Ctrl+F8", "warning")
        yield make("next-gap", self.tr("Next problem or gap"), lambda: editor.next_gap(1), "F8", "caret-down")
        yield make("last-gap", self.tr("Problem or gap before"), lambda: editor.next_gap(-1), "Shift+F8", "caret-up")
        yield make("unknown", self.tr("Not known yet"), editor.toggle_unknown, "Ctrl+U", "question", field)
        yield make(
            "history", self.tr("History of this field"), editor.show_history, "Ctrl+H", "clock-counter-clockwise", field
        )
        yield make("erase", self.tr("Erase this field from the history…"), self._erase, icon="eraser", reason=field)
        yield make(
            "spelling", self.tr("Spelling of the nearest word"), editor.spelling.offer, "Ctrl+.", "pencil-simple", field
        )
        yield make("add-row", self.tr("Add a row or card"), editor.add_row, "Ctrl+Return", "plus", field)
        yield make("before", self.tr("Section before"), lambda: editor.step(-1), "Alt+Up", "caret-up")
        yield make("after", self.tr("Section after"), lambda: editor.step(1), "Alt+Down", "caret-down")
        languages = page.session.form.languages if not away else ()
        for code in languages if len(languages) > 1 else ():
            yield make(
                f"speak-{code}",
                self.tr("Ask the questions in: {language}").format(language=language_name(code)),
                lambda code=code: editor.speak(code),
                icon="translate",
                reason=self.tr("it does already") if code == page.session.lang else "",
            )
        yield make(
            "back",
            self.tr("Back to the catalogue"),
            lambda: self._window.show_page("catalogue", page.here()),
            "Esc",
            "arrow-left",
        )
        yield make("card", self.tr("Move a card or an answer"), None, "Alt+Shift+Up")

    def _erase(self) -> None:
        """What the field in front ever said: asked once more before it is done."""
        editor = self._window.pages["practice"].editor
        editor.history.erase_next()
        editor.show_history()

    def _interview(self) -> Iterator[Action]:
        view, away = self._window.pages["practice"].interview, self.away("interview")

        def make(name: str, words: str, does: Callable[[], object] | None, keys: str, icon: str = "") -> Action:
            return Action(f"interview-{name}", "interview", "page", words, does, keys, icon, away)

        yield make("next", self.tr("Next question"), lambda: view.step(1), "Ctrl+Return", "caret-right")
        yield make("last", self.tr("Question before"), lambda: view.step(-1), "Alt+Left", "caret-left")
        yield make("unknown", self.tr("Not known yet"), view.toggle_unknown, "Ctrl+U", "question")
        yield make("notes", self.tr("To the notes and back"), view.cross, "Ctrl+T", "note-pencil")
        yield make(
            "insert", self.tr("Put the note into the open question"), lambda: view.insert(view.notes.chosen), "Ctrl+I",
            "arrow-left",
        )  # fmt: skip
        yield make("flag", self.tr("Mark the note “to ask”"), view.notes.flag, "F6", "flag")
        yield make("time", self.tr("Note only the time"), view.notes.mark_time, "F7", "timer")
        yield make("pause", self.tr("Pause the timer, or go on"), view.pause, "F9", "pause")
        yield make("close", self.tr("Leave the interview; all is saved"), view.close_up, "Esc", "x")

    def _merge(self) -> Iterator[Action]:
        returns, away = self._window.pages["merge"].returns, self.away("merge")

        def make(name: str, words: str, does: Callable[[], object] | None, keys: str = "", icon: str = "") -> Action:
            reason = away or (self.tr("no rehearsal is ready") if does is not None and not ready else "")
            return Action(f"merge-{name}", "merge", "page", words, does, keys, icon, reason)

        ready = returns.apply.isVisible() and returns.apply.isEnabled()
        yield make("apply", self.tr("Apply what is ticked"), returns.apply_plan, "Ctrl+Return", "check")
        yield make("tick", self.tr("Tick a file, or no longer"), None, "Space")
        yield make("filter", self.tr("Only one outcome: 1 new, 2 updated and so on; 0 for all"), None, "1")
        yield make("stop", self.tr("Stop the rehearsal"), None, "Esc")

    def _conflicts(self) -> Iterator[Action]:
        conflicts, away = self._window.pages["merge"].conflicts, self.away("conflicts")
        none = "" if conflicts.model.rowCount() else self.tr("no conflict is open")

        def make(
            name: str, words: str, does: Callable[[], object] | None, keys: str, icon: str = "", reason: str = none
        ) -> Action:
            return Action(f"conflicts-{name}", "conflicts", "page", words, does, keys, icon, away or reason)

        def press(key: Qt.Key) -> Callable[[], None]:
            return lambda: conflicts.queue.pressed_key.emit(key)

        nothing = none or (
            "" if conflicts.confirm.isEnabled() and conflicts.confirm.isVisible() else self.tr("no proposal")
        )
        yield make("confirm", self.tr("Confirm the proposal"), conflicts.confirm_proposal, "Return", "check", nothing)
        for letter, button in zip("ABCD", conflicts.takes, strict=True):
            gone = none or ("" if button.isVisible() else self.tr("no such version"))
            yield make(
                letter, self.tr("Keep {letter}").format(letter=letter), lambda letter=letter: conflicts.take(letter),
                letter, "check", gone,
            )  # fmt: skip
        fixed = none or (
            "" if conflicts.modify.isVisible() and conflicts.modify.isEnabled() else self.tr("this is no text")
        )
        yield make("edit", self.tr("Edit the text"), conflicts.edit, "E", "pencil-simple", fixed)
        yield make("keep", self.tr("Keep the text you edited"), None, "Ctrl+Return")
        yield make("later", self.tr("Postpone"), conflicts.postpone, "P", "caret-right")
        yield make("next", self.tr("Next practice"), press(Qt.Key.Key_N), "N", "caret-down")
        yield make("marks", self.tr("Differences, or the whole text"), press(Qt.Key.Key_D), "D", "text-aa")
        yield make("open", self.tr("Open the practice at this field"), press(Qt.Key.Key_S), "S", "note-pencil")
        undone = "" if conflicts.pending else self.tr("nothing to undo")
        yield make("undo", self.tr("Undo the last decision"), conflicts.take_back, "Ctrl+Z", "arrow-u-up-left", undone)

    def _settings(self) -> Iterator[Action]:
        window = self._window

        def make(name: str, words: str, does: Callable[[], object], icon: str = "", reason: str = "") -> Action:
            return Action(f"settings-{name}", "window", "go", words, does, "", icon, reason)

        chosen = self._desk.settings.theme or "system"
        for scheme, words in (
            ("light", self.tr("Colours: light")),
            ("dark", self.tr("Colours: dark")),
            ("contrast", self.tr("Colours: high contrast")),
            ("system", self.tr("Colours: same as the system")),
        ):
            already = self.tr("they are already") if scheme == chosen else ""
            yield make(
                scheme,
                words,
                lambda scheme=scheme: window.pages["settings"].scheme.chosen.emit(scheme),
                "palette",
                already,
            )

        def back_up() -> None:
            window.show_page("settings", "safety")
            window.pages["settings"].safety.now.click()

        yield make("backup", self.tr("Back up now"), back_up, "copy", self.shut())
        yield make(
            "move",
            self.tr("Go on in another folder…"),
            lambda: window.pages["settings"].move_catalogue(),
            "folder-open",
        )

    # -- why not -------------------------------------------------------------------------------------------------------

    def shut(self) -> str:
        """Why nothing can be written; "" when it can."""
        return self.tr("this catalogue is open for reading only") if self._desk.read_only else ""

    def away(self, place: str) -> str:
        """Why an action of a place cannot be done where one is."""
        if self._window.place() == place:
            return ""
        return {
            "catalogue": self.tr("only in the catalogue"),
            "bin": self.tr("only in the recycle bin"),
            "organisations": self.tr("only among the organisations"),
            "changes": self.tr("only among the changes to several practices"),
            "editor": self.tr("only in the editor"),
            "interview": self.tr("only in the interview"),
            "merge": self.tr("only among the returns"),
            "conflicts": self.tr("only among the conflicts"),
        }[place]
