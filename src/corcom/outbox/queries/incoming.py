"""Messages that came in: what answers what, and what waits for a person to say where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Count, Min, Q, QuerySet

from corcom.kernel.errors import CorcomError
from corcom.outbox.domain.draft import About
from corcom.outbox.models import IncomingKind, IncomingMessage
from corcom.outbox.queries.reply import Filing, Reply, ReplyPage
from corcom.outbox.queries.standing import about_of

LOOP = 10
"""Automatic answers of one sender within the time asked for that look like a loop."""


class NoSuchIncoming(CorcomError):
    """There is no incoming message with this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"no incoming message {number}")
        self.number = number


def replies_to(*, about: About, kinds: Sequence[str] = ("reply",)) -> tuple[Reply, ...]:
    """What came in to messages about this, the first that came first. One SQL query."""
    rows = _rows().filter(answers__about_kind=about.kind, answers__about_number=about.number, kind__in=kinds)
    return tuple(map(_reply, rows.order_by("received_at", "pk")))


def replies_about(*, kind: str, numbers: Sequence[int], kinds: Sequence[str] = ("reply",)) -> tuple[Reply, ...]:
    """What came in to messages about several things of one kind, the first that came first. One SQL query."""
    rows = _rows().filter(answers__about_kind=kind, answers__about_number__in=list(numbers), kind__in=kinds)
    return tuple(map(_reply, rows.order_by("received_at", "pk")))


def incoming_numbered(numbers: Sequence[int]) -> tuple[Reply, ...]:
    """These messages, the first that came first; those that are not there are left out. One SQL query, none for none."""
    return tuple(map(_reply, _rows().filter(pk__in=numbers).order_by("received_at", "pk"))) if numbers else ()


def automatic_senders(*, since: datetime) -> dict[str, int]:
    """Who sent so many automatic answers since a moment that two programs may be answering each other. One SQL query."""
    rows = IncomingMessage.objects.filter(kind=IncomingKind.AUTOMATIC, received_at__gte=since).exclude(sender="")
    counted = rows.order_by().values_list("sender").annotate(n=Count("pk")).filter(n__gte=LOOP).order_by("-n")
    return dict(counted)


def first_received(*, about_kind: str) -> dict[int, datetime]:
    """When the first reply came in to each thing of a kind, by its number. One SQL query, however many there are."""
    rows = IncomingMessage.objects.filter(answers__about_kind=about_kind, kind="reply").order_by()
    found = rows.values_list("answers__about_number").annotate(first=Min("received_at"))
    return {number: first for number, first in found if number is not None}


def replies_of(*, message: int) -> tuple[Reply, ...]:
    """Everything that came in to one message, the first that came first. One SQL query."""
    return tuple(map(_reply, _rows().filter(answers=message).order_by("received_at", "pk")))


def incoming_page(*, filing: Filing = "", size: int = 50, number: int = 1) -> ReplyPage:
    """Page `number` of what came in, newest first. Two SQL queries."""
    aside = Q(set_aside_at__isnull=False)
    narrowed: dict[Filing, Q] = {
        "": Q(answers__isnull=True) & ~aside,
        "filed": Q(answers__isnull=False),
        "aside": aside & Q(answers__isnull=True),
        "all": Q(),
    }
    named: dict[str, Filing] = {"waiting": "", "filed": "filed", "aside": "aside", "all": "all"}
    counts = IncomingMessage.objects.aggregate(
        waiting=Count("pk", filter=narrowed[""]),
        filed=Count("pk", filter=narrowed["filed"]),
        aside=Count("pk", filter=narrowed["aside"]),
        all=Count("pk"),
    )
    by_filing: dict[Filing, int] = {filing: counts[name] for name, filing in named.items()}
    rows = _rows().filter(narrowed[filing]).order_by("-received_at", "-pk")
    shown = rows[(number - 1) * size : number * size]
    return ReplyPage(lines=tuple(map(_reply, shown)), total=by_filing[filing], by_filing=by_filing)


def incoming_message(*, number: int) -> Reply:
    """One message that came in. One SQL query. Errors: `NoSuchIncoming`."""
    row = _rows().filter(pk=number).first()
    if row is None:
        raise NoSuchIncoming(number)
    return _reply(row)


def _rows() -> QuerySet[IncomingMessage]:
    return IncomingMessage.objects.select_related("answers", "filed_by")


def _reply(row: IncomingMessage) -> Reply:
    answered = row.answers
    return Reply(
        number=row.pk,
        kind=row.kind,
        file=row.file_id,
        sender=row.sender,
        sender_name=row.sender_name,
        subject=row.subject,
        text=row.text,
        attachments=tuple(row.attachments),
        sent_at=row.sent_at,
        received_at=row.received_at,
        failed_recipient=row.failed_recipient,
        failed_code=row.failed_code,
        failed_words=row.failed_words,
        answers=row.answers_id,
        answers_subject=answered.subject if answered else "",
        answers_recipient=answered.recipient if answered else "",
        about=about_of(answered),
        filed_through=row.filed_through,
        filed_by=row.filed_by.get_full_name() if row.filed_by else "",
        is_aside=row.set_aside_at is not None,
        not_read=tuple((template, values) for template, values in row.not_read),
    )
