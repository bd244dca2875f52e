"""What the message around an invitation says to people: when and where, in the language of whoever gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.calendar_entries import CalendarEntry

Occasion = Literal["first", "update", "cancelled"]
"""Whether the recipient had no invitation before, has one that this replaces, or is told that the meeting is off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageWords:
    """Subject and text of a message."""

    subject: str
    text: str


def invitation_words(
    entry: CalendarEntry, wording: Wording = ENGLISH, *, occasion: Occasion, sender: str
) -> MessageWords:
    """The words for a planned meeting; `sender` signs. Errors: `ValueError` for one that was never planned."""
    if entry.plan is None:
        raise ValueError(entry.uid)
    gettext = wording.gettext
    day = wording.day(entry.plan.date)
    named = {"meeting": entry.title, "day": day}
    subjects = {
        "first": gettext("Invitation: %(meeting)s, %(day)s"),
        "update": gettext("Changed: %(meeting)s, %(day)s"),
        "cancelled": gettext("Cancelled: %(meeting)s, %(day)s"),
    }
    openings = {
        "first": gettext("You are invited to this meeting."),
        "update": gettext("This meeting was changed. What stands here takes the place of the earlier invitation."),
        "cancelled": gettext("This meeting will not be held."),
    }
    parts = [openings[occasion], "\n".join(_facts(entry, wording, with_link=occasion != "cancelled"))]
    if entry.status == "tentative":
        parts.append(gettext("This date is tentative."))
    parts += [gettext("The file that goes with this message puts it into your calendar, or takes it out."), sender]
    text = "\n\n".join(part for part in parts if part)
    return MessageWords(subject=subjects[occasion] % named, text=f"{text}\n")


def _facts(entry: CalendarEntry, wording: Wording, *, with_link: bool) -> list[str]:
    plan, gettext = entry.plan, wording.gettext
    assert plan is not None, "only what was planned is told"  # noqa: S101  the caller looked
    times = "–".join(part for part in (plan.start_time, plan.end_time) if part)
    when = {"day": wording.day(plan.date), "times": times, "zone": plan.zone.replace("_", " ")}
    lines = [entry.title, gettext("%(day)s, %(times)s (%(zone)s)") % when]
    if entry.place:
        lines.append(gettext("Place: %(place)s") % {"place": entry.place})
    if plan.joining_link and with_link:
        lines.append(gettext("To join: %(link)s") % {"link": plan.joining_link})
    return lines
