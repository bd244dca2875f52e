"""Messages that go out: lists, counts, one message with all that happened to it. Values, not rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from corcom.outbox.domain.calendar_part import CalendarMethod, CalendarPart
from corcom.outbox.domain.draft import About
from corcom.outbox.domain.message import Attachment, Message
from corcom.outbox.domain.standing import STATES, State
from corcom.outbox.domain.threads import FURTHER
from corcom.outbox.models import IncomingMessage, MessageAttachment, MessageAttempt, MessageStep, OutgoingMessage
from corcom.outbox.queries.standing import NoSuchMessage, about_of, replaced, with_state


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesWanted:
    """An empty value does not narrow. `came_back`: only those that a server reported as not delivered."""

    state: str = ""
    kind: str = ""
    about: About | None = None
    batch: str = ""
    text: str = ""
    came_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    """One message in a list. `due_at` is when it is tried next; `said` the server's last words.

    `is_replaced`: its words were prepared anew to another address, and that message was not cancelled.
    """

    number: int
    kind: str
    about: About | None
    batch: str
    language: str
    recipient: str
    recipient_name: str
    subject: str
    state: State
    turn: str
    prepared_at: datetime
    prepared_by: str
    released_at: datetime | None
    due_at: datetime | None
    last_at: datetime | None
    said: str
    came_back: bool
    is_replaced: bool
    has_replies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePage:
    """Some of the messages that are wanted, how many there are, and how many are in each state and of each kind."""

    lines: tuple[MessageLine, ...]
    total: int
    by_state: dict[State, int]
    by_kind: dict[str, int]
    came_back: int


def messages_page(*, wanted: MessagesWanted, now: datetime, size: int | None = 50, number: int = 1) -> MessagePage:
    """Page `number` of the messages, newest first, `size` on each (None: all on one). Four SQL queries."""
    rows = _wanted(wanted, now)
    by_state = _by_state(rows)
    came_back = rows.filter(came_back=True).count()
    if wanted.state:
        rows = rows.filter(state=wanted.state)
    if wanted.came_back:
        rows = rows.filter(came_back=True)
    by_kind = dict(rows.order_by("kind").values_list("kind").annotate(n=Count("pk")))
    total = sum(by_kind.values())
    if wanted.kind:
        rows, total = rows.filter(kind=wanted.kind), by_kind.get(wanted.kind, 0)
    ordered = rows.select_related("last_attempt", "prepared_by").order_by("-pk")
    shown = ordered if size is None else ordered[(number - 1) * size : number * size]
    return MessagePage(
        lines=tuple(map(_line, shown)), total=total, by_state=by_state, by_kind=by_kind, came_back=came_back
    )


def messages_numbered(*, numbers: Sequence[int], now: datetime) -> tuple[MessageLine, ...]:
    """These messages in the order of their numbers; those that are not there are left out. One SQL query."""
    rows = _wanted(MessagesWanted(), now).filter(pk__in=list(numbers))
    return tuple(map(_line, rows.select_related("last_attempt", "prepared_by").order_by("pk")))


def messages_about(*, kind: str, numbers: Sequence[int], now: datetime) -> tuple[MessageLine, ...]:
    """The messages that carry several things of one kind, the first that was prepared first. One SQL query.

    What a person wrote further in their threads is left out: it says nothing of whether they arrived.
    """
    rows = _wanted(MessagesWanted(), now).filter(about_kind=kind, about_number__in=list(numbers))
    rows = rows.exclude(kind=FURTHER)
    return tuple(map(_line, rows.select_related("last_attempt", "prepared_by").order_by("pk")))


def messages_counted(*, now: datetime, wanted: MessagesWanted | None = None) -> dict[State, int]:
    """How many messages are in each state now. One SQL query."""
    return _by_state(_wanted(wanted or MessagesWanted(), now))


@dataclass(frozen=True, slots=True, kw_only=True)
class UnderWay:
    """What is going out now, with all that was prepared together with it. `left`: not yet sent; `last_at`: the last try."""

    done: int
    left: int
    last_at: datetime | None
    failed: tuple[MessageLine, ...]


def under_way(*, now: datetime) -> UnderWay:
    """How far the batches are of which something is released and not yet sent. Three SQL queries."""
    rows = _wanted(MessagesWanted(), now)
    going = rows.filter(state__in=("released", "sending"), turn="released").values("batch")
    together = rows.filter(batch__in=going)
    found = _by_state(together)
    failed = together.filter(state__in=("failed", "uncertain")).select_related("last_attempt", "prepared_by")
    return UnderWay(
        done=found["sent"] + found["failed"] + found["uncertain"],
        left=found["released"] + found["sending"] + found["waiting"],
        last_at=MessageAttempt.objects.order_by("-started_at").values_list("started_at", flat=True).first(),
        failed=tuple(map(_line, failed.order_by("pk")[:20])),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptTold:
    """One try: when, by which worker, what came of it in the server's words, what a person said of it."""

    number: int
    worker: str
    started_at: datetime
    leased_until: datetime
    handed_at: datetime | None
    ended_at: datetime | None
    outcome: str
    reply: str
    settled_as: str
    settled_at: datetime | None
    settled_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepTold:
    """A release, a hold or a cancellation, by a person or by the rule of a kind."""

    kind: str
    at: datetime
    by: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentTold:
    """A file that goes with a message."""

    file: int
    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeMessage:
    """A message with its words, its attachments, and all that happened to it in order."""

    line: MessageLine
    message: Message
    bounces_to: str
    attachments: tuple[AttachmentTold, ...]
    steps: tuple[StepTold, ...]
    attempts: tuple[AttemptTold, ...]


def whole_message(*, number: int, now: datetime) -> WholeMessage:
    """One message. Four SQL queries. Errors: `NoSuchMessage`."""
    rows = _wanted(MessagesWanted(), now).select_related("last_attempt", "prepared_by")
    row = rows.filter(pk=number).first()
    if row is None:
        raise NoSuchMessage(number)
    attached = MessageAttachment.objects.filter(message=row).select_related("file")
    return WholeMessage(
        line=_line(row),
        message=_message(row, ()),
        bounces_to=row.bounces_to,
        attachments=tuple(AttachmentTold(file=each.file.pk, name=each.name, size=each.file.size) for each in attached),
        steps=tuple(
            StepTold(
                kind=each.kind,
                at=each.at,
                by=each.by.get_full_name() if each.by else "",
                rule=each.rule.kind if each.rule else "",
            )
            for each in MessageStep.objects.filter(message=row).select_related("by", "rule")
        ),
        attempts=tuple(map(_attempt, MessageAttempt.objects.filter(message=row).select_related("settled_by"))),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSend:
    """A message with its attachments read, and the address to which servers report."""

    message: Message
    bounces_to: str


def message_to_send(*, number: int) -> ToSend:
    """What a worker sends. Two SQL queries. Errors: `NoSuchMessage`, `OSError` where an attachment cannot be read."""
    row = OutgoingMessage.objects.filter(pk=number).first()
    if row is None:
        raise NoSuchMessage(number)
    attached = []
    for each in MessageAttachment.objects.filter(message=row).select_related("file"):
        with each.file.content.open("rb") as content:
            attached.append(Attachment(name=each.name, media_type=each.file.media_type, content=content.read()))
    return ToSend(message=_message(row, tuple(attached)), bounces_to=row.bounces_to or row.sender)


def _wanted(wanted: MessagesWanted, now: datetime) -> QuerySet[Any]:
    incoming = IncomingMessage.objects.filter(answers=OuterRef("pk"))
    rows: QuerySet[Any] = (
        with_state(OutgoingMessage.objects.all(), now)
        .annotate(came_back=Exists(incoming.filter(kind="bounce")), has_replies=Exists(incoming.filter(kind="reply")))
        .annotate(is_replaced=replaced())
    )
    if wanted.about is not None:
        rows = rows.filter(about_kind=wanted.about.kind, about_number=wanted.about.number)
    if wanted.batch:
        rows = rows.filter(batch=wanted.batch)
    for word in wanted.text.split()[:10]:
        rows = rows.filter(
            Q(subject__icontains=word) | Q(recipient__icontains=word) | Q(recipient_name__icontains=word)
        )
    return rows


def _by_state(rows: QuerySet[Any]) -> dict[State, int]:
    found = dict(rows.order_by("state").values_list("state").annotate(n=Count("pk")))
    return {state: found.get(state, 0) for state in STATES}


def _line(row: Any) -> MessageLine:
    last = row.last_attempt
    return MessageLine(
        number=row.pk,
        kind=row.kind,
        about=about_of(row),
        batch=row.batch,
        language=row.language,
        recipient=row.recipient,
        recipient_name=row.recipient_name,
        subject=row.subject,
        state=row.state,
        turn=row.turn,
        prepared_at=row.prepared_at,
        prepared_by=row.prepared_by.get_full_name(),
        released_at=row.released_at,
        due_at=row.due_at,
        last_at=(last.ended_at or last.handed_at or last.started_at) if last else None,
        said=last.reply if last else "",
        came_back=row.came_back,
        is_replaced=row.is_replaced,
        has_replies=row.has_replies,
    )


def _message(row: OutgoingMessage, attachments: tuple[Attachment, ...]) -> Message:
    return Message(
        sender=row.sender,
        sender_name=row.sender_name,
        recipient=row.recipient,
        recipient_name=row.recipient_name,
        reply_to=row.reply_to,
        subject=row.subject,
        text=row.text,
        html=row.html,
        language=row.language,
        message_id=row.message_id,
        token=row.token,
        date=row.released_at or row.prepared_at,
        in_reply_to=row.in_reply_to,
        references=tuple(row.references.split()),
        is_automatic=row.is_automatic,
        unsubscribe=row.unsubscribe,
        attachments=attachments,
        calendar=_calendar(row),
    )


def _calendar(row: OutgoingMessage) -> CalendarPart | None:
    if not row.calendar:
        return None
    return CalendarPart(method=cast("CalendarMethod", row.calendar_method), content=row.calendar)


def _attempt(row: MessageAttempt) -> AttemptTold:
    return AttemptTold(
        number=row.number,
        worker=row.worker,
        started_at=row.started_at,
        leased_until=row.leased_until,
        handed_at=row.handed_at,
        ended_at=row.ended_at,
        outcome=row.outcome,
        reply=row.reply,
        settled_as=row.settled_as,
        settled_at=row.settled_at,
        settled_by=row.settled_by.get_full_name() if row.settled_by else "",
    )
