"""What a consultation refuses, in words for the person who asked for it."""

from __future__ import annotations

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.consultation import actions
from corcom.consultation.domain.circulated import LONGEST_PARAGRAPH, LONGEST_TITLE, MOST_PARAGRAPHS, CirculationRefused
from corcom.consultation.domain.comments import CommentRefused
from corcom.consultation.domain.envelope import LONGEST_OBJECTION, MOST, ObjectionRefused
from corcom.consultation.domain.letters import deadline_in_words
from corcom.consultation.domain.sealing import SealRefused
from corcom.consultation.domain.treatments import LONGEST_REASON
from corcom.consultation.queries import NoSuchComment, SealKeyRefused, StillSealed
from corcom.kernel.errors import CorcomError
from corcom.outbox.actions import OutboxRefused
from corcom.outbox.domain.draft_checks import DraftRefused
from corcom.web.committee.words import holder_in_words
from corcom.web.outbox.words import in_words as outbox_in_words
from corcom.web.spoken_in import spoken

REFUSED = (
    actions.ConsultationRefused,
    CirculationRefused,
    CommentRefused,
    ObjectionRefused,
    SealRefused,
    SealKeyRefused,
    StillSealed,
    NoSuchComment,
    OutboxRefused,
    DraftRefused,
)
"""What a form can be answered with; anything else is a fault of the program."""

CIRCULATION: dict[tuple[str, str], Promise] = {
    ("title", "missing"): gettext_lazy("The text needs a title."),
    ("title", "long"): gettext_lazy("The title is too long: at most %(most)s characters."),
    ("paragraphs", "none"): gettext_lazy("There is no text. Write at least one paragraph."),
    ("paragraphs", "many"): gettext_lazy(
        "The text has %(value)s paragraphs, and at most %(paragraphs)s can be circulated."
    ),
    ("paragraph", "no_number"): gettext_lazy("The paragraph “%(value)s” has no number."),
    ("paragraph", "long_number"): gettext_lazy("“%(value)s” is too long for the number of a paragraph."),
    ("paragraph", "twice"): gettext_lazy("There are two paragraphs %(value)s. Give one of them another number."),
    ("paragraph", "empty"): gettext_lazy("Paragraph %(value)s is empty."),
    ("paragraph", "long"): gettext_lazy(
        "Paragraph %(value)s is too long: at most %(characters)s characters. Divide it."
    ),
    ("parties", "none"): gettext_lazy("Say to which delegations it goes."),
    ("parties", "twice"): gettext_lazy("%(party)s is named twice."),
    ("parties", "unknown"): gettext_lazy("“%(value)s” is no delegation that CorCom knows."),
    ("closes_at", "no_zone"): gettext_lazy("Choose the time zone of the deadline."),
    ("closes_at", "past"): gettext_lazy("The deadline is over already. Choose a later one."),
    ("language", "unknown"): gettext_lazy("“%(value)s” is no code of a language, such as en or fr."),
}
SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (actions.NotConsulted, gettext_lazy("The text was not circulated to %(party)s.")),
    (actions.ConsultationClosed, gettext_lazy("The deadline passed on %(closes_at)s. Nothing was changed.")),
    (actions.ConsultationOpen, gettext_lazy("Comments are taken until %(closes_at)s. Wait until then.")),
    (actions.OtherProcedure, gettext_lazy("The text was circulated under another procedure.")),
    (
        actions.CommentsThere,
        gettext_lazy("Your delegation has made comments. Take them back first, to say that it has none."),
    ),
    (actions.DeadlineNotLater, gettext_lazy("An extension must end after %(closes_at)s, when the deadline is now.")),
    (actions.AlreadyTreated, gettext_lazy("%(by)s said already what becomes of this comment. Take that back first.")),
    (actions.NotTreated, gettext_lazy("Say first what becomes of every comment; %(count)s wait.")),
    (actions.NoSuchParagraph, gettext_lazy("The next draft has no such paragraph any more.")),
    (
        actions.ParagraphsCollide,
        gettext_lazy("What was accepted collides in paragraph %(paragraphs)s. Edit it there, so that it is one text."),
    ),
    (actions.AlreadyFollowed, gettext_lazy("The next draft was circulated already. Go on in that round.")),
    (actions.NoSuchReply, gettext_lazy("This answer does not belong here any more.")),
    (actions.ReplyAlreadyTaken, gettext_lazy("Somebody took this answer up already.")),
    (
        actions.CommentChanged,
        gettext_lazy("The delegation wrote there meanwhile. Look at what it says now, and try again."),
    ),
    (NoSuchComment, gettext_lazy("This comment is not there.")),
    (StillSealed, gettext_lazy("Objections are sealed until %(until)s.")),
    (
        SealRefused,
        gettext_lazy(
            "What is sealed does not open: the key of the site is another, or the tables were changed. Nothing was changed"
            " now; ask whoever runs the site for the key with which it was sealed."
        ),
    ),
    (SealKeyRefused, gettext_lazy("The key of the site for sealing cannot be used. Ask whoever runs the site.")),
)
COMMENT: dict[str, Promise] = {
    "paragraph": gettext_lazy("The text has no paragraph “%(value)s”."),
    "empty": gettext_lazy("You chose another wording, and wrote none. Write it, or choose that you propose nothing."),
    "deletion": gettext_lazy("Only a paragraph can be deleted."),
    "long": gettext_lazy("That is too long: at most %(value)s characters."),
}
OBJECTION: dict[str, Promise] = {
    "empty": gettext_lazy("Write what you object to."),
    "long": gettext_lazy("An objection has at most %(longest)s characters."),
    "many": gettext_lazy("One delegation can keep at most %(most)s objections. Take one back first."),
    "code": gettext_lazy("Nothing is kept under this code. Write it as it stands on the receipt."),
}
TREATMENT: dict[str, Promise] = {
    "outcome": gettext_lazy("Choose what becomes of it."),
    "reason": gettext_lazy("Give a reason."),
    "wording": gettext_lazy("Write the wording that is taken."),
    "long": gettext_lazy("That is too long: a reason has at most %(reason)s characters."),
    "none": gettext_lazy("That a delegation has no comments needs no answer."),
}


def in_words(refused: CorcomError) -> str:
    """What was refused and why."""
    if isinstance(refused, CirculationRefused):
        return _circulation(refused)
    if isinstance(refused, CommentRefused):
        return str(COMMENT[refused.wrong] % {"value": refused.value})
    if isinstance(refused, ObjectionRefused):
        return str(OBJECTION[refused.wrong] % {"longest": LONGEST_OBJECTION, "most": MOST})
    if isinstance(refused, actions.TreatmentRefused):
        return str(TREATMENT[refused.wrong] % {"reason": LONGEST_REASON})
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % {key: _shown(value) for key, value in vars(refused).items()})
    return outbox_in_words(refused)


def _circulation(refused: CirculationRefused) -> str:
    sentence = CIRCULATION.get((refused.key, refused.wrong))
    if sentence is None:
        return _("This could not be recorded: %(why)s.") % {"why": refused}
    values = {"most": LONGEST_TITLE, "characters": LONGEST_PARAGRAPH, "paragraphs": MOST_PARAGRAPHS}
    party = holder_in_words(refused.value) if refused.key == "parties" else ""
    return str(sentence % {**values, "value": refused.value, "party": party})


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return deadline_in_words(value, str(getattr(value.tzinfo, "key", "UTC")), spoken())
    return str(value)
