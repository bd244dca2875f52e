"""A time-line in words, in the language of a `Wording`: who, when, why."""

from __future__ import annotations

from collections.abc import Sequence

from corcom.kernel.said import said
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.timeline import PlannedStep
from corcom.rulebooks.shapes import Step


def who(names: Sequence[str], wording: Wording = ENGLISH) -> str:
    """Those who do something, or sign it off.

    >>> who(("Co-Chairs", "Co-Rapporteurs")), who(("President",)), who(())
    ('Co-Chairs and Co-Rapporteurs', 'President', '')
    """
    found = [wording.gettext(name) for name in names]
    if len(found) < 2:
        return "".join(found)
    # Translators: the last two of several who do something, as in "Co-Chairs and Co-Rapporteurs".
    both = wording.gettext("%(names)s and %(last)s")
    return both % {"names": wording.listed(found[:-1]), "last": found[-1]}


def when(step: PlannedStep, wording: Wording = ENGLISH) -> str:
    """The days of a step, or that it has none and what is missing."""
    if step.begins_on is None or step.ends_on is None:
        missing = wording.listed(said(each, wording) for each in step.missing)
        return wording.gettext("cannot be dated; missing: %(missing)s") % {"missing": missing}
    if step.begins_on == step.ends_on:
        return wording.day(step.ends_on.isoformat())
    return wording.day(f"{step.begins_on.isoformat()}/{step.ends_on.isoformat()}")


def moved_in_words(step: PlannedStep, wording: Wording = ENGLISH) -> str:
    """From where a step was moved; "" for one that was not."""
    if step.moved_from is None:
        return ""
    return wording.gettext("moved from %(day)s") % {"day": wording.day(step.moved_from.isoformat())}


def ways(step: PlannedStep) -> tuple[Step, ...]:
    """How the days of a step were found: its first day, where it has one of its own, then its last."""
    return (*step.begin_way, *step.way)


def way_in_words(step: PlannedStep, wording: Wording = ENGLISH) -> tuple[str, ...]:
    """The same as lines: "minus 2 months: 5 December 2003"."""
    return tuple(_line(one, wording) for one in ways(step))


def _line(one: Step, wording: Wording) -> str:
    words = said(one.words, wording)
    day = wording.gettext(": ") + wording.day(one.on.isoformat()) if one.on else ""
    return words + day + (f" ({wording.gettext(one.source)})" if one.source else "")
