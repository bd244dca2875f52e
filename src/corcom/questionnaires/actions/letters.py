"""The letters of a questionnaire: to each State its own link, and reminders to those who have not answered."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from corcom.access.models import User
from corcom.access.queries.links import link_as_value
from corcom.outbox.actions import prepare_messages
from corcom.outbox.domain.draft import About, Draft
from corcom.outbox.domain.writing import Writing
from corcom.outbox.queries import addresses_now
from corcom.questionnaires.actions.drafting import locked_questionnaire
from corcom.questionnaires.actions.errors import NotNow
from corcom.questionnaires.domain.letters import QuestionLetter, QuestionLetterKind, is_due, written_letter
from corcom.questionnaires.domain.questions_json import form_from
from corcom.questionnaires.models import AskedState, Questionnaire, QuestionnaireStep
from corcom.questionnaires.queries.reading import state_of

KINDS: dict[QuestionLetterKind, str] = {"invitation": "questionnaire", "reminder": "questionnaire_reminder"}
"""The kinds of message in the outbox."""


@transaction.atomic
def prepare_letters(*, number: int, kind: QuestionLetterKind, out: Writing, by: User, at: datetime) -> int:
    """Prepare the invitations of all who have none yet, or a reminder to those who were invited and have not answered.

    Only where a State has an address at which messages arrive and its link opens, and no letter of the last days (`letters.REST`);
    nothing is sent before somebody releases it. Gives how many were prepared.
    Errors: `NoSuchQuestionnaire`, `NotNow`, and those of `prepare_messages` but `NothingChosen`.
    """
    row = locked_questionnaire(number)
    if (state := state_of(row, at)) != "open":
        raise NotNow(state)
    due = [one for one in _reached(row) if is_due(kind, invited_at=one.invited_at, reminded_at=one.reminded_at, at=at)]
    now = addresses_now(one.address for one in due)
    wanted = [one for one in due if now[one.address]]
    if not wanted:
        return 0
    drafts = [_draft(row, one, now[one.address], kind, out) for one in wanted]
    prepared = prepare_messages(drafts=drafts, mail=out.mail, by=by, at=at)
    field = "invited_at" if kind == "invitation" else "reminded_at"
    AskedState.objects.filter(pk__in=[one.pk for one in wanted]).update(**{field: at})
    QuestionnaireStep.objects.create(questionnaire=row, kind=kind, at=at, by=by, count=len(prepared))
    return len(prepared)


def _reached(row: Questionnaire) -> list[AskedState]:
    rows = row.asked.select_related("link").prefetch_related("versions")
    return [one for one in rows if one.address and one.link.withdrawn_at is None and not one.versions.all()]


def _draft(row: Questionnaire, one: AskedState, address: str, kind: QuestionLetterKind, out: Writing) -> Draft:
    form, wording = form_from(row.form), out.wording(one.language)
    until = row.closes_at.astimezone(ZoneInfo(row.zone)).date().isoformat() if row.closes_at else ""
    letter = QuestionLetter(
        title=form.say(form.title, one.language),
        intro=form.say(form.intro, one.language),
        link=out.address(link_as_value(one.link)),
        until=until,
        sender=out.mail.sender_name,
    )
    words = written_letter(letter, wording, kind=kind)
    return Draft(
        kind=KINDS[kind],
        recipient=address,
        subject=words.subject,
        text=words.text,
        language=wording.language,
        about=About(kind="questionnaire", number=row.pk),
    )
