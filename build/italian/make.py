"""Make resources/dictionaries/it.dic, it.aff and it.common again: the Italian words SeedDesk checks spelling by.

    npm pack italian-words-dict@3.4.0 italian-adjectives-dict@3.4.0 italian-verbs-dict@3.4.0
    pip download --no-deps wordfreq==3.1.1
    python build/italian/make.py [FOLDER OF THE FOUR FILES]

The same files always give the same bytes. Nouns, adjectives and verbs are those of Morph-it!; how often a word is written, and words that are written
often and made as Italian makes words, come from wordfreq; the rest is in words.txt and rules.aff beside this file. Licences: resources/dictionaries/LICENSE.txt.
Standard library only.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import struct
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent.parent / "resources" / "dictionaries"
SOURCES = {
    "italian-words-dict-3.4.0.tgz": "206140def521b43aa2b73f425caca5025e6d616e393f819c6e4fa159a3e25aa2",
    "italian-adjectives-dict-3.4.0.tgz": "06daedcdef8d70140f7da82f77ebd688ad3ca94d0e5990b998ae248e21418e2b",
    "italian-verbs-dict-3.4.0.tgz": "eeb5e913fb201c4b759ac16979761ba3920808443812220c02728c7e2751ede2",
    "wordfreq-3.1.1-py3-none-any.whl": "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473",
}
WORD = re.compile(r"[a-zàèéìòùç]+")
VOWEL = re.compile(r"[aeiouhàèéìòù]", re.IGNORECASE)
SHARED = 3  # words that a rule must serve; what fewer have in common is written out
COMMON = 280  # hundredths of the Zipf scale: one word in 1.6 million; what is rarer is not told apart in suggestions
SLIP = 60  # the same scale: a word so much rarer than one that differs by a letter is a slip
KNOWN = 215  # the same scale: what wordfreq knows is taken for a word from here on, if it is also made like one

ONE = ("mi", "ti", "si", "ci", "vi", "lo", "la", "li", "le", "ne", "gli")
CLITICS = (*ONE, *(a + b for a in ("me", "te", "se", "ce", "ve", "glie") for b in ("lo", "la", "li", "le", "ne")))
GERUND = re.compile(rf"(.+ndo)(?:{'|'.join(sorted(CLITICS, key=len, reverse=True))})?")
EITHER = ("ista", "asta", "auta", "eta", "ita", "ota", "atta", "atra", "ata")  # a person of either gender: un'artista
LIKE_A_WORD = re.compile(  # endings that Italian makes new words with
    r".{3,}(?:zion[ei]|ment[oi]|ism[oi]|bil[ei]|[ltvb]ità|logi[ae]|(?:log|graf|ist)ic(?:[oai]|he)|grafi[ae]|tric[ei]|izzat[oaie]|izzant[ei])"
    r"|.{3,}(?:nomi[ae]|metri[ae]|patic(?:[oai]|he)|terapi[ae]|terapist[aei]|zional[ei]|mental[ei]|enzial[ei]|ttural[ei]|[aiu]tiv[oaie]|ator[ei]|atori[ae])"
)
BEGUN = re.compile(r"(?:ri|pre|co|dis|tri|bi|sub)(.{5,})")
LETTERS = "aeioàèéìòùbcdfghlmnpqrstuvz"


@dataclass
class Lexicon:
    """The words and what is known of them. groups: of a lemma, forms that go together, each set in a rule of its own if others share it."""

    plain: dict[str, set[str]] = field(default_factory=dict)
    groups: list[tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)

    def add(self, word: str, *before: str) -> None:
        """A word by itself. before: what may stand before it where it begins with a vowel."""
        flags = self.plain.setdefault(word, set())
        if VOWEL.match(word):
            flags.update(before)
        if "P" in before:
            flags.add("P")
        self.forms.add(word)

    def also(self, lemma: str, forms: Iterable[str], before: Collection[str], ends: Iterable[str] = ("",)) -> None:
        """Forms of a lemma, each with every one of the ends."""
        rules = {change(lemma, form + end) for form in forms for end in ends} - {("", "")}
        self.forms.update(lemma[: len(lemma) - len(strip)] + add for strip, add in rules)
        if rules:
            self.groups.append((lemma, tuple(sorted(rules)), tuple(sorted(before))))


def change(lemma: str, form: str) -> tuple[str, str]:
    """What is taken off the end of the lemma and what is put there to make the form."""
    same = 0
    while same < min(len(lemma), len(form)) and lemma[same] == form[same]:
        same += 1
    return lemma[same:], form[same:]


def flat(value: object) -> Iterator[str]:
    """Every form in a table of a verb."""
    if isinstance(value, dict):
        for one in value.values():
            yield from flat(one)
    elif isinstance(value, str) and WORD.fullmatch(value):
        yield value


def nouns(lexicon: Lexicon, table: dict[str, dict[str, str | None]]) -> None:
    """Singular and plural. Words with hyphens, digits and points are left: they are not looked up whole."""
    for lemma, one in table.items():
        if not WORD.fullmatch(lemma):
            continue
        before = ("E", "P", *(("U",) if one["G"] == "F" or lemma.endswith(EITHER) else ()))
        if "S" not in one:
            lexicon.add(lemma, *before)
            lexicon.also(lemma, flat({"P": one["P"]}), before)
        else:
            for form in flat({name: one[name] for name in ("S", "P")}):
                lexicon.add(form, *before)


def adjectives(lexicon: Lexicon, table: dict[str, dict[str, str | None]]) -> None:
    """Four forms, the superlative, the adverb."""
    for lemma, one in table.items():
        if not WORD.fullmatch(lemma) or "MS" in one:
            continue
        plural, feminine = next(flat({"": one["MP"]}), ""), next(flat({"": one["FS"]}), "")
        lexicon.add(lemma, "E", "P", *(("U",) if feminine == lemma else ()))
        if feminine and feminine != lemma and VOWEL.match(feminine):
            lexicon.add(feminine, "E", "P", "U")
        lexicon.also(lemma, flat(one), ("E", "P"))
        if plural:
            lexicon.also(lemma, [plural[:-1] + "issim"], (), "oaie")
        if feminine:
            lexicon.also(lemma, [re.sub(r"(?<=[lr])e$", "", feminine) + "mente"], ())


def verb(lexicon: Lexicon, lemma: str, table: dict[str, Any]) -> None:
    """All tenses; pronouns behind the infinitive, the gerund, the imperative and the participle."""
    infinitive = lemma[:-2] + "e" if lemma.endswith("rsi") else lemma
    lexicon.add(infinitive, "V")
    for mood in ("ind", "sub", "cond", "part"):
        for forms in (table.get(mood) or {}).values():
            lexicon.also(infinitive, flat(forms), ("V",))
    short = infinitive[:-2] if infinitive.endswith("rre") else infinitive[:-1]
    lexicon.also(infinitive, [short], ("V",), ("", *CLITICS))
    gerund = GERUND.fullmatch((table.get("ger") or {}).get("pres") or "")
    if gerund:
        lexicon.also(infinitive, [gerund[1]], (), ("", *CLITICS))
    for form in sorted(set(flat((table.get("impr") or {}).get("pres")))):
        lexicon.also(infinitive, [form], (), ("", *CLITICS))
    past = (table.get("part") or {}).get("past")
    lexicon.also(infinitive, sorted(set(flat(past))), (), ("si", "ne", "lo", "la", "li", "le", "gli", "ci", "vi"))


def verbs(lexicon: Lexicon, table: dict[str, dict[str, Any]], models: Iterable[tuple[str, str]]) -> None:
    """The verbs of the table, and new ones that go like one of them."""
    for lemma, one in table.items():
        if re.fullmatch(r"[a-zàèéìòù]+(?:are|ere|ire|rre|rsi)", lemma):
            verb(lexicon, lemma, one)
    for new, model in models:
        old, put = ("", new.removesuffix(model)) if new.endswith(model) else (model[:-3], new[:-3])
        text = re.sub(rf'(?<=": ")({old})(?=[^"]*")', put, json.dumps(table[model], ensure_ascii=False))
        verb(lexicon, new, json.loads(text))


def own(lexicon: Lexicon, text: str) -> tuple[list[tuple[str, str]], set[str]]:
    """Take up the words of words.txt; returns its verbs, with what each goes like, and what is no word."""
    models: list[tuple[str, str]] = []
    wrong: set[str] = set()
    for token in re.sub(r"(?m)^#.*", "", text).split():
        if "=" in token:
            new, _, model = token.partition("=")
            models.append((new, model))
        elif token.startswith("["):
            wrong.add(token.strip("[]"))
        else:
            stem, bar, ends = token.rstrip("*").partition("|")
            for end in ends.split(",") if bar else [""]:
                masculine = token.endswith("*") or (bar and end in ("o", "i"))
                elided = (stem + end).endswith("'") or stem[0].isupper() or len(stem + end) < 3
                lexicon.add(stem + end, *(() if elided else ("E",) if masculine else ("E", "U")))
    return models, wrong


def near(word: str) -> Iterator[str]:
    """Every way of writing the word with one letter twisted, left out, wrong or too many."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        yield head + tail[1:]
        yield head + tail[1:2] + tail[:1] + tail[2:]
        for letter in LETTERS:
            yield head + letter + tail[1:]
            yield head + letter + tail


def frequent(lexicon: Lexicon, zipf: dict[str, int], wrong: Collection[str]) -> None:
    """Words that wordfreq knows and Morph-it! does not, if Italian makes words so and they are no slip for one that is far more usual."""
    for word, often in zipf.items():
        if often < KNOWN or word in lexicon.forms or word in wrong or len(word) < 7 or not WORD.fullmatch(word):
            continue
        begun = BEGUN.fullmatch(word)
        known = begun is not None and begun[1] in lexicon.forms and zipf.get(begun[1], 0) >= often
        if (known or LIKE_A_WORD.fullmatch(word)) and all(
            zipf.get(one, 0) < often + SLIP or one[:-1] == word[:-1] for one in near(word) if one in lexicon.forms
        ):
            lexicon.add(word, "E", "U", "P")


def written(lexicon: Lexicon, wrong: Collection[str]) -> tuple[str, str]:
    """The two files: rules that at least some words share, and the stems with the signs of their rules."""
    shared = Counter(rules for _, rules, _ in lexicon.groups)
    flags: dict[tuple[tuple[str, str], ...], str] = {}
    signs = (chr(number) for number in range(0x100, 0x2000) if chr(number).isalpha())
    for rules, number in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if number >= SHARED:
            flags[rules] = next(signs)
    words = {word: set(held) for word, held in lexicon.plain.items()}
    for lemma, rules, before in lexicon.groups:
        if rules in flags:
            words.setdefault(lemma, set()).add(flags[rules])
            continue
        for strip, add in rules:
            form = lemma[: len(lemma) - len(strip)] + add
            words.setdefault(form, set()).update(sign for sign in before if sign == "P" or VOWEL.match(form))
    lines = [(HERE / "rules.aff").read_text("utf-8")]
    for rules, sign in flags.items():
        lines += [f"SFX {sign} Y {len(rules)}\n", *(f"SFX {sign} {strip or 0} {add or 0} .\n" for strip, add in rules)]
    words |= {word: {"?"} for word in wrong}
    stems = [f"{word}/{''.join(sorted(held))}" if held else word for word, held in sorted(words.items())]
    return "".join(lines), "\n".join((str(len(stems)), *stems, ""))


def zipf_of(data: bytes) -> dict[str, int]:
    """Word -> hundredths of its place on the Zipf scale, out of wordfreq's file (MessagePack: a list of words for each hundredth of a bel)."""
    at = 0

    def number(kind: str) -> int:
        nonlocal at
        (value,) = struct.unpack_from(f">{kind}", data, at)
        at += struct.calcsize(kind)
        return int(value)

    def read() -> Any:
        nonlocal at
        sign = number("B")
        if sign < 0x80:
            return sign
        if sign < 0x90:
            return {read(): read() for _ in range(sign & 15)}
        if sign < 0xA0 or sign in (0xDC, 0xDD):
            return [read() for _ in range(sign & 15 if sign < 0xA0 else number("H" if sign == 0xDC else "I"))]
        length = sign & 31 if sign < 0xC0 else number({0xD9: "B", 0xDA: "H"}[sign])
        at += length
        return data[at - length : at].decode()

    return {word: 900 - place for place, words in enumerate(read()[1:]) for word in words}


def main() -> None:
    """Write the three files. Raises ValueError where a source is not the one named above."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    for name, digest in SOURCES.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            raise ValueError(f"{name} is another edition")
    tables = []
    for name, part in zip(SOURCES, ("words", "adjectives", "verbs"), strict=False):
        with tarfile.open(folder / name) as archive:
            table = archive.extractfile(f"package/dist/{part}.json")
            assert table is not None, part  # a folder has no content
            tables.append(json.load(table))
    with zipfile.ZipFile(folder / list(SOURCES)[3]) as archive:
        zipf = zipf_of(gzip.decompress(archive.read("wordfreq/data/large_it.msgpack.gz")))
    lexicon = Lexicon()
    models, wrong = own(lexicon, (HERE / "words.txt").read_text("utf-8"))
    for table in tables:
        for lemma in wrong & table.keys():
            del table[lemma]
    nouns(lexicon, tables[0])
    adjectives(lexicon, tables[1])
    verbs(lexicon, tables[2], models)
    frequent(lexicon, zipf, wrong)
    aff, dic = written(lexicon, wrong)
    common = [
        word
        for word, often in sorted(zipf.items(), key=lambda item: (-item[1], item[0]))
        if often >= COMMON and not lexicon.forms.isdisjoint((word, word.title(), word.partition("'")[2]))
    ]
    for name, text in (("it.aff", aff), ("it.dic", dic), ("it.common", "\n".join((*common, "")))):
        (TARGET / name).write_bytes(text.encode())
        print(f"{name}: {len(text.encode()):,} bytes")


if __name__ == "__main__":
    main()
