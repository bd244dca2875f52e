"""What was found in a file that came back, before anybody asks what it means: answers beside marks, rows below marks, loose text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FoundCell:
    """What stands in a cell. `is_number`: as a number of a spreadsheet, in which a point can set no thousands apart."""

    text: str
    is_number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAnswer:
    """What stands beside a question. `cell` is None where not exactly one cell stands there; `sum` is that of the label now."""

    cell: FoundCell | None
    is_label_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """A row below a head, by the marks of its columns. `is_whole` is false where its cells are not those of the head."""

    number: int
    cells: Mapping[str, FoundCell]
    is_whole: bool = True
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """The rows below one head. `changed`: the marks of columns whose label is not the one that the form gave them."""

    columns: tuple[str, ...]
    changed: frozenset[str]
    rows: tuple[FoundRow, ...]


@dataclass(slots=True)
class FoundForm:
    """All that was found; by mark, for a mark may have come twice. `loose`: text that stands where no question is."""

    stamps: set[str] = field(default_factory=set)
    answers: dict[str, list[FoundAnswer]] = field(default_factory=dict)
    tables: dict[str, list[FoundTable]] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)
