"""A program that writes to a catalogue by chance: ``python -m tests.support.writing CATALOGUE AUTHOR SEED COUNT PRACTICE…``.

It says on its standard output what was acknowledged, one text of its own a line, each found in no other save.
"""

from __future__ import annotations

import sys
from random import Random

from seeddesk.domain.record import Record
from seeddesk.services import recording
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import GARDENS


def main(location: str, author: str, seed: str, count: str, *practices: str) -> None:
    """New practices, edits of practices others write too, rows, rows taken out."""
    random = Random(seed)
    known = list(practices)
    with Workspace.open(location, author, "it") as ws:
        print("ready", flush=True)
        sys.stdin.readline()
        for number in range(int(count)):
            text = f"{author} {number}"
            dice = random.random()
            if dice < 0.15:
                known.append(recording.start(ws, {**GARDENS, "title": text})[0])
            else:
                draft = recording.open_draft(ws, random.choice(known))
                rows = Record(dict(draft.values)).rows("partners")
                if dice < 0.45 or not rows:
                    row, changes = recording.new_row(draft.values, "partners")
                    recording.save(ws, draft, {**changes, f"{row}.name": text})
                elif dice < 0.6:
                    recording.save(ws, draft, {random.choice(rows): None, "need": text})
                else:
                    recording.save(ws, draft, {random.choice(("title", "need", "overview")): text})
            print(text, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
