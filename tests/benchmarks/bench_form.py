"""Form logic on the practice form, and reading the form itself."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from elementpath import ElementPathError, XPath1Parser, XPathContext, get_node_tree
from lxml import etree

from seeddesk.domain.form import Form
from seeddesk.domain.logic import Evaluation, Live, Logic
from seeddesk.domain.logic.instance import Instance
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value
from seeddesk.exchange.xform import load_form, read_xform
from tests.benchmarks import forms
from tests.benchmarks.bench import Row, benchmark, compare

NOW = datetime(2026, 11, 22, 10, 30)
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
def form_edit() -> Iterable[Row]:
    """An edit and all that follows, beside evaluating everything from scratch and beside a pure-Python XPath evaluator on as many expressions."""
    practice = load_form(FORM)
    logic, record = Logic(practice), Record(dict(ANSWERS))
    yield compare(
        "practice form: open for editing",
        lambda: logic.live(record, NOW).evaluation,
        lambda: logic.evaluate(record, NOW),
        peer_name="judge it",
        budget=1.5,
    )
    yield from edits("practice form: edit an answer", practice, ANSWERS, "country", ("IT", "EL"), 0.6, 1.5)
    form, answers = forms.thousand()
    yield from edits("1,000 questions: edit an answer", form, answers, "q1", ("1", "2"), 0.2, 0.02)
    form, values = forms.rows()
    yield from edits("200 rows with sums: edit a cell", form, values, next(iter(values)) + ".n", ("7", "2"), 0.6, 0.5)


def edits(
    name: str,
    form: Form,
    values: Mapping[str, Value],
    path: str,
    answers: tuple[str, str],
    budget: float,
    python_budget: float,
) -> Iterable[Row]:
    """Both rows of one form. answers: given to the question at `path` in turn · python_budget: beside the evaluator in Python."""
    logic = Logic(form)
    live, turn = logic.live(Record(dict(values)), NOW), itertools.cycle(answers)

    def edit() -> Evaluation:
        live.change({path: next(turn)})
        return live.evaluation

    yield compare(name, edit, lambda: logic.evaluate(live.record, NOW), peer_name="all from scratch", budget=budget)
    evaluate = in_python(logic, live.record)
    yield compare(name, edit, evaluate, peer_name="elementpath, all rules", budget=python_budget, rounds=5)


def in_python(logic: Logic, record: Record) -> Callable[[], object]:
    """What evaluates the form's relevance and calculations at each of their places in pure Python; a comparison instead of what it cannot."""
    rules, parser = logic.rules, XPath1Parser()
    instance = Instance(logic.form, record, rules.top, rules.needed)
    top = instance.root.places[rules.top].element
    tree = get_node_tree(top)
    plain, found = parser.parse("string(.) = '1'"), []
    for field in rules.fields.values():
        for expression in filter(None, (field.relevant, field.calculate)):
            for row in instance.root.under(rules.graph.chain[rules.graph.repeat_of[field.xpath]]):
                element = row.places[field.xpath].element
                try:
                    token = parser.parse(expression)
                    token.evaluate(XPathContext(tree, item=element))
                except ElementPathError:
                    token = plain
                found.append((token, element))
    return lambda: [token.evaluate(XPathContext(tree, item=element)) for token, element in found]


@benchmark
def form_choices() -> Iterable[Row]:
    """Offering choices out of 8,000 while one types what they depend on, beside bare lxml searching the list."""
    for name, filter_, budget in (
        ("an indexed filter", "region = /data/s/region", 0.5),
        ("two conditions", "region = /data/s/region and size > 3", 2),
        ("any other filter", "contains(name, /data/s/region)", 4),
    ):
        logic = Logic(forms.cascade(filter_))
        live, turn = logic.live(Record(), NOW), itertools.cycle(("r1", "r2"))

        def offer(live: Live = live, turn: Iterator[str] = turn) -> object:
            live.change({"region": next(turn)})
            return live.choices("place")

        items = logic.rules.lists.tree("places")
        search = etree.XPath("root/item[region = 'r1']")
        yield compare(
            f"8,000 entries: {name}",
            offer,
            lambda items=items, search=search: search(items),
            peer_name="lxml, searching the list",
            budget=budget,
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
