"""The answers to a questionnaire put together, as of a moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from corcom.questionnaires.domain.answers_given import AnswerGiven
from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.domain.collation import collated
from corcom.questionnaires.domain.collation_told import AskedLine, Collation
from corcom.questionnaires.domain.questionnaire_told import AskedTold, QuestionnaireTold
from corcom.questionnaires.domain.quoting import quotes_unnamed, strictest
from corcom.questionnaires.domain.told_to_all import last_by, told_to_all_at
from corcom.questionnaires.queries.asked import asked_states
from corcom.questionnaires.queries.questionnaires import closings_of
from corcom.register.domain.regional_groups import regional_group_on


def collation_of(found: QuestionnaireTold, *, at: datetime, language: str) -> Collation | None:
    """All that was handed in by the moment `at`, in a language; None before it was opened. Three SQL queries.

    With every total: for those who see the answer of each State.
    """
    if found.opened_at is None or at < found.opened_at:
        return None
    is_open = found.may_grow(at)
    return _collation(found, _told(found.number), at=at, language=language, is_open=is_open, whole=True)


def collation_for_all(found: QuestionnaireTold, *, at: datetime, language: str) -> Collation | None:
    """What is told of the answers now (`at`) to those who may not see the answer of one State; None before it was opened.

    As of a moment at which it was closed; before it ever was, as of now and without the totals that would tell too much. See
    `domain/told_to_all.py`. Four SQL queries.
    """
    if found.opened_at is None or at < found.opened_at:
        return None
    told = _told(found.number)
    closed = told_to_all_at(closings_of(number=found.number), [versions for _, versions in told])
    if closed is None:
        return _collation(found, told, at=at, language=language, is_open=True)
    later = sum(any(each.at > closed for each in versions) for _, versions in told)
    return replace(_collation(found, told, at=closed, language=language, is_open=False), came_later=later)


def _told(number: int) -> list[tuple[AskedTold, list[AnswerGiven]]]:
    """Every State that is asked, with the versions of its answer, the first one first."""
    return [
        (
            one,
            [
                AnswerGiven(iso3=one.iso3, quoting=each.quoting, answers=each.answers, at=each.at)
                for each in one.versions
            ],
        )
        for one in asked_states(number=number)
    ]


def _collation(
    found: QuestionnaireTold,
    told: Sequence[tuple[AskedTold, Sequence[AnswerGiven]]],
    *,
    at: datetime,
    language: str,
    is_open: bool,
    whole: bool = False,
) -> Collation:
    by_then = [(one, last_by(versions, at), versions) for one, versions in told]
    lines = [_line(one, last, at) for one, last, _ in by_then if last or one.link.made_at <= at]
    given = [_as_allowed_now(last, versions) for _, last, versions in by_then if last]
    form = as_form(found.form, language)
    return Collation(
        number=found.number,
        convention=found.convention,
        title=form.name,
        opened_at=found.opened_at or at,
        closes_at=found.closes_at or at,
        at=at,
        asked=tuple(lines),
        unnamed=sum(each.quoting != "by_name" for each in given),
        quotes_unnamed=quotes_unnamed((each.quoting for each in given), is_open=is_open),
        is_open=is_open,
        parts=collated(form, given, is_open=is_open, whole=whole),
    )


def _as_allowed_now(last: AnswerGiven, versions: Sequence[AnswerGiven]) -> AnswerGiven:
    """An answer of an earlier moment may not be used otherwise than the State allows now."""
    return replace(last, quoting=strictest(last.quoting, versions[-1].quoting))


def _line(one: AskedTold, last: AnswerGiven | None, at: datetime) -> AskedLine:
    group = regional_group_on(one.iso3, at.date())
    return AskedLine(iso3=one.iso3, group=group.group if group else "", answered_at=last.at if last else None)
