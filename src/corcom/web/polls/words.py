"""Polls of dates in words: their dates, their answers, how they stand, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.errors import CorcomError
from corcom.meetings.domain.clash import Clash
from corcom.meetings.queries import PlannedMeeting, clashes_with_each
from corcom.polls import actions
from corcom.polls.domain import poll as domain
from corcom.polls.domain.poll import CHOICE_WORDS, Choice, OfferedDate
from corcom.polls.domain.poll_words import date_in_words
from corcom.polls.queries import NoSuchPoll, PollStanding
from corcom.web.meetings import plan_refusals
from corcom.web.meetings.plan_steps import place_of
from corcom.web.pieces import Status, StatusMark
from corcom.web.spoken_in import spoken
from corcom.web.wording import in_words as day_in_words
from corcom.web.wording import moment_in_words

MARKS: dict[Choice, Status] = {"yes": "met", "if_need_be": "extended", "no": "overdue"}
REFUSED = (domain.PollRefused, NoSuchPoll, *plan_refusals.REFUSED)
"""What a form can be answered with; anything else is a fault of the program."""

# The values of an error fill its sentence.
SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (
        domain.DatesRefused,
        gettext_lazy("%(count)s dates are written. A poll offers from %(fewest)s to %(most)s of them."),
    ),
    (domain.OfferedBefore, gettext_lazy("%(on)s at %(start_time)s stands there twice.")),
    (
        domain.DateBeforeEnding,
        gettext_lazy("%(on)s comes before the last day for answers. Choose a later date, or an earlier last day."),
    ),
    (actions.NobodyAsked, gettext_lazy("Choose at least one delegation to ask.")),
    (actions.ClosesTooSoon, gettext_lazy("The last day for answers has passed already. Choose a later one.")),
    (actions.NotTentative, gettext_lazy("The meeting is %(said)s, so there is no date to choose any more.")),
    (actions.PollOpenAlready, gettext_lazy("A poll for this meeting is open already. End it before you open another.")),
    (actions.PollEnded, gettext_lazy("This poll takes no answers any more: it ended on %(at)s.")),
    (actions.NotAsked, gettext_lazy("This delegation is not among those that were asked.")),
    (actions.NoSuchDate, gettext_lazy("This date is not among those of the poll. Open the page anew.")),
    (actions.NothingSaid, gettext_lazy("Say of at least one date whether it suits you.")),
    (NoSuchPoll, gettext_lazy("There is no such poll.")),
)


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % {key: _shown(value) for key, value in vars(refused).items()})
    return plan_refusals.in_words(refused)


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return moment_in_words(value)
    return day_in_words(value) if hasattr(value, "isoformat") else _(str(value))  # type: ignore[arg-type]  # a day has isoformat


def offered_in_words(one: OfferedDate) -> str:
    """A date with its times in the reader's language."""
    return date_in_words(one, spoken())


def choice_in_words(choice: Choice) -> str:
    """Yes, if need be, or no."""
    return _(CHOICE_WORDS[choice])


def choice_mark(choice: Choice | None) -> StatusMark:
    """An answer as it is drawn; a dash where nothing was said."""
    return StatusMark(MARKS[choice], choice_in_words(choice)) if choice else StatusMark("none", _("nothing said"))


def until_in_words(found: PollStanding) -> str:
    """The last day for answers, in the zone of the meeting."""
    return day_in_words(domain.last_day(found.closes_at, found.meeting.plan.zone))


def clashes_of(request: HttpRequest, meeting: PlannedMeeting, dates: Sequence[OfferedDate]) -> list[tuple[Clash, ...]]:
    """What speaks against each date, the meeting itself left out. Two SQL queries."""
    spans = [(one.starts_on, one.ends_on) for one in dates]
    return clashes_with_each(spans=spans, holidays=place_of(request), leaving_out=meeting.number) if spans else []
