"""Questions about States, and the facts that come with CorCom to ask them of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from tests.factories.treaties import book_of

from corcom.correspondence.domain.audience.facts import AudienceFacts
from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.correspondence.domain.audience.question_json import read_question
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.obligations.domain.facts import Fact
from corcom.register.domain.registered import register_from
from corcom.register.domain.treaty_action_rows import packaged_actions
from corcom.register.domain.votes import packaged_votes

THAT_DAY = date(2016, 4, 28)
CCM = AudienceFacts(
    register=register_from(book_of("CCM"), packaged_actions()),
    facts=[fact for fact in packaged_facts() if fact.convention == "CCM"],
    votes=packaged_votes(),
)

USUAL: Mapping[str, dict[str, Any]] = {
    "report": {"report": "initial-report", "period": "any", "statuses": ["unknown"], "distance": None},
    "deadline": {"obligation": "stockpile-destruction", "statuses": ["due", "extended"], "distance": None},
    "standing": {"standings": ["party"]},
    "vote": {"resolution": "last", "sides": ["yes"]},
    "regional_group": {"groups": ["African"]},
    "named_group": {"groups": ["EU"]},
    "office": {"office": "", "theme": ""},
    "meeting": {"meeting": 7, "how": "attended"},
    "letter": {"letter": "last", "how": "answered"},
    "states": {"states": ["NOR", "ZMB"]},
}
"""A criterion of every kind."""


def criterion(kind: str, *, turned: bool = False, **changes: Any) -> dict[str, Any]:
    """One criterion as plain values, as usual unless said otherwise."""
    return {"kind": kind, "turned": turned, **USUAL[kind], **changes}


def question(*criteria: dict[str, Any], convention: str = "CCM") -> AudienceQuestion:
    return read_question({"convention": convention, "criteria": list(criteria)})


def with_facts(*facts: Fact, **changes: Any) -> AudienceFacts:
    """The facts that come with CorCom, and these."""
    return replace(CCM, facts=[*CCM.facts, *facts], **changes)
