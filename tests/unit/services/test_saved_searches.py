"""Searches kept under a name."""

import pytest

from seeddesk.domain.errors import NotFound, UsageError
from seeddesk.services import saved_searches
from seeddesk.services.saved_searches import SavedSearch


def names(workspace):
    return [one.name for one in saved_searches.every(workspace)]


def test_searches_are_kept_in_order_renamed_moved_and_forgotten(workspace):
    assert saved_searches.every(workspace) == []
    saved_searches.save(workspace, "  Orti  ", "orti paese:it", "title")
    saved_searches.save(workspace, "Da verificare", "verifica:sì")
    saved_searches.save(workspace, "orti", "orti anno:2024")
    assert saved_searches.every(workspace) == [
        SavedSearch("orti", "orti anno:2024"),
        SavedSearch("Da verificare", "verifica:sì"),
    ]
    saved_searches.rename(workspace, "ORTI", "Orti nuovi")
    saved_searches.move(workspace, "orti nuovi", 99)
    assert names(workspace) == ["Da verificare", "Orti nuovi"]
    saved_searches.move(workspace, "orti nuovi", 0)
    saved_searches.delete(workspace, "da verificare")
    assert names(workspace) == ["Orti nuovi"]


def test_a_search_needs_a_name_of_its_own(workspace):
    saved_searches.save(workspace, "A", "a")
    saved_searches.save(workspace, "B", "b")
    with pytest.raises(UsageError):
        saved_searches.save(workspace, "  ", "x")
    with pytest.raises(UsageError):
        saved_searches.rename(workspace, "A", "b")
    with pytest.raises(NotFound):
        saved_searches.delete(workspace, "C")
    assert names(workspace) == ["A", "B"]
