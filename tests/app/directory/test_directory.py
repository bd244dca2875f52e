"""The directory on both engines: recording, changing, merging and taking a merge back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries
from tests.factories.people import ANA, BO, MISSION
from tests.factories.rows import AT

from corcom.directory.actions import (
    CannotUndo,
    MergedWithItself,
    NoSuchEntry,
    change_person,
    end_affiliation,
    merge_people,
    record_affiliation,
    record_contact,
    record_entries,
    record_entry,
    undo_merge,
    withdraw_contact,
)
from corcom.directory.domain.letter_addresses import LetterAddress
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry, EntryRefused, Person
from corcom.directory.models import DirectoryContact, DirectoryPerson
from corcom.directory.queries import (
    NoSuchPerson,
    contact_points,
    delegation_entry,
    letter_addresses_of,
    people,
    person_entry,
    possible_duplicates,
    steps,
)

pytestmark = pytest.mark.django_db
DAY = date(2016, 6, 1)
LATER = AT + timedelta(days=1)


def names(*, words: str = "", delegation: str = "", day: date = DAY) -> list[str]:
    return [each.person.name for each in people(day=day, words=words, delegation=delegation)]


def test_people_are_found_by_name_address_and_the_delegation_of_a_day() -> None:
    assert record_entries(entries=[ANA, BO, MISSION], at=AT, by="anna") == 2
    assert names() == ["Ana Lucía Müller", "Bo Bergström"]
    assert names(words="muller ana") == ["Ana Lucía Müller"]
    assert names(words="BO@EXAMPLE") == ["Bo Bergström"]
    assert names(delegation="NOR") == ["Ana Lucía Müller", "Bo Bergström"]
    assert names(delegation="CHL") == []
    assert names(delegation="CHL", day=date(2015, 6, 1)) == ["Ana Lucía Müller"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_three_queries(number: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    record_entries(entries=[ANA] * number, at=AT)
    with django_assert_num_queries(3):
        assert len(people(day=DAY)) == number


def test_a_delegation_shows_its_people_of_today_and_before_and_only_what_is_public_to_others() -> None:
    record_entries(entries=[ANA, BO, MISSION], at=AT)
    norway, chile = delegation_entry(code="NOR", day=DAY), delegation_entry(code="CHL", day=DAY)
    assert [each.person.name for each in norway.people] == ["Ana Lucía Müller", "Bo Bergström"]
    assert [each.person.name for each in chile.former] == ["Ana Lucía Müller"]
    record_contact(contact=ContactPoint(value="private@example.org"), delegation="NOR", at=AT)
    shown = delegation_entry(code="NOR", day=DAY, public=True)
    assert (shown.people, shown.former, [each.value for each in shown.contacts]) == ((), (), ["mission@example.org"])


def test_for_a_purpose_the_particular_comes_before_the_general() -> None:
    record_entries(entries=[ANA, BO, MISSION], at=AT)
    found = contact_points(delegations=["NOR", "CHL"], purpose="invitations", convention="CCM", day=DAY)
    assert [each.value for each in found["NOR"]] == [
        "+41 22 123 45 67",
        "mission@example.org",
        "ana@example.org",
        "Rue des Essais 1, 1202 Genève",
    ]
    assert found["CHL"] == []


def test_a_letter_goes_to_the_nearest_addresses_that_live_in_the_language_of_whoever_reads_there() -> None:
    record_entries(entries=[ANA, BO, MISSION], at=AT)

    def told(*dead: str) -> dict[str, list[LetterAddress]]:
        return letter_addresses_of(
            delegations=["NOR", "CHL"], purpose="invitations", convention="CCM", day=DAY, dead=set(dead)
        )

    mission = LetterAddress(address="mission@example.org")
    assert told() == {"NOR": [mission], "CHL": []}
    assert told("mission@example.org") == {"NOR": [LetterAddress(address="ana@example.org", language="es")], "CHL": []}
    assert told("mission@example.org", "ana@example.org")["NOR"] == []


def test_changing_keeps_what_stood_there_and_who_did_it() -> None:
    number = record_entry(entry=ANA, at=AT, by="anna")
    change_person(number=number, person=Person(name="Ana Berg", languages=("no",)), at=LATER, by="bert")
    assert person_entry(number=number, day=DAY).person == Person(name="Ana Berg", languages=("no",), number=number)
    found = steps(person=number)
    assert [(step.verb, step.by, step.before.get("name")) for step in found] == [
        ("changed", "bert", "Ana Lucía Müller"),
        ("recorded", "anna", None),
    ]


def test_a_person_moves_from_one_delegation_to_another() -> None:
    number = record_entry(entry=BO, at=AT)
    (before,) = person_entry(number=number, day=DAY).affiliations
    end_affiliation(number=before.number, until=date(2016, 5, 1), at=LATER)
    record_affiliation(person=number, affiliation=Affiliation(delegation="CHL", since=date(2016, 5, 1)), at=LATER)
    found = person_entry(number=number, day=DAY)
    assert [each.delegation for each in found.represents] == ["CHL"]
    with pytest.raises(NoSuchEntry):
        end_affiliation(number=99, until=DAY, at=LATER)


def test_a_contact_point_is_taken_out_and_stays_in_the_history() -> None:
    number = record_entry(entry=BO, at=AT)
    contact = person_entry(number=number, day=DAY).contacts[0]
    withdraw_contact(number=contact.number, at=LATER, by="bert")
    assert person_entry(number=number, day=DAY).contacts == ()
    assert steps(person=number)[0].before["value"] == "bo@example.org"
    with pytest.raises(NoSuchEntry):
        withdraw_contact(number=contact.number, at=LATER)


def test_duplicates_are_found_merged_and_parted_again() -> None:
    record_entry(entry=BO, at=AT)
    one = record_entry(entry=ANA, at=AT)
    short = Entry(
        person=Person(name="Ana Muller", languages=("en",)), contacts=(ContactPoint(value="ana@example.org"),)
    )
    other = record_entry(entry=short, at=AT)
    ((found, *_),) = possible_duplicates()
    assert (found.one, found.other, found.same_email) == (one, other, True)
    step = merge_people(keep=one, other=other, at=LATER, by="bert")
    merged = person_entry(number=one, day=DAY)
    assert (merged.person.languages, len(merged.contacts), names()) == (
        ("es", "fr", "en"),
        4,
        ["Ana Lucía Müller", "Bo Bergström"],
    )
    with pytest.raises(NoSuchPerson) as gone:
        person_entry(number=other, day=DAY)
    assert gone.value.kept == one
    assert undo_merge(step=step, at=LATER) == other
    assert person_entry(number=one, day=DAY).person.languages == ("es", "fr")
    assert [each.value for each in person_entry(number=other, day=DAY).contacts] == ["ana@example.org"]
    with pytest.raises(CannotUndo):
        undo_merge(step=step, at=LATER)


def test_a_merge_into_one_who_was_merged_since_is_not_parted() -> None:
    one, two, three = (record_entry(entry=ANA, at=AT) for _ in range(3))
    step = merge_people(keep=one, other=two, at=AT)
    merge_people(keep=three, other=one, at=AT)
    with pytest.raises(CannotUndo):
        undo_merge(step=step, at=LATER)
    with pytest.raises(MergedWithItself):
        merge_people(keep=three, other=three, at=AT)
    with pytest.raises(NoSuchPerson):
        merge_people(keep=three, other=one, at=AT)


def test_a_file_is_taken_in_whole_or_not_at_all() -> None:
    wrong = Entry(person=Person(name="X"), contacts=(ContactPoint(value="nowhere"),))
    with pytest.raises(EntryRefused):
        record_entries(entries=[ANA, wrong], at=AT)
    assert DirectoryPerson.objects.count() == 0


def test_a_contact_point_is_of_a_person_or_of_a_delegation() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        DirectoryContact.objects.create(purpose="general", kind="email", value="a@example.org")
