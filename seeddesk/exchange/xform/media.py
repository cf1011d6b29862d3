"""The files a form's labels show, and forms that come in one archive with theirs."""

from __future__ import annotations

import html
import re
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.exchange.xform import guard

_SHOWN = re.compile(r">\s*jr://(?:images|audio|video|file)/([^<]+?)\s*<")


def media_names(form: Form) -> tuple[str, ...]:
    """The names of the files its labels, choices and questions show, in the form's order. Those not in `Form.files` were not found."""
    return tuple(dict.fromkeys(html.unescape(name) for name in _SHOWN.findall(form.xform)))


def find_media(form: Form, path: Path) -> dict[str, bytes]:
    """The files the form at `path` shows, as far as they are there: beside it, in ``media`` or in ``<name>-media``. Raises FormError."""
    folder = path if path.is_dir() else path.parent
    places = (folder / "media", folder / f"{path.stem}-media", folder)
    found: dict[str, bytes] = {}
    for name in media_names(form):
        if Path(name).name != name:
            continue
        file = guard.found(name, places)
        if file is not None and not guard.leads_out(file):
            size = file.stat().st_size
            if size > guard.FILE_LIMIT:
                limit = guard.FILE_LIMIT // guard.MEGABYTE
                raise FormError("form-large", name=name, megabytes=-(-size // guard.MEGABYTE), limit=limit)
            found[name] = file.read_bytes()
    return found


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The form at `path`; of an archive, the one form in it, unpacked for as long as it is needed. Raises FormError."""
    if path.suffix.lower() != ".zip" or path.is_dir():
        yield path
        return
    guard.check(path)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / path.stem
        try:
            with zipfile.ZipFile(path) as archive:
                archive.extractall(target)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError):
            raise FormError("form-broken-file", name=path.name) from None
        yield _form_in(target, path.name)


def _form_in(folder: Path, name: str) -> Path:
    """The form among the files of an archive: a workbook, else sheets, else an XForm, nearest to the top."""

    def nearest(pattern: str) -> list[Path]:
        found = (
            file for file in folder.rglob(pattern) if not any(part.startswith((".", "__MACOSX")) for part in file.parts)
        )
        return sorted(found, key=lambda file: (len(file.parts), file.name))

    workbooks, sheets = nearest("*.xlsx"), nearest("survey.csv")
    if workbooks:
        return workbooks[0]
    if sheets:
        return sheets[0].parent
    for file in nearest("*.xml"):
        if b"http://www.w3.org/2002/xforms" in file.read_bytes()[:4096]:
            return file
    raise FormError("form-kind", name=name)
