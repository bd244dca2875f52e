"""Invitations, answers, attendance and checklists in words: what was answered, and what is refused and why."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.kernel.errors import CorcomError
from corcom.meetings.queries import NotPlanned
from corcom.outbox.actions import NoSender
from corcom.outbox.domain.draft_checks import AddressRefused
from corcom.participation import actions
from corcom.participation.domain import answer_errors, attendance, checklist, invitees
from corcom.participation.domain.answers import SAID
from corcom.participation.queries import InvitedDelegation, NoSuchEntry, NoSuchInvitation
from corcom.web import wording
from corcom.web.pieces import Status, StatusMark
from corcom.web.state_names import state_name

REFUSED = (
    answer_errors.AnswerRefused,
    attendance.AttendanceRefused,
    checklist.EntryRefused,
    invitees.InvitationRefused,
    actions.AnswerTooLate,
    actions.MeetingOff,
    actions.AttendanceChanged,
    actions.NotOnTheList,
    actions.ListUnchanged,
    actions.NobodyListed,
    actions.NoChecklist,
    AddressRefused,
    NoSender,
    NoSuchEntry,
    NoSuchInvitation,
    NotPlanned,
)
"""What a form can be answered with; anything else is a fault of the program."""

# The values of an error fill its sentence.
SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (answer_errors.NoAnswer, gettext_lazy("Say whether your delegation takes part.")),
    (
        answer_errors.NoNominee,
        gettext_lazy(
            "Your delegation takes part, and nobody is named. Name at least its head, or choose another answer."
        ),
    ),
    (answer_errors.DelegationTooLarge, gettext_lazy("A delegation can have %(most)s people here.")),
    (answer_errors.NoName, gettext_lazy("Person %(place)s has no name. Write it, or leave all of the lines empty.")),
    (answer_errors.NoHead, gettext_lazy("No head of delegation is named. Choose one of the people.")),
    (answer_errors.DuplicateHeads, gettext_lazy("There is one head of delegation, and these are named: %(names)s.")),
    (answer_errors.DuplicateNominee, gettext_lazy("%(name)s stands here twice. Take one of the two off.")),
    (
        answer_errors.NoSuchAddress,
        gettext_lazy("“%(value)s”, written for %(name)s, is no e-mail address. It looks like name@example.org."),
    ),
    (answer_errors.NoSuchLanguage, gettext_lazy("“%(language)s” is none of the languages of meetings.")),
    (
        actions.AnswerTooLate,
        gettext_lazy("Answers could be given and changed until %(answer_by)s. Please write to the secretariat."),
    ),
    (actions.MeetingOff, gettext_lazy("The meeting is cancelled; there is nothing to answer.")),
    (
        actions.AttendanceChanged,
        gettext_lazy("%(by)s marked %(name)s meanwhile. Look at the mark as it is now, and change it if need be."),
    ),
    (actions.NotOnTheList, gettext_lazy("Nobody stands there any more.")),
    (actions.ListUnchanged, gettext_lazy("Nothing changed since version %(version)s was released.")),
    (actions.NobodyListed, gettext_lazy("Nobody stands on the list yet, so there is nothing to release.")),
    (
        actions.NoChecklist,
        gettext_lazy("The rulebook has no checklist for such a meeting. Entries can be added by hand."),
    ),
    (AddressRefused, gettext_lazy("“%(value)s” is no e-mail address. It looks like name@example.org.")),
    (NoSender, gettext_lazy("There is no address to send from: CORCOM_MAIL_FROM is not set.")),
    (NoSuchEntry, gettext_lazy("This entry is not on the checklist.")),
    (NoSuchInvitation, gettext_lazy("This invitation was withdrawn.")),
    (NotPlanned, gettext_lazy("Nothing is planned under this number.")),
)
WRONG: dict[str, Promise] = {
    "delegation": gettext_lazy("There is no delegation “%(name)s” in the register."),
    "name": gettext_lazy("Write a name."),
    "nobody": gettext_lazy("Nobody is chosen. Choose at least one delegation."),
    "cancelled": gettext_lazy("The meeting is cancelled; nobody can be invited."),
    "too_early": gettext_lazy("%(name)s is over: nobody could answer by then. Choose a later day."),
    "too_late": gettext_lazy("%(name)s is not before the end of the meeting. Choose an earlier day."),
    "presence": gettext_lazy("There is no such mark."),
    "twice": gettext_lazy("%(name)s stands on the list already."),
    "proxy_itself": gettext_lazy("%(name)s cannot be represented by itself."),
    "proxy_absent": gettext_lazy("%(name)s is not marked as present, and so cannot speak for another."),
    "speaks": gettext_lazy("%(name)s speaks for another delegation. Mark that one otherwise first."),
    "unmarked": gettext_lazy("Not everybody is marked yet: %(name)s. Mark them, or mark the rest as absent."),
    "not_taken": gettext_lazy("Attendance was not taken yet, so the list cannot be final."),
    "closed": gettext_lazy("The list is final, and attendance is closed. Open it again to correct something."),
    "open": gettext_lazy("Attendance is open already."),
    "title": gettext_lazy("An entry needs a title."),
    "state": gettext_lazy("There is no such state."),
}
ANSWER_MARKS: dict[str, Status] = {"attends": "met", "apologies": "extended", "no_participation": "none"}
PRESENCES: dict[str, Promise] = {
    "expected": pgettext_lazy("attendance", "Not yet"),
    "present": pgettext_lazy("attendance", "Present"),
    "apologies": pgettext_lazy("attendance", "Apologies"),
    "absent": pgettext_lazy("attendance", "Absent"),
    "proxy": pgettext_lazy("attendance", "Represented"),
}
PRESENCE_MARKS: dict[str, Status] = {
    "expected": "unknown",
    "present": "met",
    "apologies": "extended",
    "absent": "overdue",
    "proxy": "due",
}


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    values = {key: _shown(value) for key, value in vars(refused).items()}
    if wrong := values.get("wrong"):
        return str(WRONG[wrong] % values)
    sentence = next((sentence for kind, sentence in SENTENCES if isinstance(refused, kind)), None)
    return str(sentence % values) if sentence else _("This could not be recorded: %(why)s.") % {"why": refused}


def _shown(value: object) -> str:
    if isinstance(value, date):
        return wording.in_words(value)
    return _(", ").join(map(str, value)) if isinstance(value, tuple) else str(value)


def answer_mark(one: InvitedDelegation) -> StatusMark:
    """What a delegation answered, or that it has not."""
    if one.is_withdrawn:
        return StatusMark("none", _("invitation withdrawn"))
    if one.last is None:
        return StatusMark("unknown", _("no answer yet"))
    said = one.last.answer.said
    return StatusMark(ANSWER_MARKS[said], _(SAID[said]))


def presence_mark(presence: str) -> StatusMark:
    """How a delegation is marked."""
    return StatusMark(PRESENCE_MARKS[presence], str(PRESENCES[presence]))


def delegation_name(code: str, name: str) -> str:
    """A delegation in the reader's language."""
    return state_name(code, name)
