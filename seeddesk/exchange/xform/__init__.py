"""Forms come in as XLSForm (a folder of sheets, or .xlsx) or XForm (.xml); see `sheets.load_form` and `reader.read_xform`; `check.check_form` says what is wrong with one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from seeddesk.exchange.xform.check import check_form
    from seeddesk.exchange.xform.reader import read_xform
    from seeddesk.exchange.xform.sheets import load_form
    from seeddesk.exchange.xform.xlsform import list_files, write_workbook

__all__ = ["check_form", "list_files", "load_form", "read_xform", "write_workbook"]

_FROM = {
    "check_form": "check",
    "read_xform": "reader",
    "load_form": "sheets",
    "list_files": "xlsform",
    "write_workbook": "xlsform",
}


def __getattr__(name: str) -> Any:
    """Each is loaded when it is first used: whoever opens a catalogue reads a form and neither checks nor writes one."""
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
