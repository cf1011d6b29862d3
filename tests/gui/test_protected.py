"""A protected catalogue in the window: opened by the keyring in silence, else by its recovery code."""

import pytest
from PySide6.QtWidgets import QInputDialog

from seeddesk.gui.app import Program
from seeddesk.services import protecting, settings
from seeddesk.storage import recovery, vault

from ..support.keyrings import keyring_of_system, no_keyring
from .conftest import LONG

__all__ = ["keyring_of_system", "no_keyring"]  # fixtures
pytestmark = pytest.mark.gui


@pytest.fixture
def code(monkeypatch):
    """The recovery code of the person's catalogue, which is protected; this process has forgotten it."""
    monkeypatch.setattr(recovery, "MEMORY", 1 << 14)
    codes = []
    workspace, _ = protecting.create(codes.append, author="Ada", lang="it")
    workspace.close()
    vault.forget()
    return codes[0]


def test_the_keyring_opens_it_in_silence(keyring_of_system, code, start):
    assert start().window.pages
    assert protecting.state() == "protected"


def test_without_a_keyring_the_window_asks_for_the_code_until_it_is_right(
    no_keyring, code, qtbot, qapp, form_cache, monkeypatch
):
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    settings.change(author="Ada", lang="it", theme="light")
    program = Program(qapp)
    program.start()

    def asked():
        return [one for one in program.window.findChildren(QInputDialog) if one.isVisible()]

    try:
        for typed in ("ABCD", recovery.new(), code.lower()):
            qtbot.waitUntil(lambda: bool(asked()), timeout=LONG)
            dialog = asked()[0]
            dialog.setTextValue(typed)
            dialog.accept()
        qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    finally:
        program.window.close()
        program.close()
        program.window.deleteLater()
        program.deleteLater()
        qapp.processEvents()
