"""Preparing the letters of a consultation in the outbox. Nothing is sent before a person releases it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.access.queries import links_for
from corcom.consultation.actions.circulating import PURPOSE, subject_of
from corcom.consultation.actions.errors import ConsultationOpen
from corcom.consultation.actions.found import locked, must_be_open
from corcom.consultation.domain.letters import LetterFacts, LetterKind, letter
from corcom.consultation.models import ConsultedParty
from corcom.consultation.queries.consultations import Consultation
from corcom.consultation.queries.objections import silence_outcome
from corcom.consultation.queries.replies import ABOUT, consultation_letters
from corcom.consultation.queries.standing import answers
from corcom.directory.domain.letter_addresses import LetterAddress
from corcom.kernel.actor import Actor
from corcom.kernel.wording import Wording
from corcom.outbox.actions import prepare_messages
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.writing import Writing
from corcom.outbox.queries import addresses_left_out, reachable_addresses
from corcom.register.domain.gazetteer import parties


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersPrepared:
    """How many letters wait in the outbox, and the delegations that have no e-mail address in the directory.

    `dead` are those of whom an address was left out, because letters do not arrive there.
    """

    count: int
    without_address: tuple[str, ...]
    dead: tuple[str, ...] = ()


@transaction.atomic
def prepare_letters(*, number: int, kind: LetterKind, writing: Writing, by: User, at: datetime) -> LettersPrepared:
    """Prepare one letter for each address of each delegation, in the language of the text.

    Reminders go to those that have not answered, in a silence procedure to all. Other letters go once to each delegation.
    Errors: `NoSuchConsultation`, `ConsultationClosed` (circulated, reminder, extended), `ConsultationOpen` (outcome), and those of
    `prepare_messages`.
    """
    found = locked(number)
    wording = writing.wording(found.language)
    matter = _matter(found, kind, wording, at=at)
    codes = _wanted(found, kind, at)
    reached, left_out = _reached(codes, found, at)
    links = {
        each.party: each for each in links_for(purpose=PURPOSE, subject=subject_of(number)) if each.withdrawn_at is None
    }
    drafts: list[Draft] = []
    numbers = dict(ConsultedParty.objects.filter(consultation=number).values_list("code", "pk"))
    for code in codes:
        made = letter(kind, matter, to=_name(code, wording), link=writing.address(links[code]), wording=wording)
        about = About(kind=ABOUT, number=numbers[code])
        drafts += [_draft(kind, made, each.address, code, about, wording) for each in reached[code]]
    if drafts:
        prepare_messages(drafts=drafts, mail=writing.mail, by=by, at=at)
    without = tuple(code for code in codes if not reached[code])
    return LettersPrepared(count=len(drafts), without_address=without, dead=left_out)


def _reached(
    codes: Sequence[str], found: Consultation, at: datetime
) -> tuple[dict[str, list[LetterAddress]], tuple[str, ...]]:
    """The addresses of each delegation, and the delegations of whom one was left out because it is dead."""
    convention, day = found.convention, at.date()
    reached = reachable_addresses(delegations=codes, purpose="letters", convention=convention, day=day)
    left_out = addresses_left_out(delegations=codes, purpose="letters", convention=convention, day=day)
    return reached, tuple(left_out)


def _draft(kind: LetterKind, made: tuple[str, str], mailbox: str, code: str, about: About, wording: Wording) -> Draft:
    return Draft(
        kind=f"consultation_{kind}",
        recipient=mailbox,
        recipient_name=_name(code, wording),
        subject=made[0],
        text=made[1],
        language=wording.language,
        about=about,
    )


def _name(code: str, wording: Wording) -> str:
    return wording.name(Actor(code, parties()[code].name))


def _matter(found: Consultation, kind: LetterKind, wording: Wording, *, at: datetime) -> LetterFacts:
    objecting: Sequence[str] = ()
    if kind != "outcome":
        must_be_open(found, at)
    elif found.is_open(at):
        raise ConsultationOpen(found.closes_at)
    elif outcome := silence_outcome(found.number, at=at):
        objecting = outcome.objecting
    return LetterFacts(
        title=found.title,
        procedure=found.procedure,
        closes_at=found.closes_at,
        zone=found.zone,
        round=found.round,
        note=found.note,
        reason=found.deadlines[-1].reason,
        objecting=tuple(_name(code, wording) for code in objecting),
    )


def _wanted(found: Consultation, kind: LetterKind, at: datetime) -> list[str]:
    """The delegations to which a letter is due."""
    if kind == "reminder":
        silent = {each.party for each in answers(found.number) if not each.answered}
        return [code for code in found.parties if found.procedure == "silence" or code in silent]
    since = found.deadlines[-1].set_at if kind == "extended" else found.circulated_at
    written = {
        code
        for code, lines in consultation_letters(found.number, now=at).items()
        if any(
            line.kind == f"consultation_{kind}" and line.turn != "cancelled" and line.prepared_at >= since
            for line in lines
        )
    }
    return [code for code in found.parties if code not in written]
