"""Random changes of many, random edits since: what is taken back, and what is left alone."""

import random
from datetime import date

import pytest

from seeddesk.domain.state import group_of
from seeddesk.services import bulk, recording
from tests.support.catalogues import add_row, edit, exchange, record, values
from tests.unit.services.test_taking_back import change, revisions, take_back

EDITS = (
    bulk.Set("title", "Uguale"),
    bulk.Set("country", "SI"),
    bulk.Set("level_of_action", "local"),
    bulk.Set("currency", "RON"),
    bulk.Set("need", None),
    bulk.Tag(add=("mercato",), remove=("orti",)),
    bulk.Move("archived"),
)
LATER = {
    "title": ("Altro", "Uguale", "Ancora"),
    "country": ("HR", "SI"),
    "level_of_action": ("local", "regional"),
    "budget_total": ("1000", "2000"),
    "tags": (("orti", "mercato"), ("piazza",)),
    "need": ("Altro bisogno.",),
    "overview": ("Tutto un altro testo.",),
}


@pytest.mark.parametrize("seed", range(16))
def test_each_field_is_what_it_was_if_nobody_changed_it_since_and_nothing_else_moves(new_workspace, seed):
    chance = random.Random(seed)
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practices = [
        record(ada, title=f"Pratica {n}", tags=("orti", "quartiere"), budget_total="500", currency="EUR")
        for n in range(4)
    ]
    add_row(ada, practices[0], "locations", place="Ponte")
    for _ in range(chance.randrange(3)):
        change(ada, chance.sample(practices, 3), chance.choice(EDITS))
    exchange(ada, bo)
    was = {practice: values(ada, practice) for practice in practices}
    name = change(ada, practices, chance.choice(EDITS))
    wrote = {practice: values(ada, practice) for practice in practices}
    if wrote == was:  # all of them were so already: there was no change
        return
    touched = {practice: set() for practice in practices}
    for _ in range(chance.randrange(8)):
        who, practice, path = chance.choice((ada, bo)), chance.choice(practices), chance.choice(list(LATER))
        exchange(ada, bo)
        before = values(who, practice)
        if chance.random() < 0.2:
            other = change(
                who, [practice, chance.choice(practices)], bulk.Set("overview", chance.choice(("Uno.", "Due.")))
            )
            if chance.random() < 0.5:
                take_back(who, other)
            touched[practice].add("overview")
            continue
        edit(who, practice, **{path: chance.choice(LATER[path])})
        after = values(who, practice)
        touched[practice] |= {path for path in {*before, *after} if before.get(path) != after.get(path)}
    exchange(ada, bo)
    now = {practice: values(ada, practice) for practice in practices}
    known = revisions(ada)
    take_back(ada, name)
    form = ada.form
    for practice in practices:
        is_now = values(ada, practice)
        for path in {*is_now, *now[practice], *was[practice], *wrote[practice]}:
            field = form.field(path)
            if field is not None and field.calculate:
                continue
            written = was[practice].get(path) != wrote[practice].get(path)
            since = touched[practice] & {*group_of(path, form)}
            expected = was if written and not since else now
            assert is_now.get(path) == expected[practice].get(path), (practices.index(practice), path)
        calculated = ada.logic_of(form).calculate(recording.Record(dict(is_now)), date.today())
        for path, value in calculated.items():
            assert (is_now.get(path) or None) == (value or None), path
    assert revisions(ada) >= known
    last = revisions(ada)
    assert take_back(ada, name) == set()
    assert revisions(ada) == last
