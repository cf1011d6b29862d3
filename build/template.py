"""Draw resources/templates: SeedDesk's own layout of the practice form as Word documents, for centres that want to change it.

python build/template.py [--check]      with --check nothing is written, and a difference is an error
"""

from __future__ import annotations

import sys
from pathlib import Path

from seeddesk.domain.form import Form
from seeddesk.exchange.docx.package import entry, pack
from seeddesk.exchange.docx.writer import drawn
from seeddesk.exchange.xform import load_form

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "templates"
LANGUAGES = ("it", "en")


def template(form: Form, lang: str) -> bytes:
    """The template of a language: without a payload, which a dossier adds."""
    found = drawn(form, lang, as_template=True)
    return pack(entry(name, data, 9) for name, data in found.items())


def main(arguments: list[str]) -> int:
    """Write the templates, or check those that are there."""
    form = load_form(ROOT / "forms" / "practice")
    for lang in LANGUAGES:
        path = FOLDER / f"dossier-{lang}.docx"
        data = template(form, lang)
        if "--check" in arguments:
            if not path.is_file() or path.read_bytes() != data:
                print(f"{path.relative_to(ROOT)} is not what build/template.py draws: run it", file=sys.stderr)
                return 1
        else:
            FOLDER.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
