"""Written minutes in the form of a meeting's record, for writers that know records; nothing of it is in the store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from corcom.followup.domain.commitment import Followed, Ref
from corcom.followup.domain.competence import competence_of
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.concerned import actors_named
from corcom.minutes.domain.into_record import Setting, action_point_terms, decision_terms
from corcom.minutes.domain.record import AgendaPart, MeetingRecord, Promised, Sourced
from corcom.minuting.domain.composing import composed
from corcom.minuting.domain.content import MinutesContent

I = TypeVar("I", bound=typed.Item)  # noqa: E741  as the records have it
NOWHERE = 0
"""The number of a finding, reading or file that is not stored."""


def as_record(content: MinutesContent) -> MeetingRecord:
    """The minutes as a record: only what the minutes themselves name stands in it."""
    reading, heading = composed(content).reading, content.heading
    setting = Setting(heading=heading, agenda=reading.agenda)
    points = (action_point_terms(one, setting) for one in reading.action_points)
    decided = (decision_terms(one, setting, reported=False) for one in reading.decisions)
    return MeetingRecord(
        meeting_id=NOWHERE,
        heading=heading,
        next_meeting=content.next_meeting,
        competence=competence_of(heading.convention, heading.body),
        files=(),
        attendance=tuple(_sourced(one, (one.delegation,), heading.convention) for one in reading.attendance),
        absences=tuple(_sourced(one, (one.delegation,), heading.convention) for one in reading.absences),
        agenda=tuple(AgendaPart(item=_sourced(one, (), ""), interventions=()) for one in reading.agenda),
        action_points=tuple(
            _promised(terms, one.evidence) for terms, one in zip(points, reading.action_points, strict=True)
        ),
        decisions=tuple(_promised(terms, one.evidence) for terms, one in zip(decided, reading.decisions, strict=True)),
    )


def _sourced(item: I, names: Iterable[str | None], convention: str) -> Sourced[I]:
    actors = actors_named(names, convention)
    return Sourced(item=item, finding_id=NOWHERE, reading_id=NOWHERE, file_id=NOWHERE, actors=actors)


def _promised(terms: ActionPointTerms | DecisionTerms, evidence: Any) -> Promised:
    kind: Any = "decision" if isinstance(terms, DecisionTerms) else "action_point"
    followed = Followed(
        ref=Ref(kind, NOWHERE),
        terms=terms,
        state="open",
        turned_on=terms.raised_on,
        file_id=NOWHERE,
        evidence=evidence,
    )
    return Promised(followed=followed, finding_id=NOWHERE, reading_id=NOWHERE)
