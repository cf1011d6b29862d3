"""What is fuzzed: four readers of files from strangers, each with real inputs to begin from and a way to change them.

A target's `run` may end in nothing or in a UserError whose sentence is whole in both languages; all else is a bug.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import tempfile
import zipfile
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from lxml import etree

from seeddesk.domain.errors import UserError
from seeddesk.domain.form import Form
from seeddesk.domain.messages import sentence
from seeddesk.domain.query import Query
from seeddesk.exchange.docx.carriers import NAMESPACE, PROPERTY_SHA256, Carriers
from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter
from seeddesk.exchange.table import read_table, write_csv, write_xlsx
from seeddesk.exchange.xform import check_form, load_form
from seeddesk.services import cataloguing, exporting, forms, merging, recording, table_export
from seeddesk.services.workspace import Workspace
from tests.fuzz import mutation, sheets
from tests.support import form_files, public_forms
from tests.support.catalogues import GARDENS
from tests.support.dossiers import dossier, full_values, small_form, with_photo
from tests.support.returned import in_this_process


class Target(ABC):
    """One reader. folder: where it may write."""

    words: Sequence[str] = ()  # what texts and values may become, besides what is odd anywhere

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seeds: list[bytes] = []
        self.ws: Workspace | None = None
        self.ended: Counter[str] = Counter()  # what became of the inputs

    def close(self) -> None:
        """Let go of the catalogue."""
        if self.ws is not None:
            self.ws.close()

    def one(self, data: bytes) -> None:
        """Read an input as the program would, but in this process. Raises only for bugs."""
        try:
            with in_this_process():
                self.run(data)
            self.ended["read"] += 1
        except UserError as error:
            self.ended["refused"] += 1
            for lang in ("it", "en"):
                sentence(error.code, lang, **error.arguments)  # raises where a word of it is missing

    def planned(self, file: Path) -> None:
        """Plan its merge, in a rehearsal."""
        report, _ = merging.import_files(self.ws, [file], dry_run=True, backup=False)
        assert report.files
        self.ended["merge planned"] += any(one.status != "refused" for one in report.files)

    @abstractmethod
    def run(self, data: bytes) -> None:
        """Read an input; a UserError is an answer."""

    @abstractmethod
    def change(self, data: bytes, random: Random) -> bytes:
        """An input that is nearly `data`."""


class Dossiers(Target):
    """A dossier that comes back: read by its form, and compared with the catalogue."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.small = small_form()
        self.ws = Workspace.create(folder / "dossiers.seeddesk", "Ada", "it")
        with in_this_process():  # as the main form of the catalogue the shipped one takes ten times as long
            form = forms.add(self.ws, public_forms.path_of("event_signup"))[0]
        forms.main(self.ws, form.id)
        answers = {
            path: "2" if value == "2021" else value for path, value in full_values(form).items()
        }  # numbers count rows here
        practice, _ = recording.start(self.ws, answers, form=form.id)
        values = full_values(self.small)
        self.seeds = [
            DossierWriter(self.small, "it").write(dossier(self.small, values)),
            DossierWriter(self.small, "en").write(with_photo(self.small, "photos")),
            DossierWriter(self.small, "it").blank("SDM-7F3K2QX"),
            exporting.export_dossiers(self.ws, [practice], folder / "sent")[0].read_bytes(),
        ]
        self.stock = [mutation.unpacked(seed) for seed in self.seeds]
        carriers = Carriers(self.small)
        tags = [carriers.tag(template, "a" * 32 if "[]" in template else None) for template in self.small.fields]
        self.words = (
            *filter(None, tags),
            "sd:",
            "sd:@status",
            "sd:steps[].",
            "SI-IT-2026-7F3K2QX",
            "SDM-7F3K2QX",
            "☐ Calm",
            "☒ Glad",
        )
        self.file = folder / "returned.docx"

    def run(self, data: bytes) -> None:
        """Read; one in four is also merged, in a rehearsal."""
        found = read_return(data, self._form, self.small, lambda *known: None)
        pickle.loads(pickle.dumps(found))  # as it is handed over by the process that reads
        if not len(data) % 4:
            self.file.write_bytes(data)
            self.planned(self.file)

    def _form(self, name: str, version: str) -> Form | None:
        return self.ws.form if name == self.ws.form.id else self.small if name == self.small.id else None

    def change(self, data: bytes, random: Random) -> bytes:
        """As a package; now and then the record it left with, its sum made right again."""
        return mutation.package(data, random, self.stock, (*self.words, *mutation.ODD[:20]), self._rewrite)

    def _rewrite(self, files: mutation.Files, name: str, random: Random) -> bool:
        if not name.startswith("customXml/item") or NAMESPACE.encode() not in files[name] or random.random() < 0.3:
            return False
        try:
            root = etree.fromstring(files[name])
            base = json.loads("".join(map(str, root.itertext())))
        except (etree.XMLSyntaxError, ValueError, RecursionError):
            return False
        text = json.dumps(odd_json(base, random), ensure_ascii=True)
        if random.random() < 0.02:
            text = "[" * 50_000
        old, new = root.get("sha256", ""), hashlib.sha256(text.encode()).hexdigest()
        root.text = text
        root.set("sha256", new)
        files[name] = etree.tostring(root)
        for part in ("docProps/custom.xml",):
            if part in files and old and PROPERTY_SHA256:
                files[part] = files[part].replace(old.encode(), new.encode())
        return True


class Tables(Target):
    """A workbook: read, understood by the form, and what was read written and read again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.ws = Workspace.create(folder / "tables.seeddesk", "Ada", "it")
        practice, _ = recording.start(
            self.ws, {**GARDENS, f"partners[{'ab' * 16}]": "a0", f"partners[{'ab' * 16}].name": "Uno"}
        )
        table_export.export_table(self.ws, [practice], "xlsx", folder / "sent.xlsx")
        out = io.BytesIO()
        write_xlsx([("Foglio", ["Titolo", "Paese", "n"], [["Orti", "IT", "001"], ["=1+1", "@x", "1e5"]])], out)
        self.seeds = [(folder / "sent.xlsx").read_bytes(), out.getvalue(), _typed_workbook()]
        self.stock = [mutation.unpacked(seed) for seed in self.seeds]
        columns = (
            "title",
            "Titolo",
            "uid",
            "code",
            "base_vector",
            "row",
            "parent_row",
            "partners[0].name",
            "partners[]",
            "partners[].name",
        )
        kinds = (
            "s",
            "n",
            "b",
            "d",
            "e",
            "str",
            "inlineStr",
            "A1",
            "XFD1048576",
            "A0",
            "1E308",
            "-1E-308",
            "45000.5",
            "2958466",
            "1900-02-30",
        )
        self.words = (*columns, *kinds, "_x0000_", "_xD800_", "_xFFFF_", "0.1", practice, "a:1", "a:1 b", "#N/A")
        self.file = folder / "table.xlsx"

    def run(self, data: bytes) -> None:
        """Read; then, each for a sixth of the inputs, import in a rehearsal, or write and read again."""
        self.file.write_bytes(data)
        rows = read_table(self.file)
        if not len(data) % 6:
            self.planned(self.file)
        elif len(data) % 6 == 1:
            same_again(rows.columns, [cells for _, cells in rows.rows], self.folder)

    def change(self, data: bytes, random: Random) -> bytes:
        """As a package."""
        return mutation.package(
            data, random, self.stock, (*self.words, *mutation.ODD), lambda files, name, random: False
        )


class Forms(Target):
    """A form: a workbook, an archive of sheets or an XForm; checked, and loaded."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        book = form_files.book()(folder).read_bytes()
        named = [name for name in public_forms.NAMES if "." not in name]
        self.seeds = [
            book,
            *(
                _zipped(public_forms.path_of(name))
                for name in named
                if name in ("short_feedback", "calculations", "event_signup")
            ),
        ]
        self.seeds.append(form_files.xform("<data id='f' version='1'><a/></data>")(folder).read_bytes())
        self.seeds.append(public_forms.path_of("plain_xform.xml").read_bytes())
        self.stock = [files for seed in self.seeds if (files := mutation.unpacked(seed))]
        types = ("text", "integer", "select_one fruit", "select_multiple fruit or_other", "rank fruit", "begin group", "begin repeat", "end group",
                 "end repeat", "calculate", "note", "date", "geopoint", "range", "image", "select_one_from_file x.csv", "hidden", "audit", "start")  # fmt: skip
        columns = ("type", "name", "label", "label::Italian (it)", "hint", "relevant", "constraint", "calculation", "choice_filter", "required",
                   "default", "appearance", "parameters", "repeat_count", "trigger", "media::image", "bind::seeddesk:path", "list_name")  # fmt: skip
        said = ("${a}", "${a", "${}", ".", "..", "/data/a", "//*", "a[b]", "count(${a})", "if(true(), 1)", "selected(., 'x')", "regex(., '(a|aa)+$')",
                "regex(., '[')", "position(..)", "indexed-repeat(${a}, ${b}, 1)", "pulldata('x', 'y', 'z', 1)", "1 div 0", "jr:choice-name('a', 'b')",
                "(" * 40, "concat(" * 30 + ")" * 30, "once(now())", "date('x')", "substr('a', -1, 9e9)", "-(-1)", "'", "$$", "${a}${a}", "sum(//*)")  # fmt: skip
        self.words = (
            *types,
            *columns,
            *said,
            "yes",
            "true()",
            "start=0 end=1 step=0",
            "xml:lang",
            "jr:itext('x')",
            "text('x')",
        )
        self.where = folder / "form"
        self.where.mkdir()

    def run(self, data: bytes) -> None:
        """By what it is: XML, a workbook, else an archive."""
        suffix = ".xml" if data.lstrip()[:1] == b"<" else ".xlsx" if b"xl/workbook.xml" in data else ".zip"
        file = self.where / f"form{suffix}"
        file.write_bytes(data)
        form, remarks = check_form(file)
        for remark in remarks:
            assert all(map(remark.message, ("it", "en")))
        assert any(remark.is_error for remark in remarks) == (form is None)
        if form is not None and not len(data) % 4:
            load_form(file)

    def change(self, data: bytes, random: Random) -> bytes:
        """XML as XML; else as a package, its sheets in CSV as tables."""
        words = (*self.words, *mutation.ODD[:24])
        if data.lstrip()[:1] == b"<":
            return mutation.xml(data, random, words)

        def rewrite(files: mutation.Files, name: str, random: Random) -> bool:
            if name.endswith(".csv"):
                files[name] = sheets.table(files[name], random, words)
            return name.endswith(".csv")

        return mutation.package(data, random, self.stock, words, rewrite)


class Texts(Target):
    """A table in CSV, and the same bytes as words to search for."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.ws = Workspace.create(folder / "texts.seeddesk", "Ada", "it")
        practice, _ = recording.start(self.ws, GARDENS)
        table_export.export_table(self.ws, [practice], "csv", folder / "sent.csv")
        self.seeds = [
            (folder / "sent.csv").read_bytes(),
            'Titolo;Paese;Nota\r\nOrti;Italia;però\r\n"a""b";x;\'=1+1\r\n'.encode("cp1252"),
            b"title,country\nOrti,IT\n=1+1,@x\n",
            b'"orti di" l\'acqua -x NEAR(a b) a* ^b {c d}: e OR f AND NOT "g',
        ]
        self.words = (
            "title",
            "uid",
            "code",
            "base_vector",
            "Titolo",
            "partners[0].name",
            "'=1",
            "''",
            '"',
            "NOT",
            "AND",
            "NEAR(",
            "*",
            "^",
            practice,
        )
        self.file = folder / "table.csv"

    def run(self, data: bytes) -> None:
        """Search, then read; then, each for a sixth of the inputs, import in a rehearsal, or write and read again."""
        typed = data[:4000].decode("utf-8", "surrogateescape")
        asked = typed[:40] if len(data) % 2 else typed
        cataloguing.list_practices(self.ws, Query(asked, sort=("", "title")[len(data) % 3 == 0]))
        self.file.write_bytes(data)
        rows = read_table(self.file)
        if not len(data) % 6:
            self.planned(self.file)
        elif len(data) % 6 == 1:
            same_again(rows.columns, [cells for _, cells in rows.rows], self.folder)

    def change(self, data: bytes, random: Random) -> bytes:
        """As a table."""
        return sheets.table(data, random, (*self.words, *mutation.ODD))


TARGETS: dict[str, type[Target]] = {"dossiers": Dossiers, "tables": Tables, "forms": Forms, "texts": Texts}


def same_again(columns: Sequence[str], rows: Sequence[Sequence[str]], folder: Path) -> None:
    """What was read, written as CSV and as a workbook, reads as it was. Only tables of a usual size, and cells that Excel can hold."""
    wide = len(columns)
    kept = [[*row[:wide], *[""] * (wide - len(row))] for row in rows]
    kept = [row for row in kept if any(cell.strip() for cell in row)][:50]
    if (
        not kept
        or not 1 < wide < 60
        or not columns[0]
        or any(len(cell) > 9000 for row in (columns, *kept) for cell in row)
    ):
        return
    for suffix in (".csv", ".xlsx"):
        file = folder / f"again{suffix}"
        with file.open("wb") as out:
            if suffix == ".csv":
                write_csv(columns, kept, out)
            else:
                write_xlsx([("a", columns, kept)], out)
        again = read_table(file)
        assert again.columns == tuple(columns), (suffix, columns, again.columns)
        found = [[*row, *[""] * (wide - len(row))] for _, row in again.rows]
        assert found == kept, (suffix, kept, found)


def odd_json(value: Any, random: Random) -> Any:
    """A record as JSON with one thing in it of another kind or elsewhere."""
    odd: Any = random.choice(
        (None, True, -1, 10**30, 1.5, "", "x", [], {}, [None], {"a": None}, [["a", 1]], random.choice(mutation.ODD))
    )
    if isinstance(value, dict) and value and random.random() < 0.93:
        found = dict(value)
        key = random.choice(sorted(found))
        match random.randrange(8):
            case 0:
                del found[key]
            case 1:
                found[random.choice((*found, *mutation.ODD[:40]))] = found.pop(key)
            case 2:
                found[key] = found[random.choice(sorted(found))]
            case _:
                found[key] = odd_json(found[key], random)
        return found
    if isinstance(value, list) and value and random.random() < 0.8:
        place = random.randrange(len(value))
        return [*value[:place], odd_json(value[place], random), *value[place + random.randint(0, 1) :]]
    return odd


def _zipped(folder: Path) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for file in sorted(folder.glob("*.csv")):
            archive.writestr(file.name, file.read_bytes())
    return out.getvalue()


def _typed_workbook() -> bytes:
    """Cells of every kind."""
    from datetime import date, datetime, time

    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Titolo", "a", "b", "c", "d", "e"])
    book.active.append(["Orti", 1.5, True, date(2021, 3, 1), datetime(2021, 3, 1, 9, 30), time(9, 30)])
    book.active.append(["=1+1", 10**15, 1e-7, "x\ny", "#N/A", None])
    book.create_sheet("Altro").append(["uid", "row", "name"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def folder_for(name: str) -> Path:
    """A place of its own for a target's catalogue and files."""
    return Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
