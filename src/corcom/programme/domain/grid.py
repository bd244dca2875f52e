"""A programme drawn as a grid: days beside each other, hours below each other, and what stands in each place.

A session that runs over several bands joins them into one cell; sessions in parallel stand in the same cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corcom.programme.domain.programme import Programme
from corcom.programme.domain.session import Session, clock_of, in_time_order, minutes_of

HOUR = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """One line of the grid. `in_slot`: the meeting sits then; else it is a break, or before or after all."""

    start: str
    end: str
    in_slot: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One place of the grid: a day from `start` on, `lines` bands high, with the sessions in it."""

    day: date
    start: str
    lines: int
    in_slot: bool
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """`rows` has for each band the cells that begin with it, one for each day unless one from above goes on."""

    days: tuple[date, ...]
    rows: tuple[tuple[Band, tuple[GridCell, ...]], ...]


def grid_of(programme: Programme) -> Grid:
    """The grid of a programme, with the hours from the first slot or session to the last."""
    days, bands = programme.shown_days, bands_of(programme)
    begun: list[list[GridCell]] = [[] for _ in bands]
    for day in days:
        for at, cell in _cells(day, bands, [one for one in programme.sessions if one.day == day]):
            begun[at].append(cell)
    return Grid(days=days, rows=tuple((band, tuple(cells)) for band, cells in zip(bands, begun, strict=True)))


def bands_of(programme: Programme) -> tuple[Band, ...]:
    """The lines of the grid: whole hours, cut where a slot begins or ends; a break is one line unless a session needs it."""
    used = [*((slot.start, slot.end) for slot in programme.slots), *((s.start, s.end) for s in programme.sessions)]
    slots = [(minutes_of(slot.start), minutes_of(slot.end)) for slot in programme.slots]
    first, last = min(minutes_of(start) for start, _ in used), max(minutes_of(end) for _, end in used)
    edges = {first, last, *(edge for slot in slots for edge in slot)}
    starts = {minutes_of(session.start) for session in programme.sessions}
    hours = {hour for hour in range(first - first % HOUR, last, HOUR) if first < hour < last}
    edges |= {hour for hour in hours if _is_in(hour, slots) or any(hour <= at < hour + HOUR for at in starts)}
    ordered = sorted(edges)
    return tuple(
        Band(start=clock_of(one), end=clock_of(two), in_slot=_is_in(one, slots)) for one, two in pairwise(ordered)
    )


def _is_in(at: int, slots: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in slots)


def _cells(day: date, bands: Sequence[Band], sessions: Sequence[Session]) -> list[tuple[int, GridCell]]:
    """The cells of a day, each with the number of the band with which it begins."""
    found: list[tuple[int, GridCell]] = []
    at = 0
    while at < len(bands):
        end, within = at, [one for one in sessions if _begins_in(one, bands[at])]
        # A session that began may run into bands in which others begin, which may run further.
        while end < len(bands) - 1 and any(one.end > bands[end].end for one in within):
            end += 1
            within += [one for one in sessions if _begins_in(one, bands[end])]
        cell = GridCell(
            day=day,
            start=bands[at].start,
            lines=end - at + 1,
            in_slot=bands[at].in_slot,
            sessions=tuple(in_time_order(within)),
        )
        found.append((at, cell))
        at = end + 1
    return found


def _begins_in(session: Session, band: Band) -> bool:
    return band.start <= session.start < band.end
