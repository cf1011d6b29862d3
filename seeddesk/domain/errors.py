"""Errors a person can act on. Everything else that is raised is a bug.

A `UserError` carries a message id and its arguments, not a finished sentence: the same error is shown in Italian or English by
`seeddesk.domain.messages`. The id is stable and named in reports (``"refused: too-large"``).
"""

from __future__ import annotations


class UserError(Exception):
    """Their disk, their file, their network, their input: one sentence and a next step.

    `code` is the key of the sentence in `messages.SENTENCES`; `arguments` fill its placeholders.
    """

    def __init__(self, code: str, **arguments: object) -> None:
        super().__init__(code, arguments)
        self.code = code
        self.arguments = arguments

    def __str__(self) -> str:
        from seeddesk.domain.messages import sentence  # here, because messages are only needed when something is shown

        return sentence(self.code, "en", **self.arguments)


class UsageError(UserError):
    """The words of a command do not fit: wrong field name, missing argument (exit code 2)."""


class Refused(UserError):
    """A file that is not taken in, with the reason: hostile, broken, of another kind, or with nothing in it."""


class NotFound(UserError):
    """A practice, field, file or catalogue that is named but is not there."""


class NotAllowed(UserError):
    """A step the rules of the workflow or of the form do not allow now."""


class StorageError(UserError):
    """The catalogue cannot be opened, read or written as it must be."""


class FormError(UserError):
    """A form that cannot be used: names sheet, row and column where they are known."""


class Cancelled(Exception):
    """The person stopped the work. Silent: nothing is shown, nothing half done remains."""
