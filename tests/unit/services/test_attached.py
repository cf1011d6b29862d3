"""The files of a practice with what is said of each."""

import pytest

from seeddesk.domain.errors import NotFound
from seeddesk.services import attached, recording

from ..exchange.test_photos import taken

PHOTO = taken("JPEG")
ROW, OTHER = "attachments[" + "a" * 32 + "]", "attachments[" + "b" * 32 + "]"


@pytest.fixture
def photo(workspace, tmp_path):
    path = tmp_path / "orto.jpg"
    path.write_bytes(PHOTO)
    return recording.keep_file(workspace, path)


@pytest.fixture
def practice(workspace, photo):
    """A practice with a photo of people, whose consent has ended, its release, and a document."""
    values = {"title": "Orti", "country": "IT", ROW: "b", f"{ROW}.file": photo, f"{ROW}.type": "photo"}
    values |= {f"{ROW}.title": "Le cassette", f"{ROW}.author": "Ada", f"{ROW}.people": "yes"}
    values |= {f"{ROW}.consent_scope": "public", f"{ROW}.consent_until": "2020-01-31", f"{ROW}.consent_file": photo}
    values |= {OTHER: "a", f"{OTHER}.file": "sha256:" + "0" * 64, f"{OTHER}.type": "document"}
    values |= {"formal_evaluation": "yes", "formal_evaluation_file": photo}
    return recording.start(workspace, values)[0]


def test_files_come_in_the_order_of_the_form_and_its_rows(workspace, practice):
    paths = [each.path for each in attached.of(workspace, practice)]
    assert paths == ["formal_evaluation_file", f"{OTHER}.file", f"{ROW}.file", f"{ROW}.consent_file"]


def test_a_photo_says_whose_it_is_and_what_its_people_agreed_to(workspace, practice):
    photo = next(each for each in attached.of(workspace, practice) if each.path == f"{ROW}.file")
    assert photo.name == "Le cassette"
    assert dict(photo.facts) == {
        "Tipo": "Foto",
        "Autore": "Ada",
        "Persone riconoscibili": "Sì",
        "Consenso: per quale uso": "Anche pubblico",
        "Consenso: fino a quando": "31 gennaio 2020",
    }
    assert len(photo.wrong) == 1
    assert "scaduto" in photo.wrong[0]
    assert photo.missing == ()
    assert photo.size == len(PHOTO)


def test_what_is_missing_is_named_and_a_file_that_is_not_here_has_no_size(workspace, practice):
    document = next(each for each in attached.of(workspace, practice) if each.path == f"{OTHER}.file")
    assert (document.name, document.size) == ("File", None)
    assert document.missing == ("Titolo",)


def test_only_the_file_a_row_begins_with_tells_what_the_row_says(workspace, practice):
    release = next(each for each in attached.of(workspace, practice) if each.path == f"{ROW}.consent_file")
    assert release.question == "Consenso: liberatoria"
    assert release.name == "Le cassette"
    assert (release.facts, release.wrong, release.missing) == ((), (), ())


def test_a_removed_row_has_no_file(workspace, practice):
    recording.save(workspace, recording.open_draft(workspace, practice), {ROW: None})
    assert not any(each.path.startswith(ROW) for each in attached.of(workspace, practice))


def test_an_answer_no_form_asks_is_a_file_all_the_same(workspace, practice, photo):
    recording.save(workspace, recording.open_draft(workspace, practice), {"photo_consent_file": photo})
    assert attached.of(workspace, practice)[-1].path == "photo_consent_file"


def test_a_copy_has_the_bytes_as_they_were_kept(workspace, photo, tmp_path):
    path = attached.save_copy(workspace, photo + "?turn=90", tmp_path / "out" / "copia.jpg")
    assert path.read_bytes() == PHOTO
    with pytest.raises(NotFound):
        attached.save_copy(workspace, "sha256:" + "0" * 64, tmp_path / "none.jpg")
    assert not (tmp_path / "none.jpg").exists()
