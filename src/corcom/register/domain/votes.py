"""Recorded votes of States on resolutions of the General Assembly; a State that was absent has no row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from corcom.kernel.packaged import packaged_rows
from corcom.kernel.rows import TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.kernel.tables import Cell, TableKind
from corcom.register.domain.states import state_codes

COLUMNS = ("year", "resolution", "iso3", "vote", "source", "certainty", "note")
SOURCE = (
    "E. Voeten, Data and Analyses of Voting in the UN General Assembly, through the R package unvotes 0.3.0"
    " (https://github.com/cran/unvotes)"
)
"""Of the votes that come with CorCom."""

Side = Literal["yes", "no", "abstain"]
SIDES: tuple[Side, ...] = get_args(Side)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """How a State voted on a resolution in a year."""

    year: int
    resolution: str
    iso3: str
    vote: Side
    source: str
    certainty: Certainty
    note: str = ""
    number: int = 0


def read_row(row: TableRow) -> Vote:
    """A row as a value; raises `CellRefused`."""
    return _read(row, source=row.text("source"), certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)))


def _read(row: TableRow, *, source: str, certainty: Certainty) -> Vote:
    year = row.year("year")
    if year is None:
        raise row.refused("year", "a year, such as 2016")
    row.text("resolution")
    return Vote(
        year=year,
        resolution=row.short("resolution", 60),
        iso3=row.choice("iso3", state_codes()),
        vote=cast("Side", row.choice("vote", SIDES)),
        source=source,
        certainty=certainty,
        note=row.maybe("note"),
    )


def write_row(vote: Vote) -> tuple[Cell, ...]:
    """The cells of a value, in the order of `COLUMNS`."""
    return vote.year, vote.resolution, vote.iso3, vote.vote, vote.source, vote.certainty, vote.note


def _identities(_: Iterable[Vote]) -> Callable[[Vote], Hashable]:
    return lambda vote: (vote.resolution, vote.iso3)


VOTES = TableKind(
    code="votes",
    columns=COLUMNS,
    read=read_row,
    write=write_row,
    identities=_identities,
    scope=lambda vote: vote.resolution,
    said=lambda vote: f"{vote.resolution} {vote.iso3} {vote.vote}",
)
"""A vote is one of a State on a resolution."""


@cache
def packaged_votes() -> tuple[Vote, ...]:
    """The votes that come with CorCom (`register/data/facts/votes.csv`)."""
    rows = packaged_rows("corcom.register", "data", "facts", "votes.csv")
    return tuple(_read(row, source=SOURCE, certainty="certain") for row in rows)
