"""The next draft: the circulated text with what was accepted, and above that what a person edited."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corcom.consultation.domain.circulated import Paragraph
from corcom.consultation.domain.comments import Place
from corcom.consultation.domain.merging import merge

LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
"""How paragraphs are counted that come between two, in texts whose numbers stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was accepted at one place: a wording, or (empty) that the paragraph goes."""

    place: Place
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedText:
    """One paragraph of the next draft. `before` is what was circulated, empty for a new one; `text` empty where it goes.

    `collide`: what was accepted does not go together by itself; the text is what it was, for a person to edit.
    """

    place: Place
    before: str
    text: str
    collide: bool = False

    @property
    def kind(self) -> Literal["same", "changed", "new", "gone"]:
        """What becomes of the paragraph."""
        if not self.text:
            return "gone"
        if not self.before:
            return "new"
        return "same" if self.text == self.before else "changed"


def next_draft(paragraphs: Sequence[Paragraph], accepted: Sequence[Accepted]) -> list[DraftedText]:
    """The paragraphs of the next draft in their order, the new ones after those that they follow."""
    found: list[DraftedText] = []
    for paragraph in paragraphs:
        at, after = Place("at", paragraph.number), Place("after", paragraph.number)
        found.append(_changed(at, paragraph.text, [each.wording for each in accepted if each.place == at]))
        if new := list(dict.fromkeys(each.wording for each in accepted if each.place == after)):
            found.append(DraftedText(place=after, before="", text="\n\n".join(new), collide=len(new) > 1))
    return found


def _changed(place: Place, before: str, wordings: Sequence[str]) -> DraftedText:
    if not wordings:
        return DraftedText(place=place, before=before, text=before)
    if not any(wordings):
        return DraftedText(place=place, before=before, text="")
    together = merge(before, wordings) if all(wordings) else None
    if together is None or together.text is None:
        return DraftedText(place=place, before=before, text=before, collide=True)
    return DraftedText(place=place, before=before, text=together.text)


def numbered(drafted: Sequence[DraftedText]) -> list[Paragraph]:
    """The next draft as a text to circulate: counted anew where all numbers are figures, else new ones as "3 bis".

    >>> numbered([DraftedText(place=Place("at", "1"), before="A", text=""),
    ...           DraftedText(place=Place("at", "2"), before="B", text="B"),
    ...           DraftedText(place=Place("after", "2"), before="", text="C")])
    [Paragraph(number='1', text='B'), Paragraph(number='2', text='C')]
    """
    numbers = [each.place.paragraph for each in drafted]
    first = int(numbers[0]) if numbers and numbers[0].isdecimal() else 1
    anew = all(number.isdecimal() for number in numbers)
    found: list[Paragraph] = []
    for each in drafted:
        parts = re.split(r"\n\s*\n", each.text) if each.place.kind == "after" else [each.text]
        for place, text in enumerate(part for part in parts if part.strip()):
            named = each.place.paragraph
            if each.place.kind == "after":
                named = f"{named} {LATIN[place] if place < len(LATIN) else place + 2}"
            found.append(Paragraph(str(first + len(found)) if anew else named, text.strip()))
    return found
