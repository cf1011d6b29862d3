"""Functions of numbers."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from seeddesk.domain.logic.functions.values import Function, flat, number_of, text_of


def rounded(_: object, value: Any, digits: Any = 0.0) -> float:
    """To so many decimals, or to tens and hundreds below zero; halves go up, as XPath has it."""
    number, places = number_of(value), number_of(digits)
    if not math.isfinite(number) or not math.isfinite(places):
        return math.nan if math.isnan(number) or not math.isfinite(places) else number
    if abs(places) > 30:
        return math.nan
    exact, step = Decimal(repr(number)), Decimal(1).scaleb(-int(places))
    found = ((exact + step / 2) / step).to_integral_value(ROUND_FLOOR) * step
    return math.copysign(0.0, number) if not found else float(found)


def whole(_: object, value: Any) -> float:
    """Without its fraction."""
    number = number_of(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def total(_: object, nodes: Any) -> float:
    """``sum()``, added up in order as other programs do. What is not answered adds nothing, as on the phones forms are drawn for (the
    specification would have no sum then); a text that is no number leaves no number."""
    found = 0.0
    for node in nodes:
        if text_of(node):
            found += number_of(node)
    return found


def extreme(choose: Callable[[list[float]], float]) -> Function:
    """``min()`` or ``max()`` of arguments and of every node of a node-set; not a number as soon as one of them is none."""

    def found(_: object, *values: Any) -> float:
        numbers = [number_of(item) for item in flat(values)]
        return math.nan if not numbers or any(map(math.isnan, numbers)) else choose(numbers)

    return found


def of_one(function: Callable[[float], float]) -> Function:
    """A function of one number. Outside its domain it is not a number, beyond what a number holds infinite."""

    def found(_: object, value: Any) -> float:
        return _guarded(function, number_of(value))

    return found


def of_two(function: Callable[[float, float], float]) -> Function:
    """The same for two numbers."""

    def found(_: object, first: Any, second: Any) -> float:
        return _guarded(function, number_of(first), number_of(second))

    return found


def logarithm(function: Callable[[float], float]) -> Callable[[float], float]:
    """A logarithm that is minus infinity at zero."""
    return lambda number: -math.inf if number == 0 else function(number)


def power(base: float, exponent: float) -> float:
    """``pow()``: a whole power of a whole number is exact."""
    return math.pow(base, exponent)


def ten_to(exponent: float) -> float:
    """``exp10()``."""
    return math.pow(10.0, exponent)


def chance(_: object) -> float:
    """``random()``: from 0 to below 1."""
    return random.random()


def _guarded(function: Callable[..., float], *numbers: float) -> float:
    if any(map(math.isnan, numbers)):
        return math.nan
    try:
        return function(*numbers)
    except ValueError:
        return math.nan
    except OverflowError:
        return math.inf
