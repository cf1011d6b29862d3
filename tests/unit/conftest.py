"""Unit tests read files from strangers in their own process, unless they are marked `apart`: the process that reads takes a second to start."""

from tests.support.returned import _reading

__all__ = ["_reading"]
