"""Drafting a letter: its terms, the States that get it, and the language of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import transaction

from corcom.access.models import User
from corcom.correspondence.actions.errors import (
    LetterChanged,
    NoStateChosen,
    NoSuchCopy,
    NoSuchLetter,
    WithoutName,
    WithoutReason,
)
from corcom.correspondence.actions.stepping import locked_letter, take_step
from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.letter_terms import LetterTerms
from corcom.correspondence.domain.letter_words import wordings_json
from corcom.correspondence.domain.template_text import one_line
from corcom.correspondence.models import LetterCopy, StateLetter

__all__ = ["NoSuchLetter", "ask_again", "change_letter", "draft_letter", "leave_out", "set_language", "take_in"]


@transaction.atomic
def draft_letter(
    *,
    terms: LetterTerms,
    addressees: Iterable[Addressee],
    prefers: Mapping[str, str],
    by: User,
    at: datetime,
) -> int:
    """Draft a letter to States, each in the language that it `prefers` where the letter has words in it; gives its number.

    Errors: `WithoutName`, `TemplateRefused`.
    """
    row = StateLetter(convention=terms.convention)
    _set(row, terms)
    row.save()
    take_step(row, "drafted", by=by, at=at)
    _set_copies(row, addressees, prefers)
    return row.pk


@transaction.atomic
def change_letter(*, letter: int, terms: LetterTerms, revision: int, by: User, at: datetime) -> None:
    """Change the terms of a draft as somebody read it at a revision.

    Errors: `NoSuchLetter`, `LetterStepRefused`, `LetterChanged`, `WithoutName`, `TemplateRefused`.
    """
    row = locked_letter(letter)
    if row.revision != revision:
        raise LetterChanged(row.revision)
    _set(row, terms)
    row.revision += 1
    take_step(row, "changed", by=by, at=at)
    row.save()


@transaction.atomic
def ask_again(
    *, letter: int, addressees: Iterable[Addressee], prefers: Mapping[str, str], by: User, at: datetime
) -> None:
    """Let the States of a draft be those that its audience names now; what was settled for one that stays is kept.

    Errors: `NoSuchLetter`, `LetterStepRefused`.
    """
    row = locked_letter(letter)
    take_step(row, "changed", by=by, at=at)
    _set_copies(row, addressees, prefers)


def set_language(*, letter: int, states: Iterable[str], language: str, by: User, at: datetime) -> None:
    """Write to these States in a language. Errors: `NoSuchLetter`, `NoStateChosen`, `NoSuchCopy`, `LetterStepRefused`."""
    _update(letter, states, by=by, at=at, language=language)


def leave_out(*, letter: int, states: Iterable[str], why: str, by: User, at: datetime) -> None:
    """Do not write to these States.

    Errors: `WithoutReason`, `NoSuchLetter`, `NoStateChosen`, `NoSuchCopy`, `LetterStepRefused`.
    """
    if not why.strip():
        raise WithoutReason
    _update(letter, states, by=by, at=at, left_out=one_line(why)[:300])


def take_in(*, letter: int, states: Iterable[str], by: User, at: datetime) -> None:
    """Write to these States after all. Errors: `NoSuchLetter`, `NoStateChosen`, `NoSuchCopy`, `LetterStepRefused`."""
    _update(letter, states, by=by, at=at, left_out="")


@transaction.atomic
def _update(letter: int, states: Iterable[str], *, by: User, at: datetime, **values: str) -> None:
    row, wanted = locked_letter(letter), set(states)
    if not wanted:
        raise NoStateChosen
    known = set(row.copies.values_list("iso3", flat=True))
    if missing := sorted(wanted - known):
        raise NoSuchCopy(missing[0])
    take_step(row, "changed", by=by, at=at)
    row.copies.filter(iso3__in=wanted).update(**values)


def _set(row: StateLetter, terms: LetterTerms) -> None:
    row.title = one_line(terms.title)[:200]
    if not row.title:
        raise WithoutName
    row.wordings = wordings_json(terms.wordings)
    row.signatory, row.office = one_line(terms.signatory), one_line(terms.office)
    row.dated, row.answer_due_on = terms.dated, terms.answer_due_on
    row.by_email, row.on_paper = terms.by_email, terms.on_paper
    row.audience_id = terms.audience


def _set_copies(row: StateLetter, addressees: Iterable[Addressee], prefers: Mapping[str, str]) -> None:
    wanted = {each.iso3: each for each in addressees}
    row.copies.exclude(iso3__in=wanted).delete()
    known = {copy.iso3: copy for copy in row.copies.all()}
    written = [one["language"] for one in row.wordings]
    first = next(iter(written), "en")
    fresh = []
    for iso3, each in wanted.items():
        concern = each.concern.as_json() if each.concern else {}
        if (copy := known.get(iso3)) is None:
            language = prefers.get(iso3, first)
            language = language if language in written else first
            fresh.append(LetterCopy(letter=row, iso3=iso3, language=language, concern=concern))
        elif copy.concern != concern:
            copy.concern = concern
            copy.save(update_fields=["concern"])
    LetterCopy.objects.bulk_create(fresh)
