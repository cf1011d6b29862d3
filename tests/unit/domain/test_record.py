"""A record: values, rows in their order, answers outside removed rows."""

from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN
from tests.unit.domain.samples import OTHER_ROW, ROW

CONTACT = ROW + ".contacts[" + "c" * 32 + "]"


def test_rows_stand_in_the_order_of_their_keys_and_of_their_ids_where_keys_are_equal():
    assert Record({ROW: "x", OTHER_ROW: "b"}).rows("partners") == [OTHER_ROW, ROW]
    assert Record({OTHER_ROW: "m", ROW: "m"}).rows("partners") == [ROW, OTHER_ROW]


def test_rows_of_rows_are_asked_of_their_own_row():
    record = Record({ROW: "m", CONTACT: "m", OTHER_ROW: "n"})
    assert record.rows("partners") == [ROW, OTHER_ROW]
    assert record.rows(ROW + ".contacts") == [CONTACT]
    assert record.rows("part") == []


def test_a_removed_row_is_gone_with_its_cells_and_the_rows_in_it():
    record = Record({ROW: None, ROW + ".name": "Ada", CONTACT: "m", CONTACT + ".name": "Bo", "title": "t"})
    assert record.rows("partners") == []
    assert dict(record.answers()) == {"title": "t"}
    assert not record.alive(CONTACT + ".name")


def test_answers_leave_out_what_is_empty_and_keep_what_is_not_known():
    record = Record({"title": " ", "need": NOT_KNOWN, "place": None})
    assert dict(record.answers()) == {"need": NOT_KNOWN}
    assert record.text("need") == ""
    assert record.get("nowhere") is None


def test_a_record_with_changes_is_another_record():
    record = Record({"title": "t"})
    assert record.with_values({"title": "T"}).text("title") == "T"
    assert record.text("title") == "t"
