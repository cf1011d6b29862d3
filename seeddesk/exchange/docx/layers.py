"""Finding the fields of a form in a document, by layers: tag, bookmark, exact label, similar label.

The value is always the enclosing table cell, or for a narrative every paragraph from its heading to the next place of ours. Every paragraph
is claimed at most once (as a value, a label, or SeedDesk's own words); what nobody claims is left over and reported.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from seeddesk.domain.form import Form
from seeddesk.exchange.docx.alike import uncertain
from seeddesk.exchange.docx.candidates import Candidate, Layers, settle
from seeddesk.exchange.docx.carriers import MARK, Carriers, Place, is_other, label_key, prints
from seeddesk.exchange.docx.foundrows import FoundCells, repeat_of
from seeddesk.exchange.docx.labels import Labels
from seeddesk.exchange.docx.opened import Block, Cell, Control, Paragraph, Row, Table, paragraphs_of, text_of
from seeddesk.exchange.docx.openrows import OpenRows

_OWN = (MARK + "0own_", MARK + "0copy_")


def find_fields(
    blocks: list[Block], form: Form, carriers: Carriers, labels: Labels, guess: bool, others: Mapping[str, str]
) -> Layers:
    """Read every field and row. guess: similar labels may be taken (the document is known to be a dossier) · others: name -> path of answers
    that the form does not ask for."""
    return _Finder(form, carriers, labels, guess, others).run(blocks)


class _Finder:
    def __init__(self, form: Form, carriers: Carriers, labels: Labels, guess: bool, others: Mapping[str, str]) -> None:
        self._others = others
        self._form, self._carriers, self._labels, self._guess = form, carriers, labels, guess
        self._out = Layers()
        self._at = OpenRows(self._out.rows)
        self._candidates: list[Candidate] = []
        self._unmarked: set[str] = set()
        self._unlabelled: set[str] = set()
        self._headed: set[str] = set()
        self._styled = False
        self._sections_marked = False
        self._printed = False
        self._tables: dict[str, list[list[str]]] = {}
        self._uncertain: set[str] = set()
        self._taken: set[str] = set()
        # Where we are while walking: section, group, repeat whose heading or card was last seen, the row of each repeat we are in, the open
        # narrative; and the places that labels alone gave away, those of an open row until the next.
        self._section = self._group = ""
        self._open: Candidate | None = None

    def run(self, blocks: list[Block]) -> Layers:
        self._survey(blocks)
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._table(block)
        settle(self._candidates, self._labels, self._out)
        return self._out

    # What is marked at all: labels are only looked for where no carrier is left.

    def _survey(self, blocks: list[Block]) -> None:
        wanted = {name for name, item in self._form.fields.items() if item.answered}
        wanted |= {group.path for group in self._form.groups.values()}
        marked: set[str] = set()
        for paragraph in paragraphs_of(blocks):
            for control in paragraph.controls:
                if place := self._carriers.of_tag(control.tag):
                    control.place = place
                    marked.add(place.template)
            for name in paragraph.marks:
                if place := self._carriers.of_mark(name):
                    paragraph.places.append(place)
                    marked.add(place.template)
                self._sections_marked = self._sections_marked or name.startswith("sd_0own_section_")
            self._printed = self._printed or bool(prints(paragraph.marks))
        self._unmarked = {
            name
            for name in wanted - marked
            if not (name in self._form.fields and "[]" in name and repeat_of(name) in marked)
        }
        # What stands under a heading of its own; where headings are still headings, no other paragraph is taken for one.
        fields = self._form.fields
        self._headed = {name for name in self._unmarked if name not in fields or fields[name].long}
        self._styled = any(
            paragraph.level and self._labels.exact(paragraph.text, self._headed) for paragraph in paragraphs_of(blocks)
        )
        if self._unmarked and self._guess:
            self._unlabelled = self._unmarked - self._labels.named(
                paragraph.text for paragraph in paragraphs_of(blocks)
            )
        if self._unmarked:
            unmarked = {name for name in self._unmarked if "[]" not in name}
            self._uncertain = uncertain(blocks, self._labels, unmarked, self._repeat_of)

    # Paragraphs outside tables

    def _paragraph(self, paragraph: Paragraph) -> None:
        if any(name.lower().startswith(_OWN) for name in paragraph.marks):
            self._own(paragraph)
        elif self._anchor(paragraph):
            pass
        elif controls := [item for item in paragraph.controls if item.place]:
            self._controls(paragraph, controls)
        elif paragraph.images and self._at.row is not None:
            self._out.owners[paragraph] = (self._at.repeat, self._at.row)
        elif self._labels.is_ours(paragraph) or (not self._printed and self._says_ours(paragraph)):
            self._own(paragraph)
        elif self._open is not None:
            self._open.paragraphs.append(paragraph)
        elif self._labels.is_own(paragraph.text):
            paragraph.claim = "own"

    def _says_ours(self, paragraph: Paragraph) -> bool:
        """Whether words that lost their print are ours. What stands first under a label is the answer, whatever it says: its place is never left out."""
        if self._open is None:
            return self._labels.is_own(paragraph.text)
        level = paragraph.level if self._styled else 1
        return bool(self._open.paragraphs) and self._labels.ends_answer(paragraph.text, level)

    def _own(self, paragraph: Paragraph) -> None:
        """Words of SeedDesk's own, claimed as long as they are; the reader compares what is left with the values it found."""
        self._open = None
        if self._labels.is_ours(paragraph) or self._labels.is_own(paragraph.text):
            paragraph.claim = "own"
        for name in paragraph.marks:
            if "0own_section_" in name.lower():
                self._section, self._group = self._labels.sections.get(label_key(paragraph.text), ""), ""
                if self._labels.is_section(paragraph.text):
                    paragraph.claim = "own"
                self._at.leave()

    def _anchor(self, paragraph: Paragraph) -> bool:
        """Whether the paragraph opens a place: a narrative, a group, a list of rows, a card, a section."""
        place, found_by = next(((place, "bookmark") for place in paragraph.places), (None, ""))
        if place is None:
            place, found_by = self._by_words(paragraph)
        if place is None:
            return False
        self._open = None
        template = place.template
        if self._is_label(paragraph, template):
            paragraph.claim = "label"
        if found_by == "section" or not template:
            return True
        if "[]" not in template:
            self._at.leave()
        if template in self._form.fields:
            row = self._at.holding(place) if "[]" in template else None
            self._open = Candidate(template, found_by, [], row)
            self._candidates.append(self._open)
        elif template.endswith("[]"):
            self._begin(template, place)
        elif template + "[]" in self._form.groups:
            if place.row and (outer := repeat_of(template)):
                self._at.enter(outer, self._at.named_so(outer, place.row))
            self._at.enter(
                template + "[]", None
            )  # a heading alone is no list: without its table or cards the rows were not found
        elif "[]" not in template:
            self._group = template
        self._out.owners[paragraph] = (template, self._at.row if "[]" in template else None)
        return True

    def _is_label(self, paragraph: Paragraph, template: str) -> bool:
        """Whether a paragraph says what we wrote there and no more. template: the place it names, ``""`` for a section or an unknown one."""
        if self._labels.is_ours(paragraph):
            return True
        if not template:
            return self._labels.is_section(paragraph.text)
        return self._labels.is_card(paragraph.text) or self._labels.is_label(paragraph.text, template)

    def _by_words(self, paragraph: Paragraph) -> tuple[Place | None, str]:
        text = paragraph.text
        if not text.strip() or not (self._unmarked or not self._sections_marked):
            return None, ""
        if self._styled and not paragraph.level:
            return None, ""  # an answer may well be the word that is somewhere else a label
        if not self._sections_marked and (name := self._labels.sections.get(label_key(text))) and len(text) < 200:
            self._section, self._group = name, ""
            self._at.leave()
            return Place("", None, name), "section"
        if not self._unmarked:
            return None, ""
        reachable = [{name for name in self._headed if repeat_of(name) == scope} for scope in (*self._at.scopes(), "")]
        if template := self._exact(text, reachable):
            return Place(template, None, ""), "label"
        if cards := self._labels.cards(text):
            around = (self._at.repeat, *self._at.scopes(), "")
            inner = [name for name in cards if name in around or repeat_of(name[:-2]) in around]
            return Place(
                max(inner or cards, key=lambda name: (name == self._at.repeat, name.count("[]"))), None, ""
            ), "label"
        if paragraph.level and (template := self._labels.similar(text, self._unlabelled & set().union(*reachable))):
            return Place(template, None, ""), "similar label"
        return None, ""

    def _exact(self, text: str, reachable: Iterable[Collection[str]]) -> str | None:
        """The place a label names, the nearest first. Labels that are alike name their places in order; one alone may come again."""
        uncertain = bool(self._uncertain) and label_key(text) in self._uncertain
        again: list[str] = []
        for among in reachable:
            left = [name for name in among if name not in self._taken and ("[]" in name or not uncertain)]
            if template := self._labels.exact(text, left, self._section, self._group):
                self._taken.add(template)
                return template
            again += [name for name in among if "[]" not in name]
        return None if uncertain else self._labels.exact(text, again, self._section, self._group)

    def _controls(self, paragraph: Paragraph, controls: list[Control]) -> None:
        """Controls that stand in running text, as a centre's own template may have them: each control is its own value."""
        places = [(control, control.place) for control in controls if control.place]
        first = places[0][1]
        known = self._form.fields.get(first.template)
        whole = len(places) == 1 and places[0][0].end - places[0][0].start >= len(paragraph.text.rstrip())
        if len(places) == 1 and (whole or (known is not None and known.long)):
            if self._open is not None and self._open.template == first.template:
                self._open.found_by = "tag"
                self._open.paragraphs.append(paragraph)
                return
            self._open = self._candidate(first, "tag", [paragraph])
            return
        self._open = None
        self._spans(paragraph, places)

    def _spans(self, paragraph: Paragraph, places: list[tuple[Control, Place]]) -> None:
        rest, end = [], 0
        for control, place in sorted(places, key=lambda item: item[0].start):
            self._candidate(place, "tag", [], paragraph.text[control.start : control.end])
            self._out.owners[paragraph] = (place.template or place.name, None)
            rest.append(paragraph.text[end : control.start])
            end = max(end, control.end)
        rest.append(paragraph.text[end:])
        paragraph.claim = "value"
        self._out.loose += [text.strip() for text in rest if text.strip()]

    # Tables

    def _table(self, table: Table) -> None:
        first = [text_of(cell.paragraphs) for cell in table.rows[0].cells] if table.rows else []
        if self._labels.is_block(first) or any(
            name.lower().startswith(_OWN) for paragraph in table.paragraphs for name in paragraph.marks
        ):
            self._open = None
            for paragraph in table.paragraphs:
                if self._labels.is_ours(paragraph) or (not self._printed and self._labels.is_of_block(paragraph.text)):
                    paragraph.claim = "own"
            return
        if repeat := self._repeat_of(table):
            self._open = None
            self._rows(table, repeat)
            return
        ours = False
        for row in table.rows:
            ours |= self._label_row(row)
        if ours:
            self._open = None
        elif self._open is not None:
            self._open.paragraphs.extend(table.paragraphs)

    def _repeat_of(self, table: Table) -> str:
        """The repeat a table holds rows of, ``""`` for none."""
        for row in table.rows:
            tagged: dict[str, int] = {}
            for cell in row.cells:
                here = set()
                for paragraph in cell.paragraphs:
                    for place in paragraph.places:
                        if place.template.endswith("[]"):
                            return place.template
                        if place.template in self._form.fields:
                            return ""  # labels are marked in label tables and in cards, never in a table of rows
                    for control in paragraph.controls:
                        if control.place and control.place.row is not None and control.place.template:
                            here.add(repeat_of(control.place.template))
                for name in here:
                    tagged[name] = tagged.get(name, 0) + 1
            for name, count in tagged.items():
                if count > 1 or len(row.cells) == 1:
                    return name
        return self._repeat_by_header(table)

    def _repeat_by_header(self, table: Table) -> str:
        if not table.rows or not table.rows[0].cells:
            return ""
        texts = [text_of(cell.paragraphs) for cell in table.rows[0].cells]
        best, name = 0.5, ""
        for group in self._form.repeats:
            columns = self._labels.columns(group.template)
            matched = sum(self._labels.exact(text, columns) is not None for text in texts)
            here = group.template == self._at.repeat
            # One word alike is a label table's first label, not a header.
            if (matched > 1 or (matched == len(texts) and here)) and matched / len(texts) + 0.1 * here > best:
                best, name = matched / len(texts) + 0.1 * here, group.template
        return name

    def _rows(self, table: Table, repeat: str) -> None:
        self._at.enter(repeat, None)
        found = self._at.of(repeat)
        columns = self._labels.columns(repeat)
        by_index, start = self._header(table, columns)
        first = len(found)
        for row in table.rows[start:]:
            cells = FoundCells(outer=self._at.row_of(repeat_of(repeat[:-2])))
            for index, cell in enumerate(row.cells):
                template, found_by = by_index.get(index, ""), "header"
                for paragraph in cell.paragraphs:
                    for place in paragraph.places:
                        if place.template == repeat and place.row:
                            cells.marked.append(place.row)
                    for control in paragraph.controls:
                        tagged = control.place
                        if tagged and not tagged.template and "[" in tagged.name:  # a column another version has
                            self._candidate(tagged, "tag", cell.paragraphs)
                        elif tagged and tagged.row is not None:
                            cells.tagged.append(tagged.row)
                            if tagged.template in columns:
                                template, found_by = tagged.template, "tag"
                if not template and not by_index and len(columns) == len(row.cells):
                    template = columns[index]
                if template:
                    if found_by == "header" and cells.marked:
                        found_by = "bookmark"
                    self._candidates.append(Candidate(template, found_by, cell.paragraphs, cells))
            found.append(cells)
        texts = [text_of(cell.paragraphs) for row in table.rows[start:] for cell in row.cells]
        before = self._tables.setdefault(repeat, [])
        if any(texts) and texts in before and not any(cells.marked or cells.tagged for cells in found[first:]):
            self._out.tables_twice.append(repeat)
        before.append(texts)

    def _header(self, table: Table, columns: list[str]) -> tuple[dict[int, str], int]:
        """Column number -> template, and how many header rows there are."""
        if not table.rows:
            return {}, 0
        first = table.rows[0]
        texts = [text_of(cell.paragraphs) for cell in first.cells]
        found: dict[int, str] = {}
        for layer in (self._labels.exact, self._labels.similar):
            for index, text in enumerate(texts):
                left = [name for name in columns if name not in found.values()]
                if index not in found and (template := layer(text, left)):
                    found[index] = template
        if not first.header and len(found) * 2 < len(texts):
            return {}, 0
        for cell in first.cells:
            for paragraph in cell.paragraphs:
                if any(self._is_label(paragraph, name) for name in columns):
                    paragraph.claim = "label"
        return found, 1

    def _label_row(self, row: Row) -> bool:
        """Read one row of a label table: tags in value cells, then bookmarks and words in label cells. Whether it is ours."""
        ours = False
        labelled: tuple[Place, str, Cell] | None = None
        before: Cell | None = None
        for cell in row.cells:
            tags = self._cell_places(cell)
            if tags:
                ours = True
                self._cell(cell, tags, labelled)
                if before is not None and any(self._is_label(item, tags[0][2].template) for item in before.paragraphs):
                    self._claim_label(before, tags[0][2])
                labelled = None
            elif labelled is not None:
                place, found_by, _ = labelled
                self._candidate(place, found_by, cell.paragraphs)
                labelled, ours = None, True
            elif named := self._label_of(cell):
                labelled = (*named, cell)
                self._claim_label(cell, named[0])
            before = cell
        return ours

    def _cell_places(self, cell: Cell) -> list[tuple[Paragraph, Control, Place]]:
        return [
            (paragraph, control, control.place)
            for paragraph in cell.paragraphs
            for control in paragraph.controls
            if control.place
        ]

    def _cell(
        self, cell: Cell, tags: list[tuple[Paragraph, Control, Place]], labelled: tuple[Place, str, Cell] | None
    ) -> None:
        distinct = {(place.template, place.name, place.row) for _, _, place in tags}
        if len(distinct) == 1:
            candidate = self._candidate(tags[0][2], "tag", cell.paragraphs)
            if labelled and labelled[0].row and candidate.row is not None:
                candidate.row.marked.append(labelled[0].row)
            return
        for paragraph in cell.paragraphs:
            if here := [(control, place) for owner, control, place in tags if owner is paragraph]:
                self._spans(paragraph, here)

    def _label_of(self, cell: Cell) -> tuple[Place, str] | None:
        for paragraph in cell.paragraphs:
            for place in paragraph.places:
                if place.template in self._form.fields or not place.template:
                    return place, "bookmark"
        text = text_of(cell.paragraphs)
        if not self._unmarked or not text:
            return None
        outside = [name for name in self._unmarked if name in self._form.fields and "[]" not in name]
        scopes = [*(self._labels.columns(scope) for scope in self._at.scopes()), outside]
        if template := self._exact(text, scopes):
            return Place(template, None, ""), "label"
        for among in scopes:
            left = [name for name in among if name in self._unlabelled and name not in self._taken]
            if template := self._labels.similar(text, left):
                self._taken.add(template)
                return Place(template, None, ""), "similar label"
        return None

    def _claim_label(self, cell: Cell, place: Place) -> None:
        """The label's own line is a label, its hint below it too; a label cell that says something else is left over."""
        for paragraph in cell.paragraphs:
            self._out.owners[paragraph] = (place.template or place.name, None)
        whole = self._labels.is_label(text_of(cell.paragraphs), place.template)
        for paragraph in cell.paragraphs:
            if whole or self._is_label(paragraph, place.template):
                paragraph.claim = "label"

    # Candidates and rows

    def _candidate(
        self, place: Place, found_by: str, paragraphs: list[Paragraph], text: str | None = None
    ) -> Candidate:
        template = place.template or self._others.get(place.name, place.name)
        row = None
        if place.row is not None or "[]" in template:
            row = self._at.holding(place, tagged=found_by == "tag")
        candidate = Candidate(template, found_by, paragraphs, row, text)
        if not is_other(template):  # else nothing says which answer it is: left over
            self._candidates.append(candidate)
        return candidate

    def _begin(self, repeat: str, place: Place) -> None:
        """A card begins: its labels may come again."""
        self._taken -= {name for name in self._taken if name.startswith(repeat)}
        self._at.begin(repeat, place)
