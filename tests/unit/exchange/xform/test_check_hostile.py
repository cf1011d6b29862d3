"""Whatever a form's file holds: a named refusal or a correct reading, never anything else, and never at a price."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from seeddesk.domain.errors import FormError
from seeddesk.exchange.xform import check_form, load_form
from tests.support import hostile_forms

LIGHT = list(hostile_forms.light())
HEAVY = list(hostile_forms.heavy())

# One process for all that is heavy, with 512 MB: what takes more ends it, and the test fails for want of an answer.
CHILD = """
import json, resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from seeddesk.domain.errors import FormError
from seeddesk.exchange.xform import check_form, load_form
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
for line in sys.stdin:
    path = Path(json.loads(line))
    form, remarks = check_form(path)
    try:
        load_form(path)
        loaded = "loaded"
    except FormError as error:
        loaded = error.code
    print(json.dumps([[remark.code for remark in remarks], any(remark.is_error for remark in remarks), loaded]), flush=True)
"""


class Child:
    """Asks the process, and starts another one when it has died."""

    def __init__(self, root):
        self.root, self.process = root, None

    def ask(self, path):
        if self.process is None or self.process.poll() is not None:
            command = [sys.executable, "-c", CHILD, str(self.root)]
            self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.process.stdin.write(json.dumps(str(path)) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            self.process.wait()
            pytest.fail("the process has died")
        return json.loads(answer)


@pytest.fixture(scope="module")
def child(root):
    child = Child(root)
    yield child
    if child.process is not None:
        with child.process:
            child.process.stdin.close()


def outcome(path: Path) -> tuple[list[str], bool, str]:
    """The codes of what is said, whether the form is refused, and what becomes of it when it is simply loaded."""
    form, remarks = check_form(path)
    assert all(remark.message(lang) and remark.to_json() for remark in remarks for lang in ("it", "en"))
    refused = any(remark.is_error for remark in remarks)
    assert refused == (form is None)
    try:
        load_form(path)
    except FormError as error:
        return [remark.code for remark in remarks], refused, error.code
    return [remark.code for remark in remarks], refused, "loaded"


@pytest.mark.parametrize(("name", "make", "expected"), LIGHT, ids=[name for name, _, _ in LIGHT])
def test_a_form_is_read_or_refused_by_name(tmp_path, name, make, expected):
    codes, refused, loaded = outcome(make(tmp_path))
    if expected == "":
        assert not refused, codes
        assert loaded == "loaded"
    elif expected != "*":
        assert any(code in expected.split("|") for code in codes), codes
    if not refused:
        assert loaded == "loaded"


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are Linux's")
@pytest.mark.parametrize(("name", "make", "expected"), HEAVY, ids=[name for name, _, _ in HEAVY])
def test_a_form_that_would_cost_a_great_deal_costs_little(tmp_path, child, name, make, expected):
    codes, refused, loaded = child.ask(make(tmp_path))
    assert expected == "*" or any(code in expected.split("|") for code in codes), codes
    assert (loaded == "loaded") != refused


def test_there_are_many_hostile_forms():
    assert len(LIGHT) + len(HEAVY) >= 100
