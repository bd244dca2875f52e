"""How the answer of an audience changed: against the last time it was used, or against another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.correspondence.domain.audience.question import addressees_on, changes
from corcom.correspondence.queries.audiences import AudienceTold, UseTold
from corcom.web.day import DayRefused, read_day
from corcom.web.filters import text_in
from corcom.web.pieces import StateName, Together
from corcom.web.wording import in_words, moment_in_words


@dataclass(frozen=True, slots=True)
class Compared:
    """With what the answer is compared, and who came in and went out since; `refused` where nothing can be compared."""

    title: str
    came_in: Together | None = None
    went_out: Together | None = None
    came: int = 0
    went: int = 0
    refused: str = ""


def compared(
    request: HttpRequest, told: AudienceTold, on: DayFacts, found: Sequence[Addressee], used: UseTold | None
) -> Compared | None:
    """The comparison that the address asks for (`?against=2016-04-28`), else that with the last use, if there was one."""
    asked = text_in(request, "against")
    if asked:
        return _with_day(told, on, found, asked)
    if used is None:
        return None
    values = {"moment": moment_in_words(used.at), "day": in_words(used.day), "purpose": used.purpose}
    words = _("Since it was used on %(moment)s, as of %(day)s")
    if used.purpose:
        words = _("Since it was used on %(moment)s, as of %(day)s (%(purpose)s)")
    return _differ(words % values, [one.iso3 for one in used.states], found, on)


def _with_day(told: AudienceTold, on: DayFacts, found: Sequence[Addressee], asked: str) -> Compared:
    try:
        day = read_day(asked)
    except DayRefused:
        words = _("“%(value)s” is no day. Write it as year-month-day, such as 2016-04-29.")
        return Compared(_("Compared with another day"), refused=words % {"value": asked[:40]})
    before = addressees_on(told.question, on.facts.on(day, audience=told.number)) if told.question else ()
    title = _("Compared with %(day)s") % {"day": in_words(day)}
    return _differ(title, [one.iso3 for one in before], found, on)


def _differ(title: str, before: Sequence[str], found: Sequence[Addressee], on: DayFacts) -> Compared:
    differ = changes(before, [one.iso3 for one in found], on.day)
    return Compared(
        title,
        came_in=_names(differ.came_in),
        went_out=_names(differ.went_out),
        came=len(differ.came_in),
        went=len(differ.went_out),
    )


def _names(codes: Sequence[str]) -> Together | None:
    return Together(tuple(StateName(code) for code in codes), between=_(", ")) if codes else None
