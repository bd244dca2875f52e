"""A text that somebody typed or pasted, as numbered paragraphs."""

from __future__ import annotations

import re

from corcom.consultation.domain.circulated import Paragraph

_NUMBERED = re.compile(r"(\d{1,4}[a-z]?(?:\.\d{1,3})*|\([a-z0-9]{1,4}\))[.)]?[ \t]+(?=\S)")


def typed_paragraphs(text: str) -> tuple[Paragraph, ...]:
    r"""The paragraphs, between which lines are empty. Where each begins with a number of its own, that stays; else they are counted.

    >>> typed_paragraphs("4. First.\n\n4a Second.")
    (Paragraph(number='4', text='First.'), Paragraph(number='4a', text='Second.'))
    >>> typed_paragraphs("The Committee met.\nIn Geneva.\n\n2016 was a good year.")[1]
    Paragraph(number='2', text='2016 was a good year.')
    """
    blocks = [part.strip() for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")) if part.strip()]
    found = [_NUMBERED.match(block) for block in blocks]
    numbers = [match[1] for match in found if match]
    if len(numbers) == len(blocks) == len(set(numbers)):
        return tuple(
            Paragraph(match[1], block[match.end() :]) for match, block in zip(found, blocks, strict=True) if match
        )
    return tuple(Paragraph(str(number), block) for number, block in enumerate(blocks, start=1))
