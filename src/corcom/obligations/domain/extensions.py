"""Extension requests: from the request to the analysis, the decision and the new deadline, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.kernel.calendar import add_months
from corcom.obligations.domain.facts import Fact
from corcom.rulebooks.rules import Extension

Outcome = Literal["asked", "analysed", "granted", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionRequest:
    """One request. `of` is the deadline it is to extend; `until` the one that was granted, else the one asked for.

    `ask_by` is the last day on which it could be asked for in time, where the meeting that decides is known; `too_late` says
    that it came after that day, or after the deadline itself. `too_long` says that what was granted is more than the convention allows at a time.
    """

    of: date
    outcome: Outcome
    until: date | None
    asked: Fact | None
    analysed: Fact | None
    decided: Fact | None
    ask_by: date | None
    too_late: bool
    too_long: bool


def requests(
    facts: Sequence[Fact], *, original: date, rule: Extension | None, meetings: dict[str, date], day: date
) -> tuple[ExtensionRequest, ...]:
    """The chain of requests as it stood on a day; each extends the deadline that the one before it left.

    `facts` are in the order of their days; `meetings` gives the first day of each meeting by code.
    """
    found: list[ExtensionRequest] = []
    deadline, asked, analysed = original, None, None
    for fact in _in_order(facts, original) if rule is not None else ():
        if not fact.is_known_on(day, deadline):
            continue
        if fact.kind == "asked":
            if asked is not None:
                found.append(_request(deadline, asked, analysed, None, rule, meetings))
            asked, analysed = fact, None
        elif fact.kind == "analysed":
            analysed = fact
        else:
            found.append(_request(deadline, asked, analysed, fact, rule, meetings))
            asked, analysed = None, None
            if fact.kind == "granted" and fact.until is not None:
                deadline = max(deadline, fact.until)
    if asked is not None:
        found.append(_request(deadline, asked, analysed, None, rule, meetings))
    return tuple(found)


def _in_order(facts: Sequence[Fact], original: date) -> list[Fact]:
    """By day; a grant that nobody dated stands on the deadline that it extended, before which it must have been given."""
    steps = [fact for fact in facts if fact.kind in {"asked", "analysed", "granted", "refused"}]
    undated = sorted((fact for fact in steps if not fact.on), key=lambda fact: fact.until or date.max)
    extended = [original, *(fact.until or date.max for fact in undated)]
    days = {id(fact): deadline for fact, deadline in zip(undated, extended, strict=False)}
    return sorted(steps, key=lambda fact: fact.last_day or days[id(fact)])


def _request(
    of: date,
    asked: Fact | None,
    analysed: Fact | None,
    decided: Fact | None,
    rule: Extension | None,
    meetings: dict[str, date],
) -> ExtensionRequest:
    code = next((fact.meeting for fact in (decided, asked) if fact is not None and fact.meeting), "")
    meeting = meetings.get(code)
    ask_by = rule.asked.on({"meeting": meeting}) if rule is not None and meeting is not None else None
    arrived = asked.first_day if asked is not None else None
    granted = decided.until if decided is not None and decided.kind == "granted" else None
    outcome: Outcome = "asked"
    if decided is not None:
        outcome = "granted" if decided.kind == "granted" else "refused"
    elif analysed is not None:
        outcome = "analysed"
    return ExtensionRequest(
        of=of,
        outcome=outcome,
        until=granted or (asked.until if asked is not None else None),
        asked=asked,
        analysed=analysed,
        decided=decided,
        ask_by=ask_by,
        too_late=arrived is not None and arrived > min(ask_by or of, of),
        too_long=rule is not None and granted is not None and granted > add_months(of, 12 * rule.years),
    )
