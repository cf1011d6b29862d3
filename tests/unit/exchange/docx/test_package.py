"""The zip file is one that everybody can open."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from seeddesk.exchange.docx.package import entry, pack

parts = st.dictionaries(
    st.text("abcé/._[]", min_size=1, max_size=12), st.tuples(st.binary(max_size=400), st.integers(0, 9)), max_size=8
)


@given(parts)
def test_what_was_packed_is_read_back(files: dict[str, tuple[bytes, int]]) -> None:
    data = pack(entry(name, content, level) for name, (content, level) in files.items())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert package.namelist() == list(files)
        for name, (content, level) in files.items():
            assert package.read(name) == content
            assert package.getinfo(name).compress_type == (zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED)
