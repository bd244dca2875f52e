"""What follow-up refuses, in words for the person who asked for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corcom.followup import actions as followup
from corcom.followup.queries import NoSuchCommitment
from corcom.kernel.errors import CorcomError
from corcom.minutes.actions import MergedIntoItself, WithoutTitle
from corcom.minutes.queries import NoSuchPassage, NoSuchQuestion
from corcom.web.followup.commitment_words import STATE_WORDS
from corcom.web.wording import in_words as day_in_words

REFUSED = (followup.FollowUpRefused, NoSuchCommitment, NoSuchPassage, NoSuchQuestion, MergedIntoItself, WithoutTitle)
"""What a form can be answered with; anything else is a fault of the program."""

# The more particular error stands before the one it is a kind of. The values of an error fill its sentence.
SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (
        followup.AlreadyClosed,
        _("It was closed on %(since)s already. Look at its history; reopen it first if that was wrong."),
    ),
    (followup.NotOpen, _("It is %(state)s since %(since)s, so this does not apply.")),
    (followup.NotClosed, _("It is open already.")),
    (followup.ClosedBeforeRaised, _("%(on)s is before the meeting that raised it, on %(raised_on)s.")),
    (followup.OutOfOrder, _("%(on)s is before the last step in its history, on %(last_on)s.")),
    (
        followup.NothingShown,
        _("Say what shows that it is done: write a note, or choose the words of a later record."),
    ),
    (followup.NothingChanged, _("Nothing was changed: these are the terms that it has.")),
    (
        followup.NotADueDate,
        _("“%(due)s” is no day. Write 2016-05-17, 2016-05, 2016, or a period as 2016-05-17/2016-05-20."),
    ),
    (followup.WithoutText, _("It needs words: what is to be done, or what was decided.")),
    (followup.SupersedesItself, _("A decision cannot take its own place, nor that of one which took its place.")),
    (NoSuchCommitment, _("It is not there any more.")),
    (NoSuchPassage, _("These words are no longer where they were. Search for them again.")),
    (NoSuchQuestion, _("There is no such question any more.")),
    (MergedIntoItself, _("A question cannot be joined to itself.")),
    (WithoutTitle, _("A question needs a title.")),
)


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % {key: _shown(key, value) for key, value in vars(refused).items()})
    return str(_("This could not be recorded: %(why)s.") % {"why": refused})


def _shown(key: str, value: Any) -> str:
    if isinstance(value, date):
        return day_in_words(value)
    return str(STATE_WORDS.get(value, value)) if key == "state" else str(value)
