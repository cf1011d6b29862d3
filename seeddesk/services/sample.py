"""A catalogue to look around in: a few invented practices in a file of its own, so that nothing of them comes among real ones."""

from __future__ import annotations

from pathlib import Path

from seeddesk.services import paths
from seeddesk.services.workspace import Workspace


def location(lang: str) -> Path:
    """Where it lies, in a language it is told in."""
    return paths.data() / f"sample.{_told(lang)}.seeddesk"


def is_sample(ws: Workspace) -> bool:
    """Whether the open catalogue is one."""
    return Path(ws.catalogue.location) in {location(lang) for lang in ("it", "en")}


def make(author: str, lang: str) -> None:
    """Have it ready at its `location`, whatever somebody did to it before. Raises StorageError."""
    from seeddesk.services import cataloguing, merging

    where = location(lang)
    opened = Workspace.open(str(where), author, lang) if where.exists() else Workspace.create(str(where), author, lang)
    with opened as ws:
        if not cataloguing.list_practices(ws, limit=1).total:
            merging.import_files(ws, [paths.resources() / "samples" / f"practices.{_told(lang)}.csv"], backup=False)


def _told(lang: str) -> str:
    return lang if lang in ("it", "en") else "en"
