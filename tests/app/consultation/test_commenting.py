from __future__ import annotations

from datetime import timedelta

import pytest
from tests.factories.consultations import AFTER, BEFORE, TEXT, circulated

from corcom.access.models import User
from corcom.consultation import actions, queries
from corcom.consultation.domain.comments import GENERAL, Comment, CommentRefused, Place
from corcom.consultation.queries import PartyAnswer

THIRD = Place("at", "3")
LATER = Comment(place=THIRD, change="wording", wording=TEXT[2].text.replace("17 June", "1 July"))


def said(number: int, party: str = "") -> list[tuple[str, Comment, int]]:
    return [(each.party, each.comment, each.version) for each in queries.comments_on(number, party=party)]


def test_comments_are_kept_in_the_order_of_the_text(officer: User) -> None:
    number = circulated(officer).number
    after = Comment(place=Place("after", "1"), wording=" New.\r\nLine. ")
    general = Comment(place=GENERAL, text="Clear.")
    for party, comment in (("ZMB", LATER), ("AUT", LATER), ("ZMB", after), ("NOR", general)):
        actions.comment_on(number=number, party=party, comment=comment, version=0, at=BEFORE, said_by="Kari")
    kept = Comment(place=Place("after", "1"), change="wording", wording="New.\nLine.")
    assert said(number) == [("NOR", general, 1), ("ZMB", kept, 1), ("AUT", LATER, 1), ("ZMB", LATER, 1)]
    assert queries.answers(number)[1] == PartyAnswer(party="ZMB", comments=2, no_comments=False, last_at=BEFORE)


def test_a_comment_is_changed_and_taken_back_and_its_history_stays(officer: User) -> None:
    number = circulated(officer).number
    actions.comment_on(number=number, party="AUT", comment=LATER, version=0, at=BEFORE)
    changed = Comment(place=THIRD, text="Rather not.", change="deletion", wording="not kept")
    actions.comment_on(number=number, party="AUT", comment=changed, version=1, at=BEFORE)
    assert said(number) == [("AUT", Comment(place=THIRD, text="Rather not.", change="deletion"), 2)]
    actions.comment_on(number=number, party="AUT", comment=Comment(place=THIRD), version=2, at=BEFORE)
    assert said(number) == []
    assert [(each.version, each.withdrawn) for each in queries.comments_ever(number)] == [
        (1, False),
        (2, False),
        (3, True),
    ]
    actions.comment_on(number=number, party="AUT", comment=LATER, version=3, at=BEFORE)
    assert said(number) == [("AUT", LATER, 4)]


def test_saying_the_same_or_nothing_adds_nothing(officer: User) -> None:
    number = circulated(officer).number
    actions.comment_on(number=number, party="AUT", comment=Comment(place=THIRD), version=0, at=BEFORE)
    actions.comment_on(number=number, party="AUT", comment=LATER, version=0, at=BEFORE)
    actions.comment_on(number=number, party="AUT", comment=LATER, version=1, at=BEFORE)
    assert [each.version for each in queries.comments_ever(number)] == [1]


def test_the_second_of_two_colleagues_sees_what_the_first_wrote(officer: User) -> None:
    number = circulated(officer).number
    actions.comment_on(number=number, party="AUT", comment=LATER, version=0, at=BEFORE, said_by="Kari")
    with pytest.raises(actions.CommentChanged) as changed:
        actions.comment_on(
            number=number, party="AUT", comment=Comment(place=THIRD, text="Mine."), version=0, at=BEFORE, said_by="Ola"
        )
    theirs = changed.value.theirs
    assert (theirs.said_by, theirs.version, theirs.comment) == ("Kari", 1, LATER)
    assert said(number) == [("AUT", LATER, 1)]


def test_no_comments_is_said_and_taken_back_by_a_comment(officer: User) -> None:
    number = circulated(officer).number
    actions.say_no_comments(number=number, party="ZMB", at=BEFORE)
    actions.say_no_comments(number=number, party="ZMB", at=BEFORE + timedelta(hours=1))
    answered = PartyAnswer(party="ZMB", comments=0, no_comments=True, last_at=BEFORE)
    assert (queries.answers(number)[1], answered.answered) == (answered, True)
    actions.comment_on(number=number, party="ZMB", comment=LATER, version=0, at=BEFORE)
    assert said(number) == [("ZMB", LATER, 1)]
    with pytest.raises(actions.CommentsThere):
        actions.say_no_comments(number=number, party="ZMB", at=BEFORE)


@pytest.mark.parametrize(
    ("comment", "wrong", "value"),
    [
        (Comment(place=Place("at", "99"), text="?"), "paragraph", "99"),
        (Comment(place=Place("after", "0"), wording="?"), "paragraph", "0"),
        (Comment(place=THIRD, change="wording", wording=" \n "), "empty", "3"),
        (Comment(place=THIRD, change="wording", wording="x" * 20_001), "long", "20000"),
        (Comment(place=THIRD, text="x" * 10_001), "long", "10000"),
        (Comment(place=GENERAL, change="deletion"), "deletion", ""),
    ],
)
def test_what_cannot_be_said_is_refused(officer: User, comment: Comment, wrong: str, value: str) -> None:
    number = circulated(officer).number
    with pytest.raises(CommentRefused) as refused:
        actions.comment_on(number=number, party="AUT", comment=comment, version=0, at=BEFORE)
    assert (refused.value.wrong, refused.value.value) == (wrong, value)
    assert queries.comments_ever(number) == []


def test_nobody_comments_after_the_deadline_or_uninvited(officer: User) -> None:
    found = circulated(officer)
    with pytest.raises(actions.ConsultationClosed) as closed:
        actions.comment_on(number=found.number, party="AUT", comment=LATER, version=0, at=AFTER)
    assert closed.value.closes_at == found.closes_at
    with pytest.raises(actions.ConsultationClosed):
        actions.say_no_comments(number=found.number, party="AUT", at=AFTER)
    with pytest.raises(actions.NotConsulted):
        actions.comment_on(number=found.number, party="FRA", comment=LATER, version=0, at=BEFORE)


def test_the_deadline_is_extended_before_it_passed_and_never_shortened(officer: User) -> None:
    found = circulated(officer)
    with pytest.raises(actions.DeadlineNotLater):
        actions.extend_deadline(
            number=found.number, closes_at=found.closes_at - timedelta(days=1), reason="", by=officer, at=BEFORE
        )
    later = found.closes_at + timedelta(days=7)
    made = actions.extend_deadline(number=found.number, closes_at=later, reason="Holidays", by=officer, at=BEFORE)
    assert [(each.closes_at, each.reason) for each in made.deadlines] == [(found.closes_at, ""), (later, "Holidays")]
    assert actions.comment_on(number=found.number, party="AUT", comment=LATER, version=0, at=AFTER) is not None
    with pytest.raises(actions.ConsultationClosed):
        actions.extend_deadline(
            number=found.number, closes_at=later + timedelta(days=1), reason="", by=officer, at=later
        )


def test_a_text_under_silence_takes_no_comments(officer: User) -> None:
    number = circulated(officer, procedure="silence").number
    with pytest.raises(actions.OtherProcedure):
        actions.comment_on(number=number, party="AUT", comment=LATER, version=0, at=BEFORE)
