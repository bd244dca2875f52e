"""Putting an open questionnaire to States: each gets a link of its own. Sending them is another step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from corcom.access.actions import NoSuchLink, give_link, withdraw_link
from corcom.access.models import User
from corcom.questionnaires.actions.drafting import locked_questionnaire
from corcom.questionnaires.actions.errors import NobodyToAsk, NoSuchQuestionnaire, NotAsked, NotNow
from corcom.questionnaires.models import AskedState, Questionnaire, QuestionnaireStep
from corcom.questionnaires.queries.links import PURPOSE, subject_of
from corcom.questionnaires.queries.reading import state_of
from corcom.register.domain.states import state_codes

READABLE = timedelta(days=180)
"""For how long after the last moment for answers a State can read by its link what it handed in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """A State to ask; `address` may be empty, `language` is one of the questionnaire's."""

    iso3: str
    address: str = ""
    language: str


@transaction.atomic
def ask_states(*, number: int, states: Sequence[ToAsk], by: User, at: datetime) -> int:
    """Put the questionnaire to these States; those that were asked before stay as they are. Gives how many are new.

    Errors: `NoSuchQuestionnaire`, `NotNow`, `NobodyToAsk`, `NotAsked` (no State of the register, or a language that it has not).
    """
    row = locked_questionnaire(number)
    if (state := state_of(row, at)) != "open":
        raise NotNow(state)
    known = set(row.asked.values_list("iso3", flat=True))
    new = {one.iso3: one for one in states if one.iso3 not in known}
    if not new:
        raise NobodyToAsk
    for one in new.values():
        if one.iso3 not in state_codes():
            raise NotAsked(one.iso3)
        if one.language not in row.form["languages"]:
            raise NotAsked(one.language)
        AskedState.objects.create(
            questionnaire=row,
            iso3=one.iso3,
            address=one.address[:320],
            language=one.language,
            link_id=_give(row, one.iso3, by=by, at=at),
        )
    QuestionnaireStep.objects.create(questionnaire=row, kind="asked", at=at, by=by, count=len(new))
    return len(new)


@transaction.atomic
def add_addresses(*, number: int, addresses: Mapping[str, str], by: User, at: datetime) -> int:
    """Note where States are reached that had no address when they were asked, by their codes; gives how many.

    Errors: `NoSuchQuestionnaire`.
    """
    row = locked_questionnaire(number)
    found = [one for one in row.asked.filter(address="") if addresses.get(one.iso3)]
    for one in found:
        one.address = addresses[one.iso3][:320]
        one.save(update_fields=["address"])
    if found:
        QuestionnaireStep.objects.create(questionnaire=row, kind="addresses", at=at, by=by, count=len(found))
    return len(found)


@transaction.atomic
def renew_link(*, number: int, iso3: str, by: User, at: datetime) -> None:
    """Give a State another link; the one before opens nothing any more. What was written and handed in stays.

    Errors: `NoSuchQuestionnaire`, `NotAsked`.
    """
    row = locked_asked(number, iso3)
    before = row.link_id
    row.link_id = _give(row.questionnaire, iso3, by=by, at=at)
    # The letter with the old link is worth nothing, so that another may be prepared.
    row.invited_at = row.reminded_at = None
    row.save()
    try:
        withdraw_link(number=before, by=by, at=at)
    except NoSuchLink:
        # Somebody withdrew it before.
        return


@transaction.atomic
def withdraw_asked_link(*, number: int, iso3: str, by: User, at: datetime) -> None:
    """Make the link of a State open nothing any more. Errors: `NoSuchQuestionnaire`, `NotAsked`, `NoSuchLink`."""
    withdraw_link(number=locked_asked(number, iso3).link_id, by=by, at=at)


def locked_asked(number: int, iso3: str) -> AskedState:
    """A State that is asked, locked. Errors: `NoSuchQuestionnaire`, `NotAsked`."""
    rows = AskedState.objects.select_for_update(of=("self",)).select_related("questionnaire", "link")
    row = rows.filter(questionnaire=number, iso3=iso3).first()
    if row is None and not Questionnaire.objects.filter(pk=number).exists():
        raise NoSuchQuestionnaire(number)
    if row is None:
        raise NotAsked(iso3)
    return row


def _give(row: Questionnaire, iso3: str, *, by: User, at: datetime) -> int:
    ends_at = max(row.closes_at or at, at) + READABLE
    return give_link(purpose=PURPOSE, subject=subject_of(row.pk), party=iso3, ends_at=ends_at, by=by, at=at).number
