"""The scale of assessments and the votes of States, as they are recorded."""

from __future__ import annotations

from typing import cast

from django.db.models import Q

from corcom.kernel.source import Certainty
from corcom.register.domain.rates import Rate
from corcom.register.domain.votes import Side, Vote
from corcom.register.models import AssessmentRate, RecordedVote
from corcom.register.queries.belief import believed


def rates(*, ended: bool = False) -> list[Rate]:
    """The rates of the scale of assessments that are believed; with `ended`, also those that were."""
    rows = AssessmentRate.objects.filter(Q() if ended else believed(None))
    return [
        Rate(
            first_year=row.first_year,
            last_year=row.last_year,
            iso3=row.iso3,
            percent=row.percent.normalize(),
            source=row.source,
            certainty=cast("Certainty", row.certainty),
            note=row.note,
            number=row.pk,
        )
        for row in rows
    ]


def votes(*, ended: bool = False) -> list[Vote]:
    """The recorded votes that are believed; with `ended`, also those that were."""
    rows = RecordedVote.objects.filter(Q() if ended else believed(None))
    return [
        Vote(
            year=row.year,
            resolution=row.resolution,
            iso3=row.iso3,
            vote=cast("Side", row.vote),
            source=row.source,
            certainty=cast("Certainty", row.certainty),
            note=row.note,
            number=row.pk,
        )
        for row in rows
    ]
