"""The States to which a questionnaire is put, each with what it wrote and handed in."""

from __future__ import annotations

from typing import cast

from django.db.models import Prefetch

from corcom.access.queries.links import link_as_value
from corcom.questionnaires.domain.questionnaire_told import AnswerTold, AskedTold
from corcom.questionnaires.domain.quoting import Quoting
from corcom.questionnaires.models import AskedState, HandedInAnswer
from corcom.reporting.domain.answers import answers_from
from corcom.reporting.domain.versions_told import PartRevision


def asked_states(*, number: int, iso3: str = "") -> list[AskedTold]:
    """Everybody to whom it is put, by code, or one of them. Three SQL queries."""
    versions = HandedInAnswer.objects.select_related("file", "by")
    rows = AskedState.objects.filter(questionnaire=number).select_related("link")
    rows = rows.prefetch_related("parts", Prefetch("versions", versions))
    return [_told(row) for row in (rows.filter(iso3=iso3) if iso3 else rows)]


def _told(row: AskedState) -> AskedTold:
    parts = list(row.parts.all())
    return AskedTold(
        iso3=row.iso3,
        address=row.address,
        language=row.language,
        link=link_as_value(row.link),
        invited_at=row.invited_at,
        reminded_at=row.reminded_at,
        written=answers_from({part.part: part.answer for part in parts}),
        revisions={
            part.part: PartRevision(revision=part.revision, by=part.changed_by, at=part.changed_at) for part in parts
        },
        versions=tuple(_version(each) for each in row.versions.all()),
    )


def _version(row: HandedInAnswer) -> AnswerTold:
    return AnswerTold(
        version=row.number,
        answers=answers_from(row.answers),
        quoting=cast("Quoting", row.quoting),
        hand=row.hand,
        office=row.office,
        channel=row.channel,
        received_on=row.received_on,
        file=row.file_id,
        file_name=row.file.name if row.file else "",
        at=row.at,
        by=row.by.get_full_name() if row.by else "",
    )
