"""What a stage of a plan asks for, which fields its reminders fill, and what goes to whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.correspondence.domain.addressee import Addressee, Concern
from corcom.correspondence.domain.letter_fields import CopyFacts, LetterFacts
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.outstanding import Outstanding
from corcom.correspondence.domain.reminders.answers import ReminderAnswer, unread_about
from corcom.correspondence.domain.reminders.due import ReminderPlan, SentReminder
from corcom.correspondence.domain.reminders.filling import StageFieldRefused, check_filled
from corcom.correspondence.domain.reminders.ready_made import ready_made
from corcom.correspondence.domain.reminders.stages import ReminderStage, StagesRefused, checked_stages
from corcom.correspondence.domain.reminders.written import written_reminder
from corcom.kernel.wording import Wording
from corcom.outbox.domain.letter_numbers import LetterNumber, letter_numbers

DUE = date(2016, 4, 30)
SOON = ReminderStage(code="a", days=-30, sent_to="due_soon", template=1)
LATE = ReminderStage(code="b", days=30, sent_to="overdue", template=1)
REPORT = ReminderPlan(convention="CCM", obligation="annual-report", stages=(SOON, LATE))
STOCKS = ReminderPlan(convention="CCM", obligation="stockpile-destruction", stages=(SOON, LATE))


@pytest.mark.parametrize(
    ("days", "day", "by"),
    [
        (0, date(2016, 3, 31), None),
        (14, date(2016, 3, 31), date(2016, 4, 14)),
        (60, date(2016, 3, 31), DUE),
        (7, date(2016, 4, 29), DUE),
        # On the day and after it the days are counted.
        (7, DUE, date(2016, 5, 7)),
        (30, date(2016, 5, 30), date(2016, 6, 29)),
        (30, date.max, date.max),
    ],
)
def test_an_answer_is_asked_for_after_some_days_and_never_after_a_deadline_to_come(
    days: int, day: date, by: date | None
) -> None:
    assert replace(SOON, answer_in=days).answer_by(day, DUE) == by


@given(days=st.integers(1, 365), day=st.dates(date(2010, 1, 1), date(2090, 1, 1)))
def test_the_day_to_answer_by_lies_after_the_reminder(days: int, day: date) -> None:
    by = replace(SOON, answer_in=days).answer_by(day, DUE)
    assert by is not None
    assert by > day
    assert day >= DUE or by <= DUE


@pytest.mark.parametrize("days", [-1, 366])
def test_an_answer_within_too_many_days_is_refused(days: int) -> None:
    with pytest.raises(StagesRefused) as caught:
        checked_stages([replace(SOON, answer_in=days)])
    assert caught.value.why == "answer"


def test_a_stage_that_was_stored_before_it_could_ask_for_an_answer_asks_by_no_day() -> None:
    stored = SOON.as_json()
    assert ReminderStage.from_json({**stored, "answer_in": 7}).answer_in == 7
    del stored["answer_in"]
    assert ReminderStage.from_json(stored) == SOON


@pytest.mark.parametrize(
    ("plan", "stage", "field"),
    [
        (REPORT, SOON, "answer_by"),
        (STOCKS, SOON, "link"),
        (STOCKS, SOON, "period"),
        (REPORT, LATE, "days_left"),
        (REPORT, SOON, "days_overdue"),
        (REPORT, SOON, "signatory"),
        (replace(REPORT, signatory="A. B."), SOON, "office"),
        (REPORT, SOON, ""),
        (REPORT, replace(SOON, answer_in=7), ""),
    ],
)
def test_a_field_that_no_reminder_of_a_stage_fills_is_refused_by_its_name(
    plan: ReminderPlan, stage: ReminderStage, field: str
) -> None:
    always = "{state} {convention} {treaty} {number} {date} {obligation} {due_on} {bound_since} {signed_on}"
    body = f"{always} {{{field}}}" if field else f"{always} {{link}} {{period}} {{days_left}}"
    if stage.answer_in:
        body += " {answer_by}"
    found = ""
    try:
        check_filled(plan, stage, "en", LetterWords(subject="Report", body=body))
    except StageFieldRefused as refused:
        found = refused.field
    assert found == field


def test_the_plan_that_comes_with_corcom_fills_all_its_fields() -> None:
    ready = ready_made()
    for convention in ("CCM", "APMBC"):
        plan = ReminderPlan(convention=convention, obligation="annual-report", stages=ready.stages)
        for stage in ready.stages:
            for language, words in ready.templates[ready.worded[stage.code]].wordings.items():
                check_filled(plan, stage, language, words)
    assert {code: "answer_by" in ready.templates[key].wordings["en"].fields for code, key in ready.worded.items()} == {
        stage.code: bool(stage.answer_in) for stage in ready.stages
    }


def test_copies_read_everything_but_the_key_of_the_link() -> None:
    letter = LetterFacts(number="CCM/R/2016/7", convention="CCM", dated=date(2016, 3, 31), signatory="A. B.")
    concern = Concern(obligation="annual-report", period=2015, due_on=DUE)
    addressee = Addressee(iso3="ZMB", concern=concern)
    facts = CopyFacts(letter=letter, addressee=addressee, name="Zambia", link="https://x.example/?key=secret")
    words = LetterWords(subject="{number} {link}", body="Here:\n\n{link}\n\nGoodbye.")
    written = written_reminder(
        facts,
        words,
        Wording(language="en"),
        addresses=["a@zmb.example"],
        copies=["b@irl.example"],
        hidden_link="https://x.example/?key=…",
    )
    own, copy = written.messages
    assert (own.recipient, own.is_copy, own.subject) == (
        "a@zmb.example",
        False,
        "CCM/R/2016/7-ZMB https://x.example/?key=secret",
    )
    assert own.text == "Here:\n\nhttps://x.example/?key=secret\n\nGoodbye.\n\nA. B.\n"
    assert (copy.recipient, copy.is_copy, copy.subject) == (
        "b@irl.example",
        True,
        "CCM/R/2016/7-ZMB https://x.example/?key=…",
    )
    note = "Copy of a reminder to Zambia, number CCM/R/2016/7-ZMB.\n\n"
    assert copy.text == note + own.text.replace("secret", "…")


def test_an_answer_counts_for_its_deadline_until_it_is_read() -> None:
    sent = SentReminder(stage="a", order=(-30, 0), iso3="ZMB", period=2015, due_on=DUE)
    answer = ReminderAnswer(message=1, reminder=7, sent=sent, on=date(2016, 4, 5), sender="a@zmb.example", says="Soon.")
    read = replace(answer, message=2, read_by="Carl Clerk", read_at=datetime(2016, 4, 6))
    owed = Outstanding(iso3="ZMB", period=2015, due_on=DUE, status="due")
    assert unread_about([answer, read], owed) == (answer,)
    assert unread_about([answer], replace(owed, due_on=date(2016, 5, 2))) == (answer,)
    for other in (
        replace(owed, iso3="NOR"),
        replace(owed, period=2014),
        # An extension makes another deadline of it.
        replace(owed, due_on=date(2018, 4, 30)),
    ):
        assert unread_about([answer], other) == ()


def test_numbers_of_letters_and_of_reminders_are_told_apart() -> None:
    assert letter_numbers("Your note ccm/r/2026/12-zmb") == (LetterNumber("CCM", 2026, 12, "ZMB", "R"),)
    assert letter_numbers("CCM/L/2026/12-ZMB") == (LetterNumber("CCM", 2026, 12, "ZMB"),)
    assert letter_numbers("CCM/X/2026/12 and CCM/R/26/12") == ()
    assert not LetterNumber("CCM", 2026, 12, series="R").stands_in("CCM/L/2026/12-ZMB")
    assert LetterNumber("CCM", 2026, 12, series="R").stands_in("CCM/R/2026/12-ZMB")
