"""Days in the words of a check."""

from __future__ import annotations

from datetime import date

from corcom.kernel.calendar import exact_day
from corcom.kernel.marked import Filled, gettext_noop


def days_after(day: date, due_on: date) -> Filled:
    """How far one day is after another."""
    return Filled(
        gettext_noop("%(day)s is %(days)d days after %(due_on)s."), day=day, days=(day - due_on).days, due_on=due_on
    )


def exact(text: str) -> date | None:
    """A day from ISO 8601; None for what is coarser, or none."""
    try:
        return exact_day(text) if text else None
    except ValueError:
        return None


def as_known(text: str) -> Filled:
    """A day as far as it is known: written out where it is one, else as it is kept ("2016-05")."""
    return Filled("%(on)s", on=exact(text) or text)
