"""The table of action points at the end of a record or of minutes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from corcom.documents.domain.official import Cell, Column
from corcom.kernel.wording import Wording

PointRow = tuple[str, str, str, str]
"""What, who, by when, and what the last column says."""


class Paper(Protocol):
    """Whatever a table can be written on."""

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> None:
        """Write a table."""


def write_action_table(paper: Paper, rows: Sequence[PointRow], wording: Wording, *, last: str) -> None:
    """Write the action points as a table with their numbers, from 1 on; `last` is the head of the last column."""
    gettext = wording.gettext
    columns = (
        Column(head=gettext("No."), width=1.2),
        Column(head=gettext("What"), width=6.6),
        Column(head=gettext("Who"), width=3.2),
        Column(head=gettext("By when"), width=2.6),
        Column(head=last, width=2.4),
    )
    paper.table(columns, [(str(number), *row) for number, row in enumerate(rows, start=1)])
