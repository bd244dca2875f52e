"""Making the copies of an approved letter, a few at a time: whoever is stopped goes on where it stopped."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.errors import LetterStepRefused
from corcom.correspondence.actions.stepping import locked_letter, take_step
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_fields import CopyFacts, LetterFacts
from corcom.correspondence.domain.letter_paper import letter_paper
from corcom.correspondence.domain.letter_standing import may_step
from corcom.correspondence.domain.letter_words import words_from
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.models import LetterCopy
from corcom.correspondence.queries.copy_facts import facts_of_letter
from corcom.correspondence.queries.standing import standing_of
from corcom.documents.actions import store_file
from corcom.documents.models import StoredFile

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF: Final = "application/pdf"


@transaction.atomic
def make_copies(*, letter: int, writing: LetterWriting, by: User, at: datetime, many: int = 20) -> int:
    """Make the next copies as .docx and .pdf, `many` at most; gives how many are left. With the last one the letter is made.

    Errors: `NoSuchLetter`, `LetterStepRefused`, `NoGlyph` (with nothing kept of these).
    """
    row = locked_letter(letter)
    if not may_step("made", state := standing_of(row)):
        raise LetterStepRefused("made", state)
    waiting = row.copies.filter(left_out="", pdf=None)
    made, letter_facts = list(waiting[:many]), facts_of_letter(row, writing)
    for copy in made:
        _make(copy, letter_facts, writing, by=by, at=at)
    left = waiting.count() - len(made)
    LetterCopy.objects.bulk_update(made, ["docx", "pdf"])
    if not left:
        take_step(row, "made", by=by, at=at)
    return left


def _make(copy: LetterCopy, letter: LetterFacts, writing: LetterWriting, *, by: User, at: datetime) -> None:
    # The words stand since the approval: the paper needs nothing else of the State but its number.
    facts = CopyFacts(letter=letter, addressee=Addressee(iso3=copy.iso3), name=copy.iso3)
    paper = letter_paper(facts, words_from(copy.words), writing.wording(copy.language), made_at=at)
    name = facts.number.replace("/", "-")
    copy.docx = _stored(paper.to_bytes(), f"{name}.docx", DOCX, by=by, at=at)
    copy.pdf = _stored(paper.to_pdf(), f"{name}.pdf", PDF, by=by, at=at)


def _stored(content: bytes, name: str, media_type: str, *, by: User, at: datetime) -> StoredFile:
    return store_file(content=io.BytesIO(content), name=name, media_type=media_type, at=at, by=by.get_username())
