"""The command line: everything the services do, for people and for scripts.

Exit codes: 0 done · 1 refused, with one sentence and a next step on stderr · 2 wrong usage · 3 done, and something needs a person.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from seeddesk.cli import arguments
from seeddesk.domain.errors import Cancelled, UsageError, UserError
from seeddesk.domain.messages import sentence
from seeddesk.domain.messages.reasons import is_known

DONE, REFUSED, USAGE, NEEDS_PERSON, STOPPED = 0, 1, 2, 3, 130


def main(argv: Sequence[str], preview: Callable[[Path, str], int] | None = None) -> int:
    """Run one command and return its exit code. Never raises. preview: how a form is shown in the window (see `Request`)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # also where the system's own encoding knows no accents
            stream.reconfigure(encoding="utf-8", errors="replace")
    lang = arguments.asked_language(argv)
    as_json = "--json" in argv
    try:
        request = replace(arguments.parse(argv), preview=preview)
        from seeddesk.cli import commands

        return commands.run(request)
    except UsageError as error:
        return _refuse(error, lang, as_json, USAGE)
    except UserError as error:
        return _refuse(error, lang, as_json, REFUSED)
    except (KeyboardInterrupt, Cancelled):
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has gone (`seeddesk list | head`): nothing is wrong, and nothing more is to be written.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        if error.filename is None or not is_known(error.strerror):
            return _report(error, argv, lang, as_json)
        named = UserError("file-not-read", path=os.fsdecode(error.filename), reason=error.strerror)
        return _refuse(named, lang, as_json, REFUSED)
    except Exception as error:  # noqa: BLE001  # the last line of defence: a bug becomes a report, not a traceback
        return _report(error, argv, lang, as_json)


def _refuse(error: UserError, lang: str, as_json: bool, code: int) -> int:
    text = sentence(error.code, lang, **error.arguments)
    if as_json:
        print(json.dumps({"error": {"code": error.code, "message": text}}, ensure_ascii=False, indent=2))
    print(text, file=sys.stderr)
    return code


def _report(error: Exception, argv: Sequence[str], lang: str, as_json: bool) -> int:
    from seeddesk.services.reports import write_report

    command = next((word for word in argv if word in arguments.COMMANDS), "seeddesk")
    try:
        place = str(write_report(error, command))
    except UserError:  # not even the report can be written
        place = "-"
    return _refuse(UserError("cli-bug", path=place, kind=type(error).__name__), lang, as_json, REFUSED)
