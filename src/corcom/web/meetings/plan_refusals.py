"""What planning refuses, in words for the person who asked for it."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.errors import CorcomError
from corcom.meetings import actions
from corcom.meetings.domain import plan
from corcom.meetings.queries import NoSuchItem, NotPlanned
from corcom.web.wording import in_words as day_in_words

REFUSED = (
    plan.PlanRefused,
    actions.MeetingExists,
    actions.ItemRefused,
    actions.EmptyAgenda,
    actions.AlreadyReleased,
    actions.ForumRefused,
    actions.NoSuchFeed,
    actions.NoSuchForum,
    NoSuchItem,
    NotPlanned,
)
"""What a form can be answered with; anything else is a fault of the program."""

MISSING: dict[str, Promise] = {
    "body": gettext_lazy("the body that meets"),
    "zone": gettext_lazy("the time zone, without which nobody elsewhere knows when it starts"),
    "start_time": gettext_lazy("the time at which it starts"),
}

# The values of an error fill its sentence.
SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (
        plan.NoSuchZone,
        gettext_lazy("There is no time zone “%(zone)s”. Choose one from the list, such as Europe/Zurich."),
    ),
    (plan.NotATime, gettext_lazy("“%(value)s” is no time. Write it as 10:00 or 15:30.")),
    (
        plan.NoSuchLocalTime,
        gettext_lazy("On %(on)s clocks in %(zone)s are put forward, and there is no %(value)s. Choose another time."),
    ),
    (plan.EndsBeforeStart, gettext_lazy("It would end at %(ends)s, and that is not after %(starts)s, when it starts.")),
    (plan.NoSuchKind, gettext_lazy("“%(kind)s” is no kind of meeting.")),
    (plan.NoSuchLanguage, gettext_lazy("“%(language)s” is none of the languages of meetings.")),
    (plan.NotALink, gettext_lazy("“%(value)s” is no link. A joining link begins with https://.")),
    (actions.AlreadySaid, gettext_lazy("It is %(said)s already.")),
    (
        actions.AlreadyHeld,
        gettext_lazy("It was held on %(held_on)s and has a record; what was planned stays as it was."),
    ),
    (actions.NothingToChange, gettext_lazy("Nothing was changed: this is how it is planned.")),
    (
        actions.MeetingExists,
        gettext_lazy(
            "This body has a meeting that begins on this day already (number %(other)s). Open that one instead."
        ),
    ),
    (actions.EmptyAgenda, gettext_lazy("Nothing stands on the agenda yet, so there is nothing to release.")),
    (actions.AlreadyReleased, gettext_lazy("Nothing changed since version %(version)s was released.")),
    (actions.NoSuchFeed, gettext_lazy("This address was revoked already.")),
    (actions.NoSuchForum, gettext_lazy("These dates were taken back already.")),
    (NoSuchItem, gettext_lazy("This item is not on the agenda any more; somebody took it off.")),
    (NotPlanned, gettext_lazy("Nothing is planned under this number.")),
)

WRONG: dict[str, Promise] = {
    "title": gettext_lazy("An item needs a title."),
    "minutes": gettext_lazy("The minutes of an item are from 0 to 1440."),
    "file": gettext_lazy("One of the papers is not among the documents any more."),
    "name": gettext_lazy("Say which forum it is."),
    "source": gettext_lazy("Say where the dates come from."),
    "ends_on": gettext_lazy("The last day is before the first."),
}


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    if isinstance(refused, plan.PlanIncomplete):
        missing = _(", ").join(str(MISSING[key]) for key in refused.missing)
        return _("A meeting cannot be planned without %(missing)s.") % {"missing": missing}
    if isinstance(refused, actions.ItemRefused | actions.ForumRefused):
        return str(WRONG[refused.wrong])
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % {key: _shown(key, value) for key, value in vars(refused).items()})
    return _("This could not be recorded: %(why)s.") % {"why": refused}


def _shown(key: str, value: object) -> str:
    if isinstance(value, date):
        return day_in_words(value)
    return _(str(value)) if key == "said" else str(value)
