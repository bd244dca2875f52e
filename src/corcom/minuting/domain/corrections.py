"""What one issue of minutes says otherwise than the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corcom.kernel.wording import ENGLISH, Wording
from corcom.minuting.domain.content import IssuedParagraph, MinutesContent
from corcom.minuting.domain.spoken import in_full


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedCorrection:
    """One paragraph that was changed, added or taken out. `number`: in the later issue, of one taken out in the earlier."""

    kind: Literal["changed", "added", "removed"]
    number: int
    before: str = ""
    after: str = ""


def corrections(
    before: MinutesContent, after: MinutesContent, wording: Wording = ENGLISH
) -> tuple[NotedCorrection, ...]:
    """The corrections that lead from one issue to the next, in the order of the document; those taken out last.

    They name who spoke as the later issue does.
    """

    def said(one: IssuedParagraph) -> str:
        return in_full(one, after, wording)

    old = {each.id: (number, each) for number, _, each in before.numbered()}
    new = {each.id: (number, each) for number, _, each in after.numbered()}
    found = [
        NotedCorrection(kind="changed", number=number, before=said(old[key][1]), after=said(each))
        if key in old
        else NotedCorrection(kind="added", number=number, after=said(each))
        for key, (number, each) in new.items()
        if key not in old or said(old[key][1]) != said(each)
    ]
    gone = [
        NotedCorrection(kind="removed", number=number, before=said(each))
        for key, (number, each) in old.items()
        if key not in new
    ]
    return (*found, *gone)
