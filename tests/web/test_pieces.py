from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from corcom.register.domain.gazetteer import parties
from corcom.web.pieces import (
    Bar,
    Bars,
    Column,
    Deadline,
    Event,
    Filter,
    Kind,
    Link,
    Mark,
    OnPage,
    Option,
    Pages,
    Row,
    Source,
    Stack,
    StateName,
    Status,
    StatusMark,
    Step,
    Table,
    TileMap,
    Timeline,
    Together,
    passages,
)
from corcom.web.pieces.tiles import places

DAY = date(2016, 4, 28)


@pytest.mark.parametrize(
    ("status", "due_on", "met_on", "words"),
    [
        ("due", date(2016, 5, 10), None, "in 12 days"),
        ("soon", date(2016, 4, 29), None, "tomorrow"),
        ("due", date(2016, 4, 28), None, "today"),
        ("overdue", date(2016, 1, 15), None, "overdue by 3 months"),
        ("overdue", date(2016, 4, 27), None, "overdue by 1 day"),
        ("unknown", date(2014, 3, 30), None, "fell due 2 years ago, not known whether met"),
        ("due", date(2016, 4, 18), None, "fell due 10 days ago"),
        ("met", date(2016, 4, 30), date(2016, 4, 26), "met 4 days early"),
        ("met", date(2016, 4, 30), date(2016, 4, 30), "met on the day"),
        ("met", date(2016, 1, 30), date(2016, 4, 26), "met 2 months late"),
        ("met", None, date(2016, 4, 26), "met"),
        ("due", None, None, "no day was set"),
    ],
)
def test_a_deadline_says_how_far_it_is(status: Status, due_on: date | None, met_on: date | None, words: str) -> None:
    assert Deadline(due_on=due_on, day=DAY, status=status, met_on=met_on).words == words


def test_an_extended_deadline_names_the_new_day() -> None:
    extended = Deadline(due_on=date(2018, 3, 1), day=DAY, status="extended", extended_to=date(2023, 3, 1))
    assert (extended.day_in_words, extended.words) == ("1 March 2018", "extended to 1 March 2023")


def test_a_day_known_only_in_part_is_shown_as_it_was_known() -> None:
    assert Deadline(due_on=date(2016, 5, 31), day=DAY, status="due", shown="2016-05").day_in_words == "May 2016"


def test_past_its_day_only_a_recorded_absence_is_called_overdue() -> None:
    """Without a record a commitment is unknown, and says so."""
    said = {status: Deadline(due_on=date(2016, 1, 15), day=DAY, status=status).words for status in ("unknown", "due")}
    assert "overdue" not in " ".join(said.values())


def test_every_state_has_one_tile_of_its_own() -> None:
    states = {code for code, party in parties().items() if party.kind == "state"}
    assert set(places()) == states
    assert len(set(places().values())) == len(states) == 197


def test_a_map_counts_and_lists_what_it_shows() -> None:
    drawn = TileMap(
        id="m", title="", kinds=(Kind("in", "in", "full"), Kind("out", "out", "empty")), of={"TUV": "in", "BRA": "in"}
    )
    assert [(kind.key, count) for kind, count in drawn.legend] == [("in", 2), ("out", 195)]
    assert [state.code for state in drawn.lists[0][1]] == ["BRA", "TUV"]
    sizes = {(x < drawn.width, y < drawn.height) for _, _, x, y in drawn.tiles}
    assert sizes == {(True, True)}


events = st.lists(
    st.builds(Event, st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.text("abcdefgh ", min_size=1, max_size=30)),
    min_size=1,
    max_size=12,
)


@given(events)
def test_everything_on_a_timeline_stands_inside_it_and_in_order(found: list[Event]) -> None:
    line = Timeline(id="t", title="", events=tuple(found), day=DAY)
    drawn = line.drawn
    assert [one.event.on for one in drawn] == sorted(event.on for event in found)
    assert [one.x for one in drawn] == sorted(one.x for one in drawn)
    assert all(0 <= one.x <= line.width and 0 < one.lane_y < line.axis_y for one in drawn)
    assert 1 <= len(line.ticks) <= 14
    same_lane = {(one.lane_y, one.x, one.is_before) for one in drawn}
    assert len(same_lane) == len(drawn)


def test_a_timeline_runs_from_right_to_left_where_the_language_does() -> None:
    line = Timeline(
        id="t", title="", day=DAY, events=(Event(date(2008, 12, 3), "Signed"), Event(date(2015, 5, 28), "Bound"))
    )
    with translation.override("en"):
        ahead = [one.x for one in line.drawn]
    with translation.override("ar"):
        back = [one.x for one in line.drawn]
    assert back == [line.width - x for x in ahead]


def test_the_longest_bar_fills_the_plot_and_none_is_drawn_for_nothing() -> None:
    drawn = Bars(id="b", title="", bars=(Bar("2010", 24), Bar("2011", 12), Bar("2012", 0))).drawn
    assert [one["length"] for one in drawn] == [380, 190, 0]


@pytest.mark.parametrize(
    ("number", "last", "near"),
    [
        (1, 1, [1]),
        (1, 9, [1, 2, None, 9]),
        (4, 9, [1, None, 3, 4, 5, None, 9]),
        (2, 3, [1, 2, 3]),
        (9, 9, [1, None, 8, 9]),
    ],
)
def test_pages_offer_the_ends_and_those_around(number: int, last: int, near: list[int | None]) -> None:
    pages = Pages(number=number, size=50, total=last * 50 - 49)
    assert (pages.last, pages.near) == (last, near)
    assert pages.last_row == (pages.total if number == last else number * 50)


def test_a_head_sorts_and_then_sorts_the_other_way() -> None:
    columns = (Column("State", "state"), Column("Due", "due"), Column("Text"))
    heads = Table(id="t", caption="", columns=columns, rows=(), sort="due").heads
    assert [(change["sort"], sorted_now) for _, change, sorted_now in heads] == [
        ("state", ""),
        ("-due", "ascending"),
        ("", ""),
    ]
    heads = Table(id="t", caption="", columns=columns, rows=(), sort="-due").heads
    assert [(change["sort"], sorted_now) for _, change, sorted_now in heads[:2]] == [
        ("state", ""),
        ("due", "descending"),
    ]


def test_a_row_needs_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="shorter"):
        _ = Table(id="t", caption="", columns=(Column("A"), Column("B")), rows=(Row(("a",)),)).body(OnPage())


def test_a_filter_changes_its_own_key_and_goes_back_to_the_first_page() -> None:
    links = Filter("Theme", "theme", (Option("All"), Option("Clearance", "Clearance")), "Clearance").links
    assert [(change, chosen) for _, change, chosen in links] == [
        ({"theme": None, "page": None}, False),
        ({"theme": "Clearance", "page": None}, True),
    ]


spans = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8)


@given(st.text(min_size=0, max_size=60), spans)
def test_passages_joined_are_the_text_and_mark_every_letter_of_every_finding(
    text: str, found: list[tuple[int, int]]
) -> None:
    marks = [
        Mark(str(number), min(pair), min(max(pair), len(text)))
        for number, pair in enumerate(found)
        if min(pair) < min(max(pair), len(text))
    ]
    cut = passages(text, marks)
    assert "".join(passage.text for passage in cut) == text
    at = 0
    for passage in cut:
        expected = {mark.id for mark in marks if mark.start <= at < mark.end} if passage.text else set()
        assert {mark.id for mark in passage.marks} == expected
        at += len(passage.text)
    assert sorted(opened for passage in cut for opened in passage.opens) == sorted(mark.id for mark in marks)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Bolivia"),
        ("fr", "Bolivie"),
        ("es", "Bolivia"),
        ("ar", "بوليفيا"),
        ("ru", "Боливия"),
        ("zh-hans", "多民族玻利维亚国"),
    ],
)
def test_a_state_is_named_in_the_language_of_the_reader(language: str, name: str) -> None:
    with translation.override(language):
        assert StateName("BOL").words == name


def test_who_is_no_state_keeps_the_name_it_was_given() -> None:
    assert (StateName("icrc", "ICRC").words, StateName("icrc", "ICRC").address) == ("ICRC", "/states/icrc/")


@given(st.integers(-4000, 4000))
def test_a_deadline_has_words_for_every_distance(days: int) -> None:
    due_on = DAY + timedelta(days=days)
    for status in ("due", "soon", "overdue", "unknown", "extended", "met"):
        assert Deadline(due_on=due_on, day=DAY, status=status, met_on=DAY).words


@pytest.mark.parametrize(
    ("language", "day", "anchor"),
    [
        ("en", date(2016, 7, 1), "middle"),
        ("en", date(2016, 12, 30), "end"),
        ("en", date(2016, 1, 2), "start"),
        ("ar", date(2016, 12, 30), "end"),
        ("ar", date(2016, 1, 2), "start"),
    ],
)
def test_the_day_of_a_timeline_is_written_inside_it(language: str, day: date, anchor: str) -> None:
    line = Timeline(id="x", title="x", events=(Event(date(2016, 5, 1), "a"),), day=day)
    with translation.override(language):
        # In Arabic the end of a text is on its left, which is where late days stand.
        assert line.day_anchor == anchor


def test_words_of_a_document_never_become_markup() -> None:
    words = '<b>"A & B"</b>'
    safe = "&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;"
    page = OnPage()
    pieces = (words, Link(words), StatusMark("due", words), Together((words, "x"), between="<"), Stack((words, "")))
    assert [str(page.drawn(piece)).count(safe) for piece in pieces] == [1] * 5
    assert [str(page.drawn(piece)) for piece in pieces if "<b>" in page.drawn(piece)] == []
    assert page.drawn(Together(("a", "b"), between="<")) == "<span><bdi>a</bdi>&lt;<bdi>b</bdi></span>"
    source = Source(document=words, quote=words, place=words, address=words, confirmed_by=words, about=words)
    assert str(page.drawn(source)).count(safe) == 6
    deadline = Deadline(due_on=None, day=DAY, status="due", said=words, steps=(Step(words, None, words),))
    assert str(page.drawn(deadline)).count(safe) == 3


def test_a_link_keeps_the_day_of_its_page_unless_it_asks_for_one() -> None:
    page = OnPage("?as_of=2016-04-28")
    assert [page.on_day(address) for address in ("/a/", "/a/?q=x#b", "/a/?as_of=2015-01-01", "/a/#b")] == [
        "/a/?as_of=2016-04-28",
        "/a/?q=x&as_of=2016-04-28#b",
        "/a/?as_of=2015-01-01",
        "/a/?as_of=2016-04-28#b",
    ]


def test_a_piece_with_a_template_stands_in_no_other_piece() -> None:
    with pytest.raises(TypeError, match="Pages stands on a page"):
        OnPage().drawn(Stack((Pages(number=1, size=50, total=60),)))
