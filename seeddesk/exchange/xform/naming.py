"""What the expressions and labels of a form look like in its sheets: ``${name}`` wherever a reader of the sheets gets the same path back from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from seeddesk.domain.form import QUOTE, UNQUOTE, Field, Form, Group, Section
from seeddesk.domain.paths import absolute_xpath

_STRINGS = re.compile(r"('[^']*'|\"[^\"]*\")")
_STEP = r"[^\W\d][\w.\-]*"
_PATH = re.compile(
    rf" ?((?:current\(\)/)?\.\.(?:/\.\.)*(?:/{_STEP})+|(?<![\w\]).])/{_STEP}(?:/{_STEP})+)(?![\w/(\[.-]) ?"
)
_CELL = re.compile(rf" ?\./({_STEP}(?:/{_STEP})*) ?")
_LAST_SAVED = re.compile(r" ?instance\('__last-saved'\)(?:/[\w.\-]+)*/([\w.\-]+) ?")


def leaf(xpath: str) -> str:
    """The last name of a path."""
    return xpath[xpath.rfind("/") + 1 :]


class Naming:
    """The names of one form. top: of its root."""

    def __init__(self, form: Form) -> None:
        xpaths = {one.xpath for one in _places(form)}
        self.top = next(iter(xpaths), "/data").split("/")[1]
        times = Counter(leaf(xpath) for xpath in xpaths)
        self._xpaths = xpaths
        self._unique = {xpath for xpath in xpaths if times[leaf(xpath)] == 1 and leaf(xpath) != self.top}
        self._repeats = [group.xpath for group in form.repeats]

    def words(self, text: str, xpath: str) -> str:
        """A label with ``${name}`` for every answer it quotes."""

        def quoted(found: re.Match[str]) -> str:
            target = absolute_xpath(found[1].strip(), xpath)
            return f"${{{leaf(target)}}}" if target in self._xpaths else "…"

        return re.sub(f"{QUOTE}([^{UNQUOTE}]*){UNQUOTE}", quoted, text)

    def said(self, expression: str, xpath: str) -> str:
        """An expression. Texts in quotes stay as they are, unless all they hold is a question's path."""

        def named(found: re.Match[str]) -> str:
            target = absolute_xpath(found[1].removeprefix("current()/"), xpath)
            if target not in self._unique or found[1] != self._written(target, xpath, "current()" in found[1]):
                return found[0]
            return f"${{{leaf(target)}}}"

        parts = _STRINGS.split(_LAST_SAVED.sub(r"${last-saved#\1}", expression))
        parts[::2] = [_PATH.sub(named, part) for part in parts[::2]]
        parts[1::2] = [  # jr:choice-name takes a question's path as a text
            f"{part[0]}{_PATH.sub(named, part[1:-1])}{part[-1]}" if part[1:2] == part[-2:-1] == " " else part
            for part in parts[1::2]
        ]
        return "".join(parts)

    def of_row(self, condition: str, repeat: str) -> str:
        """A condition on the rows of a repeat, whose cells it calls ``./name``."""

        def named(found: re.Match[str]) -> str:
            target = f"{repeat}/{found[1]}"
            return f"${{{leaf(target)}}}" if target in self._unique else found[0]

        return _CELL.sub(named, condition).strip()

    def _written(self, target: str, xpath: str, current: bool) -> str:
        """The path that ``${name}`` of a target becomes at a place: relative where both stand in one repeat, absolute elsewhere."""
        around = [one for one in self._repeats if target.startswith(one + "/") and xpath.startswith(one + "/")]
        if not around:
            return target
        above = max(around, key=len)
        steps = xpath.removeprefix(above).count("/")
        return ("current()/" if current else "") + "../" * steps + target.removeprefix(above + "/")


def _places(form: Form) -> Iterator[Field | Group | Section]:
    yield from (section for section in form.sections if section.xpath)
    yield from form.groups.values()
    yield from form.fields.values()
