from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.treaties import book_of, spoiled

from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.form_words import sayings
from corcom.rulebooks.forms import Form
from corcom.rulebooks.reading import conventions, read_rulebook

FORMS = [form for code in conventions() for form in book_of(code).forms]
FRENCH = "forms/article-7.fr.yaml"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form.code}-{form.since}")
def test_every_form_has_words_in_every_language_that_corcom_speaks(form: Form) -> None:
    assert form.languages == ("en", "ar", "es", "fr", "ru", "zh")
    for language in ("ar", "es", "fr", "ru", "zh"):
        assert sayings(form.spoken_in(language)).keys() == sayings(form).keys()


def test_codes_are_the_same_in_every_language() -> None:
    form = book_of("CCM").forms[0]
    part = form.spoken_in("fr").part("B")
    assert part is not None
    assert (part.title, part.fields[0].code, part.fields[0].columns[1].name, part.fields[0].columns[1].unit) == (
        "Stocks et destruction",
        "stockpiles",
        "Armes à sous-munitions",
        "items",
    )


def test_a_language_without_words_falls_back_to_the_form_itself() -> None:
    form = book_of("CCM").forms[0]
    assert (form.spoken_in("de").language, form.spoken_in("fr-ch").language) == ("en", "fr")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('  A.title: "Mesures d’application nationales"\n', "", "article-7.fr.words.A.title"),
        ("  A.title:", "  Z.title: something\n  A.title:", "article-7.fr.words.Z.title"),
        ('men.name: "hommes"', 'men.name: "Femmes"', "article-7.fr.words.H.casualties.group.name"),
        ("words:", "said: no\nwords:", "article-7.fr.said"),
    ],
)
def test_a_path_too_many_or_too_few_is_refused_by_its_name(tmp_path: Path, old: str, new: str, key: str) -> None:
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(spoiled(tmp_path, FRENCH, old, new))
    assert (refused.value.file, refused.value.key) == ("ccm/forms/article-7.fr.yaml", key)


def test_words_in_a_language_that_is_none_and_of_a_form_that_is_not_there(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, FRENCH, "words:", "words:")
    (folder / FRENCH).rename(folder / "forms/article-7.de.yaml")
    with pytest.raises(RulebookRefused, match="a file for one of ar, es, fr, ru, zh"):
        read_rulebook(folder)
