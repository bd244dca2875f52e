"""The one place where paragraphs and their versions are written."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db.models import Max

from corcom.access.models import User
from corcom.minuting.domain.paragraphs import TakingDown
from corcom.minuting.models import MinutesParagraph, MinutesSection, ParagraphVersion

AT_THE_END = -1
"""Stands for the last paragraph of a section."""


def add(
    section: MinutesSection,
    said: TakingDown,
    *,
    by: User,
    at: datetime,
    after: int | None = AT_THE_END,
    kind: str = "added",
) -> MinutesParagraph:
    """A new paragraph after another of its section (None: before all), with its first version."""
    last = section.paragraphs.aggregate(last=Max("position"))["last"] or 0
    row = MinutesParagraph.objects.create(
        section=section, position=last + 1, said=asdict(said), version=0, changed_at=at, changed_by=by
    )
    if after != AT_THE_END:
        put(row, section, after)
    write(row, kind, by=by, at=at)
    return row


def put(row: MinutesParagraph, section: MinutesSection, after: int | None) -> None:
    """Put a paragraph after another of a section, or before all; what is not there any more counts as the end."""
    others = [one for one in section.paragraphs.order_by("position", "id") if one.pk != row.pk]
    places = [one.pk for one in others]
    at = 0 if after is None else places.index(after) + 1 if after in places else len(places)
    row.section = section
    others.insert(at, row)
    for position, one in enumerate(others):
        one.position = position
    MinutesParagraph.objects.bulk_update(others, ["position", "section"])


def write(
    row: MinutesParagraph, kind: str, *, by: User, at: datetime, undoes: ParagraphVersion | None = None
) -> ParagraphVersion:
    """Save a paragraph as it is now, and the version that says so."""
    row.version += 1
    row.changed_at, row.changed_by = at, by
    row.save()
    return ParagraphVersion.objects.create(
        paragraph=row,
        version=row.version,
        kind=kind,
        said=row.said,
        removed=row.removed,
        section_id=row.section_id,
        after=before(row),
        undoes=undoes,
        at=at,
        by=by,
    )


def before(row: MinutesParagraph) -> int | None:
    """The number of the paragraph before it in its section, those taken out among them."""
    same = MinutesParagraph.objects.filter(section=row.section_id, position__lt=row.position)
    return same.order_by("-position", "-id").values_list("pk", flat=True).first()
