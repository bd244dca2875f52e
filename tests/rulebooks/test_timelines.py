from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from corcom.meetings.domain.timeline import timeline
from corcom.rulebooks import timeline_words
from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.reading import FOLDER, holidays_at, read_rulebook, timeline_template, timeline_templates
from corcom.rulebooks.shapes import WEEKDAYS, DaysAfter, DaysBefore, WeekdayOnOrBefore
from corcom.rulebooks.timelines import TimelineCase, TimelineTemplate

CASES = [(template, case) for template in timeline_templates() for case in template.cases]
Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(("template", "case"), CASES, ids=[f"{t.code}: {c.name}" for t, c in CASES])
def test_every_case_comes_out(template: TimelineTemplate, case: TimelineCase) -> None:
    found = {step.code: step.ends_on for step in timeline(template, case.events, holidays_at(template.place))}
    assert {code: found[code] for code in case.gives} == case.gives


def test_every_time_line_has_a_case() -> None:
    assert [each.code for each in timeline_templates() if not each.cases] == []


def test_every_step_rests_on_the_source_or_says_how_it_is_read() -> None:
    """A day that no record names is marked as practice."""
    silent = [
        step.code
        for template in timeline_templates()
        if template.source.startswith("practice")
        for step in template.steps
        if not step.reading and step.moved != "not"
    ]
    assert silent == []


def test_the_words_of_the_data_are_marked_for_the_translators() -> None:
    steps = [step for template in timeline_templates() for step in template.steps]
    assert {template.name for template in timeline_templates()} == set(timeline_words.TIMELINES)
    assert {step.name for step in steps} == set(timeline_words.STEPS)
    assert {name for step in steps for name in (*step.owners, *step.sign_off)} == set(timeline_words.WHO)


def written(tmp_path: Path, change: Change) -> Path:
    """The rulebook of the APMBC with its time-line changed."""
    folder = tmp_path / "apmbc"
    shutil.copytree(FOLDER / "apmbc", folder)
    path = folder / "timelines" / "apmbc-standing-committees.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return folder


def step(content: dict[str, Any], at: int) -> dict[str, Any]:
    found: dict[str, Any] = content["steps"][at]
    return found


PLACE = "apmbc-standing-committees"


@pytest.mark.parametrize(
    ("change", "key", "allowed"),
    [
        (lambda it: it.update(steps=[]), "steps", "at least one step"),
        (lambda it: it.update(body="bureau"), "body", "msp, review-conference, amendment-conference"),
        (lambda it: it.update(place="vienna"), "place", "geneva, new-york"),
        (lambda it: it.update(colour="blue"), "colour", "body, cases, code"),
        (lambda it: step(it, 4).update(moved="sideways"), "steps[4].moved", "earlier, later, not"),
        (lambda it: step(it, 4).pop("owners"), "steps[4].owners", "a list with at least one who does it"),
        (lambda it: step(it, 4).pop("day"), "steps[4].day", "either day, or both begin and end"),
        (lambda it: step(it, 4).update(code="agendas"), "steps[4].code", "each one once"),
        (
            lambda it: step(it, 4).update(depends_on=["lunch"]),
            "steps[4].depends_on",
            "a list of preparations, updates",
        ),
        (lambda it: step(it, 4)["day"].update(weekday="someday"), "steps[4].day.weekday", "monday, tuesday"),
        (lambda it: step(it, 4)["day"].update(months=0), "steps[4].day.months", "a whole number from 1 to 1000"),
        (lambda it: step(it, 4)["day"].update(event="deposit"), "steps[4].day.event", "meeting_start, meeting_end"),
        (
            lambda it: step(it, 4)["day"].update(shape="when_ready"),
            "steps[4].day.shape",
            "on_day, on_event, days_after",
        ),
        (lambda it: step(it, 2)["day"].update(event="step:lunch"), "steps[2].end", "a step of preparations, updates"),
        (
            lambda it: it["cases"][0]["gives"].update(lunch=date(2004, 1, 1)),
            "cases[0].gives.lunch",
            "agendas, invitation",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_file_key_and_what_is_allowed(
    tmp_path: Path, change: Change, key: str, allowed: str
) -> None:
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(written(tmp_path, change))
    found = refused.value
    assert (found.file, found.key) == (f"apmbc/timelines/{PLACE}.yaml", f"{PLACE}.{key}")
    assert found.allowed[: len(allowed)] == allowed


@pytest.mark.parametrize(
    ("change", "key", "around"),
    [
        (
            lambda it: step(it, 4).update(day={"shape": "days_after", "event": "step:agendas", "days": 1}),
            "end",
            {"agendas", "package"},
        ),
        (lambda it: step(it, 1)["depends_on"].append("package"), "depends_on", {"updates", "package"}),
    ],
)
def test_steps_that_wait_for_each_other_are_refused(tmp_path: Path, change: Change, key: str, around: set[str]) -> None:
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(written(tmp_path, change))
    assert refused.value.key.rpartition(".")[2] == key
    assert refused.value.allowed.startswith("steps that do not wait for each other (")
    assert {code for code in around if code not in refused.value.allowed} == set()


def test_a_time_line_that_there_is_not() -> None:
    assert timeline_template("lunch") is None


days = st.dates(date(1946, 1, 1), date(2999, 12, 31))


@given(day=days, count=st.integers(1, 400))
def test_days_before_are_taken_back_by_days_after(day: date, count: int) -> None:
    before = DaysBefore(event="meeting_start", days=count).on({"meeting_start": day})
    assert before is not None
    assert DaysAfter(event="meeting_start", days=count).on({"meeting_start": before}) == day


@given(day=days, months=st.integers(1, 36), weekday=st.sampled_from(list(WEEKDAYS)))
def test_the_last_weekday_some_months_before_is_the_last_one(day: date, months: int, weekday: str) -> None:
    shape = WeekdayOnOrBefore(event="meeting_start", months=months, weekday=weekday)
    found = shape.on({"meeting_start": day})
    assert found is not None
    assert list(WEEKDAYS)[found.weekday()] == weekday
    # A week later would be less than so many months before.
    later = found + timedelta(days=7)
    assert (day.year - later.year) * 12 + day.month - later.month - (later.day > day.day) < months
    assert shape.way({"meeting_start": day})[-1].on == found


def test_without_its_event_a_shape_has_no_day() -> None:
    shapes = (
        DaysBefore(event="meeting_start", days=1),
        WeekdayOnOrBefore(event="meeting_start", months=1, weekday="friday"),
    )
    assert [(shape.on({}), shape.way({})) for shape in shapes] == [(None, ()), (None, ())]
