"""What goes on a day by a plan, State by State: the words with their fields, the addresses, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_copies import asked_of_copy, facts_of_copy
from corcom.correspondence.domain.letter_fields import CopyFacts, LetterFacts
from corcom.correspondence.domain.letter_lacks import CopyAsked, LetterLack, lacks_of
from corcom.correspondence.domain.letter_words import LetterWords, Wordings
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.reminders.answers import ReminderAnswer, unread_about
from corcom.correspondence.domain.reminders.due import ReminderDue, reminders_due
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.domain.reminders.written import (
    HIDDEN,
    TokenAddress,
    WrittenReminder,
    no_address,
    written_reminder,
)
from corcom.correspondence.domain.saying_overdue import overdue_in
from corcom.correspondence.queries.outstanding import ObligationToday, obligation_today
from corcom.correspondence.queries.reminders.answers import plan_answers
from corcom.correspondence.queries.reminders.reached import Reached, reached
from corcom.correspondence.queries.reminders.sent import sent_reminders
from corcom.correspondence.queries.templates import templates_told
from corcom.outbox.domain.letter_numbers import REMINDERS, number_to_come
from corcom.reporting.domain.report_values import ReportWanted


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderInHand:
    """A reminder that goes on a day. `words` are those of its language, with fields; None where the template has none.

    `copies` are further addresses. With one of `lacks` it does not go, and waits until that is mended; with one of `unread`,
    answers about the same, until somebody has read it. `wanted` is the report to which its link leads, `hidden_link` that link
    without the key that opens it.
    """

    due: ReminderDue
    facts: CopyFacts
    language: str
    words: LetterWords | None
    addresses: tuple[str, ...]
    copies: tuple[str, ...]
    lacks: tuple[LetterLack, ...]
    unread: tuple[ReminderAnswer, ...] = ()
    wanted: ReportWanted | None = None
    hidden_link: str = ""

    @property
    def goes(self) -> bool:
        """Whether a run prepares it."""
        return not self.lacks and not self.unread

    @property
    def key(self) -> str:
        """Which of the reminders of a plan on a day it is: the State, and the year where it is owed for one."""
        owed = self.due.owed
        return f"{owed.iso3}-{owed.period}" if owed.period else owed.iso3

    def written(self, writing: LetterWriting, *, number: str = "", link: str = "") -> WrittenReminder | None:
        """How it reads: with its number and the link that opens the report, or what stands for them. None without words."""
        if self.words is None:
            return None
        letter = replace(self.facts.letter, number=number or self.facts.letter.number)
        by_email = self.due.stage.by_email
        return written_reminder(
            replace(self.facts, letter=letter, link=link or self.hidden_link),
            self.words,
            writing.wording(self.language),
            addresses=self.addresses if by_email else (),
            copies=self.copies if by_email else (),
            hidden_link=self.hidden_link,
        )


def reminders_in_hand(
    plan: PlanTold, *, day: date, writing: LetterWriting, address: TokenAddress = no_address
) -> list[ReminderInHand]:
    """What goes on a day by a plan, whether it is on or not; nothing for an obligation that is in no rulebook.

    `address` gives the page of a report by the token of a link. Nothing is written. A constant number of SQL queries.
    """
    today = obligation_today(convention=plan.plan.convention, obligation=plan.plan.obligation, day=day)
    if today is None:
        return []
    due = reminders_due(plan.plan, today.outstanding, sent_reminders(plan=plan.number), day)
    if not due:
        return []
    templates = {each.number: each.wordings for each in templates_told(with_retired=True)}
    to = reached(due, convention=plan.plan.convention, theme=today.obligation.theme, day=day)
    alike = _Alike(
        today=today,
        letter=_letter(plan, today, day, writing),
        writing=writing,
        address=address,
        has_form=today.register.book.form_on(today.obligation.form, day) is not None,
        answers=plan_answers(plan=plan.number) if plan.plan.waits_for_answers else [],
    )
    return [
        _in_hand(one, templates.get(one.stage.template, {}), to[one.owed.iso3, one.stage.code], alike) for one in due
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alike:
    """What is the same for all reminders of a plan on a day."""

    today: ObligationToday
    letter: LetterFacts
    writing: LetterWriting
    address: TokenAddress
    has_form: bool
    answers: Sequence[ReminderAnswer]


def _letter(plan: PlanTold, today: ObligationToday, day: date, writing: LetterWriting) -> LetterFacts:
    return LetterFacts(
        number=number_to_come(plan.plan.convention, day.year, REMINDERS),
        convention=plan.plan.convention,
        dated=day,
        signatory=plan.plan.signatory,
        office=plan.plan.office,
        sender=writing.sender,
        obligations={each.code: each.name for each in today.register.book.obligations},
    )


def _in_hand(one: ReminderDue, wordings: Wordings, to: Reached, alike: _Alike) -> ReminderInHand:
    language = next((each for each in to.languages if each in wordings), next(iter(wordings), "en"))
    words = wordings.get(language)
    has_link = words is not None and "link" in words.fields and alike.has_form
    link = alike.address(HIDDEN) if has_link else ""
    facts = _facts(one, link, alike)
    asked = asked_of_copy(facts, language, alike.writing.wording(language), to.addresses)
    return ReminderInHand(
        due=one,
        facts=facts,
        language=language,
        words=words,
        addresses=to.addresses,
        copies=to.copies,
        lacks=tuple(_lacks(one, asked, wordings)),
        unread=unread_about(alike.answers, one.owed),
        wanted=_wanted(one, alike) if link else None,
        hidden_link=link,
    )


def _wanted(one: ReminderDue, alike: _Alike) -> ReportWanted:
    owed = one.owed
    code = alike.today.obligation.code
    return ReportWanted(convention=alike.letter.convention, iso3=owed.iso3, report=code, period=owed.period)


def _facts(one: ReminderDue, link: str, alike: _Alike) -> CopyFacts:
    letter = replace(alike.letter, answer_due_on=one.stage.answer_by(alike.letter.dated, one.owed.due_on))
    addressee = Addressee(iso3=one.owed.iso3, concern=one.owed.concern(alike.today.obligation.code))
    return facts_of_copy(letter, addressee, alike.today.register.of(one.owed.iso3), link=link)


def _lacks(one: ReminderDue, asked: CopyAsked, wordings: Wordings) -> Iterator[LetterLack]:
    yield from lacks_of([asked], wordings, by_email=one.stage.by_email and not one.stage.on_paper)
    words = wordings.get(asked.language)
    # The template may have been worded anew after the plan was made.
    if words and one.stage.sent_to != "overdue" and (found := overdue_in(words)):
        yield LetterLack(iso3=asked.iso3, kind="refused", what=found)
