"""Recording the scale of assessments and the votes of States, and correcting what is recorded of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from corcom.register.actions.replacing import replace_rows, row_of
from corcom.register.domain.rates import Rate
from corcom.register.domain.votes import Vote
from corcom.register.models import AssessmentRate, RecordedVote


@transaction.atomic
def take_over_rates(*, new: Sequence[Rate], corrected: Mapping[int, Rate], at: datetime, by: str = "") -> None:
    """Record new rates of the scale of assessments and correct recorded ones: all of it or nothing.

    Errors: `CorrectedMeanwhile`.
    """
    rows = {number: row_of(AssessmentRate, rate, at=at, by=by) for number, rate in corrected.items()}
    replace_rows(AssessmentRate, [row_of(AssessmentRate, rate, at=at, by=by) for rate in new], rows, at=at, by=by)


@transaction.atomic
def take_over_votes(*, new: Sequence[Vote], corrected: Mapping[int, Vote], at: datetime, by: str = "") -> None:
    """Record new votes and correct recorded ones: all of it or nothing. Errors: `CorrectedMeanwhile`."""
    rows = {number: row_of(RecordedVote, vote, at=at, by=by) for number, vote in corrected.items()}
    replace_rows(RecordedVote, [row_of(RecordedVote, vote, at=at, by=by) for vote in new], rows, at=at, by=by)
