from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.factories.rows import AT, new_file, new_user

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.followup.actions import Shown, record_action_point, record_decision
from corcom.followup.domain.commitment import Ref
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence

POINT = ActionPointTerms(
    convention="CCM",
    body="Coordination Committee",
    text="circulate the draft letter",
    raised_on=date(2016, 4, 28),
    theme="Universalization",
    agenda="5.2 Universalization",
    due="2016-05-17",
    due_text="by 17 May",
    owners=(Actor("HRV", "Croatia"), Actor("office:president", "President")),
)
DECISION = DecisionTerms(
    convention="CCM",
    body="Coordination Committee",
    text="meet every month",
    raised_on=date(2016, 4, 28),
    taken_on=date(2016, 4, 28),
    owners=(Actor("office:president", "President"),),
)

Promise = Callable[..., Ref]


@pytest.fixture
def officer() -> User:
    return new_user()


@pytest.fixture
def file() -> StoredFile:
    return new_file()


@pytest.fixture
def shown(file: StoredFile) -> Shown:
    return Shown(file_id=file.pk, evidence=Evidence(start=10, end=24, quote="would circulate"))


@pytest.fixture
def promise(officer: User, shown: Shown) -> Promise:
    """Record an action point, with other terms where they are given."""

    def record(**changes: Any) -> Ref:
        terms = replace(POINT, **changes)
        return Ref("action_point", record_action_point(terms=terms, source=shown, by=officer, at=AT).pk)

    return record


@pytest.fixture
def decide(officer: User, shown: Shown) -> Promise:
    """Record a decision, with other terms where they are given."""

    def record(**changes: Any) -> Ref:
        terms = replace(DECISION, **changes)
        return Ref("decision", record_decision(terms=terms, source=shown, by=officer, at=AT).pk)

    return record
