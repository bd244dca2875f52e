"""Whether words call something overdue. Only where a record shows it may a letter say so."""

from __future__ import annotations

import re
from typing import Final

from corcom.correspondence.domain.letter_words import LetterWords

_OVERDUE: Final = re.compile(
    r"\{days_overdue\}"
    r"|\boverdue\b|\bpast[ -]due\b|\bin arrears\b|\bdelinquent\b|\bfailed to (?:submit|report)\b"
    r"|\ben retard\b|\bretards?\b|\btardi(?:f|ve)\b"
    r"|\batrasad[oa]s?\b|\bvencid[oa]s?\b|\bcon retraso\b|\bretrasad[oa]s?\b"
    r"|\bпросроч\w*|逾期|过期"
    r"|متأخر\w*|تأخير\w*|تأخر\w*",
    re.IGNORECASE,
)
"""In the languages of the United Nations, and the field that counts the days."""


def overdue_in(words: LetterWords) -> str:
    """The first words that call something overdue; "" where none do.

    >>> overdue_in(LetterWords(subject="Annual report", body="Your report is overdue."))
    'overdue'
    """
    for text in (words.subject, words.body, words.address, words.closing):
        if found := _OVERDUE.search(text):
            return found[0]
    return ""
