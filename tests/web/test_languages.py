from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.catalogues import CONTEXT, asked_in, compiled, entries, source

import corcom

PACKAGE = Path(corcom.__path__[0])
FORMS = {"ar": 6, "fr": 2}
LANGUAGES = tuple(FORMS)

PLACE = re.compile(r"%\(\w+\)[sd]")


def catalogue(language: str) -> Path:
    return PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def asked() -> dict[str, str]:
    """Every text that modules and templates ask to have translated, and its plural where it has one."""
    found: dict[str, str] = {}
    for file in (*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")):
        for text, plural in asked_in(file):
            found[text] = plural or found.get(text, "")
    return found


MODULE = """
TITLE = gettext_lazy("Meetings")
WORDS = {"open": pgettext_lazy("commitment", "open")}
def draw(self, n):
    return f"{_(', ')} {self.gettext('Chair')}" + ngettext("%(n)d day", "%(n)d days", n) + _(unknown)
"""
TEMPLATE = """{% load i18n %}<p title="{% trans "On 'that' day" %}">it's {% trans 'open' context 'commitment' %}</p>
{% blocktrans count n=found|length %}{{ n }} row{% plural %}{{ n }} rows{% endblocktrans %}"""


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        (
            "module.py",
            MODULE,
            {"Meetings": "", f"commitment{CONTEXT}open": "", ", ": "", "Chair": "", "%(n)d day": "%(n)d days"},
        ),
        (
            "page.html",
            TEMPLATE,
            {"On 'that' day": "", f"commitment{CONTEXT}open": "", "%(n)s row": "%(n)s rows"},
        ),
    ],
)
def test_what_a_file_asks_for_is_found(tmp_path: Path, name: str, text: str, found: dict[str, str]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert dict(asked_in(tmp_path / name)) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_in_the_catalogue_and_nothing_else(language: str, asked: dict[str, str]) -> None:
    assert {entry.text: entry.plural for entry in entries(catalogue(language))} == asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_in_all_its_forms(language: str) -> None:
    wanting = [
        entry.text
        for entry in entries(catalogue(language))
        if entry.is_fuzzy or not all(entry.words) or len(entry.words) != (FORMS[language] if entry.plural else 1)
    ]
    assert wanting == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_keeps_nothing_that_is_no_longer_asked(language: str) -> None:
    assert "#~" not in catalogue(language).read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_written(language: str) -> None:
    assert compiled(catalogue(language).with_suffix(".mo")) == source(catalogue(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_names_no_value_that_is_not_given(language: str) -> None:
    for text, words in source(catalogue(language)).items():
        given = set(PLACE.findall(text.split(CONTEXT)[-1]))
        for form in words:
            named = set(PLACE.findall(form))
            # "one day" and "two days" are words in Arabic and need no figure.
            assert named == given or (len(words) == 6 and named < given), text


def test_arabic_is_written_in_arabic() -> None:
    words = [form for forms in source(catalogue("ar")).values() for form in forms]
    spoken = [form for form in words if re.search(r"[^\W\d_]", PLACE.sub("", form))]
    assert [form for form in spoken if not re.search(r"[\u0600-\u06ff]", form)] == []


def test_french_keeps_its_marks_on_the_line() -> None:
    """A colon, a semicolon and the like never begin a line."""
    words = [form for forms in source(catalogue("fr")).values() for form in forms]
    assert [form for form in words if re.search(r"\S [;:?!»]|« ", form)] == []
