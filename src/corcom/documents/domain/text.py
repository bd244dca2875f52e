"""The text of a document, with what its format says of structure.

Every reader of a format gives the same thing: one string, and marks over it. Offsets in marks are character offsets
into that string. For plain text there are no marks: the reader of minutes then finds structure from the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span of the text of which the format says something.

    `heading`: a line that is a heading of `level` (1 is highest). `cell`: one cell of table number `table` at `row`,
    `column` (all from 0). `bold`: a run or a line set in bold. `note`: a footnote, set after the text it belongs to.
    """

    kind: Literal["heading", "cell", "bold", "note"]
    start: int
    end: int
    level: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentText:
    """`text` as it will be read and quoted; `media_type` as found in the bytes, whatever the file's name says."""

    text: str
    media_type: str
    marks: tuple[Mark, ...] = ()
    warnings: tuple[str, ...] = ()
