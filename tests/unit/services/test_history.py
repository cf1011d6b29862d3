"""Looking back: what every save changed, and taking earlier values back."""

import time
from dataclasses import replace

import pytest

from seeddesk.domain.errors import NotFound
from seeddesk.services import history, recording
from tests.support.catalogues import GARDENS, add_row, edit, exchange, record, remove_row, values


def _kinds(workspace, practice):
    return [saved.kind for saved in history.of_practice(workspace, practice)]


def _give_back(workspace, practice, path, dot):
    """As the editor does: into an open draft, which is saved."""
    draft = recording.open_draft(workspace, practice)
    return recording.save(workspace, draft, history.value_at(workspace, practice, path, dot))[1]


def _change(saved, path):
    return next(change for change in saved.changes if change.path == path)


def test_a_save_tells_each_field_before_and_after_in_words(workspace):
    practice = record(workspace)
    edit(workspace, practice, title="Orti condivisi", level_of_action="local")
    last, first = history.of_practice(workspace, practice)
    title = _change(last, "title")
    assert (title.label, title.before_text, title.after_text) == ("Titolo", GARDENS["title"], "Orti condivisi")
    assert (last.kind, first.kind, last.author) == ("edited", "created", "Ada")
    assert _change(last, "level_of_action").after_text not in ("", "local")
    assert _change(first, "title").before is None


def test_what_a_save_changed_is_told_against_what_its_author_had_seen(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    edit(ada, practice, title="Di Ada")
    edit(bo, practice, title="Di Bo")
    exchange(ada, bo)
    latest = [_change(saved, "title") for saved in history.of_practice(ada, practice)[:2]]
    assert {change.before_text for change in latest} == {GARDENS["title"]}
    assert {change.state for change in latest} == {"conflict"}


def test_the_history_knows_deletions_their_taking_back_and_steps_of_the_workflow(workspace):
    practice = record(workspace)
    recording.change_status(workspace, practice, "archived")
    recording.delete(workspace, practice)
    recording.restore(workspace, practice)
    assert _kinds(workspace, practice) == ["restored", "deleted", "status", "created"]
    status = _change(history.of_practice(workspace, practice)[2], "status")
    assert (status.before_text, status.after_text) == ("Bozza", "Archiviata")


def test_rows_are_told_by_what_stands_in_them(workspace):
    practice = record(workspace)
    row = add_row(workspace, practice, "partners", name="Cooperativa Aurora", role="evaluator")
    remove_row(workspace, practice, row)
    removed, added, _ = history.of_practice(workspace, practice)
    assert (_change(removed, row).change, _change(removed, row).before_text) == ("removed", "Cooperativa Aurora")
    assert (_change(added, row).change, _change(added, row).after_text) == ("added", "Cooperativa Aurora")
    role = _change(added, f"{row}.role")
    assert (role.label, role.row, role.after_text) == ("Partner · Ruolo", "Cooperativa Aurora", "Valutatore")


def test_what_was_erased_is_told_without_its_words(workspace):
    practice = record(workspace, contact__name="Ida")
    recording.redact(workspace, practice, ["contact.name"], "richiesta")
    erasing, first = history.of_practice(workspace, practice)
    assert erasing.kind == "erased"
    for saved in (erasing, first):
        assert (_change(saved, "contact.name").change, _change(saved, "contact.name").after) == ("erased", None)
    given = history.of_field(workspace, practice, "contact.name")
    assert [(one.state, one.text) for one in given] == [("erased", "richiesta")]


def test_an_earlier_value_comes_back_by_a_new_save(workspace):
    practice = record(workspace)
    edit(workspace, practice, title="Altro")
    newest, oldest = history.of_field(workspace, practice, "title")
    assert (newest.text, oldest.text) == ("Altro", GARDENS["title"])
    changes = _give_back(workspace, practice, "title", oldest.dot)
    assert changes.practices == {practice}
    assert values(workspace, practice)["title"] == GARDENS["title"]
    assert [given.state for given in history.of_field(workspace, practice, "title")] == [
        "current",
        "replaced",
        "replaced",
    ]
    assert not _give_back(workspace, practice, "title", oldest.dot).practices


def test_fields_that_belong_together_come_back_together(workspace):
    practice = record(workspace, budget_total="1000", currency="EUR")
    edit(workspace, practice, budget_total="2000", currency="RON")
    first = history.of_field(workspace, practice, "budget_total")[-1]
    _give_back(workspace, practice, "budget_total", first.dot)
    assert (values(workspace, practice)["budget_total"], values(workspace, practice)["currency"]) == ("1000", "EUR")


def test_a_removed_row_comes_back_whole(workspace):
    practice = record(workspace)
    row = add_row(workspace, practice, "partners", name="Aurora")
    added = history.of_field(workspace, practice, row)[-1]
    remove_row(workspace, practice, row)
    assert f"{row}.name" not in values(workspace, practice)
    _give_back(workspace, practice, row, added.dot)
    assert values(workspace, practice)[f"{row}.name"] == "Aurora"


def test_a_cell_of_a_removed_row_brings_its_row_along(workspace):
    practice = record(workspace)
    row = add_row(workspace, practice, "partners", name="Aurora")
    given = history.of_field(workspace, practice, f"{row}.name")[-1]
    remove_row(workspace, practice, row)
    _give_back(workspace, practice, f"{row}.name", given.dot)
    assert values(workspace, practice)[row]


def test_a_save_that_gave_a_field_nothing_has_nothing_to_give_back(workspace):
    practice = record(workspace)
    first = history.of_practice(workspace, practice)[0]
    with pytest.raises(NotFound, match="holds no value"):
        history.value_at(workspace, practice, "website", first.dot)


def test_five_hundred_saves_are_shown_in_no_more_than_a_few_times_their_reading(workspace):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    with workspace.catalogue.write() as tx:
        saves = []
        for number in range(500):
            text = {"short_description": f"Frase {number}."}
            saves.append(recording.make_revision(workspace, tx, draft, text, "typed", followed=True))
            draft = replace(draft, values={**draft.values, **text}, seen={"short_description": (saves[-1].dot,)})
        tx.append(saves)
    begun = time.process_time()
    with workspace.catalogue.read() as view:
        state = view.state(practice)
    reading = time.process_time() - begun
    begun = time.process_time()
    saved = history.of_practice(workspace, practice)
    spent = time.process_time() - begun
    assert (len(saved), state.revisions) == (501, 501)
    assert spent < 8 * reading


def test_what_one_person_typed_within_minutes_is_told_as_one_from_before_to_after(workspace):
    practice = record(workspace)
    for title in ("Orti", "Orti c", "Orti condivisi"):
        edit(workspace, practice, title=title)
    row = add_row(workspace, practice, "partners", name="Aurora")
    saves = history.of_practice(workspace, practice)
    (told,) = history.sittings(saves)
    assert (told.kind, told.author, told.dot) == ("created", "Ada", saves[0].dot)
    assert _change(told, "title").after_text == "Orti condivisi"
    assert _change(told, "title").before is None
    assert _change(told, row).change == "added"


def test_a_sitting_ends_with_another_person_another_route_a_decision_or_ten_minutes(workspace):
    practice = record(workspace)
    edit(workspace, practice, title="A")
    edit(workspace, practice, title="B")
    last, middle, first = history.of_practice(workspace, practice)
    assert len(history.sittings((last, middle, first))) == 1
    later = "2036" + last.time[4:]
    for other in (
        replace(last, author="Bo"),
        replace(last, origin="dossier x.docx"),
        replace(last, kind="decided"),
        replace(last, time=later),
    ):
        assert len(next(iter(history.sittings((other, middle, first)))).changes) == 1
        assert history.sittings((other, middle, first))[0] == other


def test_what_was_typed_and_taken_back_in_one_sitting_is_not_told(workspace):
    practice = record(workspace)
    recording.change_status(workspace, practice, "archived")
    edit(workspace, practice, title="Per sbaglio")
    edit(workspace, practice, title=GARDENS["title"])
    told = history.sittings(history.of_practice(workspace, practice))
    assert [save.kind for save in told] == ["edited", "status", "created"]
    assert told[0].changes == ()


def test_changes_are_told_in_the_order_of_the_form(workspace):
    practice = record(workspace)
    paths = [change.path for change in history.of_practice(workspace, practice)[0].changes]
    order = list(workspace.form.fields)
    assert paths == sorted(paths, key=order.index)
    assert len(paths) > 3
