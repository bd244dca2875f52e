"""Recording the scale of assessments and the votes of States, and correcting what is recorded of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from corcom.register.actions.replacing import replace_rows
from corcom.register.domain.rates import Rate
from corcom.register.domain.votes import Vote
from corcom.register.models import AssessmentRate, RecordedVote


@transaction.atomic
def take_over_rates(*, new: Sequence[Rate], corrected: Mapping[int, Rate], at: datetime, by: str = "") -> None:
    """Record new rates of the scale of assessments and correct recorded ones: all of it or nothing.

    Errors: `CorrectedMeanwhile`.
    """
    rows = {number: _rate_row(rate, at=at, by=by) for number, rate in corrected.items()}
    replace_rows(AssessmentRate, [_rate_row(rate, at=at, by=by) for rate in new], rows, at=at, by=by)


@transaction.atomic
def take_over_votes(*, new: Sequence[Vote], corrected: Mapping[int, Vote], at: datetime, by: str = "") -> None:
    """Record new votes and correct recorded ones: all of it or nothing. Errors: `CorrectedMeanwhile`."""
    rows = {number: _vote_row(vote, at=at, by=by) for number, vote in corrected.items()}
    replace_rows(RecordedVote, [_vote_row(vote, at=at, by=by) for vote in new], rows, at=at, by=by)


def _rate_row(rate: Rate, *, at: datetime, by: str) -> AssessmentRate:
    return AssessmentRate(
        iso3=rate.iso3,
        first_year=rate.first_year,
        last_year=rate.last_year,
        percent=rate.percent,
        source=rate.source,
        certainty=rate.certainty,
        note=rate.note,
        recorded_at=at,
        recorded_by=by,
    )


def _vote_row(vote: Vote, *, at: datetime, by: str) -> RecordedVote:
    return RecordedVote(
        iso3=vote.iso3,
        year=vote.year,
        resolution=vote.resolution,
        vote=vote.vote,
        source=vote.source,
        certainty=vote.certainty,
        note=vote.note,
        recorded_at=at,
        recorded_by=by,
    )
