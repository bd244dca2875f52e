"""What becomes of a commitment: closed, opened again, taken up at a later meeting, given to others, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from corcom.access.models import User
from corcom.followup.actions.errors import AlreadyClosed, AlreadyFollowedUp, NotClosed, NothingShown
from corcom.followup.actions.recording import correct_commitment
from corcom.followup.actions.steps import (
    STATE_AFTER,
    Shown,
    Step,
    add_step,
    check_open,
    check_order,
    last_turn,
    locked,
)
from corcom.followup.domain.commitment import Ref
from corcom.followup.models import Decision
from corcom.followup.queries.commitments import terms_of
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence

AS_SET_DOWN = frozenset({"recorded", "corrected", "withdrawn"})
"""Steps that only concern how a commitment was written down; none of them followed it up."""


@transaction.atomic
def close_commitment(
    *,
    commitment: Ref,
    on: date,
    by: User,
    at: datetime,
    note: str = "",
    shown: Shown | None = None,
) -> None:
    """Record that it was done by `on`, with a note or with the words of a later document that show it.

    Errors: `NothingShown`, `AlreadyClosed`, `NotOpen`, `ClosedBeforeRaised`, `OutOfOrder`.
    """
    if not note.strip() and shown is None:
        raise NothingShown
    row = locked(commitment)
    turn = last_turn(row)
    if turn.kind == "closed":
        raise AlreadyClosed(since=turn.on)
    check_open(row)
    check_order(row, on)
    add_step(row, Step(kind="closed", on=on, at=at, by=by, note=note, shown=shown))


@transaction.atomic
def close_commitments(*, commitments: Sequence[Ref], on: date, by: User, at: datetime, note: str) -> None:
    """Close several with one note; all of them or, where one cannot be closed, none.

    Errors: those of `close_commitment`.
    """
    for commitment in commitments:
        close_commitment(commitment=commitment, on=on, by=by, at=at, note=note)


@transaction.atomic
def reopen_commitment(*, commitment: Ref, on: date, by: User, at: datetime, note: str = "") -> None:
    """Record that what was closed or superseded is open again.

    Errors: `NotClosed`, `OutOfOrder`.
    """
    row = locked(commitment)
    turn = last_turn(row)
    if turn.kind not in {"closed", "superseded"}:
        raise NotClosed(state=STATE_AFTER[turn.kind])
    check_order(row, on)
    if isinstance(row, Decision) and row.superseded_by_id is not None:
        row.superseded_by = None
        row.save(update_fields=["superseded_by"])
    add_step(row, Step(kind="reopened", on=on, at=at, by=by, note=note))


@transaction.atomic
def take_up_commitment(
    *,
    commitment: Ref,
    on: date,
    by: User,
    at: datetime,
    note: str = "",
    shown: Shown | None = None,
) -> None:
    """Record that a later meeting, on `on`, came back to it; it stays open.

    Errors: `NotOpen`, `ClosedBeforeRaised`.
    """
    row = locked(commitment)
    check_open(row)
    check_order(row, on)
    add_step(row, Step(kind="taken_up", on=on, at=at, by=by, note=note, shown=shown))


@transaction.atomic
def assign_commitment(
    *,
    commitment: Ref,
    owners: tuple[Actor, ...],
    on: date,
    by: User,
    at: datetime,
    note: str = "",
) -> None:
    """Say who is to do it; who it was before stays in the history.

    Errors: `NothingChanged`, `NotOpen`.
    """
    row = locked(commitment)
    check_open(row)
    terms = replace(terms_of(row), owners=owners)
    correct_commitment(commitment=commitment, terms=terms, on=on, by=by, at=at, note=note)


@transaction.atomic
def withdraw_commitment(*, commitment: Ref, by: User, at: datetime, note: str = "") -> None:
    """Take back what should never have been recorded: it stands on no day, but its history stays.

    Errors: `AlreadyFollowedUp` where somebody closed it or took it up since.
    """
    row = locked(commitment)
    last_recorded = row.events.filter(kind="recorded").latest("id")
    # Closed by the very words that promise it ("… – done"): nobody followed it up.
    own_words = Q(kind="closed", file=row.file_id, start=row.start, end=row.end)
    later = row.events.filter(id__gt=last_recorded.pk).exclude(own_words)
    since = tuple(later.order_by("id").values_list("kind", flat=True))
    if "withdrawn" in since:
        return
    if followed := tuple(kind for kind in since if kind not in AS_SET_DOWN):
        raise AlreadyFollowedUp(steps=followed)
    # Dated back to its first day: it never held, whatever day is asked for.
    add_step(row, Step(kind="withdrawn", on=last_recorded.on, at=at, by=by, note=note))


@transaction.atomic
def move_source(*, commitment: Ref, evidence: Evidence, file: int | None = None) -> None:
    """Point to the words at their place in a text that was read or written anew, also in another file.

    What was promised does not change.
    """
    row = locked(commitment)
    row.start, row.end, row.quote = evidence.start, evidence.end, evidence.quote
    row.file_id = row.file_id if file is None else file
    row.save(update_fields=["start", "end", "quote", "file"])
