"""Taking records over from another site so that they are found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.minutes.actions import Imported, import_meetings
from corcom.minutes.domain.written.meeting_file import MeetingFile
from corcom.minutes.models import Reading
from corcom.oversight.actions.indexing import index_reading
from corcom.oversight.models import Passage


@transaction.atomic
def import_records(*, files: Sequence[MeetingFile], by: User, at: datetime) -> list[Imported]:
    """Take meetings over, all of them or none, and let search find their documents.

    Of a meeting that is here already, only readings that search does not know are put into its index.
    Errors: `ImportRefused`.
    """
    done = import_meetings(files=files, by=by, at=at)
    for one in done:
        readings = Reading.objects.filter(meeting=one.meeting_id).order_by("superseded", "pk")
        if not one.new:
            readings = readings.exclude(pk__in=Passage.objects.values("reading"))
        for number in list(readings.values_list("pk", flat=True)):
            index_reading(reading=number)
    return done
