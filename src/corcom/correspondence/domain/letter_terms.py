"""What a person settles about a letter before it is approved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from corcom.correspondence.domain.letter_words import Wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTerms:
    """The title under which a letter stands in the register, its words by language, who signs, its date, and how it goes.

    `dated` stands on the paper; `answer_due_on` is None where no answer is asked for. `audience` is the number of the one that
    it goes to, None where a person named the States.
    """

    convention: str
    title: str
    dated: date
    wordings: Wordings = field(default_factory=dict)
    signatory: str = ""
    office: str = ""
    answer_due_on: date | None = None
    by_email: bool = True
    on_paper: bool = True
    audience: int | None = None
