"""The demonstration's committee of today: made-up terms, people and a meeting ahead, so that rights have something to follow.

The people are invented, and so is who holds what: each term says so where it says its source.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from corcom.access.queries import account_named
from corcom.directory.actions import record_entries, record_entry
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry, Person
from corcom.directory.queries import people
from corcom.management.demonstration.accounts import COORDINATOR, OFFICER, PRESIDENT
from corcom.mandates.actions import record_person_in_office, record_terms
from corcom.mandates.domain.acting import PersonActing
from corcom.mandates.domain.terms import Term
from corcom.mandates.queries import terms
from corcom.meetings.actions import schedule_meeting
from corcom.meetings.domain.plan import Plan
from corcom.meetings.queries import planned_ahead

MADE_UP = "made up for this demonstration"
BEFORE, AFTER = timedelta(days=200), timedelta(days=165)
"""How far the made-up terms reach back and ahead."""
AHEAD = timedelta(days=21)

_SEATS = (
    ("president", "", "CHE"),
    ("coordinator", "universalization", "CHL"),
    ("coordinator", "universalization", "PHL"),
    ("coordinator", "victim-assistance", "MEX"),
    ("coordinator", "clearance", "LBN"),
    ("coordinator", "general-status", "ZMB"),
    ("coordinator", "stockpile-destruction", "MOZ"),
    ("coordinator", "cooperation", "MNE"),
    ("coordinator", "transparency", "IRQ"),
    ("coordinator", "national-implementation", "NZL"),
    ("working-group-member", "victim-assistance", "ESP"),
    ("friend-of-the-president", "universalization", "NLD"),
    ("observer", "", "cmc"),
    ("observer", "", "icrc"),
)
_PEOPLE: tuple[tuple[str, str, str, str, tuple[str, ...], str], ...] = (
    ("H.E. Ms.", PRESIDENT, "CHE", "Permanent Representative", ("fr", "en"), "petra.muster"),
    ("Mr.", COORDINATOR, "CHL", "Counsellor", ("es", "en"), "julio.ejemplo"),
    ("Ms.", "Maria Halimbawa", "PHL", "First Secretary", ("en",), "maria.halimbawa"),
    ("Mr.", "Sami Mithal", "LBN", "Second Secretary", ("ar", "fr"), "sami.mithal"),
    ("Ms.", "Sam Sample", "cmc", "Policy adviser", ("en",), "sam.sample"),
)


def open_the_committee(*, today: date, at: datetime) -> dict[str, int]:
    """Record the made-up terms and people, where there are none; gives the number of each person by name."""
    if not any(term.source == MADE_UP for term in terms(convention="CCM")):
        record_terms(found=[_term(*seat, today) for seat in _SEATS], at=at, by=OFFICER)
    if not people(day=today):
        for one in _PEOPLE:
            record_entry(entry=_person(*one, today), at=at, by=OFFICER)
        record_entries(entries=[_mission("CHE"), _mission("CHL")], at=at, by=OFFICER)
        _name_who_acts(today=today, at=at)
    return {each.person.name: each.person.number for each in people(day=today)}


def _name_who_acts(*, today: date, at: datetime) -> None:
    """Say of each made-up seat which of the invented people acts for its holder."""
    of_delegation = {one.delegation: each.person.number for each in people(day=today) for one in each.represents}
    for office, theme, holder in _SEATS:
        if holder in of_delegation:
            acting = PersonActing(
                convention="CCM",
                office=office,
                theme=theme,
                holder=holder,
                person=of_delegation[holder],
                since=today - BEFORE,
                source=MADE_UP,
            )
            record_person_in_office(acting=acting, at=at, by=OFFICER)


def plan_the_next_meeting(*, today: date, at: datetime) -> date | None:
    """Plan the committee's next meeting, whose agenda fills itself from what is open; None where one is planned."""
    officer = account_named(username=OFFICER)
    if officer is None or planned_ahead(day=today, convention="CCM"):
        return None
    on = today + AHEAD
    on += timedelta(days=max(0, 7 - on.weekday()) if on.weekday() > 4 else 0)
    plan = Plan(
        convention="CCM",
        body="Coordination Committee",
        kind="coordination_committee",
        starts_on=on,
        ends_on=on,
        start_time="10:00",
        end_time="11:30",
        zone="Europe/Zurich",
        place="Palais des Nations, Geneva",
        languages=("en", "fr"),
    )
    schedule_meeting(plan=plan, by=officer, at=at)
    return on


def _term(office: str, theme: str, holder: str, today: date) -> Term:
    return Term(
        convention="CCM",
        office=office,
        theme=theme,
        holder=holder,
        since=(today - BEFORE).isoformat(),
        until=(today + AFTER).isoformat(),
        source=MADE_UP,
        certainty="doubtful",
        note="no State was asked",
    )


def _person(
    title: str, name: str, delegation: str, function: str, languages: tuple[str, ...], address: str, today: date
) -> Entry:
    return Entry(
        person=Person(name=name, title=title, languages=languages, note="Invented for this demonstration."),
        affiliations=(Affiliation(delegation=delegation, function=function, since=today - BEFORE),),
        contacts=(ContactPoint(value=f"{address}@example.org", purpose="invitations", convention="CCM"),),
    )


def _mission(delegation: str) -> Entry:
    return Entry(
        person=None,
        affiliations=(Affiliation(delegation=delegation),),
        contacts=(ContactPoint(value=f"mission.{delegation.lower()}@example.org", public=True),),
    )
