"""What a delegation answers to an invitation: whether it takes part, whom it nominates, and until when that may change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from corcom.kernel.folding import folded
from corcom.kernel.languages import LANGUAGES
from corcom.kernel.mail_address import is_mail_address
from corcom.kernel.marked import gettext_noop
from corcom.participation.domain.answer_errors import (
    MOST_PEOPLE,
    DelegationTooLarge,
    DuplicateHeads,
    DuplicateNominee,
    NoAnswer,
    NoHead,
    NoName,
    NoNominee,
    NoSuchAddress,
    NoSuchLanguage,
)

Said = Literal["attends", "apologies", "no_participation"]
SAID: Mapping[Said, str] = {
    "attends": gettext_noop("takes part"),
    "apologies": gettext_noop("sends apologies"),
    "no_participation": gettext_noop("does not take part"),
}
"""Each answer and its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominee:
    """Somebody whom a delegation nominates. `key` stays the same while the rest changes; `languages` are codes."""

    key: str
    name: str
    title: str = ""
    function: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    is_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationAnswer:
    """The answer of one delegation, the head first. People who were named are kept where it does not take part after all."""

    said: Said
    people: tuple[Nominee, ...] = ()
    note: str = ""

    @property
    def nominated(self) -> tuple[Nominee, ...]:
        """Who is to come."""
        return self.people if self.said == "attends" else ()

    @property
    def head(self) -> Nominee | None:
        """The head of the delegation, where it takes part."""
        return next((one for one in self.nominated if one.is_head), None)


def check_answer(answer: DelegationAnswer) -> None:
    """Raise what stands in the way of an answer: a kind of `AnswerRefused`."""
    if answer.said not in get_args(Said):
        raise NoAnswer(answer.said)
    if answer.said != "attends":
        return
    if not answer.people:
        raise NoNominee
    if len(answer.people) > MOST_PEOPLE:
        raise DelegationTooLarge
    for place, one in enumerate(answer.people, start=1):
        _check_person(place, one)
    seen = Counter(same_person(one.name) for one in answer.people)
    if twice := next((one.name for one in answer.people if seen[same_person(one.name)] > 1), ""):
        raise DuplicateNominee(twice)
    heads = tuple(one.name for one in answer.people if one.is_head)
    if not heads:
        raise NoHead
    if len(heads) > 1:
        raise DuplicateHeads(heads)


def _check_person(place: int, one: Nominee) -> None:
    if not one.name.strip():
        raise NoName(place)
    if one.email and not is_mail_address(one.email):
        raise NoSuchAddress(name=one.name, value=one.email)
    for language in one.languages:
        if language not in LANGUAGES:
            raise NoSuchLanguage(name=one.name, language=language)


def same_person(name: str) -> str:
    """What two ways of writing one name have in common: accents, capitals and spaces count for nothing.

    >>> same_person("José  NUÑEZ") == same_person("Jose Nunez")
    True
    """
    return " ".join(folded(name).split())


def may_answer(at: datetime, *, answer_by: date, zone: str) -> bool:
    """Whether it is not later than the last day for answers where the meeting is; a zone is a name such as Europe/Zurich.

    >>> from datetime import UTC
    >>> may_answer(datetime(2016, 5, 26, 22, 30, tzinfo=UTC), answer_by=date(2016, 5, 26), zone="Europe/Zurich")
    False
    """
    return at.astimezone(ZoneInfo(zone)).date() <= answer_by
