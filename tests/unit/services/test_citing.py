"""A practice to paste elsewhere."""

import dataclasses

from seeddesk.services import citing
from tests.support.catalogues import GARDENS, add_row, edit, record, values


def test_the_text_holds_every_answer_under_its_section_in_words(workspace):
    practice = record(workspace, budget_total="1234.50", currency="EUR", overview="Prima riga.\nSeconda riga.")
    add_row(workspace, practice, "partners", name="Aurora", role="evaluator")
    text = citing.as_text(workspace, practice)
    lines = text.splitlines()
    assert lines[0] == GARDENS["title"]
    assert text.count(GARDENS["title"]) == 1
    assert lines[1].startswith(values(workspace, practice)["code"] + " · Bozza")
    assert "CHI" in lines
    assert "Ente capofila: Associazione L'Orto" in lines
    assert any("1.234,50" in line for line in lines)
    at = lines.index("Partner:")
    assert lines[at + 1 : at + 3] == ["  – Nome: Aurora", "    Ruolo: Valutatore"]
    at = lines.index("Descrizione:")
    assert lines[at + 1 : at + 3] == ["  Prima riga.", "  Seconda riga."]
    assert "Lead organisation: Associazione L'Orto" in citing.as_text(workspace, practice, "en").splitlines()


def test_personal_answers_and_those_worked_out_stay_out_of_it(workspace):
    practice = record(workspace, contact__name="Ida Segreta", contact__email="ida@example.org")
    add_row(workspace, practice, "locations", comune="001272")
    text = citing.as_text(workspace, practice)
    assert "Segreta" not in text
    assert "example.org" not in text
    assert "ITC11" not in text
    assert "Torino (TO)" in text


def test_a_citation_names_centre_title_revision_year_update_and_code(workspace):
    practice = record(workspace)
    edit(workspace, practice, title="Orti di comunità.")
    workspace.settings = dataclasses.replace(workspace.settings, centre="SEED")
    code = values(workspace, practice)["code"]
    said = citing.citation(workspace, practice)
    assert said.startswith("SEED. Orti di comunità [scheda di pratica]. Revisione 2. 20")
    assert said.endswith(f". {code}.")
    assert "aggiornata il " in said
    workspace.settings = dataclasses.replace(workspace.settings, centre="")
    assert citing.citation(workspace, practice, "en").startswith("Orti di comunità [practice record]. Revision 2. ")
