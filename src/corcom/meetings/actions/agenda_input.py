"""Circulating a draft agenda for input by a day, and taking over or declining each thing that is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.consultation.actions import TreatmentRefused, circulate, treat_comment
from corcom.consultation.domain.circulated import Paragraph
from corcom.consultation.queries import CommentMade, Consultation, NoSuchComment, comments_on, consultations_about
from corcom.kernel.errors import CorcomError
from corcom.meetings.actions.agendas import EmptyAgenda, ItemText, add_item, change_item, withdraw_item
from corcom.meetings.actions.planning import AlreadyHeld
from corcom.meetings.queries.agenda_input import about_agenda
from corcom.meetings.queries.agendas import draft_agenda
from corcom.meetings.queries.plans import planned_meeting


class InputOpenAlready(CorcomError):
    """The agenda is circulated already, as the consultation `number`, which takes comments until `closes_at`."""

    def __init__(self, number: int, closes_at: datetime) -> None:
        super().__init__(f"consultation {number} is open until {closes_at}")
        self.number = number
        self.closes_at = closes_at


@transaction.atomic
def circulate_agenda(
    *,
    meeting: int,
    title: str,
    parties: Sequence[str],
    closes_at: datetime,
    by: User,
    at: datetime,
    note: str = "",
    language: str = "en",
) -> Consultation:
    """Circulate the draft agenda as it stands, one paragraph for each item: its title, then its notes.

    `title` is what the text is called; `parties` are codes. Letters are prepared apart. Errors: `NotPlanned`, `AlreadyHeld`,
    `EmptyAgenda`, `InputOpenAlready`, `CirculationRefused`.
    """
    found = planned_meeting(number=meeting)
    if found.on_record:
        raise AlreadyHeld(found.plan.starts_on)
    for other in consultations_about(about_agenda(meeting)):
        if other.is_open(at):
            raise InputOpenAlready(other.number, other.closes_at)
    lines = draft_agenda(meeting=meeting)
    if not lines:
        raise EmptyAgenda
    paragraphs = [
        Paragraph(str(line.place), "\n".join(filter(None, (line.item.title, line.item.text)))) for line in lines
    ]
    return circulate(
        title=title,
        about=about_agenda(meeting),
        paragraphs=paragraphs,
        parties=parties,
        closes_at=closes_at,
        procedure="comments",
        circle="committee",
        convention=found.plan.convention,
        note=note,
        language=language,
        by=by,
        at=at,
    )


@transaction.atomic
def take_input(
    *,
    meeting: int,
    comment: int,
    item: ItemText,
    by: User,
    at: datetime,
    changes: int | None = None,
    version: int = 0,
    reason: str = "",
) -> int:
    """Take over what a delegation said: as a new item, or as a change of the item `changes`, read at `version`.

    Gives the number of the item. It counts as accepted, and as accepted with changes where the words differ from those
    that were proposed. Errors: `NoSuchComment`, those of `add_item` or `change_item`, and those of `treat_comment`.
    """
    found, made = _said(meeting, comment)
    words = "\n".join(filter(None, (item.title.strip(), item.text.strip())))
    is_other = made.comment.change == "wording" and words != made.comment.wording
    treat_comment(
        number=found.number,
        comment=comment,
        outcome="changed" if is_other else "accepted",
        wording=words if is_other else "",
        reason=reason,
        by=by,
        at=at,
    )
    if changes is None:
        return add_item(meeting=meeting, item=item, by=by, at=at)
    change_item(meeting=meeting, number=changes, version=version, item=item, by=by, at=at)
    return changes


@transaction.atomic
def take_item_off(*, meeting: int, comment: int, item: int, by: User, at: datetime) -> None:
    """Take over that an item goes. Errors: `NoSuchComment`, `NoSuchItem`, `TreatmentRefused`, those of `treat_comment`."""
    found, made = _said(meeting, comment)
    if made.comment.change != "deletion":
        raise TreatmentRefused("outcome")
    treat_comment(number=found.number, comment=comment, outcome="accepted", by=by, at=at)
    withdraw_item(meeting=meeting, number=item, by=by, at=at)


@transaction.atomic
def decline_input(*, meeting: int, comment: int, reason: str, by: User, at: datetime) -> None:
    """Say that something is not taken over, and why. Errors: `NoSuchComment`, and those of `treat_comment`."""
    found, _made = _said(meeting, comment)
    treat_comment(number=found.number, comment=comment, outcome="not_accepted", reason=reason, by=by, at=at)


def _said(meeting: int, comment: int) -> tuple[Consultation, CommentMade]:
    """The consultation about this agenda in which something was said, and what."""
    for found in consultations_about(about_agenda(meeting)):
        for made in comments_on(found.number):
            if made.number == comment:
                return found, made
    raise NoSuchComment(comment)
