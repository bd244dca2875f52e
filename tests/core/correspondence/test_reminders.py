"""Which reminders go: never twice, never after receipt, in the order of their stages, and no three at once after a pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.outstanding import Outstanding, OutstandingStatus
from corcom.correspondence.domain.reminders.due import (
    FITS,
    LATEST,
    ReminderDue,
    ReminderPlan,
    SentReminder,
    reminders_coming,
    reminders_due,
)
from corcom.correspondence.domain.reminders.ready_made import ready_made
from corcom.correspondence.domain.reminders.stages import (
    ReminderStage,
    StageFor,
    StagesRefused,
    checked_stages,
)
from corcom.correspondence.domain.reminders.stopping import why_stopped
from corcom.correspondence.domain.saying_overdue import overdue_in

DUE = date(2016, 4, 30)


def stage(code: str, days: int, sent_to: StageFor | None = None) -> ReminderStage:
    return ReminderStage(
        code=code, days=days, sent_to=sent_to or ("due_soon" if days <= 0 else "not_known"), template=1
    )


STAGES = checked_stages(
    [
        stage("a", -30),
        stage("b", -7),
        stage("c", 1),
        stage("d", 30),
        stage("e", 30, "overdue"),
        stage("f", 90),
        stage("g", 90, "overdue"),
    ]
)
PLAN = ReminderPlan(convention="CCM", obligation="annual-report", stages=STAGES)


def outstanding(day: date, due_on: date = DUE, recorded_on: date | None = None, iso3: str = "ZMB") -> Outstanding:
    """How a report that has not come stands on a day; from `recorded_on` on a record says that none had come."""
    status: OutstandingStatus = "due" if day <= due_on else "unknown"
    if status == "unknown" and recorded_on is not None and due_on < recorded_on <= day:
        status = "overdue"
    return Outstanding(iso3=iso3, period=2015, due_on=due_on, status=status)


def sent(found: ReminderDue) -> SentReminder:
    owed = found.owed
    return SentReminder(
        stage=found.stage.code, order=found.stage.order, iso3=owed.iso3, period=owed.period, due_on=owed.due_on
    )


def codes(day: date, before: list[SentReminder] | None = None, plan: ReminderPlan = PLAN) -> list[str]:
    return [one.stage.code for one in reminders_due(plan, [outstanding(day)], before or [], day)]


def run(looks: list[date], *, received_on: date | None = None, recorded_on: date | None = None) -> list[ReminderDue]:
    """What went to one State, where somebody looked on these days."""
    gone: list[ReminderDue] = []
    for day in looks:
        owed = [] if received_on and received_on <= day else [outstanding(day, recorded_on=recorded_on)]
        gone += reminders_due(PLAN, owed, [sent(one) for one in gone], day)
    return gone


days = st.integers(-60, 200).map(lambda offset: DUE + timedelta(days=offset))
looked = st.lists(days, max_size=40).map(sorted)


@given(looks=looked, received_on=st.none() | days, recorded_on=st.none() | days)
def test_whenever_somebody_looks_no_stage_goes_twice_none_after_receipt_and_all_in_order(
    looks: list[date], received_on: date | None, recorded_on: date | None
) -> None:
    gone = run(looks, received_on=received_on, recorded_on=recorded_on)
    orders = [one.stage.order for one in gone]
    assert orders == sorted(set(orders))
    assert [one for one in gone if one.owed.status not in FITS[one.stage.sent_to]] == []
    if received_on:
        before = [day for day in looks if day < received_on]
        assert gone == run(before, recorded_on=recorded_on)


@given(looks=looked)
def test_whoever_looks_every_hour_sends_what_whoever_looks_once_sends(looks: list[date]) -> None:
    assert run(sorted([*looks, *looks])) == run(looks)


@given(day=days, looks=looked, recorded_on=st.none() | days)
def test_at_most_one_reminder_goes_to_a_state_at_a_time(day: date, looks: list[date], recorded_on: date | None) -> None:
    before = [sent(one) for one in run([each for each in looks if each < day], recorded_on=recorded_on)]
    found = reminders_due(PLAN, [outstanding(day, recorded_on=recorded_on)], before, day)
    assert len(found) <= 1
    assert [one.stage.code for one in found if one.on > day or one.on < day - LATEST] == []


def test_each_stage_goes_on_its_day() -> None:
    every_day = [DUE + timedelta(days=offset) for offset in range(-60, 200)]
    assert [(one.stage.code, one.on) for one in run(every_day)] == [
        ("a", date(2016, 3, 31)),
        ("b", date(2016, 4, 23)),
        ("c", date(2016, 5, 1)),
        ("d", date(2016, 5, 30)),
        ("f", date(2016, 7, 29)),
    ]


def test_what_is_recorded_as_overdue_gets_the_words_for_it_and_what_is_unknown_never() -> None:
    every_day = [DUE + timedelta(days=offset) for offset in range(-60, 200)]
    gone = run(every_day, recorded_on=date(2016, 5, 20))
    assert [(one.stage.code, one.owed.status) for one in gone] == [
        ("a", "due"),
        ("b", "due"),
        ("c", "unknown"),
        ("e", "overdue"),
        ("g", "overdue"),
    ]


def test_after_a_pause_only_the_last_stage_goes_and_what_is_long_past_not_at_all() -> None:
    assert codes(date(2016, 4, 25)) == ["b"]
    assert codes(date(2016, 5, 29)) == ["c"]
    assert codes(date(2016, 5, 31)) == ["d"]
    assert codes(date(2016, 7, 10)) == []
    assert codes(date(2017, 2, 1)) == []


def test_a_plan_that_is_switched_on_late_leaves_out_what_was_before() -> None:
    late = replace(PLAN, since=date(2016, 4, 25))
    assert codes(date(2016, 4, 25), plan=late) == []
    assert codes(date(2016, 5, 1), plan=late) == ["c"]


def test_an_extension_moves_the_reminders_and_a_corrected_day_does_not_send_them_again() -> None:
    before = [sent(one) for one in run([date(2016, 4, 1)])]
    later = replace(outstanding(date(2018, 4, 1), due_on=date(2018, 4, 30)))
    (found,) = reminders_due(PLAN, [later], before, date(2018, 4, 1))
    assert (found.stage.code, found.on) == ("a", date(2018, 3, 31))
    corrected = replace(later, due_on=date(2016, 5, 2))
    assert reminders_due(PLAN, [corrected], before, date(2016, 4, 2)) == []


def test_a_stage_that_was_moved_is_not_sent_again() -> None:
    before = [sent(one) for one in run([date(2016, 4, 1)])]
    moved = replace(PLAN, stages=(replace(STAGES[0], days=-20), *STAGES[1:]))
    assert codes(date(2016, 4, 11), before, moved) == []
    assert codes(date(2016, 4, 23), before, moved) == ["b"]


def test_what_comes_in_the_next_days_is_told_with_the_day_of_each() -> None:
    owed = [outstanding(date(2016, 4, 1)), replace(outstanding(date(2016, 4, 1)), iso3="NOR")]
    before = [sent(ReminderDue(owed=owed[0], stage=STAGES[1]))]
    found = reminders_coming(PLAN, owed, before, date(2016, 4, 1), date(2016, 5, 1))
    assert [(one.on, one.stage.code, one.owed.iso3) for one in found] == [
        (date(2016, 4, 23), "b", "NOR"),
        (date(2016, 5, 1), "c", "NOR"),
        (date(2016, 5, 1), "c", "ZMB"),
    ]


@pytest.mark.parametrize(
    ("stages", "why"),
    [
        ([], "none"),
        ([stage(f"s{n}", -n) for n in range(13)], "many"),
        ([stage("a", 1), stage("b", 1)], "twice"),
        ([stage("a", 1, "due_soon")], "before"),
        ([stage("a", 0, "not_known")], "after"),
        ([stage("a", -1, "overdue")], "after"),
        ([replace(stage("a", 1), by_email=False)], "way"),
        ([stage("a", 2000)], "far"),
    ],
)
def test_stages_that_make_no_plan_are_refused(stages: list[ReminderStage], why: str) -> None:
    with pytest.raises(StagesRefused) as caught:
        checked_stages(stages)
    assert caught.value.why == why


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Your report is overdue.", "overdue"),
        ("It is {days_overdue} days.", "{days_overdue}"),
        ("Le rapport est en retard.", "en retard"),
        ("التقرير متأخر", "متأخر"),
        ("El informe está vencido.", "vencido"),
        ("报告逾期未交。", "逾期"),
        ("It was due on 30 April.", ""),
    ],
)
def test_words_that_call_something_overdue_are_found(body: str, found: str) -> None:
    assert overdue_in(LetterWords(subject="Report", body=body)) == found


def test_the_plan_that_comes_with_corcom_is_one_and_says_overdue_only_where_a_record_shows_it() -> None:
    ready = ready_made()
    assert checked_stages(ready.stages) == ready.stages
    assert [(stage.days, stage.sent_to) for stage in ready.stages] == [
        (-30, "due_soon"),
        (-7, "due_soon"),
        (1, "not_known"),
        (30, "not_known"),
        (30, "overdue"),
        (90, "not_known"),
        (90, "overdue"),
    ]
    assert [(key, list(each.wordings)) for key, each in ready.templates.items()] == [
        (key, ["en", "fr", "ar"]) for key in ("due_soon", "not_known", "overdue")
    ]
    for key, template in ready.templates.items():
        for words in template.wordings.values():
            assert words.checked() == words
            assert bool(overdue_in(words)) == (key == "overdue")


def test_why_a_reminder_that_waits_is_stopped() -> None:
    owed = outstanding(date(2016, 4, 1))
    waits = sent(ReminderDue(owed=owed, stage=STAGES[0]))
    assert why_stopped(waits, "due_soon", owed, has_come=False) is None
    assert why_stopped(waits, "due_soon", None, has_come=True) == "received"
    assert why_stopped(waits, "due_soon", None, has_come=False) == "not_owed"
    assert why_stopped(waits, "due_soon", replace(owed, due_on=date(2018, 4, 30)), has_come=False) == "moved"
    assert why_stopped(waits, "due_soon", replace(owed, status="unknown"), has_come=False) == "passed"
