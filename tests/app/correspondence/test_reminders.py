"""Reminders that go out, once each, and stop by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.letters import WRITING
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import clerk
from tests.factories.register import RECORDED_ON, a_receipt
from tests.factories.reminders import (
    ADDRESS,
    BEFORE,
    a_plan_of_reminders,
    in_hand,
    moment_of,
    ran,
    remind_one,
    told_of,
    told_plan,
)
from tests.factories.rows import AT, new_file

from corcom.access.models import SignedLink
from corcom.access.queries import link_of
from corcom.correspondence.actions import word_template
from corcom.correspondence.actions.reminders import (
    PlanChanged,
    PlanSwitched,
    PlanThere,
    StageSaysOverdue,
    begin_ready_made,
    change_plan,
    prepare_reminder,
    stop_reminders,
    switch_off_plan,
    switch_on_plan,
)
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.reminders.stages import StagesRefused
from corcom.correspondence.models import StateReminder
from corcom.correspondence.queries.reminders import (
    REMINDER,
    plan_today,
    reminders_in_hand,
    reminders_told,
)
from corcom.directory.models import DirectoryContact
from corcom.obligations.actions import record_fact
from corcom.obligations.domain.facts import Fact
from corcom.outbox.actions import release_messages, switch_on_rule
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.reporting.actions import ReceivedReport, file_report
from corcom.reporting.domain.report_values import ReportWanted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _register() -> None:
    acts = [act for act in packaged_actions() if act.convention == "CCM"]
    record_treaty_actions(actions=acts, day=RECORDED_ON, at=AT)


def states_of_messages() -> list[tuple[str, str]]:
    return list(OutgoingMessage.objects.order_by("pk").values_list("recipient", "turn"))


def comes(iso3: str, on: date) -> None:
    """A State's report of 2015 is filed by the secretariat."""
    received = ReceivedReport(file=new_file(), channel="e-mail", received_on=on)
    wanted = ReportWanted(convention="CCM", iso3=iso3, report="annual-report", period=2015)
    file_report(wanted=wanted, received=received, day=on, at=moment_of(on), by="clerk")


def test_a_run_prepares_one_reminder_for_each_state_and_the_next_run_none() -> None:
    a_plan_of_reminders()
    assert told_of(ran(BEFORE, dry=True)) == [("NOR", "would_go"), ("ZMB", "would_go")]
    assert StateReminder.objects.count() == 0
    assert told_of(ran(BEFORE)) == [("NOR", "prepared"), ("ZMB", "prepared")]
    assert told_of(ran(BEFORE)) == told_of(ran(BEFORE + timedelta(days=22))) == []
    assert states_of_messages() == [("mission@nor.example", "prepared"), ("mission@zmb.example", "prepared")]
    zambia = reminders_told(now=AT, iso3="ZMB")[0]
    assert (zambia.words.subject, zambia.sent.period, zambia.sent.due_on) == (
        f"Annual transparency report for 2015: due on 30 April 2016 (CCM/R/2016/{zambia.number}-ZMB)",
        2015,
        date(2016, 4, 30),
    )
    assert zambia.reference == f"CCM/R/2016/{zambia.number}-ZMB"
    assert "which is in 30 days" in zambia.words.body


def test_without_an_address_a_reminder_waits_and_goes_once_there_is_one() -> None:
    a_plan_of_reminders(states=["ZMB"])
    runs = ran(BEFORE)
    lacking = [one for one in runs[0].outcomes if one.came == "lacking"]  # type: ignore[union-attr]  # a run
    assert {(lack.kind, lack.what) for one in lacking for lack in one.reminder.lacks} == {("address", "")}
    DirectoryContact.objects.create(
        delegation="NOR", purpose="transparency_reports", kind="email", value="a@nor.example"
    )
    assert told_of(ran(BEFORE + timedelta(days=1))) == [("NOR", "prepared")]


def test_a_report_that_comes_stops_what_was_prepared_and_all_that_would_follow() -> None:
    a_plan_of_reminders()
    ran(BEFORE)
    comes("ZMB", date(2016, 4, 5))
    day = date(2016, 4, 5)
    stopped = stop_reminders(day=day, by=clerk(), at=moment_of(day))
    assert [(one.iso3, one.why) for one in stopped] == [("ZMB", "received")]
    assert stop_reminders(day=day, by=clerk(), at=moment_of(day)) == []
    assert states_of_messages() == [("mission@nor.example", "prepared"), ("mission@zmb.example", "cancelled")]
    assert told_of(ran(date(2016, 4, 23))) == [("NOR", "prepared")]
    assert told_of(ran(date(2016, 5, 1))) == [("NOR", "prepared")]
    found = reminders_told(now=AT, iso3="ZMB")
    assert [(one.stopped, one.stopped_at) for one in found] == [("received", moment_of(day))]


def test_a_rule_releases_what_is_known_and_a_person_what_asks_about_the_unknown() -> None:
    switch_on_rule(kind=REMINDER, by=clerk(), at=AT)
    a_plan_of_reminders(states=["ZMB"])
    ran(BEFORE)
    assert states_of_messages() == [("mission@zmb.example", "released")]
    ran(date(2016, 5, 1))
    # What was not sent by the day would say that it comes.
    assert states_of_messages() == [("mission@zmb.example", "cancelled"), ("mission@zmb.example", "prepared")]
    assert [one.stopped for one in reminders_told(now=AT)] == [None, "passed"]


def test_a_later_reminder_names_the_earlier_that_left_and_takes_the_place_of_one_that_did_not() -> None:
    a_plan_of_reminders()
    ran(BEFORE)
    post = Postbox()
    with mail_server(post) as server:
        zambia = OutgoingMessage.objects.get(recipient="mission@zmb.example")
        release_messages(messages=[zambia.pk], by=clerk(), at=moment_of(BEFORE))
        list(send_due(mail=mail_settings(server), now=lambda: moment_of(BEFORE)))
    assert post.recipients == ["mission@zmb.example"]
    ran(date(2016, 4, 23))
    later = {row.recipient: row for row in OutgoingMessage.objects.filter(prepared_at=moment_of(date(2016, 4, 23)))}
    assert later["mission@zmb.example"].in_reply_to == zambia.message_id
    assert later["mission@zmb.example"].references == zambia.message_id
    assert later["mission@nor.example"].in_reply_to == ""
    assert [one.stopped for one in reminders_told(now=AT, iso3="NOR")] == [None, "superseded"]
    assert [one.stopped for one in reminders_told(now=AT, iso3="ZMB")] == [None, None]


def test_copies_go_further_on_and_what_is_recorded_as_overdue_goes_on_paper_too() -> None:
    a_plan_of_reminders(states=["ZMB"])
    DirectoryContact.objects.create(
        delegation="ZMB", purpose="transparency_reports", kind="email", value="expert@zmb.example"
    )
    none_came = Fact(
        convention="CCM",
        iso3="ZMB",
        obligation="annual-report",
        kind="outstanding",
        period=2015,
        on="2016-05-20",
        source="minutes",
        certainty="certain",
    )
    record_fact(fact=none_came, day=date(2016, 5, 20), at=AT)
    ran(date(2016, 7, 29))
    (told,) = reminders_told(now=AT, iso3="ZMB")
    assert (told.sent_to, told.addresses, told.copies) == ("overdue", ("expert@zmb.example",), ("mission@zmb.example",))
    assert "overdue by 90 days" in told.words.body
    assert told.docx is not None
    assert told.pdf is not None
    first, copy = OutgoingMessage.objects.order_by("pk")
    assert (first.recipient, copy.recipient) == ("expert@zmb.example", "mission@zmb.example")
    assert copy.text.splitlines()[0] == f"Copy of a reminder to Zambia, number {told.reference}."
    # Whoever gets a copy reads all but the key of the link.
    (link,) = SignedLink.objects.all()
    assert (link.subject, link.party) == ("CCM:ZMB:annual-report:2015", "ZMB")
    own, _, rest = copy.text.removeprefix(copy.text.splitlines()[0]).strip().partition(f"{ADDRESS}…")
    assert first.text.startswith(own + ADDRESS)
    assert first.text.endswith(rest + "\n")
    token = first.text.partition(ADDRESS)[2].split()[0]
    assert link_of(token=token, purpose="report", at=moment_of(date(2016, 7, 29))).number == link.pk
    assert [each.attachments.count() for each in (first, copy)] == [1, 0]


def test_an_unknown_receipt_is_asked_about_and_never_called_overdue() -> None:
    plan = a_plan_of_reminders(states=["ZMB"])
    ran(date(2016, 5, 30))
    (told,) = reminders_told(now=AT, iso3="ZMB")
    assert (told.sent_to, "overdue" in told.words.body) == ("not_known", False)
    # The template is worded anew afterwards: what says more than is known does not go.
    template = plan.plan.stages[3].template
    words = LetterWords(subject="Report", body="The report of {state} is overdue.")
    word_template(template=template, language="en", words=words, revision=1, by=clerk(), at=AT)
    assert told_of(ran(date(2016, 7, 29))) == []
    assert [(lack.kind, lack.what) for lack in in_hand(told_plan(plan.number), "ZMB", date(2016, 7, 29)).lacks] == [
        ("refused", "overdue")
    ]
    with pytest.raises(StageSaysOverdue):
        change_plan(number=plan.number, plan=plan.plan, revision=plan.revision, by=clerk(), at=AT)


def test_of_two_who_prepare_the_same_the_second_prepares_nothing() -> None:
    plan = a_plan_of_reminders(states=["ZMB"])
    one = in_hand(plan, "ZMB", BEFORE)
    numbers = [
        prepare_reminder(plan=plan, reminder=one, writing=WRITING, mail=mail_settings(), day=BEFORE, by=clerk(), at=AT)
        for _ in range(2)
    ]
    assert numbers == [StateReminder.objects.get().pk, None]
    assert OutgoingMessage.objects.count() == 1


def test_an_address_that_is_none_leaves_nothing_half_written_and_the_others_go() -> None:
    a_plan_of_reminders()
    DirectoryContact.objects.filter(delegation="NOR").update(value="no address")
    assert told_of(ran(BEFORE)) == [("NOR", "refused"), ("ZMB", "prepared")]
    assert [row.iso3 for row in StateReminder.objects.all()] == ["ZMB"]


def test_a_plan_is_changed_with_its_history_and_the_second_of_two_is_told() -> None:
    plan = a_plan_of_reminders(on=False)
    shorter = replace(plan.plan, stages=plan.plan.stages[:2], signatory="A. B.")
    change_plan(number=plan.number, plan=shorter, revision=1, by=clerk(), at=AT)
    with pytest.raises(PlanChanged) as caught:
        change_plan(number=plan.number, plan=plan.plan, revision=1, by=clerk(), at=AT)
    assert caught.value.revision == 2
    with pytest.raises(StagesRefused):
        change_plan(number=plan.number, plan=replace(shorter, stages=()), revision=2, by=clerk(), at=AT)
    with pytest.raises(PlanThere):
        begin_ready_made(convention="CCM", obligation="annual-report", by=clerk(), at=AT)
    told = told_plan(plan.number)
    assert [(step.kind, step.by, len(step.plan.stages)) for step in told.steps] == [
        ("drafted", "Carl Clerk", 7),
        ("changed", "Carl Clerk", 2),
    ]
    assert told.plan == shorter


def test_a_plan_that_is_switched_on_late_says_first_how_many_go_and_can_leave_them_out() -> None:
    plan = a_plan_of_reminders(on=False)
    day = date(2016, 4, 10)
    assert len(plan_today(plan, day=day).today) == len(plan_today(plan, day=BEFORE).today) > 80
    assert ran(day) == []
    switch_on_plan(number=plan.number, revision=1, since=day, by=clerk(), at=AT)
    with pytest.raises(PlanSwitched):
        switch_on_plan(number=plan.number, revision=2, since=day, by=clerk(), at=AT)
    assert told_of(ran(day)) == []
    assert told_of(ran(date(2016, 4, 23))) == [("NOR", "prepared"), ("ZMB", "prepared")]


def test_switching_a_plan_off_stops_what_has_not_left() -> None:
    plan = a_plan_of_reminders()
    ran(BEFORE)
    assert switch_off_plan(number=plan.number, revision=plan.revision, by=clerk(), at=AT) == 2
    assert {turn for _, turn in states_of_messages()} == {"cancelled"}
    assert ran(date(2016, 4, 23)) == []
    with pytest.raises(PlanChanged):
        remind_one(plan, "ZMB", date(2016, 4, 23))


def test_a_receipt_that_somebody_records_otherwise_stops_it_too() -> None:
    a_plan_of_reminders()
    ran(BEFORE)
    a_receipt(iso3="NOR", obligation="annual-report", period=2015, on="2016-04-05")
    day = date(2016, 4, 6)
    assert [one.iso3 for one in stop_reminders(day=day, by=clerk(), at=moment_of(day))] == ["NOR"]


def test_one_look_takes_so_many_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    plan = a_plan_of_reminders()
    with django_assert_num_queries(13):
        found = reminders_in_hand(plan, day=BEFORE, writing=WRITING)
    assert len(found) > 80
    ran(BEFORE)
    with django_assert_num_queries(3):
        reminders_told(now=AT)
