"""What a verdict was refused for, in words that say what to do."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from corcom.followup import actions as followup
from corcom.kernel.errors import CorcomError
from corcom.meetings.actions import MeetingExists, MeetingIncomplete
from corcom.minutes import actions
from corcom.minutes.queries import NoSuchFinding
from corcom.web import wording
from corcom.web.followup import refusals

REFUSED = (
    actions.VerdictRefused,
    MeetingExists,
    MeetingIncomplete,
    NoSuchFinding,
    followup.FollowUpRefused,
)
"""What a verdict can be answered with; anything else is a fault of the program."""

SINCE = {
    "accepted": gettext_lazy(
        "%(by)s accepted it meanwhile, on %(day)s at %(time)s UTC. Nothing was changed; this is how it stands now."
    ),
    "edited": gettext_lazy(
        "%(by)s corrected it meanwhile, on %(day)s at %(time)s UTC. Nothing was changed; this is how it stands now."
    ),
    "rejected": gettext_lazy(
        "%(by)s rejected it meanwhile, on %(day)s at %(time)s UTC. Nothing was changed; this is how it stands now."
    ),
    "undone": gettext_lazy(
        "%(by)s took the last verdict back, on %(day)s at %(time)s UTC. Nothing was changed; this is how it stands now."
    ),
}


def in_words(refused: CorcomError) -> str:  # noqa: C901, PLR0911  one sentence for each error, side by side
    """What was refused, and what to do about it."""
    match refused:
        case actions.AlreadyGiven(state="accepted"):
            return _("It is accepted already.")
        case actions.AlreadyGiven():
            return _("It is rejected already.")
        case actions.NothingToUndo():
            return _("There is nothing to undo.")
        case actions.FindingMovedOn():
            return _("A newer reading has taken its place. Look at the page again.")
        case actions.VerdictSince(verdict=verdict, by=by, at=at):
            who = {"by": by, "day": wording.in_words(at.date()), "time": f"{at:%H:%M}"}
            return str(SINCE[verdict] % who)
        case actions.HeadingRejected():
            return _(
                "The head of the record was rejected, so that nobody knows which meeting this is. Undo that first."
            )
        case actions.MeetingInUse(count=count):
            return ngettext(
                "%(n)d accepted finding rests on this meeting. Take it back first.",
                "%(n)d accepted findings rest on this meeting. Take them back first.",
                count,
            ) % {"n": count}
        case MeetingIncomplete(missing=missing):
            return _("The head of the record does not say the %(missing)s of the meeting. Edit it first.") % {
                "missing": _(" and the ").join(_missing(one) for one in missing)
            }
        case MeetingExists():
            return _("Another meeting of this body stands on that day already.")
        case NoSuchFinding():
            return _("It is no longer there. Look at the page again.")
        case followup.AlreadyFollowedUp():
            return _("It cannot be taken back, because somebody has recorded since what became of it.")
    return refusals.in_words(refused)


def _missing(key: str) -> str:
    return {"body": pgettext("meeting", "body"), "date": pgettext("meeting", "day")}.get(key, key)
