"""Pages whose line ends were lost: headings, attendance and text on one line, cut apart again at the heading numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corcom.minutes.domain.text.layout import Block
from corcom.register.domain.gazetteer import party

_LONG = 700
_NUMBER = re.compile(r"(?<![\w.,:/-])(\d{1,2})(?:\.(\d{1,2}))?\.?\s+(?=[\"“]?[A-Z\d])")
_HONORIFIC = r"(?:H\.E\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?|Ambassador|Amb\.)\s"
_STARTS = re.compile(
    rf"(?<=\S)\s+(?=(?:The|It|He|She|They|There|A|An|In|On|As|At|After|Following|While|This|These|Both|No|All|Two|Three|With|Under|Several)\s|{_HONORIFIC}"
    r"|[A-Z][\w'’-]+\s+(?:[A-Z][\w'’-]+\s+)?(?:was|were|is|had|has|reported|informed|noted|said|stated|recalled|thanked|regretted|announced|updated|presented|introduced|welcomed|asked|proposed|observed|invited|opened|provided|gave|briefed|reminded|mentioned|and)\s)"
)
_PAIR = re.compile(r"([A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)\s+and\s")
_CLOSES = re.compile(r"[)?:](?=\s+[\"“]?[A-Z])")
_LONGEST_TITLE = 200


def unrolled(text: str, found: Sequence[Block]) -> list[Block]:
    """The blocks, with long lines that hold several numbered headings cut at each of them."""
    long = [
        block
        for block in found
        if block.end - block.start > _LONG and "\n" not in text[block.start : block.end].strip()
    ]
    if not long:
        return list(found)
    cuts = _cuts(text, found, long)
    if len(cuts) < 3:
        return list(found)
    result: list[Block] = []
    for block in found:
        inside = [cut for cut in cuts if block.start <= cut[0] < block.end]
        result.extend(_pieces(text, block, inside) if inside and block in long else [block])
    return result


def _cuts(text: str, found: Sequence[Block], long: Sequence[Block]) -> list[tuple[int, int, str]]:
    """Places (start, body, number) where numbers go on from one another: 1, 2, 3, 3.1, 3.2, 4."""
    spans = {(block.start, block.end) for block in long}
    cuts: list[tuple[int, int, str]] = []
    top = sub = 0
    for block in found:
        if (block.start, block.end) not in spans:
            if (
                block.scheme == "arabic"
                and block.label.split(".")[0].isdigit()
                and int(block.label.split(".")[0]) == top + 1
            ):
                top, sub = top + 1, 0
            continue
        for hit in _NUMBER.finditer(text, block.start, block.end):
            number, below = int(hit[1]), int(hit[2]) if hit[2] else 0
            dotted = "." in hit[0]
            if (below == 0 and number == top + 1 and dotted) or (below and number == top and below == sub + 1):
                top, sub = number, below
                cuts.append((hit.start(), hit.end(), f"{number}.{below}" if below else str(number)))
    return cuts


def _pieces(text: str, block: Block, cuts: Sequence[tuple[int, int, str]]) -> Iterator[Block]:
    if cuts[0][0] > block.start + 3:
        yield block._replace(end=_trimmed(text, block.start, cuts[0][0]))
    for (start, body, number), following in zip(cuts, [*cuts[1:], (block.end, 0, "")], strict=True):
        stop = _title_end(text, body, following[0])
        title_end = _trimmed(text, body, stop)
        yield Block(start, title_end, "paragraph", 0, number, "arabic", body, 0, bold=True, gap=True)
        while stop < following[0] and text[stop] in " \t:":
            stop += 1
        if stop < following[0]:
            yield Block(stop, _trimmed(text, stop, following[0]), "paragraph", body=stop, gap=True)


def _title_end(text: str, start: int, end: int) -> int:
    """Where a title stops and its text begins, with no line end between them."""
    stop = min(end, start + _LONGEST_TITLE)
    closes = _CLOSES.search(text, start, stop)
    starts = next(
        # "Destruction and Retention" is a title; "Norway and Peru" begin to speak.
        (
            hit
            for hit in _STARTS.finditer(text, start, stop)
            if not (pair := _PAIR.match(text, hit.end())) or party(pair[1])
        ),
        None,
    )
    places = [found for found in (closes.end() if closes else None, starts.start() if starts else None) if found]
    return min(places) if places else stop


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
