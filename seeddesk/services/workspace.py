"""What every verb works on: an open catalogue, the form it is shown by, and who is working."""

from __future__ import annotations

import getpass
import hashlib
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound
from seeddesk.domain.form import Form
from seeddesk.domain.merge import fold
from seeddesk.domain.versions import form_id
from seeddesk.services import paths
from seeddesk.services.form_cache import read_packed
from seeddesk.services.projecting import listing_elsewhere, projecting
from seeddesk.services.settings import Settings, load
from seeddesk.services.settings import where as where  # what opens a catalogue is looked for here
from seeddesk.services.shelf import Shelf
from seeddesk.services.signing import genuine

if TYPE_CHECKING:
    from seeddesk.domain.changes import Progress
    from seeddesk.domain.logic import Logic
    from seeddesk.domain.practice import Draft
    from seeddesk.domain.revision import Revision
    from seeddesk.domain.state import PracticeState
    from seeddesk.storage.beside import Prepare
    from seeddesk.storage.catalogue import Catalogue
    from seeddesk.storage.deriving import Block, Wanted

_SHEETS = "form-sheets"  # the note that says which of SeedDesk's own sheets the catalogue has met
_DERIVED = "derived"  # the note that says by which rules the lists were made
_RULES = "4"  # to be raised whenever `projecting` or the order of words changes, so that catalogues made before are listed anew


@dataclass
class Workspace:
    """Made by `open` or `create`, ended by `close` or a with-block.

    form: the catalogue's main form, which new practices get; what shows or changes one practice asks `form_of` · author: who revisions are by ·
    lang: ``it`` or ``en``, for messages · shelf: the forms of the catalogue.
    """

    catalogue: Catalogue
    form: Form
    author: str
    lang: str
    settings: Settings
    shelf: Shelf
    _forms: dict[tuple[str, str], Form | None] = field(default_factory=dict, repr=False)
    _logics: dict[tuple[str, str], Logic] = field(default_factory=dict, repr=False)
    unsure: dict[str, list[Revision]] = field(
        default_factory=dict, repr=False
    )  # practice -> saves the disk reported as failed: see `saving`

    @classmethod
    def create(cls, location: str | Path | None = None, author: str = "", lang: str = "") -> Workspace:
        """A workspace on a new, empty catalogue. Raises StorageError ``catalogue-exists`` when there is one."""
        from seeddesk.storage.catalogue import Catalogue

        settings = load()
        return cls._over(Catalogue.create(where(location, settings)), settings, author, lang, True)

    @classmethod
    def open(
        cls,
        location: str | Path | None = None,
        author: str = "",
        lang: str = "",
        read_only: bool = False,
        progress: Progress | None = None,
    ) -> Workspace:
        """A workspace on the catalogue at a place (see `where`). progress: of making the lists anew, where form or rules are others than last
        time. Raises NotFound ``catalogue-absent``, what `Catalogue.open` raises, Cancelled."""
        from seeddesk.storage.catalogue import Catalogue

        settings = load()
        catalogue = Catalogue.open(where(location, settings), read_only, _back_up_before_migration)
        return cls._over(catalogue, settings, author, lang, False, progress)

    @classmethod
    def _over(
        cls,
        catalogue: Catalogue,
        settings: Settings,
        author: str,
        lang: str,
        created: bool,
        progress: Progress | None = None,
    ) -> Workspace:
        author = author or os.environ.get("SEEDDESK_AUTHOR", "") or settings.author or _login()
        lang = lang or os.environ.get("SEEDDESK_LANG", "") or settings.lang or system_language()
        try:
            shelf, form, stale = _opened(catalogue, created)
            workspace = cls(catalogue, form, author, lang if lang in ("it", "en") else "en", settings, shelf)
            catalogue.use(
                workspace.form_of_revisions,
                projecting(workspace.form_named, workspace.logic_of),
                genuine,
                workspace.elsewhere,
            )
            if stale:
                with catalogue.write() as tx:  # what is derived was derived with the form before
                    tx.rebuild(*([] if progress is None else [progress.step]))
                    tx.set_note(_DERIVED, _RULES)
        except BaseException:
            catalogue.close()
            raise
        return workspace

    def take_up(self, shelf: Shelf, form: Form | None = None) -> None:
        """Show practices by the forms of a shelf from now on. form: one of them that is not committed yet."""
        if form is not None:
            self._forms[form.id, form.version] = read_stored(form.xform)
        self.form = self.find_form(shelf.main, shelf.use[shelf.main]) or self.form
        self.shelf = shelf

    @property
    def logic(self) -> Logic:
        """The main form's logic."""
        return self.logic_of(self.form)

    def logic_of(self, form: Form) -> Logic:
        """A form's logic, compiled once for all workspaces of a process."""
        from seeddesk.domain.logic import Logic

        known = self._logics.get((form.id, form.version))
        if known is None or known.form is not form:
            properties = self._properties
            same = _compiled.get((form.id, form.version))
            known = Logic(form, properties, same.rules if same is not None and same.form is form else None)
            self._logics[form.id, form.version] = _compiled[form.id, form.version] = known
        return known

    def elsewhere(self) -> Prepare[Wanted, Block]:
        """How another process lists practices as this workspace does now."""
        forms = {name: self.form_named(name).xform for name in self.shelf.use}
        return partial(listing_elsewhere, forms, self.form.id, self._properties)

    @cached_property
    def _properties(self) -> Mapping[str, str]:
        """What a form may ask about whoever is at work."""
        with self.catalogue.read() as view:
            return {"username": self.author, "deviceid": f"seeddesk:{view.writes_as()}"}

    @property
    def forms(self) -> list[tuple[str, str]]:
        """(id, version) of every form the catalogue knows, the latest that came last."""
        return list(self.shelf.known)

    def form_named(self, form_id: str) -> Form:
        """The version in use of a form; the main form for one the catalogue does not know."""
        if form_id == self.form.id or form_id not in self.shelf.use:
            return self.form
        return self.find_form(form_id, self.shelf.use[form_id]) or self.form

    def form_of(self, practice: str | PracticeState | Draft) -> Form:
        """The form a practice is shown by: named by its id, its state or its draft. The main form for a practice that is not here."""
        if not isinstance(practice, str):
            return self.form_named(practice.form)
        if len(self.shelf.use) == 1:
            return self.form
        with self.catalogue.read() as view:
            return self.form_named(view.form_id(practice))

    def form_of_revisions(self, revisions: Collection[Revision]) -> Form:
        """The form a practice with these revisions is shown by."""
        return self.form if len(self.shelf.use) == 1 else self.form_named(form_id(revisions))

    def fold(self, revisions: Collection[Revision]) -> PracticeState:
        """The state of a practice by the form it is shown by."""
        return fold(revisions, self.form_of_revisions(revisions))

    def find_form(self, form_id: str, version: str) -> Form | None:
        """A form by its id and version; None when the catalogue never met it."""
        if (form_id, version) == (self.form.id, self.form.version):
            return self.form
        if (form_id, version) not in self._forms:
            try:
                with self.catalogue.read() as view:
                    self._forms[form_id, version] = read_packed(view.form_packed(form_id, version))
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
    if digest not in _read_forms:
        if kept.is_file():
            _read_forms[digest] = read_stored(kept.read_text("utf-8"))
        else:
            xform = load_form(paths.forms() / "practice").xform
            write_atomic(kept, xform.encode())
            _read_forms[digest] = read_stored(xform)
    return _read_forms[digest]


_read_forms: dict[str, Form] = {}  # sheets digest -> form
_compiled: dict[
    tuple[str, str], Logic
] = {}  # (form id, version) -> the logic compiled last: opening a catalogue again is then quick


@lru_cache(maxsize=64)  # reading one takes longer than everything else at opening
def read_stored(xform: str) -> Form:
    """The form in an XForm that a catalogue stores. Raises FormError."""
    from seeddesk.exchange.xform import read_xform

    return read_xform(xform)


def _opened(catalogue: Catalogue, created: bool) -> tuple[Shelf, Form, bool]:
    """The forms of a catalogue, its main form, and whether its lists are to be made anew; SeedDesk's own form is stored when it is new to it.

    That they are to be made anew stays noted until they are: whoever opens the catalogue after a crash in between does it.
    """
    sheets = _sheets_digest()
    with catalogue.read() as view:
        before = Shelf.read(view)
        ready = view.note(_SHEETS) == sheets and view.note(_DERIVED) == _RULES
        if before.main and (ready or catalogue.read_only):
            try:
                return before, read_packed(view.form_packed(before.main, before.use[before.main])), False
            except NotFound:  # its row is damaged; our own can be stored again
                ours = shipped_form()
                if (ours.id, ours.version) != (before.main, before.use[before.main]):
                    raise
    form = shipped_form()
    shelf = before.with_shipped(form)
    if catalogue.read_only:
        return shelf, form, False
    with catalogue.write() as tx:
        changed = tx.store_form(form)
        shelf.write(tx)
        tx.set_note(_SHEETS, sheets)
        listed = tx.note(_DERIVED) == _RULES
        stale = not listed or before.use != shelf.use or (changed and shelf.use[form.id] == form.version)
        stale = stale and not created
        tx.set_note(_DERIVED, "" if stale else _RULES)
        main = form if (form.id, form.version) == (shelf.main, shelf.use[shelf.main]) else None
        main = main or read_stored(tx.form_xml(shelf.main, shelf.use[shelf.main]))
    return shelf, main, stale


def _back_up_before_migration(catalogue: Catalogue) -> None:
    from seeddesk.services.backup_folders import back_up

    back_up(catalogue, "migration")


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
