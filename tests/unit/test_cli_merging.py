"""Sending and merging by commands: dossiers, tables, blanks, conflicts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.support import documents
from tests.support.documents import changed
from tests.support.returned import edited, read_here
from tests.support.terminal import bare, run

__all__ = ["bare", "read_here", "run"]  # fixtures
pytestmark = pytest.mark.usefixtures("read_here")


@pytest.fixture
def returned(run, workspace, tmp_path):
    """A practice, and two dossiers of it that come back with the same field and different ones edited."""
    practice = run.new("need=Un bisogno.")
    files = run.json("export", practice, "--to", "docx", "--out", str(tmp_path / "out"))["files"]

    sent = Path(files[0])
    one = edited(workspace, sent, "one.docx", {"title": "Uno", "volunteers": "31"}, author="Bruno")
    two = edited(workspace, sent, "two.docx", {"title": "Due", "reached_count": "96"}, author="Carla")
    return practice, one, two


def test_import_reports_in_the_agreed_shape(run, returned):
    practice, one, _ = returned
    data = run.json("import", str(one))
    assert {name: data[name] for name in ("read", "new", "updated", "unchanged", "conflicts", "refused")} == {
        "read": 1,
        "new": 0,
        "updated": 1,
        "unchanged": 0,
        "conflicts": 0,
        "refused": 0,
    }
    (file,) = data["files"]
    assert (file["path"], file["status"], file["practice"], file["reason"]) == (str(one), "updated", practice, "")
    report = file["report"]
    assert report["characters_present"] == report["characters_read"] > 0
    assert report["fields"]["title"] == {"found_by": "tag", "change": "changed"}
    assert report["left_over"] == []


def test_a_conflict_is_shown_with_every_head_decided_and_then_history(run, returned):
    practice, one, two = returned
    assert run("import", str(one))[0] == 0
    code, out, _ = run("import", str(two))
    assert code == 3
    assert "conflitto" in out
    data = run.json("conflicts", practice, code=3)
    (conflict,) = data["conflicts"]
    assert (conflict["field"], conflict["base"]) == ("title", "Orti")
    assert [(head["n"], head["value"], head["author"], head["origin"]) for head in conflict["versions"]] == [
        (1, "Uno", "Bruno", "dossier one.docx"),
        (2, "Due", "Carla", "dossier two.docx"),
    ]
    assert all(head["time"] for head in conflict["versions"])
    text = run("conflicts")[1]
    for words in ("Uno", "Due", "Bruno", "Carla", "prima: «Orti»", "seeddesk resolve"):
        assert words in text
    assert run.json("resolve", practice, "title", "--take", "2")["value"] == "Due"
    assert run("conflicts", practice)[0] == 0
    values = run.values(practice)
    assert (values["title"], values["volunteers"], values["reached_count"]) == ("Due", "31", "96")
    assert run.json("import", str(one), str(two))["unchanged"] == 2
    assert "Uno" in run("show", practice, "--history")[1]


def test_a_conflict_can_be_decided_by_a_value_of_one_s_own(run, returned):
    practice, one, two = returned
    run("import", str(one), str(two))
    assert run.json("resolve", practice, "title", "--value", "Tre")["value"] == "Tre"
    code, _, err = run("resolve", practice, "title", "--take", "1")
    assert code == 1
    assert "non è in conflitto" in err


def test_fields_decided_together_are_shown_together_and_not_settled_one_by_one(run, workspace, tmp_path):
    practice = run.new("targeted_count=10", "targeted_year=2021")
    sent = Path(run.json("export", practice, "--to", "docx", "--out", str(tmp_path / "out"))["files"][0])
    bea = edited(workspace, sent, "bea.docx", {"targeted_count": "11"}, author="Bea")
    carlo = edited(workspace, sent, "carlo.docx", {"targeted_year": "2022"}, author="Carlo")
    run("import", str(bea), str(carlo))
    (conflict,) = run.json("conflicts", practice, code=3)["conflicts"]
    assert [(one["value"], one["together"]["targeted_year"]) for one in conflict["versions"]] == [
        ("11", "2021"),
        ("10", "2022"),
    ]
    text = run("conflicts", practice)[1]
    assert re.search("«11».*«2021».*Bea", text)
    assert re.search("«10».*«2022».*Carlo", text)
    code, _, err = run("resolve", practice, "targeted_count", "--value", "99")
    assert code == 1
    assert "Scegli prima una versione" in err
    assert run.json("resolve", practice, "targeted_count", "--take", "2")["conflicts"] == 0
    assert (run.values(practice)["targeted_count"], run.values(practice)["targeted_year"]) == ("10", "2022")


@pytest.mark.parametrize("take", ["7", "x", "M", "0"])
def test_a_version_that_is_not_there_is_wrong_usage(run, returned, take):
    practice, one, two = returned
    run("import", str(one), str(two))
    assert run("resolve", practice, "title", "--take", take)[0] == 2


def test_texts_merged_by_sentence_can_be_confirmed(run, workspace, tmp_path):

    practice = run.new("overview=Il quartiere era grigio. Ora ha un orto. Lo curano in tre.")
    sent = Path(run.json("export", practice, "--to", "docx", "--out", str(tmp_path / "out"))["files"][0])
    one = edited(
        workspace,
        sent,
        "one.docx",
        narratives={"overview": "Il quartiere era spento. Ora ha un orto. Lo curano in tre."},
    )
    two = edited(
        workspace,
        sent,
        "two.docx",
        narratives={"overview": "Il quartiere era grigio. Ora ha un orto. Lo curano in dieci."},
        author="Carla",
    )
    assert run("import", str(one), str(two))[0] == 3
    assert "da confermare" in run("conflicts")[1]
    assert (
        run.json("resolve", practice, "overview", "--take", "M")["value"]
        == "Il quartiere era spento. Ora ha un orto. Lo curano in dieci."
    )


def test_a_refused_file_ends_with_1_and_one_sentence_and_beside_good_ones_with_3(run, returned, tmp_path):
    _, one, _ = returned
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"nothing of the kind")
    code, _, err = run("import", str(bad))
    assert code == 1
    assert len(err.strip().splitlines()) == 1
    assert run("import", str(bad), str(one))[0] == 3
    assert run("import", str(tmp_path / "none.docx"))[0] == 1


def test_text_that_belongs_to_no_field_needs_a_person_and_is_said(run, returned):
    _, one, _ = returned
    run("import", str(one))
    before = "<w:body><w:p><w:r><w:t>Manca la parrocchia</w:t></w:r></w:p>"
    one.write_bytes(changed(one.read_bytes(), lambda xml: xml.replace("<w:body>", before, 1)))
    code, out, _ = run("import", str(one))
    assert code == 3
    assert "1 testo non appartiene a nessun campo: «Manca la parrocchia»" in out
    data = run.json("import", str(one), code=3)
    (file,) = data["files"]
    assert (data["unchanged"], file["status"]) == (1, "unchanged")
    assert file["report"]["left_over"] == ["Manca la parrocchia"]


def test_fields_that_were_not_found_are_named_and_a_whole_list_counts_once(run, returned):
    _, one, _ = returned

    def cut(xml, mark):
        place = xml.index(mark)
        start, end = xml.rindex("<w:tr>", 0, place), xml.index("</w:tr>", place) + len("</w:tr>")
        return xml[:start] + xml[end:]

    one.write_bytes(changed(one.read_bytes(), lambda xml: cut(xml, 'w:val="sd:website"')))
    code, out, _ = run("import", str(one))
    assert code == 0
    assert "1 campo non trovato nel documento, lasciato com'era: " in out

    def cut_table(xml):
        start = xml.index("<w:tbl>", xml.index(">Partner<"))
        return xml[:start] + xml[xml.index("</w:tbl>", start) + len("</w:tbl>") :]

    one.write_bytes(changed(one.read_bytes(), cut_table))
    code, out, _ = run("import", str(one))
    assert code == 0
    assert "2 campi non trovati nel documento, lasciati com'erano: " in out
    assert "Partner" in out


def test_a_rehearsal_writes_nothing(run, returned):
    practice, one, _ = returned
    assert run.json("import", str(one), "--dry-run")["updated"] == 1
    assert run.values(practice)["title"] == "Orti"


def test_a_comment_of_a_reviewer_is_kept_and_shown(run, returned):
    practice, one, _ = returned
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Carla" '
        'w:date="2026-01-01T10:00:00Z"><w:p><w:r><w:t>Da verificare</w:t></w:r></w:p></w:comment></w:comments>'
    )

    parts = documents.unpack(one.read_bytes())
    parts["word/comments.xml"] = comments.encode()
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(
        b"</Relationships>",
        b'<Relationship Id="rC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    )
    data = changed(
        documents.pack(parts),
        lambda xml: xml.replace(">Uno<", ">Uno<", 1).replace(
            "<w:t>31</w:t></w:r>", '<w:t>31</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>'
        ),
    )
    data = changed(
        data,
        lambda xml: xml.replace(
            '<w:t xml:space="preserve">31</w:t></w:r>',
            '<w:t xml:space="preserve">31</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>',
        ),
    )
    one.write_bytes(data)
    assert run.json("import", str(one))["files"][0]["notes"] == 1
    (note,) = run.json("show", practice)["notes"]
    assert (note["author"], note["text"]) == ("Carla", "Da verificare")
    assert run.json("import", str(one))["unchanged"] == 1


def test_tables_go_out_and_come_back(run, tmp_path):
    practice = run.new("need==2+2")
    for kind in ("csv", "xlsx"):
        out = tmp_path / f"t.{kind}"
        assert run.json("export", "--to", kind, "--out", str(out)) == {"practices": 1, "files": [str(out)]}
        assert run.json("import", str(out))["unchanged"] == 1
    run("export", practice, "--to", "json", "--out", str(tmp_path / "t.json"))
    assert json.loads((tmp_path / "t.json").read_text("utf-8"))["practices"][0]["values"]["need"] == "=2+2"
    assert run("export", "--query", "inesistente", "--to", "csv", "--out", str(tmp_path / "x.csv"))[0] == 1


def test_a_blank_is_filled_in_by_somebody_and_comes_in(run, workspace, tmp_path):
    out = tmp_path / "vuoto.docx"
    assert run.json("blank", "--out", str(out))["file"] == str(out)
    filled = edited(workspace, out, "pieno.docx", {"title": "Da fuori", "country": "Italia"})
    assert run.json("import", str(filled))["new"] == 1
    assert run.json("list", "fuori")["total"] == 1


def test_a_row_taken_out_there_and_edited_here_is_decided_by_its_number(run, workspace, tmp_path):
    practice = run.new("partners[0].name=Scuola", "partners[1].name=Asl")
    sent = Path(run.json("export", practice, "--to", "docx", "--out", str(tmp_path / "out"))["files"][0])
    row = run.json("show", practice)["values"]["partners"][1]["row"]
    back = edited(workspace, sent, "b.docx", {f"partners[{row}].name": ""})
    run("set", practice, "partners[1].name=Asl 3")
    assert run("import", str(back))[0] == 3
    code, out, _ = run("conflicts", practice)
    assert code == 3
    assert f"seeddesk resolve {run.json('show', practice)['code']} partners[1] --take 1" in out
    (conflict,) = run.json("conflicts", code=3)["conflicts"]
    assert conflict["content"] == {"name": "Asl 3"}
    assert "Partner «Asl 3» (partners[1])" in out
    assert "(tenere) Nome: «Asl 3»" in out
    removed = next(head["n"] for head in conflict["versions"] if head["value"] is None)
    assert run("resolve", practice, "partners[1]", "--value", "x")[0] == 2
    code, out, _ = run("resolve", practice, "partners[1]", "--take", str(removed))
    assert (code, "partners[1] è ora (tolta)" in out) == (0, True), out
    assert [partner["name"] for partner in run.values(practice)["partners"]] == ["Scuola"]


def test_a_practice_deleted_here_and_edited_there_is_decided_as_a_whole(run, workspace, tmp_path):
    from seeddesk.services import recording
    from seeddesk.services.workspace import Workspace

    practice = run.new()
    sent = Path(run.json("export", practice, "--to", "docx", "--out", str(tmp_path / "out"))["files"][0])
    back = edited(workspace, sent, "b.docx", {"title": "Nuovo"})
    with Workspace.open(run.location, "Ada") as ws:
        recording.delete(ws, practice)
    assert run.json("list")["total"] == 0
    assert run("import", str(back))[0] == 3
    (conflict,) = run.json("conflicts", practice, code=3)["conflicts"]
    assert (conflict["field"], conflict["kind"]) == ("practice", "practice")
    assert "eliminata" in run("conflicts", practice)[1]
    kept = next(head["n"] for head in conflict["versions"] if head["value"] is not None)
    code, out, err = run("resolve", practice, "practice", "--take", str(kept))
    assert code == 0, err
    assert "la pratica resta" in out
    assert run.json("list")["total"] == 1


def test_deciding_that_a_practice_stays_deleted_says_so(run, returned):
    practice, back, _ = returned
    run("delete", practice)
    run("import", str(back))
    (conflict,) = run.json("conflicts", practice, code=3)["conflicts"]
    removed = next(head["n"] for head in conflict["versions"] if head["value"] is None)
    out = run("resolve", practice, "practice", "--take", str(removed))[1]
    assert "è eliminata" in out
    assert f"seeddesk undelete {conflict['code']}" in out
    assert run.json("list")["total"] == 0


def test_a_malformed_map_is_wrong_usage_even_without_a_table(run, returned):
    _, one, _ = returned
    code, _, err = run("import", str(one), "--map", "foo")
    assert code == 2
    assert "foo" in err
