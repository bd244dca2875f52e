"""What audiences ask about, from what is recorded."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from corcom.correspondence.domain.audience.facts import AudienceFacts, MeetingTold
from corcom.correspondence.queries.letters_sent import letters_sent
from corcom.mandates.domain.terms import Term
from corcom.mandates.queries import terms
from corcom.meetings.models import Attendance, Meeting
from corcom.obligations.domain.facts import Fact
from corcom.obligations.queries import facts
from corcom.participation.models import DelegationPresence, Invitation
from corcom.register.domain.states import state_codes
from corcom.register.queries import register_of, registers, votes

V = TypeVar("V", Fact, Term)


def audience_facts(*, convention: str = "") -> dict[str, AudienceFacts]:
    """The facts under one convention, or under each that has a rulebook, by its code. Thirteen SQL queries."""
    found = {convention: register_of(convention)} if convention else registers()
    recorded = _by_convention(facts(convention=convention))
    held = _by_convention(terms(convention=convention))
    cast, met, letters = votes(), _meetings(), letters_sent()
    return {
        code: AudienceFacts(
            register=register,
            facts=recorded.get(code, ()),
            votes=cast,
            terms=held.get(code, ()),
            meetings=met.get(code, {}),
            letters=letters,
        )
        for code, register in found.items()
        if register is not None
    }


def _by_convention(found: Iterable[V]) -> dict[str, list[V]]:
    sorted_: dict[str, list[V]] = {}
    for one in found:
        sorted_.setdefault(one.convention, []).append(one)
    return sorted_


def _meetings() -> dict[str, dict[int, MeetingTold]]:
    """The meetings of each convention with who came and who was invited. Four SQL queries."""
    codes = state_codes()
    came = Attendance.objects.filter(status="present", code__in=codes).order_by()
    marked = DelegationPresence.objects.filter(presence="present", code__in=codes).order_by()
    asked = Invitation.objects.filter(withdrawn_at=None, code__in=codes).order_by()
    attended = _sets([*came.values_list("meeting", "code"), *marked.values_list("plan__meeting", "code")])
    invited = _sets(asked.values_list("plan__meeting", "code"))
    found: dict[str, dict[int, MeetingTold]] = {}
    for number, convention, body, starts_on in Meeting.objects.order_by("starts_on", "id").values_list(
        "pk", "convention", "body", "starts_on"
    ):
        told = MeetingTold(name=body, starts_on=starts_on)
        found.setdefault(convention, {})[number] = replace(
            told, attended=attended.get(number, frozenset()), invited=invited.get(number, frozenset())
        )
    return found


K = TypeVar("K", bound=Hashable)


def _sets(pairs: Iterable[tuple[K, str]]) -> Mapping[K, frozenset[str]]:
    found: dict[K, set[str]] = {}
    for key, code in pairs:
        found.setdefault(key, set()).add(code)
    return {key: frozenset(codes) for key, codes in found.items()}
