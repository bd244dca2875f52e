"""Headings that open a paragraph: "1. Opening: The President thanked members", cut off from the words behind them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corcom.minutes.domain.text.layout import Block
from corcom.register.domain.gazetteer import party

_LONG = 100
_FEWEST = 3
_TITLE = re.compile(r"(?:\*\*|__)?(?P<title>[A-Z][^.:;!?*_\n]{3,80}?)(?:[.:]?(?:\*\*|__)[.:]?|:)\s+(?=[\"“]?[A-Z])")


def headed(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks, with the title of each numbered paragraph a block of its own where all of a row of them have one."""
    titles = {at: hit for at, block in enumerate(found) if (hit := _run_in(text, block))}
    numbers = [int(found[at].label) for at in titles]
    if len(numbers) < _FEWEST or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return list(found)
    labels = Counter(block.label for block in found if block.scheme == "arabic")
    if any(labels[str(number)] > 1 for number in numbers):
        return list(found)
    return [piece for at, block in enumerate(found) for piece in _pieces(block, titles.get(at))]


def _run_in(text: str, block: Block) -> re.Match[str] | None:
    """The title that opens a numbered paragraph."""
    if block.scheme != "arabic" or not block.label.isdigit() or block.end - block.start < _LONG:
        return None
    found = _TITLE.match(text, block.body, block.end)
    return found if found and party(found["title"]) is None else None


def _pieces(block: Block, title: re.Match[str] | None) -> Iterator[Block]:
    if title is None:
        yield block
        return
    yield block._replace(end=title.end("title"), bold=True)
    yield Block(title.end(), block.end, "paragraph", block.indent, body=title.end(), gap=True)
