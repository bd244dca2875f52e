from __future__ import annotations

from datetime import date

from hypothesis import given
from tests.core.programme.test_conflicts import programmes
from tests.factories.programmes import MONDAY, SLOTS, a_programme, a_session

from corcom.programme.domain.grid import grid_of
from corcom.programme.domain.programme import Programme


def test_an_empty_programme_has_its_hours_and_a_line_for_the_break() -> None:
    grid = grid_of(a_programme())
    assert [(band.start, band.end, band.in_slot) for band, _ in grid.rows] == [
        ("10:00", "11:00", True),
        ("11:00", "12:00", True),
        ("12:00", "13:00", True),
        ("13:00", "15:00", False),
        ("15:00", "16:00", True),
        ("16:00", "17:00", True),
        ("17:00", "18:00", True),
    ]
    assert [len(cells) for _, cells in grid.rows] == [5] * 7


def test_a_day_long_session_joins_all_lines_and_one_in_parallel_stands_in_the_same_place() -> None:
    one = a_session(end="18:00")
    two = a_session(number=2, start="16:00", end="17:00")
    grid = grid_of(a_programme(one, two))
    monday = grid.rows[0][1][0]
    assert (monday.day, monday.lines, [each.number for each in monday.sessions]) == (MONDAY, 7, [1, 2])
    assert [len(cells) for _, cells in grid.rows] == [5, 4, 4, 4, 4, 4, 4]


def test_a_session_outside_the_slots_and_the_days_is_drawn_too() -> None:
    early = a_session(start="08:30", end="09:15", day=date(2004, 2, 14))
    grid = grid_of(a_programme(early))
    assert grid.days[-1] == date(2004, 2, 14)
    assert [band.start for band, _ in grid.rows][:3] == ["08:30", "10:00", "11:00"]
    (drawn,) = [(cell.start, cell.lines) for _, cells in grid.rows for cell in cells if cell.sessions]
    assert drawn == ("08:30", 1)


@given(programmes)
def test_every_session_stands_in_one_place_and_every_place_is_taken_once(programme: Programme) -> None:
    grid = grid_of(programme)
    drawn = [session.number for _, cells in grid.rows for cell in cells for session in cell.sessions]
    assert sorted(drawn) == [one.number for one in programme.sessions]
    lines = dict.fromkeys(grid.days, 0)
    for _, cells in grid.rows:
        for cell in cells:
            lines[cell.day] += cell.lines
    assert set(lines.values()) == {len(grid.rows)}


@given(programmes)
def test_the_bands_follow_each_other_without_gap_and_cover_the_slots(programme: Programme) -> None:
    bands = [band for band, _ in grid_of(programme).rows]
    assert [band.end for band in bands[:-1]] == [band.start for band in bands[1:]]
    assert bands[0].start <= min(slot.start for slot in SLOTS)
    assert bands[-1].end >= max(slot.end for slot in SLOTS)
