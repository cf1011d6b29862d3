"""The cache of forms that were read: quick, never trusted, and never in the way."""

import pickle

import pytest

from seeddesk.services import form_cache, paths
from seeddesk.services.workspace import Workspace


@pytest.fixture
def packed(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "cache", lambda: tmp_path / "cache")
    with Workspace.create(tmp_path / "c.seeddesk", "Ada") as workspace, workspace.catalogue.read() as view:
        found = view.form_packed(workspace.form.id, workspace.form.version)
    form_cache.read_packed.cache_clear()
    yield found
    form_cache.read_packed.cache_clear()


def _again(packed):
    form_cache.read_packed.cache_clear()
    return form_cache.read_packed(packed)


def _kept():
    return next((paths.cache() / "forms").glob("*.form"))


def test_a_form_is_read_once_and_is_the_same_out_of_the_cache(packed, monkeypatch):
    first = form_cache.read_packed(packed)
    monkeypatch.setattr("seeddesk.exchange.xform.reader.read_xform", None)
    found = _again(packed)
    assert found == first
    assert found.xform == first.xform
    assert found.lists["comuni"] == first.lists["comuni"]
    assert found.list_size("comuni") == len(first.lists["comuni"])
    assert found.quoting("") == first.quoting("") == []


def test_long_lists_are_kept_unmade(packed):
    form_cache.read_packed(packed)
    assert _kept().stat().st_size < 2_500_000
    assert _again(packed).lists._made == {}


@pytest.mark.parametrize("content", [b"", b"nonsense", pickle.dumps(["a list"]), pickle.dumps(ValueError)])
def test_a_file_that_is_no_form_is_made_anew(packed, content):
    first = form_cache.read_packed(packed)
    for before in (b"", form_cache._made_of(packed)):
        _kept().write_bytes(before + content)
        assert _again(packed) == first
        assert _kept().read_bytes() != before + content


def test_what_was_made_of_other_bytes_is_not_taken(packed, monkeypatch):
    first = form_cache.read_packed(packed)
    held = _kept().read_bytes()
    _kept().write_bytes(held.replace(packed, packed[:-1] + bytes([packed[-1] ^ 1])))
    monkeypatch.setattr(form_cache._Reader, "load", lambda self: pytest.fail("it was read"))
    assert _again(packed) == first
    assert _kept().read_bytes() == held


class _Malicious:
    def __reduce__(self):
        return exec, ("raise SystemExit('executed')",)


def test_nothing_is_executed_whatever_the_file_says(packed):
    form_cache.read_packed(packed)
    _kept().write_bytes(form_cache._made_of(packed) + pickle.dumps(_Malicious()))
    assert _again(packed).id == "seeddesk-practice"


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(packed, tmp_path, monkeypatch):
    (tmp_path / "in the way").write_text("")
    monkeypatch.setattr(paths, "cache", lambda: tmp_path / "in the way")
    assert _again(packed).id == "seeddesk-practice"
