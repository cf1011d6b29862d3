"""The promise, with real practices and the real LibreOffice: dossiers go out, are opened, edited and saved there, and all come home; 15 and
20 of them in every run, 50 with --all."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from seeddesk.domain.query import Query
from seeddesk.domain.report import FileReport, ImportReport
from seeddesk.services import exporting, merging
from seeddesk.services.workspace import Workspace
from tests.support.office import Edit, Office, office

__all__ = ["office"]  # a fixture
pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(900)]

MANY, EDITED = 50, 20
COLUMNS = "Title=title,Description=overview,Link=website,Organisation=lead_org.name,Type of Organisation=lead_org.type,Country=country,Language=record_language"
# Italian labels of the practice form, as a person sees them in the dossier.
TITLE, ENGLISH_TITLE, OVERVIEW, SENTENCES, SITE = "Titolo", "Titolo in inglese", "Descrizione", "In tre frasi", "Sito"
RELATED = "Pratica"


@pytest.fixture(scope="module")
def workspace(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A catalogue of 50 real Italian practices."""
    folder = tmp_path_factory.mktemp("catalogue")
    with (shared_data / "practices/ecesp/good_practices.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if row["Country"] == "Italy"][:MANY]
        names = reader.fieldnames or []
    table = folder / "italian.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(rows)
    with Workspace.create(folder / "catalogue.seeddesk", author="Centro", lang="it") as ws:
        report, _ = merging.import_files(ws, [table], COLUMNS)
        assert report.count("new") == MANY
        yield ws


@pytest.fixture(scope="module")
def sent(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Their dossiers."""
    with workspace.catalogue.read() as view:
        practices = [row.id for row in view.page(Query(), limit=MANY).rows]
    return exporting.export_dossiers(workspace, practices, tmp_path_factory.mktemp("sent"), "it")


def take(ws: Workspace, *paths: Path) -> ImportReport:
    return merging.import_files(ws, list(paths))[0]


def changes(report: FileReport) -> dict[str, str]:
    """What changed, by field; cells of new rows under their template."""
    return {
        path: change for path, (_, change) in report.fields.items() if change not in ("unchanged", "absent", "kept")
    }


def whole(report: FileReport) -> bool:
    """Whether every character was read."""
    fidelity = report.fidelity
    return fidelity is not None and fidelity.characters_present == fidelity.characters_read and not fidelity.absent


def values(ws: Workspace, practice: str) -> dict[str, object]:
    with ws.catalogue.read() as view:
        return dict(view.state(practice).record.values)


@pytest.mark.parametrize("many", [15, pytest.param(MANY, marks=pytest.mark.slow)])
def test_they_come_back_unchanged_saved_as_docx_and_by_way_of_odt(workspace, sent, office: Office, tmp_path, many):
    returned = []
    for source in sent[:many]:
        again, odt, through = (tmp_path / (source.stem + ending) for ending in (".docx", ".odt", "-odt.docx"))
        office.save_as(source, again, odt)
        office.save_as(odt, through)
        returned += [again, through]
    report = take(workspace, *returned)
    assert [(file.path, file.status, file.reason) for file in report.files if file.status != "unchanged"] == []
    assert len(report.files) == 2 * many
    assert [file.path for file in report.files if not whole(file)] == []


def edits(number: int) -> tuple[list[Edit], dict[str, object]]:
    """What the person with the n-th dossier does, and what should come of it: short fields, narratives, rows."""
    made: list[Edit] = []
    wanted: dict[str, object] = {}
    if number % 2:
        made.append(("wipe", ENGLISH_TITLE, f"An English title, no. {number}"))
        wanted["title_en"] = f"An English title, no. {number}"
    else:
        made.append(("append", TITLE, f" (bis {number})"))
        wanted["title"] = f" (bis {number})"
    if number % 3:
        made.append(("write_below", OVERVIEW, f"Aggiunto dall'ente: {number} persone."))
        wanted["overview"] = f"\nAggiunto dall'ente: {number} persone."
    else:
        made.append(("rewrite", SENTENCES, "È la prima. È la seconda. L'altra è la terza."))
        wanted["short_description"] = "È la prima. È la seconda. L'altra è la terza."
    if number % 4 == 0:
        made.append(("fill_row", RELATED, 1, f"Pratica collegata {number}"))
        wanted["related[].practice"] = f"Pratica collegata {number}"
    elif number % 4 == 1:
        made.append(("add_row", RELATED, f"Un'altra pratica {number}"))
        wanted["related[].practice"] = f"Un'altra pratica {number}"
    elif number % 4 == 2:
        made.append(("wipe", SITE, ""))
        wanted["website"] = None
    return made, wanted


def test_every_edit_made_there_is_found_and_nothing_else(workspace, sent, office: Office, tmp_path):
    returned, expected = [], []
    for number, source in enumerate(sent[:EDITED]):
        made, wanted = edits(number)
        target = tmp_path / f"{source.stem}-edited.docx"
        if number % 5 == 4:  # by way of odt
            office.edit(source, made, tmp_path / "edited.odt", tracked=number % 2 == 0)
            office.save_as(tmp_path / "edited.odt", target)
        else:
            office.edit(source, made, target, tracked=number % 2 == 0)
        returned.append(target)
        expected.append(wanted)
    before = [values(workspace, file.practice) for file in take(workspace, *sent[:EDITED]).files]
    report = take(workspace, *returned)
    for file, wanted, old in zip(report.files, expected, before, strict=True):
        assert (file.status, file.reason) == ("updated", ""), file
        now = values(workspace, file.practice)
        changed = {path for path in now if now[path] != old.get(path)}
        fields = {path for path in changed if "[" not in path}
        assert (
            fields
            == {name for name in wanted if "[]" not in name}
            == {path for path in changes(file) if "[" not in path}
        )
        for name in fields:
            added = wanted[name]
            assert now[name] == (f"{old.get(name)}{added}" if name in ("title", "overview") else added), name
        cells = [now[path] for path in changed if path.endswith(".practice")]
        assert cells == [value for name, value in wanted.items() if "[]" in name]
        assert {path for path in changed if "[" in path and not path.startswith("related[")} == set()
    assert [file.path for file in report.files if not whole(file)] == []
    assert {file.status for file in take(workspace, *returned).files} == {"unchanged"}
