"""Files kept in a catalogue: whole, once, in parts; and what a file is by its first bytes."""

import hashlib

import pytest
from sqlalchemy import func, insert, select, update

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.storage import attachments
from seeddesk.storage.schema import attachment, attachment_part


@pytest.fixture
def connection(empty):
    attachment.create(empty)
    attachment_part.create(empty)
    return empty


def kept(connection):
    rows = connection.execute(select(attachment.c.sha256, attachment.c.size, attachment.c.mime)).all()
    return [tuple(row) for row in rows]


def parts(connection):
    return (
        connection.execute(select(func.length(attachment_part.c.data)).order_by(attachment_part.c.number))
        .scalars()
        .all()
    )


@pytest.mark.parametrize(
    "size", [0, 1, attachments.PART - 1, attachments.PART, attachments.PART + 1, 3 * attachments.PART]
)
@pytest.mark.parametrize("as_file", [False, True])
def test_bytes_come_back_as_they_were_whatever_their_number(connection, tmp_path, size, as_file):
    data = (b"%PDF-" + bytes(range(251)) * (size // 251 + 1))[:size]
    path = tmp_path / "file"
    path.write_bytes(data)
    sha256 = attachments.store(connection, path if as_file else data)
    assert sha256 == hashlib.sha256(data).hexdigest()
    assert attachments.present(connection, sha256)
    assert attachments.read(connection, sha256) == data
    kind = "application/pdf" if size > 4 else "application/octet-stream"
    assert kept(connection) == [(sha256, size, kind)]
    assert sum(parts(connection)) == size
    assert all(part == attachments.PART for part in parts(connection)[:-1])


def test_the_same_bytes_are_kept_once(connection, tmp_path):
    (tmp_path / "same").write_bytes(b"photo")
    first = attachments.store(connection, b"photo")
    assert attachments.store(connection, tmp_path / "same") == first
    assert kept(connection) == [(first, 5, "application/octet-stream")]
    assert attachments.damaged(connection) == []


def test_a_file_that_cannot_be_read_is_named_with_the_reason(connection, tmp_path):
    with pytest.raises(StorageError) as refused:
        attachments.store(connection, tmp_path / "nowhere")
    assert refused.value.code == "file-not-read"
    assert refused.value.arguments == {"path": str(tmp_path / "nowhere"), "reason": "No such file or directory"}


def test_a_file_that_changes_while_it_is_read_is_refused(connection, tmp_path, monkeypatch):
    path = tmp_path / "busy"
    path.write_bytes(b"before")
    measure = attachments._measure

    def and_then_written(data):
        found = measure(data)
        path.write_bytes(b"after")
        return found

    monkeypatch.setattr(attachments, "_measure", and_then_written)
    with pytest.raises(StorageError) as refused:
        attachments.store(connection, path)
    assert (refused.value.code, refused.value.arguments) == ("file-changed", {"path": str(path)})


def test_what_is_not_here_and_what_is_damaged_are_told_apart(connection):
    whole, spoilt, short = (attachments.store(connection, data * attachments.PART) for data in (b"a", b"bb", b"cc"))
    connection.execute(
        update(attachment_part)
        .where(attachment_part.c.sha256 == spoilt, attachment_part.c.number == 1)
        .values(data=b"x")
    )
    connection.execute(attachment_part.delete().where(attachment_part.c.sha256 == short, attachment_part.c.number == 0))
    assert sorted(attachments.damaged(connection)) == sorted([spoilt, short])
    assert len(attachments.read(connection, whole)) == attachments.PART
    for sha256 in (spoilt, short):
        with pytest.raises(StorageError) as refused:
            attachments.read(connection, sha256)
        assert (refused.value.code, refused.value.arguments) == ("attachment-damaged", {"name": sha256[:12]})
    with pytest.raises(NotFound) as absent:
        attachments.read(connection, "0" * 64)
    assert (absent.value.code, absent.value.arguments) == ("attachment-absent", {"name": "0" * 12})
    assert not attachments.present(connection, "0" * 64)


def test_parts_are_read_in_their_order_whatever_order_they_lie_in(connection):
    sha256 = hashlib.sha256(b"onetwothree").hexdigest()
    connection.execute(insert(attachment).values(sha256=sha256, size=11, mime=""))
    for number, data in ((2, b"three"), (0, b"one"), (1, b"two")):
        connection.execute(insert(attachment_part).values(sha256=sha256, number=number, data=data))
    assert attachments.read(connection, sha256) == b"onetwothree"
    assert attachments.damaged(connection) == []


@pytest.mark.parametrize(
    ("start", "mime"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"GIF89a", "image/gif"),
        (b"%PDF-1.7", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"RIFF\x01\x02\x03\x04WEBPVP8 ", "image/webp"),
        (b"RIFF\x01\x02\x03\x04WAVEfmt ", "application/octet-stream"),
        (b"....\x01\x02\x03\x04WEBPVP8 ", "application/octet-stream"),
        (b"", "application/octet-stream"),
    ],
)
def test_first_bytes_say_what_a_file_is(start, mime):
    assert attachments.sniff(start) == mime
