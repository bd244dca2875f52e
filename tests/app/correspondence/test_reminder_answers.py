"""Answers to reminders: they find their reminder by its number, end nothing, and hold the next one back until they are read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.answers import an_answer
from tests.factories.letters import WRITING
from tests.factories.messages import clerk, released
from tests.factories.register import RECORDED_ON
from tests.factories.reminders import ADDRESS, BEFORE, a_plan_of_reminders, in_hand, moment_of, ran, told_of, told_plan
from tests.factories.rows import AT

from corcom.access.models import SignedLink
from corcom.correspondence.actions import make_template, word_template
from corcom.correspondence.actions.reminders import NoSuchAnswer, change_plan, read_answer
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.reminders.filling import StageFieldRefused
from corcom.correspondence.models import ReadAnswer, StateReminder
from corcom.correspondence.queries.reminders import reminders_by_number, reminders_told
from corcom.outbox.actions import Filed, receive_message, release_messages
from corcom.outbox.domain.letter_numbers import LetterNumber
from corcom.outbox.models import OutgoingMessage
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.reporting.models import TransparencyReport

pytestmark = pytest.mark.django_db
NEXT = date(2016, 4, 23)
ZAMBIA = "mission@zmb.example"


@pytest.fixture(autouse=True)
def _register() -> None:
    acts = [act for act in packaged_actions() if act.convention == "CCM"]
    record_treaty_actions(actions=acts, day=RECORDED_ON, at=AT)


def reminded() -> StateReminder:
    """Zambia's reminder, which was let out, as was Norway's."""
    ran(BEFORE)
    release_messages(messages=list(OutgoingMessage.objects.values_list("pk", flat=True)), by=clerk(), at=AT)
    return StateReminder.objects.get(iso3="ZMB")


def came(subject: str, *, sender: str = ZAMBIA, text: str = "We shall report in May.", **headers: str) -> Filed:
    content = an_answer(subject=subject, sender=sender, text=text, message_id=f"<{hash((subject, sender))}@x>")
    if headers:
        content = an_answer(subject=subject, sender=sender, text=text, headers=headers, message_id="<auto@x>")
    return receive_message(
        content=content, name="a.eml", largest=10**6, at=moment_of(date(2016, 4, 5)), finders=[reminders_by_number]
    )


def test_what_is_looked_at_is_what_goes_but_for_the_number_and_the_key_of_the_link() -> None:
    plan = a_plan_of_reminders(states=["ZMB"])
    seen = in_hand(plan, "ZMB", BEFORE).written(WRITING)
    assert seen is not None
    # Looking gives no link and begins no report.
    assert (SignedLink.objects.count(), TransparencyReport.objects.count()) == (0, 0)
    ran(BEFORE)
    message = OutgoingMessage.objects.get()
    number = f"CCM/R/2016/{StateReminder.objects.get().pk}-ZMB"
    token = message.text.partition(ADDRESS)[2].split()[0]
    (would_go,) = seen.messages
    assert (message.recipient, message.subject, message.text) == (
        would_go.recipient,
        would_go.subject.replace("CCM/R/2016/…-ZMB", number),
        would_go.text.replace("…", token),
    )
    assert TransparencyReport.objects.get().iso3 == "ZMB"


def test_a_state_that_has_a_link_gets_the_same_again_while_it_holds() -> None:
    a_plan_of_reminders(states=["ZMB"])
    ran(BEFORE)
    ran(NEXT)
    assert SignedLink.objects.count() == 1
    # A month after the deadline the first one opens no more for long enough.
    ran(date(2016, 5, 30))
    assert [link.subject for link in SignedLink.objects.all()] == ["CCM:ZMB:annual-report:2015"] * 2
    assert [one.answer_due_on for one in reminders_told(now=AT)] == [date(2016, 6, 29), None, None]


def test_a_reply_that_names_the_number_files_itself() -> None:
    a_plan_of_reminders()
    row = reminded()
    number = f"CCM/R/2016/{row.pk}-ZMB"
    message = OutgoingMessage.objects.get(recipient=ZAMBIA)
    filed = came(f"Your note {number}")
    assert filed.answers == message.pk
    in_words = came("Our report", text=f"With reference to {number.lower()}, we shall report in May.")
    without_the_state = came(f"Ref. CCM/R/2016/{row.pk}")
    assert (in_words.answers, without_the_state.answers) == (message.pk, message.pk)
    (told,) = reminders_told(now=AT, iso3="ZMB")
    assert [(one.sender, one.on, one.says.strip()[:10], one.is_read) for one in told.answers] == [
        (ZAMBIA, date(2016, 4, 5), "We shall r", False),
        (ZAMBIA, date(2016, 4, 5), "With refer", False),
        (ZAMBIA, date(2016, 4, 5), "We shall r", False),
    ]


def test_what_is_not_certain_waits_for_a_person() -> None:
    a_plan_of_reminders()
    row = reminded()
    norway = StateReminder.objects.get(iso3="NOR")
    number = f"CCM/R/2016/{row.pk}-ZMB"
    released(recipient=ZAMBIA, subject="CCM/L/2016/3-ZMB: a letter")
    for subject, sender in (
        (f"Re: {number}", "stranger@elsewhere.example"),
        (f"Re: {number} and CCM/R/2016/{norway.pk}-NOR", ZAMBIA),
        (f"CCM/R/2015/{row.pk}-ZMB", ZAMBIA),
        (f"CCM/R/2016/{row.pk}-NOR", ZAMBIA),
        # The number of a letter is proposed to a person, and files nothing.
        ("CCM/L/2016/3-ZMB", ZAMBIA),
    ):
        assert came(subject, sender=sender).answers is None
    automatic = came(f"Out of office: {number}", **{"Auto-Submitted": "auto-replied"})
    assert (automatic.kind, automatic.answers) == ("automatic", None)
    assert reminders_by_number(LetterNumber("CCM", 2016, row.pk, "ZMB")) == []


def test_an_answer_holds_the_next_reminder_back_until_somebody_has_read_it() -> None:
    plan = a_plan_of_reminders()
    row = reminded()
    answer = came(f"CCM/R/2016/{row.pk}-ZMB").number
    assert told_of(ran(NEXT)) == [("NOR", "prepared"), ("ZMB", "answered")]
    assert [one.message for one in in_hand(plan, "ZMB", NEXT).unread] == [answer]
    assert read_answer(message=answer, by=clerk(), at=moment_of(NEXT)) is True
    assert read_answer(message=answer, by=clerk(), at=moment_of(NEXT)) is False
    (read,) = ReadAnswer.objects.all()
    assert (read.message_id, read.at) == (answer, moment_of(NEXT))
    assert told_of(ran(NEXT)) == [("ZMB", "prepared")]


def test_a_plan_can_go_on_whatever_was_answered() -> None:
    plan = a_plan_of_reminders()
    row = reminded()
    came(f"CCM/R/2016/{row.pk}-ZMB")
    terms = replace(plan.plan, waits_for_answers=False)
    change_plan(number=plan.number, plan=terms, revision=plan.revision, by=clerk(), at=AT)
    assert told_plan(plan.number).plan == terms
    assert told_of(ran(NEXT)) == [("NOR", "prepared"), ("ZMB", "prepared")]


def test_only_an_answer_to_a_reminder_is_read() -> None:
    (other,) = released(recipient=ZAMBIA)
    filed = receive_message(
        content=an_answer(headers={"In-Reply-To": other.message_id}), name="a.eml", largest=10**6, at=AT
    )
    assert filed.answers == other.pk
    for number in (filed.number, 999):
        with pytest.raises(NoSuchAnswer):
            read_answer(message=number, by=clerk(), at=AT)


def test_a_field_that_reminders_cannot_fill_is_refused_when_the_plan_and_when_the_template_is_kept() -> None:
    plan = a_plan_of_reminders(on=False)
    words = LetterWords(subject="Report", body="Please answer {state} by {answer_by}.")
    asks = make_template(name="Asks", convention="CCM", language="en", words=words, by=clerk(), at=AT)
    stages = (replace(plan.plan.stages[0], template=asks), *plan.plan.stages[1:])
    with pytest.raises(StageFieldRefused) as caught:
        change_plan(number=plan.number, plan=replace(plan.plan, stages=stages), revision=1, by=clerk(), at=AT)
    assert (caught.value.days, caught.value.language, caught.value.field) == (-30, "en", "answer_by")
    with pytest.raises(StageFieldRefused) as worded:
        word_template(template=plan.plan.stages[0].template, language="fr", words=words, revision=1, by=clerk(), at=AT)
    assert worded.value.field == "answer_by"
    # Where no plan uses it, a template may ask for what a letter knows.
    word_template(template=asks, language="fr", words=words, revision=0, by=clerk(), at=AT)
