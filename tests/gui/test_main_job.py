"""The main job with mouse and keys: record, find, export, merge what comes back, decide."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from seeddesk.gui.pages.exporting import dossier_folder
from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.text import Text
from seeddesk.services import cataloguing, merging

from ..support.returned import send
from .conftest import LONG, edit, record, settle
from .documents import edit_dossier

pytestmark = pytest.mark.gui


def export(qtbot, program) -> Path:
    """Ctrl E on the catalogue; the file that was written."""
    catalogue = program.window.pages["catalogue"]
    catalogue.export()
    qtbot.waitUntil(catalogue.banner.isVisible, timeout=LONG)
    return next(dossier_folder().glob("*.docx"))


def rehearse(qtbot, program, *files: Path):
    """Drop files; the page when the rehearsal is there."""
    program.window.bring_in([str(file) for file in files])
    returns = program.window.pages["merge"].returns
    qtbot.waitUntil(lambda: returns.report is not None, timeout=LONG)
    return returns


def apply(qtbot, program, returns) -> None:
    returns.apply.click()
    qtbot.waitUntil(lambda: not returns.model.ticking, timeout=LONG)
    settle(qtbot, program)


def test_a_practice_typed_is_saved_and_found(qtbot, program, window):
    window.show_page("practice", "new")
    page = window.pages["practice"]
    qtbot.waitUntil(lambda: bool(page.editor.views), timeout=LONG)
    title = page.editor.views[0].box("title")
    qtbot.waitUntil(title.input.hasFocus, timeout=LONG)
    qtbot.keyClicks(title.input, "La corriera che ascolta")
    assert not page.status.truth.startswith("Salvato")
    qtbot.waitUntil(lambda: page.status.truth.startswith("Salvato"), timeout=LONG)
    window.show_page("catalogue")
    catalogue = window.pages["catalogue"]
    qtbot.keyClicks(catalogue.box, "corrie")
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
    assert catalogue.model.index(0).data() == "La corriera che ascolta"


def test_a_search_that_finds_nothing_says_so_and_can_be_cleared(qtbot, program, window):
    record(qtbot, program)
    catalogue = window.pages["catalogue"]
    qtbot.keyClicks(catalogue.box, "zzz")
    qtbot.waitUntil(lambda: catalogue._lists.currentIndex() == 1, timeout=LONG)
    catalogue._try("")
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
    assert catalogue._lists.currentIndex() == 0


def test_a_facet_narrows_the_list(qtbot, program, window):
    record(qtbot, program)
    record(qtbot, program, title="Skupnostni vrtovi", country="SI")
    catalogue = window.pages["catalogue"]
    countries = catalogue.facets._groups["country"]
    qtbot.waitUntil(lambda: set(countries._rows) == {"IT", "SI"}, timeout=LONG)
    countries._rows["SI"].click()
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
    assert catalogue.model.index(0).data() == "Skupnostni vrtovi"


def test_an_edited_dossier_changes_only_what_was_edited(qtbot, program, window, tmp_path):
    practice = record(qtbot, program)
    file = edit_dossier(export(qtbot, program), tmp_path / "tornato.docx", ("410 persone", "420 persone"))
    returns = rehearse(qtbot, program, file)
    report = returns.report.files[0]
    assert report.status == "updated"
    assert [path for path, (_, change) in report.fields.items() if change == "changed"] == ["need"]
    assert returns.model.applicable == 1
    apply(qtbot, program, returns)
    window.show_page("practice", practice)
    session = window.pages["practice"].session
    qtbot.waitUntil(lambda: session.practice == practice, timeout=LONG)
    assert "420 persone" in session.values["need"]


def test_a_merge_that_is_stopped_says_what_is_in_and_goes_on_with_the_rest(
    qtbot, program, window, tmp_path, monkeypatch
):
    monkeypatch.setattr(merging, "TOGETHER", 1)
    files = []
    for number in range(3):
        practice = record(qtbot, program, title=f"Pratica {number}")
        sent = send(program.desk.workspace, practice, tmp_path / practice)
        files.append(edit_dossier(sent, tmp_path / f"{number}.docx", ("410 persone", "420 persone")))
    returns = rehearse(qtbot, program, *files)
    take = merging.import_files
    announced: list[object] = []
    program.desk.changed.connect(announced.append)

    def stopped(*arguments, progress, **more):
        step = progress.step

        def stepped(done, total, what=""):
            if done == 1:
                returns._stopping = True
                progress.cancel()
            step(done, total, what)

        return take(*arguments, progress=SimpleNamespace(step=stepped), **more)

    monkeypatch.setattr(merging, "import_files", stopped)
    apply(qtbot, program, returns)
    monkeypatch.setattr(merging, "import_files", take)
    assert returns.banner.words == "Fermato: 1 unito. 2 file non sono stati raggiunti."
    assert [len(changes.practices) for changes in announced] == [1]
    returns.banner._act.click()
    qtbot.waitUntil(lambda: returns.model.ticking and len(returns.model.ticked) == 2, timeout=LONG)
    apply(qtbot, program, returns)
    assert returns.banner.words.startswith("2 uniti.")


def test_a_merge_that_is_stopped_before_anything_is_in_says_so(qtbot, program, window, tmp_path, monkeypatch):
    record(qtbot, program)
    file = edit_dossier(export(qtbot, program), tmp_path / "tornato.docx", ("410 persone", "420 persone"))
    returns = rehearse(qtbot, program, file)
    take = merging.import_files

    def stopped(*arguments, **more):
        returns.cancel()
        return take(*arguments, **more)

    monkeypatch.setattr(merging, "import_files", stopped)
    returns.apply.click()
    qtbot.waitUntil(lambda: returns._job is None, timeout=LONG)
    settle(qtbot, program)
    assert returns.banner.words == "Fermato. Non è stato unito niente."
    assert returns.model.ticking
    assert returns.apply.isEnabled()


def test_a_rehearsal_writes_nothing(qtbot, program, window, tmp_path):
    practice = record(qtbot, program)
    file = edit_dossier(export(qtbot, program), tmp_path / "tornato.docx", ("410 persone", "420 persone"))
    rehearse(qtbot, program, file)
    window.show_page("practice", practice)
    session = window.pages["practice"].session
    qtbot.waitUntil(lambda: session.practice == practice, timeout=LONG)
    assert "410 persone" in session.values["need"]


def test_a_rehearsal_that_ends_leaves_whoever_writes_meanwhile_alone(qtbot, program, window, tmp_path):
    practice = record(qtbot, program)
    file = edit_dossier(export(qtbot, program), tmp_path / "tornato.docx", ("410 persone", "420 persone"))
    window.show_page("practice", (practice, "need"))
    page, returns = window.pages["practice"], window.pages["merge"].returns
    qtbot.waitUntil(lambda: bool(page.editor.views) and page.editor.view.box("need") is not None, timeout=LONG)
    need = page.editor.view.box("need").input
    need.setFocus()
    returns.rehearse([str(file)])
    qtbot.waitUntil(lambda: returns.report is not None, timeout=LONG)
    assert need.hasFocus()
    assert "1 file" in window.toast._text.text()
    window.show_page("merge")
    assert returns.table.hasFocus()


def test_a_file_that_is_no_dossier_is_refused_with_its_reason(qtbot, program, window, tmp_path):
    wrong = tmp_path / "preventivo.docx"
    wrong.write_bytes(b"not a document")
    returns = rehearse(qtbot, program, wrong)
    assert returns.report.files[0].status == "refused"
    assert len(returns.changes(returns.report.files[0])) > 20
    assert not returns.apply.isEnabled()


def test_what_was_refused_is_still_named_with_its_reason_once_the_rest_is_merged(qtbot, program, window, tmp_path):
    """Whoever asks for the file again needs its name: the list kept what was merged, and nothing else."""
    practice = record(qtbot, program)
    sent = export(qtbot, program)
    back = edit_dossier(sent, tmp_path / "ritorno.docx", ("410 persone", "420 persone"))
    broken = tmp_path / "rotto.docx"
    broken.write_bytes(sent.read_bytes()[:3000])
    returns = rehearse(qtbot, program, back, broken)
    settle(qtbot, program)
    apply(qtbot, program, returns)
    assert [(Path(file.path).name, file.status) for file in returns.report.files] == [
        ("ritorno.docx", "updated"),
        ("rotto.docx", "refused"),
    ]
    assert "420 persone" in cataloguing.show(program.desk.workspace, practice).record.text("need")


def test_a_text_outside_every_field_can_be_read_and_copied(qtbot, program, window, tmp_path):
    from docx import Document

    record(qtbot, program)
    file = export(qtbot, program)
    document = Document(str(file))
    document.add_paragraph("Il sindaco chiede di sentirci prima di marzo.")
    document.save(str(file))
    returns = rehearse(qtbot, program, file)
    assert returns.changes(returns.report.files[0]) == "nessuna modifica, 1 testo rimasto fuori"
    pane = returns.pane
    box = pane.findChild(QPlainTextEdit)
    assert "Il sindaco chiede di sentirci prima di marzo." in box.toPlainText()
    next(button for button in pane.findChildren(Button) if button.text() == "Copia").click()
    assert "Il sindaco chiede di sentirci prima di marzo." in QGuiApplication.clipboard().text()


def test_a_field_the_document_no_longer_has_is_named(qtbot, program, window, tmp_path):
    from docx import Document
    from docx.oxml.ns import qn

    record(qtbot, program)
    file = export(qtbot, program)
    document = Document(str(file))
    kept = program.desk.form.field("website").label["it"]
    for control in document.element.body.iter(qn("w:sdt")):
        if any(tag.get(qn("w:val")) == "sd:website" for tag in control.iter(qn("w:tag"))):
            row = next((one for one in control.iterancestors() if one.tag in (qn("w:tr"), qn("w:tbl"))), control)
            row.getparent().remove(row)
            break
    document.save(str(file))
    pane = rehearse(qtbot, program, file).pane
    assert any(kept in text.text().splitlines() for text in pane.findChildren(Text))


@pytest.fixture
def conflict(qtbot, program, window, tmp_path):
    """A practice whose lead organisation was changed here and in a dossier; the page of conflicts, its conflict in front."""
    practice = record(qtbot, program)
    file = edit_dossier(export(qtbot, program), tmp_path / "tornato.docx", ("Associazione L'Orto", "Consorzio L'Orto"))
    edit(qtbot, program, practice, lead_org__name="Cooperativa L'Orto")
    returns = rehearse(qtbot, program, file)
    assert returns.report.files[0].status == "conflict"
    apply(qtbot, program, returns)
    merge = window.pages["merge"]
    merge.show_tab("conflicts")
    qtbot.waitUntil(lambda: merge.conflicts._current is not None, timeout=LONG)
    merge.conflicts.practice = practice
    return merge.conflicts


def value(qtbot, program, practice: str) -> object:
    from seeddesk.services import cataloguing

    found = []
    program.desk.read(program.window, lambda ws: cataloguing.show(ws, practice), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0].record.get("lead_org.name"), len(found[0].conflicts)


def test_a_conflict_shows_both_values_and_is_decided_by_a_letter(qtbot, program, conflict):
    shown = conflict._current
    assert {version.value for version in shown.versions} == {"Cooperativa L'Orto", "Consorzio L'Orto"}
    wanted = next(version for version in shown.versions if version.value == "Consorzio L'Orto")
    qtbot.keyClick(conflict.queue, getattr(Qt.Key, f"Key_{wanted.letter}"))
    conflict.flush()
    settle(qtbot, program)
    assert value(qtbot, program, conflict.practice) == ("Consorzio L'Orto", 0)
    assert program.window.rail.tiles["merge"]._count == 0


def test_the_last_decision_of_a_practice_is_said_with_the_name_of_its_field(qtbot, program, conflict):
    field = program.desk.form.field("lead_org.name").label["it"]
    qtbot.keyClick(conflict.queue, Qt.Key.Key_A)
    assert field in program.window.toast.findChild(Text).text()


def test_a_decision_is_taken_back_before_it_is_written(qtbot, program, conflict):
    qtbot.keyClick(conflict.queue, Qt.Key.Key_A)
    assert conflict.pending == 1
    assert conflict._current is None
    conflict.take_back()
    assert conflict.pending == 0
    assert conflict._current is not None
    settle(qtbot, program)
    assert value(qtbot, program, conflict.practice)[1] == 1


def test_going_to_another_page_writes_the_decision(qtbot, program, window, conflict):
    qtbot.keyClick(conflict.queue, Qt.Key.Key_A)
    window.show_page("catalogue")
    settle(qtbot, program)
    assert value(qtbot, program, conflict.practice)[1] == 0


def test_a_text_of_ones_own_decides_too(qtbot, program, conflict):
    qtbot.keyClick(conflict.queue, Qt.Key.Key_E)
    box = conflict.view.editing
    assert box is not None
    box.setPlainText("Consorzio Cooperativo L'Orto")
    conflict.save.click()
    conflict.flush()
    settle(qtbot, program)
    assert value(qtbot, program, conflict.practice) == ("Consorzio Cooperativo L'Orto", 0)


def test_enter_does_nothing_while_there_is_no_proposal(qtbot, program, conflict):
    assert conflict._current.proposal is None
    qtbot.keyClick(conflict.queue, Qt.Key.Key_Return)
    assert conflict.pending == 0


def test_a_deleted_practice_comes_back_from_the_toast(qtbot, program, window):
    practice = record(qtbot, program)
    catalogue = window.pages["catalogue"]
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
    catalogue.reading.deleted.emit(practice, "Orti di comunità")
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 0, timeout=LONG)
    catalogue.take_back()
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)


def test_a_deleted_practice_is_found_among_the_deleted_and_brought_back(qtbot, program, window):
    practice = record(qtbot, program)
    catalogue = window.pages["catalogue"]
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
    catalogue._delete(practice, "Orti di comunità")
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 0, timeout=LONG)
    window.show_page("bin")
    page = window.pages["bin"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=LONG)
    page.restore.click()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=LONG)
    settle(qtbot, program)
    page.back()
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
