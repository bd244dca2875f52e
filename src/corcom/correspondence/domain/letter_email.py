"""A copy of a letter as the words of an e-mail: the same text, with who signs below it."""

from __future__ import annotations

from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.template_text import paragraphs_of


def letter_email(words: LetterWords, *, signatory: str, office: str) -> str:
    r"""The text of the message; `words` have the values of their fields already.

    >>> letter_email(LetterWords(subject="S", body="One.\n\nTwo.", closing="Yours"), signatory="A. B.", office="")
    'One.\n\nTwo.\n\nYours\n\nA. B.\n'
    """
    signed = "\n".join(line for line in (signatory, office) if line)
    blocks = [*paragraphs_of(words.body), *paragraphs_of(words.closing), signed]
    return "\n\n".join(block for block in blocks if block) + "\n"
