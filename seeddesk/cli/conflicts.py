"""What commands tell of conflicts, to people with the command that decides each, and to scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from seeddesk.cli.telling import is_hidden, named, one_line, quoted, route, row_cells, value_text, when
from seeddesk.domain.messages import sentence
from seeddesk.domain.practice import Conflict
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, is_empty, to_json

if TYPE_CHECKING:
    from seeddesk.cli.session import Voice


def conflict_json(conflict: Conflict, record: Record) -> dict[str, Any]:
    """A conflict for scripts: every head, and what there was before. content: the cells of a row to keep or to remove."""
    return {
        "practice": conflict.practice,
        "code": conflict.code,
        "title": conflict.title,
        "field": record.numbered(conflict.path) if conflict.path else "practice",
        "path": conflict.path,
        "kind": conflict.kind,
        "together": [record.numbered(path) for path in conflict.together],
        "base": to_json(conflict.base) if conflict.has_base else None,
        "proposal": to_json(conflict.proposal),
        "content": {
            path[len(conflict.path) + 1 :]: to_json(value)
            for path, value in record.answers()
            if conflict.kind == "row" and path.startswith(conflict.path + ".")
        },
        "versions": [
            {
                "n": number,
                "letter": version.letter,
                "value": to_json(version.value),
                "together": {record.numbered(path): to_json(value) for path, value in version.together.items()},
                "author": version.author,
                "time": version.time,
                "origin": version.origin,
                "dots": [str(dot) for dot in version.dots],
            }
            for number, version in enumerate(conflict.versions, 1)
        ],
    }


def conflicts_text(
    lang: str, found: Sequence[Conflict], records: Mapping[str, Record], voices: Mapping[str, Voice]
) -> str:
    """Conflicts for people, each with the command that decides it."""
    if not found:
        return sentence("cli-conflicts-none", lang)
    lines: list[str] = []
    for conflict in found:
        record, voice = records[conflict.practice], voices[conflict.practice]
        name = record.numbered(conflict.path) if conflict.path else "practice"
        what = named(voice, record, conflict.path) if conflict.path else sentence("cli-conflict-practice", lang)
        lines.append(f"{conflict.code or conflict.practice}  {one_line(conflict.title)}")
        lines.append(f"  {what}")
        if conflict.has_base:
            lines.append(
                f"    {sentence('cli-conflict-base', lang, value=quoted(value_text(voice, conflict.path, conflict.base), lang))}"
            )
        for number, version in enumerate(conflict.versions, 1):
            value = (
                quoted(value_text(voice, conflict.path, version.value), lang)
                if conflict.kind == "field"
                else _kept(voice, record, conflict, version.value)
            )
            for path, other in version.together.items():
                if all(is_empty(one.together.get(path)) for one in conflict.versions):
                    continue
                value += f" · {named(voice, record, path)}: {quoted(value_text(voice, path, other), lang)}"
            lines.append(
                f"    {number}  {value}  — {one_line(version.author, 40)}, {when(version.time)}, {route(version.origin, lang)}"
            )
        if conflict.proposal is not None:
            lines.append(
                f"    M  {quoted(value_text(voice, conflict.path, conflict.proposal), lang)}  — {sentence('cli-conflict-merged', lang)}"
            )
        lines.append(
            f"    → seeddesk resolve {conflict.code or conflict.practice} {name} --take {'M' if conflict.proposal is not None else '1'}"
        )
    lines.append(sentence("cli-conflicts-count", lang, count=len(found)))
    return "\n".join(lines)


def _kept(voice: Voice, record: Record, conflict: Conflict, value: Value) -> str:
    """To remove, or to keep and what: the cells of a row, the fields of a practice that somebody edited."""
    if value is None:
        return sentence("cli-row-removed", voice.lang)
    what = [f"{label}: {quoted(text, voice.lang)}" for label, text in row_cells(voice, record, conflict.path)]
    if isinstance(value, tuple):
        what = [named(voice, record, path) for path in value if not is_hidden(voice, path)]
    return " ".join([sentence("cli-row-kept", voice.lang), " · ".join(what)]).strip()
