"""How accepted action points and decisions become commitments, and what undoing makes of them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from corcom.followup.actions import (
    NothingChanged,
    Shown,
    close_commitment,
    correct_commitment,
    record_action_point,
    record_again,
    record_decision,
    withdraw_commitment,
)
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.followup.models import ActionPoint, Decision
from corcom.kernel.folding import folded
from corcom.minutes.actions.hand import Hand
from corcom.minutes.domain.into_record import Setting, action_point_terms, decision_terms
from corcom.minutes.domain.reading import ActionPoint as PromisedItem
from corcom.minutes.domain.reading import Decision as DecidedItem
from corcom.minutes.models import Finding
from corcom.minutes.queries.items import evidence_of, on_record, typed_item


def enter_commitment(row: Finding, setting: Setting, hand: Hand) -> None:
    """Make the commitment that an accepted finding names, unless it is there already."""
    terms = terms_of_finding(row, setting)
    earlier = row.replaces
    known = ref_of(row)
    if earlier is not None and ref_of(earlier) is not None and earlier.state == "accepted":
        _link(row, ref_of(earlier))
        correct_to(row, terms, hand)
    elif known is not None:
        record_again(commitment=known, terms=terms, by=hand.by, at=hand.at)
        _close_if_done(row, known, terms, hand)
    elif twin := _twin(row, terms):
        _link(row, twin)
    else:
        _record(row, terms, hand)


def correct_to(row: Finding, terms: ActionPointTerms | DecisionTerms, hand: Hand) -> None:
    """Give the commitment of a finding these terms."""
    known = ref_of(row)
    if known is None:
        return
    try:
        correct_commitment(commitment=known, terms=terms, on=hand.at.date(), by=hand.by, at=hand.at)
    except NothingChanged:
        return


def leave_commitment(row: Finding, hand: Hand) -> None:
    """Take back the commitment of a finding that is accepted no more, unless another finding still names it."""
    known = ref_of(row)
    if known is None:
        return
    others = Finding.objects.filter(on_record(), **{known.kind: known.number})
    if others.exclude(pk=row.pk).exists():
        _link(row, None)
    else:
        withdraw_commitment(commitment=known, by=hand.by, at=hand.at)


def terms_of_finding(row: Finding, setting: Setting) -> ActionPointTerms | DecisionTerms:
    """The terms that a finding proposes or was confirmed with."""
    item = typed_item(row)
    if isinstance(item, PromisedItem):
        return action_point_terms(item, setting)
    if isinstance(item, DecidedItem):
        return decision_terms(item, setting, reported=row.kind == "reported_decision")
    raise TypeError(row.kind)


def ref_of(row: Finding) -> Ref | None:
    """The commitment that a finding is linked to."""
    if row.action_point_id is not None:
        return Ref("action_point", row.action_point_id)
    return Ref("decision", row.decision_id) if row.decision_id is not None else None


def _record(row: Finding, terms: ActionPointTerms | DecisionTerms, hand: Hand) -> None:
    source = Shown(file_id=row.reading.file_id, evidence=evidence_of(row))
    if isinstance(terms, DecisionTerms):
        decision = record_decision(terms=terms, source=source, by=hand.by, at=hand.at)
        _link(row, Ref("decision", decision.pk))
        return
    point = record_action_point(terms=terms, source=source, by=hand.by, at=hand.at)
    ref = Ref("action_point", point.pk)
    _link(row, ref)
    _close_if_done(row, ref, terms, hand)


def _close_if_done(row: Finding, ref: Ref, terms: ActionPointTerms | DecisionTerms, hand: Hand) -> None:
    """Close at once what the record itself says was done by the time of the meeting."""
    item = typed_item(row)
    if isinstance(item, PromisedItem) and item.status == "done":
        shown = Shown(file_id=row.reading.file_id, evidence=evidence_of(row))
        close_commitment(commitment=ref, on=terms.raised_on, by=hand.by, at=hand.at, shown=shown)


def _link(row: Finding, ref: Ref | None) -> None:
    row.action_point_id = ref.number if ref and ref.kind == "action_point" else None
    row.decision_id = ref.number if ref and ref.kind == "decision" else None
    row.save(update_fields=["action_point", "decision"])


def _twin(row: Finding, terms: ActionPointTerms | DecisionTerms) -> Ref | None:
    """The same commitment of the same meeting, found in another document or twice in one."""
    linked: QuerySet[Finding] = Finding.objects.filter(on_record()).exclude(pk=row.pk)
    same = {"convention": terms.convention, "body": terms.body, "raised_on": terms.raised_on}
    candidates: Iterable[ActionPoint | Decision]
    if isinstance(terms, DecisionTerms):
        candidates = Decision.objects.filter(findings__in=linked, reported=terms.reported, **same).distinct()
    else:
        candidates = ActionPoint.objects.filter(findings__in=linked, **same).distinct()
    wanted = folded(terms.text)
    for candidate in candidates:
        if folded(candidate.text) == wanted:
            return Ref("decision" if isinstance(candidate, Decision) else "action_point", candidate.pk)
    return None
