"""The letters of a poll: what a delegation is asked, and the reminder for those who have not answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.body_names import body_with_convention
from corcom.meetings.domain.plan import Plan
from corcom.polls.domain.poll import OfferedDate

Occasion = Literal["first", "reminder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PollWords:
    """Subject and text of a letter."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PollLetter:
    """What the letter to one delegation is made of: its own `link`; `until` is the last day for answers, in ISO 8601."""

    plan: Plan
    dates: Sequence[OfferedDate]
    link: str
    until: str
    note: str
    sender: str


def poll_words(letter: PollLetter, wording: Wording = ENGLISH, *, occasion: Occasion) -> PollWords:
    """The words in the recipient's language."""
    gettext, plan = wording.gettext, letter.plan
    named = {"meeting": body_with_convention(plan.body, plan.convention)}
    until = {"day": wording.day(letter.until)}
    subjects = {
        "first": gettext("Which date suits you? %(meeting)s"),
        "reminder": gettext("Reminder: which date suits you? %(meeting)s"),
    }
    zone = gettext("Times are those of the clock in %(zone)s.") % {"zone": plan.zone.replace("_", " ")}
    parts = [
        gettext("For the next meeting of this body these dates are possible: %(meeting)s.") % named,
        "\n".join(f"- {date_in_words(one, wording)}" for one in letter.dates),
        zone,
        letter.note,
        gettext("Please say of each whether you can come, here, without an account: %(link)s") % {"link": letter.link},
        gettext("The address is yours alone. You can change your answer until the end of %(day)s.") % until,
        letter.sender,
    ]
    text = "\n\n".join(part for part in parts if part)
    return PollWords(subject=subjects[occasion] % named, text=f"{text}\n")


def date_in_words(one: OfferedDate, wording: Wording = ENGLISH) -> str:
    """A date with its times: "26 May 2016, 10:00–11:30"."""
    times = "–".join(part for part in (one.start_time, one.end_time) if part)
    return wording.gettext("%(day)s, %(times)s") % {"day": wording.day(one.date), "times": times}
