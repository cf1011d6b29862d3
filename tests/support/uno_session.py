"""Runs under the system's Python, which has LibreOffice's `uno`: opens documents, edits them as a person would, saves them.

One JSON job per line on standard input: {"open": path, "tracked": bool, "edits": [[verb, argument...]], "save": [[path, filter]],
"password": text}; one JSON
answer per line: {"done": [what each edit returned]} or {"error": text}. Started by `tests.support.office`.
"""

import json
import sys
import time
import traceback

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    item = PropertyValue()
    item.Name, item.Value = name, content
    return item


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(1200):  # a first start on a busy machine takes minutes
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.2)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise SystemExit("LibreOffice does not answer")


class Document:
    """An open document and the edits a person makes in it. Labels are given without their required mark."""

    def __init__(self, document):
        self.document = document

    def _is(self, text, label):
        return text.split("\n")[0].split("\t")[0].rstrip(" *").strip() == label

    def _tables(self):
        return list(self.document.TextTables)

    def _cell(self, label, number=0):
        """The value cell beside a label."""
        for table in self._tables():
            for row in range(table.Rows.getCount()):
                try:
                    found = self._is(table.getCellByPosition(0, row).getString(), label)
                except Exception:  # noqa: BLE001  a merged cell has no such position; the next row may
                    continue
                if found and table.Columns.getCount() == 2:
                    if not number:
                        return table.getCellByPosition(1, row)
                    number -= 1
        raise KeyError(label)

    def _rows(self, header):
        for table in self._tables():
            if self._is(table.getCellByPosition(0, 0).getString(), header) and table.Columns.getCount() > 1:
                return table
        raise KeyError(header)

    def _section(self, heading):
        """The heading's paragraph and those below it, up to the next heading or table."""
        found = []
        paragraphs = self.document.Text.createEnumeration()
        while paragraphs.hasMoreElements():
            item = paragraphs.nextElement()
            if item.supportsService("com.sun.star.text.TextTable"):
                if found:
                    break
            elif found and item.ParaStyleName.startswith("Heading"):
                break
            elif found or (item.ParaStyleName.startswith("Heading") and self._is(item.getString(), heading)):
                found.append(item)
        if not found:
            raise KeyError(heading)
        return found

    def wipe(self, label, text, number=0):
        """Select the cell's content, type over it."""
        self._cell(label, number).setString(text)

    def append(self, label, text):
        """Click behind the value and type on."""
        cell = self._cell(label)
        cell.insertString(cell.createTextCursorByRange(cell.getEnd()), text, False)

    def write_below(self, heading, text):
        """Add a paragraph to a narrative."""
        below = self._section(heading)[1:]
        last = next((item for item in reversed(below) if item.getString().strip()), below[0])
        cursor = self.document.Text.createTextCursorByRange(last.getEnd())
        self.document.Text.insertControlCharacter(cursor, 0, False)
        self.document.Text.insertString(cursor, text, False)

    def rewrite(self, heading, text):
        """Type over a narrative's first paragraph."""
        first = self._section(heading)[1]
        cursor = self.document.Text.createTextCursorByRange(first.getStart())
        cursor.gotoRange(first.getEnd(), True)
        self.document.Text.insertString(cursor, text, True)

    def add_row(self, header, *texts):
        """Put a row at the end of a table and fill it."""
        table = self._rows(header)
        number = table.Rows.getCount()
        table.Rows.insertByIndex(number, 1)
        for column, text in enumerate(texts):
            table.getCellByPosition(column, number).setString(text)

    def fill_row(self, header, row, *texts):
        """Write into an existing row, from 1."""
        table = self._rows(header)
        for column, text in enumerate(texts):
            table.getCellByPosition(column, row).setString(text)

    def replace(self, old, new):
        descriptor = self.document.createReplaceDescriptor()
        descriptor.SearchString, descriptor.ReplaceString = old, new
        descriptor.SearchCaseSensitive = True
        return self.document.replaceAll(descriptor)


def run(desktop, job):
    how = [value("Hidden", True)] + ([value("Password", job["password"])] if job.get("password") else [])
    opened = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["open"]), "_blank", 0, tuple(how))
    if opened is None:
        raise RuntimeError("LibreOffice does not open " + job["open"])
    try:
        opened.RecordChanges = bool(job.get("tracked"))
        document = Document(opened)
        done = []
        for verb, *arguments in job.get("edits", ()):
            try:
                done.append(getattr(document, verb)(*arguments))
            except Exception as error:  # noqa: BLE001  every error is passed on, with what was being done
                raise RuntimeError(f"{verb} {arguments}: {type(error).__name__}") from None
        for path, kind in job["save"]:
            opened.storeToURL(uno.systemPathToFileUrl(path), (value("FilterName", kind),))
        if job.get("password"):
            opened.store()  # in its place: it keeps its password, as for a person who presses Save
        return {"done": done}
    finally:
        opened.close(True)


def main():
    desktop = connect(sys.argv[1])
    for line in sys.stdin:
        try:
            answer = run(desktop, json.loads(line))
        except Exception:  # noqa: BLE001  whatever it was, the test that asked is told
            answer = {"error": traceback.format_exc()}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
