"""The copies of a letter as a file: a row for each State."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.correspondence.domain.letters_told import CopyTold, LetterTold
from corcom.web.downloads import Cell
from corcom.web.state_names import state_name

COPY_COLUMNS = (
    *("number", "iso3", "state", "language", "addresses", "obligation", "period", "due_on"),
    *("left_out", "stands", "answered_on", "posted_on", "posted_by", "remark"),
)


def copy_row(found: LetterTold, copy: CopyTold) -> Sequence[Cell]:
    """One copy; `posted_by` is the way that its paper first left, as `POSTING_WAYS` name it."""
    concern = copy.concern
    posting = copy.postings[0].posting if copy.postings else None
    return (
        found.number_of(copy),
        copy.iso3,
        state_name(copy.iso3),
        copy.language,
        " ".join(copy.addresses),
        concern.obligation if concern else "",
        concern.period or "" if concern else "",
        concern.due_on or "" if concern else "",
        copy.left_out,
        copy.standing or "",
        copy.answers[0].on if copy.answers else "",
        posting.on if posting else "",
        posting.way if posting else "",
        posting.remark if posting else "",
    )
