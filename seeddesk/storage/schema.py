"""The tables. `revision`, `form`, `attachment` and `device` hold what people made; `practice`, `conflict` and the index (see `search`) are
derived from the revisions alone and can be thrown away and made again."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    case,
    func,
    select,
)

VERSION = 3
APPLICATION_ID = 0x53656544  # "SeeD"

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

# The devices this catalogue wrote as, the present one with active = true; secret, public: Ed25519 key in hex, "" until one is needed.
device = Table(
    "device",
    metadata,
    Column("id", Text, primary_key=True),
    Column("active", Boolean, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("secret", Text, nullable=False),
    Column("public", Text, nullable=False),
)

form = Table(
    "form",
    metadata,
    Column("id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("xform", LargeBinary, nullable=False),
    PrimaryKeyConstraint("id", "version"),
)

revision = Table(
    "revision",
    metadata,
    Column("device", Text, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("practice", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("device", "counter"),
    Index("revision_practice", "practice"),
)

# The same dot with another hash: kept aside, never folded.
quarantine = Table(
    "quarantine",
    metadata,
    Column("device", Text, nullable=False),
    Column("counter", BigInteger, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    PrimaryKeyConstraint("device", "counter", "sha256"),
)

attachment = Table(
    "attachment",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("mime", Text, nullable=False),
)

attachment_part = Table(
    "attachment_part",
    metadata,
    Column("sha256", Text, ForeignKey("attachment.sha256"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
    PrimaryKeyConstraint("sha256", "number"),
)

_KEY = Text().with_variant(Text(collation="C"), "postgresql")  # see `domain.order`

practice = Table(
    "practice",
    metadata,
    Column("number", Integer, primary_key=True),  # the short name of the practice in the derived tables
    Column("id", Text, nullable=False, unique=True),
    Column("code", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_key", _KEY, nullable=False),
    Column("place_key", _KEY, nullable=False),
    Column("lead_org_key", _KEY, nullable=False),
    Column("status", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("year", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("lead_org", Text, nullable=False),
    Column("completeness", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("updated", Text, nullable=False),
    Column("form", Text, nullable=False, server_default=""),
    Column("hidden", Boolean, nullable=False),
    Column("record", LargeBinary, nullable=False),  # empty where the one revision there is says the same
    Column("told", Text, nullable=False, server_default=""),  # these two: see `seals`
    Column("seal", Text, nullable=False, server_default=""),
    Index("practice_updated", "hidden", "updated", "number"),
    Index("practice_title", "hidden", "title_key", "number"),
    Index("practice_place", "hidden", "place_key", "number"),
    Index("practice_lead_org", "hidden", "lead_org_key", "number"),
    Index("practice_by_code", "hidden", "code", "number"),
)

conflict = Table(
    "conflict",
    metadata,
    Column("practice", Integer, ForeignKey("practice.number"), nullable=False),
    Column("path", Text, nullable=False),
    Column("kind", Text, nullable=False),
    PrimaryKeyConstraint("practice", "path"),
)

DERIVED = (conflict, practice)  # in the order in which they can be emptied
MADE = (meta, device, form, revision, quarantine, attachment, attachment_part)
# What `codec.unpack_record` takes: the record, and where that is empty the one revision that says it.
RECORD = (
    practice.c.record,
    case(
        (
            func.length(practice.c.record) == 0,
            select(revision.c.body).where(revision.c.practice == practice.c.id).limit(1).scalar_subquery(),
        )
    ),
)
