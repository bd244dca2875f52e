"""Which messages a reply may answer that does not say so by itself.

What is found is proposed to a person. Only what a domain counts on to be filed by its number alone, as reminders are, is filed
by itself, and only where the sender is known and one message is meant.
"""

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
    known = [row.pk for row in _of_the_sender(list(_candidates(numbers, finders)), reply.sender, numbers)]
    return list(messages_numbered(numbers=known, now=now)) if known else []


def message_named(*, sender: str, subject: str, text: str, finders: Sequence[Finder]) -> OutgoingMessage | None:
    """The one message that a reply names by a number the `finders` know, in its subject or else in its words.

    None where it names no such number or several, where the sender is not known for the same State, or nothing was released.
    Of several addresses that got it the sender's own comes first. Three SQL queries, none without a number.
    """
    for words in (subject, text):
        about = {each: number for number in letter_numbers(words) for finder in finders for each in finder(number)}
        if about:
            break
    if len(about) != 1 or not sender:
        return None
    ((thing, number),) = about.items()
    rows = OutgoingMessage.objects.filter(
        about_kind=thing.kind, about_number=thing.number, released_at__isnull=False
    ).order_by("pk")
    found = _of_the_sender(list(rows), sender, [number])
    return min(found, key=lambda row: row.recipient.lower() != sender.lower(), default=None)


def _of_the_sender(
    rows: Sequence[OutgoingMessage], sender: str, numbers: Sequence[LetterNumber]
) -> list[OutgoingMessage]:
    """Those that went to the sender, or to a State for which the sender is known. One SQL query."""
    owners = owners_of(addresses=[sender, *(row.recipient for row in rows)])
    states = {code: {state for one in found for state in one.delegations} for code, found in owners.items()}
    own = sender.lower()
    return [
        row
        for row in rows
        if row.recipient.lower() == own
        or states[own] & states[row.recipient.lower()]
        or states[own] & {number.iso3 for number in numbers}
    ]


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
