"""The operators of a page, taken apart as pypdf takes them."""

from __future__ import annotations

import contextlib
import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.errors import LimitReachedError
from pypdf.generic import ContentStream
from tests.factories.documents import SAMPLE, as_pdf

from corcom.documents.domain.pdf_content import Operation, operations

SHOWN = (b"Tj", b"TJ", b"Tf", b"Tm", b"BDC", b"q", b"'")


def stream(data: bytes) -> ContentStream:
    content = ContentStream(None, None, "bytes")
    content.set_data(data)
    return content


def taken(data: bytes) -> list[Operation]:
    return operations(stream(data), SHOWN)


def by_pypdf(data: bytes) -> list[Operation]:
    return [each for each in stream(data).operations if each[1] in SHOWN]


def test_pages_of_minutes() -> None:
    for page in PdfReader(io.BytesIO(as_pdf(SAMPLE))).pages:
        content = page.get_contents()
        assert content is not None
        data = content.get_data()
        assert taken(data) == by_pypdf(data) != []


@pytest.mark.parametrize(
    "data",
    [
        b"q(a)Tj(b)'q",
        b"(a (b (c)) d) Tj (\\(\\)\\\\\\101\\7\\12x\\r\\n) Tj",
        b"(one\\\ntwo\\\r\nthree) Tj",
        b"[(a)-12.5<41 4>+.5(b)] TJ",
        b"/P <</MCID 3 /Lang (en) /Deep <</A [1 2]>> /On true>> BDC",
        b"/F1 12 Tf % a note (of no account) Tj\n1 0 0 -1. .5 -0 Tm",
        b"/F#31 9 Tf",
        b"/W 2 /H 1 /BPC 8 ID xx EI q",
        b"BI /W 2 /H 1 /BPC 8 /CS /G ID )( EI\nq (a) Tj",
        b"",
        b"  \n",
        b"% no end",
    ],
)
def test_what_may_stand_on_a_page(data: bytes) -> None:
    assert taken(data) == by_pypdf(data)


PIECES = [
    b"(a)",
    b"(b\\)c)",
    b"<4142>",
    b"12",
    b"-3.5",
    b"/F1",
    b"[(x) 3]",
    b"<</A 1>>",
    b"Tj",
    b"q",
    b"Tf",
    b"re",
    b"%c\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from([b" ", b"\n", b"\r\n\t"]))
@settings(max_examples=60, deadline=None)
def test_any_order_of_them(pieces: list[bytes], between: bytes) -> None:
    data = between.join(pieces)
    assert taken(data) == by_pypdf(data)


@pytest.mark.parametrize(
    "mistake", [b") ] >>", b"[ (lost) 3", b"<</A", b"(never closed", b"<zz>", b"{", b"BI /W 9 ID broken"]
)
def test_a_mistake_costs_no_more_than_itself(mistake: bytes) -> None:
    shown = [operands[-1] for operands, operator in taken(b"(a) Tj\n" + mistake + b"\n(b) Tj") if operator == b"Tj"]
    assert shown[0] == b"a"
    assert shown[-1] == b"b"


@pytest.mark.alone
@pytest.mark.parametrize("piece", [b" ", b"(", b"((", b"(\\", b"<", b"[", b"1", b"/", b"%", b"a", b"()"])
def test_time_grows_with_the_length(piece: bytes) -> None:
    """A pattern that tries again and again would take hours."""
    start = time.process_time()
    with contextlib.suppress(LimitReachedError):
        taken(b"q " + piece * 200_000)
    assert time.process_time() - start < 5


def test_a_page_of_nothing_but_numbers_is_bounded() -> None:
    with pytest.raises(LimitReachedError):
        taken(b"1 " * 2_000_010)
