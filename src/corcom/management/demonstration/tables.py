"""What the demonstration prints: what was found in each record, and who owes what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _
from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from corcom.followup.domain.commitment import Followed
from corcom.followup.queries import action_points
from corcom.kernel.wording import ENGLISH
from corcom.management.intake import Outcome
from corcom.minutes.queries import record_of

STYLES = {"overdue": "bold red", "open": "", "done": "green", "superseded": "dim"}


def found(outcomes: Sequence[Outcome]) -> Table:
    """One line for each record: the meeting, and how much of each kind was found."""
    table = _table()
    table.add_column(_("Record"), overflow="fold", ratio=5)
    table.add_column(_("Meeting"), ratio=3)
    for title in (_("Delega-\ntions"), _("Agenda\nitems"), _("Deci-\nsions"), _("Action\npoints"), _("Warn-\nings")):
        table.add_column(title, justify="right", no_wrap=True)
    kinds = ("attendance", "agenda_item", "decision", "action_point", "warning")
    for outcome in sorted(outcomes, key=lambda outcome: outcome.path):
        counts = (str(outcome.found.get(kind, 0)) for kind in kinds)
        table.add_row(Text(Path(outcome.path).name), Text(_meeting(outcome)), *counts)
    return table


def owed(*, day: date) -> Table:
    """One line for each owner and action point that stands on `day`, soonest due first."""
    table = _table()
    table.add_column(_("Who"), ratio=4)
    table.add_column(_("What"), ratio=9)
    table.add_column(_("Due"), ratio=4)
    table.add_column(_("State"), no_wrap=True)
    states = {"open": _("open"), "overdue": _("overdue"), "done": _("done"), "superseded": _("superseded")}
    before = ""
    for owner, point in _by_owner(action_points(day=day)):
        due = ENGLISH.day(point.terms.due) if point.terms.due else point.terms.due_text or "–"
        state = Text(states[point.state], style=STYLES[point.state])
        table.add_row(Text(owner if owner != before else ""), Text(_shortened(point.terms.text)), Text(due), state)
        before = owner
    return table


def _by_owner(points: Sequence[Followed]) -> list[tuple[str, Followed]]:
    nobody = _("not said")
    owners = ((owner, point) for point in points for owner in _names(point) or (nobody,))
    # What nobody is named for stands last; each owner's lines keep their order, soonest due first.
    return sorted(owners, key=lambda line: (line[0] == nobody, line[0].casefold()))


def _names(point: Followed) -> tuple[str, ...]:
    return tuple(owner.name for owner in point.terms.owners)


def _meeting(outcome: Outcome) -> str:
    if outcome.reading is None:
        return ""
    record = record_of(reading=outcome.reading)
    day = ENGLISH.day(record["date"]) if record.get("date") else _("no date")
    return ", ".join(part for part in (record.get("body") or "", day) if part)


def _shortened(words: str, length: int = 90) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= length else f"{plain[: length - 1].rsplit(' ', 1)[0]} …"


def _table() -> Table:
    return Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, expand=True, header_style="bold")
