from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from tests.factories.consultations import AFTER, BEFORE, TEXT, circulated

from corcom.access.models import User
from corcom.consultation import actions, models, queries
from corcom.consultation.domain.circulated import CirculationRefused, Paragraph
from corcom.consultation.domain.comments import GENERAL, NO_COMMENTS, Comment, Place

THIRD = Place("at", "3")
JULY = TEXT[2].text.replace("17 June", "1 July")
AUGUST = TEXT[2].text.replace("17 June", "1 August")
SHORT = TEXT[2].text.replace(" draft", "")


def say(number: int, party: str, place: Place, wording: str = "", **more: Any) -> int:
    comment = Comment(place=place, change="wording" if wording else "", wording=wording, **more)
    made = actions.comment_on(number=number, party=party, comment=comment, version=0, at=BEFORE)
    assert made is not None
    return made.number


@pytest.fixture
def number(officer: User) -> int:
    return circulated(officer).number


def texts(number: int) -> list[str]:
    return [line.drafted.text for line in queries.draft_after(number)]


def test_the_next_draft_follows_what_was_accepted(officer: User, number: int) -> None:
    first, second = say(number, "AUT", THIRD, JULY), say(number, "ZMB", THIRD, SHORT)
    refused = say(number, "NOR", Place("at", "1"), "We met.")
    actions.treat_comment(number=number, comment=first, outcome="accepted", by=officer, at=AFTER)
    assert texts(number) == [TEXT[0].text, TEXT[1].text, JULY]
    actions.treat_comment(number=number, comment=second, outcome="accepted", by=officer, at=AFTER)
    assert texts(number)[2] == "Austria will circulate a letter by 1 July 2016."
    actions.treat_comment(
        number=number, comment=refused, outcome="not_accepted", reason="Too short.", by=officer, at=AFTER
    )
    assert texts(number)[0] == TEXT[0].text
    actions.undo_treatment(number=number, comment=first, by=officer, at=AFTER)
    assert texts(number)[2] == SHORT
    assert models.CommentTreatment.objects.filter(undone_at=AFTER).count() == 1
    actions.treat_comment(number=number, comment=first, outcome="changed", wording=AUGUST, by=officer, at=AFTER)
    assert texts(number)[2] == "Austria will circulate a letter by 1 August 2016."
    treated = {each.number: each.treatment for each in queries.comments_on(number)}[first]
    assert treated is not None
    assert (treated.outcome, treated.wording, treated.by) == ("changed", AUGUST, "Anna Lindqvist")


def test_proposals_that_collide_wait_for_a_person(officer: User, number: int) -> None:
    for party, wording in (("AUT", JULY), ("ZMB", AUGUST)):
        made = say(number, party, THIRD, wording)
        actions.treat_comment(number=number, comment=made, outcome="accepted", by=officer, at=AFTER)
    assert [line.drafted.collide for line in queries.draft_after(number)] == [False, False, True]
    with pytest.raises(actions.ParagraphsCollide) as collide:
        actions.circulate_again(
            number=number, closes_at=AFTER + timedelta(days=9), procedure="silence", by=officer, at=AFTER
        )
    assert collide.value.paragraphs == "3"
    # That the text is to stay as it is can be said as well.
    actions.draft_paragraph(number=number, place=THIRD, text=TEXT[2].text, version=0, by=officer, at=AFTER)
    assert [line.drafted.collide for line in queries.draft_after(number)] == [False, False, False]


def test_of_two_who_edit_a_paragraph_the_second_is_told(officer: User, colleague: User, number: int) -> None:
    actions.draft_paragraph(number=number, place=THIRD, text=JULY, version=0, by=officer, at=AFTER)
    with pytest.raises(actions.ParagraphChanged) as changed:
        actions.draft_paragraph(number=number, place=THIRD, text=SHORT, version=0, by=colleague, at=AFTER)
    assert (changed.value.version, changed.value.by, changed.value.text) == (1, "Anna Lindqvist", JULY)
    actions.draft_paragraph(number=number, place=THIRD, text=SHORT, version=1, by=colleague, at=AFTER)
    actions.draft_paragraph(number=number, place=THIRD, text=SHORT, version=2, by=colleague, at=AFTER)
    line = queries.draft_after(number)[2]
    assert (line.version, line.edited_by, line.drafted.text, line.computed) == (2, "Ben Okoro", SHORT, TEXT[2].text)


def test_an_edit_that_rests_on_something_else_says_so(officer: User, number: int) -> None:
    made = say(number, "AUT", THIRD, JULY)
    actions.draft_paragraph(number=number, place=THIRD, text=SHORT, version=0, by=officer, at=AFTER)
    actions.treat_comment(number=number, comment=made, outcome="accepted", by=officer, at=AFTER)
    line = queries.draft_after(number)[2]
    assert (line.stale, line.drafted.text, line.computed) == (True, SHORT, JULY)
    actions.draft_paragraph(number=number, place=THIRD, text=SHORT, version=1, by=officer, at=AFTER)
    assert queries.draft_after(number)[2].stale is False


def test_the_next_draft_is_circulated_as_another_round(officer: User, number: int) -> None:
    made = say(number, "AUT", Place("after", "1"), "It rained.\n\nIt stopped.")
    gone = say(number, "NOR", Place("at", "2"), text="We never said so.")
    actions.treat_comment(number=number, comment=made, outcome="accepted", by=officer, at=AFTER)
    closes = AFTER + timedelta(days=9)
    with pytest.raises(actions.NotTreated) as waiting:
        actions.circulate_again(number=number, closes_at=closes, procedure="silence", by=officer, at=AFTER)
    assert waiting.value.count == 1
    actions.treat_comment(number=number, comment=gone, outcome="changed", reason="Left out.", by=officer, at=AFTER)
    actions.draft_paragraph(number=number, place=Place("at", "2"), text="", version=0, by=officer, at=AFTER)
    again = actions.circulate_again(number=number, closes_at=closes, procedure="silence", by=officer, at=AFTER)
    assert again.paragraphs == (
        TEXT[0],
        Paragraph("2", "It rained."),
        Paragraph("3", "It stopped."),
        Paragraph("4", TEXT[2].text),
    )
    assert (again.round, again.follows, again.parties) == (2, number, ("AUT", "ZMB", "NOR"))
    assert [each.number for each in queries.consultations_about("minutes:7")] == [again.number, number]
    assert queries.consultation(number).followed_by == again.number
    with pytest.raises(actions.AlreadyFollowed):
        actions.circulate_again(number=number, closes_at=closes, procedure="silence", by=officer, at=AFTER)
    with pytest.raises(actions.AlreadyFollowed):
        actions.undo_treatment(number=number, comment=made, by=officer, at=AFTER)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ({"outcome": "maybe"}, "outcome"),
        ({"outcome": "not_accepted", "reason": " "}, "reason"),
        ({"outcome": "changed"}, "wording"),
        ({"outcome": "accepted", "reason": "x" * 4001}, "long"),
        ({"outcome": "changed", "wording": "x" * 20_001}, "long"),
    ],
)
def test_a_treatment_that_cannot_be(officer: User, number: int, said: dict[str, Any], wrong: str) -> None:
    made = say(number, "AUT", THIRD, JULY)
    with pytest.raises(actions.TreatmentRefused) as refused:
        actions.treat_comment(number=number, comment=made, by=officer, at=AFTER, **said)
    assert refused.value.wrong == wrong
    assert queries.comment_made(consultation=number, number=made).treatment is None


def test_what_is_decided_too_early_twice_or_of_nothing(officer: User, colleague: User, number: int) -> None:
    made = say(number, "AUT", THIRD, JULY)
    with pytest.raises(actions.ConsultationOpen):
        actions.treat_comment(number=number, comment=made, outcome="accepted", by=officer, at=BEFORE)
    with pytest.raises(actions.NotTreated):
        actions.undo_treatment(number=number, comment=made, by=officer, at=AFTER)
    actions.treat_comment(number=number, comment=made, outcome="accepted", by=officer, at=AFTER)
    with pytest.raises(actions.AlreadyTreated) as twice:
        actions.treat_comment(number=number, comment=made, outcome="accepted", by=colleague, at=AFTER)
    assert (twice.value.outcome, twice.value.by) == ("accepted", "Anna Lindqvist")
    with pytest.raises(queries.NoSuchComment):
        actions.treat_comment(number=number, comment=99_999, outcome="accepted", by=officer, at=AFTER)
    actions.say_no_comments(number=number, party="ZMB", at=BEFORE)
    none = next(each for each in queries.comments_on(number) if each.place == NO_COMMENTS)
    with pytest.raises(actions.TreatmentRefused) as refused:
        actions.treat_comment(number=number, comment=none.number, outcome="accepted", by=officer, at=AFTER)
    assert refused.value.wrong == "none"


def test_only_the_version_that_holds_is_decided_on(officer: User, number: int) -> None:
    old = say(number, "AUT", THIRD, JULY)
    actions.comment_on(number=number, party="AUT", comment=Comment(place=THIRD, text="Or not."), version=1, at=BEFORE)
    with pytest.raises(actions.CommentChanged):
        actions.treat_comment(number=number, comment=old, outcome="accepted", by=officer, at=AFTER)


def test_what_is_no_paragraph_of_the_draft(officer: User, number: int) -> None:
    for place in (Place("at", "99"), Place("after", "1"), GENERAL):
        with pytest.raises(actions.NoSuchParagraph):
            actions.draft_paragraph(number=number, place=place, text="?", version=0, by=officer, at=AFTER)
    with pytest.raises(CirculationRefused):
        actions.draft_paragraph(number=number, place=THIRD, text="x" * 20_001, version=0, by=officer, at=AFTER)
    with pytest.raises(actions.ConsultationOpen):
        actions.draft_paragraph(number=number, place=THIRD, text="?", version=0, by=officer, at=BEFORE)
