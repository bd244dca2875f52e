from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.catalogues import CONTEXT, compiled, source

import corcom.web

WEB = Path(corcom.web.__path__[0])
LOCALE = WEB.parent / "locale"
LANGUAGES = ("ar", "fr")
# The frame and the pieces are spoken in full; pages may follow.
SPOKEN = ("frame", "pieces", "account", "base.html", "error.html", "500.html", "style.html")

PLACE = re.compile(r"%\(\w+\)[sd]")


def catalogue(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def texts() -> set[str]:
    """What the frame and the pieces ask to have translated, in templates and in the pieces that draw themselves."""
    files = [file for name in SPOKEN for file in sorted((WEB / "templates").rglob("*.html")) if name in str(file)]
    drawn = sorted((WEB / "pieces").glob("*.py"))
    asked = [(file, r'{% trans "([^"]+)" %}') for file in files] + [(file, r'\b_\(["\']([^"\']+)') for file in drawn]
    return {text for file, call in asked for text in re.findall(call, file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_written(language: str) -> None:
    written = {text: words for text, words in source(catalogue(language)).items() if any(words)}
    assert compiled(catalogue(language).with_suffix(".mo")) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_frame_and_pieces_are_spoken_in_full(language: str) -> None:
    known = source(catalogue(language))
    assert {text for text in texts() if not any(known.get(text, ()))} == set()


@pytest.mark.parametrize(("language", "forms"), [("ar", 6), ("fr", 2)])
def test_every_number_has_the_forms_of_its_language(language: str, forms: int) -> None:
    counts = {len(words) for text, words in source(catalogue(language)).items() if "%(n)" in text}
    assert counts == {forms}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_no_value_that_is_not_given(language: str) -> None:
    for text, words in source(catalogue(language)).items():
        given = set(PLACE.findall(text.split(CONTEXT)[-1]))
        for form in filter(None, words):
            named = set(PLACE.findall(form))
            # "one day" and "two days" are words in Arabic and need no figure.
            assert named == given or (len(words) == 6 and named < given), text


def test_arabic_is_written_in_arabic() -> None:
    words = [form for forms in source(catalogue("ar")).values() for form in forms if form]
    latin = [form for form in words if not re.search(r"[\u0600-\u06ff]", form)]
    assert latin == []
