"""Reminders in words: their stages, for whom those are, what is missing, why one was stopped."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from corcom.correspondence.domain.letter_lacks import LackKind, LetterLack
from corcom.correspondence.domain.outstanding import OutstandingStatus
from corcom.correspondence.domain.reminders.stages import CopyTo, ReminderStage, StageFor
from corcom.correspondence.domain.reminders.stopping import WhyStopped
from corcom.correspondence.domain.reminders.told import PlanStepKind
from corcom.correspondence.queries.reminders import ReminderInHand
from corcom.rulebooks.reading import rulebook
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import StatusMark
from corcom.web.pieces.status import Status
from corcom.web.wording import in_words

SENT_TO: Mapping[StageFor, Promise] = {
    "due_soon": gettext_lazy("States for which the day has not passed"),
    "not_known": gettext_lazy("States of which it is not known whether it came"),
    "overdue": gettext_lazy("States recorded as overdue"),
}
COPIES: Mapping[CopyTo, Promise] = {
    "letters": gettext_lazy("the State’s address for letters"),
    "president": gettext_lazy("the President"),
    "coordinator": gettext_lazy("the coordinators of the theme"),
}
STANDING: Mapping[OutstandingStatus, tuple[Status, Promise]] = {
    "due": ("due", pgettext_lazy("of a reminder", "due")),
    "unknown": ("unknown", pgettext_lazy("of a reminder", "not known whether it came")),
    "overdue": ("overdue", pgettext_lazy("of a reminder", "recorded as overdue")),
}
LACKS: Mapping[LackKind, Promise] = {
    "address": gettext_lazy("no e-mail address is known"),
    "words": gettext_lazy("the template has no words"),
    "value": gettext_lazy("nothing is known for {%(what)s}"),
    "glyph": gettext_lazy("CorCom has no font for “%(what)s”"),
    "refused": gettext_lazy("the words say “%(what)s”, which no record shows"),
}
STOPPED: Mapping[WhyStopped, Promise] = {
    "received": gettext_lazy("stopped: it came"),
    "not_owed": gettext_lazy("stopped: the State does not owe it any more"),
    "moved": gettext_lazy("stopped: it is due on another day"),
    "passed": gettext_lazy("stopped: its words are not true any more"),
    "superseded": gettext_lazy("stopped: a later reminder took its place"),
    "switched_off": gettext_lazy("stopped: the plan was switched off"),
}
PLAN_STEPS: Mapping[PlanStepKind, Promise] = {
    "drafted": pgettext_lazy("plan of reminders", "Drafted"),
    "changed": pgettext_lazy("plan of reminders", "Changed"),
    "switched_on": pgettext_lazy("plan of reminders", "Switched on"),
    "switched_off": pgettext_lazy("plan of reminders", "Switched off"),
}


def days_in_words(days: int) -> str:
    """How far a stage lies from the day on which it is due."""
    if not days:
        return _("on the day")
    words = (
        ngettext("%(n)d day before", "%(n)d days before", -days)
        if days < 0
        else ngettext("%(n)d day after", "%(n)d days after", days)
    )
    return words % {"n": abs(days)}


def ways_in_words(stage: ReminderStage) -> str:
    """By which way a stage goes."""
    if stage.by_email and stage.on_paper:
        return _("by e-mail and on paper")
    return _("by e-mail") if stage.by_email else _("on paper")


def answer_in_words(stage: ReminderStage) -> str:
    """Within how many days a stage asks for an answer; "" where it asks by no day."""
    words = ngettext("answer within %(n)d day", "answer within %(n)d days", stage.answer_in)
    return words % {"n": stage.answer_in} if stage.answer_in else ""


def waits_in_words(one: ReminderInHand) -> str:
    """That a reminder waits until an answer is read."""
    return _("an answer of %(day)s waits to be read") % {"day": in_words(one.unread[0].on)}


def plan_name(convention: str, obligation: str) -> str:
    """What a plan is about."""
    book = rulebook(convention)
    known = book.obligation(obligation) if book else None
    return f"{convention}: {obligation_name(known) if known else obligation}"


def owed_in_words(convention: str, obligation: str, period: int | None) -> str:
    """The obligation, with the year that it covers where it recurs."""
    name = plan_name(convention, obligation)
    return _("%(obligation)s for %(year)s") % {"obligation": name, "year": period} if period else name


def standing_mark(status: OutstandingStatus) -> StatusMark:
    """How what is reminded of stands."""
    drawn, words = STANDING[status]
    return StatusMark(drawn, str(words))


def lack_in_words(lack: LetterLack) -> str:
    """What is missing before a reminder can go."""
    return str(LACKS[lack.kind]) % {"what": lack.what}
