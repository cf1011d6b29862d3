"""One questionnaire in five versions, as a centre would change it over the years: questions renamed and renamed again, moved, retyped, taken
out and added, a repeat and its cells renamed, a section split, codes added and taken out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from seeddesk.domain.form import Form
from seeddesk.domain.values import Value
from seeddesk.exchange.xform import load_form
from seeddesk.services import forms
from seeddesk.services.workspace import Workspace
from tests.support.forms import write_sheets

ROW = "a" * 32
_HEAD = "type | name | label | required | bind::seeddesk:core | bind::seeddesk:was"
_SURVEYS = {
    1: """
begin_group | about | About | | |
text | title | Title | yes | 1 |
text | nome | Name | yes | 1 |
text | kind | Kind | | |
select_one sector | sector | Sector | | |
integer | amount | Amount | | |
text | notes | Notes | | |
end_group | | | | |
begin_group | people | People | | |
begin_repeat | soci | Members | | |
text | nome | Member | | |
text | ruolo | Role | | |
end_repeat | | | | |
end_group | | | | |
""",
    2: """
begin_group | about | About | | |
text | title | Title | yes | 1 |
text | name_en | Name in English | yes | 1 | nome
text | kind | Kind | | |
select_one sector | sector | Sector | | |
integer | amount | Amount | | |
text | notes | Notes | | |
end_group | | | | |
begin_group | people | People | | |
begin_repeat | soci | Members | | |
text | nome | Member | | |
text | ruolo | Role | | |
end_repeat | | | | |
end_group | | | | |
""",
    3: """
begin_group | about | About | | |
text | title | Title | yes | 1 |
text | full_name | Full name | yes | 1 | nome name_en
select_one sector | sector | Sector | | |
text | notes | Notes | | |
end_group | | | | |
begin_group | money | Money | | |
select_one kind | kind | Kind | | |
integer | amount | Amount | | |
end_group | | | | |
begin_group | people | People | | |
begin_repeat | members | Members | | | soci
text | nome | Member | | |
text | role | Role | | | soci[].ruolo
end_repeat | | | | |
end_group | | | | |
""",
    4: """
begin_group | about | About | | |
text | title | Title | yes | 1 |
text | full_name | Full name | yes | 1 | nome name_en
text | mission | Mission | yes | 1 |
select_multiple sector | sector | Sectors | | |
end_group | | | | |
begin_group | money | Money | | |
select_one kind | kind | Kind | | |
begin_group | cost | Cost | | |
decimal | amount | Amount | | | amount
end_group | | | | |
end_group | | | | |
begin_group | people | People | | |
begin_repeat | members | Members | | | soci
text | nome | Member | | |
text | role | Role | | | soci[].ruolo
end_repeat | | | | |
end_group | | | | |
""",
    5: """
begin_group | about | About | | |
text | title | Title | yes | 1 |
text | full_name | Full name | yes | 1 | nome name_en
end_group | | | | |
begin_group | aims | Aims | | |
text | mission | Mission | yes | 1 |
select_multiple sector | sector | Sectors | | |
end_group | | | | |
begin_group | money | Money | | |
select_one kind | kind | Kind | | |
begin_group | cost | Cost | | |
decimal | total | Total | | | amount cost.amount
end_group | | | | |
end_group | | | | |
begin_group | people | People | | |
begin_repeat | members | Members | | | soci
text | full_name | Member | | | soci[].nome members[].nome
text | task | Task | | | soci[].ruolo members[].ruolo members[].role
end_repeat | | | | |
end_group | | | | |
""",
}
_CHOICES = "list_name | name | label\nkind | coop | Cooperative\nkind | ngo | Association\nsector | care | Care\nsector | food | Food\n"
_LATER = {1: "", 2: "sector | green | Green\n", 3: "sector | green | Green\n", 4: "sector | green | Green\n", 5: ""}

# What is asked, under its name in each version; None where a version does not ask it.
NAMES: Mapping[str, tuple[str | None, ...]] = {
    "title": ("title",) * 5,
    "name": ("nome", "name_en", "full_name", "full_name", "full_name"),
    "kind": ("kind",) * 5,
    "sector": ("sector",) * 5,
    "amount": ("amount", "amount", "amount", "cost.amount", "cost.total"),
    "notes": ("notes", "notes", "notes", None, None),
    "mission": (None, None, None, "mission", "mission"),
    "member": (f"soci[{ROW}]", f"soci[{ROW}]", f"members[{ROW}]", f"members[{ROW}]", f"members[{ROW}]"),
    "member.name": (f"soci[{ROW}].nome",) * 2 + (f"members[{ROW}].nome",) * 2 + (f"members[{ROW}].full_name",),
    "member.role": (f"soci[{ROW}].ruolo",) * 2 + (f"members[{ROW}].role",) * 2 + (f"members[{ROW}].task",),
}
VERSIONS = (1, 2, 3, 4, 5)


def sheets(folder: Path, version: int) -> Path:
    """The sheets of a version, in a folder of its own."""
    settings = f'form_id | version | name | namespaces\nsurvey | {version} | data | seeddesk="urn:seeddesk:form:1"\n'
    target = folder / f"v{version}"
    if target.exists():
        return target
    return write_sheets(target, _HEAD + _SURVEYS[version], _CHOICES + _LATER[version], settings)


def version_of_form(folder: Path, version: int) -> Form:
    """A version, loaded."""
    return load_form(sheets(folder, version))


def upgrade(ws: Workspace, folder: Path, *versions: int) -> None:
    """Take versions in, one after the other, and record new practices by this form."""
    for version in versions:
        forms.add(ws, sheets(folder, version))
    if ws.form.id != "survey":
        forms.main(ws, "survey")


def named(version: int, **answers: Value) -> dict[str, Value]:
    """Answers under the names of a version; those it does not ask left out. ``member_name`` stands for ``member.name``."""
    found: dict[str, Value] = {}
    for key, value in answers.items():
        path = NAMES[key.replace("_", ".")][version - 1]
        if path is not None:
            found[path] = value
    return found
