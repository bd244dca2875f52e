from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.app.minutes.conftest import Find, Read
from tests.factories.minutes import TEXT, a_reading
from tests.factories.minutes import words as words_of
from tests.factories.rows import AT, new_file

from corcom.access.models import User
from corcom.followup.queries import action_points
from corcom.minutes.actions import accept_finding, accept_findings, edit_finding, reject_finding, undo_verdict
from corcom.minutes.domain import reading as typed
from corcom.minutes.models import Finding
from corcom.minutes.queries import (
    NoSuchPassage,
    actors,
    confirmations,
    confirmations_behind,
    later_passages,
    meetings_list,
    passage_at,
    question_page,
    questions,
    remarks,
)

ASKED: dict[str, Any] = {
    "convention": "CCM",
    "body": "Coordination Committee",
    "since": date(2016, 4, 28),
    "until": date(2016, 12, 31),
}


def found(words: str, **changes: Any) -> list[str]:
    return [one.evidence.quote for one in later_passages(**{**ASKED, **changes}, words=words)]


@pytest.fixture
def recorded(read: Read, find: Find, officer: User) -> Finding:
    """The head of the sample record, accepted."""
    read()
    row = find("meeting")
    accept_finding(finding=row.pk, by=officer, at=AT)
    return row


def test_sentences_of_later_records_are_found_by_their_words(recorded: Finding) -> None:
    assert found("LUANDA visit") == ["Zambia reported on its visit to Luanda."]
    assert found("Zambia") == [
        "Universalization (Ecuador and Zambia)",
        "Zambia reported on its visit to Luanda.",
        "Action point: Zambia to send a letter to Angola by 10 June 2016.",
    ]
    assert found("zambia", size=1) == ["Universalization (Ecuador and Zambia)"]
    assert (found("unicorn"), found("  "), found("%")) == ([], [], [])


def test_only_later_meetings_of_the_body_up_to_the_day_are_looked_through(recorded: Finding) -> None:
    assert found("Luanda", since=date(2016, 5, 26)) == []
    assert found("Luanda", until=date(2016, 5, 25)) == []
    assert found("Luanda", body="Bureau") == []
    assert found("Luanda", convention="APMBC") == []


def test_accents_do_not_count(read: Read, officer: User) -> None:
    text = TEXT.replace("Zambia reported on its visit to Luanda.", "Côte d’Ivoire reported on São Tomé.")
    reading = read(file=new_file(), text=text, found=a_reading(interventions=())).reading
    head = reading.findings.get(kind="meeting")
    accept_finding(finding=head.pk, by=officer, at=AT)
    assert found("cote sao TOMÉ") == ["Côte d’Ivoire reported on São Tomé."]


def test_a_search_costs_one_query_and_so_does_a_place(recorded: Finding, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        (passage,) = later_passages(**ASKED, words="Luanda")
    with django_assert_num_queries(1):
        again = passage_at(file=passage.file_id, start=passage.evidence.start, end=passage.evidence.end)
    recorded.reading.refresh_from_db()
    assert (again, again.meeting_id) == (passage, recorded.reading.meeting_id)


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (9, 3), (0, 10_000), (0, 601)])
def test_a_place_that_holds_no_words_is_refused(recorded: Finding, start: int, end: int) -> None:
    with pytest.raises(NoSuchPassage):
        passage_at(file=recorded.reading.file_id, start=start, end=end)
    with pytest.raises(NoSuchPassage):
        passage_at(file=0, start=0, end=5)


def test_who_confirmed_it_is_who_gave_the_verdict_that_stands(read: Read, find: Find, officer: User) -> None:
    read()
    row = find("action_point")
    accept_finding(finding=row.pk, by=officer, at=AT)
    edit_finding(finding=row.pk, payload={"text": "write to Angola"}, by=officer, at=AT.replace(day=9))
    found = confirmations(findings=[row.pk])[row.pk]
    assert (found.by, found.at, found.replaced) == (officer.name, AT.replace(day=9), "send a letter to Angola")
    undo_verdict(finding=row.pk, by=officer, at=AT.replace(day=10))
    found = confirmations(findings=[row.pk])[row.pk]
    assert (found.at, found.replaced) == (AT, "")
    undo_verdict(finding=row.pk, by=officer, at=AT.replace(day=10))
    assert confirmations(findings=[row.pk])[row.pk].by == ""


@pytest.mark.parametrize("kinds", [("action_point",), ("action_point", "agenda_item", "attendance")])
def test_what_stands_behind_facts_costs_two_queries(
    read: Read, officer: User, kinds: tuple[str, ...], django_assert_num_queries: Any
) -> None:
    read()
    rows = list(Finding.objects.filter(kind__in=kinds).values_list("pk", flat=True))
    accept_findings(findings=rows, by=officer, at=AT)
    with django_assert_num_queries(2):
        assert sorted(confirmations(findings=rows)) == sorted(rows)
    numbers = [point.ref.number for point in action_points(day=date(2016, 6, 1))]
    with django_assert_num_queries(2):
        behind = confirmations_behind(kind="action_point", numbers=numbers)
    assert sorted(behind) == sorted(numbers)
    assert {one.evidence.quote for one in behind.values()} == {
        "Zambia to send a letter to Angola by 10 June 2016.",
        "The ISU had posted the calendar, as promised.",
    }


def test_what_cannot_be_right_is_told_until_somebody_says_that_it_can(
    read: Read, find: Find, officer: User, django_assert_num_queries: Any
) -> None:
    slip = typed.Caution(text="2016-05-26 is not a Friday", evidence=words_of("26 May 2016"))
    read(found=a_reading(warnings=(slip,)))
    accept_finding(finding=find("meeting").pk, by=officer, at=AT)
    meeting = find("meeting").reading.meeting_id
    assert meeting is not None
    with django_assert_num_queries(2):
        told = remarks(meeting=meeting)
    assert [one.item.text for one in told] == ["2016-05-26 is not a Friday"]
    reject_finding(finding=find("warning").pk, by=officer, at=AT)
    assert remarks(meeting=meeting) == ()


def test_nothing_counts_before_the_day_of_its_meeting(read: Read, officer: User) -> None:
    reading = read().reading
    rows = list(reading.findings.values_list("pk", flat=True))
    accept_findings(findings=rows, by=officer, at=AT)
    before, on = date(2016, 5, 25), date(2016, 5, 26)
    assert (actors(day=before), questions(day=before), meetings_list(until=before)) == ([], [], [])
    (asked,) = questions(day=on)
    assert asked.stances == {"for": 1, "undecided": 1}
    assert question_page(number=asked.id, day=before).positions == ()
    assert len(question_page(number=asked.id, day=on).positions) == 2
    counts = {line.actor.code: (line.said, line.stood) for line in actors(day=on)}
    assert (counts["ZMB"], counts["NOR"], counts["ECU"]) == ((1, 0), (0, 1), (0, 0))
    assert len(meetings_list(until=on)) == 1
