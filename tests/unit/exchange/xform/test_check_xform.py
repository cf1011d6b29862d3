"""A form drawn elsewhere: what stays behind is said."""

from seeddesk.exchange.xform import check_form

FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa">
<h:head><h:title>T</h:title><model>
<instance><data id="t" version="1"><a/><row jr:template=""><b/></row>{rows}</data></instance>
<instance id="places"><root><item><name>x</name><label>X</label>{deep}</item></root></instance>
<bind nodeset="/data/a" type="string"/><bind nodeset="/data/row/b" type="string"/></model></h:head>
<h:body><select1 ref="/data/a"><label>A</label><itemset nodeset="instance('places')/root/item"><value ref="name"/><label ref="label"/></itemset></select1>
<group ref="/data/row"><label>Row</label><repeat nodeset="/data/row"><input ref="/data/row/b"><label>B</label></input></repeat></group></h:body></h:html>"""


def codes(folder, rows="", deep=""):
    file = folder / "form.xml"
    file.write_text(FORM.format(rows=rows, deep=deep), "utf-8")
    form, remarks = check_form(file)
    assert form is not None
    assert all(remark.message(lang) for remark in remarks for lang in ("it", "en"))
    return {remark.code for remark in remarks} & {"form-check-list-deep", "form-check-first-rows"}


def test_a_list_within_a_list_is_read_in_part_and_that_is_said(tmp_path):
    assert codes(tmp_path, deep="<size>2</size>") == set()
    assert codes(tmp_path, deep="<sizes><small>2</small></sizes>") == {"form-check-list-deep"}


def test_rows_of_the_form_s_own_are_named(tmp_path):
    assert codes(tmp_path, rows="<row><b/></row>") == set()
    assert codes(tmp_path, rows="<row><b>1</b></row><row><b>2</b></row>") == {"form-check-first-rows"}
