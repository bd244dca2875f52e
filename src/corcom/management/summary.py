"""What a reading says, for a terminal of 80 columns: plain lines where nobody looks, emphasis where somebody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from corcom.kernel.wording import ENGLISH
from corcom.minutes.domain import reading as typed

Section = Callable[[typed.Reading], Iterator[RenderableType]]

SHOWN_FIGURES = 12
SHOWN_UNREAD = 8
"""Of what is only good to know; the JSON has all of it."""
_INDENT = (0, 0, 0, 2)


def show(console: Console, name: str, reading: typed.Reading) -> None:
    """Print the summary of one reading."""
    console.print(Text(name, style="bold"), soft_wrap=True)
    for title, section in _sections():
        lines = list(section(reading))
        if lines:
            console.print()
            if title:
                console.print(Text(title.upper(), style="bold blue"))
            console.print(Padding(Group(*lines), _INDENT if title else 0))


def _sections() -> tuple[tuple[str, Section], ...]:
    return (
        ("", _head),
        (_("Who was there"), _attendance),
        (_("Agenda"), _agenda),
        (_("Themes"), _themes),
        (_("Decisions"), _decisions),
        (_("Decisions of other bodies"), _reported),
        (_("Action points"), _action_points),
        (_("Next meeting"), _next_meeting),
        (_("Positions"), _positions),
        (_("Figures"), _figures),
        (_("Warnings"), _warnings),
        (_("Not understood"), _unread),
    )


def _head(reading: typed.Reading) -> Iterator[RenderableType]:
    held_by = ", ".join(part for part in (reading.body, reading.convention) if part)
    yield Text(held_by or _("No body is named."))
    number = _("meeting %(number)d") % {"number": reading.meeting_number} if reading.meeting_number else ""
    day = ENGLISH.day(reading.date) if reading.date else _("no date")
    time = "–".join(part for part in (reading.start_time, reading.end_time) if part)
    parts = (" ".join(part for part in (number, reading.meeting_number_scope) if part), day, time, reading.venue)
    yield Text(" · ".join(part for part in parts if part))
    if reading.chair:
        chair = reading.chair
        who = ", ".join(part for part in (chair.person, chair.delegation, chair.role) if part)
        yield Text(_("In the chair: %(who)s") % {"who": who})


def _attendance(reading: typed.Reading) -> Iterator[RenderableType]:
    for entry in reading.attendance:
        name = entry.delegation or _("without a delegation")
        line = Text(f"{name} ({entry.role})" if entry.role else name)
        if entry.people:
            line.append(f": {', '.join(entry.people)}", style="dim")
        yield _hanging(line)
    for kind, words in (("apologies", _("Apologies: %(who)s")), ("absent", _("Absent: %(who)s"))):
        missed = [absence.delegation for absence in reading.absences if absence.kind == kind]
        if missed:
            yield _hanging(Text(words % {"who": ", ".join(missed)}))


def _agenda(reading: typed.Reading) -> Iterator[RenderableType]:
    yield from _pairs((item.number or "–", item.title) for item in reading.agenda)


def _themes(reading: typed.Reading) -> Iterator[RenderableType]:
    themes: dict[str, list[str]] = {}
    for mandate in reading.mandates:
        years = f" ({mandate.years})" if mandate.years else ""
        holders = ", ".join(mandate.holders) or _("nobody")
        themes.setdefault(mandate.theme, []).append(f"{holders}{years}")
    for theme, held in themes.items():
        yield _hanging(Text(f"{theme}: {', '.join(held)}"))


def _decisions(reading: typed.Reading) -> Iterator[RenderableType]:
    yield from (_decision(decision) for decision in reading.decisions)


def _reported(reading: typed.Reading) -> Iterator[RenderableType]:
    yield from (_decision(decision) for decision in reading.reported_decisions)


def _decision(decision: typed.Decision) -> RenderableType:
    notes = [decision.body or "", ", ".join(decision.owner), ENGLISH.day(decision.due) if decision.due else ""]
    if decision.agenda:
        notes.append(_("item %(item)s") % {"item": decision.agenda})
    return _bullet(decision.text, notes, decision.certainty)


def _action_points(reading: typed.Reading) -> Iterator[RenderableType]:
    if not reading.action_points:
        return
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), pad_edge=False, expand=True, show_edge=False)
    table.add_column(_("What"), ratio=5)
    table.add_column(_("Who"), ratio=2)
    table.add_column(_("By when"), ratio=2)
    table.add_column(_("Certainty"), no_wrap=True)
    for point in reading.action_points:
        done = _(" (done)") if point.status == "done" else ""
        due = ENGLISH.day(point.due) if point.due else point.due_text or ""
        table.add_row(
            Text(point.text + done),
            Text(", ".join(point.owner) or _("nobody")),
            Text(due or "–"),
            Text(_certainty(point.certainty), style=_STYLES[point.certainty]),
        )
    yield table


def _next_meeting(reading: typed.Reading) -> Iterator[RenderableType]:
    following = reading.next_meeting
    if following is None:
        return
    day = ENGLISH.day(following.date) if following.date else _("no date")
    tentative = _("tentative") if following.tentative else ""
    yield Text(" · ".join(part for part in (day, following.time, following.place, tentative) if part))


def _positions(reading: typed.Reading) -> Iterator[RenderableType]:
    stances = {"for": _("for"), "against": _("against"), "undecided": _("undecided"), "asks": _("asks first")}
    questions: dict[str, dict[str, list[str]]] = {}
    for position in reading.positions:
        asked = questions.setdefault(position.question, {})
        asked.setdefault(stances[position.stance], []).append(position.delegation)
    for question, stood in questions.items():
        where = "; ".join(f"{stance} {', '.join(dict.fromkeys(who))}" for stance, who in stood.items())
        yield _hanging(Text(f"{question}: {where}"))


def _figures(reading: typed.Reading) -> Iterator[RenderableType]:
    shown = reading.figures[:SHOWN_FIGURES]
    yield from (_hanging(Text(f"{_shortened(figure.what)}: {figure.value}")) for figure in shown)
    yield from _rest(len(reading.figures) - len(shown))


def _warnings(reading: typed.Reading) -> Iterator[RenderableType]:
    yield from (_bullet(warning.text, (), "certain") for warning in reading.warnings)


def _unread(reading: typed.Reading) -> Iterator[RenderableType]:
    shown = reading.unread[:SHOWN_UNREAD]
    yield from (_hanging(Text(f"{span.reason}: “{_shortened(span.evidence.quote)}”")) for span in shown)
    yield from _rest(len(reading.unread) - len(shown))


def _rest(count: int) -> Iterator[RenderableType]:
    if count > 0:
        more = ngettext("and %(count)d more; --format json has all", "and %(count)d more; --format json has all", count)
        yield Text(more % {"count": count}, style="dim")


_STYLES = {"certain": "green", "likely": "", "doubtful": "yellow"}


def _certainty(certainty: str) -> str:
    return {"certain": _("certain"), "likely": _("likely"), "doubtful": _("doubtful")}[certainty]


def _bullet(text: str, notes: Sequence[str], certainty: str) -> RenderableType:
    """A sentence, and in brackets what else is known of it, its certainty where there is a doubt."""
    shown = [note for note in notes if note]
    if certainty != "certain":
        shown.append(_certainty(certainty))
    line = Text(text)
    if shown:
        line.append(f" ({'; '.join(shown)})", style="dim")
    return _pair("•", line)


def _pair(left: str, right: Text) -> Table:
    return _grid([(left, right)])


def _pairs(rows: Any) -> Iterator[RenderableType]:
    found = [(left, Text(right)) for left, right in rows]
    if found:
        yield _grid(found)


def _grid(rows: Sequence[tuple[str, Text]]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for left, right in rows:
        grid.add_row(Text(left), right)
    return grid


def _hanging(line: Text) -> RenderableType:
    """A line whose continuation is set in."""
    return _pair("·", line)


def _shortened(words: str, length: int = 140) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= length else f"{plain[: length - 1].rstrip()}…"
