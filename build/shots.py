#!/usr/bin/env python3
"""Pictures of every page: light, dark and high contrast, Italian and English, 1280x800 and 1920x1080, empty and with practices.

``python build/shots.py [OUT] [--only WORD]``: into OUT (default: shots/), with one contact sheet for each page; WORD: only pages whose name has it.
The practices are the 787 real ones of ../shared/data where that folder is, else the samples. Runs offscreen unless QT_QPA_PLATFORM says otherwise, with
a home of its own that is thrown away.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
THEMES, LANGS = ("light", "dark", "contrast"), ("it", "en")
SIZES = ((1280, 800), (1920, 1080))
REAL = ROOT.parent / "shared" / "data" / "practices" / "ecesp" / "good_practices.csv"
MAP = (
    "Title=title,Description=overview,Link=website,Organisation=lead_org.name,Type of Organisation=lead_org.type,"
    "Country=country,Language=record_language"
)
ACROSS, SMALL = 4, 480  # pictures in a row of a contact sheet, pixels each

if TYPE_CHECKING:
    from seeddesk.gui.app import Program
    from seeddesk.services.workspace import Workspace


def own_home(folder: Path) -> None:
    """Everything the program keeps goes into a folder of its own."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(folder)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder / name.lower())


def wait(milliseconds: int) -> None:
    """Let the window work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(holds: Callable[[], object]) -> None:
    """Wait for something, two minutes at most."""
    end = time.monotonic() + 120
    while not holds():
        if time.monotonic() > end:
            raise SystemExit("The window did not get there in two minutes.")
        wait(30)


def calm(program: Program) -> None:
    """Wait until nothing is under way, and what came of it is drawn."""
    wait(80)
    until(lambda: program.runner is None or not program.runner.busy)
    wait(60)


def started(program: Program, pages: bool) -> None:
    """Wait until a program stands. pages: whether it opens a catalogue."""
    until(lambda: program.desk is not None and (program.window.pages or not pages))
    calm(program)


# -- what there is to see ----------------------------------------------------------------------------------------------


def fill(folder: Path) -> tuple[Path, list[Path]]:
    """A catalogue of practices, two of them in conflict, and files that came back; where they lie."""
    from seeddesk.domain.query import Query
    from seeddesk.services import exporting, merging, recording
    from seeddesk.services.cataloguing import first_rows
    from seeddesk.services.workspace import Workspace

    location = folder / "filled.seeddesk"
    with Workspace.create(str(location), "Ada", "it") as ws:
        samples = ROOT / "resources" / "samples" / "practices.it.csv"
        merging.import_files(ws, [samples], backup=False)
        if REAL.exists():
            merging.import_files(ws, [REAL], MAP, backup=False)
        rows = first_rows(ws, Query(sort="completeness"), limit=3)
        for row in rows[:2]:
            part_ways(ws, row.id)
        sent = exporting.export_dossiers(ws, [row.id for row in rows], folder / "back", "it")
        draft = recording.open_draft(ws, rows[2].id)
        recording.save(ws, draft, {"volunteers": "31"})
    broken = folder / "back" / "broken.docx"
    broken.write_bytes(b"PK\3\4 nothing more")
    return location, [*sent, broken]


def part_ways(ws: Workspace, practice: str) -> None:
    """Two people save different things."""
    from seeddesk.services import recording

    drafts = [recording.open_draft(ws, practice) for _ in range(2)]
    old = str(drafts[0].values.get("need") or "")
    recording.save(ws, drafts[0], {"need": f"In tre anni sono venute 120 persone. {old}", "volunteers": "14"})
    recording.save(ws, drafts[1], {"need": f"{old} Ora arrivano anche dai paesi vicini.", "volunteers": "19"})


def first_run(_window: Any, _program: Program) -> Iterator[str]:
    """The three questions, which are in front already."""
    yield "first-run"


def empty_pages(window: Any, _program: Program) -> Iterator[str]:
    """Pages of a catalogue without a practice, one after the other in front."""
    for name in ("catalogue", "practice", "merge"):
        window.show_page(name)
        yield f"{name}-empty"
    window.pages["merge"].show_tab("conflicts")
    yield "conflicts-empty"
    window.show_page("practice", "new")
    yield "practice-new"


def filled_pages(window: Any, program: Program, returns: list[Path]) -> Iterator[str]:
    """Pages with practices."""
    catalogue = window.pages["catalogue"]
    catalogue.columns.sorted.emit("completeness")
    yield "catalogue"
    catalogue.box.setText("anziani")
    yield "catalogue-search"
    catalogue.box.clear()
    calm(program)
    window.show_commands()
    yield "palette"
    window._commanding.palette.line.setText("imp")
    yield "palette-typed"
    window._commanding.palette.leave()
    window.show_help()
    yield "help"
    window.show_help("keys")
    yield "help-keys"
    from seeddesk.gui.models.practices import ROW

    practice = catalogue.model.index(0).data(ROW).id
    window.show_page("practice", practice)
    editor = window.pages["practice"].editor
    until(lambda: editor.views)
    for number in range(len(editor.session.form.sections)):
        if editor.session.form.sections[number].shown:
            editor.show_section(number)
            until(lambda: editor.view.whole)
            yield f"editor-{number:02}"
    editor.show_section(0)
    window.pages["practice"].show_preview(True)
    yield "preview"
    window.pages["practice"].show_preview(False)
    window.pages["practice"].begin_interview()
    yield "interview"
    window.pages["practice"].interview.close_up()
    window.show_page("merge", [str(path) for path in returns])
    calm(program)
    window.pages["merge"].returns.table.setCurrentIndex(window.pages["merge"].returns.model.index(0))
    yield "merge"
    window.pages["merge"].show_tab("conflicts")
    yield "conflicts"
    for tab in ("general", "forms", "safety"):
        window.show_page("settings", tab)
        yield f"settings-{tab}"


def alone(window: Any, program: Program) -> Iterator[str]:
    """What stands in the frame without a catalogue."""
    from seeddesk.gui.pages.recovery_code import RecoveryCodePage

    yield "opening"
    assert program.runner is not None
    window.show_alone(RecoveryCodePage(program.runner, "new", "catalogue.seeddesk"))
    yield "protection"
    window.show_help()
    yield "help-opening"


# -- the pictures ------------------------------------------------------------------------------------------------------


def shoot(program: Program, out: Path, names: Iterator[str], tag: str, only: str) -> int:
    """Each page at each size; how many pictures."""
    made = 0
    for name in names:
        if only in name:
            for width, height in SIZES:
                program.window.resize(width, height)
                calm(program)
                program.window.grab().save(str(out / f"{name}--{tag}-{width}.png"))
                made += 1
    return made


def sheets(out: Path) -> None:
    """One contact sheet for each page, each picture with its name."""
    from PIL import Image, ImageDraw

    pages: dict[str, list[Path]] = {}
    for path in sorted(out.glob("*--*.png")):
        pages.setdefault(path.name.partition("--")[0], []).append(path)
    for name, paths in pages.items():
        cells = []
        for path in paths:
            with Image.open(path) as picture:
                high = picture.height * SMALL // picture.width
                cell = Image.new("RGB", (SMALL, high + 16), "white")
                cell.paste(picture.convert("RGB").resize((SMALL, high), Image.Resampling.LANCZOS), (0, 16))
            ImageDraw.Draw(cell).text((4, 2), path.stem, fill="black")
            cells.append(cell)
        tall = max(cell.height for cell in cells)
        sheet = Image.new("RGB", (ACROSS * (SMALL + 8), -(-len(cells) // ACROSS) * (tall + 8)), "#888888")
        for number, cell in enumerate(cells):
            sheet.paste(cell, (number % ACROSS * (SMALL + 8), number // ACROSS * (tall + 8)))
        sheet.save(out / f"sheet-{name}.jpg", quality=88)


def run(out: Path, only: str = "", themes: tuple[str, ...] = THEMES, langs: tuple[str, ...] = LANGS) -> int:
    """Make the pictures; how many."""
    out.mkdir(parents=True, exist_ok=True)
    made = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own_home(folder)
        from PySide6.QtWidgets import QApplication

        from seeddesk.gui.app import Program
        from seeddesk.services import settings
        from seeddesk.services.workspace import Workspace

        location, returns = fill(folder)
        empty, damaged = folder / "empty.seeddesk", folder / "damaged.seeddesk"
        Workspace.create(str(empty), "Ada", "it").close()
        damaged.write_bytes(b"SQLite format 3\0" + bytes(5000))
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        for theme in themes:
            for lang in langs:
                tag = f"{theme}-{lang}"
                for author, place, pages in (
                    ("", empty, first_run),
                    ("Ada", damaged, alone),
                    ("Ada", empty, empty_pages),
                    ("Ada", location, partial(filled_pages, returns=returns)),
                ):
                    settings.change(author=author, lang=lang, theme=theme, catalogue=str(place))
                    program = Program(app)
                    program.start()
                    started(program, bool(author) and place is not damaged)
                    made += shoot(program, out, pages(program.window, program), tag, only)
                    program.window.close()
                    program.close()
                    program.deleteLater()
    sheets(out)
    return made


def main() -> int:
    """Make all pictures; returns the exit code."""
    arguments = sys.argv[1:]
    only = ""
    if "--only" in arguments:
        at = arguments.index("--only")
        only = "".join(arguments[at + 1 : at + 2])
        del arguments[at : at + 2]
    if len(arguments) > 1 or any(each.startswith("-") for each in arguments):
        print(__doc__)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(arguments[0]) if arguments else ROOT / "shots"
    print(f"{run(out, only)} pictures in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
