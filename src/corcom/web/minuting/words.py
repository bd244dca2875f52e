"""Minutes in words: their kinds of paragraphs, where they stand, what was refused."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.consultation.domain.circulated import CirculationRefused
from corcom.consultation.queries import SealKeyRefused
from corcom.kernel.errors import CorcomError
from corcom.meetings.queries import NotPlanned
from corcom.minuting import actions
from corcom.minuting.domain.paragraphs import KINDS, ParagraphRefused
from corcom.minuting.domain.standing import STANDINGS, Standing
from corcom.minuting.queries import MinutesDraft, NoSuchParagraph, NotWritten
from corcom.web.followup.refusals import in_words as follow_up_refused
from corcom.web.wording import in_words as day_in_words

REFUSED = (
    actions.MinutesRefused,
    ParagraphRefused,
    NoSuchParagraph,
    NotWritten,
    NotPlanned,
    CirculationRefused,
    SealKeyRefused,
)
"""What a form can be answered with; anything else is a fault of the program."""

SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (
        actions.NoAgendaReleased,
        gettext_lazy("Minutes follow the agenda as it went out. Release the agenda first, then write the minutes."),
    ),
    (actions.AlreadyWritten, gettext_lazy("Somebody has begun to write these minutes already.")),
    (
        actions.AlreadyOnRecord,
        gettext_lazy("This meeting has a record that was read from a file; its minutes are not written here as well."),
    ),
    (
        actions.AlreadyApproved,
        gettext_lazy("These minutes were approved and never change. Open them for a correction first."),
    ),
    (actions.NotApproved, gettext_lazy("These minutes have not been approved by a meeting yet.")),
    (
        actions.NotCirculated,
        gettext_lazy("Circulate the minutes first; a meeting approves what its members have read."),
    ),
    (actions.NothingWritten, gettext_lazy("Nothing is written in these minutes yet.")),
    (actions.NothingNew, gettext_lazy("Nothing changed since version %(version)s.")),
    (actions.WithoutANote, gettext_lazy("Say why: a correction of approved minutes is noted with its reason.")),
    (actions.NothingToUndo, gettext_lazy("You have changed nothing here that could be undone.")),
    (
        actions.ChangedSince,
        gettext_lazy(
            "%(by)s changed this paragraph after you; so it stays as it is. Its versions show what it said before."
        ),
    ),
    (NoSuchParagraph, gettext_lazy("This paragraph is not there.")),
    (NotWritten, gettext_lazy("Nobody has begun to write the minutes of this meeting.")),
    (NotPlanned, gettext_lazy("Nothing is planned under this number.")),
)
WRONG: dict[str, Promise] = {
    "due": gettext_lazy(
        "“%(value)s” is no day. Write 2016-05-17, 2016-05, 2016, or a period as 2016-05-17/2016-05-20."
    ),
    "text": gettext_lazy("A paragraph has 20,000 characters at most; make two of this one. It begins: %(value)s"),
    "kind": gettext_lazy("There is no kind of paragraph “%(value)s”."),
    "delegation": gettext_lazy("This name is too long: %(value)s"),
    "initials": gettext_lazy("These initials are too long: %(value)s"),
    "owners": gettext_lazy("These names are too long together: %(value)s"),
}
HEAD_WRONG: dict[str, Promise] = {
    "start_time": gettext_lazy("Write the time as 10:00."),
    "end_time": gettext_lazy("Write the time as 11:30."),
    "language": gettext_lazy("Choose one of the languages of the United Nations."),
    "attribution": gettext_lazy("Choose how who spoke is named."),
    "public_attribution": gettext_lazy("The public copy cannot name anybody whom the minutes themselves do not name."),
}
CIRCULATION_WRONG: dict[str, Promise] = {
    "closes_at": gettext_lazy("The deadline must be a moment to come."),
    "parties": gettext_lazy("Choose at least one delegation, each once, from the list."),
    "paragraphs": gettext_lazy("There is nothing to circulate."),
    "paragraph": gettext_lazy("A paragraph is empty or too long to be circulated."),
}


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    if isinstance(refused, ParagraphRefused):
        return str(WRONG[refused.key] % {"value": refused.value[:80]})
    if isinstance(refused, actions.HeadRefused):
        return str(HEAD_WRONG[refused.key])
    if isinstance(refused, CirculationRefused) and refused.key in CIRCULATION_WRONG:
        return str(CIRCULATION_WRONG[refused.key])
    if isinstance(refused, actions.NotHeldYet):
        return _(
            "The meeting begins on %(day)s. Until then minutes are prepared, and neither circulated nor approved."
        ) % {"day": day_in_words(refused.on)}
    if isinstance(refused, actions.NotALaterMeeting):
        return _not_later(refused.on)
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % vars(refused))
    return _("This could not be recorded: %(why)s.") % {"why": refused}


def _not_later(on: date | None) -> str:
    if on is None:
        return _("Choose the meeting that approved the minutes.")
    return _("The meeting of %(day)s is no later meeting of the same body.") % {"day": day_in_words(on)}


def not_followed(words: str, why: CorcomError) -> str:
    """What did not follow an issue into follow-up, and why."""
    return _("“%(words)s” stays as it is in follow-up: %(why)s") % {"words": words, "why": follow_up_refused(why)}


def standing_in_words(standing: Standing) -> str:
    """Where minutes stand."""
    return _(STANDINGS[standing])


def status_line(draft: MinutesDraft) -> str:
    """Where minutes stand, and who changed their head last."""
    return standing_in_words(draft.standing)


KIND_CHOICES = tuple((code, name) for code, name in KINDS.items() if code not in {"present", "apologies", "absent"})
"""Kinds that a paragraph may be given; lists of delegations stay what they are."""

CHANGES: dict[str, Promise] = {
    "started": gettext_lazy("there from the beginning"),
    "added": gettext_lazy("added"),
    "changed": gettext_lazy("changed"),
    "merged": gettext_lazy("put together with another change"),
    "collided": gettext_lazy("collided with another change, and kept beside it"),
    "moved": gettext_lazy("moved"),
    "removed": gettext_lazy("taken out"),
    "undone": gettext_lazy("undone"),
}
STEPS: dict[str, Promise] = {
    "started": gettext_lazy("Begun"),
    "circulated": gettext_lazy("Circulated"),
    "approved": gettext_lazy("Approved"),
    "reopened": gettext_lazy("Opened for a correction"),
    "published": gettext_lazy("Public copy made public"),
    "hidden": gettext_lazy("Public copy taken back"),
}
