"""What is refused of official documents, in words for the person who asked for it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.documents import actions
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.limits import MB
from corcom.documents.domain.symbols import NotASymbol
from corcom.documents.queries import NoSuchUpload, NoSuchVersion
from corcom.kernel.errors import CorcomError
from corcom.web.filled import filled_template
from corcom.web.followup.commitment_words import isolated

REFUSED = (
    actions.AlreadyReleased,
    actions.AlreadyWithdrawn,
    actions.ContentChanged,
    actions.DetailsRefused,
    actions.NotTheLatest,
    actions.NotWhole,
    actions.ReasonMissing,
    actions.SameFile,
    actions.SumDiffers,
    actions.SymbolTaken,
    actions.TranslationChanged,
    actions.TranslationRefused,
    actions.UploadRefused,
    DocumentRefused,
    NoSuchUpload,
    NoSuchVersion,
    NotASymbol,
)
"""What a form can be answered with; anything else is a fault of the program."""

# The values of an error fill its sentence.
SENTENCES: tuple[tuple[type[CorcomError], Promise], ...] = (
    (actions.AlreadyReleased, gettext_lazy("Version %(number)s is released already and does not change any more.")),
    (actions.AlreadyWithdrawn, gettext_lazy("Version %(number)s was withdrawn. Upload a new one.")),
    (actions.ContentChanged, gettext_lazy("The file %(name)s changed while it came in. Send it again.")),
    (
        actions.NotTheLatest,
        gettext_lazy("Version %(later)s is later. Release that one, or withdraw it first."),
    ),
    (
        actions.NotWhole,
        gettext_lazy("Only a part of %(name)s has arrived. Choose the same file again; it goes on where it stopped."),
    ),
    (actions.ReasonMissing, gettext_lazy("Say why it is withdrawn.")),
    (actions.SameFile, gettext_lazy("This is the same file as version %(number)s; nothing was added.")),
    (
        actions.SumDiffers,
        gettext_lazy("What arrived of %(name)s is not what was sent, and was thrown away. Send it again."),
    ),
    (
        actions.SymbolTaken,
        gettext_lazy("%(symbol)s is the symbol of another document (number %(document)s). Choose another."),
    ),
    (
        actions.TranslationChanged,
        gettext_lazy("%(by)s changed this translation while you wrote. Look at it again, then say what you know."),
    ),
    (
        NotASymbol,
        gettext_lazy("“%(text)s” is no symbol. Write it as CCM/MSP/2016/1, with /Rev.1, /Add.1 or /Corr.1 at its end."),
    ),
    (NoSuchUpload, gettext_lazy("This file was cleared away. Choose it again.")),
    (NoSuchVersion, gettext_lazy("There is no such version of this document.")),
)
WRONG: dict[str, Promise] = {
    "title": gettext_lazy("A document needs a title of at most 500 characters."),
    "convention": gettext_lazy("Choose a convention from the list."),
    "kind": gettext_lazy("Choose a kind from the list."),
    "original_language": gettext_lazy("Choose one of the six languages."),
    "language": gettext_lazy("Choose one of the six languages."),
    "circle": gettext_lazy("Choose a class from the list."),
    "meeting_on": gettext_lazy("A day of a meeting needs its body."),
    "said": gettext_lazy("Choose a state from the list."),
    "due_on": gettext_lazy("A translation that is under way has a day on which it is due."),
    "translator": gettext_lazy("Say who translates it."),
    "empty": gettext_lazy("There is nothing in this file."),
    "name": gettext_lazy("The file has no name."),
}


def in_words(refused: CorcomError) -> str:
    """What was refused, why, and what to do."""
    if isinstance(refused, DocumentRefused):
        why = filled_template(refused.template, refused.values)
        return _("%(name)s was refused: %(why)s. Nothing of it was kept.") % {
            "name": isolated(refused.name),
            "why": why,
        }
    if isinstance(refused, actions.UploadRefused) and refused.bound:
        return _bound(refused)
    if isinstance(refused, actions.DetailsRefused | actions.TranslationRefused | actions.UploadRefused):
        return str(WRONG[refused.wrong])
    for kind, sentence in SENTENCES:
        if isinstance(refused, kind):
            return str(sentence % vars(refused))
    return _("This could not be recorded: %(why)s.") % {"why": refused}


def _bound(refused: actions.UploadRefused) -> str:
    if refused.wrong == "size":
        return too_large(refused.bound)
    words = _("%(n)s files are coming in already. Finish one of them or throw it away, and send this one again.")
    return words % {"n": refused.bound}


def too_large(bound: int) -> str:
    """That a file is too large, and what can be done."""
    words = _("A document may have at most %(number)s MB. Make its pictures smaller, or send it in parts.")
    return words % {"number": bound // MB}
