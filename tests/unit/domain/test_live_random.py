"""Whatever a form says and whatever is edited: following the edits equals evaluating everything from scratch."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.logic import Logic
from seeddesk.domain.paths import template_of
from seeddesk.domain.record import Record
from tests.unit.domain.random_forms import NOW, Drawing, Editing


def walk(seed: int, edits: int = 12) -> None:
    """Edit a record of a random form, comparing after each edit."""
    form = Drawing(seed).form()
    logic = Logic(form)
    live = logic.live(Record(), NOW, new=seed % 2 == 0)
    editing = Editing(form, seed)
    assert live.evaluation == logic.evaluate(Record(dict(live.record.values)), NOW)
    for _ in range(edits):
        before = dict(live.record.values)
        seen = look(live)
        change = editing.edit(live)
        outcome = live.change(change)
        after = live.record.values
        moved = {path for path in {*before, *after} if before.get(path) != after.get(path)}
        assert moved <= {*change, *outcome.set}
        assert all(after[path] == value for path, value in outcome.set.items())
        editing.steps.append({path: before.get(path) for path in {*change, *outcome.set}})
        assert live.evaluation == logic.evaluate(Record(dict(after)), NOW)
        now = look(live)
        assert now == look(logic.live(Record(dict(after)), NOW))
        assert {path for path in now if path in seen and now[path] != seen[path]} <= outcome.judged
    again = logic.live(Record(dict(live.record.values)), NOW)
    assert again.beginnings == {}
    assert again.evaluation == live.evaluation


def look(live) -> dict[str, object]:
    """All that a window shows of each question that is there: its state, its words, its choices."""
    form, evaluation = live.logic.form, live.evaluation
    problems = list(evaluation.problems)
    rows = ["", *(path for path in live.record.values if path.endswith("]") and live.record.alive(path))]
    found = {}
    for field in form.fields.values():
        around = field.template[: field.template.rfind("]") + 1]
        for row in rows:
            path = row + field.template[len(around) :]
            if around != template_of(row) or path in evaluation.hidden:
                continue
            found[path] = (
                path in evaluation.missing,
                [problem for problem in problems if problem.path == path],
                live.words(path, field.label, "en"),
                live.choices(path),
            )
    return found


@pytest.mark.parametrize("seed", range(60))
def test_following_edits_equals_evaluating_everything(seed):
    walk(seed)


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=1000))
def test_and_on_forms_nobody_has_seen(seed):
    walk(seed, edits=6)
