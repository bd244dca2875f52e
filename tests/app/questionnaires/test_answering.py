"""Opening, asking, answering by several hands, letters and reminders, with a database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from tests.accounts import account
from tests.factories.mail import mail_settings
from tests.factories.questionnaires import CLOSES, MADE, a_form, answered, opened, parts

from corcom.access.models import User
from corcom.kernel.wording import ENGLISH
from corcom.outbox.domain.writing import Writing
from corcom.outbox.models import OutgoingMessage
from corcom.questionnaires import actions
from corcom.questionnaires.domain.letters import REST
from corcom.questionnaires.models import AnsweredPart, AskedState, HandedInAnswer, Questionnaire
from corcom.questionnaires.queries import asked_states, collation_of, questionnaire, questionnaire_steps
from corcom.reporting.domain.answers import PartAnswer

OUT = Writing(mail=mail_settings(), address=lambda link: f"https://x/{link.party}", wording=lambda _: ENGLISH)
LATER = MADE + timedelta(days=2)
SAID = actions.HandingIn(hand="Ms A", office="Ministry", quoting="by_name")


@pytest.fixture
def anna(db: None) -> User:
    return account("secretariat", "anna")


def letters(number: int, kind: str, anna: User, at: datetime = LATER) -> int:
    return actions.prepare_letters(number=number, kind=kind, out=OUT, by=anna, at=at)  # type: ignore[arg-type]  # one of two


def test_the_second_of_two_who_change_a_draft_is_told(anna: User) -> None:
    number = actions.start_questionnaire(form=a_form(), convention="CCM", by=anna, at=MADE)
    changed = replace(a_form(), languages=("en",))
    assert actions.change_questionnaire(number=number, form=changed, revision=1, by=anna, at=MADE) == 2
    with pytest.raises(actions.QuestionnaireChanged) as refused:
        actions.change_questionnaire(number=number, form=a_form(), revision=1, by=anna, at=MADE)
    assert (refused.value.revision, refused.value.by) == (2, "Anna Lindqvist")
    assert questionnaire(number=number).form == changed  # type: ignore[union-attr]  # it is there


def test_what_is_open_does_not_change(anna: User) -> None:
    number = opened(anna)
    with pytest.raises(actions.NotNow):
        actions.change_questionnaire(number=number, form=a_form(), revision=1, by=anna, at=LATER)


def test_what_is_not_complete_is_not_opened(anna: User) -> None:
    incomplete = replace(a_form(), languages=("en", "es"))
    number = actions.start_questionnaire(form=incomplete, convention="", by=anna, at=MADE)
    with pytest.raises(actions.NotComplete) as refused:
        actions.open_questionnaire(number=number, revision=1, closes_at=CLOSES, by=anna, at=MADE)
    assert len(refused.value.flaws) == 15
    assert Questionnaire.objects.get().opened_at is None


def test_it_does_not_close_before_it_opens(anna: User) -> None:
    with pytest.raises(actions.ClosesInThePast):
        opened(anna, closes_at=MADE)
    assert Questionnaire.objects.count() == 1


def test_a_state_is_asked_once_and_only_in_a_language_of_it(anna: User) -> None:
    number = opened(anna, "HRV")
    with pytest.raises(actions.NobodyToAsk):
        actions.ask_states(number=number, states=[actions.ToAsk(iso3="HRV", language="en")], by=anna, at=MADE)
    for iso3, language in (("XXX", "en"), ("CHE", "es")):
        both = [actions.ToAsk(iso3="NOR", language="en"), actions.ToAsk(iso3=iso3, language=language)]
        with pytest.raises(actions.NotAsked):
            actions.ask_states(number=number, states=both, by=anna, at=MADE)
    assert [*AskedState.objects.values_list("iso3", flat=True)] == ["HRV"]


def test_two_hands_of_one_ministry(anna: User) -> None:
    number = opened(anna, "HRV")
    answer = PartAnswer(state="changed", values={"q1": "100"})
    saved = {"number": number, "iso3": "HRV", "part": "1", "at": MADE}
    assert actions.save_answer(**saved, answer=answer, revision=0, by="Ms A") == 1  # type: ignore[arg-type]  # as they are
    with pytest.raises(actions.PartChanged) as refused:
        actions.save_answer(**saved, answer=PartAnswer(state="changed"), revision=0, by="Mr B")  # type: ignore[arg-type]  # as they are
    assert (refused.value.revision, refused.value.by) == (1, "Ms A")
    (asked,) = asked_states(number=number)
    assert asked.written == {"1": answer}


@pytest.mark.parametrize(
    ("said", "what"),
    [
        (replace(SAID, hand=" "), "hand"),
        (replace(SAID, office=""), "office"),
        (replace(SAID, quoting="perhaps"), "quoting"),
        (replace(SAID, channel="pigeon"), "channel"),
        (replace(SAID, received_on=date(2036, 5, 3)), "received_on"),
        (SAID, "nothing"),
    ],
)
def test_what_is_missing_when_an_answer_is_handed_in(anna: User, said: actions.HandingIn, what: str) -> None:
    number = opened(anna, "HRV")
    with pytest.raises(actions.AnswerRefused) as refused:
        actions.hand_in_answer(number=number, iso3="HRV", said=said, day=MADE.date(), at=MADE)
    assert refused.value.what == what
    assert HandedInAnswer.objects.count() == 0


def test_every_handing_in_is_a_version_and_the_last_by_a_moment_counts(anna: User) -> None:
    number = opened(anna, "HRV", "CHE")
    answered(number, "HRV", q1="100")
    part = parts({"q1": "300"})["1"]
    actions.save_answer(number=number, iso3="HRV", part="1", answer=part, revision=1, at=LATER, by="Ms A")
    assert actions.hand_in_answer(number=number, iso3="HRV", said=SAID, day=LATER.date(), at=LATER) == 2
    found = questionnaire(number=number)
    assert found is not None
    assert (found.asked, found.answered) == (2, 1)
    totals = []
    for at in (MADE, LATER):
        collation = collation_of(found, at=at, language="en")
        assert collation is not None
        numbers = collation.parts[0].questions[0].numbers
        totals.append(numbers.total if numbers else None)
    assert totals == [Decimal(100), Decimal(300)]


def test_what_a_state_allows_now_holds_for_what_it_handed_in_before(anna: User) -> None:
    number = opened(anna, "HRV")
    answered(number, "HRV", q4="No law.")
    said = replace(SAID, quoting="counted_only")
    actions.hand_in_answer(number=number, iso3="HRV", said=said, day=LATER.date(), at=LATER)
    found = questionnaire(number=number)
    assert found is not None
    collation = collation_of(found, at=MADE, language="en")
    assert collation is not None
    assert [(one.answered, one.quoted) for one in collation.parts[1].questions if one.field.code == "q4"] == [(1, ())]


def test_after_the_closing_day_a_letter_is_still_written_down_until_it_is_closed(anna: User) -> None:
    number = opened(anna, "HRV")
    with pytest.raises(actions.NotNow) as refused:
        answered(number, "HRV", at=CLOSES, q1="100")
    assert (refused.value.state, refused.value.ended_at) == ("closed", CLOSES)
    assert AnsweredPart.objects.count() == 0
    part = parts({"q1": "100"})["1"]
    actions.save_answer(
        number=number, iso3="HRV", part="1", answer=part, revision=0, at=CLOSES, by="anna", for_state=True
    )
    said = replace(SAID, channel="letter", received_on=date(2036, 6, 9))
    actions.hand_in_answer(number=number, iso3="HRV", said=said, day=CLOSES.date(), at=CLOSES, by=anna)
    actions.close_questionnaire(number=number, by=anna, at=CLOSES)
    with pytest.raises(actions.NotNow):
        actions.hand_in_answer(number=number, iso3="HRV", said=said, day=CLOSES.date(), at=CLOSES, by=anna)
    (asked,) = asked_states(number=number)
    assert [(one.channel, str(one.received_on), one.by) for one in asked.versions] == [
        ("letter", "2036-06-09", "Anna Lindqvist")
    ]


def test_it_opens_again_with_another_closing_day(anna: User) -> None:
    number = opened(anna, "HRV")
    actions.close_questionnaire(number=number, by=anna, at=LATER)
    actions.move_closing_day(number=number, closes_at=CLOSES, by=anna, at=LATER)
    assert answered(number, "HRV", at=LATER, q1="1") == 1
    assert [one.kind for one in questionnaire_steps(number=number)] == ["moved", "closed", "asked", "opened", "started"]


def test_each_state_gets_one_invitation_and_then_reminders_with_a_rest_before_each(anna: User) -> None:
    number = opened(anna, "HRV", "CHE", "NOR")
    AskedState.objects.filter(iso3="NOR").update(address="")
    assert [letters(number, "reminder", anna), letters(number, "invitation", anna)] == [0, 2]
    answered(number, "HRV", at=LATER, q1="1")
    assert [letters(number, "invitation", anna), letters(number, "reminder", anna)] == [0, 0]
    assert [letters(number, "reminder", anna, at=LATER + days * REST) for days in (1, 1.5, 2)] == [1, 0, 1]
    sent = OutgoingMessage.objects.order_by("pk").values_list("kind", "recipient", "subject")
    assert [*sent] == [
        ("questionnaire", "che@mission.example", "Questionnaire: Ways of paying"),
        ("questionnaire", "hrv@mission.example", "Questionnaire: Ways of paying"),
        ("questionnaire_reminder", "che@mission.example", "Reminder: Ways of paying"),
        ("questionnaire_reminder", "che@mission.example", "Reminder: Ways of paying"),
    ]


def test_an_address_that_was_found_later_gets_its_invitation(anna: User) -> None:
    number = opened(anna, "HRV", "CHE")
    AskedState.objects.filter(iso3="CHE").update(address="")
    found = {"CHE": "geneva@che.example", "HRV": "other@hrv.example"}
    add = {"number": number, "addresses": found, "by": anna, "at": LATER}
    assert [actions.add_addresses(**add), actions.add_addresses(**add)] == [1, 0]  # type: ignore[arg-type]  # as they are
    assert letters(number, "invitation", anna) == 2
    sent = OutgoingMessage.objects.order_by("recipient").values_list("recipient", flat=True)
    assert [*sent] == ["geneva@che.example", "hrv@mission.example"]


def test_a_link_that_was_withdrawn_gets_no_letter_and_another_does(anna: User) -> None:
    number = opened(anna, "HRV")
    actions.withdraw_asked_link(number=number, iso3="HRV", by=anna, at=MADE)
    assert letters(number, "invitation", anna) == 0
    actions.renew_link(number=number, iso3="HRV", by=anna, at=MADE)
    assert letters(number, "invitation", anna) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_a_collation_takes_four_queries_however_many_answered(
    anna: User, count: int, django_assert_num_queries: object
) -> None:
    codes = ("HRV", "CHE", "NOR")[:count]
    number = opened(anna, *codes)
    for iso3 in codes:
        answered(number, iso3, q1="1")
    with django_assert_num_queries(4):  # type: ignore[operator]  # a fixture of pytest-django
        found = questionnaire(number=number)
        assert found is not None
        assert collation_of(found, at=MADE, language="en") is not None
