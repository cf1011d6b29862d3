"""A revision: one save. Immutable; a catalogue is a set of them, and everything else is derived.

Its sha256 is computed over its header and over a salted digest of every value, not over the values themselves: a value that was erased
for privacy leaves its digest, so a redacted revision still proves it is the same one, and cannot be guessed back (the salt goes too).
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias

from seeddesk.domain.values import Json, Value, canonical_json, from_json, json_text, to_json


class Dot(NamedTuple):
    """A revision's identity: the device that made it and the device's counter. Written ``<device>:<counter>``."""

    device: str
    counter: int

    def __str__(self) -> str:
        return f"{self.device}:{self.counter}"

    @classmethod
    def parse(cls, text: str) -> Dot:
        """The inverse of str(). Raises ValueError."""
        device, _, counter = text.rpartition(":")
        if not device:
            raise ValueError(f"not a dot: {text!r}")
        return cls(device, int(counter))


Seen: TypeAlias = Mapping[str, tuple[Dot, ...]]  # path -> the heads its author had before them

DELETION = "@deletion"  # in `seen`: the deletions this revision takes back


@dataclass(frozen=True)
class Redaction:
    """An erasure of personal data: which values of which earlier revisions are blanked, and why.

    targets: dot -> paths · signature: Ed25519 over `Revision.header` by `key` (both hex), so that nobody else can blank a record.
    """

    targets: Mapping[Dot, tuple[str, ...]]
    reason: str
    key: str = ""
    signature: str = ""


@dataclass(frozen=True)
class Revision:
    """One save of one practice.

    set: path -> value · seen: path -> dots of the heads the author had seen **when the form was opened**; a path in `seen` that is not
    in `set` clears those heads (so a removed row takes its cells along) · time: hybrid logical clock, for display and listing order
    only · origin: by which route it came (``"typed"``, ``"dossier <file name>"``, ``"table <file name>"``) ·
    deletion: path -> dots it saw, when this save deletes the practice · unknown: fields of a newer SeedDesk, carried unread ·
    digests: the digests of all values, kept only once values were redacted.
    """

    dot: Dot
    practice: str
    author: str
    time: str
    form: str
    form_version: str
    set: Mapping[str, Value]
    seen: Seen = field(default_factory=dict)
    origin: str = "typed"
    deletion: Seen | None = None
    redaction: Redaction | None = None
    nonce: str = field(default_factory=lambda: secrets.token_hex(16))
    digests: Mapping[str, str] = field(default_factory=dict)
    unknown: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def value_digests(self) -> Mapping[str, str]:
        """path -> sha256 of the salted value."""
        return self.digests or {
            path: hashlib.sha256(f"{self.nonce}\n{path}\n{canonical_json(to_json(value))}".encode()).hexdigest()
            for path, value in self.set.items()
        }

    @cached_property
    def sha256(self) -> str:
        """What the same dot must always have; another one means a restored backup or a cloned disk."""
        return self.written()[0]

    def written(self) -> tuple[str, bytes]:
        """Its sha256, and itself as canonical JSON: both in one walk, for whoever takes in a great many."""
        sha256, body = self._written()
        self.__dict__["sha256"] = sha256  # where `cached_property` keeps it
        return sha256, body

    def _written(self) -> tuple[str, bytes]:
        if self.digests or self.unknown or self.redaction or self.deletion is not None:
            header = self._header()
            header["digests"] = dict(self.value_digests)
            if self.redaction:
                header["signature"] = self.redaction.signature
            return hashlib.sha256(canonical_json(header).encode()).hexdigest(), canonical_json(self.to_json()).encode()
        digests, values = [], []
        sha256, before = hashlib.sha256, self.nonce + "\n"
        for path in sorted(self.set):
            value = self.set[path]
            name = json_text(path)
            text = json_text(value) if isinstance(value, str) else canonical_json(to_json(value))
            salted = sha256(f"{before}{path}\n{text}".encode())
            digests.append(f'{name}:"{salted.hexdigest()}"')
            values.append(f"{name}:{text}")
        # Names in their order: author, digests, dot, form, form_version, nonce, origin, practice, seen, set, time.
        start = f'{{"author":{json_text(self.author)},'
        dot = f'"dot":{json_text(str(self.dot))},"form":{json_text(self.form)},'
        version = f'"form_version":{json_text(self.form_version)},'
        practice = f'"origin":{json_text(self.origin)},"practice":{json_text(self.practice)},'
        seen = f'"seen":{canonical_json(seen_to_json(self.seen)) if self.seen else "{}"},'
        time = f'"time":{json_text(self.time)}}}'
        header_text = f'{start}"digests":{{{",".join(digests)}}},{dot}{version}{practice}{seen}{time}'
        whole = (
            f'{start}{dot}{version}"nonce":{json_text(self.nonce)},{practice}{seen}"set":{{{",".join(values)}}},{time}'
        )
        return sha256(header_text.encode()).hexdigest(), whole.encode()

    @property
    def header(self) -> str:
        """Everything but the values and the signature, as canonical JSON: what a redaction's signature covers."""
        return canonical_json(self._header())

    def redacted(self, paths: tuple[str, ...]) -> Revision:
        """This revision with those values blanked. Keeps the dot, the sha256 and the digests; the salt is gone."""
        if not any(path in self.set for path in paths):
            return self
        kept = {path: value for path, value in self.set.items() if path not in paths}
        return replace(self, set=kept, digests=dict(self.value_digests), nonce="")

    @property
    def blanked(self) -> frozenset[str]:
        """The paths whose values were redacted here."""
        return frozenset(self.digests) - frozenset(self.set)

    def to_json(self) -> dict[str, object]:
        """The revision as JSON, whole."""
        data = self._header()
        data["set"] = {path: to_json(value) for path, value in self.set.items()}
        data["nonce"] = self.nonce
        if self.digests:
            data["digests"] = dict(self.digests)
        if self.redaction:
            data["redaction"] = {**_redaction_json(self.redaction), "signature": self.redaction.signature}
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, object]) -> Revision:
        """The inverse of `to_json`. Raises ValueError, KeyError or TypeError for anything else."""
        known = {
            "dot",
            "practice",
            "author",
            "time",
            "form",
            "form_version",
            "origin",
            "seen",
            "deletion",
            "redaction",
            "set",
            "nonce",
            "digests",
        }
        values = _mapping(data["set"])
        deletion, redaction = data.get("deletion"), data.get("redaction")
        return cls(
            dot=Dot.parse(str(data["dot"])),
            practice=str(data["practice"]),
            author=str(data["author"]),
            time=str(data["time"]),
            form=str(data["form"]),
            form_version=str(data["form_version"]),
            origin=str(data["origin"]),
            set={path: from_json(value) for path, value in values.items()},
            seen=seen_from_json(data["seen"]),
            deletion=None if deletion is None else seen_from_json(deletion),
            redaction=None if redaction is None else _redaction_from_json(_mapping(redaction)),
            nonce=str(data["nonce"]),
            digests={path: str(digest) for path, digest in _mapping(data.get("digests", {})).items()},
            unknown={name: value for name, value in data.items() if name not in known},
        )

    def _header(self) -> dict[str, object]:
        header: dict[str, object] = {
            **self.unknown,
            "dot": str(self.dot),
            "practice": self.practice,
            "author": self.author,
            "time": self.time,
            "form": self.form,
            "form_version": self.form_version,
            "origin": self.origin,
            "seen": seen_to_json(self.seen),
        }
        if self.deletion is not None:
            header["deletion"] = seen_to_json(self.deletion)
        if self.redaction:
            header["redaction"] = _redaction_json(self.redaction)
        return header


def seen_to_json(seen: Seen) -> dict[str, list[str]]:
    """Seen as JSON; dots sorted, so that one set has one spelling."""
    return {path: sorted(str(dot) for dot in dots) for path, dots in seen.items()}


def seen_from_json(data: object) -> dict[str, tuple[Dot, ...]]:
    """The inverse of `seen_to_json`."""
    made: dict[tuple[str, ...], tuple[Dot, ...]] = {}  # most paths were last set by the same few revisions
    found: dict[str, tuple[Dot, ...]] = {}
    for path, dots in _mapping(data).items():
        named = tuple(map(str, _list(dots)))
        if named not in made:
            made[named] = tuple(map(Dot.parse, named))
        found[path] = made[named]
    return found


def _redaction_json(redaction: Redaction) -> dict[str, object]:
    return {
        "targets": {str(dot): sorted(paths) for dot, paths in redaction.targets.items()},
        "reason": redaction.reason,
        "key": redaction.key,
    }


def _redaction_from_json(data: Mapping[str, object]) -> Redaction:
    targets = {
        Dot.parse(dot): tuple(str(path) for path in _list(paths)) for dot, paths in _mapping(data["targets"]).items()
    }
    return Redaction(targets, str(data["reason"]), str(data["key"]), str(data["signature"]))


def _mapping(data: object) -> Mapping[str, Json]:
    if not isinstance(data, dict):
        raise TypeError("an object was expected")
    return data


def _list(data: object) -> list[str]:
    if not isinstance(data, list):
        raise TypeError("a list was expected")
    return data
