"""The organisations of a catalogue: who leads and who takes part, gathered from the practices, with a page for each.

Names that fold to the same words are one organisation; so are names that practices give with the same register number. A name that goes with two
numbers is two organisations, and practices that give the name alone are a third: nothing is guessed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from seeddesk.domain.errors import NotFound
from seeddesk.domain.likeness import register
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.order import order_key
from seeddesk.domain.query import words
from seeddesk.services.projecting import LEAD, PARTNER

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.catalogue import Catalogue
    from seeddesk.storage.view import View

LEADS, PARTNERS = "lead", "partner"  # the roles
_NAMED = "named:"


@dataclass(frozen=True, slots=True)
class Organisation:
    """key: names it to `page` · name: as most practices write it · also: its other spellings · leads, partner_in: in how many practices ·
    practices: in how many at all."""

    key: str
    name: str
    register_id: str
    also: tuple[str, ...]
    leads: int
    partner_in: int
    practices: int


@dataclass(frozen=True, slots=True)
class Beside:
    """An organisation that works with another. practices: in how many of them."""

    key: str
    name: str
    practices: int


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """practices: each with the roles the organisation has in it, ``lead``, ``partner``, latest change first · partners: who works with it, most often
    first."""

    organisation: Organisation
    practices: tuple[tuple[PracticeRow, tuple[str, ...]], ...]
    partners: tuple[Beside, ...]


@dataclass
class _Gathered:
    """One organisation while it is gathered. roles: practice -> its roles there · said: the folded words of all its names, a space before each."""

    names: Counter[str] = field(default_factory=Counter)
    said: str = ""
    register_id: str = ""
    roles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class _Directory:
    """All organisations as one state of the catalogue has them. keys: (folded name, register number or "") -> key."""

    def __init__(self, ties: Iterable[tuple[str, str, str]]) -> None:
        self.by_key: dict[str, _Gathered] = {}
        self.of_practice: dict[str, set[str]] = defaultdict(set)
        found = []
        numbers: dict[str, set[str]] = defaultdict(set)
        read: dict[str, tuple[str, str, str]] = {}  # the same organisation is named again and again
        for kind, code, practice in ties:
            if code not in read:
                name, _, number = code.partition("\n")
                read[code] = name, " ".join(words(name)) or name, register(number)
            name, folded, number = read[code]
            if number:
                numbers[folded].add(number)
            found.append((kind, name, folded, number, practice))
        self._numbers = {folded: next(iter(known)) for folded, known in numbers.items() if len(known) == 1}
        for kind, name, folded, number, practice in found:
            key, number = self._key(folded, number)
            one = self.by_key.get(key)
            if one is None:
                one = self.by_key[key] = _Gathered(register_id=number)
            if name not in one.names:
                one.said += f" {folded}"
            one.names[name] += 1
            one.roles[practice].add(LEADS if kind == LEAD else PARTNERS)
            self.of_practice[practice].add(key)

    def _key(self, folded: str, number: str) -> tuple[str, str]:
        number = number or self._numbers.get(folded, "")
        return (f"id:{number}", number) if number else (f"name:{folded}", "")

    def key_of(self, name: str, register_id: str) -> str:
        """The key of the organisation that a practice names so."""
        return self._key(" ".join(words(name)) or name, register(register_id))[0]

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """All of them, those in most practices first."""
        every = (self.organisation(key) for key in self.by_key)
        return tuple(sorted(every, key=lambda one: (-one.practices, order_key(one.name), one.key)))

    @cached_property
    def named(self) -> tuple[Organisation, ...]:
        """All of them by name, as lists of practices are by title."""
        return tuple(sorted(self.organisations, key=lambda one: (order_key(one.name), one.key)))

    def organisation(self, key: str) -> Organisation:
        """One organisation. Raises NotFound ``desk-no-organisation``."""
        one = self.by_key.get(key)
        if one is None:
            raise NotFound("desk-no-organisation")
        names = [name for name, _ in sorted(one.names.items(), key=lambda item: (-item[1], item[0]))]
        leads = sum(LEADS in roles for roles in one.roles.values())
        partner = sum(PARTNERS in roles for roles in one.roles.values())
        return Organisation(key, names[0], one.register_id, tuple(names[1:]), leads, partner, len(one.roles))


def every(ws: Workspace, text: str = "", by_name: bool = False) -> tuple[Organisation, ...]:
    """The organisations of the catalogue, those in most practices first, or by name. text: only those with words that begin so, or with this number."""
    directory = _directory(ws)
    listed = directory.named if by_name else directory.organisations
    wanted, number = [f" {word}" for word in words(text)], register(text)
    return tuple(one for one in listed if _fits(directory.by_key[one.key], wanted, number))


def count(ws: Workspace) -> int:
    """How many organisations there are."""
    return len(_directory(ws).by_key)


def named(name: str, register_id: str = "") -> str:
    """A key for `page` out of what a practice says of an organisation, without gathering them all for it."""
    return f"{_NAMED}{name}\n{register_id}"


def page(ws: Workspace, key: str) -> OrganisationPage:
    """All about one organisation. Raises NotFound ``desk-no-organisation``."""
    directory = _directory(ws)
    if key.startswith(_NAMED):
        name, _, number = key.removeprefix(_NAMED).partition("\n")
        key = directory.key_of(name, number)
    organisation = directory.organisation(key)
    roles = directory.by_key[key].roles
    with ws.catalogue.read() as view:
        rows = sorted((view.row(practice) for practice in roles), key=lambda row: (row.updated, row.id), reverse=True)
    beside = Counter(other for practice in roles for other in directory.of_practice[practice] if other != key)
    partners = (Beside(other, directory.organisation(other).name, count) for other, count in beside.items())
    return OrganisationPage(
        organisation,
        tuple((row, tuple(sorted(roles[row.id]))) for row in rows),
        tuple(sorted(partners, key=lambda one: (-one.practices, order_key(one.name)))),
    )


_known: WeakKeyDictionary[Catalogue, tuple[object, _Directory]] = WeakKeyDictionary()


def _directory(ws: Workspace) -> _Directory:
    """Gathered once for each state of a catalogue: seconds for a hundred thousand practices, so not where somebody waits for a list."""
    from seeddesk.storage import ties

    with ws.catalogue.read() as view:
        state = _state(view)
        kept = _known.get(ws.catalogue)
        if kept is None or kept[0] != state:
            kept = _known[ws.catalogue] = (state, _Directory(ties.every(view.connection, (LEAD, PARTNER))))
    return kept[1]


def _state(view: View) -> object:
    return sorted(view.vector().items())


def _fits(one: _Gathered, wanted: list[str], number: str) -> bool:
    return all(start in one.said for start in wanted) or bool(one.register_id and one.register_id == number)
