"""The scale of assessments and the votes of States, as they are recorded."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Q

from corcom.register.domain.rates import Rate
from corcom.register.domain.votes import Vote
from corcom.register.models import AssessmentRate, RecordedVote
from corcom.register.queries.belief import believed, value_of


def rates(*, ended: bool = False) -> list[Rate]:
    """The rates of the scale of assessments that are believed; with `ended`, also those that were."""
    rows = AssessmentRate.objects.filter(Q() if ended else believed(None))
    found = (value_of(Rate, row) for row in rows)
    return [replace(rate, percent=rate.percent.normalize()) for rate in found]


def votes(*, ended: bool = False) -> list[Vote]:
    """The recorded votes that are believed; with `ended`, also those that were."""
    return [value_of(Vote, row) for row in RecordedVote.objects.filter(Q() if ended else believed(None))]
