"""What a practice's dossier will say, while it is being written: from the same writer, with the same template, read back as lines."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from seeddesk.domain.basics import basic
from seeddesk.domain.dossier import Base, Dossier, Picture
from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.domain.filed import filed
from seeddesk.domain.paths import template_of
from seeddesk.domain.record import Record
from seeddesk.domain.sheet import Sheet
from seeddesk.domain.values import Value
from seeddesk.services import exporting, recording
from seeddesk.services.templates import own_template

if TYPE_CHECKING:
    from seeddesk.domain.form import Form
    from seeddesk.services.workspace import Workspace


class Previewer:
    """Previews of one form in one language; made once, since preparing the writer takes longer than writing. To be used on one thread."""

    def __init__(self, ws: Workspace, form: Form, lang: str) -> None:
        from seeddesk.exchange.docx.writer import DossierWriter

        self._writer = DossierWriter(form, lang, own_template(lang, form.id), ws.settings.centre)
        self._form = form
        self._photos: dict[Value, Picture | None] = {}

    def sheet(self, ws: Workspace, practice: str, values: Mapping[str, Value]) -> Sheet:
        """The dossier of a practice with these values, saved or not. Raises what writing it raises."""
        from seeddesk.exchange.docx.legible import sheet

        record = Record(dict(values))
        base = Base(practice, basic(record, "code", self._form), self._form.id, self._form.version, 1, values, {})
        pictures = tuple(self._pictures(ws, record))
        data = self._writer.write(
            Dossier(
                base=base,
                status=basic(record, "status", self._form),
                exported_on=date.today().isoformat(),
                collected_by=record.text("collected_by"),
                centre=ws.settings.centre,
                pictures=pictures,
            )
        )
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            media = sorted((name for name in names if name.startswith("word/media/seeddesk")), key=_number)
            footer = next((name for name in names if name.startswith("word/footer")), "")
            return sheet(
                package.read("word/document.xml"),
                package.read(footer) if footer else b"<none/>",
                self._form,
                values,
                [package.read(name) for name in media],
            )

    def _pictures(self, ws: Workspace, record: Record) -> list[Picture]:
        from seeddesk.exchange.docx.layout import pictured

        shown = frozenset(pictured(self._form))
        found = []
        for path, value in record.answers():
            if isinstance(value, str) and value.startswith("sha256:") and template_of(path) in shown:
                if value not in self._photos:
                    self._photos[value] = _photo(ws, path, value)
                picture = self._photos[value]
                if picture is not None:
                    found.append(replace(picture, path=path))
        return found


def _photo(ws: Workspace, path: str, value: Value) -> Picture | None:
    try:
        return exporting.photo(path, recording.file_bytes(ws, value), filed(value))
    except (NotFound, StorageError):  # not here yet, or damaged: the dossier too goes without it
        return None


def _number(name: str) -> int:
    digits = "".join(each for each in name.rpartition("/")[2] if each.isdecimal())
    return int(digits or 0)
