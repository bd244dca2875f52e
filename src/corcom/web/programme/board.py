"""The part of the page of a programme that changes with every move: what conflicts, the grid, the list of sessions."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.programme.domain.grid import GridCell, grid_of
from corcom.programme.domain.programme import theme_shares
from corcom.programme.domain.session import Session, part_minutes
from corcom.programme.queries import DraftProgramme, ProgrammeChange, last_to_undo
from corcom.web.committee.words import theme_in_words
from corcom.web.pieces import Column, Row, Table
from corcom.web.programme.changes import step_name
from corcom.web.programme.words import (
    chairs_of,
    conflict_in_words,
    hours_of,
    minutes_in_words,
    session_name,
    weekday,
    when,
)
from corcom.web.wording import in_words


def board(
    found: DraftProgramme, history: list[ProgrammeChange], *, may: bool, said: str = "", focus: int = 0
) -> dict[str, Any]:
    """What `programme/board.html` shows. `said` is told to those who do not see it; `focus` is the session moved."""
    grid = grid_of(found.programme)
    shown = {one.session.number: _session(found, one.session) for one in found.sessions}
    undo = last_to_undo(history) if may else None
    return {
        "found": found,
        "may": may,
        "said": said,
        "focus": focus,
        "days": [(day, weekday(day), in_words(day)) for day in grid.days],
        "rows": [(band, [_cell(cell, shown) for cell in cells]) for band, cells in grid.rows],
        "by_day": [
            (
                f"{weekday(day)}, {in_words(day)}",
                [shown[one.number] for one in found.programme.in_order if one.day == day],
            )
            for day in grid.days
        ],
        "conflicts": [(conflict_in_words(one), one.must) for one in found.conflicts],
        "unsettled": any(one.must for one in found.conflicts),
        "undo": (undo.number, _undone(found, undo)) if undo else None,
        "shares": shares_table(found),
    }


def _undone(found: DraftProgramme, undo: ProgrammeChange) -> str:
    """What would be taken back: the step, and the session if it is one."""
    names = {one.session.number: session_name(found.programme.convention, one.session) for one in found.sessions}
    concerned = [names[one.number] for one in undo.changes if one.number in names]
    if len(concerned) == 1:
        return _("%(step)s: %(what)s") % {"step": step_name(undo), "what": concerned[0]}
    return step_name(undo)


def _cell(cell: GridCell, shown: dict[int, dict[str, Any]]) -> dict[str, Any]:
    return {
        "day": cell.day.isoformat(),
        "start": cell.start,
        "lines": cell.lines,
        "in_slot": cell.in_slot,
        "sessions": [shown[one.number] for one in cell.sessions],
    }


def _session(found: DraftProgramme, session: Session) -> dict[str, Any]:
    convention, number = found.programme.convention, found.meeting.number
    minutes = part_minutes(session, found.programme.slots)
    return {
        "session": session,
        "name": session_name(convention, session),
        "hours": hours_of(session),
        "when": when(session),
        "chairs": chairs_of(session.chairs),
        "parts": [
            (part.title, minutes_in_words(took) if took else "")
            for part, took in zip(session.parts, minutes, strict=True)
        ],
        "conflicts": [(conflict_in_words(one), one.must) for one in found.conflicts_with(session.number)],
        "edit": reverse("session", args=[number, session.number]),
        "move": reverse("session_move", args=[number, session.number]),
        "withdraw": reverse("session_withdraw", args=[number, session.number]),
    }


def shares_table(found: DraftProgramme) -> Table | None:
    """The time that each theme has and the share that it was given; None where no session has a theme."""
    shares = theme_shares(found.programme)
    if not shares:
        return None
    convention = found.programme.convention
    return Table(
        id="shares",
        caption=_("Time by theme"),
        columns=(
            Column(_("Theme"), is_wide=True),
            Column(_("Minutes"), is_number=True),
            Column(_("Share"), is_number=True),
            Column(_("Given"), is_number=True),
        ),
        rows=tuple(
            Row(
                (
                    theme_in_words(convention, theme),
                    str(minutes),
                    _("%(n)d%%") % {"n": has},
                    _("%(n)d%%") % {"n": given} if given else "–",
                )
            )
            for theme, (minutes, has, given) in shares.items()
        ),
    )
