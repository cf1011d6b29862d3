"""Forms that were read, kept in the cache: reading a catalogue's form would take longer than everything else at opening it.

A file holds what it was made of, then the form. It is made anew when that is not what is asked for, byte by byte.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from seeddesk import __version__
from seeddesk.domain.errors import StorageError
from seeddesk.domain.form import Form, WaitingLists
from seeddesk.services import paths

_OURS = ("seeddesk.domain.form", "seeddesk.exchange.xform.kept_lists")
_READERS = (
    "domain/form.py",
    *(f"exchange/xform/{name}.py" for name in ("reader", "source", "lists", "words", "kept_lists")),
)


@lru_cache(maxsize=8)
def read_packed(packed: bytes) -> Form:
    """The form in a catalogue's column. Raises FormError, and StorageError ``content-damaged``."""
    made_of = _made_of(packed)
    kept = paths.cache() / "forms" / f"{zlib.crc32(packed):08x}.form"
    try:
        held = io.BytesIO(kept.read_bytes())
        form = _Reader(held).load() if held.read(len(made_of)) == made_of else None
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError, TypeError, ValueError):
        form = None  # it is not there, or something else is: it can be made again
    return form if isinstance(form, Form) else _read_and_keep(packed, made_of, kept)


def _read_and_keep(packed: bytes, made_of: bytes, kept: Path) -> Form:
    from seeddesk.exchange.xform import read_xform
    from seeddesk.storage.codec import unpack_form
    from seeddesk.storage.files import write_atomic

    form = read_xform(str(unpack_form(packed)["xform"]))
    written = io.BytesIO()
    written.write(made_of)
    _Writer(written, 5).dump(form)
    with contextlib.suppress(StorageError):  # the next start takes longer, that is all
        write_atomic(kept, written.getvalue())
    return form


def _made_of(packed: bytes) -> bytes:
    """The form's bytes, and which SeedDesk reads them: another may read them otherwise."""
    package = Path(__file__).parent.parent
    readers = [f"SeedDesk {__version__}"]
    for name in _READERS:
        path = package / name
        if path.is_file():  # not in the frozen program, which changes with its version
            found = path.stat()
            readers.append(f"{found.st_size} {found.st_mtime_ns}")
    return "\n".join([*readers, f"{len(packed)} bytes", ""]).encode() + packed


class _Writer(pickle.Pickler):
    """Keeps choice lists so that each is made when it is asked for."""

    def reducer_override(self, this: Any) -> Any:
        """See `pickle.Pickler`."""
        if isinstance(this, WaitingLists):
            from seeddesk.exchange.xform.kept_lists import KeptLists, pack

            return KeptLists, (pack(this),)
        return NotImplemented


class _Reader(pickle.Unpickler):
    """Makes nothing but what forms are made of, whatever a file says."""

    def find_class(self, module: str, name: str) -> object:
        if module not in _OURS or "." in name:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
