"""A roster, a rotation or the vacancies ahead as rows: what the table on a terminal and the CSV file show."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corcom.kernel.wording import ENGLISH
from corcom.mandates.domain.bounds import Reach, close_on
from corcom.mandates.domain.rosters import Roster
from corcom.mandates.domain.rotations import Rotation, Vacancy
from corcom.mandates.domain.seats import Seat
from corcom.mandates.domain.terms import office_name, theme_name

Rows = Sequence[tuple[str, ...]]


SOURCES = "sources"
BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under their columns. `columns` are the keys of a CSV file, `titles` the words above a table.

    Sources are long: a table has their numbers, and lists them below.
    """

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: Rows


def roster_sheet(roster: Roster) -> Sheet:
    """One row for each holder and each version of a term."""
    rows = [
        (
            office_name(line.convention, line.office),
            theme_name(line.convention, line.theme),
            seat.holder_name,
            since_of(line.convention, version.reach),
            until_of(line.convention, version.reach),
            _("records differ") if seat.is_disputed else "",
            version.terms[0].certainty,
            BETWEEN.join(version.sources),
        )
        for line in roster.lines
        for seat, version in line.held
    ]
    columns = ("office", "theme", "holder", "since", "until", "disputed", "certainty", SOURCES)
    titles = (_("Office"), _("Theme"), _("Holder"), _("Since"), _("Until"), _("Note"), _("Certainty"), _("Sources"))
    return Sheet(columns, titles, rows)


def vacancy_sheet(vacancies: Iterable[Vacancy]) -> Sheet:
    """One row for each vacancy."""
    rows = [
        (
            each.meeting.code,
            each.meeting.ends_on.isoformat(),
            office_name(each.meeting.convention, each.office),
            theme_name(each.meeting.convention, each.theme),
            str(each.seats),
            str(each.certain),
            _names(each.leaving),
            _names(each.staying) or (_("nobody") if each.leaves_nobody else ""),
        )
        for each in vacancies
    ]
    columns = ("meeting", "closes_on", "office", "theme", "seats", "certain", "leaving", "staying")
    titles = (
        *(_("Meeting"), _("Closes on"), _("Office"), _("Theme")),
        *(_("Seats"), _("By every record"), _("Leaving"), _("Staying")),
    )
    return Sheet(columns, titles, rows)


def rotation_sheet(rotation: Rotation) -> Sheet:
    """One row for each holder before and after the close of a meeting."""
    parts = (
        (_("leaves"), rotation.leaving),
        (_("leaves by one record, stays by another"), rotation.disputed),
        (_("no record says until when"), rotation.unsaid),
        (_("stays"), rotation.staying),
        (_("comes"), rotation.coming),
    )
    rows = [
        (office_name(seat.convention, seat.office), theme_name(seat.convention, seat.theme), seat.holder_name, words)
        for words, seats in parts
        for seat in seats
    ]
    return Sheet(
        ("office", "theme", "holder", "change"), (_("Office"), _("Theme"), _("Holder"), _("At the close")), rows
    )


def as_csv(sheet: Sheet) -> str:
    """The rows as CSV, the head first."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(sheet.columns)
    writer.writerows(sheet.rows)
    return out.getvalue()


def as_table(sheet: Sheet, *, width: int) -> str:
    """The rows as a table for a terminal of that many columns, and the sources below it."""
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style="bold")
    for title in sheet.titles:
        table.add_column(title, overflow="fold")
    numbers: dict[str, int] = {}
    for row in sheet.rows:
        table.add_row(*(Text(_short(key, cell, numbers)) for key, cell in zip(sheet.columns, row, strict=True)))
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, highlight=False)
    console.print(table)
    if numbers:
        console.print()
    for source, number in numbers.items():
        console.print(Text(f"{number:>3}  {source}"), soft_wrap=True)
    return out.getvalue()


def _short(key: str, cell: str, numbers: dict[str, int]) -> str:
    if key != SOURCES or not cell:
        return cell
    return ", ".join(str(numbers.setdefault(source, len(numbers) + 1)) for source in cell.split(BETWEEN))


def since_of(convention: str, reach: Reach) -> str:
    """From when a term runs: a day, with the meeting at whose close; or at the latest."""
    said = _bound(convention, reach, first=True)
    return said if reach.said_since or not said else _("%(day)s at the latest") % {"day": said}


def until_of(convention: str, reach: Reach) -> str:
    """Until when a term runs, likewise; or at the earliest."""
    said = _bound(convention, reach, first=False)
    return said if reach.said_until or not said else _("%(day)s at the earliest") % {"day": said}


def _bound(convention: str, reach: Reach, *, first: bool) -> str:
    day = reach.since if first else reach.until
    if day is None:
        return ""
    meeting = close_on(convention, day)
    return f"{day.isoformat()} ({meeting.code})" if meeting else day.isoformat()


def _names(seats: Sequence[Seat]) -> str:
    return ENGLISH.listed([seat.holder_name for seat in seats])
