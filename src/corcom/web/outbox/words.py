"""The outbox in words: states, kinds, what came of an attempt, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from corcom.documents.queries import NoSuchFile
from corcom.kernel.errors import CorcomError
from corcom.outbox import actions
from corcom.outbox.domain.draft_checks import AddressRefused, DraftRefused, HeaderRefused
from corcom.outbox.domain.standing import MAY, State, Verb
from corcom.outbox.queries import AttemptTold, NoSuchIncoming, NoSuchMessage
from corcom.web.pieces import StatusMark
from corcom.web.pieces.status import Status

STATES: dict[State, Promise] = {
    "prepared": pgettext_lazy("message", "prepared"),
    "held": pgettext_lazy("message", "held back"),
    "released": pgettext_lazy("message", "released"),
    "sending": pgettext_lazy("message", "being sent"),
    "waiting": pgettext_lazy("message", "waits for another try"),
    "uncertain": pgettext_lazy("message", "uncertain"),
    "failed": pgettext_lazy("message", "failed"),
    "sent": pgettext_lazy("message", "sent"),
    "cancelled": pgettext_lazy("message", "cancelled"),
}
MARKS: dict[State, Status] = {
    "prepared": "none",
    "held": "extended",
    "released": "due",
    "sending": "soon",
    "waiting": "soon",
    "uncertain": "unknown",
    "failed": "overdue",
    "sent": "met",
    "cancelled": "none",
}
MEANINGS: dict[State, Promise] = {
    "prepared": gettext_lazy("It waits until somebody releases it."),
    "held": gettext_lazy("It is kept back until somebody releases it again."),
    "released": gettext_lazy("It goes out as soon as “corcom send” comes to it."),
    "sending": gettext_lazy("A worker is sending it now."),
    "waiting": gettext_lazy("The server did not take it yet; it is tried again by itself."),
    "uncertain": gettext_lazy(
        "It was handed to the server, and no answer came back. It may have arrived: ask the recipient, then say which."
    ),
    "failed": gettext_lazy("The server refused it. Mend the reason, then try again or cancel it."),
    "sent": gettext_lazy("The server took it."),
    "cancelled": gettext_lazy("It is never sent."),
}
KINDS: dict[str, Promise] = {
    "letter": pgettext_lazy("message", "letter"),
    "reminder": pgettext_lazy("message", "reminder"),
    "deadline_reminder": pgettext_lazy("message", "reminder of a deadline"),
    "invitation": pgettext_lazy("message", "invitation"),
    "invitation_reminder": pgettext_lazy("message", "reminder of an invitation"),
    "poll": pgettext_lazy("message", "poll of dates"),
    "poll_reminder": pgettext_lazy("message", "reminder of a poll of dates"),
    "calendar_invitation": pgettext_lazy("message", "invitation for calendars"),
    "answer": pgettext_lazy("message", "answer"),
    "trial": pgettext_lazy("message", "trial"),
    "consultation_circulated": pgettext_lazy("message", "text for comments"),
    "consultation_reminder": pgettext_lazy("message", "reminder of a consultation"),
    "consultation_extended": pgettext_lazy("message", "extension of a consultation"),
    "consultation_outcome": pgettext_lazy("message", "outcome of a consultation"),
    "questionnaire": pgettext_lazy("message", "questionnaire"),
    "questionnaire_reminder": pgettext_lazy("message", "reminder of a questionnaire"),
    "report_findings": pgettext_lazy("message", "questions on a report"),
}
CALENDAR: dict[str, Promise] = {
    "REQUEST": gettext_lazy("A meeting to accept, or the change of one"),
    "CANCEL": gettext_lazy("A meeting to take out"),
    "PUBLISH": gettext_lazy("A meeting to put in"),
}
OUTCOMES: dict[str, Promise] = {
    "": gettext_lazy("Not ended."),
    "sent": gettext_lazy("The server took it."),
    "later": gettext_lazy("The server did not take it now."),
    "refused": gettext_lazy("It was refused."),
    "given_up": gettext_lazy("Given up after many tries."),
    "lost": gettext_lazy("The worker stopped before the message was handed over; nothing was sent."),
    "unclear": gettext_lazy("It was handed over, and the server did not say whether it took it."),
}
STEPS: dict[str, Promise] = {
    "released": pgettext_lazy("message", "Released"),
    "held": pgettext_lazy("message", "Held back"),
    "cancelled": pgettext_lazy("message", "Cancelled"),
}
SETTLED: dict[str, Promise] = {
    "arrived": gettext_lazy("It arrived."),
    "again": gettext_lazy("It is to be tried again."),
}
INCOMING: dict[str, Promise] = {
    "reply": pgettext_lazy("incoming", "reply"),
    "bounce": pgettext_lazy("incoming", "could not be delivered"),
    "delay": pgettext_lazy("incoming", "not yet delivered"),
    "automatic": pgettext_lazy("incoming", "automatic answer"),
}
INCOMING_MARKS: dict[str, Status] = {"reply": "met", "bounce": "overdue", "delay": "soon", "automatic": "none"}


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a person can do with messages: the button, what it does, and what is said afterwards."""

    verb: Verb
    label: Promise
    icon: str
    asks: Promise


STEP_WORDS = (
    StepWords(
        "release", pgettext_lazy("verb", "Release"), "accept", gettext_lazy("They go out, each to its one recipient.")
    ),
    StepWords(
        "hold",
        pgettext_lazy("verb", "Hold back"),
        "stop",
        gettext_lazy("They stay here until they are released again."),
    ),
    StepWords(
        "arrived",
        pgettext_lazy("verb", "It arrived"),
        "accept",
        gettext_lazy("You have asked the recipients, and they have it. It counts as sent and is not sent again."),
    ),
    StepWords(
        "again",
        pgettext_lazy("verb", "Send again"),
        "next",
        gettext_lazy(
            "You have asked the recipients, and they do not have it. Should one have it after all, both copies carry the same identifier."
        ),
    ),
    StepWords("retry", pgettext_lazy("verb", "Try again"), "next", gettext_lazy("They are tried again at once.")),
    StepWords(
        "cancel", pgettext_lazy("verb", "Cancel"), "reject", gettext_lazy("They are never sent. This cannot be undone.")
    ),
)


def done_in_words(verb: Verb, count: int) -> str:
    """What was done, once it was."""
    said = {
        "release": ngettext("%(n)d message was released.", "%(n)d messages were released.", count),
        "hold": ngettext("%(n)d message is held back.", "%(n)d messages are held back.", count),
        "cancel": ngettext("%(n)d message was cancelled.", "%(n)d messages were cancelled.", count),
        "retry": ngettext("%(n)d message is tried again.", "%(n)d messages are tried again.", count),
        "arrived": ngettext("%(n)d message counts as sent.", "%(n)d messages count as sent.", count),
        "again": ngettext("%(n)d message is sent again.", "%(n)d messages are sent again.", count),
    }
    return said[verb] % {"n": count}


def steps_for(states: Sequence[State]) -> tuple[StepWords, ...]:
    """What can be done with at least one of messages in these states."""
    return tuple(step for step in STEP_WORDS if MAY[step.verb] & set(states))


def kind_in_words(kind: str) -> str:
    """A kind of message; the word of whoever prepared it where nobody knows a better one."""
    return str(KINDS.get(kind, kind.replace("_", " ")))


def message_mark(state: State) -> StatusMark:
    """How a message stands."""
    return StatusMark(MARKS[state], str(STATES[state]))


def incoming_mark(kind: str) -> StatusMark:
    """Of what kind a message is that came in."""
    return StatusMark(INCOMING_MARKS[kind], str(INCOMING[kind]))


def attempt_in_words(attempt: AttemptTold, now: datetime) -> str:
    """What came of a try."""
    if attempt.outcome:
        return str(OUTCOMES[attempt.outcome])
    if attempt.leased_until > now:
        return _("A worker is sending it now.")
    if attempt.handed_at:
        return _("The worker stopped after the message was handed over, before it heard whether the server took it.")
    return str(OUTCOMES["lost"])


REFUSED = (
    actions.OutboxRefused,
    DraftRefused,
    NoSuchMessage,
    NoSuchIncoming,
    NoSuchFile,
)
"""What a form can be answered with; anything else is a fault of the program."""

# The more particular error stands before the one it is a kind of. The values of an error fill its sentence.
_SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (
        actions.NotNow,
        gettext_lazy("Message %(number)s is %(state)s, so this does not apply. Nothing was changed with any of them."),
    ),
    (actions.NothingChosen, gettext_lazy("None was chosen. Tick the boxes before the messages that are meant.")),
    (actions.RuleNotOn, gettext_lazy("No rule is switched on for “%(kind)s”.")),
    (actions.RuleOnAlready, gettext_lazy("The rule for “%(kind)s” is on already.")),
    (actions.TooLarge, gettext_lazy("The message is larger than can be sent.")),
    (actions.CannotLeave, gettext_lazy("Messages of the kind “%(kind)s” cannot be left.")),
    (
        actions.NotWanted,
        gettext_lazy("No longer wanted by %(addresses)s, who left messages of this kind. Nothing was prepared."),
    ),
    (actions.NotFailing, gettext_lazy("“%(address)s” is not known to fail, or somebody has dealt with it already.")),
    (actions.SameAddress, gettext_lazy("“%(address)s” is the address that failed.")),
    (actions.NoSender, gettext_lazy("There is no address to send from: CORCOM_MAIL_FROM is not set.")),
    (actions.FiledAlready, gettext_lazy("Somebody has filed it already.")),
    (AddressRefused, gettext_lazy("“%(value)s” is no e-mail address.")),
    (HeaderRefused, gettext_lazy("“%(value)s” has a line break or a control character.")),
    (NoSuchMessage, gettext_lazy("Choose the message that is meant.")),
    (NoSuchIncoming, gettext_lazy("It is not there any more.")),
)


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    for kind, sentence in _SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % {key: _shown(key, value) for key, value in vars(refused).items()})
    return str(_("This could not be done: %(why)s.") % {"why": refused})


def _shown(key: str, value: Any) -> str:
    if key == "state":
        return str(STATES.get(value, value))
    return kind_in_words(value) if key == "kind" else str(value)
