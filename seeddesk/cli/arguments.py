"""The words of a command: which commands there are, what each takes, and plain sentences for what does not fit."""

from __future__ import annotations

import argparse
import locale
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from seeddesk.domain.errors import UsageError
from seeddesk.domain.messages import LANGUAGES, sentence

# What argparse says, and the code of our own sentence for it; the groups fill the placeholders.
_COMPLAINTS = (
    (r"the following arguments are required: (?P<what>.*)", "cli-missing"),
    (r"one of the arguments (?P<what>.*) (?P<last>\S+) is required", "cli-missing-either"),
    (r"argument (?P<what>\S+): expected .*argument", "cli-needs-value"),
    (r"unrecognized arguments: (?P<what>.*)", "cli-too-much"),
    (r"argument (?P<name>\S+): invalid choice: '?(?P<what>.*?)'? \(choose from (?P<choices>.*)\)", "cli-choice"),
    (r"argument (?P<name>\S+): invalid \w+ value: '(?P<what>.*)'", "cli-number"),
    (r"argument (?P<name>\S+): not allowed with argument (?P<what>\S+)", "cli-both"),
)


class _Parser(argparse.ArgumentParser):
    """A parser that raises UsageError instead of ending the program."""

    def error(self, message: str) -> NoReturn:
        for pattern, code in _COMPLAINTS:
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found:
                said = {name: text.replace("'", "") for name, text in found.groupdict().items() if name == "choices"}
                if code == "cli-missing-either":
                    said["what"] = found["what"].replace(" ", ", ")
                raise UsageError(code, command=self.prog, **{**found.groupdict(), **said})
        raise UsageError("cli-wrong", command=self.prog, what=message)


@dataclass(frozen=True, slots=True)
class Request:
    """A command that was understood. values: its own arguments · as_json: one JSON document on stdout instead of sentences ·
    preview: shows the form in a file in the window, in a language, until it is closed; None where there is no window."""

    command: str
    values: argparse.Namespace
    catalogue: str | None
    author: str | None
    lang: str
    as_json: bool
    help: bool = False
    preview: Callable[[Path, str], int] | None = None


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError
    return number


def _parsers() -> Mapping[str, _Parser]:
    """Command -> its parser; every argument's help is the message code of its line in the help."""
    made: dict[str, _Parser] = {}

    def command(name: str) -> _Parser:
        made[name] = _Parser(prog=name, add_help=False, allow_abbrev=False)
        return made[name]

    parser = command("init")
    parser.add_argument("--encrypted", action="store_true", help="cli-arg-encrypted")
    parser.add_argument("--centre", metavar="KEY", default="", help="cli-arg-centre")
    parser = command("new")
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="+", help="cli-arg-fields")
    parser.add_argument("--form", metavar="FORM", default="", help="cli-arg-form-new")
    parser = command("set")
    parser.add_argument("id", metavar="ID", help="cli-arg-id")
    parser.add_argument("fields", metavar="FIELD=VALUE", nargs="+", help="cli-arg-fields")
    command("delete").add_argument("id", metavar="ID", help="cli-arg-id")
    command("undelete").add_argument("id", metavar="ID", help="cli-arg-id")
    parser = command("list")
    parser.add_argument("query", metavar="QUERY", nargs="*", help="cli-arg-query")
    parser.add_argument("--where", metavar="FIELD=VALUE", action="append", default=[], help="cli-arg-where")
    parser.add_argument("--limit", metavar="N", type=_count, help="cli-arg-limit")
    parser = command("show")
    parser.add_argument("id", metavar="ID", help="cli-arg-id")
    parser.add_argument("--history", action="store_true", help="cli-arg-history")
    parser = command("import")
    parser.add_argument("paths", metavar="PATH", nargs="+", help="cli-arg-paths")
    parser.add_argument("--map", metavar='"Column=field,…"', default="", help="cli-arg-map")
    parser.add_argument("--dry-run", action="store_true", help="cli-arg-dry-run")
    parser.add_argument("--password", action="store_true", help="cli-arg-password")
    parser = command("export")
    parser.add_argument("ids", metavar="ID", nargs="*", help="cli-arg-ids")
    parser.add_argument("--query", metavar="Q", default=None, help="cli-arg-export-query")
    parser.add_argument("--to", choices=("docx", "xlsx", "csv", "json"), required=True, help="cli-arg-to")
    parser.add_argument("--out", metavar="PATH", required=True, help="cli-arg-out")
    parser.add_argument("--password", action="store_true", help="cli-arg-password")
    parser = command("blank")
    parser.add_argument("--out", metavar="FILE", required=True, help="cli-arg-blank-out")
    parser.add_argument("--form", metavar="FORM", default="", help="cli-arg-form")
    parser = command("template")
    parser.add_argument("--form", metavar="FORM", default="", help="cli-arg-form")
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--use", metavar="FILE", help="cli-arg-template-use")
    choice.add_argument("--start", metavar="FILE", help="cli-arg-template-start")
    choice.add_argument("--drop", action="store_true", help="cli-arg-template-drop")
    command("conflicts").add_argument("id", metavar="ID", nargs="?", help="cli-arg-conflicts-id")
    parser = command("resolve")
    parser.add_argument("id", metavar="ID", help="cli-arg-id")
    parser.add_argument("field", metavar="FIELD", help="cli-arg-conflict-field")
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("--take", metavar="N", help="cli-arg-take")
    choice.add_argument("--value", metavar="TEXT", help="cli-arg-value")
    command("changes")
    parser = command("take-back")
    parser.add_argument("change", metavar="CHANGE", help="cli-arg-change")
    parser.add_argument("--dry-run", action="store_true", help="cli-arg-dry-run")
    parser = command("check")
    parser.add_argument("--rebuild", action="store_true", help="cli-arg-rebuild")
    parser.add_argument("--deep", action="store_true", help="cli-arg-deep")
    parser = command("backup")
    parser.add_argument("--out", metavar="FILE", help="cli-arg-backup-out")
    parser.add_argument("--second", metavar="DIR", help="cli-arg-backup-second")
    parser = command("restore")
    parser.add_argument("file", metavar="FILE", nargs="?", help="cli-arg-restore")
    parser.add_argument("--last", action="store_true", help="cli-arg-restore-last")
    command("salvage")
    command("protect").add_argument("--centre", metavar="KEY", default="", help="cli-arg-centre")
    command("unprotect")
    command("rekey").add_argument("--centre", metavar="KEY", default="", help="cli-arg-centre")
    parser = command("unlock")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--recovery-code", action="store_true", help="cli-arg-recovery-code")
    choice.add_argument("--centre-key", metavar="FILE", help="cli-arg-centre-secret")
    parser.add_argument("--keys", metavar="FILE", help="cli-arg-keys")
    command("centre-key").add_argument("--out", metavar="FILE", required=True, help="cli-arg-centre-out")
    command("demo").add_argument("--out", metavar="DIR", help="cli-arg-demo-out")
    command("form check").add_argument("file", metavar="FILE", help="cli-arg-form-file")
    command("form preview").add_argument("file", metavar="FILE", help="cli-arg-form-file")
    parser = command("form diff")
    parser.add_argument("old", metavar="OLD", help="cli-arg-form-old")
    parser.add_argument("new", metavar="NEW", help="cli-arg-form-named")
    parser = command("form export")
    parser.add_argument("form", metavar="FORM", nargs="?", default="", help="cli-arg-form-export")
    parser.add_argument("--to", choices=("xlsx", "xform"), required=True, help="cli-arg-form-to")
    parser.add_argument("--out", metavar="PATH", required=True, help="cli-arg-form-out")
    command("form list")
    parser = command("form add")
    parser.add_argument("file", metavar="FILE", help="cli-arg-form-file")
    parser.add_argument("--no-use", action="store_true", help="cli-arg-form-no-use")
    parser = command("form use")
    parser.add_argument("id", metavar="FORM", help="cli-arg-form-id")
    parser.add_argument("version", metavar="VERSION", nargs="?", default="", help="cli-arg-form-version")
    command("form main").add_argument("id", metavar="FORM", help="cli-arg-form-id")
    parser = command("form switch")
    parser.add_argument("practice", metavar="ID", help="cli-arg-id")
    parser.add_argument("id", metavar="FORM", help="cli-arg-form-id")
    parser = command("form stats")
    parser.add_argument("id", metavar="FORM", nargs="?", default="", help="cli-arg-form-stats")
    parser.add_argument("--query", metavar="Q", default="", help="cli-arg-export-query")
    return made


def _groups() -> Mapping[str, tuple[str, ...]]:
    """The commands that have commands of their own -> these, by their second word."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _parsers():
        group, _, second = name.partition(" ")
        if second:
            found[group] = (*found.get(group, ()), second)
    return found


GROUPS = _groups()
COMMANDS = tuple(dict.fromkeys(name.partition(" ")[0] for name in _parsers()))
_WRITTEN = ("out", "start")  # the options that name what is written
_WITH_VALUE = ("--catalogue", "--author", "--lang")


def parse(argv: Sequence[str]) -> Request:
    """What a command line asks for. The global options may stand before or after the command. Raises UsageError (codes ``cli-…``)."""
    words = list(argv)
    found: dict[str, str] = {}
    flags: set[str] = set()
    rest: list[str] = []
    while words:
        word = words.pop(0)
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *words]
            break
        if name in _WITH_VALUE:
            if not equals:
                if not words:
                    raise UsageError("cli-needs-value", what=name, command="")
                value = words.pop(0)
            found[name] = value
        elif word in ("--json", "--help", "-h", "--version"):
            flags.add("--help" if word == "-h" else word)
        else:
            rest.append(word)
    lang = language(found.get("--lang"))
    parsers = _parsers()
    command = rest.pop(0) if rest else ""
    help_wanted = "--help" in flags or command in ("help", "")
    if command == "help":
        command = rest.pop(0) if rest else ""
    if "--version" in flags:
        command, help_wanted = "version", False
    elif command:
        command = _full_name(command, rest)
        help_wanted = help_wanted or command in GROUPS
    values = argparse.Namespace()
    if command == "list":  # it has no options of one dash: such a word is what a search leaves out
        rest = [f" {word}" if word[:1] == "-" and word[1:2] not in ("", "-") else word for word in rest]
    if command in parsers and not help_wanted:
        # Intermixed: `export ID --to docx ID` and `set ID title=… --author …` read as people write them.
        values = parsers[command].parse_intermixed_args(rest)
        for name in _WRITTEN:
            if getattr(values, name, None) == "-":
                raise UsageError("cli-no-stdout", name=f"--{name}", command=command)
    return Request(
        command, values, found.get("--catalogue"), found.get("--author"), lang, "--json" in flags, help_wanted
    )


def _full_name(command: str, rest: list[str]) -> str:
    """A command with its second word, taken off the rest, where it has one. Raises UsageError for a command there is not."""
    import difflib

    if command not in COMMANDS:
        near = difflib.get_close_matches(command, COMMANDS, 1)
        if near:
            raise UsageError("cli-near-command", what=command, near=near[0])
        raise UsageError("cli-no-command", what=command)
    if command not in GROUPS or not rest:
        return command
    second = rest.pop(0)
    if second not in GROUPS[command]:
        raise UsageError("cli-no-second", command=command, what=second, choices=", ".join(GROUPS[command]))
    return f"{command} {second}"


def language(wanted: str | None = None) -> str:
    """The language to speak: what was asked for, else SEEDDESK_LANG, else the machine's, else English. Raises UsageError."""
    if wanted is not None:
        if wanted not in LANGUAGES:
            raise UsageError("cli-choice", name="--lang", what=wanted, choices=", ".join(LANGUAGES), command="")
        return wanted
    said = (
        os.environ.get("SEEDDESK_LANG")
        or os.environ.get("LC_ALL")
        or os.environ.get("LC_MESSAGES")
        or os.environ.get("LANG")
    )
    if not said:
        said = locale.getlocale()[0] or ""
    return "it" if said.lower().startswith(("it", "italian")) else "en"


def asked_language(argv: Sequence[str]) -> str:
    """The language of a command line that may not even be one: for the sentence that says so."""
    for place, word in enumerate(argv):
        name, _, value = word.partition("=")
        if name == "--lang":
            value = value or (argv[place + 1] if place + 1 < len(argv) else "")
            if value in LANGUAGES:
                return value
    return language()


def help_text(command: str, lang: str) -> str:
    """The help of a command, or of them all."""
    if not command:
        width = max(map(len, COMMANDS)) + 2
        lines = [f"  {name.ljust(width)}{sentence(f'cli-help-{name}', lang)}" for name in COMMANDS]
        return sentence("cli-help", lang, commands="\n".join(lines))
    if command in GROUPS:
        width = max(map(len, GROUPS[command])) + 2
        lines = [f"  {name.ljust(width)}{sentence(f'cli-help-{command}-{name}', lang)}" for name in GROUPS[command]]
        return "\n".join(
            [
                f"seeddesk {command} …\n\n{sentence(f'cli-help-{command}', lang)}\n",
                *lines,
                f"\n{sentence('cli-second-help', lang, command=command)}\n{sentence('cli-globals', lang)}",
            ]
        )
    parser = _parsers()[command]
    parts, lines = [f"seeddesk {command}"], []
    for action in parser._actions:
        name = action.option_strings[0] if action.option_strings else ""
        shown = " ".join(filter(None, (name, "" if action.nargs == 0 else _metavar(action))))
        if action.choices:
            shown = f"{name} {'|'.join(map(str, action.choices))}"
        parts.append(
            shown if (action.required and name) or (not name and action.nargs not in ("*", "?")) else f"[{shown}]"
        )
        lines.append(f"  {shown.ljust(24)}  {sentence(str(action.help), lang)}")
    code = command.replace(" ", "-")
    more = (
        f"\n{sentence(f'cli-more-{code}', lang)}\n"
        if command in ("new", "set", "import", "template", "resolve", "form export", "form stats")
        else ""
    )
    body = ("\n".join(lines) + "\n") if lines else ""
    return f"{' '.join(parts)}\n\n{sentence(f'cli-help-{code}', lang)}\n\n{body}{more}\n{sentence('cli-globals', lang)}"


def _metavar(action: argparse.Action) -> str:
    shown = str(action.metavar)
    return f"{shown}…" if action.nargs in ("+", "*") else shown
