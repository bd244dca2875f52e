"""Records, promises and decisions as they stand once somebody confirmed them, for the tests of pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.factories.minutes import TEXT
from tests.factories.rows import AT, new_file, new_user
from tests.web.taken_in import a_document

from corcom.access.models import User
from corcom.followup.actions import Shown, record_action_point, record_decision
from corcom.followup.domain.terms import ActionPointTerms, DecisionTerms
from corcom.kernel.actor import Actor
from corcom.kernel.source import Evidence
from corcom.minutes.actions import accept_findings
from corcom.minutes.models import Reading

TODAY = date(2016, 6, 15)
"""Five days after Zambia's letter of the sample record was due."""

POINT = ActionPointTerms(
    convention="CCM",
    body="Coordination Committee",
    text="circulate the draft letter",
    raised_on=date(2016, 4, 28),
    theme="Universalization",
    due="2016-06-30",
    owners=(Actor("HRV", "Croatia"),),
)
DECISION = DecisionTerms(
    convention="CCM",
    body="Coordination Committee",
    text="meet every month",
    raised_on=date(2016, 4, 28),
    taken_on=date(2016, 4, 28),
)


def hand() -> User:
    """Somebody of the secretariat who confirmed things before anybody looks."""
    return User.objects.filter(username="clerk").first() or new_user(username="clerk", name="Carl Clerk")


def a_meeting(name: str = "minutes.txt", *, left_out: tuple[str, ...] = (), **changes: Any) -> Reading:
    """The sample record of tests/factories/minutes.py, confirmed but for the kinds that are left out."""
    reading = a_document(name, **changes)
    rows = reading.findings.exclude(kind__in=left_out)
    accept_findings(findings=list(rows.values_list("pk", flat=True)), by=hand(), at=AT)
    reading.refresh_from_db()
    return reading


def a_later_meeting(
    words: str = "Croatia said that the draft letter had been circulated.", *, name: str = "june.txt"
) -> Reading:
    """The meeting of 9 June 2016, with these words in its record."""
    text = TEXT.replace("26 May 2016", "9 June 2016").replace("Zambia reported on its visit to Luanda.", words)
    reading = a_document(name, text=text, **_HEAD)
    head = reading.findings.get(kind="meeting")
    accept_findings(findings=[head.pk], by=hand(), at=AT)
    reading.refresh_from_db()
    return reading


_HEAD: dict[str, Any] = {
    "date": "2016-06-09",
    "header": {},
    "chair": None,
    "meeting_number": 5,
    **dict.fromkeys(
        ("attendance", "absences", "agenda", "action_points", "decisions", "mandates", "interventions", "positions"), ()
    ),
    "next_meeting": None,
}


def _shown() -> Shown:
    return Shown(file_id=new_file().pk, evidence=Evidence(start=10, end=24, quote="would circulate"))


def an_action_point(**changes: Any) -> int:
    """One that was promised on 28 April 2016, with other terms where they are given."""
    return record_action_point(terms=replace(POINT, **changes), source=_shown(), by=hand(), at=AT).pk


def a_decision(**changes: Any) -> int:
    """One that was taken on 28 April 2016, with other terms where they are given."""
    return record_decision(terms=replace(DECISION, **changes), source=_shown(), by=hand(), at=AT).pk
