from __future__ import annotations

import pytest

from corcom.correspondence.domain.letter_glyphs import GlyphPlace
from corcom.correspondence.domain.letter_lacks import CopyAsked, LetterLack, lacks_of, on_unknown
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.outstanding import OutstandingStatus

WORDS = LetterWords(subject="{state}", body="One.\n\nTwo {state}, \N{CUNEIFORM SIGN A}.", address="Genève")


def test_a_letter_without_a_drawing_is_named_with_where_it_stands() -> None:
    copy = CopyAsked(
        iso3="ZMB",
        language="en",
        values={"state": "Zambia \N{THAI CHARACTER KO KAI}"},
        addresses=("a@b.example",),
        signed={"signatory": "A. \N{HEBREW LETTER ALEF}", "office": "", "sender": "Unit"},
    )

    def lack(letter: str, place: GlyphPlace) -> LetterLack:
        return LetterLack(iso3="ZMB", kind="glyph", what=letter, place=place)

    assert list(lacks_of([copy], {"en": WORDS}, by_email=True)) == [
        lack("\N{THAI CHARACTER KO KAI}", GlyphPlace(language="en", part="subject", line=1)),
        lack("\N{THAI CHARACTER KO KAI}", GlyphPlace(language="en", part="body", line=3)),
        lack("\N{CUNEIFORM SIGN A}", GlyphPlace(language="en", part="body", line=3)),
        lack("\N{HEBREW LETTER ALEF}", GlyphPlace(language="", part="signatory")),
    ]


@pytest.mark.parametrize(
    ("outstanding", "lacks"),
    [
        ("unknown", [LetterLack(iso3="ZMB", kind="claim", what="overdue")]),
        ("due", [LetterLack(iso3="ZMB", kind="claim", what="overdue")]),
        ("overdue", []),
        (None, []),
    ],
)
def test_what_no_record_shows_is_not_called_overdue(
    outstanding: OutstandingStatus | None, lacks: list[LetterLack]
) -> None:
    words = LetterWords(subject="Report", body="Your report is overdue.")
    copy = CopyAsked(iso3="ZMB", language="en", values={}, addresses=("a@b.example",), outstanding=outstanding)
    assert list(lacks_of([copy], {"en": words}, by_email=True)) == lacks
    assert on_unknown([copy]) == (("ZMB",) if outstanding == "unknown" else ())
