"""A map with one tile for each State, so that Tuvalu is as visible as Brazil and no boundary is drawn."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import ClassVar, Literal

from django.utils.html import escape
from django.utils.safestring import SafeString

from corcom.register.domain.states import state_codes
from corcom.web.pieces.states import StateName

TILE = 26
"""Side of a tile, with the gap after it; in units of the drawing."""

PATTERNS = ("half", "hatched", "dotted")
"""The fills that are a pattern over the paper."""

Fill = Literal["full", "half", "hatched", "dotted", "empty"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a tile can be: its words in the legend, and how it is filled (told apart without colour)."""

    key: str
    words: str
    fill: Fill


@cache
def places() -> dict[str, tuple[int, int]]:
    """ISO3 code to column and row (`web/data/tiles.csv`); a State that a site added stands in a row below all others."""
    text = files("corcom.web").joinpath("data", "tiles.csv").read_text(encoding="utf-8")
    found = {row["iso3"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(text.splitlines())}
    below = max(row for _, row in found.values()) + 1
    return found | {code: (column, below) for column, code in enumerate(sorted(state_codes() - found.keys()))}


@dataclass(frozen=True, slots=True, kw_only=True)
class TileMap:
    """`of` gives the kind of each State by code; a State that is not in it gets the last kind.

    The lists by kind below the drawing are its text alternative.
    """

    template: ClassVar[str] = "pieces/tiles.html"

    id: str
    title: str
    kinds: tuple[Kind, ...]
    of: Mapping[str, str]

    @property
    def width(self) -> int:
        return (max(column for column, _ in places().values()) + 1) * TILE

    @property
    def height(self) -> int:
        return (max(row for _, row in places().values()) + 1) * TILE

    @property
    def tiles(self) -> list[tuple[StateName, Kind, int, int]]:
        """State, kind, and place of the upper left corner; from north to south and from west to east."""
        kinds = {kind.key: kind for kind in self.kinds}
        ordered = sorted(places().items(), key=lambda item: (item[1][1], item[1][0]))
        return [
            (StateName(code), kinds.get(self.of.get(code, ""), self.kinds[-1]), column * TILE + 1, row * TILE + 1)
            for code, (column, row) in ordered
        ]

    def drawing(self, query: str) -> SafeString:
        """The tiles as SVG; `query` goes on their links. Put together here, for a template takes ten times as long."""
        return SafeString("".join(self._tile(*tile, query) for tile in self.tiles))

    def _tile(self, state: StateName, kind: Kind, x: int, y: int, query: str) -> str:
        square = f'x="{x}" y="{y}" width="{TILE - 2}" height="{TILE - 2}"'
        pattern = ""
        if kind.fill in PATTERNS:
            pattern = f'<rect class="tile-pattern" {square} fill="url(#{self.id}-{kind.fill})"/>'
        drawn = (
            f'<g class="tile tile-{kind.fill}"><title>{escape(state.words)}: {escape(kind.words)}</title>'
            f"<rect {square}/>{pattern}"
            f'<text x="{x + TILE // 2 - 1}" y="{y + 16}" text-anchor="middle">{state.code}</text></g>'
        )
        return f'<a href="{escape(state.address + query)}" tabindex="-1">{drawn}</a>' if state.address else drawn

    @property
    def legend(self) -> list[tuple[Kind, int]]:
        """Each kind and how many States are of it."""
        return [(kind, len(states)) for kind, states in self.lists]

    @property
    def lists(self) -> list[tuple[Kind, list[StateName]]]:
        """The States of each kind, by name."""
        tiles = self.tiles
        return [
            (kind, sorted((state for state, of, _, _ in tiles if of == kind), key=lambda state: state.words))
            for kind in self.kinds
        ]
