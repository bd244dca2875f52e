"""The record of a meeting as values: what was confirmed, each with its words; for pages and for documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.competence import CompetenceOf
from corcom.kernel.actor import Actor
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minutes.domain import reading as typed

I_co = TypeVar("I_co", bound=typed.Item, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced(Generic[I_co]):
    """A confirmed item with where it was found.

    `gone`: a person accepted it, and the latest reading of the file did not find it again.
    """

    item: I_co
    finding_id: int
    reading_id: int
    file_id: int
    gone: bool = False
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """An action point or decision of the record, as it stands on the day that was asked for."""

    followed: Followed
    finding_id: int
    reading_id: int
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPart:
    """One agenda item and what was said on it; `item` is None for what was said under none."""

    item: Sourced[typed.AgendaItem] | None
    interventions: tuple[Sourced[typed.Intervention], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A document that the record rests on, and its current reading."""

    file_id: int
    reading_id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRecord:
    """Everything that was confirmed of one meeting, in the order of its documents."""

    meeting_id: int
    heading: Heading
    next_meeting: NextMeeting | None
    competence: CompetenceOf
    files: tuple[SourceFile, ...]
    attendance: tuple[Sourced[typed.Attendance], ...] = ()
    absences: tuple[Sourced[typed.Absence], ...] = ()
    speakers: tuple[Sourced[typed.Speaker], ...] = ()
    agenda: tuple[AgendaPart, ...] = ()
    action_points: tuple[Promised, ...] = ()
    decisions: tuple[Promised, ...] = ()
    reported_decisions: tuple[Promised, ...] = ()
    mandates: tuple[Sourced[typed.Mandate], ...] = ()
    positions: tuple[Sourced[typed.Position], ...] = ()
    progress: tuple[Sourced[typed.Progress], ...] = ()
    dates: tuple[Sourced[typed.MentionedDate], ...] = ()
    figures: tuple[Sourced[typed.Figure], ...] = ()
    references: tuple[Sourced[typed.Reference], ...] = ()
    waiting: int = 0
    """How many proposals nobody has looked at yet."""


def by_agenda(
    items: tuple[Sourced[typed.AgendaItem], ...], said: tuple[Sourced[typed.Intervention], ...]
) -> tuple[AgendaPart, ...]:
    """The interventions under their agenda items, which they name by number or by title; the rest at the end."""
    places: dict[str, int] = {}
    for place, sourced in enumerate(items):
        for name in (sourced.item.number, sourced.item.title):
            if name:
                places.setdefault(name, place)
    under: list[list[Sourced[typed.Intervention]]] = [[] for _ in items]
    rest: list[Sourced[typed.Intervention]] = []
    for intervention in said:
        place = places.get(intervention.item.agenda or "", -1)
        (under[place] if place >= 0 else rest).append(intervention)
    parts = [AgendaPart(item=item, interventions=tuple(found)) for item, found in zip(items, under, strict=True)]
    return (*parts, AgendaPart(item=None, interventions=tuple(rest))) if rest else tuple(parts)
