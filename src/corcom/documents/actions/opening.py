"""Changing for whom a document is."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from django.db import transaction

from corcom.documents.actions.registering import DetailsRefused, last_hand
from corcom.documents.actions.steps import locked_document, write_step
from corcom.documents.domain.circles import CIRCLES, Circle, up_to
from corcom.kernel.errors import ChangedMeanwhile, CorcomError


class OpensWider(CorcomError):
    """The change lets more people read the document, from `before` to `after`, and nobody said that this is meant."""

    def __init__(self, *, before: Circle, after: Circle) -> None:
        super().__init__(f"from {before} to {after}")
        self.before = before
        self.after = after


@transaction.atomic
def change_circle(
    *, number: int, version: int, circle: Circle, by: str, at: datetime, note: str = "", sure: bool = False
) -> bool:
    """Give a document another class; False where it has it already.

    One that more people may read than before needs `sure`. Errors: `NoSuchDocument`, `DetailsRefused`, `OpensWider`;
    `ChangedMeanwhile` where it is not at `version` any more.
    """
    if circle not in CIRCLES:
        raise DetailsRefused("circle")
    row = locked_document(number)
    if row.version != version:
        raise ChangedMeanwhile(version=row.version, by=last_hand(row))
    before = cast("Circle", row.circle)
    if before == circle:
        return False
    if circle in up_to(before) and not sure:
        raise OpensWider(before=before, after=circle)
    row.circle = circle
    row.version += 1
    row.save(update_fields=["circle", "version"])
    change = ({"circle": before}, {"circle": circle})
    write_step(row, "class_changed", by=by, at=at, note=note.strip(), change=change)
    return True
