"""A small form with every kind of place a dossier has, a full record of it, and ways to write, strip and read its dossier."""

import struct
import zlib
from collections.abc import Callable

from seeddesk.domain.dossier import Base, Picture, Return
from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter
from tests.support.documents import (
    without_bookmarks,
    without_controls,
)
from tests.support.records import dossier_of

ONE, TWO, THREE = (digit * 32 for digit in "123")


def field(template: str, italian: str, english: str, kind: Kind = Kind.TEXT, **more) -> Field:
    return Field(template, kind, {"it": italian, "en": english}, "/data/" + template, "first", **more)


FORM = Form(
    "sample",
    "7",
    {"it": "Prova", "en": "Sample"},
    ("it", "en"),
    (
        Section(
            "first",
            {"it": "Identità", "en": "Identity"},
            (
                field("title", "Titolo", "Title", core=True),
                field("areas", "Ambiti", "Areas", Kind.CHOICES, choices="areas"),
                field("stage", "Fase", "Stage", Kind.CHOICE, choices="areas"),
                field("amount", "Importo totale", "Total amount", Kind.DECIMAL),
                field("start", "Data di avvio", "Starting date", Kind.DATE),
                field("tags", "Parole chiave", "Keywords", Kind.CHOICES),
                field("need", "Il problema", "The problem", long=True, limit=600),
                field("results", "Che cosa è cambiato", "What has changed", long=True),
                field("status", "Stato", "Status", Kind.HIDDEN),
            ),
        ),
        Section(
            "second",
            {"it": "Persone", "en": "People"},
            (
                Group(
                    "lead_org",
                    {"it": "Ente capofila", "en": "Lead organisation"},
                    (field("lead_org.name", "Nome", "Name"), field("lead_org.type", "Natura giuridica", "Legal form")),
                    "/data/lead_org",
                ),
                Group(
                    "partners[]",
                    {"it": "Partner", "en": "Partners"},
                    (
                        field("partners[].name", "Nome", "Name"),
                        field("partners[].role", "Ruolo", "Role", Kind.CHOICE, choices="roles"),
                        field("partners[].share", "Quota", "Share", Kind.INTEGER),
                    ),
                    "/data/partners",
                    repeat=True,
                ),
                Group(
                    "attachments[]",
                    {"it": "Allegati", "en": "Attachments"},
                    (
                        field("attachments[].file", "File", "File", Kind.FILE),
                        field("attachments[].caption", "Didascalia", "Caption", long=True),
                        field("attachments[].credit", "Autore", "Credit"),
                    ),
                    "/data/attachments",
                    repeat=True,
                ),
            ),
        ),
    ),
    {
        "areas": tuple(
            Choice(code, {"it": italian, "en": english})
            for code, italian, english in (
                ("care", "Cura", "Care"),
                ("home", "Abitare", "Housing"),
                ("food", "Cibo e comunità", "Food"),
            )
        ),
        "roles": (
            Choice("funder", {"it": "Finanziatore", "en": "Funder"}),
            Choice("doer", {"it": "Operatore", "en": "Doer"}),
        ),
    },
)
FULL = Record(
    {
        "title": "La corriera che ascolta",
        "areas": ("care", "food"),
        "stage": "home",
        "amount": "3180.5",
        "start": "2021-03",
        "tags": ("bus", "ascolto"),
        "need": "Primo capoverso.\n\nSecondo, l'ultimo.",
        "results": NOT_KNOWN,
        "lead_org.name": "Consorzio Sette Borgate",
        f"partners[{ONE}]": "a",
        f"partners[{ONE}].name": "Fondazione Prati",
        f"partners[{ONE}].role": "funder",
        f"partners[{TWO}]": "b",
        f"partners[{TWO}].name": "Studio medico",
        f"partners[{TWO}].share": "1200",
        f"attachments[{THREE}]": "a",
        f"attachments[{THREE}].file": "sha256:" + "0" * 64,
        f"attachments[{THREE}].caption": "La fermata\ndi Ponte",
    }
)
WRITERS = {lang: DossierWriter(FORM, lang) for lang in ("it", "en")}
STRIPPED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda data: data,
    "controls": without_controls,
    "bookmarks": without_bookmarks,
    "both": lambda data: without_bookmarks(without_controls(data)),
}


def png(red: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"\0" + bytes([red, 0, 0] * 2))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", rows)
        + chunk(b"IEND", b"")
    )


def written(record: Record = FULL, lang: str = "it", **more) -> bytes:
    return WRITERS[lang].write(dossier_of(FORM, record, **more))


def read(data: bytes, form: Form | None = FORM, base: Base | None = None) -> Return:
    return read_return(data, lambda identity, version: form, FORM, lambda *known: base)


def accounted(found: Return) -> bool:
    return found.fidelity.characters_present == found.fidelity.characters_read and found.fidelity.left_over == ()


def pictured() -> bytes:
    return written(pictures=(Picture(f"attachments[{THREE}].file", png(), 2, 1),))
