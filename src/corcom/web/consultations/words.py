"""Consultations in words and as pieces: places, delegations, who answered, how one stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from corcom.consultation.domain.circulated import Procedure
from corcom.consultation.domain.comments import Place
from corcom.consultation.domain.comments_table import place_in_words as place_words
from corcom.consultation.domain.letters import LetterKind, deadline_in_words
from corcom.consultation.queries import Consultation, PartyAnswer, SilenceOutcome
from corcom.web.committee.words import holder_in_words
from corcom.web.pieces import StatusMark
from corcom.web.spoken_in import spoken

PROCEDURES: dict[Procedure, Promise] = {
    "comments": gettext_lazy("comments and proposed wording"),
    "silence": gettext_lazy("silence: approved unless somebody objects"),
}
LETTERS: dict[LetterKind, Promise] = {
    "circulated": gettext_lazy("Prepare the letters"),
    "reminder": gettext_lazy("Prepare reminders"),
    "extended": gettext_lazy("Prepare the notice of the extension"),
    "outcome": gettext_lazy("Prepare the notice of the outcome"),
}
OUTCOME_LABELS: dict[str, Promise] = {
    "accepted": gettext_lazy("Accept"),
    "changed": gettext_lazy("Accept with changes"),
    "not_accepted": gettext_lazy("Do not accept"),
}


def place_in_words(place: Place) -> str:
    """Where in the text."""
    return place_words(place, spoken())


def place_anchor(place: Place) -> str:
    """The name of a place on a page: letters and digits alone."""
    return f"{place.kind}-" + "".join(sign if sign.isalnum() else "-" for sign in place.paragraph)


def closing_in_words(found: Consultation) -> str:
    """The deadline that holds, in its zone."""
    return deadline_in_words(found.closes_at, found.zone, spoken())


def named(codes: Iterable[str]) -> str:
    """Delegations by name, in their order."""
    return spoken().listed(holder_in_words(code) for code in codes)


def standing_mark(found: Consultation, at: datetime) -> StatusMark:
    """How it stands: open, or over."""
    if found.is_open(at):
        return StatusMark("due", _("open until %(when)s") % {"when": closing_in_words(found)})
    return StatusMark("met", _("closed on %(when)s") % {"when": closing_in_words(found)})


def answer_in_words(answer: PartyAnswer) -> str:
    """What a delegation answered."""
    if answer.comments:
        return ngettext("%(n)d comment", "%(n)d comments", answer.comments) % {"n": answer.comments}
    return _("no comments") if answer.no_comments else _("not yet")


def progress_in_words(found: Consultation, told: Sequence[PartyAnswer], at: datetime) -> list[str]:
    """Who answered and who has not, in sentences. Under silence nothing is said of it."""
    if found.procedure == "silence":
        if not found.is_open(at):
            return []
        return [_("Until the deadline nobody sees who looked at the text, who answered, or whether anybody objected.")]
    total = len(told)
    count = sum(each.answered for each in told)
    lines = [
        ngettext("%(count)d of %(n)d delegation answered.", "%(count)d of %(n)d delegations answered.", total)
        % {"count": count, "n": total}
    ]
    if waiting := [each.party for each in told if not each.answered]:
        label = _("Not yet: %(names)s.") if found.is_open(at) else _("Not answered: %(names)s.")
        lines.append(label % {"names": named(waiting)})
    return lines


def outcome_in_words(outcome: SilenceOutcome) -> str:
    """What came of a silence procedure."""
    if outcome.approved:
        return _("Approved by silence: no delegation objected.")
    return _("Not approved. Objections from: %(names)s.") % {"names": named(outcome.objecting)}


def facts(found: Consultation) -> list[tuple[str, Any]]:
    """What a consultation is, as names and values."""
    rows = [
        (_("Procedure"), PROCEDURES[found.procedure]),
        (_("Deadline"), closing_in_words(found)),
        (_("Round"), str(found.round)),
        (_("Language"), found.language),
        (_("About"), found.about),
    ]
    return [(label, value) for label, value in rows if value]
