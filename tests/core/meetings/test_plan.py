from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.plans import PLAN

from corcom.kernel.merging import merged
from corcom.meetings.domain import plan as plans
from corcom.meetings.domain.clash import Taken, clashes


@pytest.mark.parametrize(
    ("changes", "refusal", "values"),
    [
        ({"zone": ""}, plans.PlanIncomplete, {"missing": ("zone",)}),
        ({"body": " ", "start_time": ""}, plans.PlanIncomplete, {"missing": ("body", "start_time")}),
        ({"zone": "Europe/Geneva"}, plans.NoSuchZone, {"zone": "Europe/Geneva"}),
        ({"zone": "../etc/passwd"}, plans.NoSuchZone, {"zone": "../etc/passwd"}),
        ({"kind": "party"}, plans.NoSuchKind, {"kind": "party"}),
        ({"languages": ("en", "tlh")}, plans.NoSuchLanguage, {"language": "tlh"}),
        ({"joining_link": "javascript:alert(1)"}, plans.NotALink, {"value": "javascript:alert(1)"}),
        ({"start_time": "25:00"}, plans.NotATime, {"value": "25:00"}),
        (
            {"end_time": "09:00"},
            plans.EndsBeforeStart,
            {"starts": "2016-05-26 10:00", "ends": "2016-05-26 09:00"},
        ),
        ({"ends_on": date(2016, 5, 25), "end_time": ""}, plans.EndsBeforeStart, {"ends": "2016-05-25"}),
        (
            {"starts_on": date(2016, 3, 27), "ends_on": date(2016, 3, 27), "start_time": "02:30", "end_time": ""},
            plans.NoSuchLocalTime,
            {"value": "02:30", "on": date(2016, 3, 27), "zone": "Europe/Zurich"},
        ),
    ],
)
def test_what_cannot_be_planned_is_refused_with_its_values(
    changes: dict[str, Any], refusal: type[plans.PlanRefused], values: dict[str, Any]
) -> None:
    with pytest.raises(refusal) as refused:
        plans.check(replace(PLAN, **changes))
    assert {key: value for key, value in vars(refused.value).items() if key in values} == values


def test_the_moment_follows_from_the_zone_also_over_summer_time() -> None:
    winter = replace(PLAN, starts_on=date(2016, 12, 1), ends_on=date(2016, 12, 1))
    assert PLAN.starts_at.astimezone(UTC).isoformat() == "2016-05-26T08:00:00+00:00"
    assert winter.starts_at.astimezone(UTC).isoformat() == "2016-12-01T09:00:00+00:00"
    far = replace(PLAN, zone="Pacific/Auckland", start_time="08:00", end_time="")
    assert far.starts_at.astimezone(UTC).isoformat() == "2016-05-25T20:00:00+00:00"


@pytest.mark.parametrize(
    ("said", "on_record", "day", "status"),
    [
        ("tentative", False, "2016-05-20", "tentative"),
        ("confirmed", False, "2016-05-26", "confirmed"),
        ("confirmed", False, "2016-05-27", "held"),
        ("tentative", False, "2016-05-27", "tentative"),
        ("cancelled", False, "2016-05-27", "cancelled"),
        ("cancelled", True, "2016-05-27", "held"),
    ],
)
def test_whether_a_meeting_was_held_follows_from_its_day_and_its_record(
    said: Any, on_record: Any, day: str, status: str
) -> None:
    found = plans.status_on(said, ends_on=PLAN.ends_on, on_record=on_record, day=date.fromisoformat(day))
    assert found == status


def test_what_changed_is_named_with_its_values() -> None:
    after = replace(PLAN, place="Room XXII", starts_on=date(2016, 5, 27), ends_on=date(2016, 5, 27))
    assert plans.changed(PLAN, after) == (
        {"starts_on": "2016-05-26", "ends_on": "2016-05-26", "place": "Palais des Nations"},
        {"starts_on": "2016-05-27", "ends_on": "2016-05-27", "place": "Room XXII"},
    )


def test_days_clash_with_meetings_forums_holidays_and_weekends() -> None:
    friday = date(2016, 10, 7)
    found = clashes(
        friday,
        friday + timedelta(days=1),
        meetings=[Taken(name="Bureau", starts_on=friday, ends_on=friday, number=7)],
        forums=[
            Taken(name="First Committee", starts_on=date(2016, 10, 3), ends_on=date(2016, 11, 2), place="New York"),
            Taken(name="Long over", starts_on=date(2016, 9, 1), ends_on=date(2016, 9, 2)),
        ],
        holiday=lambda day: "Founders' Day" if day == friday else "",
    )
    assert [(one.kind, one.on, str(one.words), one.number) for one in found] == [
        ("forum", friday, "First Committee is held from 2016-10-03 to 2016-11-02, New York", None),
        ("holiday", friday, "2016-10-07 is a holiday: Founders' Day", None),
        ("meeting", friday, "Bureau meets from 2016-10-07 to 2016-10-07", 7),
        ("weekend", date(2016, 10, 8), "2016-10-08 is a day of the weekend", None),
    ]
    assert clashes(date(2016, 10, 5), date(2016, 10, 5)) == ()


values = st.fixed_dictionaries({"title": st.sampled_from("ABC"), "minutes": st.integers(0, 2)})


@given(values, values, values)
def test_of_two_changes_nothing_is_lost(before: Any, mine: Any, theirs: Any) -> None:
    together, differ = merged(before, mine, theirs)
    for key in before:
        if theirs[key] != before[key] and together[key] != theirs[key]:
            assert key in differ
        if mine[key] != before[key]:
            assert together[key] == mine[key]
