"""What is wrong with the expressions of a form as a whole, and rules that take too long."""

from datetime import date

import pytest

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Field, Group, Kind
from seeddesk.domain.logic import Logic
from seeddesk.domain.logic.functions import OPENROSA, TooSlow
from seeddesk.domain.logic.problems import problems
from seeddesk.domain.record import Record
from tests.unit.domain.test_live import form_with, opened, question


class TestSlowRules:
    def test_a_rule_that_takes_too_long_is_undecided_and_said_so(self, monkeypatch):
        def slow(*_):
            raise TooSlow

        monkeypatch.setitem(OPENROSA, "regex", (slow, 2, 2))
        live = opened(
            question("a", constraint="regex(., 'a+')"),
            question("b", calculate="if(regex(../a, 'a+'), 'yes', 'no')"),
            question("c", relevant="regex(../a, 'a+')"),
            values={"a": "x"},
        )
        assert [(problem.path, problem.code) for problem in live.evaluation.problems] == [("a", "problem-rule-slow")]
        assert live.evaluation.calculated == {"b": None}
        assert live.evaluation.hidden == {"c"}


class TestProblems:
    def test_every_problem_is_named_and_none_hides_another(self):
        form = form_with(
            question("a", calculate="nonsense("),
            question("b", relevant="magic(1)"),
            question("c", calculate="../d + 1"),
            question("d", calculate="../c + 1"),
            question("e", calculate="../e2 + 1"),
            question("e2", relevant="../e != ''"),
            question("f", calculate="../c + ../e"),
        )
        found = problems(form)
        assert [error.code for error in found] == [
            "form-bad-expression",
            "form-unknown-function",
            "form-circle",
            "form-circle",
        ]
        assert [error.arguments["circle"] for error in found[2:]] == ["c → d → c", "e → e2 → e"]

    def test_a_sound_form_has_none(self):
        assert problems(form_with(question("a"), question("b", calculate="../a + 1"))) == ()

    def test_a_group_cannot_depend_on_what_it_holds(self):
        form = form_with(
            Group("g", {}, (Field("g.a", Kind.TEXT, {}, "/data/s/g/a", "s"),), "/data/s/g", relevant="./a = 1")
        )
        with pytest.raises(FormError, match="g → "):
            Logic(form)

    def test_a_chain_of_a_thousand_questions_settles(self):
        chain = (question(f"q{n}", calculate=f"../q{n - 1} + 1" if n else "1") for n in range(1000))
        assert Logic(form_with(*chain)).evaluate(Record(), date(2026, 1, 1)).calculated["q999"] == "1000"
