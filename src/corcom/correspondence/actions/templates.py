"""Templates of letters: made, worded in one language after the other, retired."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.errors import LetterChanged, NoSuchTemplate, WithoutName
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.ready_templates import ReadyTemplate, ready_templates
from corcom.correspondence.domain.reminders.filling import check_filled
from corcom.correspondence.models import LetterTemplate, TemplateWording
from corcom.correspondence.queries.reminders.plans import reminder_plans


@transaction.atomic
def make_template(*, name: str, convention: str, language: str, words: LetterWords, by: User, at: datetime) -> int:
    """Make a template with its first language; gives its number. Errors: `WithoutName`, `TemplateRefused`."""
    if not name.strip():
        raise WithoutName
    checked = words.checked()
    row = LetterTemplate.objects.create(name=name.strip(), convention=convention)
    _add(row, language, 1, checked, by=by, at=at)
    return row.pk


@transaction.atomic
def make_ready_template(ready: ReadyTemplate, *, by: User, at: datetime) -> int:
    """Make a template that comes with CorCom, in all its languages; gives its number."""
    row = LetterTemplate.objects.create(name=ready.name)
    for language, words in ready.wordings.items():
        _add(row, language, 1, words, by=by, at=at)
    return row.pk


@transaction.atomic
def take_over_templates(*, by: User, at: datetime) -> int:
    """Take over the templates that come with CorCom, but none whose name is there already; gives how many."""
    known = set(LetterTemplate.objects.values_list("name", flat=True))
    fresh = [one for one in ready_templates() if one.name not in known]
    for one in fresh:
        make_ready_template(one, by=by, at=at)
    return len(fresh)


@transaction.atomic
def word_template(*, template: int, language: str, words: LetterWords, revision: int, by: User, at: datetime) -> None:
    """Word a template in a language; `revision` is the one that was read, 0 where there was none.

    Errors: `NoSuchTemplate`, `LetterChanged`, `TemplateRefused`, `StageFieldRefused` (of a plan of reminders that uses it).
    """
    row = _locked(template)
    _check_revision(row, language, revision)
    checked = words.checked()
    _check_plans(template, language, checked)
    _add(row, language, revision + 1, checked, by=by, at=at)


@transaction.atomic
def drop_template_language(*, template: int, language: str, revision: int, by: User, at: datetime) -> None:
    """Take the words of a language out of a template; they stay in its history. Errors: `NoSuchTemplate`, `LetterChanged`."""
    row = _locked(template)
    _check_revision(row, language, revision)
    _add(row, language, revision + 1, None, by=by, at=at)


@transaction.atomic
def retire_template(*, template: int, retired: bool, at: datetime) -> None:
    """Offer a template no more, or (not `retired`) again. Letters that were made with it stay. Errors: `NoSuchTemplate`."""
    row = _locked(template)
    row.retired_at = (row.retired_at or at) if retired else None
    row.save(update_fields=["retired_at"])


def _check_plans(template: int, language: str, words: LetterWords) -> None:
    """A plan of reminders that uses the template, on or off, must be able to fill its fields."""
    for told in reminder_plans():
        for stage in told.plan.stages:
            if stage.template == template:
                check_filled(told.plan, stage, language, words)


def _locked(number: int) -> LetterTemplate:
    row = LetterTemplate.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchTemplate(number)
    return row


def _check_revision(row: LetterTemplate, language: str, revision: int) -> None:
    last = row.wordings.filter(language=language).order_by("-revision").first()
    if revision != (known := last.revision if last else 0):
        raise LetterChanged(known)


def _add(
    row: LetterTemplate, language: str, revision: int, words: LetterWords | None, *, by: User, at: datetime
) -> None:
    TemplateWording.objects.create(
        template=row, language=language, revision=revision, words=asdict(words) if words else {}, at=at, by=by
    )
