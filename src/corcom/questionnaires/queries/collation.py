"""The answers to a questionnaire put together, as of a moment."""

from __future__ import annotations

from datetime import datetime

from corcom.questionnaires.domain.answers_given import AnswerGiven
from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.domain.collation import collated
from corcom.questionnaires.domain.collation_told import AskedLine, Collation
from corcom.questionnaires.domain.questionnaire_told import AnswerTold, AskedTold, QuestionnaireTold
from corcom.questionnaires.domain.quoting import Quoting, quotes_unnamed, strictest
from corcom.questionnaires.queries.asked import asked_states
from corcom.register.domain.regional_groups import regional_group_on


def collation_of(found: QuestionnaireTold, *, at: datetime, language: str) -> Collation | None:
    """What was handed in by the moment `at`, in a language; None before it was opened. Three SQL queries."""
    if found.opened_at is None or found.closes_at is None or at < found.opened_at:
        return None
    told = [
        (one, _last(one, at)) for one in asked_states(number=found.number) if one.link.made_at <= at or _last(one, at)
    ]
    given = [
        AnswerGiven(iso3=one.iso3, quoting=_quoting(one, last), answers=last.answers, at=last.at)
        for one, last in told
        if last
    ]
    form, is_open = as_form(found.form, language), found.state(at) == "open"
    return Collation(
        number=found.number,
        convention=found.convention,
        title=form.name,
        opened_at=found.opened_at,
        closes_at=found.closes_at,
        at=at,
        asked=tuple(_counted(one, last, at) for one, last in told),
        unnamed=sum(each.quoting != "by_name" for each in given),
        quotes_unnamed=quotes_unnamed((each.quoting for each in given), is_open=is_open),
        is_open=is_open,
        parts=collated(form, given, is_open=is_open),
    )


def _last(one: AskedTold, at: datetime) -> AnswerTold | None:
    """The version that counted at a moment."""
    return next((each for each in reversed(one.versions) if each.at <= at), None)


def _quoting(one: AskedTold, last: AnswerTold) -> Quoting:
    """How an answer of an earlier day may be used: not more than the State allows now."""
    return strictest(last.quoting, *(each.quoting for each in one.versions[-1:]))


def _counted(one: AskedTold, last: AnswerTold | None, at: datetime) -> AskedLine:
    group = regional_group_on(one.iso3, at.date())
    return AskedLine(iso3=one.iso3, group=group.group if group else "", answered_at=last.at if last else None)
