"""Forms from strangers, read apart: refused by name or read, with nothing reached and nothing written. test_check_hostile says what of each."""

from __future__ import annotations

from tests.support import hostile_forms


def test_every_hostile_form_is_refused_by_name_or_read(apart, figures):
    wrong, count = [], 0
    for number, (name, make, wanted) in enumerate([*hostile_forms.light(), *hostile_forms.heavy()]):
        folder = apart.folder / f"form{number}"
        folder.mkdir()
        answer = apart.ask("form", make(folder))
        count += 1
        if wanted == "" and answer != "read":
            wrong.append((name, answer))
    figures.tried("hostile forms", n=count, broken=len(wrong))
    assert wrong == []
    assert count >= 100
