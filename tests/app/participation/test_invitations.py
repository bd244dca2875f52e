from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from tests.factories.invited import ANA, ANSWER_BY, SORRY, ZAMBIA_COMES, an_invited_meeting, answered, invited
from tests.factories.mail import mail_settings
from tests.factories.plans import a_plan
from tests.factories.rows import AT, new_user

from corcom.access.models import User
from corcom.access.queries import GivenLink, LinkRefused, link_of
from corcom.kernel.errors import ChangedMeanwhile
from corcom.kernel.wording import ENGLISH
from corcom.meetings.actions import cancel_meeting
from corcom.outbox.domain.draft_checks import AddressRefused
from corcom.outbox.domain.writing import Writing
from corcom.outbox.models import OutgoingMessage
from corcom.participation import actions
from corcom.participation.domain.answer_errors import NoHead
from corcom.participation.domain.answers import DelegationAnswer
from corcom.participation.domain.invitees import InvitationRefused, invitee
from corcom.participation.queries import (
    NoSuchInvitation,
    answer_at,
    answers,
    invitation_by_link,
    invitations,
    next_reminder,
)


@pytest.fixture
def officer() -> User:
    return new_user(name="Anna Lindqvist")


@pytest.fixture
def number(officer: User) -> int:
    return an_invited_meeting(officer)


def writing() -> Writing:
    def address(link: GivenLink) -> str:
        return f"https://corcom.example/answer/?key={link.token}"

    return Writing(mail=mail_settings(), address=address, wording=lambda _language: ENGLISH)


def prepare(number: int, officer: User, reminder: int = 0) -> actions.PreparedLetters:
    return actions.prepare_letters(meeting=number, number=reminder, writing=writing(), by=officer, at=AT)


def test_each_delegation_has_a_link_of_its_own(number: int, officer: User) -> None:
    found = invitations(meeting=number)
    assert [(one.code, one.name, one.invited_as, one.answer_by) for one in found] == [
        ("icrc", "ICRC", "organisation", ANSWER_BY),
        ("NOR", "Norway", "state", ANSWER_BY),
        ("guest:survivors-network", "Survivors’ Network", "special_invitee", ANSWER_BY),
        ("ZMB", "Zambia", "state", ANSWER_BY),
    ]
    tokens = {one.link.token for one in found}
    assert len(tokens) == 4
    for one in found:
        link = link_of(token=one.link.token, purpose="invitation", at=AT)
        assert (link.subject, link.party) == (f"meeting:{number}", one.code)
        assert invitation_by_link(link=link.number) == one
    asked = [invitee("NOR", email="other@example.org"), invitee("CHL"), invitee("CHL")]
    assert actions.invite(meeting=number, delegations=asked, answer_by=ANSWER_BY, by=officer, at=AT) == 1
    assert invited(number, "NOR").email == "nor@example.org"


@pytest.mark.parametrize(
    ("answer_by", "wrong"), [(date(2016, 5, 1), "too_early"), (date(2016, 7, 1), "too_late")], ids=["over", "after"]
)
def test_a_last_day_that_cannot_be_is_refused(officer: User, answer_by: date, wrong: str) -> None:
    number = a_plan(officer)
    with pytest.raises(InvitationRefused) as refused:
        actions.invite(meeting=number, delegations=[invitee("NOR")], answer_by=answer_by, by=officer, at=AT)
    assert (refused.value.wrong, refused.value.name, invitations(meeting=number)) == (wrong, answer_by, [])


def test_what_cannot_be_invited_is_refused_and_nothing_is_half_done(officer: User) -> None:
    number = a_plan(officer)
    given: dict[str, Any] = {"meeting": number, "answer_by": ANSWER_BY, "by": officer, "at": AT}
    with pytest.raises(InvitationRefused, match="delegation XXX"):
        invitee("XXX")
    with pytest.raises(InvitationRefused, match="nobody"):
        actions.invite(delegations=[], **given)
    with pytest.raises(AddressRefused):
        actions.invite(delegations=[invitee("CHL"), invitee("NOR", email="norway")], **given)
    cancel_meeting(meeting=number, by=officer, at=AT)
    with pytest.raises(InvitationRefused, match="cancelled"):
        actions.invite(delegations=[invitee("CHL")], **given)
    assert invitations(meeting=number) == []


def test_an_answer_can_be_changed_and_every_version_stays(number: int, officer: User) -> None:
    assert answered(number, "ZMB", ZAMBIA_COMES) == 1
    assert answered(number, "ZMB", ZAMBIA_COMES) == 1
    assert answered(number, "ZMB", SORRY, officer) == 2
    found = invited(number, "ZMB")
    assert found.last is not None
    assert (found.version, found.last.answer, found.last.by) == (2, SORRY, "Anna Lindqvist")
    assert [(one.version, one.answer, one.by) for one in answers(invitation=found.number)] == [
        (2, SORRY, "Anna Lindqvist"),
        (1, ZAMBIA_COMES, ""),
    ]
    assert [answer_at(invitation=found.number, version=version) for version in (0, 1)] == [None, ZAMBIA_COMES]


def test_the_second_of_two_is_told_and_overwrites_nothing(number: int) -> None:
    found = invited(number, "ZMB")
    answered(number, "ZMB", ZAMBIA_COMES)
    with pytest.raises(ChangedMeanwhile) as changed:
        actions.answer_invitation(number=found.number, answer=SORRY, version=0, by=None, at=AT)
    assert (changed.value.version, invited(number, "ZMB").version) == (1, 1)


def test_answers_end_with_the_last_day_where_the_meeting_is(number: int, officer: User) -> None:
    found = invited(number, "ZMB")
    before, after = datetime(2016, 6, 20, 21, 59, tzinfo=UTC), datetime(2016, 6, 20, 22, 0, tzinfo=UTC)
    given: dict[str, Any] = {"number": found.number, "version": 0, "answer": ZAMBIA_COMES}
    with pytest.raises(actions.AnswerTooLate) as late:
        actions.answer_invitation(by=None, at=after, **given)
    assert (late.value.answer_by, invited(number, "ZMB").last) == (ANSWER_BY, None)
    assert actions.answer_invitation(by=None, at=before, **given) == 1
    # The secretariat writes down what it is told, also later.
    assert actions.answer_invitation(by=officer, at=after, **{**given, "version": 1, "answer": SORRY}) == 2


def test_an_answer_that_cannot_be_writes_nothing(number: int, officer: User) -> None:
    with pytest.raises(NoHead):
        answered(number, "ZMB", DelegationAnswer(said="attends", people=(replace(ANA, is_head=False),)))
    assert invited(number, "ZMB").version == 0
    cancel_meeting(meeting=number, by=officer, at=AT)
    with pytest.raises(actions.MeetingOff):
        answered(number, "ZMB", ZAMBIA_COMES)


def test_a_link_is_withdrawn_with_the_invitation_and_renewed_without_losing_the_answer(
    number: int, officer: User
) -> None:
    answered(number, "ZMB", ZAMBIA_COMES)
    found = invited(number, "ZMB")
    link = actions.renew_link(number=found.number, by=officer, at=AT)
    with pytest.raises(LinkRefused, match="withdrawn"):
        link_of(token=found.link.token, purpose="invitation", at=AT)
    now = invitation_by_link(link=link_of(token=link.token, purpose="invitation", at=AT).number)
    assert now.last is not None
    assert now.last.answer == ZAMBIA_COMES
    actions.withdraw_invitation(number=found.number, by=officer, at=AT)
    with pytest.raises(LinkRefused, match="withdrawn"):
        link_of(token=link.token, purpose="invitation", at=AT)
    with pytest.raises(NoSuchInvitation):
        answered(number, "ZMB", SORRY)
    asked = [invitee("ZMB")]
    assert actions.invite(meeting=number, delegations=asked, answer_by=ANSWER_BY, by=officer, at=AT) == 1
    assert (invited(number, "ZMB").is_withdrawn, invited(number, "ZMB").version) == (False, 1)


def test_letters_are_prepared_once_and_wait_for_a_person(number: int, officer: User) -> None:
    actions.change_invitation(
        number=invited(number, "icrc").number, email="", language="fr", answer_by=ANSWER_BY, by=officer, at=AT
    )
    first = prepare(number, officer)
    assert (first.prepared, first.without_address) == (3, ("ICRC",))
    assert prepare(number, officer) == actions.PreparedLetters(prepared=0, batch="", without_address=("ICRC",))
    rows = list(OutgoingMessage.objects.order_by("recipient"))
    assert [(row.kind, row.recipient, row.turn, row.batch) for row in rows] == [
        ("invitation", f"{who}@example.org", "prepared", first.batch) for who in ("guest", "nor", "zmb")
    ]
    norway = invited(number, "NOR")
    assert rows[1].subject == "Invitation: Coordination Committee, 30 June 2016"
    assert f"https://corcom.example/answer/?key={norway.link.token}" in rows[1].text.split("\n")
    assert (rows[1].about_kind, rows[1].about_number) == ("invitation", norway.number)
    actions.renew_link(number=norway.number, by=officer, at=AT)
    assert prepare(number, officer).prepared == 1


def test_a_reminder_goes_only_to_those_who_have_not_answered_and_to_nobody_twice(number: int, officer: User) -> None:
    assert prepare(number, officer, 1).prepared == 0
    prepare(number, officer)
    answered(number, "ZMB", ZAMBIA_COMES)
    actions.withdraw_invitation(number=invited(number, "guest:survivors-network").number, by=officer, at=AT)
    assert next_reminder(invitations(meeting=number)) == 1
    assert prepare(number, officer, 1).prepared == 2
    assert prepare(number, officer, 1).prepared == 0
    rows = OutgoingMessage.objects.filter(kind="invitation_reminder").order_by("recipient")
    assert [row.recipient for row in rows] == ["icrc@example.org", "nor@example.org"]
    answered(number, "NOR", SORRY)
    assert next_reminder(invitations(meeting=number)) == 2
    assert prepare(number, officer, 2).prepared == 1
