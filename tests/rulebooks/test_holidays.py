from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from corcom.rulebooks import timeline_words
from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.holidays import Holidays, kept_on
from corcom.rulebooks.reading import FOLDER, holiday_places, holidays_at, read_holidays

NEW_YORK, GENEVA = holidays_at("new-york"), holidays_at("geneva")
EIDS = {"Eid al-Fitr", "Eid al-Adha"}


@pytest.mark.parametrize("year", [each.year for each in NEW_YORK.lists])
def test_the_rules_give_what_the_lists_name_but_for_the_two_eids(year: int) -> None:
    """Where a circular is at hand, the rules that serve for other years stand the test."""
    rules = {rule.name: rule.day.on(year) for rule in NEW_YORK.rules}
    listed = {name: day for day, name in NEW_YORK.of_year(year).items() if name not in EIDS}
    assert {name: kept_on(day) for name, day in rules.items()} == listed
    assert NEW_YORK.basis(year) == "listed"
    assert NEW_YORK.gaps(year) == ()


def test_the_holidays_of_a_year_at_geneva() -> None:
    assert {str(day): name for day, name in GENEVA.of_year(2016).items()} == {
        "2016-01-01": "New Year's Day",
        "2016-03-25": "Good Friday",
        "2016-03-28": "Easter Monday",
        "2016-05-05": "Ascension Day",
        "2016-05-16": "Whit Monday",
        "2016-09-08": "Jeûne genevois",
        "2016-12-26": "Christmas Day",
    }
    assert (GENEVA.basis(2016), GENEVA.gaps(2016)) == ("computed", ("Eid al-Fitr", "Eid al-Adha"))


def test_what_is_not_known_is_not_made_up() -> None:
    assert [(GENEVA.basis(year), dict(GENEVA.of_year(year))) for year in (1997, 2031)] == [("unknown", {})] * 2
    assert GENEVA.gaps(2031) == ()
    assert GENEVA.holiday(date(2024, 5, 20)) == ""
    assert GENEVA.gaps(2024) == (
        "Eid al-Fitr",
        "Eid al-Adha",
        "whether Whit Monday and Jeûne genevois, or 26 and 27 December",
    )


@pytest.mark.parametrize("place", holiday_places(), ids=lambda place: place.code)
def test_holidays_are_kept_on_working_days_of_their_year(place: Holidays) -> None:
    odd = [day for year in range(1998, 2031) for day in place.of_year(year) if day.weekday() > 4 or day.year != year]
    assert odd == []


def test_the_words_of_the_data_are_marked_for_the_translators() -> None:
    names = {rule.name for place in holiday_places() for rule in (*place.rules, *place.not_known)}
    names |= {name for place in holiday_places() for each in place.lists for name in each.days.values()}
    assert names == set(timeline_words.HOLIDAYS)
    assert {place.name for place in holiday_places()} == set(timeline_words.PLACES)


@pytest.mark.parametrize(
    ("change", "key", "allowed"),
    [
        ({"until": date(1990, 1, 1)}, "until", "a day after 1998-01-01"),
        (
            {"rules": [{"name": "x", "day": {"shape": "full_moon"}}]},
            "rules[0].day.shape",
            "fixed, from_easter, nth_weekday",
        ),
        (
            {"rules": [{"name": "x", "day": {"shape": "fixed", "month": 2, "day": 29}}]},
            "rules[0].day.day",
            "a whole number from 1 to 28",
        ),
        (
            {"rules": [{"name": "x", "day": {"shape": "nth_weekday", "month": 2, "weekday": "monday", "nth": 0}}]},
            "rules[0].day.nth",
            "1, 2, 3, 4, or -1 for the last",
        ),
        (
            {"lists": [{"year": 2020, "source": "x", "days": [{"name": "x", "day": date(2021, 1, 1)}]}]},
            "lists[0].days[0].day",
            "a day of 2020",
        ),
        (
            {"lists": [{"year": 2020, "source": "x", "days": []} for _ in range(2)]},
            "lists",
            "one list for each year",
        ),
        ({"colour": "blue"}, "colour", "code, lists, name, not_known, reading, rules, since, source, until"),
    ],
)
def test_what_cannot_be_read_is_refused_with_file_key_and_what_is_allowed(
    tmp_path: Path, change: dict[str, Any], key: str, allowed: str
) -> None:
    content = yaml.safe_load((FOLDER / "holidays" / "geneva.yaml").read_text(encoding="utf-8")) | change
    folder = tmp_path / "holidays"
    folder.mkdir()
    (folder / "geneva.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(RulebookRefused) as refused:
        read_holidays(folder)
    assert (refused.value.file, refused.value.key, refused.value.allowed) == (
        "holidays/geneva.yaml",
        f"geneva.{key}",
        allowed,
    )
