"""Forms come in as XLSForm (a folder of sheets, or .xlsx) or XForm (.xml); see `sheets.load_form` and `reader.read_xform`; `check.check_form` says what is wrong with one."""

from seeddesk.exchange.xform.check import check_form
from seeddesk.exchange.xform.reader import read_xform
from seeddesk.exchange.xform.sheets import load_form
from seeddesk.exchange.xform.xlsform import list_files, write_workbook

__all__ = ["check_form", "list_files", "load_form", "read_xform", "write_workbook"]
