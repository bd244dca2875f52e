"""Action points and decisions as pieces: their owners, their deadline, how they stand, in words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language_bidi, gettext_lazy, ngettext, npgettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from corcom.followup.domain.commitment import Followed, State
from corcom.followup.domain.terms import DecisionTerms
from corcom.kernel.actor import Actor
from corcom.meetings.domain.meeting import Heading
from corcom.web import wording
from corcom.web.pieces import Deadline, Link, StateName, Status, StatusMark, Step, Together
from corcom.web.places import commitment_address

SOON = timedelta(days=14)
"""What falls due within two weeks is due soon."""

STATE_WORDS: dict[State, Promise] = {
    "open": pgettext_lazy("commitment", "open"),
    "overdue": pgettext_lazy("commitment", "overdue"),
    "done": pgettext_lazy("commitment", "done"),
    "superseded": pgettext_lazy("commitment", "superseded"),
    "withdrawn": pgettext_lazy("commitment", "withdrawn"),
}

COUNTED: dict[State, Promise] = {
    "open": npgettext_lazy("commitment", "%(n)d open", "%(n)d open", "n"),
    "overdue": npgettext_lazy("commitment", "%(n)d overdue", "%(n)d overdue", "n"),
    "done": npgettext_lazy("commitment", "%(n)d done", "%(n)d done", "n"),
    "superseded": npgettext_lazy("commitment", "%(n)d superseded", "%(n)d superseded", "n"),
}

NOBODY = gettext_lazy("nobody named")


def status_of(found: Followed, day: date) -> Status:
    """The status of its deadline."""
    if found.state == "done":
        return "met"
    if found.state in {"superseded", "withdrawn"}:
        return "none"
    due_on = found.terms.due_on
    if found.state == "overdue" or due_on is None:
        return "overdue" if found.state == "overdue" else "due"
    return "soon" if due_on - day <= SOON else "due"


def deadline(found: Followed, day: date) -> Deadline:
    """The chip: the day as far as it is known, how far it is, and how it was found."""
    terms = found.terms
    return Deadline(
        due_on=terms.due_on,
        day=day,
        status=status_of(found, day),
        shown=terms.due,
        said=terms.due_text,
        met_on=found.turned_on if found.state == "done" else None,
        steps=_steps(found),
    )


def _steps(found: Followed) -> tuple[Step, ...]:
    """Only where there is something to explain: a month, a year or a period, of which the last day counts."""
    terms = found.terms
    if terms.due_on is None or terms.due == terms.due_on.isoformat():
        return ()
    return (
        Step(_("Raised at the meeting of"), terms.raised_on),
        Step(_("Last day of “%(due)s”") % {"due": wording.days_in_words(terms.due)}, terms.due_on),
    )


def state_mark(found: Followed, day: date) -> StatusMark:
    """How it stands, in a word: open, overdue, done, superseded."""
    status = status_of(found, day)
    return StatusMark("due" if found.state == "open" else status, str(STATE_WORDS[found.state]))


def actors(named: tuple[Actor, ...]) -> Together | str:
    """Names beside each other, each a link to its page."""
    if not named:
        return str(NOBODY)
    return Together(tuple(StateName(actor.code, actor.name) for actor in named), between=_(", "))


def names(named: tuple[Actor, ...]) -> str:
    """The same as plain text, for a file."""
    return "; ".join(StateName(actor.code, actor.name).words for actor in named)


def title(found: Followed) -> Link:
    """Its words, linked to its page."""
    return Link(begun(found.terms.text), commitment_address(found.ref))


def begun(text: str) -> str:
    """A text that begins like a sentence; a clause cut from one does not."""
    return text[:1].upper() + text[1:]


def short(text: str, most: int = 90) -> str:
    """The beginning of a text, cut between words."""
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0].rstrip(',;:')} …"


def in_a_line(found: Followed, day: date) -> str:
    """How it stands, as a sentence without a full stop: "Open, due 17 May 2016, in 12 days"."""
    state = str(STATE_WORDS[found.state]).capitalize()
    if found.state in {"done", "superseded"}:
        state = _("%(state)s since %(day)s") % {"state": state, "day": wording.in_words(found.turned_on)}
    chip = deadline(found, day)
    if not chip.day_in_words:
        return _("%(state)s, no day was set") % {"state": state}
    return _("%(state)s, due %(day)s, %(distance)s") % {
        "state": state,
        "day": chip.day_in_words,
        "distance": chip.words,
    }


def meeting_title(heading: Heading) -> str:
    """A meeting in a line: "Coordination Committee, 28 April 2016"."""
    return _("%(body)s, %(day)s") % {"body": isolated(heading.body), "day": wording.days_in_words(heading.date)}


def isolated(text: str) -> str:
    """Words of another script inside a sentence that runs from right to left.

    The mark before them says so to a browser, which takes the direction of a text from its first letter.
    """
    return f"\u200f\u2068{text}\u2069" if get_language_bidi() else text


def taken_by(terms: DecisionTerms) -> str:
    """The body that took a decision."""
    return terms.body or _("another body, not named")


def counted(found: list[Followed] | tuple[Followed, ...]) -> str:
    """How many there are of each: "9 action points: 5 open, 1 overdue, 3 done"."""
    states = [one.state for one in found]
    parts = [words % {"n": states.count(state)} for state, words in COUNTED.items() if state in states]
    total = ngettext("%(n)d action point", "%(n)d action points", len(states)) % {"n": len(states)}
    return f"{total}{_(': ')}{_(', ').join(parts)}" if parts else total


def cells(found: Followed, day: date) -> dict[str, Any]:
    """The usual cells of a row."""
    return {
        "title": title(found),
        "owners": actors(found.terms.owners),
        "due": deadline(found, day),
        "state": state_mark(found, day),
    }
