"""Programmes of work in words: sessions, their chairs and parts, and how much stands and conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.programme.domain.conflicts import ProgrammeConflict
from corcom.programme.domain.session import Session, SessionPart
from corcom.programme.queries import DraftProgramme
from corcom.register.domain.gazetteer import parties
from corcom.web.committee.words import holder_in_words, theme_in_words
from corcom.web.filled import filled
from corcom.web.pieces import StateName
from corcom.web.wording import in_words


def session_name(convention: str, session: Session) -> str:
    """What a session is called: its title as it was written, or its theme in the reader's language."""
    return session.title or theme_in_words(convention, session.theme)


def hours_of(session: Session) -> str:
    """From when to when: "10:00–13:00"."""
    return f"{session.start}–{session.end}"


def when(session: Session) -> str:
    """Day and hours."""
    return _("%(day)s, %(times)s") % {"day": in_words(session.day), "times": hours_of(session)}


def weekday(day: date) -> str:
    """The day of the week."""
    return str(WEEKDAYS[day.weekday()])


def chairs_of(codes: Iterable[str]) -> list[StateName]:
    """Who presides, as pieces that lead to their pages."""
    return [StateName(code, holder_in_words(code)) for code in codes]


def chairs_in_words(codes: Iterable[str]) -> str:
    """The same as one text."""
    return _(", ").join(holder_in_words(code) for code in codes)


def code_of(name: str, names: Mapping[str, str]) -> str:
    """The code that a name in the reader's language, or a code itself, stands for; "" where nobody knows it."""
    return name.upper() if name.upper() in parties() else names.get(name.casefold(), "")


def names_here() -> dict[str, str]:
    """The codes of all States and organisations by their names in the reader's language, folded."""
    return {holder_in_words(code).casefold(): code for code in parties()}


def part_line(part: SessionPart) -> str:
    """A part as the form has it: "* Updates; 40%" for one that is to have the most time."""
    took = f"; {part.share}%" if part.share else f"; {part.minutes}" if part.minutes else ""
    return f"{'* ' if part.most else ''}{part.title}{took}"


def minutes_in_words(minutes: int) -> str:
    """How long a part or a theme has."""
    return ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}


def conflict_in_words(conflict: ProgrammeConflict) -> str:
    """What is wrong."""
    return filled(conflict.words)


def how_many(found: DraftProgramme) -> list[str]:
    """How many sessions, conflicts and cautions; those of which there is none are left out."""
    must = sum(1 for one in found.conflicts if one.must)
    sessions, cautions = len(found.sessions), len(found.conflicts) - must
    said = [ngettext("%(n)d session", "%(n)d sessions", sessions) % {"n": sessions}]
    if must:
        said.append(ngettext("%(n)d conflict", "%(n)d conflicts", must) % {"n": must})
    if cautions:
        said.append(ngettext("%(n)d thing to look at", "%(n)d things to look at", cautions) % {"n": cautions})
    return said
