"""What goes today by a plan, State by State: the words with their fields, the addresses, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_fields import CopyFacts, LetterFacts
from corcom.correspondence.domain.letter_lacks import CopyAsked, LetterLack, lacks_of
from corcom.correspondence.domain.letter_words import LetterWords, Wordings, field_values
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.reminders.due import ReminderDue, reminders_due
from corcom.correspondence.domain.reminders.saying_overdue import overdue_in
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.queries.reminders.outstanding import ObligationToday, obligation_today
from corcom.correspondence.queries.reminders.reached import Reached, reached
from corcom.correspondence.queries.reminders.sent import sent_reminders
from corcom.correspondence.queries.templates import templates_told
from corcom.register.domain.states import states

NO_NUMBER = "–"
"""Stands for the number of a reminder before it is prepared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderInHand:
    """A reminder that goes today. `words` are those of its language, with fields; None where the template has none.

    `copies` are further addresses. With one of `lacks` it does not go, and waits until that is mended.
    """

    due: ReminderDue
    facts: CopyFacts
    language: str
    words: LetterWords | None
    addresses: tuple[str, ...]
    copies: tuple[str, ...]
    lacks: tuple[LetterLack, ...]


def reminders_in_hand(plan: PlanTold, *, day: date, writing: LetterWriting) -> list[ReminderInHand]:
    """What goes today by a plan, whether it is on or not; nothing for an obligation that is in no rulebook.

    A constant number of SQL queries, besides what `writing` asks for links.
    """
    today = obligation_today(convention=plan.plan.convention, obligation=plan.plan.obligation, day=day)
    if today is None:
        return []
    due = reminders_due(plan.plan, today.outstanding, sent_reminders(plan=plan.number), day)
    if not due:
        return []
    templates = {each.number: each.wordings for each in templates_told(with_retired=True)}
    to = reached(due, convention=plan.plan.convention, theme=today.obligation.theme, day=day)
    return list(_in_hand(plan, today, due, templates, to, day=day, writing=writing))


def _in_hand(
    plan: PlanTold,
    today: ObligationToday,
    due: Iterable[ReminderDue],
    templates: Mapping[int, Wordings],
    to: Mapping[tuple[str, str], Reached],
    *,
    day: date,
    writing: LetterWriting,
) -> Iterator[ReminderInHand]:
    letter = LetterFacts(
        number=NO_NUMBER,
        convention=plan.plan.convention,
        dated=day,
        signatory=plan.plan.signatory,
        office=plan.plan.office,
        sender=writing.sender,
        obligations={each.code: each.name for each in today.register.book.obligations},
    )
    for one in due:
        wordings, where = templates.get(one.stage.template, {}), to[one.owed.iso3, one.stage.code]
        language = next((each for each in where.languages if each in wordings), next(iter(wordings), "en"))
        facts = _facts(one, letter, today, writing)
        values = field_values(facts, writing.wording(language))
        asked = CopyAsked(
            iso3=one.owed.iso3,
            language=language,
            values=values,
            addresses=where.addresses,
            signed={"signatory": letter.signatory, "office": letter.office, "sender": letter.sender},
        )
        yield ReminderInHand(
            due=one,
            facts=facts,
            language=language,
            words=wordings.get(language),
            addresses=where.addresses,
            copies=where.copies,
            lacks=tuple(_lacks(one, asked, wordings)),
        )


def _facts(one: ReminderDue, letter: LetterFacts, today: ObligationToday, writing: LetterWriting) -> CopyFacts:
    iso3 = one.owed.iso3
    addressee = Addressee(iso3=iso3, concern=one.owed.concern(today.obligation.code))
    known, state = states().get(iso3), today.register.of(iso3)
    membership = state.membership_on(letter.dated)
    return CopyFacts(
        letter=letter,
        addressee=addressee,
        name=known.name if known else iso3,
        bound_since=membership.since if membership else None,
        signed_on=state.signed_on,
        link=writing.link(addressee),
    )


def _lacks(one: ReminderDue, asked: CopyAsked, wordings: Wordings) -> Iterator[LetterLack]:
    yield from lacks_of([asked], wordings, by_email=one.stage.by_email and not one.stage.on_paper)
    words = wordings.get(asked.language)
    # The template may have been worded anew after the plan was made.
    if words and one.stage.sent_to != "overdue" and (found := overdue_in(words)):
        yield LetterLack(iso3=asked.iso3, kind="refused", what=found)
