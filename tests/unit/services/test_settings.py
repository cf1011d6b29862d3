"""Settings are kept whole, and a broken file never stops a start."""

from seeddesk.services import paths
from seeddesk.services.settings import Settings, change, load


def test_a_first_start_has_empty_settings():
    assert load() == Settings()


def test_what_is_set_is_there_at_the_next_start():
    changed, changes = change(author="Ada", text_size=14)
    assert changes.settings
    assert load() == changed == Settings(author="Ada", text_size=14)
    change(lang="it")
    assert load() == Settings(author="Ada", text_size=14, lang="it")


def test_a_file_nobody_can_read_is_kept_aside():
    change(author="Ada")
    for broken in ("{", "[1]", '{"text_size": "big"}'):
        paths.settings_file().write_text(broken)
        assert load() == Settings()
        assert paths.settings_file().with_name("settings.json.unreadable").read_text() == broken


def test_settings_of_a_newer_version_are_read_as_far_as_they_are_known():
    change(author="Ada")
    paths.settings_file().write_text('{"author": "Bo", "mood": "curious"}')
    assert load() == Settings(author="Bo")
