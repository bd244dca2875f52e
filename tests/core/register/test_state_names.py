"""What States are called, and were called."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from corcom.kernel.languages import LANGUAGES
from corcom.register.domain.gazetteer import party
from corcom.register.domain.state_names import former_names, name_on, names_are_checked, short_names
from corcom.register.domain.states import states

DAY = date(2016, 4, 28)


@pytest.mark.parametrize(
    ("code", "until", "before", "after"),
    [
        ("CPV", date(2013, 10, 24), "Cape Verde", "Cabo Verde"),
        ("SWZ", date(2018, 4, 19), "Swaziland", "Eswatini"),
        ("MKD", date(2019, 2, 14), "The former Yugoslav Republic of Macedonia", "North Macedonia"),
        ("CZE", date(2016, 5, 17), "Czech Republic", "Czechia"),
        ("TUR", date(2022, 6, 1), "Turkey", "Türkiye"),
        ("LBY", date(2011, 9, 16), "Libyan Arab Jamahiriya", "Libya"),
        ("SRB", date(2003, 2, 4), "Yugoslavia", "Serbia and Montenegro"),
        ("SRB", date(2006, 6, 3), "Serbia and Montenegro", "Serbia"),
        ("COD", date(1997, 5, 17), "Zaire", "Democratic Republic of the Congo"),
        ("BOL", date(2009, 4, 9), "Bolivia", "Bolivia (Plurinational State of)"),
        ("PSE", date(2012, 12, 17), "Palestine", "State of Palestine"),
        ("MMR", date(1989, 6, 18), "Burma", "Myanmar"),
    ],
)
def test_a_name_changes_on_its_day(code: str, until: date, before: str, after: str) -> None:
    assert [name_on(code, "en", day) for day in (until - timedelta(days=1), until)] == [before, after]


def test_a_former_name_has_its_own_words_in_each_language_that_has_one() -> None:
    assert [name_on("MKD", language, DAY) for language in ("fr", "es")] == [
        "Ex-République yougoslave de Macédoine",
        "ex República Yugoslava de Macedonia",
    ]
    assert name_on("MKD", "ru", DAY) == "Северная Македония"


def test_names_of_today_in_the_six_languages() -> None:
    assert [name_on("CIV", language, DAY) for language in LANGUAGES] == [
        "كوت ديفوار",
        "科特迪瓦",
        "Côte d'Ivoire",
        "Côte d'Ivoire",
        "Кот-д'Ивуар",
        "Côte d'Ivoire",
    ]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("PSE", ("دولة فلسطين", "巴勒斯坦国", "Государство Палестина")),
        ("VAT", ("الكرسي الرسولي", "罗马教廷", "Святой Престол")),
        ("KOR", ("جمهورية كوريا", "大韩民国", "Республика Корея")),
        ("MMR", ("ميانمار", "缅甸", "Мьянма")),
        ("COK", ("جزر كوك", "库克群岛", "Острова Кука")),
    ],
)
def test_names_are_those_of_the_united_nations(code: str, names: tuple[str, str, str]) -> None:
    assert tuple(name_on(code, language, DAY) for language in ("ar", "zh", "ru")) == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_has_a_name_of_its_own(language: str) -> None:
    names = [name_on(code, language, date(2026, 1, 1)) for code in states()]
    assert [name for name in names if not name or not name.isprintable() or name != name.strip() or "*" in name] == []
    assert len(set(names)) == 197
    assert sorted(short_names(language)) == sorted(states())
    assert len(set(short_names(language).values())) == 197


def test_short_names_leave_the_formal_part_out() -> None:
    assert [short_names(language)["IRN"] for language in LANGUAGES] == [
        "إيران",
        "伊朗伊斯兰共和国",
        "Iran",
        "Iran",
        "Иран",
        "Irán",
    ]
    assert [short_names(language)["GBR"] for language in ("ar", "zh", "ru")] == [
        "المملكة المتحدة",
        "英国",
        "Великобритания",
    ]
    assert short_names("zh-hans") == short_names("zh")
    assert short_names("de") == short_names("en")


def test_it_is_known_which_names_were_checked() -> None:
    assert {language: names_are_checked(language) for language in LANGUAGES} == {
        "ar": False,
        "zh": False,
        "en": True,
        "fr": True,
        "ru": False,
        "es": True,
    }


def test_a_former_name_is_not_the_name_of_another_state() -> None:
    # A word that the reader of minutes does not know may stand here; one that it takes for another State may not.
    found = {
        each.name: known.code
        for (code, _), names in former_names().items()
        for each in names
        if (known := party(each.name)) and known.code != code
    }
    assert found == {}
