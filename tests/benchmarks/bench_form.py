"""Form logic on the practice form, and reading the form itself."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lxml import etree

from seeddesk.domain.logic import Logic
from seeddesk.domain.record import Record
from seeddesk.exchange.xform import load_form, read_xform
from tests.benchmarks.bench import Row, benchmark, compare

FORM = Path(__file__).resolve().parents[2] / "forms" / "practice"
LOCATIONS = {f"locations[{number:032x}]": f"{number}" for number in range(3)}
ANSWERS = {
    "title": "La corriera",
    "country": "IT",
    "start": "2021-03",
    "budget_total": "120000",
    "currency": "EUR",
    "reached_count": "410",
    "lead_org.register_id": "12345670017",
    "esf_objective": ("ESO4.8", "ESO4.11"),
    "tags": ("cura", "montagna", "trasporto"),
    "need": "In tredici borgate vivono 410 persone. " * 20,
    **LOCATIONS,
    **{f"{row}.comune": "001272" for row in LOCATIONS},
}


@benchmark
def form_logic() -> Iterable[Row]:
    """Judging a practice, beside bare lxml evaluating as many paths; and offering a filtered list beside searching it."""
    form = load_form(FORM)
    logic, record, today = Logic(form), Record(ANSWERS), date(2026, 11, 22)
    tree = etree.fromstring("<practice>" + "".join(f"<f{n}>1</f{n}>" for n in range(len(form.fields))) + "</practice>")
    paths = [etree.XPath(f"string(/practice/f{n}) = '1'") for n in range(len(form.fields))]
    yield compare(
        "practice form: judge a record",
        lambda: logic.evaluate(record, today),
        lambda: [path(tree) for path in paths],
        peer_name="lxml, one XPath a field",
        budget=5,
    )
    cell = f"{next(iter(LOCATIONS))}.area"
    abroad = record.with_values({"country": "EL", cell.replace("area", "comune"): None})
    items = logic.rules.lists.tree("nuts3")
    search = etree.XPath("root/item[country = 'EL']")
    yield compare(
        "practice form: offer the areas of a country",
        lambda: logic.choices(abroad, cell),
        lambda: search(items),
        peer_name="lxml, searching the list",
        budget=4,
    )


@benchmark
def form_read() -> Row:
    """Reading the stored practice form with its 7,896 comuni, beside lxml parsing the same text."""
    form = load_form(FORM)
    return compare(
        "practice form: read the XForm",
        lambda: read_xform(form.xform),
        lambda: etree.fromstring(form.xform),
        peer_name="lxml, parsing only",
        budget=6,
        rounds=7,
    )
