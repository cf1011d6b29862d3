"""Make resources/fonts again: Inter in the two weights of the window, with the letters SeedDesk's languages need.

Usage: python build/fonts.py inter-ui-4.1.1.tgz, which `npm pack inter-ui@4.1.1` fetches. Needs fonttools 4.68 and brotli (pip install
"fonttools[woff]==4.68.0"), which nothing else here does. The same package always gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
PACKAGE = "inter-ui-4.1.1.tgz"
SHA256 = "e392e4d71f18a7c1f23dfecd833d68fa05eeab41862686584e80fd2b5d87e9c0"
WEIGHTS = ("Regular", "SemiBold")

# What the window's languages write, and the names it lists: Latin of all Europe, Greek, Cyrillic (regions of Bulgaria), and the signs of prose.
LETTERS = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x331), (0x370, 0x3FF), (0x400, 0x45F), (0x490, 0x491), (0x1E9E, 0x1E9E),
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x215F), (0x2190, 0x2199), (0x2200, 0x22FF),
    (0x25A0, 0x25CF), (0x2713, 0x2713), (0x2717, 0x2717), (0xFFFD, 0xFFFD),
)  # fmt: skip
# Kerning, accents, a language's own letters, figures of equal width. Not `calt`: it would show "->" as an arrow and "3x4" with another sign.
FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl", "tnum")
FIGURES = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
LINE = 20 / 14  # a line of text to the size of its letters, as the design has it
HEAD = """Inter (Inter-Regular.ttf, Inter-SemiBold.ttf)
=============================================

Version 4.1 ("4.001" in the files), by the Inter Project Authors. Source: https://rsms.me/inter, from the npm package inter-ui 4.1.1. build/fonts.py took
out the letters and features SeedDesk does not use, left the space, the hyphen and other signs their own width where figures are of equal width, and put more room
between two lines; the licence reserves no font name. The files are not under SeedDesk's own licence but under the terms below.

"""


def subset(content: bytes) -> bytes:
    """A font as a TrueType file with `LETTERS` and `FEATURES` only, lines of `LINE`, its dates kept."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(content), recalcTimestamp=False)
    substitutions = font["GSUB"].table
    for feature in substitutions.FeatureList.FeatureRecord:
        for number in feature.Feature.LookupListIndex if feature.FeatureTag == "tnum" else ():
            for table in substitutions.LookupList.Lookup[number].SubTable:
                table.mapping = {sign: wide for sign, wide in table.mapping.items() if sign in FIGURES}
    ascent, descent = font["hhea"].ascent, font["hhea"].descent
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = round(LINE * font["head"].unitsPerEm) - ascent + descent
    options = Options(
        layout_features=list(FEATURES),
        name_IDs=[*range(9), 13, 14, 16, 17],
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
    )
    choose = Subsetter(options)
    choose.populate(unicodes=[letter for first, last in LETTERS for letter in range(first, last + 1)])
    choose.subset(font)
    font.flavor = None  # not compressed: Qt reads it as it lies
    made = io.BytesIO()
    font.save(made)
    return made.getvalue()


def main(arguments: list[str]) -> int:
    """Write the fonts and their licence."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        print(__doc__)
        return 2
    archive = Path(arguments[0]).read_bytes()
    if hashlib.sha256(archive).hexdigest() != SHA256:
        print(f"This is not {PACKAGE} as it was published.", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(archive)) as package:

        def read(name: str) -> bytes:
            member = package.extractfile(f"package/{name}")
            assert member is not None, name
            return member.read()

        for weight in WEIGHTS:
            made = subset(read(f"web/Inter-{weight}.woff2"))
            (TARGET / f"Inter-{weight}.ttf").write_bytes(made)
            print(f"Inter-{weight}.ttf: {len(made):,} bytes")
        licence = read("LICENSE.txt").decode("utf-8").replace("\r\n", "\n")
    (TARGET / "LICENSE.txt").write_text(HEAD + licence, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
