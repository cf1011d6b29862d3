"""Dictionaries as Hunspell, LibreOffice and Firefox have them: a list of stems (.dic) and the rules that make words of them (.aff).

What Italian and English use of the format is understood: prefixes, suffixes, two suffixes one behind the other, flags in every notation,
replacements for suggestions. Words put together of others (German, Hungarian) are not. Own code because a dictionary must be ready in a fraction of
a second and never hold the window up: the Python port of Hunspell takes two seconds to load and more than one to suggest, and the compiled ones
keep the interpreter to themselves for a quarter of a second while they suggest.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern

_MORPHOLOGY = re.compile(r"\t| +[a-z]{2}:")
_NUMBERS = re.compile(r"\d+")
_MOST = 7  # suggestions
_APART = 2  # letters by which the length of a far suggestion may differ
_USUAL = 4000  # of the words by how often they are written; what is nearer than a rarer one is worth the two letters it is off by
_STEP = 1.2  # decades of places by which a mistake nobody named is behind one the dictionary names
_LIKE = 0.75  # how alike a far suggestion must be, as difflib's ratio


@dataclass(frozen=True, slots=True)
class _Rule:
    """One line of an affix. fits: tests the stem · crosses: may stand together with one at the other end · further: flags of what it makes."""

    flag: str
    fits: Callable[[str], object]
    crosses: bool
    further: frozenset[str]


class Dictionary:
    """One language's words. `knows` takes microseconds, `near` milliseconds; both may be called from any thread."""

    def __init__(self, aff: bytes, dic: bytes, common: bytes = b"") -> None:
        """aff, dic: the two files. common: words one a line in UTF-8, the most usual first, by which suggestions are ordered.

        Lines that make no sense are passed over. Raises LookupError for an encoding nobody knows.
        """
        self._place = {word: place for place, word in enumerate(common.decode("utf-8", "replace").split("\n"))}
        self._rare = 2 * len(self._place)  # the place of a word that is not among them
        named = re.search(rb"^SET\s+(\S+)", aff, re.MULTILINE)
        encoding = named[1].decode("ascii", "replace").replace("microsoft-cp", "cp") if named else "iso8859-1"
        self._kind = "char"
        self._aliases: list[str] = []
        # What stands in the word -> what the stem has there -> the rules.
        self._prefixes: dict[str, dict[str, list[_Rule]]] = {}
        self._suffixes: dict[str, dict[str, list[_Rule]]] = {}
        self._replacements: list[tuple[str, str]] = []
        self._alike: list[str] = []
        self._letters = "esianrtolcdugmphbyfvkwz"
        self._input: list[tuple[str, str]] = [("’", "'")]
        self._special: dict[str, str] = {}
        self._flags: Callable[[str], frozenset[str]] = lru_cache(maxsize=None)(self._flags_of)
        self._read_rules(aff.decode(encoding, "replace").removeprefix("\ufeff"))
        self._longest = max(map(len, self._suffixes), default=0)
        self._longest_prefix = max(map(len, self._prefixes), default=-1)
        self._twofold = any(
            rule.further for strips in self._suffixes.values() for rules in strips.values() for rule in rules
        )
        self._words = _stems(dic.decode(encoding, "replace").removeprefix("\ufeff"), self._kind)

    def knows(self, word: str) -> bool:
        """Whether a word is spelt right, with the capitals it has; parts joined by hyphens each for themselves."""
        for wrong, right in self._input:
            word = word.replace(wrong, right)
        if any(self._made(form) for form in _cases(word)):
            return True
        parts = word.split("-") if "-" in word else []
        return len(parts) > 1 and all(not part or self.knows(part) for part in parts)

    def near(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first, with the capitals of what was written."""
        for wrong, right in self._input:
            word = word.replace(wrong, right)
        small = word.lower() if word.isupper() or word.istitle() else word
        found: dict[str, float] = {}  # what may be meant -> how far off it is
        for step, candidates in enumerate((self._by_rule(small), self._one_off(small), self._in_two(small))):
            for one in candidates:
                if one not in found and (right := self._right(one)) and right != word:
                    found.setdefault(right, self._off(right, step))
            if len(found) >= _MOST and step:
                break
        if not any(self._place.get(one, self._rare) < _USUAL for one in found):
            found = {one: self._off(one, 3) for one in self._far(small)} | found
        head, mark, tail = small.partition("'")
        if not found and mark and len(tail) > 1:  # dell'asociazione: the word behind the article
            found = {f"{head}'{one}": place for place, one in enumerate(self.near(tail)) if self.knows(f"{head}'{one}")}
        shaped = (
            one.upper() if word.isupper() and len(word) > 1 else _capital(one) if word[:1].isupper() else one
            for one in sorted(found, key=found.__getitem__)
        )
        return tuple(dict.fromkeys(shaped))[:_MOST]

    def _off(self, word: str, step: int) -> float:
        """How unlikely it is that a word was meant: by the mistake it takes, and by how rarely it is written where that is known."""
        parts = word.rpartition("'")[2].split(" ")
        return step * _STEP + math.log10(max(self._place.get(one, self._rare) for one in parts) + 100)

    def _right(self, word: str) -> str:
        """The word if it may be suggested, with a capital if it is a name; else ""."""
        if " " in word:
            return word if all(self.knows(part) for part in word.split(" ")) else ""
        for form in (word, _capital(word)):
            if self._made(form) and self._special.get("NOSUGGEST") not in self._flags(self._words.get(form, "")):
                return form
        return ""

    # What is written -------------------------------------------------------------------------------------------------------------------

    def _made(self, word: str) -> bool:
        """Whether a word is a stem or made of one, in exactly these letters."""
        held = self._words.get(word)
        if held is not None:
            flags = self._flags(held)
            if self._special.get("FORBIDDENWORD") in flags:
                return False
            if not {self._special.get("ONLYINCOMPOUND"), self._special.get("NEEDAFFIX")} & flags:
                return True
        return self._suffixed(word) or self._prefixed(word) or (self._twofold and self._twice(word))

    def _suffixed(self, word: str) -> bool:
        return any(rule.flag in flags for flags, rule in self._unsuffixed(word))

    def _prefixed(self, word: str) -> bool:
        for length in range(min(len(word), self._longest_prefix + 1)):
            for strip, rules in self._prefixes.get(word[:length], {}).items():
                stem = strip + word[length:]
                held = self._words.get(stem)
                flags = self._flags(held) if held is not None else frozenset[str]()
                suffixed: list[tuple[frozenset[str], _Rule]] | None = None
                for rule in rules:
                    if rule.flag in flags and stem and rule.fits(stem):
                        return True
                    if not rule.crosses:
                        continue
                    if suffixed is None:
                        suffixed = [(own, suffix) for own, suffix in self._unsuffixed(stem) if suffix.crosses]
                    if (
                        suffixed
                        and rule.fits(stem)
                        and any(
                            suffix.flag in own and (rule.flag in own or rule.flag in suffix.further)
                            for own, suffix in suffixed
                        )
                    ):
                        return True
        return False

    def _twice(self, word: str) -> bool:
        """Whether two suffixes, the second allowed by the first, make the word."""
        for length in range(min(len(word), self._longest + 1)):
            for strip, rules in self._suffixes.get(word[len(word) - length :], {}).items():
                between = word[: len(word) - length] + strip
                for flags, inner in self._unsuffixed(between) if between else ():
                    if inner.flag in flags and any(one.flag in inner.further and one.fits(between) for one in rules):
                        return True
        return False

    def _unsuffixed(self, word: str) -> Iterator[tuple[frozenset[str], _Rule]]:
        """The flags of every stem a suffix may have made the word of, with its rule."""
        for length in range(min(len(word), self._longest + 1)):
            for strip, rules in self._suffixes.get(word[len(word) - length :], {}).items():
                stem = word[: len(word) - length] + strip
                held = self._words.get(stem)
                if held is None:
                    continue
                flags = self._flags(held)
                if self._special.get("FORBIDDENWORD") not in flags:
                    yield from ((flags, rule) for rule in rules if rule.fits(stem))

    # What may have been meant ----------------------------------------------------------------------------------------------------------

    def _by_rule(self, word: str) -> Iterator[str]:
        """A capital left out, letters the dictionary calls alike (comunita, comunità), and the mistakes it names."""
        yield word
        for group in self._alike:
            for at, letter in enumerate(word):
                if letter in group:
                    yield from (word[:at] + other + word[at + 1 :] for other in group if other != letter)
        for wrong, right in self._replacements:
            at = word.find(wrong)
            while at >= 0:
                yield word[:at] + right + word[at + len(wrong) :]
                at = word.find(wrong, at + 1)

    def _one_off(self, word: str) -> Iterator[str]:
        """One letter twisted, doubled, left out, too many or wrong."""
        places = range(len(word))
        yield from (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1])
        yield from (word[:at] + word[at] + word[at:] for at in places)
        yield from (word[:at] + word[at + 1 :] for at in places)
        yield from (word[:at] + letter + word[at + 1 :] for at in places for letter in self._letters)
        yield from (word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in self._letters)

    def _in_two(self, word: str) -> Iterator[str]:
        for at in range(2, len(word) - 1):
            if self._made(word[:at]) and self._made(word[at:]):
                yield f"{word[:at]} {word[at:]}"

    def _far(self, word: str) -> list[str]:
        """Words that look like this one and begin alike, usual ones if it is known which are: when nothing is nearer."""
        start = word[:1] if len(self._place) > 1 else word[:2]
        words = self._place if len(self._place) > 1 else self._words
        stems = [one for one in words if one.startswith(start) and abs(len(one) - len(word)) <= _APART]
        return [one for one in difflib.get_close_matches(word, stems, _MOST, _LIKE) if self._right(one) == one]

    # The rules -------------------------------------------------------------------------------------------------------------------------

    def _read_rules(self, text: str) -> None:
        crosses: dict[tuple[str, str], bool] = {}
        for line in text.splitlines():
            match line.split():
                case ["FLAG", kind, *_]:
                    self._kind = kind.lower()
                case ["AF", flags, *_] if not (flags.isdecimal() and not self._aliases):
                    self._aliases.append(flags)
                case [("PFX" | "SFX") as end, flag, ("Y" | "N") as cross, count, *_] if (
                    end,
                    flag,
                ) not in crosses and count.isdecimal():
                    crosses[end, flag] = cross == "Y"
                case [("PFX" | "SFX") as end, flag, strip, add, *rest]:
                    add, _, further = add.partition("/")
                    fits = _tester(rest[0] if rest else ".", end == "SFX")
                    rule = _Rule(
                        flag, fits, crosses.get((end, flag), False), self._flags(further) if further else frozenset()
                    )
                    strips = (self._prefixes if end == "PFX" else self._suffixes).setdefault(
                        "" if add == "0" else add, {}
                    )
                    strips.setdefault("" if strip == "0" else strip, []).append(rule)
                case ["REP", wrong, right, *_]:
                    self._replacements.append((wrong.strip("^$"), right.replace("_", " ")))
                case ["MAP", letters, *_] if not letters.isdecimal():
                    self._alike.append(re.sub(r"[()]", "", letters))
                case ["TRY", letters, *_]:
                    self._letters = "".join(dict.fromkeys(letters.lower()))
                case ["ICONV", wrong, right, *_]:
                    self._input.append((wrong, right))
                case [("NOSUGGEST" | "FORBIDDENWORD" | "ONLYINCOMPOUND" | "NEEDAFFIX") as name, flag, *_]:
                    self._special[name] = flag
                case _:
                    pass

    def _flags_of(self, text: str) -> frozenset[str]:
        if self._aliases and text.isdecimal() and 0 < int(text) <= len(self._aliases):
            text = self._aliases[int(text) - 1]
        if self._kind == "num":
            return frozenset(_NUMBERS.findall(text))
        if self._kind == "long":
            return frozenset(text[at : at + 2] for at in range(0, len(text), 2))
        return frozenset(text)


def _stems(text: str, kind: str) -> dict[str, str]:
    """Stem -> its flags as written; of one that stands there twice, those of both."""
    between = "," if kind == "num" else ""
    words: dict[str, str] = {}
    lines = text.split("\n")
    for line in lines[1:] if lines and lines[0].strip().isdecimal() else lines:
        if "\t" in line or ":" in line:
            line = _MORPHOLOGY.split(line, maxsplit=1)[0]
        stem, _, flags = line.rstrip().partition("/") if "\\/" not in line else (line.replace("\\/", "/"), "", "")
        if stem:
            known = words.get(stem)
            words[stem] = intern(flags) if known is None else f"{known}{between}{flags}"
    return words


def _cases(word: str) -> tuple[str, ...]:
    """The spellings a word with these capitals may stand for: at the start of a sentence, or all in capitals."""
    if word.islower() or not word:
        return (word,)
    if word.isupper():
        return tuple(dict.fromkeys((word, word.lower(), word.capitalize(), word.title())))
    small = word[0].lower() + word[1:]
    return (word, small) if word[0].isupper() else (word,)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


@cache
def _tester(condition: str, at_end: bool) -> Callable[[str], object]:
    """Tests the end (or the beginning) of a stem; a condition that cannot be read is met by nothing."""
    if condition == ".":
        return bool
    plain = "".join(
        f"[{part[1:-1]}]" if part[0] == "[" else re.escape(part) if part != "." else "."
        for part in re.findall(r"\[[^\]]+\]|.", condition)
    )
    try:
        return re.compile(f"{plain}$" if at_end else plain).search if at_end else re.compile(plain).match
    except re.error:
        return lambda stem: None
