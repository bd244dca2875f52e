"""The minutes of a meeting as one value: what is circulated, approved and written out, and its JSON form.

Once it is issued it never changes. A paragraph keeps its `id` from issue to issue; its number is its place in the document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from pydantic import TypeAdapter

from corcom.kernel.marked import gettext_noop
from corcom.meetings.domain.meeting import Heading, NextMeeting
from corcom.minuting.domain.paragraphs import Kind

Attribution = Literal["state", "initials", "nobody"]
ATTRIBUTIONS: Mapping[Attribution, str] = {
    "state": gettext_noop("by State or organisation"),
    "initials": gettext_noop("by the initials of who spoke"),
    "nobody": gettext_noop("nobody is named"),
}
"""How minutes name who spoke."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedParagraph:
    """One paragraph. `about` has the words of the open point that a report is on; `withheld`: left out of this copy."""

    id: int
    kind: Kind
    text: str
    delegation: str = ""
    initials: str = ""
    owners: tuple[str, ...] = ()
    due: str = ""
    confidential: bool = False
    commitment: str = ""
    about: str = ""
    done: bool = False
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedSection:
    """An item of the agenda, or what stands before all of them (the attendance, without a number)."""

    id: int
    number: str
    title: str
    papers: tuple[str, ...] = ()
    paragraphs: tuple[IssuedParagraph, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesContent:
    """The minutes. `public_attribution` is how the public copy names who spoke; `redacted`: this is that copy."""

    heading: Heading
    attribution: Attribution = "state"
    public_attribution: Attribution = "nobody"
    sections: tuple[IssuedSection, ...] = ()
    next_meeting: NextMeeting | None = None
    redacted: bool = False

    def numbered(self) -> Iterator[tuple[int, IssuedSection, IssuedParagraph]]:
        """Every paragraph with its number, from 1 on through the whole document."""
        number = 0
        for section in self.sections:
            for paragraph in section.paragraphs:
                number += 1
                yield number, section, paragraph

    def of_kind(self, *kinds: str) -> list[IssuedParagraph]:
        """The paragraphs of some kinds, in order; those that are withheld are not among them."""
        return [one for _, _, one in self.numbered() if one.kind in kinds and not one.withheld]


_CONTENT: TypeAdapter[MinutesContent] = TypeAdapter(MinutesContent)


def to_json(content: MinutesContent) -> dict[str, Any]:
    """The minutes as plain values."""
    values: dict[str, Any] = _CONTENT.dump_python(content, mode="json")
    return values


def from_json(values: Mapping[str, Any]) -> MinutesContent:
    """The minutes from their plain values."""
    return _CONTENT.validate_python(dict(values))


def without_empty(content: MinutesContent) -> MinutesContent:
    """The minutes without paragraphs in which nothing is written; a report is kept for the point it is on."""
    sections = tuple(
        replace(one, paragraphs=tuple(each for each in one.paragraphs if each.text.strip() or each.commitment))
        for one in content.sections
    )
    return replace(content, sections=sections)
