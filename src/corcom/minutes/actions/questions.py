"""Open questions: found by their wording, renamed, and joined where two wordings ask the same."""

from __future__ import annotations

from django.db import transaction

from corcom.kernel.errors import CorcomError
from corcom.kernel.folding import folded
from corcom.minutes.models import Finding, Question, QuestionName
from corcom.minutes.queries.errors import NoSuchQuestion


class MergedIntoItself(CorcomError):
    """A question cannot be joined to itself (`number`)."""

    def __init__(self, number: int) -> None:
        super().__init__(f"question {number} cannot be joined to itself")
        self.number = number


class WithoutTitle(CorcomError):
    """A question needs a title."""


@transaction.atomic
def question_worded(*, convention: str, wording: str) -> Question:
    """The question that goes by this wording; made if nobody has asked it before."""
    words = folded(wording)[:500]
    known = QuestionName.objects.filter(convention=convention, wording=words).select_related("question").first()
    if known is not None:
        return known.question
    question = Question.objects.create(convention=convention, title=wording.strip()[:500])
    QuestionName.objects.create(convention=convention, wording=words, question=question)
    return question


@transaction.atomic
def rename_question(*, question: int, title: str) -> None:
    """Call a question by a better title; the wordings of the texts still find it.

    Errors: `NoSuchQuestion`, `WithoutTitle`.
    """
    row = _locked(question)
    if not title.strip():
        raise WithoutTitle
    row.title = title.strip()[:500]
    row.save(update_fields=["title"])


@transaction.atomic
def merge_questions(*, keep: int, other: int) -> None:
    """Join `other` to `keep`: its positions and its wordings belong to `keep` from now on.

    Errors: `NoSuchQuestion`, `MergedIntoItself`.
    """
    if keep == other:
        raise MergedIntoItself(keep)
    kept, joined = _locked(keep), _locked(other)
    if kept.merged_into_id == joined.pk:
        raise MergedIntoItself(keep)
    Finding.objects.filter(question=joined).update(question=kept)
    QuestionName.objects.filter(question=joined).update(question=kept)
    Question.objects.filter(merged_into=joined).update(merged_into=kept)
    joined.merged_into = kept
    joined.save(update_fields=["merged_into"])


def _locked(number: int) -> Question:
    row = Question.objects.select_for_update().filter(pk=number).first()
    if row is None:
        raise NoSuchQuestion(number)
    return row
