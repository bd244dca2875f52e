"""Preparing one reminder: its row and its messages in one transaction, so that nobody gets it twice, and nobody half."""

from __future__ import annotations

import io
from dataclasses import asdict, replace
from datetime import date, datetime

from django.db import IntegrityError, transaction

from corcom.access.models import User
from corcom.correspondence.actions.making import DOCX, PDF
from corcom.correspondence.actions.reminders.errors import PlanChanged
from corcom.correspondence.actions.reminders.plans import locked_plan
from corcom.correspondence.actions.reminders.stopping import stop_earlier
from corcom.correspondence.domain.letter_email import letter_email
from corcom.correspondence.domain.letter_fields import CopyFacts
from corcom.correspondence.domain.letter_paper import letter_paper
from corcom.correspondence.domain.letter_words import LetterWords, field_values, words_of_copy
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.reminders.numbers import reminder_number
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.models import ReminderSchedule, StateReminder
from corcom.correspondence.queries.reminders.in_hand import ReminderInHand
from corcom.correspondence.queries.reminders.sent import REMINDER
from corcom.documents.actions import store_file
from corcom.documents.models import StoredFile
from corcom.kernel.actor import Actor
from corcom.outbox.actions import prepare_messages, release_by_rule
from corcom.outbox.domain.draft import About, AttachmentFile, Draft
from corcom.outbox.domain.server import MailSettings
from corcom.outbox.queries import MessageThread, rules_on, threads_about


@transaction.atomic
def prepare_reminder(
    *,
    plan: PlanTold,
    reminder: ReminderInHand,
    writing: LetterWriting,
    mail: MailSettings,
    day: date,
    by: User,
    at: datetime,
) -> int | None:
    """Prepare what is in hand, and release it where a rule does so; gives its number, None where it was prepared before.

    What says that nothing is known of a receipt waits for a person, whatever rule is on: nothing goes out by itself on what is unknown.
    Errors: `PlanChanged`, `NoGlyph`, and those of `prepare_messages`, with nothing kept.
    """
    if not plan.is_on:
        raise PlanChanged(plan.revision)
    schedule = locked_plan(plan.number, plan.revision)
    row = _row(schedule, reminder, day=day, by=by, at=at)
    if row is None:
        return None
    stop_earlier(row, by=by, at=at)
    letter = replace(reminder.facts.letter, number=reminder_number(schedule.convention, day, row.pk))
    facts = replace(reminder.facts, letter=letter)
    assert reminder.words is not None, "what lacks words is not prepared"  # noqa: S101  a caller that did is a fault of ours
    words = words_of_copy(reminder.words, field_values(facts, writing.wording(reminder.language)))
    row.words = asdict(words)
    if reminder.due.stage.on_paper:
        _make_paper(row, facts, words, writing, by=by, at=at)
    row.save()
    drafts = _drafts(row, reminder, facts, words, writing) if reminder.due.stage.by_email else []
    if drafts:
        made = prepare_messages(drafts=drafts, mail=mail, by=by, at=at, batch=f"{REMINDER}-{plan.number}-{day:%Y%m%d}")
        may_go = reminder.due.stage.sent_to != "not_known" and any(rule.kind == REMINDER for rule in rules_on())
        if may_go:
            release_by_rule(messages=[message.pk for message in made], at=at)
    return row.pk


def _row(
    schedule: ReminderSchedule, reminder: ReminderInHand, *, day: date, by: User, at: datetime
) -> StateReminder | None:
    """The row by which nobody else prepares the same; None where somebody did."""
    owed, stage = reminder.due.owed, reminder.due.stage
    try:
        with transaction.atomic():
            return StateReminder.objects.create(
                schedule=schedule,
                stage=stage.code,
                iso3=owed.iso3,
                period=owed.period or 0,
                due_on=owed.due_on,
                days=stage.days,
                sent_to=stage.sent_to,
                on=day,
                template_id=stage.template,
                language=reminder.language,
                addresses=list(reminder.addresses) if stage.by_email else [],
                copies=list(reminder.copies) if stage.by_email else [],
                at=at,
                by=by,
            )
    except IntegrityError:
        return None


def _make_paper(
    row: StateReminder, facts: CopyFacts, words: LetterWords, writing: LetterWriting, *, by: User, at: datetime
) -> None:
    paper = letter_paper(facts, words, writing.wording(row.language), made_at=at)
    name = facts.number.replace("/", "-")
    row.docx = _stored(paper.to_bytes(), f"{name}.docx", DOCX, by=by, at=at)
    row.pdf = _stored(paper.to_pdf(), f"{name}.pdf", PDF, by=by, at=at)


def _stored(content: bytes, name: str, media_type: str, *, by: User, at: datetime) -> StoredFile:
    return store_file(content=io.BytesIO(content), name=name, media_type=media_type, at=at, by=by.get_username())


def _drafts(
    row: StateReminder, reminder: ReminderInHand, facts: CopyFacts, words: LetterWords, writing: LetterWriting
) -> list[Draft]:
    """A message to each address, and one that says what it is to each that gets a copy; all name the reminder before."""
    text = letter_email(words, signatory=facts.letter.signatory, office=facts.letter.office)
    gettext = writing.wording(row.language).gettext
    state = writing.wording(row.language).name(Actor(row.iso3, facts.name))
    copied = gettext("Copy of a reminder to %(state)s, number %(number)s.")
    note = copied % {"state": state, "number": facts.number} + "\n\n"
    threads = _threads(row)
    attached = tuple(AttachmentFile(file=file.pk, name=file.name) for file in (row.pdf,) if file)
    found = []
    for address, before in [*((each, "") for each in reminder.addresses), *((each, note) for each in reminder.copies)]:
        thread = next((one for one in threads if one.recipient == address), threads[0] if threads else None)
        draft = Draft(
            kind=REMINDER,
            recipient=address,
            recipient_name="" if before else facts.name,
            subject=words.subject,
            text=before + text,
            language=row.language,
            about=About(kind=REMINDER, number=row.pk),
            in_reply_to=thread.message_id if thread else "",
            references=thread.references if thread else (),
            attachments=attached,
        )
        found.append(draft)
    return found


def _threads(row: StateReminder) -> list[MessageThread]:
    """What left to the State about the same before, the latest reminder first, and of each the first address."""
    earlier = StateReminder.objects.filter(
        schedule=row.schedule_id, iso3=row.iso3, period=row.period, pk__lt=row.pk
    ).values_list("pk", flat=True)
    found = threads_about(kind=REMINDER, numbers=list(earlier))
    return sorted(found, key=lambda one: -one.about)
