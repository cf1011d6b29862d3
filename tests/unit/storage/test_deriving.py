"""What is listed of a practice says what is shown, however its revisions say it and in whatever order they came."""

import itertools
from dataclasses import replace

import pytest

from seeddesk.domain.values import from_json
from seeddesk.services.workspace import Workspace
from seeddesk.storage import deriving
from seeddesk.storage.codec import pack, unpack_record
from tests.support.catalogues import edit, record, values

LISTED = deriving.PRACTICE.index("record")


@pytest.fixture
def ada(workspace):
    """Writes one practice: twice changed, and in the end what it was."""
    practice = record(workspace)
    title = values(workspace, practice)["title"]
    edit(workspace, practice, title="Altro")
    edit(workspace, practice, title=title)
    return workspace, practice


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_what_is_read_without_folding_is_what_is_shown_in_whatever_order_revisions_came(ada, tmp_path, order):
    one, practice = ada
    with one.catalogue.read() as view:
        sent = view.revisions(practice)
    with Workspace.create(tmp_path / "other.seeddesk", "Bo") as other:
        for number in order:
            with other.catalogue.write() as tx:
                tx.append([sent[number]])
            with other.catalogue.read() as view:
                ((_, listed),) = view.records([practice])
                assert dict(listed.values) == dict(view.state(practice).record.values)
        assert dict(listed.values) == values(one, practice)


def test_a_practice_that_is_shown_otherwise_than_its_one_revision_says_keeps_what_is_shown(ada):
    """As where the form has given a field another name since."""
    one, practice = ada
    with one.catalogue.read() as view:
        first, *more = view.revisions(practice)
        form_of, project = view.form_of, one.catalogue.project

    def renamed(state):
        made = project(state)
        return replace(made, values={("heading" if path == "title" else path): v for path, v in made.values.items()})

    for revisions, shown_by in (
        ([first], project),
        ([first], renamed),
        ([first, *more], project),
        ([first, *more], renamed),
    ):
        row = deriving.practice(1, "", revisions, form_of, shown_by).row
        told = pack(revisions[-1].to_json())
        found = {path: from_json(value) for path, value in unpack_record(row[LISTED], told).items()}
        assert found == dict(shown_by(view.fold(revisions)).values)
        assert (row[LISTED] == b"") == (revisions == [first] and shown_by is project)  # nothing is said twice
