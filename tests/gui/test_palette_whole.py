"""Every button of every page can be pressed from Ctrl K too. Walked through in process: what is new on a page and missing there fails here."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from seeddesk.gui.offered import is_offered, offered
from seeddesk.gui.pages.facets import Facets
from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.segment import Segment

from .cataloguing import three
from .conftest import LONG, made_whole, opened, record, settle

pytestmark = pytest.mark.gui

# What stands on a button, and the action that does the same under other words.
SAME = {
    "Come cercare": "help-search",
    "Ordinate per: Aggiornate di recente": "catalogue-columns",
    "Apri": "open",
    "Dossier": "export",
    "Esporta dossier": "export",
    "Dossier con una password": "export-closed",
    "Copia questa pratica": "copy-text",
    "Elimina questa pratica": "delete",
    "Collega un'altra pratica…": "link",
    "Che cosa leggere: Testo": "story",
    "Che cosa leggere: Storia": "story",
    "Che cosa leggere: Allegati": "attachments",
    "Che cosa leggere: Relazioni": "relations",
    "Che cosa leggere: Organizzazioni": "organisations",
    "I loro dossier": "catalogue-many-dossiers",
    "Come tabella": "catalogue-many-xlsx",
    "Che cosa fare: Un campo": "catalogue-many-field",
    "Che cosa fare: Parole chiave": "catalogue-many-tags",
    "Che cosa fare: Stato": "catalogue-many-status",
    "Che cosa fare: Elimina": "catalogue-many-delete",
    "Torna a una": "catalogue-enter",
    "Ordine: Più pratiche": "organisations-practices",
    "Ordine: Nome": "organisations-name",
    "Generali": "go-general",
    "Moduli": "go-forms",
    "Sicurezza": "go-safety",
    "Rientri": "go-merge",
    "Conflitti": "go-conflicts",
    "Modifiche a più pratiche": "go-changes",
    "Apri la cartella": "settings-folder",
    "Apri la cartella dei dizionari": "settings-dictionaries",
    "Apri un altro…": "settings-open",
    "Usa il modello del tuo centro… (Italiano)": "settings-template-it",
    "Usa il modello del tuo centro… (English)": "settings-template-en",
    "Parti dal modello di SeedDesk… (Italiano)": "settings-template-ours-it",
    "Parti dal modello di SeedDesk… (English)": "settings-template-ours-en",
    "Fai una copia ora": "settings-backup",
    "Scegli una cartella…": "settings-second",
    "Scegli i file": "bring-in",
    "Importa dei dossier": "bring-in",
    "Anteprima": "editor-preview",
    "Sezione seguente": "editor-after",
    "Vai al prossimo": "editor-next-gap",
    "Elencali": "editor-problems",
    "Pausa": "interview-pause",
    "Chiudi": "interview-close",
    "Indietro": "interview-last",
    "Avanti": "interview-next",
    "Altri file": "bring-in",
}
# What is no action of its own, and why.
PARTS = {
    "Cambia lo stato": "a menu whose entries are all in the palette",
    "Altro su questa pratica": "a menu whose entries are all in the palette",
}


def excused(button: QAbstractButton) -> bool:
    """A value that is chosen, not something that is done: settings that say what is chosen among, filters (they are typed in the search box
    too), answers, the sections of a form (Alt Down, and the list of problems lead there)."""
    within = [button]
    while within[-1].parentWidget() is not None:
        within.append(within[-1].parentWidget())
    kinds = {type(each).__name__ for each in within}
    return (
        (not isinstance(button, Button) and bool(kinds & {"Facets", "SectionView", "SectionsList"}))
        or any(isinstance(each, Segment | Facets) for each in within)
        or button.accessibleName() in PARTS
    )


def missing(window) -> Iterator[str]:
    """What can be pressed on the page in front and not in the palette."""
    page = window.current
    actions = window.actions_known.all()
    ids, words = {action.id for action in actions}, {action.words.casefold() for action in actions}
    found = " | ".join(action.words for action in offered(page))
    for button in page.findChildren(QAbstractButton):
        name = button.accessibleName() or button.text()
        if not button.isVisible() or not button.isEnabled() or excused(button):
            continue
        if is_offered(button, page):
            if name not in found:
                yield name
        elif SAME.get(name, SAME.get(name.partition(":")[0])) not in ids and name.casefold().rstrip("…") not in {
            each.rstrip("…") for each in words
        }:
            yield f"{type(button).__name__}: {name}"


def test_every_button_of_the_catalogue_is_in_the_palette(qtbot, program, window):
    page = three(qtbot, program)
    window.resize(1400, 900)
    assert list(missing(window)) == []
    for tab in ("relations", "organisations", "attached"):
        page.reading.show_tab(tab)
        settle(qtbot, program)
        assert list(missing(window)) == [], tab
    page.list.selectAll()
    settle(qtbot, program)
    assert list(missing(window)) == []


@pytest.mark.parametrize("name", ["organisations", "bin", "changes", "merge"])
def test_every_button_of_a_page_beside_it_is_in_the_palette(qtbot, program, window, name):
    three(qtbot, program)
    window.show_page(name)
    settle(qtbot, program)
    assert list(missing(window)) == []
    if name != "merge":
        window.current.box.setText("zzz")
        settle(qtbot, program)
    else:
        window.current.show_tab("conflicts")
    assert list(missing(window)) == []


def test_every_button_of_the_settings_is_in_the_palette(qtbot, program, window):
    record(qtbot, program)
    for tab in ("general", "forms", "safety"):
        window.show_page("settings", tab)
        settle(qtbot, program)
        assert list(missing(window)) == [], tab


def test_every_button_of_the_editor_and_of_the_interview_is_in_the_palette(qtbot, program, window):
    page = opened(qtbot, program, record(qtbot, program))
    for number in range(len(page.session.form.sections)):
        page.editor.show_section(number)
        made_whole(page.editor)
        for repeat in page.editor.view.placed.repeats.values():
            repeat.add_row()
        settle(qtbot, program)
        assert list(missing(window)) == [], number
    page.show_preview(True)
    settle(qtbot, program)
    assert list(missing(window)) == []
    page.begin_interview()
    settle(qtbot, program)
    assert list(missing(window)) == []


def run(qtbot, window, typed: str) -> None:
    """Ctrl K, some letters, Enter."""
    window.show_commands()
    palette = window._commanding.palette
    qtbot.keyClicks(palette.line, typed)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)


def test_a_form_is_tried_out_from_there(qtbot, program, window, monkeypatch):
    window.show_page("settings", "forms")
    settle(qtbot, program)
    tried = []
    monkeypatch.setattr(window.current.forms, "preview", tried.append)
    run(qtbot, window, "prova pratica")
    qtbot.waitUntil(lambda: bool(tried), timeout=LONG)
    assert program.desk.settings.used_actions == ""  # what is offered for a moment is not remembered


def test_a_card_is_removed_from_there_and_taken_back_from_there(qtbot, program, window):
    row = f"partners[{'a' * 32}]"
    page = opened(qtbot, program, record(qtbot, program, **{row: "a0", f"{row}.name": "Ambulanti"}))
    page.editor.show_section(page.editor.section_of("partners[].name"))
    made_whole(page.editor)
    page.editor.view.placed.repeats["partners"].open_row(row)
    settle(qtbot, program)
    run(qtbot, window, "togli ambulanti")
    qtbot.waitUntil(lambda: page.session.record.rows("partners") == [], timeout=LONG)
    run(qtbot, window, "annulla stata tolta")
    qtbot.waitUntil(lambda: page.session.record.rows("partners") == [row], timeout=LONG)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_what_is_said_beside_the_form_says_in_the_palette_what_it_is_about(qtbot, program, window):
    record(qtbot, program)
    page = window.pages["practice"]
    window.show_page("practice", "new")
    qtbot.waitUntil(lambda: bool(page.editor.views), timeout=LONG)
    settle(qtbot, program)
    box = page.editor.view.box("title")
    box.focus()
    qtbot.keyClicks(box.input, "Orti di comunita")
    qtbot.waitUntil(
        lambda: any(action.words.startswith("Collega · Una pratica") for action in offered(page)), timeout=LONG
    )
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
