"""A map with one tile for each State, so that Tuvalu is as visible as Brazil and no boundary is drawn."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import ClassVar, Literal

from corcom.web.pieces.states import StateName

TILE = 26
"""Side of a tile, with the gap after it; in units of the drawing."""

Fill = Literal["full", "half", "hatched", "dotted", "empty"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a tile can be: its words in the legend, and how it is filled (told apart without colour)."""

    key: str
    words: str
    fill: Fill


@dataclass(frozen=True, slots=True)
class Tile:
    state: StateName
    kind: Kind
    x: int
    y: int
    text_x: int
    text_y: int


@cache
def places() -> dict[str, tuple[int, int]]:
    """ISO3 code to column and row (`web/data/tiles.csv`)."""
    text = files("corcom.web").joinpath("data", "tiles.csv").read_text(encoding="utf-8")
    return {row["iso3"]: (int(row["column"]), int(row["row"])) for row in csv.DictReader(text.splitlines())}


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
    def tiles(self) -> list[Tile]:
        """From left to right and from north to south, which is also the order of the keyboard."""
        kinds = {kind.key: kind for kind in self.kinds}
        ordered = sorted(places().items(), key=lambda item: (item[1][1], item[1][0]))
        return [
            Tile(
                state=StateName(code),
                kind=kinds.get(self.of.get(code, ""), self.kinds[-1]),
                x=column * TILE + 1,
                y=row * TILE + 1,
                text_x=column * TILE + TILE // 2,
                text_y=row * TILE + 17,
            )
            for code, (column, row) in ordered
        ]

    @property
    def legend(self) -> list[tuple[Kind, int]]:
        """Each kind and how many States are of it."""
        return [(kind, len(states)) for kind, states in self.lists]

    @property
    def lists(self) -> list[tuple[Kind, list[StateName]]]:
        """The States of each kind, by name."""
        tiles = self.tiles
        return [
            (kind, sorted((tile.state for tile in tiles if tile.kind == kind), key=lambda state: state.words))
            for kind in self.kinds
        ]
