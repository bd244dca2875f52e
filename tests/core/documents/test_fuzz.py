"""Whatever the bytes are: text with marks inside it, or a refusal that names the file."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories.documents import SAMPLE, as_eml, as_html, as_pdf, as_txt
from tests.factories.opendocument import as_odt
from tests.factories.word import as_docx

from corcom.documents.domain import DocumentRefused, DocumentText, extract

VALID = {
    "a.docx": as_docx(SAMPLE),
    "a.odt": as_odt(SAMPLE),
    "a.pdf": as_pdf(SAMPLE),
    "a.html": as_html(SAMPLE).encode(),
    "a.eml": as_eml(SAMPLE, attached=("b.docx", as_docx(SAMPLE))),
    "a.txt": as_txt(SAMPLE).encode("utf-16"),
}
EXAMPLES = int(os.environ.get("FUZZ", "12"))
"""Of each kind; more where there is time."""
RELAXED = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])

Change = tuple[float, int, bytes]
CHANGES = st.lists(
    st.tuples(st.floats(0, 0.999), st.integers(0, 40), st.binary(max_size=12)),
    min_size=1,
    max_size=12,
)


def check(data: bytes, name: str) -> None:
    try:
        found = extract(data, name=name)
    except DocumentRefused as error:
        line = str(error)
    else:
        check_marks(found)
        return
    assert line.startswith(name)
    assert "\n" not in line


def check_marks(found: DocumentText) -> None:
    assert found.text.strip()
    for mark in found.marks:
        assert 0 <= mark.start < mark.end <= len(found.text)
        words = found.text[mark.start : mark.end]
        assert words.strip()
        assert mark.kind != "heading" or "\n" not in words


def changed(data: bytes, changes: list[Change]) -> bytes:
    """`data` with some stretches replaced."""
    for place, length, new in changes:
        at = int(place * len(data))
        data = data[:at] + new + data[at + length :]
    return data


@given(st.binary(max_size=3000), st.sampled_from([*VALID, "a", "a.md", "a.doc"]))
@RELAXED
def test_random_bytes(data: bytes, name: str) -> None:
    check(data, name)


@given(
    st.text(max_size=2000),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32"]),
    st.sampled_from(["a.txt", "a.html", "a.eml"]),
)
@RELAXED
def test_random_text(text: str, encoding: str, name: str) -> None:
    check(text.encode(encoding, "surrogatepass"), name)


@pytest.mark.parametrize("name", VALID)
@given(changes=CHANGES)
@RELAXED
def test_files_with_bytes_changed(name: str, changes: list[Change]) -> None:
    check(changed(VALID[name], changes), name)


@pytest.mark.parametrize("name", VALID)
@given(end=st.floats(0, 1))
@settings(max_examples=EXAMPLES, deadline=None)
def test_files_cut_off(name: str, end: float) -> None:
    check(VALID[name][: int(end * len(VALID[name]))], name)


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
@given(changes=CHANGES, which=st.integers(0, 20))
@RELAXED
def test_parts_with_bytes_changed(name: str, changes: list[Change], which: int) -> None:
    """Changes inside a part get past the checksums of the archive."""
    with zipfile.ZipFile(io.BytesIO(VALID[name])) as old:
        parts = {entry.filename: old.read(entry) for entry in old.infolist()}
    part = list(parts)[which % len(parts)]
    parts[part] = changed(parts[part], changes)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for each, data in parts.items():
            new.writestr(each, data)
    check(buffer.getvalue(), name)
