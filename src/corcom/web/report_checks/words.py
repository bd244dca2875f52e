"""Checks of reports in words: how a finding stands, what was done about it, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.checks.finding import Severity
from corcom.reporting.domain.checks.standing import FindingState, FindingStepKind
from corcom.reporting.domain.report_values import ReportWanted
from corcom.web.outbox.words import REFUSED as MAIL_REFUSED
from corcom.web.outbox.words import in_words as mail_in_words
from corcom.web.pieces import StateName, StatusMark
from corcom.web.pieces.status import Status
from corcom.web.reports.addresses import place_of
from corcom.web.reports.refusals import in_words as report_in_words

STATES: dict[FindingState, Promise] = {
    "open": pgettext_lazy("finding", "open"),
    "prepared": pgettext_lazy("finding", "a letter waits in the outbox"),
    "put": pgettext_lazy("finding", "put to the State"),
    "answered": pgettext_lazy("finding", "answered by the State"),
    "settled": pgettext_lazy("finding", "explained"),
    "set_aside": pgettext_lazy("finding", "set aside"),
}
_MARKS: dict[FindingState, Status] = {
    "open": "due",
    "prepared": "soon",
    "put": "extended",
    "answered": "soon",
    "settled": "met",
    "set_aside": "none",
}
SEVERITIES: dict[Severity, Promise] = {
    "question": pgettext_lazy("finding", "question"),
    "note": pgettext_lazy("finding", "note"),
}
STEPS: dict[FindingStepKind, Promise] = {
    "remark": pgettext_lazy("finding", "Put to the State as a remark"),
    "letter": pgettext_lazy("finding", "Prepared in a letter to the State"),
    "settled": pgettext_lazy("finding", "Explained"),
    "set_aside": pgettext_lazy("finding", "Set aside"),
    "reopened": pgettext_lazy("finding", "Opened again"),
}


def state_mark(state: FindingState) -> StatusMark:
    """How a finding stands, in a word."""
    return StatusMark(_MARKS[state], str(STATES[state]))


def address_of(place: str, wanted: ReportWanted) -> str:
    """The page on which one side of a comparison stands; "" for none."""
    kind, _colon, code = place.partition(":")
    make = _ADDRESSES.get(kind)
    return make(wanted, code) if make else ""


def _report(wanted: ReportWanted, code: str) -> str:
    """The report of another year; one that is made once has another name, and stands in the list of reports."""
    if code == str(wanted.period or "once"):
        return place_of(wanted)
    if code == "once":
        return f"{reverse('convention_reports', args=[wanted.convention])}?q={StateName(wanted.iso3).words}"
    return reverse("report", args=[wanted.convention, wanted.iso3, wanted.report, code])


_ADDRESSES: Mapping[str, Callable[[ReportWanted, str], str]] = {
    "report": _report,
    "obligation": lambda wanted, code: reverse("obligation", args=[wanted.convention, wanted.iso3, code]),
    "action_point": lambda _wanted, code: reverse("action_point", args=[code]),
    "decision": lambda _wanted, code: reverse("decision", args=[code]),
    "register": lambda wanted, _code: reverse("state", args=[wanted.iso3]),
    "directory": lambda _wanted, _code: reverse("directory"),
}


def refused_in_words(refused: CorcomError) -> str:
    """Why, and what to do. Whatever was refused, nothing was changed."""
    match refused:
        case actions.NoFindingChosen():
            return _("None was chosen. Tick the boxes before the findings that are meant.")
        case actions.FindingGone():
            return _(
                "Something changed meanwhile, and one of these is found no longer, or with other values. Nothing was done: read"
                " the list again."
            )
        case actions.FindingTakenUp():
            return _("%(who)s did something about one of these while you read. Nothing was done: see below.") % {
                "who": refused.by
            }
        case actions.NoAddressOfState():
            return _(
                "The directory has no e-mail address of %(state)s for transparency reports. Add one there, or put the findings"
                " as remarks."
            ) % {"state": StateName(refused.iso3).words}
        case actions.WithoutWords():
            return _("Say in the note how it is explained, or why it is set aside. Nothing was done.")
        case _ if isinstance(refused, MAIL_REFUSED):
            return mail_in_words(refused)
        case _:
            return report_in_words(refused)


# Of an open one nothing more is to be said.
MEANINGS: dict[FindingState, Promise] = {
    "prepared": gettext_lazy("It goes to the State once somebody releases the letter in the outbox."),
    "put": gettext_lazy("The State was asked, and has not answered yet."),
    "answered": gettext_lazy("The State said something since: read it, and say whether it explains it."),
    "settled": gettext_lazy("It is explained."),
    "set_aside": gettext_lazy("Nothing is asked."),
}
