"""A copy of a letter on paper: head, number and date, whom it is addressed to, the text, and who signs."""

from __future__ import annotations

from datetime import datetime

from corcom.correspondence.domain.letter_fields import CopyFacts
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.template_text import paragraphs_of
from corcom.documents.domain.official import OfficialDocument
from corcom.kernel.wording import Wording
from corcom.register.domain.conventions import convention_title


def letter_paper(copy: CopyFacts, words: LetterWords, wording: Wording, *, made_at: datetime) -> OfficialDocument:
    """The paper of one copy; `words` have the values of their fields already, `made_at` is a moment in UTC."""
    letter = copy.letter
    paper = OfficialDocument(title=words.subject, wording=wording, running=copy.number, made_at=made_at)
    paper.masthead(
        [convention_title(letter.convention, wording.language), letter.sender],
        [copy.number, wording.day(letter.dated.isoformat())],
    )
    for line in words.address.splitlines():
        paper.line(line.strip())
    paper.plain(words.subject, bold=True)
    for text in paragraphs_of(words.body):
        paper.plain(text)
    paper.closing(" ".join(paragraphs_of(words.closing)), [line for line in (letter.signatory, letter.office) if line])
    return paper
