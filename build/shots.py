#!/usr/bin/env python3
"""Pictures of every page: light, dark and high contrast, Italian and English, 1280x800 and 1920x1080, empty and with practices.

``python build/shots.py [OUT] [--only WORD] [--look THEME-LANG] [--invented]``: into OUT (default: shots/), with one contact sheet for each page. WORD: only pages
whose name has it; only these are visited. THEME-LANG: only this look, as ``dark-it``. The practices are the 787 real ones of ../shared/data where
that folder is, else the samples; with --invented, for pictures that are published, only the samples. They are brought in once; each look is a process of its own, as many at a time as there are processors. Runs
offscreen unless QT_QPA_PLATFORM says otherwise, with a home of its own that is thrown away.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
LOOKS = tuple(f"{theme}-{lang}" for theme in ("light", "dark", "contrast") for lang in ("it", "en"))
SIZES = ((1280, 800), (1920, 1080))
REAL = ROOT.parent / "shared" / "data" / "practices" / "ecesp" / "good_practices.csv"
MAP = (
    "Title=title,Description=overview,Link=website,Organisation=lead_org.name,Type of Organisation=lead_org.type,"
    "Country=country,Language=record_language"
)
PAGES = ("catalogue", "practice", "merge", "organisations", "bin", "changes", "settings")
ACROSS, SMALL = 4, 480  # pictures in a row of a contact sheet, pixels each
QUICK = 85  # Qt's quality of a PNG: little packing, which takes most of the time otherwise

if TYPE_CHECKING:
    from seeddesk.gui.app import Program
    from seeddesk.services.workspace import Workspace


def own_home(folder: Path, cache: Path) -> None:
    """Everything the program keeps goes into a folder of its own; compiled forms are shared by all looks."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(folder)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder / name.lower())
    os.environ["XDG_CACHE_HOME"] = str(cache)


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
    wait(60)
    until(lambda: program.runner is None or not program.runner.busy)
    page: Any = program.window.pages.get("practice")
    until(lambda: page is None or getattr(page.editor.view, "whole", True))
    wait(30)


def started(program: Program, pages: bool) -> None:
    """Wait until a program stands. pages: whether it opens a catalogue."""
    until(lambda: program.desk is not None and (program.window.pages or not pages))
    calm(program)


# -- what there is to see ----------------------------------------------------------------------------------------------


def fill(folder: Path, lang: str = "it", real: bool = True) -> None:
    """An empty catalogue, a damaged one, one of practices (two of them in conflict), and in back/ files that came back."""
    from seeddesk.domain.query import Query
    from seeddesk.services import bulk, exporting, merging, recording
    from seeddesk.services.cataloguing import first_rows
    from seeddesk.services.workspace import Workspace

    Workspace.create(str(folder / "empty.seeddesk"), "Ada", "it").close()
    (folder / "damaged.seeddesk").write_bytes(b"SQLite format 3\0" + bytes(5000))
    with Workspace.create(str(folder / "filled.seeddesk"), "Ada", lang) as ws:
        samples = ROOT / "resources" / "samples" / f"practices.{lang}.csv"
        merging.import_files(ws, [samples], backup=False)
        if real and REAL.exists():
            merging.import_files(ws, [REAL], MAP, backup=False)
        several = [row.id for row in first_rows(ws, Query(sort="completeness"), limit=40)]
        year, keyword = ("catalogo 2026", "mobilità") if lang == "it" else ("catalogue 2026", "mobility")
        for edit in (bulk.Set("level_of_action", "local"), bulk.Tag(add=(year,))):
            bulk.apply(ws, bulk.plan(ws, several, edit))
        rows = first_rows(ws, Query(sort="completeness"), limit=3)
        for row in rows[:2]:
            part_ways(ws, row.id, lang)
        exporting.export_dossiers(ws, [row.id for row in rows], folder / "back", lang)
        for row, volunteers in ((rows[0], "22"), (rows[2], "27")):
            come_back(folder / "back" / f"{row.code}.docx", ws.form.fields["volunteers"].label[lang], volunteers)
        draft = recording.open_draft(ws, rows[2].id)
        recording.save(ws, draft, {"staff_fte": "2", "tags": (keyword,)})
        if real and REAL.exists():
            recording.delete(ws, first_rows(ws, Query(sort="title"), limit=1)[0].id)
    (folder / "back" / "broken.docx").write_bytes(b"PK\3\4 nothing more")


def come_back(path: Path, label: str, answer: str) -> None:
    """Somebody wrote another answer into a dossier that was sent."""
    from docx import Document

    document = Document(str(path))
    rows = (row for table in document.tables for row in table.rows if len(row.cells) == 2)
    cell = next(row.cells[1] for row in rows if row.cells[0].text.startswith(label))
    cell.text = answer
    document.save(str(path))


def part_ways(ws: Workspace, practice: str, lang: str) -> None:
    """Two people save different things."""
    from seeddesk.services import recording

    before, behind = {
        "it": ("In tre anni sono venute 120 persone.", "Ora arrivano anche dai paesi vicini."),
        "en": ("In three years 120 people have come.", "Now they come from the villages nearby as well."),
    }[lang]
    drafts = [recording.open_draft(ws, practice) for _ in range(2)]
    old = str(drafts[0].values.get("need") or "")
    recording.save(ws, drafts[0], {"need": f"{before} {old}", "volunteers": "14"})
    recording.save(ws, drafts[1], {"need": f"{old} {behind}", "volunteers": "19"})


@dataclass
class Page:
    """One thing to see. bring: puts it in front; False when there is no such thing here · leave: puts it away again."""

    name: str
    bring: Callable[[], object]
    leave: Callable[[], object] = lambda: None


def first_run(_program: Program, _returns: list[Path]) -> Iterator[Page]:
    """The three questions, which are in front already."""
    yield Page("first-run", lambda: None)


def alone(program: Program, _returns: list[Path]) -> Iterator[Page]:
    """What stands in the frame without a catalogue."""
    from seeddesk.gui.pages.recovery_code import RecoveryCodePage

    window: Any = program.window
    runner = program.runner
    assert runner is not None
    yield Page("opening", lambda: None)
    yield Page("help-opening", window.show_help)
    yield Page("protection", lambda: window.show_alone(RecoveryCodePage(runner, "new", "catalogue.seeddesk")))


def empty_pages(program: Program, _returns: list[Path]) -> Iterator[Page]:
    """Pages of a catalogue without a practice."""
    window: Any = program.window
    for name in PAGES:
        if name != "settings":
            yield Page(f"{name}-empty", partial(window.show_page, name))

    def conflicts() -> None:
        window.show_page("merge")
        window.pages["merge"].show_tab("conflicts")

    yield Page("conflicts-empty", conflicts)
    yield Page("practice-new", lambda: window.show_page("practice", "new"))


def filled_pages(program: Program, returns: list[Path]) -> Iterator[Page]:
    """Pages with practices."""
    window: Any = program.window
    yield from catalogue_pages(program)
    yield from editor_pages(program)

    def merge() -> None:
        window.show_page("merge", [str(path) for path in returns])
        calm(program)
        returned = window.pages["merge"].returns
        until(lambda: returned.report is not None)
        returned.table.setCurrentIndex(returned.model.index(0))

    def conflicts() -> None:
        window.show_page("merge")
        window.pages["merge"].show_tab("conflicts")

    yield Page("merge", merge)
    yield Page("conflicts", conflicts)
    for name in PAGES:
        if name not in ("catalogue", "practice", "merge", "changes", "settings"):
            yield Page(name, partial(window.show_page, name))

    def changes() -> None:
        window.show_page("changes")
        until(lambda: window.pages["changes"].reader.plan is not None)

    yield Page("changes", changes)
    for tab in ("general", "forms", "safety"):
        yield Page(f"settings-{tab}", partial(window.show_page, "settings", tab))
    yield Page("help", lambda: window.show_help("start"))
    yield Page("help-keys", lambda: window.show_help("keys"))


def catalogue_pages(program: Program) -> Iterator[Page]:
    """The list, what is searched, what lies over it."""
    window: Any = program.window
    catalogue = window.pages["catalogue"]

    def show(text: str = "") -> None:
        window.show_page("catalogue")
        if catalogue.box.text() != text:
            catalogue.box.setText(text)
        calm(program)

    def choose() -> None:
        show()
        catalogue.list.selectAll()

    def commands(typed: str = "") -> None:
        show()
        window.show_commands()
        palette().line.setText(typed)

    def palette() -> Any:
        from seeddesk.gui.widgets.palette import Palette

        return window.findChild(Palette)

    def sort() -> None:
        show()
        catalogue.columns.sorted.emit("completeness")

    def history() -> None:
        show()
        catalogue.reading.show_tab("history")

    yield Page("catalogue", sort)
    yield Page("catalogue-history", history, lambda: catalogue.reading.show_tab("text"))
    yield Page("catalogue-search", lambda: show("anziani"))
    yield Page("catalogue-many", choose, lambda: catalogue.list.setCurrentIndex(catalogue.model.index(0)))
    yield Page("palette", commands, lambda: palette().leave())
    yield Page("palette-typed", lambda: commands("imp"), lambda: palette().leave())


def editor_pages(program: Program) -> Iterator[Page]:
    """A practice: each section, and what stands beside the form."""
    window: Any = program.window
    page = window.pages["practice"]

    def open_it() -> None:
        from seeddesk.domain.query import Query
        from seeddesk.services.cataloguing import first_rows

        if not page.session.practice:
            assert program.desk is not None
            assert program.desk.workspace is not None
            (row,) = first_rows(program.desk.workspace, Query(sort="completeness"), limit=1)
            window.show_page("practice", row.id)
            until(lambda: page.session.practice == row.id and page.editor.views)
        window.show_page("practice")

    def section(number: int) -> bool:
        open_it()
        if not page.editor.session.form.sections[number].shown:
            return False
        page.editor.show_section(number)
        until(lambda: page.editor.view is not None and page.editor.view.whole)
        return True

    def preview() -> None:
        section(0)
        page.show_preview(True)

    def interview() -> None:
        open_it()
        page.begin_interview()

    assert program.desk is not None
    for number in range(len(program.desk.form.sections)):
        yield Page(f"editor-{number:02}", partial(section, number))
    yield Page("preview", preview, lambda: page.show_preview(False))
    yield Page("interview", interview, lambda: page.interview.close_up())


# -- the pictures ------------------------------------------------------------------------------------------------------


def shoot(program: Program, out: Path, pages: Iterator[Page], look: str, only: str) -> int:
    """Each page at each size; how many pictures."""
    made = 0
    for page in pages:
        if only not in page.name or page.bring() is False:
            continue
        calm(program)
        for width, height in SIZES:
            program.window.resize(width, height)
            calm(program)
            program.window.grab().save(str(out / f"{page.name}--{look}-{width}.png"), "PNG", QUICK)
            made += 1
        page.leave()
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
                small = picture.convert("RGB").resize((SMALL, high), Image.Resampling.LANCZOS, reducing_gap=2.0)
                cell.paste(small, (0, 16))
            ImageDraw.Draw(cell).text((4, 2), path.stem, fill="black")
            cells.append(cell)
        tall = max(cell.height for cell in cells)
        sheet = Image.new("RGB", (ACROSS * (SMALL + 8), -(-len(cells) // ACROSS) * (tall + 8)), "#888888")
        for number, cell in enumerate(cells):
            sheet.paste(cell, (number % ACROSS * (SMALL + 8), number // ACROSS * (tall + 8)))
        sheet.save(out / f"sheet-{name}.jpg", quality=88)


def one_look(out: Path, look: str, only: str, filled: Path) -> int:
    """All pages in one look; how many pictures. filled: the folder with the catalogues."""
    theme, lang = look.split("-")
    made = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        own_home(folder, filled / "cache")
        from PySide6.QtWidgets import QApplication

        from seeddesk.gui.app import Program
        from seeddesk.services import settings

        for source in filled.glob("*.seeddesk"):
            shutil.copy(source, folder)
        app = QApplication([])
        for author, place, pages in (
            ("", "empty", first_run),
            ("Ada", "damaged", alone),
            ("Ada", "empty", empty_pages),
            ("Ada", "filled", filled_pages),
        ):
            settings.change(author=author, lang=lang, theme=theme, catalogue=str(folder / f"{place}.seeddesk"))
            program = Program(app)
            program.start()
            started(program, bool(author) and place != "damaged")
            made += shoot(program, out, pages(program, sorted((filled / "back").iterdir())), look, only)
            program.window.close()
            program.close()
            program.deleteLater()
    return made


def run(out: Path, only: str = "", looks: tuple[str, ...] = LOOKS, invented: bool = False) -> int:
    """Make the pictures, each look in a process of its own; how many."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        filled = Path(name)
        own_home(filled / "home", filled / "cache")
        fill(filled, looks[0][-2:] if invented else "it", not invented)

        def begin(look: str) -> int:
            command = [sys.executable, __file__, str(out), "--look", look, "--only", only, "--filled", name]
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            return int(done.stdout.split()[-1])

        with ThreadPoolExecutor(max_workers=os.cpu_count()) as several:
            made = sum(several.map(begin, looks))
    sheets(out)
    return made


def main() -> int:
    """Make all pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, default=ROOT / "shots")
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--look", choices=LOOKS)
    parser.add_argument("--invented", action="store_true")
    parser.add_argument("--filled", type=Path, help=argparse.SUPPRESS)  # how `run` calls this again
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if asked.filled is not None:
        print(one_look(asked.out, asked.look, asked.only, asked.filled))
    else:
        looks = (asked.look,) if asked.look else LOOKS
        print(f"{run(asked.out, asked.only, looks, asked.invented)} pictures in {asked.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
