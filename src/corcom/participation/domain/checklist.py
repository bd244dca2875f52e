"""The host's checklist of a meeting: what it sees to, who does it by when, and how far it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.rulebooks.checklists import Checklist

State = Literal["open", "under_way", "done", "not_needed"]
STATES: Mapping[State, str] = {
    "open": gettext_noop("open"),
    "under_way": gettext_noop("under way"),
    "done": gettext_noop("done"),
    "not_needed": gettext_noop("not needed"),
}
"""How an entry can stand, and the words."""
SETTLED: frozenset[State] = frozenset({"done", "not_needed"})


class EntryRefused(CorcomError):
    """An entry that cannot be; `wrong` is title (there is none) or state (none of those that are known)."""

    def __init__(self, wrong: str) -> None:
        super().__init__(f"entry of a checklist: {wrong}")
        self.wrong = wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that the host sees to; `code` is that of the template, or empty."""

    title: str
    state: State = "open"
    note: str = ""
    owner: str = ""
    due_on: date | None = None
    code: str = ""

    def is_late(self, day: date) -> bool:
        """Whether it was due before a day and is neither done nor needless."""
        return self.due_on is not None and self.due_on < day and self.state not in SETTLED


def check_entry(entry: Entry) -> None:
    """Refuse an entry without a title or with a state that is none. Errors: `EntryRefused`."""
    if not entry.title.strip():
        raise EntryRefused("title")
    if entry.state not in get_args(State):
        raise EntryRefused("state")


def entries_of(template: Checklist, *, starts_on: date, ends_on: date) -> list[Entry]:
    """The entries of a template for a meeting on these days; a day is counted from them where the template says how."""
    events = {"meeting_start": starts_on, "meeting_end": ends_on}
    return [
        Entry(title=one.name, owner=one.owner, due_on=one.due.on(events) if one.due else None, code=one.code)
        for one in template.entries
    ]


def progress(entries: Iterable[Entry], day: date) -> tuple[Filled, ...]:
    """How far the host is on a day, in words.

    >>> done, late = Entry(title="Venue", state="done"), Entry(title="Cost", due_on=date(2011, 5, 1))
    >>> [str(one) for one in progress([done, late], date(2011, 6, 1))]
    ['1 of 2 is settled.', 'Under way: 0, open: 1.', 'Past its day: Cost.']
    """
    found = list(entries)
    settled = [one for one in found if one.state in SETTLED]
    if not found:
        return (Filled(gettext_noop("Nothing stands on the checklist yet.")),)
    if len(settled) == len(found):
        return (Filled(gettext_noop("Everything is settled.")),)
    whole = gettext_noop("%(n)s of %(all)s are settled.")
    one_alone = gettext_noop("%(n)s of %(all)s is settled.")
    said = [
        Filled(one_alone if len(settled) == 1 else whole, n=len(settled), all=len(found)),
        Filled(
            gettext_noop("Under way: %(under_way)s, open: %(open)s."),
            under_way=_count(found, "under_way"),
            open=_count(found, "open"),
        ),
    ]
    late = [one.title for one in found if one.is_late(day)]
    if late:
        said.append(Filled(gettext_noop("Past its day: %(titles)s."), titles=", ".join(late)))
    return tuple(said)


def _count(entries: Sequence[Entry], state: State) -> int:
    return sum(one.state == state for one in entries)
