from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.treaties import book_of

from corcom.reporting.domain.answer_checks import carried_over, flaws
from corcom.reporting.domain.answer_values import read_value
from corcom.reporting.domain.answers import Answers, PartAnswer, answers_from, answers_json
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import Choice, Field, FieldKind, Unit

FORM = book_of("CCM").forms[0]


def field(kind: FieldKind, unit: Unit = "") -> Field:
    choices = (Choice(code="women", name="women"), Choice(code="men", name="men")) if kind == "choice" else ()
    return Field(code="x", name="X", kind=kind, unit=unit, choices=choices)


def values() -> st.SearchStrategy[PartAnswer]:
    texts = st.text(min_size=1, max_size=20)
    rows = st.lists(st.dictionaries(st.sampled_from(("type", "munitions")), texts, min_size=1), min_size=1, max_size=3)
    each = st.dictionaries(st.sampled_from(("a", "b", "c")), st.one_of(texts, rows.map(tuple)), max_size=3)
    return st.builds(
        PartAnswer,
        state=st.sampled_from(("open", "changed", "unchanged", "not_applicable")),
        values=each,
        since=st.none() | st.integers(2000, 2030),
        because=st.text(max_size=10),
        carried_from=st.none() | st.integers(2000, 2030),
        restricted=st.booleans(),
    )


@given(st.dictionaries(st.sampled_from("ABCDEF"), values()))
def test_answers_are_kept_and_read_back_the_same(answers: Answers) -> None:
    assert answers_from(json.loads(json.dumps(answers_json(answers)))) == answers


@pytest.mark.parametrize(
    ("kind", "unit", "typed", "value"),
    [
        ("text", "", "  two words ", "two words"),
        ("number", "items", "1,200", "1200"),
        ("number", "items", "1 200 300", "1200300"),
        ("number", "items", "12'345", "12345"),
        ("number", "items", "\u0661\u0662\u0660", "120"),
        ("number", "items", "12.0", "12"),
        ("number", "items", "1 200,00", "1200"),
        ("number", "items", "\u0661\u066c\u0662\u0665\u0660", "1250"),
        ("number", "km2", "\u0661\u066b\u0662\u0665\u0660", "1.25"),
        ("number", "km2", "1 200,50", "1200.5"),
        ("number", "km2", "1,234,567.8", "1234567.8"),
        ("number", "km2", "1.234.567,8", "1234567.8"),
        ("number", "km2", "0.125", "0.125"),
        ("day", "", "2016-04-29", "2016-04-29"),
        ("day", "", "29.04.2016", "2016-04-29"),
        ("day", "", "29/4/2016", "2016-04-29"),
        ("day", "", "2016-04-29 00:00:00", "2016-04-29"),
        ("year", "", "2015", "2015"),
        ("year", "", "\u0662\u0660\u0661\u0665", "2015"),
        ("yes_no", "", "Oui", "yes"),
        ("choice", "", "Women", "women"),
        ("number", "items", "  ", ""),
    ],
)
def test_what_is_typed_becomes_a_value(kind: FieldKind, unit: Unit, typed: str, value: str) -> None:
    assert read_value(field(kind, unit), typed) == value


@pytest.mark.parametrize(
    ("kind", "unit", "typed", "said"),
    [
        (
            "number",
            "items",
            "about 50",
            "“about 50” is no number. Write digits only, such as 1250, and remarks beside it.",
        ),
        ("number", "items", "-3", "“-3” is no number. Write digits only, such as 1250, and remarks beside it."),
        (
            "number",
            "items",
            "9" * 16,
            f"“{'9' * 16}” is no number. Write digits only, such as 1250, and remarks beside it.",
        ),
        ("number", "items", "12.5", "“12.5” is no whole number."),
        ("number", "items", "0,125", "“0,125” is no whole number."),
        ("number", "items", "1234.567", "“1234.567” is no whole number."),
        ("number", "items", "1,250.125", "“1,250.125” is no whole number."),
        (
            "number",
            "items",
            "1200\u00b2",
            "“1200\u00b2” is no number. Write digits only, such as 1250, and remarks beside it.",
        ),
        (
            "number",
            "km2",
            "12,34,567",
            "“12,34,567” is no number. Write digits only, such as 1250, and remarks beside it.",
        ),
        ("number", "km2", "1,200", "“1,200” can mean 1200 or 1.200. Write 1200, or 1.2000."),
        ("day", "", "31.02.2016", "“31.02.2016” is no day. Write it as year-month-day, such as 2016-04-29."),
        ("year", "", "15", "“15” is no year, such as 2015."),
        ("yes_no", "", "perhaps", "“perhaps” is neither yes nor no."),
        ("choice", "", "others", "“others” is none of the answers to choose from: women, men."),
    ],
)
def test_what_cannot_be_read_is_refused_in_words(kind: FieldKind, unit: Unit, typed: str, said: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        read_value(field(kind, unit), typed)
    assert str(refused.value.reason) == said


def test_an_answer_too_long_is_refused() -> None:
    with pytest.raises(ValueRefused) as refused:
        read_value(field("text"), "x" * 20_001)
    assert str(refused.value.reason).startswith("20001 characters; at most 20000")


@given(st.decimals(0, 10**9, places=3))
def test_a_number_is_read_back_as_it_is_kept(number: object) -> None:
    area = field("number", "km2")
    try:
        kept = read_value(area, f"{number}")
    except ValueRefused:
        return  # it could mean two things
    assert read_value(area, kept + ("0" if "." in kept else "")) == kept


def told(answers: Answers, *, reported: tuple[int, ...] = (2013,)) -> dict[str, str]:
    return {one.part: str(one.words) for one in flaws(FORM, answers, period=2014, reported=reported)}


COMPLETE: Answers = {
    "cover": PartAnswer(state="changed", values={"point_of_contact": "Ms A"}),
    **{letter: PartAnswer(state="unchanged", since=2013) for letter in "ABCDEFGH"},
    "I": PartAnswer(state="not_applicable", because="No assistance was given or needed."),
}


def test_a_complete_report_has_no_flaw() -> None:
    assert told(COMPLETE) == {}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (PartAnswer(), "Say whether this part has changed, is unchanged since another year, or does not apply."),
        (PartAnswer(state="changed"), "It is marked as changed, and nothing is entered."),
        (PartAnswer(state="unchanged"), "Say since the report for which year it is unchanged."),
        (
            PartAnswer(state="unchanged", since=2014),
            "It cannot be unchanged since 2014: that is not before the period of this report.",
        ),
        (
            PartAnswer(state="unchanged", since=2011),
            "There is no report for 2011 to which it could be unchanged; there are 2013.",
        ),
        *(
            (
                PartAnswer(state="not_applicable", because=reason),
                "Say in a sentence why it does not apply, such as “No such munitions were ever held.”",
            )
            for reason in ("", "N/A", "n.a.", "none", "Not applicable.", "does not")
        ),
    ],
)
def test_what_stands_in_the_way_of_handing_in(answer: PartAnswer, said: str) -> None:
    assert told({**COMPLETE, "B": answer}) == {"B": said}


STOCK = {"stockpiles": ({"type": "Mk 1", "munitions": "12"},)}
OTHER = {"stockpiles": ({"type": "Mk 1", "munitions": "11"},)}
DIFFERS = (
    "Part B says that it is unchanged since 2013, and has answers that differ from those of that year (Stockpiled cluster munitions):"
    " either say that it has changed, or take the answers out; those of that year then hold."
)


@pytest.mark.parametrize(
    ("answer", "earlier", "said"),
    [
        (
            PartAnswer(state="not_applicable", because="None was ever held here.", values=STOCK),
            {},
            {
                "B": "Part B says that it does not apply, and has answers: either take the answers out, or say that it has changed."
            },
        ),
        # Of a report that came as a document nobody can tell.
        (PartAnswer(state="unchanged", since=2013, values=STOCK), {2013: {}}, {}),
        (PartAnswer(state="unchanged", since=2013, values=STOCK), {2013: {"B": PartAnswer(values=STOCK)}}, {}),
        (PartAnswer(state="unchanged", since=2013), {2013: {"B": PartAnswer(values=STOCK)}}, {}),
        (
            PartAnswer(state="unchanged", since=2013, values=STOCK),
            {2013: {"B": PartAnswer(state="changed", values=OTHER)}},
            {"B": DIFFERS},
        ),
        # That year was itself unchanged since another.
        (
            PartAnswer(state="unchanged", since=2013, values=STOCK),
            {
                2013: {"B": PartAnswer(state="unchanged", since=2012)},
                2012: {"B": PartAnswer(state="changed", values=OTHER)},
            },
            {"B": DIFFERS},
        ),
        (
            PartAnswer(state="unchanged", since=2013, values=STOCK),
            {2013: {"B": PartAnswer(state="not_applicable", because="None was ever held here.")}},
            {"B": DIFFERS},
        ),
        # Two that refer to each other say nothing.
        (
            PartAnswer(state="unchanged", since=2013, values=STOCK),
            {
                2013: {"B": PartAnswer(state="unchanged", since=2012)},
                2012: {"B": PartAnswer(state="unchanged", since=2013)},
            },
            {},
        ),
    ],
)
def test_what_a_part_says_of_itself_against_its_answers(
    answer: PartAnswer, earlier: Mapping[int, Answers], said: dict[str, str]
) -> None:
    found = flaws(FORM, {**COMPLETE, "B": answer}, period=2014, reported=(2013,), earlier=earlier)
    assert {one.part: str(one.words) for one in found} == said


def test_the_cover_page_is_answered_anew() -> None:
    assert told({**COMPLETE, "cover": PartAnswer(state="unchanged", since=2013)}) == {
        "cover": "This part is answered anew in every report."
    }


def test_last_years_answers_are_carried_over_and_marked() -> None:
    stock = PartAnswer(state="changed", values={"stockpiles": ({"type": "Mk 1", "munitions": "12"},), "gone": "x"})
    older = PartAnswer(state="unchanged", since=2010, values={"measures": ({"measure": "Law 7"},)}, restricted=True)
    carried = carried_over(FORM, {"A": older, "B": stock, "K": stock}, year=2013)
    assert carried == {
        "A": PartAnswer(values=older.values, carried_from=2010, restricted=True),
        "B": PartAnswer(values={"stockpiles": ({"type": "Mk 1", "munitions": "12"},)}, carried_from=2013),
    }
    assert sorted(told(carried)) == list("ABCDEFGHI")


def test_the_form_of_a_day() -> None:
    book = book_of("CCM")
    assert [book.form_on("article-7", day) for day in (date(2010, 11, 11), date(2010, 11, 12))] == [None, FORM]
