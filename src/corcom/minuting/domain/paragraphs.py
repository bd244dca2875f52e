"""The paragraphs of minutes as they are being written: their kinds, what each says beside its words, what is refused.

`owners` and `delegation` are names as somebody writes them, several owners with ";" between; `due` is ISO 8601, as fine as
the text: `2016-06-30`, `2016-06`, or `start/end`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, get_args

from corcom.kernel.calendar import is_iso
from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import gettext_noop
from corcom.minuting.domain.merging import Collision, merged

Kind = Literal["text", "intervention", "decision", "action_point", "report", "present", "apologies", "absent"]
KINDS: Mapping[Kind, str] = {
    "text": gettext_noop("Text"),
    "intervention": gettext_noop("Intervention"),
    "decision": gettext_noop("Decision"),
    "action_point": gettext_noop("Action point"),
    "report": gettext_noop("Report on an open point"),
    "present": gettext_noop("Present"),
    "apologies": gettext_noop("Apologies"),
    "absent": gettext_noop("Absent"),
}
ATTENDANCE: frozenset[str] = frozenset({"present", "apologies", "absent"})
"""Kinds that list delegations, one a line: "Croatia: Ana Horvat, Ivan Babić"."""
SPOKEN: frozenset[str] = frozenset({"intervention", "report"})
"""Kinds with somebody who spoke."""

LONGEST = 20_000
"""Characters of one paragraph: three pages."""
_SHORT: Mapping[str, int] = {"delegation": 200, "initials": 20, "owners": 500, "due": 40}


class ParagraphRefused(CorcomError):
    """What is said of a paragraph cannot be: `key` names the value, `value` has it."""

    def __init__(self, key: str, value: str = "") -> None:
        super().__init__(f"paragraph: {key}: {value[:80]!r}")
        self.key = key
        self.value = value


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingDown:
    """What one paragraph says. `commitment` is the number of the open point ("action_point:12") that a report is on."""

    kind: Kind = "text"
    text: str = ""
    delegation: str = ""
    initials: str = ""
    owners: str = ""
    due: str = ""
    confidential: bool = False
    commitment: str = ""
    done: bool = False
    """A report says that the point is done."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it; a report has the point it is on."""
        return not (self.text.strip() or self.commitment)


KEYS = tuple(field.name for field in fields(TakingDown))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedParagraph:
    """What two people made of one paragraph. `differ` names the keys on which both said something else, in mine's words."""

    together: TakingDown
    differ: tuple[str, ...] = ()
    collisions: tuple[Collision, ...] = ()


def checked(said: TakingDown) -> TakingDown:
    """A paragraph as it will be kept: line ends of one kind, no space around names. Errors: `ParagraphRefused`."""
    if said.kind not in get_args(Kind):
        raise ParagraphRefused("kind", said.kind)
    values: dict[str, Any] = asdict(said)
    values["text"] = _kept(said.text)
    for key, longest in _SHORT.items():
        values[key] = " ".join(values[key].split())
        if len(values[key]) > longest:
            raise ParagraphRefused(key, values[key])
    if len(values["text"]) > LONGEST:
        raise ParagraphRefused("text", values["text"])
    if values["due"] and not is_iso(values["due"]):
        raise ParagraphRefused("due", values["due"])
    return TakingDown(**values)


def _kept(text: str) -> str:
    """No database keeps these characters in a text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "�")
    return lines.encode("utf-8", "replace").decode("utf-8")


def taking_down(values: Mapping[str, Any]) -> TakingDown:
    """A paragraph from its values, such as a version holds; keys that nobody knows are left out."""
    return TakingDown(**{key: values[key] for key in KEYS if key in values})


def both_merged(before: TakingDown, mine: TakingDown, theirs: TakingDown) -> MergedParagraph:
    """Two people changed one paragraph: the text is merged word by word, everything else value by value.

    >>> both_merged(TakingDown(), TakingDown(due="2016-05"), TakingDown(owners="Croatia")).together
    TakingDown(kind='text', text='', delegation='', initials='', owners='Croatia', due='2016-05', confidential=False, commitment='', done=False)
    """
    text = merged(before.text, mine.text, theirs.text)
    together: dict[str, Any] = {"text": text.text}
    differ = ["text"] if text.collisions else []
    for key in KEYS:
        if key == "text":
            continue
        was, own, other = getattr(before, key), getattr(mine, key), getattr(theirs, key)
        together[key] = own if own != was else other
        if own not in (was, other) and other != was:
            differ.append(key)
    return MergedParagraph(together=TakingDown(**together), differ=tuple(differ), collisions=text.collisions)
