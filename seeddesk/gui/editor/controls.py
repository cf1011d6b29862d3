"""Which control answers which question: by its kind, and by what its form says of how it should look."""

from __future__ import annotations

import re
from typing import Any

from seeddesk.domain.form import QUOTE, Choice, Field, Kind, pick
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.chips_input import ChipsInput
from seeddesk.gui.editor.file_input import FileInput
from seeddesk.gui.editor.inputs import LineInput, LongInput
from seeddesk.gui.editor.options_input import OptionsInput
from seeddesk.gui.editor.picker import Picker
from seeddesk.gui.editor.range_input import MOST_STARS, RangeInput, StarsInput, steps_of
from seeddesk.gui.editor.rank_input import RankInput
from seeddesk.gui.editor.small_inputs import GeoInput, SegmentInput, TickInput

TICKS = 24  # entries up to which several of a list are all shown as tick boxes
SHORT = 14  # characters of an answer that fits beside two others
IN_SIGHT = re.compile(r"quick|quickcompact|likert|compact.*|columns.*|no-buttons|list|list-nolabel|label|horizontal.*")
TYPED = {"minimal", "autocomplete", "search"}


def make_input(field: Field, path: str, asking: Asking) -> Any:
    """The input for a question at a path; an `asking.Input` that is a widget."""
    shown = field.appearance.split()
    choices = () if field.rows is not None else asking.form.lists.get(field.choices, ())
    match field.kind:
        case Kind.FILE:
            return FileInput(field, path, asking)
        case Kind.ACKNOWLEDGE:
            return TickInput(field, path, asking)
        case Kind.RANK:
            return RankInput(field, path, asking)
        case Kind.GEO:
            return GeoInput(field, path, asking)
        case Kind.INTEGER | Kind.DECIMAL if field.range is not None:
            stars = "rating" in shown and len(steps_of(field.range)) <= MOST_STARS
            return StarsInput(field, path, asking) if stars else RangeInput(field, path, asking)
        case Kind.CHOICES:
            listed = bool(field.choices or field.rows)
            few = listed and len(choices) <= TICKS and not TYPED & set(shown)
            return OptionsInput(field, path, asking) if few or _in_sight(shown) else ChipsInput(field, path, asking)
        case Kind.CHOICE if field.choices or field.rows is not None:
            if _in_sight(shown) or (_pictured(choices) and not TYPED & set(shown)):
                return OptionsInput(field, path, asking)
            if not (field.choice_filter or field.shuffled or TYPED & set(shown)) and _short(choices, asking.lang):
                return SegmentInput(field, path, asking, choices)
            return Picker(field, path, asking)
    return LongInput(field, asking) if field.long else LineInput(field, asking)


def is_half(field: Field, asking: Asking) -> bool:
    """Whether a question is short enough to stand beside another."""
    if field.kind in (Kind.CHOICES, Kind.FILE, Kind.RANK, Kind.GEO) or field.long or field.range is not None:
        return False
    if field.media or (field.kind is Kind.CHOICE and _in_sight(field.appearance.split())):
        return False
    if _pictured(asking.form.lists.get(field.choices, ())):
        return False
    return field.limit < WIDE_FROM


WIDE_FROM = 120  # characters from which a single line goes across the page


def _in_sight(shown: list[str]) -> bool:
    return any(IN_SIGHT.fullmatch(each) for each in shown)


def _pictured(choices: tuple[Choice, ...]) -> bool:
    return any("image" in choice.media for choice in choices)


def _short(choices: tuple[Choice, ...], lang: str) -> bool:
    return 2 <= len(choices) <= 3 and all(
        len(label := pick(each.label, lang)) <= SHORT and QUOTE not in label for each in choices
    )
