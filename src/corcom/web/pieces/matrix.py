"""A matrix of States by obligations: each cell a status in word and drawing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from corcom.web.pieces.states import StateName
from corcom.web.pieces.status import StatusMark


@dataclass(frozen=True, slots=True)
class MatrixRow:
    state: StateName
    cells: tuple[StatusMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """`columns` are the names of the obligations, in the order of the articles."""

    template: ClassVar[str] = "pieces/matrix.html"

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
