"""Undoing: each person takes back what they did themselves, the last first."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.minuting.actions.errors import ChangedSince, NothingToUndo
from corcom.minuting.actions.starting import written
from corcom.minuting.actions.versions import put, write
from corcom.minuting.models import MinutesParagraph, ParagraphVersion, WrittenMinutes

_UNDOABLE = ("added", "changed", "merged", "moved", "removed")


@transaction.atomic
def undo_last(*, meeting: int, by: User, at: datetime) -> int:
    """Take back the last change that `by` made; asked again, the one before. Gives the number of its paragraph.

    Errors: `NotWritten`, `AlreadyApproved`, `NothingToUndo`; `ChangedSince` where somebody else changed the paragraph since.
    """
    last = _last(written(meeting), by)
    row = (
        MinutesParagraph.objects.select_for_update(of=("self",))
        .select_related("section", "changed_by")
        .get(pk=last.paragraph_id)
    )
    if (row.said, row.removed) != (last.said, last.removed):
        raise ChangedSince(by=row.changed_by.get_full_name())
    earlier = row.versions.filter(pk__lt=last.pk).exclude(kind="collided").select_related("section").last()
    if earlier is None:
        row.removed = True
    else:
        row.said, row.removed = earlier.said, earlier.removed
        if last.kind == "moved":
            put(row, earlier.section, earlier.after)
    write(row, "undone", by=by, at=at, undoes=last)
    return row.pk


def _last(minutes: WrittenMinutes, by: User) -> ParagraphVersion:
    rows = ParagraphVersion.objects.filter(paragraph__section__minutes=minutes, by=by, kind__in=_UNDOABLE)
    found = rows.filter(undone_by=None).last()
    if found is None:
        raise NothingToUndo
    return found
