"""How a State stands to a convention on any day, computed from its treaty actions and never stored.

Periods include their first day and exclude their last: a State is bound from `since`, and no more on `until`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, get_args

from corcom.register.domain.treaty_actions import CONFLICTS, CONSENTS, KINDS, SIGNATURES, TreatyAction
from corcom.rulebooks.rules import Joining, Rule

Status = Literal["party", "contracting", "signatory", "withdrawn", "not_party"]
STATUSES: tuple[Status, ...] = get_args(Status)
_ORDER = {kind: number for number, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True)
class Membership:
    """From one consent to be bound to the withdrawal that ends it, if any.

    `since` is the entry into force for the State; None while it cannot be computed, because the convention has not
    entered into force. It may come before `deposited_on`, for a successor State.
    """

    consent: TreatyAction
    deposited_on: date
    since: date | None
    withdrawal: TreatyAction | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the consent is deposited on a day, and no withdrawal has taken effect."""
        return self.deposited_on <= day and (self.until is None or day < self.until)

    def binds_on(self, day: date) -> bool:
        """Whether the convention is in force for the State on a day."""
        return self.since is not None and self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Participation:
    """One State and one convention: its signature, its memberships one after the other, all its actions by day."""

    iso3: str
    signed_on: date | None
    memberships: tuple[Membership, ...]
    actions: tuple[TreatyAction, ...]

    def status_on(self, day: date) -> Status:
        """Where the State stands on a day."""
        for membership in reversed(self.memberships):
            if membership.binds_on(day):
                return "party"
            if membership.holds_on(day):
                return "contracting"
            if membership.until is not None and membership.until <= day:
                return "withdrawn"
        return "signatory" if self.signed_on is not None and self.signed_on <= day else "not_party"

    def since_on(self, day: date) -> date | None:
        """The day from which the status of a day holds; None for a State that never acted."""
        status = self.status_on(day)
        if status == "signatory":
            return self.signed_on
        found = [each for each in self.memberships if _begins(each, status) is not None]
        days = [start for each in found if (start := _begins(each, status)) is not None and start <= day]
        return max(days, default=None)

    def membership_on(self, day: date) -> Membership | None:
        """The membership that a day falls into: bound, or consent deposited."""
        return next((each for each in reversed(self.memberships) if each.binds_on(day) or each.holds_on(day)), None)

    def is_deposited_on(self, day: date) -> bool:
        """Whether the State counts among the States Parties by deposit."""
        return any(each.holds_on(day) for each in self.memberships)

    def is_bound_on(self, day: date) -> bool:
        """Whether the State counts among the States Parties that are bound."""
        return any(each.binds_on(day) for each in self.memberships)

    def has_signed_on(self, day: date) -> bool:
        """Whether it has ever signed by a day."""
        return self.signed_on is not None and self.signed_on <= day


def _begins(membership: Membership, status: Status) -> date | None:
    begins: Mapping[Status, date | None] = {
        "party": membership.since,
        "contracting": membership.deposited_on,
        "withdrawn": membership.until,
    }
    return begins.get(status)


@dataclass(frozen=True, slots=True)
class General:
    """The entry into force in general: the deposit that was needed for it, and the day; None while either is missing."""

    nth_deposit: date | None
    on: date | None


def general_entry_into_force(joining: Joining, actions: Iterable[TreatyAction]) -> General:
    """The entry into force in general, from the first deposit of each State."""
    first: dict[str, date] = {}
    for action in actions:
        if action.kind in CONSENTS:
            first[action.iso3] = min(action.day, first.get(action.iso3, action.day))
    days = sorted(first.values())
    nth = days[joining.deposits - 1] if len(days) >= joining.deposits else None
    return General(nth, joining.general.first_on({"nth_deposit": nth} if nth else {}))


def participation(joining: Joining, general: General, iso3: str, actions: Sequence[TreatyAction]) -> Participation:
    """One State's participation from all its actions under one convention, in whatever order they are given.

    A second consent while the first holds changes nothing; `domain.checks` names it.
    """
    ordered = tuple(sorted(actions, key=_by_day)) if len(actions) > 1 else tuple(actions)
    signed: date | None = None
    found: list[Membership] = []
    for action in ordered:
        if action.kind in SIGNATURES and signed is None:
            signed = action.day
        if action.kind in CONSENTS and (not found or found[-1].withdrawal is not None):
            found.append(Membership(action, action.day, _since(joining, general, action)))
        elif action.kind == "withdrawal" and found and found[-1].withdrawal is None:
            until = withdrawn_on(joining.withdrawal, action, ordered)
            found[-1] = replace(found[-1], withdrawal=action, until=until)
    return Participation(iso3, signed, tuple(found), ordered)


def _by_day(action: TreatyAction) -> tuple[date, int]:
    """Acts of one day stand in the order in which they can follow each other."""
    return action.day, _ORDER[action.kind]


def _since(joining: Joining, general: General, consent: TreatyAction) -> date | None:
    return rule_of(joining, consent).first_on(events_of(general, consent))


def rule_of(joining: Joining, consent: TreatyAction) -> Rule:
    """The rule by which a consent takes effect: a succession by its own, where the depositary names its day."""
    return joining.succession if consent.kind == "succession" and consent.effective_on else joining.state


def events_of(general: General, consent: TreatyAction) -> dict[str, date]:
    """The events of a consent, as the rules count from them."""
    events = {"deposit": consent.day}
    if general.on is not None:
        events["general_entry_into_force"] = general.on
    if consent.effective_on is not None:
        events["succession"] = consent.effective_on
    return events


def withdrawn_on(rule: Rule, notice: TreatyAction, actions: Sequence[TreatyAction]) -> date | None:
    """The day from which a withdrawal has effect: as the depositary names it, else as the rule counts.

    None while an armed conflict goes on before whose end it has none. `actions` are all of the State's, by day.
    """
    if notice.effective_on is not None:
        return notice.effective_on
    events = leaving_events(rule, notice, actions)
    return rule.first_on(events) if events is not None else None


def leaving_events(rule: Rule, notice: TreatyAction, actions: Sequence[TreatyAction]) -> dict[str, date] | None:
    """The events from which a withdrawal counts; None while an armed conflict goes on that delays it.

    What delays it is a conflict in which the State is engaged on the day on which it would else have effect (CCM and APMBC,
    Article 20(3)). That it is follows from a recorded beginning, or from an end that comes next after that day.
    """
    events = {"withdrawal_notice": notice.day}
    expiry = rule.first_on(events)
    if expiry is None or "end_of_conflict" not in rule.shape.waits_for:
        return events
    conflict = [action for action in actions if action.kind in CONFLICTS]
    before = [action.kind for action in conflict if action.day <= expiry]
    after = [action for action in conflict if action.day > expiry]
    if before[-1:] == ["armed_conflict"]:
        end = next((action.day for action in after if action.kind == "end_of_conflict"), None)
        return None if end is None else {**events, "end_of_conflict": end}
    if after and after[0].kind == "end_of_conflict":
        return {**events, "end_of_conflict": after[0].day}
    return events
