"""What comes with the program is found wherever the program lies."""

import sys

from seeddesk.services import paths


def test_a_checkout_has_forms_and_resources_at_its_root(root):
    assert paths.forms() == root / "forms"
    assert paths.resources() == root / "resources"


def test_a_frozen_program_has_them_in_its_own_folder(tmp_path, monkeypatch):
    (tmp_path / "forms").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.forms() == tmp_path / "forms"


def test_a_wheel_carries_them_inside_the_package(tmp_path, monkeypatch):
    (tmp_path / "_data" / "forms").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.forms() == tmp_path / "_data" / "forms"


def test_a_persons_files_lie_in_folders_of_their_own(root):
    places = [paths.data(), paths.settings_file().parent, paths.cache(), paths.logs(), paths.backups()]
    assert all("seeddesk" in str(place).lower() for place in places)
    assert not any(place.is_relative_to(root) for place in places)
