"""Taking up what came by e-mail: a person confirms what is said at which place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.consultation.actions.commenting import Hand, write_comment, write_no_comments
from corcom.consultation.actions.errors import AlreadyFollowed, NoSuchReply, ReplyAlreadyTaken
from corcom.consultation.actions.found import locked, must_be_under, party_row
from corcom.consultation.domain.comments import Comment, check_comment, tidied
from corcom.consultation.models import ReplyTaken
from corcom.consultation.queries.replies import CommentReply, comment_replies


@transaction.atomic
def take_up_reply(*, number: int, reply: int, comments: Sequence[tuple[Comment, int]], by: User, at: datetime) -> None:
    """Record what an answer says, each comment with the version of what was there when it was read (0: nothing).

    It counts as made when the answer came in, also where a person reads it after the deadline. Errors:
    `NoSuchConsultation`, `NoSuchReply`, `OtherProcedure`, `AlreadyFollowed`, `ReplyAlreadyTaken`, `CommentRefused`,
    `CommentChanged`, `CommentsThere`.
    """
    found = locked(number)
    must_be_under(found, "comments")
    if found.followed_by is not None:
        raise AlreadyFollowed(found.followed_by)
    told = _waiting(number, reply)
    row = party_row(number, told.party)
    hand = Hand(
        at=told.reply.received_at,
        said_by=told.reply.sender_name or told.reply.sender,
        recorded_by=by,
        reply=told.reply.number,
    )
    for comment, version in comments:
        said = tidied(comment)
        check_comment(said, numbers=found.numbers)
        if said.place.kind == "none":
            write_no_comments(row, hand)
        else:
            write_comment(row, said, version, hand)
    ReplyTaken.objects.create(reply_id=reply, party=row, at=at, by=by)


@transaction.atomic
def set_reply_aside(*, number: int, reply: int, by: User, at: datetime) -> None:
    """Say that an answer makes no comment. Errors: `NoSuchConsultation`, `NoSuchReply`, `ReplyAlreadyTaken`."""
    locked(number)
    told = _waiting(number, reply)
    ReplyTaken.objects.create(reply_id=reply, party=party_row(number, told.party), is_aside=True, at=at, by=by)


def _waiting(number: int, reply: int) -> CommentReply:
    told = next((each for each in comment_replies(number) if each.reply.number == reply), None)
    if told is None:
        raise NoSuchReply(reply)
    if told.taken_by:
        raise ReplyAlreadyTaken(reply)
    return told
