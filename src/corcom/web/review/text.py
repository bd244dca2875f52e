"""The text of a document with what was found marked in it, as HTML. Written by hand: a template is too slow for it.

Words on which several findings rest are marked once, as the one that matters most; the others are named in
`data-findings`, so that choosing the words again goes on to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from corcom.documents.domain.text import Mark as FormatMark
from corcom.kernel.source import Certainty
from corcom.minutes.queries.review import Place
from corcom.web.pieces import Mark, Passage, passages
from corcom.web.review.finding_words import CERTAINTIES, KINDS, LOUD, ORDER

_STYLE = "style"
_PASSAGE = "passage"


def marked_text(
    text: str,
    found: Sequence[Place],
    *,
    formats: Iterable[FormatMark] = (),
    chosen: int | None = None,
    passage: tuple[int, int] | None = None,
    address: Callable[[int], str],
) -> SafeString:
    """The text as HTML. `chosen` is the finding that is looked at, `passage` a place that somebody came for.

    `address` gives the link of a finding.
    """
    by_id = {str(place.id): place for place in found}
    cut = passages(text, _marks(found, formats, passage, len(text)))
    words = _Words(by_id, str(chosen) if chosen else "", address)
    return mark_safe("".join(words.of(part) for part in cut))  # noqa: S308  every part was escaped


def _marks(
    found: Sequence[Place], formats: Iterable[FormatMark], passage: tuple[int, int] | None, length: int
) -> Iterable[Mark]:
    for place in found:
        if place.start < place.end <= length:
            yield Mark(str(place.id), place.start, place.end, _certainty(place))
    for mark in formats:
        if mark.kind in {"heading", "bold"} and mark.end <= length:
            yield Mark(_STYLE, mark.start, mark.end)
    if passage and passage[0] < passage[1] <= length:
        yield Mark(_PASSAGE, *passage)


def _certainty(place: Place) -> Certainty:
    return "certain" if place.certainty == "certain" else "doubtful" if place.certainty == "doubtful" else "likely"


class _Words:
    """One part of the text after the other, as HTML."""

    def __init__(self, by_id: dict[str, Place], chosen: str, address: Callable[[int], str]) -> None:
        self.by_id = by_id
        self.chosen = chosen
        self.address = address
        self.named: set[str] = set()
        self.labels = {kind: escape(words) for kind, words in KINDS.items()}
        self.certainties = {key: escape(words) for key, words in CERTAINTIES.items()}

    def of(self, part: Passage) -> str:
        ids = [mark.id for mark in part.marks]
        html = str(escape(part.text))
        if _STYLE in ids:
            html = f"<b>{html}</b>"
        anchors = "".join(
            f'<span class="anchor" id="words-{opened}"></span>' for opened in part.opens if opened in self.by_id
        )
        if _PASSAGE in part.opens:
            anchors += '<span class="anchor" id="passage"></span>'
        places = sorted((self.by_id[one] for one in ids if one in self.by_id), key=_weight)
        if places:
            html = self._mark(places, html, part.text)
        if _PASSAGE in ids:
            html = f'<span class="passage">{html}</span>'
        return anchors + html

    def _mark(self, places: list[Place], html: str, text: str) -> str:
        first = places[0]
        if any(character.isalnum() for character in text):
            html = f'<a href="{escape(self.address(first.id))}" tabindex="-1">{html}</a>'
        classes = f"mark-{first.state if first.state != 'proposed' else first.certainty}"
        if first.kind in LOUD:
            classes += " mark-loud"
        if any(str(place.id) == self.chosen for place in places):
            classes += " is-current"
        label = ""
        if str(first.id) not in self.named:
            self.named.add(str(first.id))
            label = f' data-label="{self.labels[first.kind]}" title="{self.labels[first.kind]}, {self.certainties[first.certainty]}"'
        ids = " ".join(str(place.id) for place in places)
        return f'<mark class="{classes}" data-findings="{ids}"{label}>{html}</mark>'


def _weight(place: Place) -> tuple[bool, bool, int, int]:
    """What waits before what was answered, what matters most, and of two that matter alike the shorter one."""
    return place.state == "rejected", place.kind not in LOUD, place.end - place.start, ORDER[place.kind]
