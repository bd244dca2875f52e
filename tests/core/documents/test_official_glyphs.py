from __future__ import annotations

import pytest

from corcom.documents.domain.official import letters_without_glyph


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Côte d'Ivoire, Türkiye, Łódź – “№ 7” …", ()),
        ("Россия 中文 العربية", ()),
        # Put together from two, drawn by another, or not drawn at all: a .pdf can show them.
        ("e\N{COMBINING DOT BELOW} \N{NON-BREAKING HYPHEN} \N{RIGHT-TO-LEFT MARK}\N{SOFT HYPHEN}", ()),
        ("a\N{CUNEIFORM SIGN A}b\N{CUNEIFORM SIGN A}", ("\N{CUNEIFORM SIGN A}",)),
        ("אב", ("א", "ב")),
    ],
)
def test_letters_that_no_font_draws(text: str, missing: tuple[str, ...]) -> None:
    assert letters_without_glyph(text) == missing
