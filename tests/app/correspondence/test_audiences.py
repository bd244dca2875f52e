"""Audiences: saved, changed by two, retired, asked of what is recorded, and compared with what was used."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.accounts import account
from tests.factories.audiences import THAT_DAY, criterion, question
from tests.factories.register import the_register

from corcom.access.models import User
from corcom.correspondence.actions.audience_errors import (
    AudienceChanged,
    AudienceNameRefused,
    AudienceNameTaken,
    AudienceRetired,
    NoSuchAudience,
)
from corcom.correspondence.actions.audiences import (
    change_audience,
    make_audience,
    record_use,
    retire_audience,
    take_up_audience,
)
from corcom.correspondence.domain.audience.question import AudienceQuestion, addressees, changes
from corcom.correspondence.models import Audience, AudienceStep
from corcom.correspondence.queries.audience_facts import audience_facts
from corcom.correspondence.queries.audiences import audience, audience_named, audience_steps, audiences, last_use
from corcom.meetings.models import Attendance, Meeting
from corcom.register.actions import take_over_votes
from corcom.register.domain.votes import packaged_votes

AT = datetime(2026, 11, 10, 9, tzinfo=UTC)
UNKNOWN = question(criterion("report"))
SIGNED = question(criterion("standing", standings=["signatory"]))

pytestmark = pytest.mark.django_db


def anna() -> User:
    return User.objects.filter(username="anna").first() or account("secretariat", "anna")


def made(name: str = "Nothing recorded", asked: AudienceQuestion = UNKNOWN) -> int:
    return make_audience(name=name, question=asked, by=anna(), at=AT)


def test_an_audience_is_made_changed_and_retired_with_its_history() -> None:
    number = made("  Nothing   recorded ")
    revision = change_audience(number=number, revision=1, name="Signed", question=SIGNED, by=anna(), at=AT)
    assert change_audience(number=number, revision=revision, name="Signed", question=SIGNED, by=anna(), at=AT) == 2
    retire_audience(number=number, by=anna(), at=AT)
    with pytest.raises(AudienceRetired):
        change_audience(number=number, revision=3, name="X", question=SIGNED, by=anna(), at=AT)
    take_up_audience(number=number, by=anna(), at=AT)
    take_up_audience(number=number, by=anna(), at=AT)
    assert [(step.kind, step.name, step.question) for step in audience_steps(number=number)] == [
        ("taken_up", "Signed", SIGNED),
        ("retired", "Signed", SIGNED),
        ("changed", "Signed", SIGNED),
        ("made", "Nothing recorded", UNKNOWN),
    ]
    found = audience_named(name="signed")
    assert found == audience(number=number)
    assert found
    assert (found.revision, found.question, found.retired_at, found.changed_by) == (4, SIGNED, None, "Anna Lindqvist")


def test_of_two_who_change_it_the_second_is_told() -> None:
    number = made()
    change_audience(number=number, revision=1, name="Signed", question=SIGNED, by=anna(), at=AT)
    with pytest.raises(AudienceChanged) as refused:
        change_audience(number=number, revision=1, name="Mine", question=UNKNOWN, by=anna(), at=AT)
    assert (refused.value.now.name, refused.value.now.question, refused.value.now.revision) == ("Signed", SIGNED, 2)
    assert [one.name for one in audiences()] == ["Signed"]
    assert AudienceStep.objects.count() == 2


def test_what_is_refused_leaves_nothing() -> None:
    number = made()
    with pytest.raises(AudienceNameTaken) as taken:
        made("nothing RECORDED")
    assert taken.value.number == number
    for name in ("  ", "x" * 201):
        with pytest.raises(AudienceNameRefused):
            made(name)
    with pytest.raises(NoSuchAudience):
        retire_audience(number=number + 1, by=anna(), at=AT)
    retire_audience(number=number, by=anna(), at=AT)
    with pytest.raises(AudienceRetired):
        record_use(number=number, day=THAT_DAY, states=(), by=anna(), at=AT)
    assert (Audience.objects.count(), AudienceStep.objects.count(), last_use(number=number)) == (1, 2, None)


def test_it_is_asked_again_and_compared_with_what_was_used(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    the_register()
    take_over_votes(new=packaged_votes(), corrected={}, at=AT)
    meeting = Meeting.objects.create(
        convention="CCM", body="Coordination Committee", date="2016-04-28", starts_on=THAT_DAY, ends_on=THAT_DAY
    )
    for place, (code, status) in enumerate((("HRV", "present"), ("NOR", "apologies"), ("icrc", "present"))):
        Attendance.objects.create(meeting=meeting, code=code, name=code, status=status, position=place)
    asked = question(criterion("standing", standings=["signatory"]), criterion("vote"))
    number = made("Voted yes", asked)
    with django_assert_num_queries(13):
        facts = audience_facts(convention="CCM")["CCM"]
    with django_assert_num_queries(13):
        assert list(audience_facts()) == ["APMBC", "ATT", "CCM"]
    came = question(criterion("meeting", meeting=meeting.pk))
    assert [one.iso3 for one in addressees(came, facts, THAT_DAY)] == ["HRV"]
    first = addressees(asked, facts, THAT_DAY)
    record_use(number=number, day=THAT_DAY, states=first, by=anna(), at=AT, purpose="letter 1")
    used = last_use(number=number)
    assert used
    assert (used.states, used.day, used.purpose, used.by) == (first, THAT_DAY, "letter 1", "Anna Lindqvist")
    later = date(2017, 4, 28)
    found = changes((one.iso3 for one in used.states), (one.iso3 for one in addressees(asked, facts, later)), later)
    assert (found.came_in, found.went_out) == (("AGO", "HTI"), ("GMB",))


def test_concerns_are_kept_with_a_use() -> None:
    the_register()
    facts = audience_facts(convention="CCM")["CCM"]
    number, states = made(), addressees(UNKNOWN, facts, THAT_DAY)
    record_use(number=number, day=THAT_DAY, states=states, by=anna(), at=AT + timedelta(days=1))
    used = last_use(number=number)
    assert used
    assert used.states == states
    assert {one.concern.obligation for one in used.states if one.concern} == {"initial-report"}


def test_a_question_that_the_rulebooks_know_no_more_is_told_as_such() -> None:
    number = made()
    Audience.objects.filter(pk=number).update(question={"convention": "XYZ", "criteria": []})
    found = audience(number=number)
    assert found
    assert (found.question, str(found.flaw)) == (None, "There is no convention “XYZ”; there are APMBC, ATT, CCM.")
