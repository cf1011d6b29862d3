"""What a disk may hold after a power cut, worked out from the notes of `recorder.c`.

What was synced stays. Of what was not, a cut keeps nothing, everything, a beginning, any part, or torn sectors. Names (of files and folders; created,
renamed, removed) last once their folder was synced (model ``posix``) or, as on ext4, with the next sync of any file (model ``ext4``); before, a beginning of them.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
MODELS = ("posix", "ext4")
_HEAD = struct.Struct("<cHHqI")


class Note(NamedTuple):
    """One call: letter (see recorder.c; ``A`` is a line of the program's own), names, offset or length, bytes."""

    letter: str
    path: str
    other: str
    offset: int
    data: bytes


class Write(NamedTuple):
    """Bytes at an offset; data None: the file was cut or stretched to it."""

    offset: int
    data: bytes | None


@dataclass(eq=False)
class File:
    """Bytes that would survive, and what was done since. folder: it is one, and has no bytes."""

    durable: bytearray = field(default_factory=bytearray)
    waiting: list[Write] = field(default_factory=list)
    folder: bool = False


def read_notes(log: Path) -> list[Note]:
    """The notes of a log, in order; a last one that is incomplete (the process was killed) is left out."""
    data, place, found = log.read_bytes(), 0, []
    while place + _HEAD.size <= len(data):
        letter, first, second, offset, length = _HEAD.unpack_from(data, place)
        start = place + _HEAD.size
        place = start + first + second + length
        if place <= len(data):
            path, other = data[start : start + first], data[start + first : start + first + second]
            found.append(
                Note(letter.decode(), path.decode(), other.decode(), offset, data[start + first + second : place])
            )
    return found


class Disk:
    """A folder as the notes go by. `names`: what a process sees; `durable`: what would be there after a cut; `said`: the program's own lines."""

    def __init__(self, folder: Path, model: str) -> None:
        self.model = model
        there = [folder, *folder.rglob("*")]
        self.names = {
            str(path): File(folder=True) if path.is_dir() else File(bytearray(path.read_bytes())) for path in there
        }
        self._root = str(folder)
        self.durable = dict(self.names)
        self.said: list[bytes] = []
        self._waiting: list[
            tuple[Note, File | None]
        ] = []  # changes of names that no sync has made durable; with the file that was created

    def follow(self, note: Note) -> None:
        """One more call."""
        match note.letter:
            case "A":
                self.said.append(note.data)
            case "C" | "M":
                self.names[note.path] = File(folder=note.letter == "M")
                self._rename(note)
            case "U":
                self.names.pop(note.path, None)
                self._rename(note)
            case "N":
                self.names[note.other] = self.names.pop(note.path)
                self._rename(note)
            case "W":
                self.names[note.path].waiting.append(Write(note.offset, note.data))
            case "T":
                self.names[note.path].waiting.append(Write(note.offset, None))
            case "S" if note.path in self.names:
                _apply(self.names[note.path].durable, self.names[note.path].waiting)
                self.names[note.path].waiting.clear()
                if self.model == "ext4":
                    self._keep_names()
            case "D":
                self._keep_names(note.path)

    def cut(self, rng: random.Random) -> Mapping[str, bytes]:
        """The files one power cut at this moment could leave."""
        names = dict(self.durable)
        for note, created in self._waiting[: rng.randint(0, len(self._waiting))]:
            _name(names, note, created)
        ways = ("none", "all", "beginning", "some", "torn")
        way = rng.choice((*ways, "mixed"))
        return {
            path: _kept(file, rng.choice(ways) if way == "mixed" else way, rng)
            for path, file in names.items()
            if not file.folder and self._leads_to(path, names)
        }

    def _leads_to(self, path: str, names: Mapping[str, File]) -> bool:
        """Whether every folder on the way to a file is there."""
        above = path.rpartition("/")[0]
        return above in names and (above == self._root or self._leads_to(above, names))

    def _rename(self, note: Note) -> None:
        self._waiting.append((note, self.names[note.path] if note.letter in "CM" else None))

    def _keep_names(self, of: str = "") -> None:
        """Those of one folder, or all."""
        waiting, self._waiting = self._waiting, []
        for note, created in waiting:
            if of and (note.other or note.path).rpartition("/")[0] != of:
                self._waiting.append((note, created))
            else:
                _name(self.durable, note, created)


def _name(names: dict[str, File], note: Note, created: File | None) -> None:
    if created is not None:
        names[note.path] = created
    elif note.path in names:
        file = names.pop(note.path)
        if note.letter == "N":
            names[note.other] = file


def _kept(file: File, way: str, rng: random.Random) -> bytes:
    if not file.waiting:
        return bytes(file.durable)
    content = bytearray(file.durable)
    if way == "all":
        _apply(content, file.waiting)
    elif way == "beginning":
        _apply(content, file.waiting[: rng.randint(0, len(file.waiting))])
    elif way in ("some", "torn"):
        kept = (write for write in file.waiting if rng.random() < 0.5)
        _apply(content, (part for write in kept for part in (_torn(write, rng) if way == "torn" else (write,))))
    return bytes(content)


def _torn(write: Write, rng: random.Random) -> Iterator[Write]:
    if write.data is None or len(write.data) <= SECTOR:
        yield write
        return
    for start in range(0, len(write.data), SECTOR):
        if rng.random() < 0.5:
            yield Write(write.offset + start, write.data[start : start + SECTOR])


def _apply(content: bytearray, writes: Sequence[Write] | Iterator[Write]) -> None:
    for offset, data in writes:
        if len(content) < offset:
            content.extend(bytes(offset - len(content)))
        if data is None:
            del content[offset:]
        else:
            content[offset : offset + len(data)] = data
