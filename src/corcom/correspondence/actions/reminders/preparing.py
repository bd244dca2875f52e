"""Preparing one reminder: its row and its messages in one transaction, so that nobody gets it twice, and nobody half."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import date, datetime

from django.db import IntegrityError, transaction

from corcom.access.models import User
from corcom.correspondence.actions.making import DOCX, PDF
from corcom.correspondence.actions.reminders.errors import PlanChanged
from corcom.correspondence.actions.reminders.plans import locked_plan
from corcom.correspondence.actions.reminders.stopping import stop_earlier
from corcom.correspondence.actions.report_links import link_to_report
from corcom.correspondence.domain.letter_paper import letter_paper
from corcom.correspondence.domain.letter_writing import LetterWriting
from corcom.correspondence.domain.reminders.numbers import reminder_number
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.domain.reminders.written import TokenAddress, WrittenReminder, no_address
from corcom.correspondence.models import ReminderSchedule, StateReminder
from corcom.correspondence.queries.reminders.in_hand import ReminderInHand
from corcom.correspondence.queries.reminders.sent import REMINDER
from corcom.documents.actions import store_file
from corcom.documents.models import StoredFile
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
    address: TokenAddress = no_address,
) -> int | None:
    """Prepare what is in hand, and release it where a rule does so; gives its number, None where it was prepared before.

    A link to the report is given with it, by `address`, where the words have one: whoever prepares nothing gives none.
    What says that nothing is known of a receipt waits for a person, whatever rule is on: nothing goes out by itself on what is unknown.
    Errors: `PlanChanged`, `NoGlyph`, `NoReportToLinkTo`, and those of `prepare_messages`, with nothing kept.
    """
    if not plan.is_on:
        raise PlanChanged(plan.revision)
    schedule = locked_plan(plan.number, plan.revision)
    row = _row(schedule, reminder, day=day, by=by, at=at)
    if row is None:
        return None
    stop_earlier(row, by=by, at=at)
    link = ""
    if reminder.wanted is not None:
        link = address(link_to_report(wanted=reminder.wanted, by=by, at=at).token)
    written = reminder.written(writing, number=reminder_number(schedule.convention, day, row.pk), link=link)
    assert written is not None, "what lacks words is not prepared"  # noqa: S101  a caller that did is a fault of ours
    row.words = asdict(written.words)
    if reminder.due.stage.on_paper:
        _make_paper(row, written, writing, by=by, at=at)
    row.save()
    if drafts := _drafts(row, written, has_link=bool(link)):
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
                answer_due_on=reminder.facts.letter.answer_due_on,
                addresses=list(reminder.addresses) if stage.by_email else [],
                copies=list(reminder.copies) if stage.by_email else [],
                at=at,
                by=by,
            )
    except IntegrityError:
        return None


def _make_paper(
    row: StateReminder, written: WrittenReminder, writing: LetterWriting, *, by: User, at: datetime
) -> None:
    paper = letter_paper(written.facts, written.words, writing.wording(row.language), made_at=at)
    name = written.facts.number.replace("/", "-")
    row.docx = _stored(paper.to_bytes(), f"{name}.docx", DOCX, by=by, at=at)
    row.pdf = _stored(paper.to_pdf(), f"{name}.pdf", PDF, by=by, at=at)


def _stored(content: bytes, name: str, media_type: str, *, by: User, at: datetime) -> StoredFile:
    return store_file(content=io.BytesIO(content), name=name, media_type=media_type, at=at, by=by.get_username())


def _drafts(row: StateReminder, written: WrittenReminder, *, has_link: bool) -> list[Draft]:
    """A message to each address; all name the reminder before. A paper with the State's link goes to the State alone."""
    threads = _threads(row)
    paper = tuple(AttachmentFile(file=file.pk, name=file.name) for file in (row.pdf,) if file)
    found = []
    for one in written.messages:
        thread = next((each for each in threads if each.recipient == one.recipient), threads[0] if threads else None)
        draft = Draft(
            kind=REMINDER,
            recipient=one.recipient,
            recipient_name="" if one.is_copy else written.facts.name,
            subject=one.subject,
            text=one.text,
            language=row.language,
            about=About(kind=REMINDER, number=row.pk),
            in_reply_to=thread.message_id if thread else "",
            references=thread.references if thread else (),
            attachments=() if one.is_copy and has_link else paper,
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
