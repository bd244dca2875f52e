"""As of which moment the answers together are told to those who may not see the answer of one State.

Totals of two moments tell by their difference the answer of whoever answered in between. So totals are told as of a moment at
which the questionnaire was closed by hand, and as of a later one only where, at every question, nobody or enough others
(`quoting.FEWEST_UNNAMED`) changed what is not quoted by name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from corcom.questionnaires.domain.answers_given import AnswerGiven
from corcom.questionnaires.domain.quoting import FEWEST_UNNAMED

Place = tuple[str, str]
"""A question, by the number of its part and its code."""


def told_to_all_at(closings: Iterable[datetime], states: Sequence[Sequence[AnswerGiven]]) -> datetime | None:
    """The moment as of which the answers are told; None before it was closed for the first time.

    `closings`: when it was closed by hand; it may have been opened again in between. `states`: of each State every version of
    its answer, the first one first.
    """
    told: list[datetime] = []
    for closing in sorted(closings):
        if all(_told_nothing(states, before) or _tells_nobody(states, before, closing) for before in told):
            told.append(closing)
    return told[-1] if told else None


def last_by(versions: Sequence[AnswerGiven], moment: datetime) -> AnswerGiven | None:
    """The version that counted at a moment."""
    return next((each for each in reversed(versions) if each.at <= moment), None)


def _told_nothing(states: Sequence[Sequence[AnswerGiven]], moment: datetime) -> bool:
    """Whether so few were not quoted by name that nothing was told of what they said."""
    found = [last for versions in states if (last := last_by(versions, moment))]
    return sum(each.quoting != "by_name" for each in found) < FEWEST_UNNAMED


def _tells_nobody(states: Sequence[Sequence[AnswerGiven]], before: datetime, after: datetime) -> bool:
    changed = Counter(place for versions in states for place in _changed(versions, before, after))
    return all(count >= FEWEST_UNNAMED for count in changed.values())


def _changed(versions: Sequence[AnswerGiven], before: datetime, after: datetime) -> Iterator[Place]:
    """The questions at which a State says something else, where it did not or does not allow its name with it."""
    then, now = last_by(versions, before), last_by(versions, after)
    if now is None or now is then or {each.quoting for each in (then, now) if each} == {"by_name"}:
        return
    was, says = _said(then) if then else {}, _said(now)
    yield from (place for place in {**was, **says} if was.get(place) != says.get(place))


def _said(one: AnswerGiven) -> dict[Place, object]:
    """Each answer with how it may be quoted, by its question."""
    return {
        (part, code): (one.quoting, value)
        for part, answer in one.answers.items()
        for code, value in answer.values.items()
        if value
    }
