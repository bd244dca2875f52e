"""Answers by e-mail, as they filed themselves with the letter to a delegation, split by paragraph for a person to confirm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.consultation.domain.reply import ReplySplit, split_reply
from corcom.consultation.models import ConsultedParty, ReplyTaken
from corcom.consultation.queries.consultations import consultation
from corcom.outbox.queries import MessageLine, Reply, messages_about, replies_about

ABOUT = "consultation"
"""What letters to delegations are about: a delegation of a consultation, by the number of its row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentReply:
    """An answer of a delegation (`party`, a code). `late`: it came after the deadline. `taken_by` is empty while it waits."""

    party: str
    reply: Reply
    split: ReplySplit
    late: bool
    taken_by: str
    is_aside: bool


def comment_replies(number: int) -> list[CommentReply]:
    """The answers to a consultation, the first that came first. Seven SQL queries. Errors: `NoSuchConsultation`."""
    found = consultation(number)
    codes = _codes(number)
    replies = replies_about(kind=ABOUT, numbers=list(codes))
    taken = {
        row.reply_id: row
        for row in ReplyTaken.objects.select_related("by").filter(reply__in=[each.number for each in replies])
    }
    return [
        CommentReply(
            party=codes[each.about.number],
            reply=each,
            split=split_reply(each.text, found.numbers),
            late=each.received_at >= found.closes_at,
            taken_by=taken[each.number].by.get_full_name() if each.number in taken else "",
            is_aside=each.number in taken and taken[each.number].is_aside,
        )
        for each in replies
        if each.about
    ]


def consultation_letters(number: int, *, now: datetime) -> dict[str, list[MessageLine]]:
    """The letters that were prepared for each delegation, by its code, the first first. Two SQL queries."""
    codes = _codes(number)
    found: dict[str, list[MessageLine]] = {code: [] for code in codes.values()}
    for line in messages_about(kind=ABOUT, numbers=list(codes), now=now):
        if line.about:
            found[codes[line.about.number]].append(line)
    return found


def _codes(number: int) -> dict[int, str]:
    return dict(ConsultedParty.objects.filter(consultation=number).values_list("pk", "code"))
