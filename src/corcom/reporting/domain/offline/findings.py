"""What could not be read surely in a form that came back: what it is, where it stands, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corcom.kernel.marked import Filled, gettext_noop

FormFindingKind = Literal[
    "part_missing", "missing", "twice", "label", "moved", "column_missing", "column_label", "row_moved", "beside",
    "rows", "value", "loose",
]  # fmt: skip

_STAYS = gettext_noop("What the draft says there stays. Answer it on the page, or in a form that you download again.")
_PUT_BACK = gettext_noop("What the draft says there stays. Put it back as the form had it and send the file again.")

SAID: Mapping[FormFindingKind, tuple[str, str]] = {
    "part_missing": (gettext_noop("The part is not in the file any more."), _STAYS),
    "missing": (gettext_noop("The question is not in the file any more."), _STAYS),
    "twice": (
        gettext_noop("The question stands in the file more than once, and nobody can say which answer counts."),
        gettext_noop("What the draft says there stays. Leave one of them in the file and send it again."),
    ),
    "label": (gettext_noop("The words of the question were changed."), _PUT_BACK),
    "moved": (gettext_noop("Beside the question its answer is not found: cells were moved, merged or split."), _PUT_BACK),
    "column_missing": (gettext_noop("The column is not in the table any more; nothing of the table is read."), _PUT_BACK),
    "column_label": (
        gettext_noop("The head of the column was changed or moved; nothing of the table is read."),
        _PUT_BACK,
    ),
    "row_moved": (
        gettext_noop("The cells of the row are not those of the head: they were moved, merged or split. Nothing of the table is read."),
        _PUT_BACK,
    ),
    "beside": (
        gettext_noop("“%(text)s” stands beside the columns of the table; nothing of the table is read."),
        gettext_noop("What the draft says there stays. Move it into its column and send the file again."),
    ),
    "rows": (
        gettext_noop("The table has more than %(most)s rows; nothing of it is read."),
        gettext_noop("What the draft says there stays. Put rows of one kind together, and attach the long list as a file."),
    ),
    "value": (
        gettext_noop("%(reason)s"),
        gettext_noop("What the draft says there stays. Correct it in the file and send it again, or on the page."),
    ),
    "loose": (
        gettext_noop("“%(text)s” stands where the form asks nothing, and is not read."),
        gettext_noop("If it belongs to an answer, put it there and send the file again."),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFinding:
    """One of them. `part`, `field`, `column` are codes, `row` counts from 1; empty or 0 where it has none."""

    kind: FormFindingKind
    part: str = ""
    field: str = ""
    column: str = ""
    row: int = 0
    values: tuple[tuple[str, object], ...] = ()

    @property
    def what(self) -> Filled:
        """What is the matter."""
        return Filled(SAID[self.kind][0], **dict(self.values))

    @property
    def todo(self) -> Filled:
        """What became of it, and what to do."""
        return Filled(SAID[self.kind][1])
