"""What one issue of minutes says otherwise than the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corcom.minuting.domain.content import IssuedParagraph, MinutesContent


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedCorrection:
    """One paragraph that was changed, added or taken out. `number`: in the later issue, of one taken out in the earlier."""

    kind: Literal["changed", "added", "removed"]
    number: int
    before: str = ""
    after: str = ""


def corrections(before: MinutesContent, after: MinutesContent) -> tuple[NotedCorrection, ...]:
    """The corrections that lead from one issue to the next, in the order of the document; those taken out last."""
    old = {each.id: (number, each) for number, _, each in before.numbered()}
    new = {each.id: (number, each) for number, _, each in after.numbered()}
    found = [
        NotedCorrection(kind="changed", number=number, before=_words(old[key][1]), after=_words(each))
        if key in old
        else NotedCorrection(kind="added", number=number, after=_words(each))
        for key, (number, each) in new.items()
        if key not in old or _words(old[key][1]) != _words(each)
    ]
    gone = [
        NotedCorrection(kind="removed", number=number, before=_words(each))
        for key, (number, each) in old.items()
        if key not in new
    ]
    return (*found, *gone)


def _words(one: IssuedParagraph) -> str:
    """Everything that a paragraph says, in one text."""
    said = (one.delegation, one.initials, one.text, "; ".join(one.owners), one.due, "✓" if one.done else "")
    return " · ".join(part for part in said if part)
