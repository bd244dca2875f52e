"""Which messages a reply may answer that does not say so by itself: proposed to a person, filed by nobody else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Q

from corcom.directory.queries import owners_of
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.letter_numbers import LetterNumber, letter_numbers
from corcom.outbox.models import OutgoingMessage
from corcom.outbox.queries.messages import MessageLine, messages_numbered
from corcom.outbox.queries.reply import Reply

Finder = Callable[[LetterNumber], Sequence[About]]
"""What has a number such as CCM/L/2026/3-ZMB, as a domain that gives numbers to its letters knows."""


def proposed_for(*, reply: Reply, now: datetime, finders: Sequence[Finder] = ()) -> list[MessageLine]:
    """The released messages whose number stands in the subject of a reply that came from an address of the same State.

    The number is looked for in what went out, and by the `finders`. A sender whom neither the directory nor an earlier
    message knows is proposed nothing. At most five SQL queries, none without a number.
    """
    numbers = letter_numbers(reply.subject)
    if not (numbers and reply.sender):
        return []
    rows = list(_candidates(numbers, finders))
    owners = owners_of(addresses=[reply.sender, *(row.recipient for row in rows)])
    states = {code: {state for one in found for state in one.delegations} for code, found in owners.items()}
    sender = reply.sender.lower()
    known = [
        row.pk
        for row in rows
        if row.recipient.lower() == sender
        or states[sender] & states[row.recipient.lower()]
        or states[sender] & {number.iso3 for number in numbers}
    ]
    return list(messages_numbered(numbers=known, now=now)) if known else []


def _candidates(numbers: Sequence[LetterNumber], finders: Sequence[Finder]) -> list[OutgoingMessage]:
    about = [each for finder in finders for number in numbers for each in finder(number)]
    by_about = [Q(about_kind=each.kind, about_number=each.number) for each in about]
    by_words = [Q(subject__icontains=str(number)) | Q(text__icontains=str(number)) for number in numbers]
    rows = OutgoingMessage.objects.filter(reduce(or_, by_about + by_words), released_at__isnull=False)
    return [
        row
        for row in rows.order_by("pk")[:500]
        if any(row.about_kind == each.kind and row.about_number == each.number for each in about)
        or any(number.stands_in(f"{row.subject}\n{row.text}") for number in numbers)
    ]
