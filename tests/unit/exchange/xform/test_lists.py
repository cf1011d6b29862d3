"""A form's lists are kept small until somebody looks at one."""

import pytest

from seeddesk.domain.form import QUOTE, UNQUOTE, Choice, WaitingLists
from seeddesk.domain.logic import Logic
from seeddesk.exchange.xform import read_xform

XFORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
  <h:head><h:title>T</h:title><model>
    <itext><translation lang="en">
      <text id="a&amp;b"><value>Like <output value="/data/other"/></value></text><text id="plain"><value>Plain</value></text>
    </translation></itext>
    <instance><data id="t"><other/><said/><told/></data></instance>
    <instance id="quoting"><root><item><name>1</name><itextId>a&amp;b</itextId></item></root></instance>
    <instance id="towns"><root><item><name>1</name><label>Aosta &amp; co</label><area>N</area></item>
      <item><name>2</name><label>Bari</label><area>S</area></item></root></instance>
    <bind nodeset="/data/other" type="string"/><bind nodeset="/data/said" type="string"/><bind nodeset="/data/told" type="string"/>
  </model></h:head>
  <h:body><input ref="/data/other"><label>O</label></input>
    <select1 ref="/data/said"><label>S</label><itemset nodeset="instance('quoting')/root/item"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></select1>
    <select1 ref="/data/told"><label>T</label><itemset nodeset="instance('towns')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
  </h:body></h:html>"""


@pytest.fixture
def form():
    return read_xform(XFORM)


def test_a_list_is_whole_when_it_is_looked_at(form):
    assert form.lists["towns"] == (
        Choice("1", {"en": "Aosta & co"}, {"area": "N"}),
        Choice("2", {"en": "Bari"}, {"area": "S"}),
    )
    assert list(form.lists) == ["quoting", "towns"]


def test_its_size_is_the_same_before_and_after(form):
    before = form.list_size("towns")
    assert (before, len(form.lists["towns"]), form.list_size("towns"), form.list_size("nobody")) == (2, 2, 2, 0)


def test_only_a_list_with_quotes_may_quote(form):
    assert isinstance(form.lists, WaitingLists)
    assert [form.lists.may_quote(name) for name in ("quoting", "towns", "nobody")] == [True, False, False]


def test_what_a_choice_quotes_is_among_the_rules(form):
    assert form.quoting("quoting") == [{"en": f"Like {QUOTE}/data/other{UNQUOTE}"}]
    assert ("/data/said", "/data/other") in Logic(form).rules.words


def test_rules_make_no_list_that_quotes_nothing(form, monkeypatch):
    asked = []
    made = type(form.lists).__getitem__
    monkeypatch.setattr(type(form.lists), "__getitem__", lambda self, name: asked.append(name) or made(self, name))
    Logic(form)
    assert asked == ["quoting"]
