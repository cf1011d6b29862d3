#!/usr/bin/env python3
"""The window's languages: gather the texts, build what Qt loads.

``python build/i18n.py update`` gathers every tr() of seeddesk/gui into resources/translations/seeddesk_<lang>.ts (translated there, with Qt
Linguist or any editor) · ``release`` builds the .qm files · ``check`` fails on a text that is missing or stale, and in Italian and English on one that is
unfinished: in the languages that are begun such a text is said in English.
Run it with the project's environment: the tools come with PySide6.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("it", "en")  # whole
BEGUN = ("el", "ro", "sl", "hr")


def tool(name: str) -> str:
    """The path of one of Qt's tools in the package of PySide6."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    found = next((path for path in (folder / name, folder / f"{name}.exe") if path.exists()), None)
    if found is None:
        raise SystemExit(f"{name} is not in this PySide6. Install PySide6-Essentials again.")
    return str(found)


def sources() -> list[str]:
    """Every module with texts, in a fixed order, relative to the root."""
    return [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "seeddesk" / "gui").rglob("*.py"))]


def update(folder: Path = FOLDER) -> None:
    """Gather the texts; translations that exist stay, texts that are gone go."""
    folder.mkdir(parents=True, exist_ok=True)
    for lang in (*LANGUAGES, *BEGUN):
        target = folder / f"seeddesk_{lang}.ts"
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", lang, "-silent"]
        if lang == "en":
            options.append("-pluralonly")  # English is the source: only its plurals need words
        subprocess.run([tool("lupdate"), *sources(), *options, "-ts", str(target)], cwd=ROOT, check=True)
        said = target.read_text("utf-8").replace("&apos;", "'")  # as a translator writes it
        target.write_text(said, "utf-8")


def release(folder: Path = FOLDER) -> None:
    """Build the .qm files. What is counted is written as the language writes numbers, ``100.000 pratiche``: `%n` becomes `%Ln`."""
    for lang in (*LANGUAGES, *BEGUN):
        made, target = folder / f"seeddesk_{lang}.qm.new", folder / f"seeddesk_{lang}.qm"
        with tempfile.TemporaryDirectory() as name:
            tree = ElementTree.parse(FOLDER / f"seeddesk_{lang}.ts")
            for form in tree.iter("numerusform"):
                form.text = form.text and form.text.replace("%n", "%Ln")
            source = Path(name) / f"seeddesk_{lang}.ts"
            tree.write(source, "utf-8", xml_declaration=True)
            subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(made)], cwd=ROOT, check=True)
        made.replace(target)  # never in place: a program that runs has the old one mapped into its memory


def texts(path: Path) -> dict[tuple[str, str], bool]:
    """(context, text) -> whether it is translated, plurals included."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            forms = list(translation.iter("numerusform")) if translation is not None else []
            words = [form.text for form in forms] if forms else [translation.text if translation is not None else ""]
            found[name, message.findtext("source") or ""] = done and all(word and word.strip() for word in words)
    return found


def check() -> list[str]:
    """What is wrong, in sentences; empty when all is well."""
    wrong = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for lang in (*LANGUAGES, *BEGUN):
            (fresh / f"seeddesk_{lang}.ts").write_bytes((FOLDER / f"seeddesk_{lang}.ts").read_bytes())
        update(fresh)
        release(fresh)
        for lang in (*LANGUAGES, *BEGUN):
            kept, now = texts(FOLDER / f"seeddesk_{lang}.ts"), texts(fresh / f"seeddesk_{lang}.ts")
            wrong += [f"{lang}: not gathered yet: {text!r} ({context})" for context, text in now.keys() - kept.keys()]
            wrong += [f"{lang}: no longer used: {text!r} ({context})" for context, text in kept.keys() - now.keys()]
            wrong += [
                f"{lang}: not translated: {text!r} ({context})"
                for (context, text), done in kept.items()
                if not done and lang in LANGUAGES
            ]
            if (fresh / f"seeddesk_{lang}.qm").read_bytes() != (FOLDER / f"seeddesk_{lang}.qm").read_bytes():
                wrong.append(f"{lang}: the .qm is older than its .ts; run build/i18n.py release")
    return sorted(wrong)


def main() -> int:
    """The command named first."""
    command = sys.argv[1] if len(sys.argv) == 2 else ""
    if command == "update":
        update()
        release()
    elif command == "release":
        release()
    elif command == "check":
        wrong = check()
        print("\n".join(wrong) or "All texts are there in every language.")
        return 1 if wrong else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
