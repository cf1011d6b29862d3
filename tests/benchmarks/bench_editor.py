"""The editor: a practice opened until its first field takes keys, and a key typed, against a page of plain Qt fields; processor time of the window's thread."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.bench import Row, benchmark
from tests.benchmarks.bench_start import _alone

PRACTICES = 20
# Says, as JSON, medians in milliseconds: a practice opened, another in the same pages, the plain page, a key of ours and a plain one.
EDITOR = """
import json, statistics, sys, time
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from PySide6.QtTest import QTest
from seeddesk.domain.query import Query
from seeddesk.gui.app import Program
from seeddesk.services.cataloguing import ids

application = QApplication(sys.argv)
program = Program(application)
program.start()

def until(holds):
    end = time.monotonic() + 60
    while not holds():
        application.processEvents()
        if time.monotonic() > end:
            raise SystemExit("the window did not get there")

def rest():
    until(lambda: not program.runner.busy and (editor.view is None or editor.view.whole))
    for _ in range(20):
        application.processEvents()

window = program.window
until(lambda: program.desk is not None and window.pages)
page = window.pages["practice"]
editor = page.editor
practices = ids(program.desk.workspace, Query())
window.activateWindow()

def ready(practice):
    inside = window.focusWidget()
    return page.session.practice == practice and editor.view is not None and inside is not None and editor.view.isAncestorOf(inside)

def opened(practice, anew):
    if anew:
        editor._drop_views()
    since = time.thread_time()
    window.show_page("practice", practice)
    until(lambda: ready(practice))
    return time.thread_time() - since

def plain():
    since = time.thread_time()
    shown = QWidget()
    column = QVBoxLayout(shown)
    for _ in range(60):
        column.addWidget(QLineEdit())
    shown.show()
    application.processEvents()
    taken = time.thread_time() - since
    shown.deleteLater()
    return taken

def key(field):
    since = time.thread_time()
    QTest.keyClick(field, "a")
    application.processEvents()
    return time.thread_time() - since

ours, switched, peers, keys, plain_keys = [], [], [], [], []
other = QPlainTextEdit()
for number in range(ROUNDS):
    for anew, times in ((True, ours), (False, switched)):
        peers.append(plain())
        times.append(opened(practices[(2 * number + anew) % len(practices)], anew))
        rest()
editor.go_to("need")
rest()
other.show()
field = editor.view.box("need").input
for number in range(60):
    window.activateWindow()
    keys.append(key(field))
    plain_keys.append(key(other))
print("medians", json.dumps([1000 * statistics.median(each) for each in (ours, switched, peers, keys, plain_keys)]), flush=True)
import os
os._exit(0)
"""


@benchmark
def opening_the_editor() -> Iterator[Row]:
    """A practice of the full form until its first field takes keys, and another after it, against a page of 60 plain fields; a key in a long text."""
    with _alone(PRACTICES):
        code = EDITOR.replace("ROUNDS", "15")
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
    opened, switched, page, key, plain = json.loads(done.stdout.rpartition("medians")[2])
    yield Row(
        "a practice opened, first field takes keys", opened, page, "a page of 60 plain fields", 3.4
    )  # 100 ms where the page takes 30
    yield Row("another practice in its place", switched, page, "a page of 60 plain fields", 1.7)
    yield Row("a key in a long text", key, plain, "a key in a plain field", 16)
