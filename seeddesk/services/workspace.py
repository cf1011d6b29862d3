"""What every verb works on: an open catalogue, the form it is shown by, and who is working."""

from __future__ import annotations

import getpass
import hashlib
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound, UsageError
from seeddesk.domain.form import Form
from seeddesk.services import paths
from seeddesk.services.projecting import projecting
from seeddesk.services.settings import Settings, load
from seeddesk.services.signing import genuine

if TYPE_CHECKING:
    from seeddesk.domain.logic import Logic
    from seeddesk.storage.catalogue import Catalogue

_SHEETS = "form-sheets"  # the note that says which sheets the catalogue's form was made of
_FORM = "form"  # the note that names the form in use, as "id version"


@dataclass
class Workspace:
    """Made by `open` or `create`, ended by `close` or a with-block. author: who revisions are by · lang: ``it`` or ``en``, for messages."""

    catalogue: Catalogue
    form: Form
    author: str
    lang: str
    settings: Settings
    _forms: dict[tuple[str, str], Form | None] = field(default_factory=dict, repr=False)

    @classmethod
    def create(cls, location: str | Path | None = None, author: str = "", lang: str = "") -> Workspace:
        """A workspace on a new, empty catalogue. Raises StorageError ``catalogue-exists`` when there is one."""
        from seeddesk.storage.catalogue import Catalogue

        settings = load()
        return cls._over(Catalogue.create(where(location, settings)), settings, author, lang, True)

    @classmethod
    def open(
        cls, location: str | Path | None = None, author: str = "", lang: str = "", read_only: bool = False
    ) -> Workspace:
        """A workspace on the catalogue at a place (see `where`). Raises NotFound ``catalogue-absent`` and what `Catalogue.open` raises."""
        from seeddesk.storage.catalogue import Catalogue

        settings = load()
        return cls._over(Catalogue.open(where(location, settings), read_only), settings, author, lang, False)

    @classmethod
    def _over(cls, catalogue: Catalogue, settings: Settings, author: str, lang: str, created: bool) -> Workspace:
        try:
            form, changed = _form_of(catalogue)
        except BaseException:
            catalogue.close()
            raise
        author = author or os.environ.get("SEEDDESK_AUTHOR", "") or settings.author or _login()
        lang = lang or os.environ.get("SEEDDESK_LANG", "") or settings.lang or system_language()
        workspace = cls(catalogue, form, author, lang if lang in ("it", "en") else "en", settings)
        catalogue.use(form, projecting(form, workspace.logic), genuine)
        if changed and not created:
            with catalogue.write() as tx:  # what is derived was derived with the form before
                tx.rebuild()
        return workspace

    @cached_property
    def logic(self) -> Logic:
        """The form's logic."""
        from seeddesk.domain.logic import Logic

        return Logic(self.form)

    @property
    def forms(self) -> list[tuple[str, str]]:
        """(id, version) of every form the catalogue knows."""
        with self.catalogue.read() as view:
            return view.forms()

    def find_form(self, form_id: str, version: str) -> Form | None:
        """A form by its id and version; None when the catalogue never met it."""
        if (form_id, version) == (self.form.id, self.form.version):
            return self.form
        if (form_id, version) not in self._forms:
            from seeddesk.exchange.xform import read_xform

            try:
                with self.catalogue.read() as view:
                    self._forms[form_id, version] = read_xform(view.form_xml(form_id, version))
            except NotFound:
                self._forms[form_id, version] = None
        return self._forms[form_id, version]

    def close(self) -> None:
        """End the work on the catalogue."""
        self.catalogue.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def where(location: str | Path | None, settings: Settings) -> str:
    """The catalogue meant: the one named, else SEEDDESK_CATALOGUE, else the settings', else the person's own.

    A folder means the ``catalogue.seeddesk`` in it.
    """
    named = str(location or os.environ.get("SEEDDESK_CATALOGUE", "") or settings.catalogue or paths.default_catalogue())
    if "://" in named:
        if not named.startswith(("postgresql://", "postgresql+psycopg://", "postgres://")):
            raise UsageError("location-unknown", location=named)
        return named
    path = Path(named).expanduser()
    return str((path / "catalogue.seeddesk" if path.is_dir() else path).absolute())


def system_language() -> str:
    """``it`` where the system speaks Italian, else ``en``."""
    spoken = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "it" if spoken.lower().startswith("it") else "en"


def shipped_form() -> Form:
    """The practice form that comes with this SeedDesk. Its sheets are converted once and kept in the cache."""
    from seeddesk.exchange.xform import load_form
    from seeddesk.storage.files import write_atomic

    digest = _sheets_digest()
    kept = paths.cache() / "forms" / f"{digest}.xml"
    if digest in _read_forms:
        return _read_forms[digest]
    if kept.is_file():
        return _read(digest, kept.read_text("utf-8"))
    form = load_form(paths.forms() / "practice")
    write_atomic(kept, form.xform.encode())
    _read_forms[digest] = form
    return form


_read_forms: dict[str, Form] = {}  # sheets digest -> form: reading one takes longer than everything else at opening


def _read(digest: str, xform: str) -> Form:
    from seeddesk.exchange.xform import read_xform

    return _read_forms.setdefault(digest, read_xform(xform))


def _form_of(catalogue: Catalogue) -> tuple[Form, bool]:
    """The form a catalogue is shown by: the shipped one, stored in it when it is new to it; and whether it is."""
    sheets = _sheets_digest()
    with catalogue.read() as view:
        if view.note(_SHEETS) == sheets:
            if sheets in _read_forms:
                return _read_forms[sheets], False
            form_id, _, version = view.note(_FORM).partition(" ")
            return _read(sheets, view.form_xml(form_id, version)), False
    form = shipped_form()
    if catalogue.read_only:
        return form, False
    with catalogue.write() as tx:
        tx.store_form(form)
        tx.set_note(_FORM, f"{form.id} {form.version}")
        tx.set_note(_SHEETS, sheets)
    return form, True


def _sheets_digest() -> str:
    """The sha256 of the form's sheets and of the vocabularies they draw on."""
    digest = hashlib.sha256()
    for folder in (paths.forms() / "practice", paths.resources() / "vocabularies"):
        for path in sorted(folder.glob("*.csv")):
            digest.update(f"{path.name}\n{path.stat().st_size}\n".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or (Windows before 3.13) no variable that names one
        return ""
