"""What a programme refuses, in words for the person who asked for it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corcom.kernel.errors import CorcomError
from corcom.meetings.actions import AlreadyHeld
from corcom.programme import actions
from corcom.programme.domain.moves import NoNextSlot
from corcom.programme.domain.session import SessionRefused
from corcom.programme.domain.templates import TemplateTooLarge
from corcom.programme.queries import NoSuchSession
from corcom.web.wording import in_words as day_in_words

REFUSED = (
    SessionRefused,
    NoNextSlot,
    TemplateTooLarge,
    NoSuchSession,
    AlreadyHeld,
    actions.SessionChanged,
    actions.ProgrammeChanged,
    actions.NoSuchTemplate,
    actions.NothingToUndo,
    actions.EmptyProgramme,
    actions.ProgrammeReleased,
    actions.Unsettled,
)
"""What a form can be answered with; anything else is a fault of the program."""

WRONG: dict[str, Promise] = {
    "title": gettext_lazy("A session needs a theme or a title."),
    "time": gettext_lazy("“%(value)s” is no time. Write it as 10:00 or 15:30."),
    "order": gettext_lazy("%(value)s: a session ends after it begins, and on the same day."),
    "theme": gettext_lazy("“%(value)s” is no theme of this convention."),
    "body": gettext_lazy("“%(value)s” is no body of this convention."),
    "chair": gettext_lazy("“%(value)s” is no State and no organisation that CorCom knows."),
    "part": gettext_lazy(
        "A part needs a title, and at most 1440 minutes or 100 per cent; at most 20 parts: “%(value)s”."
    ),
    "share": gettext_lazy("The shares of the parts are %(value)s per cent together; that is more than the whole."),
    "slot": gettext_lazy("The meeting needs hours to sit in, and they must not overlap. %(value)s"),
    "given": gettext_lazy("The shares of the themes are from 1 to 100 per cent, and 100 together: not %(value)s."),
}

DIRECTIONS: dict[str, Promise] = {
    "day_before": gettext_lazy("It stands on the first day already."),
    "day_after": gettext_lazy("It stands on the last day already."),
    "slot_before": gettext_lazy("There are no earlier hours on this day in which it fits."),
    "slot_after": gettext_lazy("There are no later hours on this day in which it fits."),
}

SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (NoSuchSession, gettext_lazy("This session is not on the programme any more; somebody took it off.")),
    (
        actions.SessionChanged,
        gettext_lazy(
            "%(by)s changed this session meanwhile. Nothing is lost: look at it as it stands now, and try again."
        ),
    ),
    (
        actions.ProgrammeChanged,
        gettext_lazy("%(by)s changed the programme meanwhile. Look at it as it stands now, and try again."),
    ),
    (actions.NoSuchTemplate, gettext_lazy("There is no template “%(code)s” for this convention.")),
    (actions.NothingToUndo, gettext_lazy("There is no step left to take back.")),
    (actions.EmptyProgramme, gettext_lazy("Nothing stands on the programme yet, so there is nothing to release.")),
    (actions.ProgrammeReleased, gettext_lazy("Nothing changed since version %(version)s was released.")),
    (
        TemplateTooLarge,
        gettext_lazy(
            "This template needs %(needs)s working days, and the meeting has %(has)s. Choose another, or move the meeting."
        ),
    ),
)


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    if isinstance(refused, SessionRefused):
        return str(WRONG[refused.wrong] % {"value": refused.value})
    if isinstance(refused, NoNextSlot):
        return str(DIRECTIONS[refused.direction])
    if isinstance(refused, AlreadyHeld):
        return _("The meeting was held on %(day)s and has a record; its programme stays as it was.") % {
            "day": day_in_words(refused.held_on)
        }
    if isinstance(refused, actions.Unsettled):
        return ngettext(
            "%(n)d conflict stands in the way. Settle it, or say that the programme goes out all the same.",
            "%(n)d conflicts stand in the way. Settle them, or say that the programme goes out all the same.",
            refused.conflicts,
        ) % {"n": refused.conflicts}
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % vars(refused))
    return _("This could not be recorded: %(why)s.") % {"why": refused}
