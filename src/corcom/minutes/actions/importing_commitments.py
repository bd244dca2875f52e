"""The commitments of a meeting that comes from another site, and what became of them there."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.documents.models import StoredFile
from corcom.followup.actions import (
    FollowUpRefused,
    Shown,
    close_commitment,
    record_action_point,
    record_decision,
    reopen_commitment,
    supersede_decision,
    take_up_commitment,
)
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.terms import DecisionTerms
from corcom.followup.models import Decision
from corcom.kernel.source import Evidence
from corcom.minutes.actions.hand import Hand
from corcom.minutes.actions.importing_findings import Rows
from corcom.minutes.domain.written.meeting_file import COMMITMENTS, DecisionName, FollowedUp, MeetingFile, StepOf, Words

Refs = dict[tuple[str, int], Ref]
"""The commitment of each entry, by its list and its place in it."""


class LaterDecisionMissing(FollowUpRefused):
    """What superseded a decision (`name`) is not here."""

    def __init__(self, name: DecisionName) -> None:
        where = f"{name.convention} {name.body} of {name.raised_on}"
        super().__init__(f"it was superseded by a decision of {where} that is not here; import that meeting first")
        self.name = name


def record_commitments(*, file: MeetingFile, rows: Rows, documents: Sequence[StoredFile], hand: Hand) -> Refs:
    """Record every commitment of the file with its terms. Errors: `FollowUpRefused`, naming its place."""
    refs: Refs = {}
    for section, place, followed in _followed(file):
        source = _shown(followed.words, documents)
        row = rows[section, place]
        try:
            if isinstance(followed.terms, DecisionTerms):
                decision = record_decision(terms=followed.terms, source=source, by=hand.by, at=hand.at)
                refs[section, place] = Ref("decision", decision.pk)
                row.decision = decision
            else:
                point = record_action_point(terms=followed.terms, source=source, by=hand.by, at=hand.at)
                refs[section, place] = Ref("action_point", point.pk)
                row.action_point = point
        except FollowUpRefused as error:
            raise FollowUpRefused(f"{section}.{place}.follow_up.terms: {error}") from error
        row.save(update_fields=["decision", "action_point"])
    return refs


def take_steps(*, file: MeetingFile, refs: Refs, documents: Sequence[StoredFile], hand: Hand) -> None:
    """Record every step of the file, in its order. Errors: `FollowUpRefused`, naming its place."""
    for section, place, followed in _followed(file):
        for number, step in enumerate(followed.steps):
            try:
                _take(step, refs[section, place], documents, hand)
            except FollowUpRefused as error:
                raise FollowUpRefused(f"{section}.{place}.follow_up.steps.{number}: {error}") from error


def _take(step: StepOf, ref: Ref, documents: Sequence[StoredFile], hand: Hand) -> None:
    shown = _shown(step.shown, documents) if step.shown else None
    if step.kind == "closed":
        close_commitment(commitment=ref, on=step.on, by=hand.by, at=hand.at, note=step.note, shown=shown)
    elif step.kind == "taken_up":
        take_up_commitment(commitment=ref, on=step.on, by=hand.by, at=hand.at, note=step.note, shown=shown)
    elif step.kind == "reopened":
        reopen_commitment(commitment=ref, on=step.on, by=hand.by, at=hand.at, note=step.note)
    elif step.superseded_by is not None:
        later = _decision(step.superseded_by)
        supersede_decision(decision=ref.number, by_decision=later, on=step.on, by=hand.by, at=hand.at, note=step.note)


def _decision(name: DecisionName) -> int:
    same = {"convention": name.convention, "body": name.body, "raised_on": name.raised_on, "text": name.text}
    found = Decision.objects.filter(**same).order_by("id").first()
    if found is None:
        raise LaterDecisionMissing(name)
    return found.pk


def _followed(file: MeetingFile) -> list[tuple[str, int, FollowedUp]]:
    return [
        (section, place, entry.followed_up)
        for section in COMMITMENTS
        for place, entry in enumerate(file.entries[section])
        if entry.followed_up is not None
    ]


def _shown(words: Words, documents: Sequence[StoredFile]) -> Shown:
    evidence = Evidence(start=words.start, end=words.end, quote=words.quote)
    return Shown(file_id=documents[words.document].pk, evidence=evidence)
