"""What was done to a programme, in words: the step, the session, and each value before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.mandates.domain.terms import bodies_of
from corcom.programme.domain.programme_json import session_from
from corcom.programme.domain.session import SessionPart
from corcom.programme.queries import ProgrammeChange, SessionChange
from corcom.web.committee.words import theme_in_words
from corcom.web.programme.words import chairs_in_words, part_line, session_name
from corcom.web.wording import days_in_words

STEPS: dict[str, Promise] = {
    "added": gettext_lazy("Session added"),
    "changed": gettext_lazy("Session changed"),
    "moved": gettext_lazy("Session moved"),
    "withdrawn": gettext_lazy("Session taken off"),
    "filled": gettext_lazy("Filled from a template"),
    "followed": gettext_lazy("Sessions moved with the meeting"),
    "timed": gettext_lazy("Hours and shares changed"),
    "undone": gettext_lazy("Taken back"),
    "released": gettext_lazy("Programme released"),
}

NAMES: dict[str, Promise] = {
    "theme": gettext_lazy("Theme"),
    "title": gettext_lazy("Title"),
    "body": gettext_lazy("Body"),
    "day": gettext_lazy("Day"),
    "start": gettext_lazy("Starts at"),
    "end": gettext_lazy("Ends at"),
    "room": gettext_lazy("Room"),
    "chairs": gettext_lazy("Chairs"),
    "people": gettext_lazy("People"),
    "parts": gettext_lazy("Parts"),
    "note": gettext_lazy("Note"),
    "slots": gettext_lazy("Hours"),
    "starts_on": gettext_lazy("First day of the meeting"),
    "shares": gettext_lazy("Shares of time"),
    "version": gettext_lazy("Version"),
    "conflicts": gettext_lazy("Conflicts"),
}

Line = tuple[str, list[tuple[str, str, str]]]
"""The name of a session, and for each value that changed its name, and the value before and after."""


def step_name(change: ProgrammeChange) -> str:
    """What was done; for what was taken back, what it was."""
    if change.undoes:
        return _("%(step)s: %(what)s") % {"step": STEPS["undone"], "what": STEPS[change.undoes]}
    return str(STEPS.get(change.kind, change.kind))


def change_lines(convention: str, change: ProgrammeChange) -> list[Line]:
    """Which sessions a step changed, and what of them. Of a session that came or went, its name says enough."""
    return [_line(convention, one) for one in change.changes]


def _line(convention: str, one: SessionChange) -> Line:
    name = "" if not one.number else _name(convention, one.after or one.before)
    if one.number and (not one.before or one.before.get("withdrawn") != one.after.get("withdrawn")):
        return name, []
    keys = [key for key in one.after if one.before.get(key) != one.after[key] and key in NAMES]
    return name, [
        (
            str(NAMES[key]),
            value_in_words(convention, key, one.before.get(key)),
            value_in_words(convention, key, one.after[key]),
        )
        for key in keys
    ]


def _name(convention: str, values: Mapping[str, Any]) -> str:
    return session_name(convention, session_from(values))


def value_in_words(convention: str, key: str, value: Any) -> str:
    """A value in the history, as people write it."""
    if value in (None, "", [], {}):
        return _("nothing")
    if key == "shares":
        return _(", ").join(f"{theme_in_words(convention, theme)} {share}%" for theme, share in value.items())
    return _words_of(convention).get(key, str)(value)


def _words_of(convention: str) -> dict[str, Callable[[Any], str]]:
    """How the values of each key are written."""
    bodies = bodies_of(convention)
    return {
        "day": days_in_words,
        "starts_on": days_in_words,
        "theme": lambda code: theme_in_words(convention, code),
        "body": lambda code: _(bodies.get(code) or code),
        "chairs": chairs_in_words,
        "people": _listed,
        "parts": lambda parts: _listed(part_line(SessionPart(**part)) for part in parts),
        "slots": lambda slots: _listed(f"{slot['start']}–{slot['end']}" for slot in slots),
    }


def _listed(values: Iterable[str]) -> str:
    return _(", ").join(values)
