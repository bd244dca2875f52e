"""Letters in words: their languages, how they stand, what is missing, what was refused."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.correspondence import actions
from corcom.correspondence.actions.audience_errors import AudienceRetired, AudienceUnasked
from corcom.correspondence.domain.letter_fields import FIELDS
from corcom.correspondence.domain.letter_standing import LetterState, LetterStepKind
from corcom.correspondence.domain.reminders.filling import StageFieldRefused
from corcom.correspondence.domain.template_text import TemplatePart, TemplateRefused, WhyText
from corcom.documents.domain.official import NoGlyph
from corcom.kernel.errors import CorcomError
from corcom.web.outbox import words as outbox_words
from corcom.web.pieces import Status, StatusMark
from corcom.web.state_names import state_name

NAMED = 12
"""States that a message names."""

STATES: dict[LetterState, tuple[Status, Promise]] = {
    "drafting": ("due", pgettext_lazy("letter", "draft")),
    "approved": ("soon", pgettext_lazy("letter", "approved")),
    "made": ("soon", pgettext_lazy("letter", "ready to send")),
    "sent": ("met", pgettext_lazy("letter", "sent")),
    "withdrawn": ("none", pgettext_lazy("letter", "withdrawn")),
}
STEPS: dict[LetterStepKind, Promise] = {
    "drafted": pgettext_lazy("letter", "Drafted"),
    "changed": pgettext_lazy("letter", "Changed"),
    "approved": pgettext_lazy("letter", "Approved"),
    "reopened": pgettext_lazy("letter", "Reopened"),
    "made": pgettext_lazy("letter", "Copies made"),
    "sent": pgettext_lazy("letter", "Sent"),
    "withdrawn": pgettext_lazy("letter", "Withdrawn"),
}
PARTS: dict[TemplatePart, Promise] = {
    "subject": gettext_lazy("Subject"),
    "address": gettext_lazy("Addressed to"),
    "body": gettext_lazy("Text"),
    "closing": gettext_lazy("Courtesies at the end"),
}
_TEXT: dict[WhyText, Promise] = {
    "unknown_field": gettext_lazy("“%(part)s”, line %(line)d: there is no field %(found)s."),
    "code": gettext_lazy(
        "“%(part)s”, line %(line)d: “%(found)s” looks like a program. A letter takes words and fields such as {state}."
    ),
    "brace": gettext_lazy("“%(part)s”, line %(line)d: the brace at “%(found)s” belongs to no field."),
    "empty": gettext_lazy("“%(part)s”: there is nothing in it."),
    "control": gettext_lazy("“%(part)s”, line %(line)d: there is a control character (%(found)s) in it. Take it out."),
    "lines": gettext_lazy("“%(part)s”: it has one line and no more; the second is “%(found)s”."),
}
_REFUSED: dict[type[CorcomError], Promise] = {
    actions.NobodyToWriteTo: gettext_lazy("No State gets this letter. Take at least one in."),
    actions.LetterOnUnknown: gettext_lazy(
        "Of some States nothing is recorded. Record what came, or say that the letter may ask them. Nothing was approved."
    ),
    actions.LetterIncomplete: gettext_lazy("Something is missing: see below for which States. Nothing was approved."),
    actions.LetterStepRefused: gettext_lazy(
        "Meanwhile something else was done with this letter; see how it stands now."
    ),
    actions.LetterChanged: gettext_lazy(
        "Somebody changed it while you wrote. What you wrote is in the form; save again to put it in place of theirs."
    ),
    actions.WithoutName: gettext_lazy("Give it a name."),
    actions.WithoutReason: gettext_lazy("Say why."),
    actions.AnsweredBeforeSent: gettext_lazy("The letter has not left yet; nobody can have answered it."),
    actions.NoStateChosen: gettext_lazy("None was chosen. Tick the boxes before the States that are meant."),
    actions.AnswerInTheFuture: gettext_lazy("This day has not come yet; an answer cannot have come then."),
    actions.PostedInTheFuture: gettext_lazy("This day has not come yet; no paper can have left then."),
    actions.PostedBeforeMade: gettext_lazy("The copies are not made yet; none can have left."),
    actions.NothingToPost: gettext_lazy("Every copy that goes on paper is posted already."),
    actions.NoSuchCopy: gettext_lazy("The letter does not go to this State."),
    actions.NoSuchLetter: gettext_lazy("There is no such letter."),
    actions.NoSuchTemplate: gettext_lazy("There is no such template."),
}
_AUDIENCE: dict[type[CorcomError], Promise] = {
    AudienceRetired: gettext_lazy(
        "The audience is retired. Take it up again, or withdraw this letter and name the States."
    ),
    AudienceUnasked: gettext_lazy("The question of the audience cannot be asked any more. Change it, then ask again."),
}
REFUSED: tuple[type[CorcomError], ...] = (
    actions.LetterRefused,
    TemplateRefused,
    StageFieldRefused,
    NoGlyph,
    *_AUDIENCE,
    *outbox_words.REFUSED,
)
"""What a step can be answered with; anything else is a fault of the program."""


def in_words(refused: CorcomError) -> str:
    """What was refused, where, and what to do."""
    if isinstance(refused, TemplateRefused):
        values = {"part": PARTS[refused.part], "line": refused.line, "found": refused.found}
        meant = _(" Do you mean {%(field)s}?") % {"field": refused.meant} if refused.meant else ""
        return str(_TEXT[refused.why] % values) + meant
    if isinstance(refused, StageFieldRefused):
        return _(
            "A plan of reminders uses this template, and its reminders know nothing of {%(field)s}. Take the field out, or give that stage of the plan another template."
        ) % {"field": refused.field}
    if isinstance(refused, NoGlyph):
        return _("CorCom has no font for %(letters)s. Write the letter without them, or take the .docx.") % {
            "letters": refused.letters
        }
    if isinstance(refused, actions.AudienceMoved):
        return _moved_in_words(refused)
    if isinstance(refused, actions.NoReportToLinkTo):
        return _(
            "%(state)s owes no report to which {link} could lead. Leave it out, or take {link} out of the words."
        ) % {"state": state_name(refused.iso3)}
    if isinstance(refused, actions.AddressesGone):
        return _(
            "Nothing was sent: the letter goes by e-mail only, and no address is known any more of %(states)s. Write one into"
            " the directory, or reopen the letter."
        ) % {"states": states_in_words(refused.states)}
    if isinstance(refused, actions.PaperHasLeft):
        return _("Copies have left on paper: %(states)s. Where that was written down by mistake, strike it first.") % {
            "states": states_in_words(refused.states)
        }
    known = {**_REFUSED, **_AUDIENCE}.get(type(refused))
    return str(known) if known else outbox_words.in_words(refused)


def _moved_in_words(refused: actions.AudienceMoved) -> str:
    """Who came into the audience and who went, since it was asked for the letter."""
    is_gone = isinstance(refused, actions.AddresseesGone)
    said = [
        _("Nothing was sent: since the approval the answer of the audience has changed.")
        if is_gone
        else _("Nothing was approved: since the audience was asked, its answer has changed.")
    ]
    for words, states in (
        (_("Came in: %(states)s."), refused.came),
        (_("Went out: %(states)s."), refused.went),
        (_("Written to about something else: %(states)s."), refused.other),
    ):
        if states:
            said.append(words % {"states": states_in_words(states)})
    ask, reopen = _("Press “Ask again”, look at the letter, then approve it."), _("Reopen the letter and ask again.")
    return " ".join([*said, reopen if is_gone else ask])


def states_in_words(codes: Sequence[str]) -> str:
    """States by name, the first `NAMED` of many."""
    return _(", ").join([*map(state_name, codes[:NAMED]), *["…"][: len(codes) > NAMED]])


def state_mark(state: LetterState) -> StatusMark:
    """How a letter stands."""
    status, words = STATES[state]
    return StatusMark(status, str(words))


def fields_in_words() -> list[tuple[str, str]]:
    """Every field of a template, with what it stands for."""
    return [(name, _(field.means)) for name, field in FIELDS.items()]


def ask_unknown_in_words() -> str:
    """What a person says who lets a letter ask States of which nothing is recorded."""
    return _("The letter asks, and says of no State that something is missing.")
