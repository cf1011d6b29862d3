"""Labels that several places of a form share, in a document that has no other names of them left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable

from seeddesk.exchange.docx.carriers import label_key
from seeddesk.exchange.docx.labels import Labels
from seeddesk.exchange.docx.opened import Block, Paragraph, Table, text_of


def uncertain(
    blocks: Iterable[Block], labels: Labels, places: Collection[str], repeat_of: Callable[[Table], str]
) -> set[str]:
    """The labels, as they are compared, that do not stand there once for each place: which one is missing or doubled nothing says.

    The others name their places in order. places: those outside rows that are looked for · repeat_of: the repeat whose rows a table holds, "" for none.
    """
    alike = labels.alike(places)
    if not alike:
        return set()
    seen: Counter[str] = Counter()
    in_card = False
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.level:
                in_card = bool(labels.cards(block.text)) or (in_card and block.level > 2)
                seen[label_key(block.text)] += not in_card
        elif not in_card and not repeat_of(block):
            seen.update(label_key(text_of(cell.paragraphs)) for row in block.rows for cell in row.cells[::2])
    return {key for key, count in alike.items() if seen[key] != count}
