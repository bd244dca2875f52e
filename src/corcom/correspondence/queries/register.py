"""The register of letters: a line for each, with how many States it goes to and how many answered."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from corcom.correspondence.domain.letters_told import LetterLine
from corcom.correspondence.models import LetterCopy, StateLetter
from corcom.correspondence.queries.letters import ABOUT, reference_of, sent_at, terms_of
from corcom.correspondence.queries.letters_sent import answered_on
from corcom.correspondence.queries.standing import standing_of
from corcom.outbox.queries import first_received, uncertain_about


def letter_lines(*, now: datetime) -> list[LetterLine]:
    """Every letter, the latest first. Seven SQL queries, however many letters and copies there are."""
    answered, returned = answered_on(), first_received(about_kind=ABOUT, kind="bounce")
    unknown = uncertain_about(kind=ABOUT, now=now)
    going: Counter[int] = Counter()
    said: Counter[int] = Counter()
    back: Counter[int] = Counter()
    uncertain: Counter[int] = Counter()
    for copy, letter in LetterCopy.objects.filter(left_out="").order_by().values_list("pk", "letter"):
        going[letter] += 1
        said[letter] += copy in answered
        back[letter] += copy in returned
        uncertain[letter] += copy in unknown
    return [
        LetterLine(
            number=row.pk,
            reference=reference_of(row),
            terms=terms_of(row),
            state=standing_of(row),
            sent_at=sent_at(row),
            going=going[row.pk],
            answered=said[row.pk],
            came_back=back[row.pk],
            uncertain=uncertain[row.pk],
        )
        for row in StateLetter.objects.prefetch_related("steps")
    ]
