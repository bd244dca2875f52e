"""The letters of a consultation to one delegation: subject and text, in the words of a `Wording`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from corcom.consultation.domain.circulated import Procedure
from corcom.kernel.wording import Wording

LetterKind = Literal["circulated", "reminder", "extended", "outcome"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What a letter is about. `objecting` are the names of those who objected, of a silence procedure that is over."""

    title: str
    procedure: Procedure
    closes_at: datetime
    zone: str
    round: int = 1
    note: str = ""
    reason: str = ""
    objecting: tuple[str, ...] = ()


def deadline_in_words(closes_at: datetime, zone: str, wording: Wording) -> str:
    """A moment as it is read in its zone.

    >>> from zoneinfo import ZoneInfo
    >>> from corcom.kernel.wording import ENGLISH
    >>> deadline_in_words(datetime(2016, 5, 20, 18, tzinfo=ZoneInfo("Europe/Zurich")), "Europe/Zurich", ENGLISH)
    '20 May 2016, 18:00 (Europe/Zurich)'
    """
    return wording.gettext("%(day)s, %(time)s (%(zone)s)") % {
        "day": wording.day(closes_at.date().isoformat()),
        "time": f"{closes_at:%H:%M}",
        "zone": zone.replace("_", " "),
    }


def letter(kind: LetterKind, matter: LetterFacts, *, to: str, link: str, wording: Wording) -> tuple[str, str]:
    """Subject and text of a letter to the delegation `to`; `link` is its own address."""
    values = {
        "title": matter.title,
        "when": deadline_in_words(matter.closes_at, matter.zone, wording),
        "to": to,
        "link": link,
        "reason": matter.reason,
        "round": matter.round,
        "names": wording.listed(matter.objecting),
    }
    parts = [wording.gettext("To the delegation of %(to)s"), *_BODIES[kind](matter, wording)]
    filled = [part % values for part in parts]
    if matter.note and kind == "circulated":
        filled.insert(2, matter.note)
    return _subject(kind, matter, wording) % values, "\n\n".join(filled) + "\n"


def _subject(kind: LetterKind, matter: LetterFacts, wording: Wording) -> str:
    gettext, silence = wording.gettext, matter.procedure == "silence"
    if kind == "outcome":
        return gettext("%(title)s: outcome")
    if kind == "extended":
        return gettext("%(title)s: extended until %(when)s")
    if kind == "reminder":
        return gettext("Reminder: %(title)s, until %(when)s")
    return gettext("%(title)s: silence until %(when)s") if silence else gettext("%(title)s: comments until %(when)s")


def _circulated(matter: LetterFacts, wording: Wording) -> list[str]:
    gettext = wording.gettext
    text = gettext("The following text is circulated: “%(title)s”.")
    if matter.round > 1:
        text = gettext("The following text is circulated again, in round %(round)s: “%(title)s”.")
    return [text, *_how(matter, wording)]


def _how(matter: LetterFacts, wording: Wording) -> list[str]:
    gettext = wording.gettext
    if matter.procedure == "silence":
        return [
            gettext("It is approved unless a delegation objects by %(when)s."),
            gettext("The text, and the place to object, without an account: %(link)s"),
            gettext(
                "An objection on that page stays sealed until the deadline; nobody can read it before. An answer to this"
                " message would be read at once, so please do not object by e-mail."
            ),
        ]
    return [
        gettext("Comments and proposed wording are taken until %(when)s."),
        gettext("The text, and the place for your comments, without an account: %(link)s"),
        gettext(
            "You can also answer this message. Begin each comment with its paragraph, such as “Paragraph 3: should read: …”."
        ),
    ]


def _reminder(matter: LetterFacts, wording: Wording) -> list[str]:
    gettext = wording.gettext
    if matter.procedure == "silence":
        return [gettext("This is a reminder to all delegations of “%(title)s”."), *_how(matter, wording)]
    return [gettext("We have not yet heard from you on “%(title)s”."), *_how(matter, wording)]


def _extended(matter: LetterFacts, wording: Wording) -> list[str]:
    gettext = wording.gettext
    reason = [gettext("The reason: %(reason)s")] if matter.reason else []
    return [gettext("The deadline for “%(title)s” is extended to %(when)s."), *reason, *_how(matter, wording)]


def _outcome(matter: LetterFacts, wording: Wording) -> list[str]:
    gettext = wording.gettext
    seen = gettext("The text, and what was said of it: %(link)s")
    if matter.procedure == "comments":
        return [gettext("Comments on “%(title)s” were taken until %(when)s."), seen]
    if matter.objecting:
        return [
            gettext("“%(title)s” is not approved. Objections were made by %(when)s by: %(names)s."),
            seen,
        ]
    return [gettext("No delegation objected to “%(title)s” by %(when)s. It is approved."), seen]


_BODIES = {"circulated": _circulated, "reminder": _reminder, "extended": _extended, "outcome": _outcome}
