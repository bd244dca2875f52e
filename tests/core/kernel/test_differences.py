"""Lines held against what is recorded: new, changed, the same, missing; a fact told twice is refused."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from corcom.kernel.rows import TableRow
from corcom.kernel.tables import Differences, Placed, TableKind, content, day_cell, differences, read_rows


@dataclass(frozen=True, slots=True)
class Colour:
    thing: str
    shade: str
    number: int = 0


def read(row: TableRow) -> Colour:
    return Colour(row.text("thing"), row.choice("shade", ("red", "blue", "green")))


COLOURS: TableKind[Colour] = TableKind(
    code="colours",
    columns=("thing", "shade"),
    read=read,
    write=lambda colour: (colour.thing, colour.shade),
    identities=lambda _: lambda colour: colour.thing,
    scope=lambda colour: colour.thing[0],
    said=lambda colour: f"{colour.thing} {colour.shade}",
)


def placed(*values: Colour) -> list[Placed[Colour]]:
    return [Placed(value, "f", line) for line, value in enumerate(values, 2)]


def summary(found: Differences[Colour]) -> tuple[list[str], list[str], int, list[str], list[int]]:
    said = COLOURS.said
    return (
        [said(each.value) for each in found.new],
        [f"{said(each.before)} → {said(each.after.value)}" for each in found.changed],
        found.same,
        [said(value) for value in found.missing],
        [each.line for each in found.refused],
    )


def test_each_line_is_new_changed_or_the_same_and_what_no_line_tells_is_missing() -> None:
    recorded = [
        Colour("apple", "red", 1),
        Colour("avocado", "green", 2),
        Colour("aster", "blue", 3),
        Colour("sky", "blue", 4),
    ]
    lines = placed(Colour("apple", "red"), Colour("avocado", "blue"), Colour("ant", "red"))
    assert summary(differences(COLOURS, lines, recorded)) == (
        ["ant red"],
        ["avocado green → avocado blue"],
        1,
        ["aster blue"],
        [],
    )


def test_a_fact_told_twice_is_refused_the_second_time() -> None:
    lines = placed(Colour("apple", "red"), Colour("apple", "green"), Colour("apple", "red"))
    assert summary(differences(COLOURS, lines, [])) == (["apple red"], [], 0, [], [3, 4])
    (first, second) = differences(COLOURS, lines, []).refused
    assert (
        str(first)
        == "f: line 3: colours: 'apple green' cannot be taken; allowed: each fact once; line 2 tells it already"
    )
    assert second.found == "apple red"
    elsewhere = [lines[0], replace(lines[1], file="g")]
    (refused,) = differences(COLOURS, elsewhere, []).refused
    assert str(refused.allowed) == "each fact once; f, line 2 tells it already"


def test_what_is_recorded_twice_may_be_told_twice() -> None:
    recorded = [Colour("apple", "red", 1), Colour("apple", "green", 2)]
    both = placed(Colour("apple", "green"), Colour("apple", "red"))
    assert summary(differences(COLOURS, both, recorded)) == ([], [], 2, [], [])
    assert summary(differences(COLOURS, both[:1], recorded)) == ([], [], 1, ["apple red"], [])


def test_a_line_may_mean_what_is_recorded() -> None:
    recorded = [Colour("apple", "red", 1)]
    found = differences(COLOURS, placed(Colour("apple", "blue")), recorded, settle=lambda before, _: before)
    assert summary(found) == ([], [], 1, [], [])


def test_a_row_that_cannot_be_read_leaves_the_others() -> None:
    rows = [
        TableRow(2, {"thing": "apple", "shade": "mauve"}),
        TableRow(3, {"thing": "sky", "shade": "blue"}),
        TableRow(4, {"thing": "sky", "shade": "blue", "": "and more"}),
    ]
    found, refused = read_rows(COLOURS, rows, file="f")
    assert found == [Placed(Colour("sky", "blue"), "f", 3)]
    assert [str(line) for line in refused] == [
        "f: line 2: shade: 'mauve' cannot be taken; allowed: red, blue, green",
        "f: line 4: beyond the head: 'and more' cannot be taken; allowed: no cell",
    ]


def test_a_day_is_a_day_and_a_month_a_text() -> None:
    assert [str(day_cell(value)) for value in ("2016-04-28", "2016-04", "2016", "2012/2013", "2012/2013-05", "")] == [
        "2016-04-28",
        "2016-04",
        "2016",
        "2012/2013",
        "2012/2013-05",
        "",
    ]
    assert not isinstance(day_cell("2016-04-28"), str)


VALUES = st.lists(
    st.builds(Colour, st.sampled_from(("apple", "aster", "sky", "sea")), st.sampled_from(("red", "blue", "green"))),
    max_size=6,
)


@given(VALUES, VALUES)
def test_nothing_recorded_is_lost_and_every_line_is_accounted_for(recorded: list[Colour], told: list[Colour]) -> None:
    stored = [replace(value, number=number) for number, value in enumerate(recorded, 1)]
    found = differences(COLOURS, placed(*told), stored)
    assert len(found.new) + len(found.changed) + found.same + len(found.refused) == len(told)
    touched = [each.before.number for each in found.changed] + [each.number for each in found.missing]
    assert len(touched) == len(set(touched))
    spoken_of = {value.thing[0] for value in told}
    speaking = [value for value in stored if value.thing[0] in spoken_of]
    assert len(found.changed) + len(found.missing) + found.same == len(speaking)


@given(VALUES)
def test_what_is_taken_over_is_the_same_the_next_time(told: list[Colour]) -> None:
    once = {value.thing: value for value in told}
    stored = [replace(value, number=number) for number, value in enumerate(once.values(), 1)]
    again = differences(COLOURS, placed(*once.values()), stored)
    assert summary(again) == ([], [], len(once), [], [])
    assert [content(value) for value in stored] == list(once.values())
