"""Spelling in Italian and English: which words of a text are marked, what may have been meant, and the person's own words.

Words of both come with SeedDesk (``resources/dictionaries``, with their licences). A dictionary put into the settings folder comes before them; the
computer's, of Hunspell, LibreOffice, Firefox or Thunderbird, is used only where ours cannot be read.
"""

from __future__ import annotations

import csv
import glob
import os
import re
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import template_of
from seeddesk.domain.values import Value
from seeddesk.services import paths

if TYPE_CHECKING:
    from seeddesk.exchange.hunspell import Dictionary

LANGUAGES = ("it", "en")
_FILES = {"it": ("it_IT", "it-IT", "it"), "en": ("en_GB", "en-GB", "en_US", "en-US", "en")}
_KEPT = "words.txt"  # the person's own words, one a line
_ACRONYM = 6  # letters; what is all in capitals and no longer is taken for one
_FIRST_PART = 5  # letters of what stands before a hyphen and is no word by itself: co-progettazione, multi-ente
_NAMES = frozenset(
    {
        "title",
        "title_en",
        "previous_names",
        "lead_org.name",
        "partners[].name",
        "contact.name",
        "locations[].place",
        "collected_by",
    }
)
_ELIDED = frozenset(
    ["l", "un", "d", "all", "dall", "dell", "nell", "sull", "coll", "quell", "quest", "sant"]
)  # before a name the dictionary does not have
_FEMININE = frozenset(["un", "nessun", "alcun", "ciascun", "qualcun"])  # elided before feminine words only
_ELIDING = re.compile(r"[aeiouhàèéìòù]", re.IGNORECASE)
_ACCENTS = {"a": "à", "e": "éè", "i": "ì", "o": "ò", "u": "ù"}
# What is no word of a language: addresses, anything with a digit or an underscore in it. Tried only where something begins: at every letter of a
# picture pasted as text it would take minutes, in which no other thread runs.
_NO_WORD = re.compile(r"(?<!\S)\S*(?:://|@|www\.)\S*|\b\w*[\d_]\w*(?:[.,:/-]\w*\d\w*)*")
_LONGEST = 64  # letters; what has more is no word either
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?")
_SENTENCE_END = re.compile(r"(?:^|[.!?…:]|\n|[«“\"(–—•-])[\s«“\"'’(]*$")


class Span(NamedTuple):
    """A word to mark, from `start` to `end` in the text."""

    start: int
    end: int
    word: str


class Speller:
    """The words of one language. Made by `load`; every method may be called from any thread."""

    def __init__(self, lang: str, source: Path, dictionary: Dictionary) -> None:
        self.lang = lang
        self.source = source
        self._dictionary = dictionary
        self._own = own_words()
        self._right: dict[str, bool] = {}  # words looked up before: a text is checked again at every pause

    @classmethod
    def load(cls, lang: str) -> Speller | None:
        """The speller of a language, None where this computer has no dictionary of it that can be read. Takes a quarter of a second."""
        from seeddesk.exchange.hunspell import Dictionary

        for source in _found(lang):
            try:
                common = source.with_suffix(".common")
                return cls(
                    lang,
                    source,
                    Dictionary(
                        source.with_suffix(".aff").read_bytes(),
                        source.read_bytes(),
                        common.read_bytes() if common.is_file() else b"",
                    ),
                )
            except (OSError, LookupError):  # not ours to mend: the next one may do
                continue
        return None

    def check(
        self, text: str, known: Collection[str] = frozenset(), at: int = 0, around: int = sys.maxsize
    ) -> tuple[Span, ...]:
        """The words that are not spelt as the language has them, in order. known: words of this record, case folded, never marked · at, around: only those
        in so many characters before and behind a place.

        Not marked either: short acronyms, words with digits or inner capitals, addresses, names of Italian municipalities, and what begins with a
        capital inside a sentence, which is a name far more often than a mistake.
        """
        if _NO_WORD.search(text):
            text = _NO_WORD.sub(lambda match: " " * len(match[0]), text)
        return tuple(
            Span(match.start(), match.start() + len(word), word)
            for match in _WORD.finditer(text, max(0, at - around), min(len(text), at + around))
            if len(match[0]) <= _LONGEST
            and not (text.startswith("-", match.end()) and len(match[0]) <= _FIRST_PART)
            and not self._passes(match[0], text, match.start(), known)
            and (word := self._marked(match[0]))
        )

    def suggest(self, word: str) -> tuple[str, ...]:
        """What may have been meant, the likeliest first. Takes up to a tenth of a second."""
        return () if len(word) > _LONGEST else self._dictionary.near(word.replace("’", "'"))

    def learn(self, word: str) -> None:
        """Take a word into the person's own, for every language. Raises StorageError ``file-not-written``."""
        self._own = _keep(lambda words: words | {word})

    def forget(self, word: str) -> None:
        """Take a word out of the person's own. Raises StorageError ``file-not-written``."""
        self._own = _keep(lambda words: words - {word})

    def reload(self) -> None:
        """Read the person's own words again: the speller of the other language may have learnt some."""
        self._own = own_words()

    def _marked(self, word: str) -> str:
        """What of a word to mark: the apostrophe behind it too where it stands for an accent (perche')."""
        bare = word.rstrip("'’")
        accents = _ACCENTS.get(bare[-1:].lower(), "") if self.lang == "it" and len(word) - len(bare) == 1 else ""
        return word if any(self._dictionary.knows(bare[:-1] + accent) for accent in accents) else bare

    def _passes(self, word: str, text: str, at: int, known: Collection[str]) -> bool:
        plain = word.replace("’", "'")
        bare = plain.rstrip("'")
        if bare == "é" and self.lang == "it":  # no word, and often meant for è
            return False
        if (
            len(bare) < 2
            or (bare.isupper() and len(bare) <= _ACRONYM)
            or not (bare[1:].islower() or bare.isupper() or "'" in bare)
        ):
            return True
        return any(self._is_right(one, known) for one in dict.fromkeys((plain, bare))) or (
            bare[0].isupper() and not bare.isupper() and not _SENTENCE_END.search(text[max(0, at - 40) : at])
        )

    def _is_right(self, word: str, known: Collection[str]) -> bool:
        if word in self._own or word.lower() in self._own or word.casefold() in known:
            return True
        if word[0].isupper() and word.casefold() in _municipalities():
            return True
        found = self._right.get(word)
        if found is None:
            found = self._right[word] = self._dictionary.knows(word)
        if found or "'" not in word.rstrip("'"):
            return found
        first, _, rest = word.partition("'")  # dell'Arci: an article before a name
        if not _ELIDING.match(rest) or (len(rest) < 2 and rest.isascii()):  # l'casa, c'e
            return False
        if first.casefold() in _FEMININE and rest[0].islower() and self._dictionary.knows(rest):
            return False  # un'amico: the dictionary has the word, and not with this before it
        return (first.casefold() in _ELIDED or self._is_right(first + "'", known)) and (
            rest[0].isupper() or self._is_right(rest, known)
        )


def available() -> Mapping[str, Path | None]:
    """The dictionary that would be used for each language, None for none."""
    return {lang: next(_found(lang), None) for lang in LANGUAGES}


def how_to_get(lang: str, shown_in: str) -> str:
    """What to do where there is no dictionary of a language. shown_in: the language of the sentence."""
    return sentence(f"spelling-none-{lang}", shown_in, folder=dictionaries())


def language(template: str, values: Mapping[str, Value], default: str) -> str:
    """The language a text is checked in: English for a title in English, else the record's; "" where that is one without a dictionary."""
    said = "en" if template == "title_en" else values.get("record_language") or default
    return said if isinstance(said, str) and said in LANGUAGES else ""


def names_in(values: Mapping[str, Value]) -> frozenset[str]:
    """The words of a record's names (its title, organisations, people, places), as `Speller.check` wants them."""
    found: set[str] = set()
    for path, value in values.items():
        if isinstance(value, str) and template_of(path) in _NAMES:
            for word in _WORD.findall(value):
                plain = word.replace("’", "'").rstrip("'").casefold()
                found.update((plain, plain.rpartition("'")[2]))
    return frozenset(found)


def own_words() -> frozenset[str]:
    """The person's own words."""
    try:
        return frozenset(word for line in _words_file().read_text("utf-8").splitlines() if (word := line.strip()))
    except FileNotFoundError:
        return frozenset()


def dictionaries() -> Path:
    """The folder for dictionaries of one's own: ``it_IT.dic`` and ``it_IT.aff``."""
    return paths.settings_file().with_name("dictionaries")


def is_ours(path: Path) -> bool:
    """Whether a dictionary is one that comes with SeedDesk."""
    return path.parent == paths.resources() / "dictionaries"


def _found(lang: str) -> Iterator[Path]:
    """Dictionaries of a language that are here, the person's own first, then ours, then the computer's."""
    own = [dictionaries(), paths.resources() / "dictionaries"]
    for folder in (*own, *_folders()):
        for name in _FILES[lang]:
            path = folder / f"{name}.dic"
            if path.is_file() and path.with_suffix(".aff").is_file():
                yield path


def _folders() -> Iterator[Path]:
    """Where programs keep dictionaries on this system."""
    home = Path.home()
    office = "share/extensions/dict-*"
    if sys.platform == "win32":
        programs = [os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")]
        patterns = [f"{folder}/LibreOffice*/{office}" for folder in dict.fromkeys(programs) if folder]
        roaming = os.environ.get("APPDATA", "")
        patterns += [
            f"{roaming}/{program}/Profiles/*/extensions/*/dictionaries"
            for program in ("Mozilla/Firefox", "Thunderbird")
        ]
        patterns += [f"{roaming}/LibreOffice/*/user/uno_packages/cache/uno_packages/*/*.oxt*"]
    elif sys.platform == "darwin":
        patterns = [
            str(home / "Library/Spelling"),
            "/Library/Spelling",
            "/opt/homebrew/share/hunspell",
            "/usr/local/share/hunspell",
        ]
        patterns += [f"/Applications/LibreOffice*.app/Contents/Resources/{office.removeprefix('share/')}"]
    else:
        patterns = [
            "/usr/share/hunspell",
            "/usr/share/myspell",
            "/usr/share/myspell/dicts",
            "/usr/local/share/hunspell",
        ]
        patterns += [
            str(home / ".local/share/hunspell"),
            f"/usr/lib*/libreoffice/{office}",
            f"/opt/libreoffice*/{office}",
        ]
        patterns += [
            f"/snap/libreoffice/current/lib/libreoffice/{office}",
            f"/var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/libreoffice/{office}",
        ]
        patterns += [str(home / ".mozilla/firefox/*/extensions/*/dictionaries")]
    for pattern in patterns:
        for folder in sorted(glob.glob(pattern)):
            yield Path(folder)
            yield Path(folder) / "dictionaries"


@cache
def _municipalities() -> frozenset[str]:
    with (paths.resources() / "vocabularies" / "comuni.csv").open(encoding="utf-8", newline="") as file:
        labels = [row["label"] for row in csv.DictReader(file)]
    words = (
        word.casefold() for label in labels for word in re.findall(r"[^\W\d_]+", label.rpartition(" (")[0] or label)
    )
    return frozenset(word for word in words if len(word) > 1)


def _keep(change: Callable[[frozenset[str]], frozenset[str]]) -> frozenset[str]:
    from seeddesk.storage.files import write_atomic

    with _writing:
        words = change(own_words())
        write_atomic(_words_file(), "".join(f"{word}\n" for word in sorted(words, key=str.casefold)).encode())
    return words


def _words_file() -> Path:
    return paths.settings_file().with_name(_KEPT)


_writing = threading.Lock()
