"""Lines as they look, put in the order in which they are read."""

from __future__ import annotations

import pytest

from corcom.documents.domain.pdf_lines import Line, Segment, turned
from corcom.documents.domain.right_to_left import as_read

AR, HE = "محضر", "ראש"
ARABIC, HEBREW = AR[::-1], HE[::-1]
"""As a page shows them, from left to right."""


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        (f"{HEBREW} 15 {ARABIC}", f"{AR} 15 {HE}"),
        (f"2015/5/12 {ARABIC}", f"{AR} 2015/5/12"),
        (f"2015-2014 {ARABIC}", f"{AR} 2014-2015"),
        (f"2014-2015 {HEBREW}", f"{HE} 2014-2015"),
        (f"12.5% {ARABIC}", f"{AR} 12.5%"),
        (f"٢٠١٥ {ARABIC}", f"{AR} ٢٠١٥"),
        (f"{ARABIC} United Nations Office {HEBREW}", f"{HE} United Nations Office {AR}"),
        (f")ICRC( {ARABIC}", f"{AR} (ICRC)"),
        (f"(ICRC) {ARABIC}", f"{AR} (ICRC)"),
        (f"{ARABIC} .1", f"1. {AR}"),
        ("ﺮﻀﺤﻣ", "محضر"),
    ],
)
def test_a_line_from_the_right(shown: str, read: str) -> None:
    assert as_read(shown, right=True) == read


def test_words_from_the_right_in_a_line_from_the_left() -> None:
    shown = f"The word {ARABIC} {HEBREW} (of 15) was used."
    assert as_read(shown, right=False) == f"The word {HE} {AR} (of 15) was used."


def test_a_page_is_turned_around_with_its_columns_and_labels() -> None:
    segments = [Segment(100, 140, f"{HEBREW} {HEBREW}", [(0, 7)]), Segment(300, 400, ARABIC), Segment(410, 420, "•")]
    (line,) = turned([Line(700, 11, segments)], whole=True)
    assert [(each.x0, each.x1, each.text, each.bold) for each in line.segments] == [
        (-420, -300, f"- {AR}", []),
        (-140, -100, f"{HE} {HE}", [(0, 7)]),
    ]
