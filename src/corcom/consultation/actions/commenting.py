"""What delegations say: comments at one place each, in versions, until the deadline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.consultation.actions.errors import CommentChanged, CommentsThere
from corcom.consultation.actions.found import locked, must_be_open, must_be_under, party_row
from corcom.consultation.domain.comments import NO_COMMENTS, Comment, Place, check_comment, tidied
from corcom.consultation.models import CommentVersion, ConsultedParty
from corcom.consultation.queries.comments import CommentMade, comments_ever


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who writes: by name as they say, or an account of the secretariat, from a message that came in; and when."""

    at: datetime
    said_by: str = ""
    recorded_by: User | None = None
    reply: int | None = None


@transaction.atomic
def comment_on(
    *, number: int, party: str, comment: Comment, version: int, at: datetime, said_by: str = ""
) -> CommentMade | None:
    """Say something at one place, as somebody read it at `version` (0: nothing was there); an empty one takes it back.

    Gives what holds now, None where nothing does. Errors: `NoSuchConsultation`, `NotConsulted`, `OtherProcedure`,
    `ConsultationClosed`, `CommentRefused`; `CommentChanged` where a colleague wrote there meanwhile.
    """
    found = locked(number)
    must_be_under(found, "comments")
    row = party_row(number, party)
    must_be_open(found, at)
    said = tidied(comment)
    check_comment(said, numbers=found.numbers)
    return write_comment(row, said, version, Hand(at=at, said_by=said_by))


@transaction.atomic
def say_no_comments(*, number: int, party: str, at: datetime, said_by: str = "") -> None:
    """Say that a delegation has no comments; a comment that it makes later takes that back.

    Errors: as `comment_on`; `CommentsThere` while it has made some.
    """
    found = locked(number)
    must_be_under(found, "comments")
    row = party_row(number, party)
    must_be_open(found, at)
    write_no_comments(row, Hand(at=at, said_by=said_by))


def write_comment(row: ConsultedParty, said: Comment, version: int, hand: Hand) -> CommentMade | None:
    """Add a version of what is said at a place. The consultation is locked. Errors: `CommentChanged`."""
    there = _holding(row, said.place)
    if (there.version if there else 0) != version:
        assert there is not None, "a version that was read is there"  # noqa: S101  versions are never taken away
        raise CommentChanged(there)
    before = None if there is None or there.withdrawn else there
    if (before.comment if before else Comment(place=said.place)) == said:
        return before
    _add(row, said, version + 1, hand, withdrawn=said.is_empty)
    if not said.is_empty:
        _take_back_none(row, hand)
    return None if said.is_empty else _holding(row, said.place)


def write_no_comments(row: ConsultedParty, hand: Hand) -> None:
    """Add that there are no comments. The consultation is locked. Errors: `CommentsThere`."""
    latest = {each.place: each for each in comments_ever(row.consultation_id, party=row.code)}
    if made := [each for each in latest.values() if not each.withdrawn and each.place != NO_COMMENTS]:
        raise CommentsThere(len(made))
    there = latest.get(NO_COMMENTS)
    if there is None or there.withdrawn:
        _add(row, Comment(place=NO_COMMENTS), (there.version if there else 0) + 1, hand, withdrawn=False)


def _take_back_none(row: ConsultedParty, hand: Hand) -> None:
    there = _holding(row, NO_COMMENTS)
    if there is not None and not there.withdrawn:
        _add(row, Comment(place=NO_COMMENTS), there.version + 1, hand, withdrawn=True)


def _add(row: ConsultedParty, said: Comment, version: int, hand: Hand, *, withdrawn: bool) -> None:
    CommentVersion.objects.create(
        party=row,
        place=said.place.kind,
        paragraph=said.place.paragraph,
        version=version,
        text=said.text,
        change=said.change,
        wording=said.wording,
        withdrawn=withdrawn,
        said_by=hand.said_by.strip()[:200],
        recorded_by=hand.recorded_by,
        reply_id=hand.reply,
        at=hand.at,
    )


def _holding(row: ConsultedParty, place: Place) -> CommentMade | None:
    versions = comments_ever(row.consultation_id, party=row.code)
    return next((each for each in reversed(versions) if each.place == place), None)
