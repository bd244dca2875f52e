"""A text made ready for reading: its plain shadow, blocks, outline, sentences and the names in it.

Made once for a document; every finder takes it and nothing else, so that no work is done twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corcom.documents.domain.text import DocumentText, Mark
from corcom.kernel.plain import lower, plain, words
from corcom.kernel.source import Evidence, evidence
from corcom.minutes.domain.text.cues import Cue, Cues
from corcom.minutes.domain.text.layout import Block, blocks
from corcom.minutes.domain.text.outline import Outline, Section, outline
from corcom.minutes.domain.text.run_in import headed
from corcom.minutes.domain.text.run_together import unrolled
from corcom.minutes.domain.text.sentences import sentences
from corcom.register.domain.gazetteer import NameHit, names_in


class Sentence(NamedTuple):
    """One sentence: where it stands, and in which block."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class MinutesText:
    """`shadow` and `low` have the length of `text`: an offset in one is an offset in all."""

    text: str
    shadow: str
    low: str
    marks: tuple[Mark, ...]
    blocks: Sequence[Block]
    outline: Outline
    sentences: Sequence[Sentence]
    names: Sequence[NameHit]
    cues: Cues
    _starts: Sequence[int]
    _sentence_starts: Sequence[int]
    _block_starts: Sequence[int]

    def evidence(self, start: int, end: int) -> Evidence:
        """The words at `start:end`, cut to one sentence's length."""
        return evidence(self.text, start, end)

    def words(self, start: int, end: int) -> str:
        """The words at `start:end` in one line, without Markdown's asterisks."""
        return words(self.text[start:end].replace("**", "").replace("\u00ad", ""))

    def names_between(self, start: int, end: int) -> Sequence[NameHit]:
        """The names that stand within `start:end`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return self.names[first:last]

    def sentences_with(self, cue: Cue) -> frozenset[int]:
        """The sentences, by index, that can hold a match of a cue: all others need not be searched for it."""
        return self.cues.among(cue, self._sentence_starts)

    def blocks_with(self, cue: Cue) -> frozenset[int]:
        """The blocks, by index, that can hold a match of a cue."""
        return self.cues.among(cue, self._block_starts)

    def section(self, block: int) -> Section | None:
        return self.outline.section_of[block]


def minutes_text(document: DocumentText) -> MinutesText:
    """Lay out a document for reading; linear in its length."""
    text = document.text
    found = headed(text, unrolled(text, blocks(text, document.marks)))
    shadow = _parted(text, plain(text).replace("**", "  "), found)
    low = lower(shadow)
    names = names_in(shadow, low)
    parts = [
        Sentence(start, end, at)
        for at, block in enumerate(found)
        for start, end in sentences(shadow, block.body, block.end)
    ]
    return MinutesText(
        text=text,
        shadow=shadow,
        low=low,
        marks=document.marks,
        blocks=found,
        outline=outline(text, found),
        sentences=parts,
        names=names,
        cues=Cues(low),
        _starts=[hit.start for hit in names],
        _sentence_starts=[part.start for part in parts],
        _block_starts=[block.start for block in found],
    )


def _parted(text: str, shadow: str, found: Sequence[Block]) -> str:
    """The shadow with line ends between blocks and tabs between cells, so that no date or name runs across them."""
    parts: list[str] = []
    at = 0
    for block in found:
        parts.append("\n" * (block.start - at))
        piece = shadow[block.start : block.end]
        if block.kind == "row" and "\t" in text[block.start : block.end]:
            cells = [len(cell) for cell in text[block.start : block.end].split("\t")]
            begin = 0
            for length in cells:
                parts.append(piece[begin : begin + length])
                begin += length + 1
                parts.append("\t")
            parts.pop()
        else:
            parts.append(piece)
        at = block.end
    parts.append("\n" * (len(text) - at))
    return "".join(parts)
