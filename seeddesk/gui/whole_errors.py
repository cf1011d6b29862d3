"""Keeps an error in what Qt calls from ending the program: it is told of as any other.

Before Python 3.12 an error that the interpreter itself raises (``[][1]``, ``int("x")``, a widget that is gone) is a kind and some words, and
becomes an exception only where somebody catches it. PySide6 takes it for an exception as it leaves a method that Qt calls (``paintEvent``,
``eventFilter``, ``data``), and reads memory that is none.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any

from PySide6.QtCore import QObject


def keep_errors_whole() -> None:
    """Have the methods by which classes made from now on stand in for Qt's own raise exceptions only."""
    if sys.version_info < (3, 12):
        QObject.__init_subclass__ = classmethod(_made)


def _made(cls: type, **more: Any) -> None:
    super(QObject, cls).__init_subclass__(**more)
    theirs = [base for base in cls.__mro__ if base.__module__.startswith("PySide6.")]
    for name, method in list(vars(cls).items()):
        if (
            isinstance(method, FunctionType)
            and not name.startswith("__")
            and any(name in vars(base) for base in theirs)
        ):
            setattr(cls, name, _whole(method))


def _whole(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def called(*given: Any, **named: Any) -> Any:
        try:
            return method(*given, **named)
        except BaseException:  # to be caught is what makes an exception of it
            raise

    return called
