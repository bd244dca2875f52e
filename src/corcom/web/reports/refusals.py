"""What was refused of a report, in words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.kernel.errors import CorcomError
from corcom.obligations.actions import ReceivedAlready, ReceivedTooEarly
from corcom.reporting import actions
from corcom.web.register import contradiction_words
from corcom.web.wording import in_words as day_in_words

REFUSED = (
    actions.MayNotBeRestricted,
    actions.NoSuchPart,
    actions.NoSuchVersion,
    actions.ReceivedInTheFuture,
    actions.ReportIncomplete,
    actions.ReportNotOwed,
    actions.StepRefused,
    actions.WithoutWords,
    ReceivedAlready,
    ReceivedTooEarly,
)


def in_words(refused: CorcomError) -> str:
    """Why, and what to do."""
    match refused:
        case actions.ReportIncomplete():
            return _("The report is not complete yet: see what is missing below. Nothing that you wrote is lost.")
        case actions.MayNotBeRestricted():
            return _(
                "The convention does not provide for single parts that only States Parties may read; the whole report may be."
            )
        case actions.ReceivedInTheFuture():
            return _("%(day)s has not come yet; a report cannot have been received then.") % {
                "day": day_in_words(refused.received_on)
            }
        case actions.ReportNotOwed():
            return _("The State owes no such report on this day.")
        case actions.StepRefused():
            return _("Meanwhile something else was done with this version; see below how it stands now.")
        case actions.WithoutWords():
            return _("Write in words why, or what you remark.")
        case ReceivedAlready() | ReceivedTooEarly():
            return contradiction_words.in_words(refused)
        case _:
            return _("There is no such report any more.")
