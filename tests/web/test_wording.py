from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from corcom.web.distances import distance, from_today
from corcom.web.wording import days_in_words, in_words, number_in_groups

DAY = date(2016, 4, 28)


@pytest.mark.parametrize(
    ("language", "first", "other"),
    [
        ("en", "1 May 2016", "28 April 2016"),
        ("fr", "1er mai 2016", "28 avril 2016"),
        ("ar", "1 أيار/مايو 2016", "28 نيسان/أبريل 2016"),
        ("zh-hans", "2016年5月1日", "2016年4月28日"),
        ("es", "1 de mayo de 2016", "28 de abril de 2016"),
        ("ru", "1 мая 2016 г.", "28 апреля 2016 г."),
    ],
)
def test_a_day_is_written_as_documents_in_the_language_write_it(language: str, first: str, other: str) -> None:
    with translation.override(language):
        assert (in_words(date(2016, 5, 1)), in_words(DAY)) == (first, other)


@pytest.mark.parametrize(
    ("known", "english", "french", "arabic"),
    [
        ("2016-05-26", "26 May 2016", "26 mai 2016", "26 أيار/مايو 2016"),
        ("2016-05", "May 2016", "mai 2016", "أيار/مايو 2016"),
        ("2016", "2016", "2016", "2016"),
        ("2012-04-16/2012-04-19", "16 to 19 April 2012", "16 au 19 avril 2012", "16 إلى 19 نيسان/أبريل 2012"),
        ("2012-03-30/2012-04-02", "30 March 2012 to 2 April 2012", "30 mars 2012 au 2 avril 2012", None),
        ("2012-04-01/2012-04-19", "1 to 19 April 2012", "1er au 19 avril 2012", "1 إلى 19 نيسان/أبريل 2012"),
        ("2012/2013", "2012 to 2013", "2012 à 2013", None),
        ("2016-05/", "from May 2016", "mai 2016 ou plus tard", None),
        ("mid-January", "mid-January", "mid-January", None),
    ],
)
def test_a_day_is_written_as_far_as_it_is_known(known: str, english: str, french: str, arabic: str | None) -> None:
    with translation.override("en"):
        assert days_in_words(known) == english
    with translation.override("fr"):
        assert days_in_words(known) == french
    if arabic:
        with translation.override("ar"):
            assert days_in_words(known) == arabic


@pytest.mark.parametrize(
    ("on", "english", "french", "arabic"),
    [
        (date(2016, 4, 28), "today", "aujourd’hui", "اليوم"),
        (date(2016, 4, 29), "tomorrow", "demain", "غداً"),
        (date(2016, 4, 27), "yesterday", "hier", "أمس"),
        (date(2016, 4, 30), "in 2 days", "dans 2 jours", "بعد يومين"),
        (date(2016, 5, 10), "in 12 days", "dans 12 jours", "بعد 12 يوماً"),
        (date(2016, 6, 26), "in 59 days", "dans 59 jours", "بعد 59 يوماً"),
        (date(2016, 6, 27), "in 1 month", "dans 1 mois", "بعد شهر واحد"),
        (date(2016, 6, 28), "in 2 months", "dans 2 mois", "بعد شهرين"),
        (date(2016, 1, 31), "2 months ago", "il y a 2 mois", "قبل شهرين"),
        (date(2018, 4, 27), "in 23 months", "dans 23 mois", "بعد 23 شهراً"),
        (date(2018, 4, 28), "in 2 years", "dans 2 ans", "بعد سنتين"),
        (date(2005, 4, 29), "10 years ago", "il y a 10 ans", "قبل 10 سنوات"),
    ],
)
def test_how_far_a_day_is_is_said_as_people_say_it(on: date, english: str, french: str, arabic: str) -> None:
    said = {}
    for language in ("en", "fr", "ar"):
        with translation.override(language):
            said[language] = from_today(on, DAY)
    assert said == {"en": english, "fr": french, "ar": arabic}


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_distance_is_the_same_from_both_ends_and_never_negative(one: date, other: date) -> None:
    apart = distance(one, other)
    assert apart == distance(other, one)
    assert apart.number >= (0 if one == other else 1)


def test_thousands_are_set_apart_as_the_language_does() -> None:
    with translation.override("en"):
        assert number_in_groups(1204) == "1,204"
    with translation.override("fr"):
        assert number_in_groups(1204).replace("\u202f", " ").replace("\xa0", " ") == "1 204"
