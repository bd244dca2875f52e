"""Recording and correcting the terms of action points and decisions."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime

from django.db import transaction

from corcom.access.models import User
from corcom.followup.actions.errors import NothingChanged, SupersedesItself
from corcom.followup.actions.steps import Shown, Step, add_step, check_open, check_order, check_terms, locked
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms, Terms, as_json, difference
from corcom.followup.models import ActionPoint, ActionPointOwner, Decision, DecisionOwner
from corcom.followup.queries.commitments import terms_of


@transaction.atomic
def record_action_point(*, terms: ActionPointTerms, source: Shown, by: User, at: datetime) -> ActionPoint:
    """Record that somebody is to do something; it exists from the day on which it was raised.

    Errors: `WithoutText`, `NotADueDate`.
    """
    check_terms(terms)
    action_point = ActionPoint()
    _write(action_point, terms, source)
    add_step(action_point, Step(kind="recorded", on=terms.raised_on, at=at, by=by, after=as_json(terms)))
    return action_point


@transaction.atomic
def record_decision(*, terms: DecisionTerms, source: Shown, by: User, at: datetime) -> Decision:
    """Record what a body decided; it exists from the day of the meeting whose minutes name it.

    Errors: `WithoutText`, `NotADueDate`.
    """
    check_terms(terms)
    decision = Decision()
    _write(decision, terms, source)
    add_step(decision, Step(kind="recorded", on=terms.raised_on, at=at, by=by, after=as_json(terms)))
    return decision


@transaction.atomic
def correct_commitment(
    *,
    commitment: Ref,
    terms: ActionPointTerms | DecisionTerms,
    on: date,
    by: User,
    at: datetime,
    note: str = "",
) -> None:
    """Correct the terms of an action point or decision; what they were before stays in its history.

    Errors: `NoSuchCommitment`, `NothingChanged`, `WithoutText`, `NotADueDate`.
    """
    check_terms(terms)
    row = locked(commitment)
    before, after = difference(terms_of(row), terms)
    if not after:
        raise NothingChanged
    _write(row, terms)
    add_step(row, Step(kind="corrected", on=on, at=at, by=by, note=note, before=before, after=after))


@transaction.atomic
def record_again(*, commitment: Ref, terms: ActionPointTerms | DecisionTerms, by: User, at: datetime) -> None:
    """Bring back what was withdrawn, with the terms as they are now.

    Errors: `NoSuchCommitment`, `WithoutText`, `NotADueDate`.
    """
    check_terms(terms)
    row = locked(commitment)
    _write(row, terms)
    add_step(row, Step(kind="recorded", on=terms.raised_on, at=at, by=by, after=as_json(terms)))


@transaction.atomic
def supersede_decision(*, decision: int, by_decision: int, on: date, by: User, at: datetime, note: str = "") -> None:
    """Record that a later decision took the place of this one.

    Errors: `NoSuchCommitment`, `SupersedesItself`, `NotOpen`, `ClosedBeforeRaised`, `OutOfOrder`.
    """
    row, later = _locked_decision(decision), _locked_decision(by_decision)
    _check_chain(row, later)
    check_open(row)
    check_order(row, on)
    row.superseded_by = later
    row.save(update_fields=["superseded_by"])
    after: dict[str, object] = {"superseded_by": later.pk}
    add_step(row, Step(kind="superseded", on=on, at=at, by=by, note=note, after=after))


def _locked_decision(number: int) -> Decision:
    row = locked(Ref("decision", number))
    assert isinstance(row, Decision)  # noqa: S101  for the type checker: the kind above says so
    return row


def _check_chain(decision: Decision, later: Decision) -> None:
    step: Decision | None = later
    while step is not None:
        if step.pk == decision.pk:
            raise SupersedesItself(decision_id=decision.pk)
        step = step.superseded_by


def _write(row: ActionPoint | Decision, terms: Terms, source: Shown | None = None) -> None:
    for key in (field.name for field in fields(terms) if field.name != "owners"):
        setattr(row, key, getattr(terms, key))
    row.due_on = terms.due_on
    if source is not None:
        row.file_id = source.file_id
        row.start, row.end, row.quote = source.evidence.start, source.evidence.end, source.evidence.quote
    row.save()
    _write_owners(row, terms)


def _write_owners(row: ActionPoint | Decision, terms: Terms) -> None:
    row.owners.all().delete()
    owners = list({owner.code: owner for owner in terms.owners}.values())
    if isinstance(row, ActionPoint):
        ActionPointOwner.objects.bulk_create(
            ActionPointOwner(action_point=row, code=owner.code, name=owner.name, position=position)
            for position, owner in enumerate(owners)
        )
    else:
        DecisionOwner.objects.bulk_create(
            DecisionOwner(decision=row, code=owner.code, name=owner.name, position=position)
            for position, owner in enumerate(owners)
        )
