"""Action points and decisions as they stand on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar, cast

from django.db.models import Case, CharField, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from corcom.followup.domain.commitment import STEPS_THAT_TURN, Followed, Kind, Ref, State
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.followup.models import ActionPoint, Decision, FollowUpEvent, Ownership
from corcom.kernel.actor import Actor
from corcom.kernel.errors import CorcomError
from corcom.kernel.source import Evidence

C = TypeVar("C", ActionPoint, Decision)

EVERYTHING = Wanted()


class NoSuchCommitment(CorcomError):
    """There is no action point or decision with this number on that day."""

    def __init__(self, *, kind: Kind, number: int) -> None:
        super().__init__(f"no {kind} {number}")
        self.kind = kind
        self.number = number


def action_points(*, day: date, wanted: Wanted = EVERYTHING, numbers: Sequence[int] | None = None) -> list[Followed]:
    """The action points that stand on `day`, soonest due first, those without a due date last. Two SQL queries.

    `numbers` narrows to these ids.
    """
    return [followed(row) for row in _standing(ActionPoint.objects.all(), day, wanted, numbers)]


def decisions(*, day: date, wanted: Wanted = EVERYTHING, numbers: Sequence[int] | None = None) -> list[Followed]:
    """The decisions that stand on `day`, in the same order. Two SQL queries."""
    return [followed(row) for row in _standing(Decision.objects.all(), day, wanted, numbers)]


def action_point(*, number: int, day: date) -> Followed:
    """One action point on `day`. Errors: `NoSuchCommitment`."""
    for found in action_points(day=day, numbers=[number]):
        return found
    raise NoSuchCommitment(kind="action_point", number=number)


def decision(*, number: int, day: date) -> Followed:
    """One decision on `day`. Errors: `NoSuchCommitment`."""
    for found in decisions(day=day, numbers=[number]):
        return found
    raise NoSuchCommitment(kind="decision", number=number)


def terms_of(row: ActionPoint | Decision) -> ActionPointTerms | DecisionTerms:
    """The terms of a row as a value."""
    return _terms(row, row.owners.all())


def _terms(row: ActionPoint | Decision, owners: Iterable[Ownership]) -> ActionPointTerms | DecisionTerms:
    keys = ("convention", "body", "text", "raised_on", "theme", "agenda", "due", "due_text")
    shared: dict[str, Any] = {key: getattr(row, key) for key in keys}
    shared["owners"] = tuple(Actor(owner.code, owner.name) for owner in owners)
    if isinstance(row, ActionPoint):
        return ActionPointTerms(**shared, tentative=row.tentative)
    return DecisionTerms(**shared, paragraph=row.paragraph, taken_on=row.taken_on, reported=row.reported)


def standing(rows: QuerySet[C], day: date) -> QuerySet[C]:
    """Those of `rows` that exist on `day`, each with `state` and `turned_on` computed from its events in SQL."""
    link = "action_point" if rows.model is ActionPoint else "decision"
    events = FollowUpEvent.objects.filter(**{link: OuterRef("pk")})
    turn = events.filter(kind__in=STEPS_THAT_TURN, on__lte=day).order_by("-on", "-id")
    set_down = events.filter(kind__in=("recorded", "withdrawn")).order_by("-id")
    state = Case(
        When(last_turn="closed", then=Value("done")),
        When(last_turn="superseded", then=Value("superseded")),
        When(due_on__lt=day, then=Value("overdue")),
        default=Value("open"),
        output_field=CharField(),
    )
    return cast(
        "QuerySet[C]",
        rows.filter(raised_on__lte=day)
        .annotate(set_down=Subquery(set_down.values("kind")[:1]))
        .exclude(set_down="withdrawn")
        .annotate(
            last_turn=Subquery(turn.values("kind")[:1]),
            turned_on=Coalesce(Subquery(turn.values("on")[:1]), F("raised_on")),
        )
        .annotate(state=state),
    )


def narrowed(rows: QuerySet[C], wanted: Wanted) -> QuerySet[C]:
    """Those of `standing` rows that are wanted."""
    exact = {"theme": wanted.theme, "body": wanted.body, "convention": wanted.convention}
    condition = Q(**{key: value for key, value in exact.items() if value})
    if wanted.owner:
        condition &= Q(owners__code=wanted.owner)
    if wanted.state:
        condition &= Q(state__in=("open", "overdue") if wanted.state == "pending" else (wanted.state,))
    if wanted.due_from:
        condition &= Q(due_on__gte=wanted.due_from)
    if wanted.due_until:
        condition &= Q(due_on__lte=wanted.due_until)
    if wanted.raised_on:
        condition &= Q(raised_on=wanted.raised_on)
    for word in wanted.text.split():
        condition &= Q(text__icontains=word) | Q(quote__icontains=word)
    return rows.filter(condition)


def _standing(rows: QuerySet[C], day: date, wanted: Wanted, numbers: Sequence[int] | None) -> QuerySet[C]:
    if numbers is not None:
        rows = rows.filter(pk__in=numbers)
    found = narrowed(standing(rows, day), wanted)
    return with_owners(found.order_by(F("due_on").asc(nulls_last=True), "raised_on", "id"))


def with_owners(rows: QuerySet[C]) -> QuerySet[C]:
    """The rows with their owners at hand, for `followed`. One SQL query more."""
    # As a list: otherwise Django makes a queryset for each row, which takes longer than reading them.
    return rows.prefetch_related(Prefetch("owners", to_attr="owners_at_hand"))


def followed(row: ActionPoint | Decision) -> Followed:
    """A row of `standing` as a value; its owners must be at hand (`with_owners`)."""
    computed: Any = row
    return Followed(
        ref=Ref("action_point" if isinstance(row, ActionPoint) else "decision", row.pk),
        terms=_terms(row, computed.owners_at_hand),
        state=cast("State", computed.state),
        turned_on=computed.turned_on,
        file_id=row.file_id,
        evidence=Evidence(start=row.start, end=row.end, quote=row.quote),
        superseded_by_id=row.superseded_by_id if isinstance(row, Decision) else None,
    )
