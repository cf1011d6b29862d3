"""The main job without a screen, on invented practices: record, send as a dossier, edit in two places, merge, decide, look back."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import row_id
from seeddesk.domain.practice import Conflict
from seeddesk.domain.query import Query
from seeddesk.domain.record import Record
from seeddesk.services import paths
from seeddesk.services.workspace import Workspace

Tell = Callable[[str], None]


def run(out: Path | None, lang: str, tell: Tell) -> dict[str, Any]:
    """Do the main job in a folder (default: a new temporary one), telling each step. Returns what was done, for scripts.

    Raises UserError where the folder cannot be written. A folder that holds an earlier demo gets a new one beside it.
    """
    from seeddesk.exchange.docx.carriers import Carriers
    from seeddesk.services import cataloguing, exporting, maintenance, merging, recording, table_export
    from seeddesk.services import demo_editor as editor

    started = time.monotonic()
    folder = _fresh(out)

    def say(code: str, **arguments: object) -> None:
        tell(sentence(f"demo-{code}", lang, **arguments))

    researcher, officer, colleague = (sentence(f"demo-{who}", lang) for who in ("researcher", "officer", "colleague"))
    say("start", folder=folder)
    with Workspace.create(folder / "catalogue.seeddesk", researcher, lang) as ws:
        samples = paths.resources() / "samples" / f"practices.{lang}.csv"
        report, _ = merging.import_files(ws, [samples], backup=False)
        say("samples", count=report.count("new"))
        practice = report.files[0].practice
        draft = recording.open_draft(ws, practice)
        draft, _ = recording.save(ws, draft, {"contact.name": sentence("demo-contact", lang), "volunteers": "24"})
        shown = cataloguing.show(ws, practice)
        say("recorded", title=shown.row.title, practice=shown.row.code, complete=shown.row.completeness)

        sent = exporting.export_dossiers(ws, [practice], folder / "1-sent", lang)[0]
        say("sent", path=sent)

        back = folder / "2-back"
        back.mkdir()
        first, second = back / f"{sent.stem} ({officer}).docx", back / f"{sent.stem} ({colleague}).docx"
        edits = {name: sentence(f"demo-text-{name}", lang) for name in ("lessons", "partner", "need", "need-other")}
        carriers = Carriers(ws.form)
        partner = row_id(Record(dict(draft.values)).rows("partners")[0])
        editor.edit(
            sent,
            first,
            officer,
            cells={carriers.tag("volunteers"): "31"},
            narratives={carriers.mark("need"): edits["need"]},
            tracked={carriers.mark("lessons"): edits["lessons"]},
            new_rows={carriers.tag("partners[].name", partner): edits["partner"]},
        )
        through = editor.through_libreoffice(first, officer)
        say(
            "edited-first",
            name=officer,
            route=sentence("demo-through-libreoffice" if through else "demo-through-file", lang),
        )
        editor.edit(
            sent,
            second,
            colleague,
            cells={carriers.tag("reached_count"): "96"},
            narratives={carriers.mark("need"): edits["need-other"]},
        )
        say("edited-second", name=colleague)

        report, _ = merging.import_files(ws, [first, second], backup=False)
        for file in report.files:
            changed = sorted(
                path.partition("[")[0]
                for path, (_, change) in file.fields.items()
                if change in ("changed", "added", "conflict")
            )
            say(f"merged-{file.status}", file=Path(file.path).name, fields=", ".join(dict.fromkeys(changed)))
            if file.fidelity is not None:
                say("fidelity", read=file.fidelity.characters_read, present=file.fidelity.characters_present)
        after = cataloguing.show(ws, practice)
        say("landed", volunteers=after.record.text("volunteers"), reached=after.record.text("reached_count"))

        waiting = cataloguing.conflicts(ws, practice)
        say("conflicts", count=len(waiting))
        for conflict in waiting:
            _tell_conflict(conflict, lang, tell)
            cataloguing.resolve(ws, practice, conflict.path, take=str(len(conflict.versions)))
            say("resolved", field=conflict.path, number=len(conflict.versions))

        again, _ = merging.import_files(ws, [first, second], backup=False)
        say("again", count=again.count("unchanged"))
        say("history")
        for entry in cataloguing.history(ws, practice):
            if entry.path in {"need", "volunteers", "reached_count"}:
                say(
                    "history-line",
                    author=entry.author,
                    field=entry.path,
                    value=_short(entry.value),
                    state=sentence(f"demo-state-{entry.state}", lang),
                )

        merged = exporting.export_dossiers(ws, [practice], folder / "3-merged", lang)[0]
        table = table_export.export_table(ws, list(cataloguing.ids(ws, Query())), "xlsx", folder / "practices.xlsx")
        checked, _ = maintenance.check(ws)
        say("checked", practices=checked.practices, revisions=checked.revisions)
    seconds = time.monotonic() - started
    say("end", folder=folder, dossier=merged.relative_to(folder), table=table.name, seconds=round(seconds))
    return {
        "folder": str(folder),
        "catalogue": str(folder / "catalogue.seeddesk"),
        "practice": practice,
        "sent": str(sent),
        "returned": [str(first), str(second)],
        "merged": str(merged),
        "through_libreoffice": through,
        "conflicts": len(waiting),
        "unchanged_again": again.count("unchanged"),
        "findings": len(checked.findings),
        "seconds": round(seconds, 1),
    }


def _fresh(out: Path | None) -> Path:
    if out is None:
        return Path(tempfile.mkdtemp(prefix="seeddesk-demo-"))
    folder, number = out, 1
    while folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        number += 1
        folder = out / f"demo-{number}" if out.is_dir() else out.with_name(f"{out.name}-{number}")
    paths.make_folder(folder)
    return folder.absolute()


def _tell_conflict(conflict: Conflict, lang: str, tell: Tell) -> None:
    tell(sentence("demo-conflict", lang, field=conflict.path, base=_short(conflict.base)))
    for number, version in enumerate(conflict.versions, 1):
        tell(
            sentence(
                "demo-version",
                lang,
                number=number,
                value=_short(version.value),
                author=version.author,
                origin=version.origin,
            )
        )


def _short(value: object) -> str:
    text = " ".join(str(value or "—").split())
    return text if len(text) < 100 else text[:99] + "…"
