"""Adding a step to the life of a commitment: the one place where events are written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from corcom.access.models import User
from corcom.followup.actions.errors import ClosedBeforeRaised, NotADueDate, NotOpen, OutOfOrder, WithoutText
from corcom.followup.domain.commitment import STEPS_THAT_TURN, Ref
from corcom.followup.domain.terms import Terms
from corcom.followup.models import ActionPoint, Decision, FollowUpEvent
from corcom.followup.queries.commitments import NoSuchCommitment
from corcom.kernel.calendar import is_iso
from corcom.kernel.source import Evidence

STATE_AFTER = {"recorded": "open", "reopened": "open", "closed": "done", "superseded": "superseded"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The words of a document that show a step."""

    file_id: int
    evidence: Evidence


def locked(ref: Ref) -> ActionPoint | Decision:
    """The row itself, held until the end of the transaction. Errors: `NoSuchCommitment`."""
    found: ActionPoint | Decision | None
    if ref.kind == "action_point":
        found = ActionPoint.objects.select_for_update().filter(pk=ref.number).first()
    else:
        found = Decision.objects.select_for_update().filter(pk=ref.number).first()
    if found is None:
        raise NoSuchCommitment(kind=ref.kind, number=ref.number)
    return found


def last_turn(item: ActionPoint | Decision) -> FollowUpEvent:
    """The last step that changed how the commitment stands; every commitment has one, its recording."""
    return item.events.filter(kind__in=STEPS_THAT_TURN).latest("on", "id")


def check_open(item: ActionPoint | Decision) -> None:
    """Refuse what is not open any more, or was withdrawn."""
    set_down = item.events.filter(kind__in=("recorded", "withdrawn")).latest("id")
    if set_down.kind == "withdrawn":
        raise NotOpen(state="withdrawn", since=set_down.on)
    turn = last_turn(item)
    if STATE_AFTER[turn.kind] != "open":
        raise NotOpen(state=STATE_AFTER[turn.kind], since=turn.on)


def check_order(item: ActionPoint | Decision, on: date) -> None:
    """Refuse a day before the commitment was raised, or before the last step that changed how it stands."""
    if on < item.raised_on:
        raise ClosedBeforeRaised(on=on, raised_on=item.raised_on)
    last_on = last_turn(item).on
    if on < last_on:
        raise OutOfOrder(on=on, last_on=last_on)


def check_terms(terms: Terms) -> None:
    """Refuse terms without words, or with a due date that is none."""
    if not terms.text.strip():
        raise WithoutText
    if terms.due and not is_iso(terms.due):
        raise NotADueDate(terms.due)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What happened on which legal date (`on`), by whom and when it was recorded (`at`)."""

    kind: str
    on: date
    at: datetime
    by: User
    note: str = ""
    before: dict[str, object] | None = None
    after: dict[str, object] | None = None
    shown: Shown | None = None


def add_step(item: ActionPoint | Decision, step: Step) -> FollowUpEvent:
    """Write one step down."""
    shown = step.shown
    return FollowUpEvent.objects.create(
        action_point=item if isinstance(item, ActionPoint) else None,
        decision=item if isinstance(item, Decision) else None,
        kind=step.kind,
        on=step.on,
        at=step.at,
        by=step.by,
        note=step.note,
        before=step.before,
        after=step.after,
        file_id=shown.file_id if shown else None,
        start=shown.evidence.start if shown else None,
        end=shown.evidence.end if shown else None,
        quote=shown.evidence.quote if shown else "",
    )
