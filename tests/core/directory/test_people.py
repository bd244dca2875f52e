from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.people import ANA, BO, MISSION

from corcom.directory.domain.directory_rows import COLUMNS, read_rows, write_rows
from corcom.directory.domain.duplicates import PersonFound, duplicates
from corcom.directory.domain.people import (
    CONTACT_KINDS,
    PURPOSES,
    Affiliation,
    ContactPoint,
    Entry,
    EntryRefused,
    Person,
    check_entry,
    represented_on,
)
from corcom.kernel.rows import CellRefused, TableRow
from corcom.rulebooks.reading import conventions


def rows(cells: list[tuple[str, ...]]) -> list[TableRow]:
    return [TableRow(line, dict(zip(COLUMNS, each, strict=True))) for line, each in enumerate(cells, 2)]


@pytest.mark.parametrize(
    ("entry", "key", "why"),
    [
        (replace(ANA, person=Person(name=" ")), "name", "a name"),
        (
            replace(ANA, person=Person(name="X", languages=("French",))),
            "languages",
            "codes of languages, such as fr, en",
        ),
        (
            replace(ANA, affiliations=(Affiliation(delegation="XXX"),)),
            "delegation",
            "a State or an organisation of the register",
        ),
        (
            replace(ANA, affiliations=(Affiliation(delegation="NOR", since=date(2016, 1, 1), until=date(2016, 1, 1)),)),
            "until",
            "a day after 2016-01-01",
        ),
        (
            replace(ANA, contacts=(ContactPoint(value="ana at example"),)),
            "value",
            "an e-mail address, such as mission@example.org",
        ),
        (
            replace(ANA, contacts=(ContactPoint(kind="phone", value="call me"),)),
            "value",
            "a telephone number, such as +41 22 123 45 67",
        ),
        *(
            (
                replace(ANA, contacts=(ContactPoint(value=value),)),
                "value",
                "an e-mail address, such as mission@example.org",
            )
            for value in ("é@mission.example", ".mission@aut.example", "x" * 400 + "@aut.example")
        ),
        (
            replace(ANA, contacts=(ContactPoint(kind="web", value="javascript:x"),)),
            "value",
            "the address of a page, beginning with https://",
        ),
        (replace(ANA, contacts=(ContactPoint(kind="post", value=" "),)), "value", "an address"),
        (
            replace(ANA, contacts=(ContactPoint(value="a@b.org", convention="XYZ"),)),
            "convention",
            "a convention that has a rulebook",
        ),
        (replace(MISSION, contacts=()), "name", "a name, or a contact point of a delegation"),
    ],
)
def test_what_cannot_be_is_refused_with_the_part_that_is_wrong(entry: Entry, key: str, why: str) -> None:
    with pytest.raises(EntryRefused) as refused:
        check_entry(entry)
    assert (refused.value.key, str(refused.value.why)) == (key, why)


@given(st.dates(date(2010, 1, 1), date(2020, 1, 1)))
def test_nobody_represents_two_delegations_that_follow_each_other_on_one_day(day: date) -> None:
    found = represented_on(ANA.affiliations, day)
    assert [each.delegation for each in found] == (
        [] if day < date(2012, 1, 1) else ["CHL"] if day < date(2016, 1, 1) else ["NOR"]
    )


def test_the_directory_comes_out_of_a_table_as_it_went_in() -> None:
    again = [entry for _line, entry in read_rows(rows(list(write_rows([ANA, BO, MISSION]))))]
    assert again == [ANA, BO, MISSION]


NAMES = st.text("abcdeéöñ", min_size=3, max_size=8).map(str.title)
PEOPLE = st.builds(
    Entry,
    person=st.builds(
        Person, name=st.tuples(NAMES, NAMES).map(" ".join), languages=st.sampled_from([(), ("fr",), ("en", "es")])
    ),
    affiliations=st.lists(
        st.builds(
            Affiliation, delegation=st.sampled_from(["NOR", "CHL", "icrc"]), function=st.sampled_from(["", "Attaché"])
        ),
        max_size=3,
        unique=True,
    ).map(tuple),
    contacts=st.lists(
        st.builds(
            ContactPoint,
            purpose=st.sampled_from(PURPOSES),
            kind=st.just(CONTACT_KINDS[0]),
            value=st.sampled_from(["a@example.org", "b@example.org"]),
            public=st.booleans(),
            convention=st.sampled_from(["", *conventions()]),
        ),
        max_size=3,
        unique=True,
    ).map(tuple),
)


@given(st.lists(PEOPLE, max_size=5))
def test_any_people_come_out_of_a_table_as_they_went_in(entries: list[Entry]) -> None:
    assert [entry for _line, entry in read_rows(rows(list(write_rows(entries))))] == entries


def test_delegations_are_known_by_any_of_their_names_and_a_wrong_cell_by_its_line() -> None:
    cells = dict.fromkeys(COLUMNS, "")
    ((_line, entry),) = read_rows([TableRow(2, {**cells, "name": "Bo", "delegation": "the Lao PDR"})])
    assert entry.affiliations == (Affiliation(delegation="LAO"),)
    with pytest.raises(CellRefused) as refused:
        read_rows([TableRow(2, {**cells, "name": "Bo", "value": "nowhere"})])
    assert str(refused.value) == (
        "line 2: value: 'nowhere' cannot be read; allowed: an e-mail address, such as mission@example.org"
    )


def a(number: int, name: str, email: str = "", delegation: str = "") -> PersonFound:
    return PersonFound(
        number=number, name=name, emails=frozenset({email} - {""}), delegations=frozenset({delegation} - {""})
    )


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (a(1, "Ana Lucía Müller"), a(2, "MULLER Ana Lucia"), True),
        (a(1, "Ana Müller", "a@x.org"), a(2, "Ana Lucía Müller", "A@x.org"), True),
        (a(1, "Ana Müller", "", "CHL"), a(2, "Ana Lucía Müller", "", "CHL"), True),
        (a(1, "Ana Müller"), a(2, "Ana Lucía Müller"), False),
        (a(1, "Ana Müller", "mission@x.org"), a(2, "Bo Bergström", "mission@x.org"), False),
        (a(1, "Ana Müller", "", "CHL"), a(2, "Ana Maler", "", "CHL"), False),
    ],
)
def test_who_may_be_the_same_person(one: PersonFound, other: PersonFound, found: bool) -> None:  # noqa: FBT001  a column of the table
    assert [(each.one, each.other) for each in duplicates([one, other])] == ([(1, 2)] if found else [])


@pytest.mark.alone
def test_the_surest_stand_first_and_thousands_take_seconds() -> None:
    many = [a(number, f"Given{number % 701} Family{number}") for number in range(3000)]
    start = time.process_time()
    found = duplicates([*many, a(3000, "Zoë Quist", "z@x.org"), a(3001, "Zoe Quist", "z@x.org"), a(3002, "Zoe Qvist")])
    assert time.process_time() - start < 10
    assert next((each.one, each.other) for each in found if each.one >= 3000) == (3000, 3001)
