"""Answers put together: everybody is counted, and nobody is quoted otherwise than they allow."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st
from tests.factories.questionnaires import a_form, given

from corcom.kernel.wording import ENGLISH
from corcom.questionnaires.domain.answers_given import AnswerGiven
from corcom.questionnaires.domain.as_form import as_form
from corcom.questionnaires.domain.collation import QuestionCollated, TextQuoted, collated, summary
from corcom.questionnaires.domain.collation_document import collation_document
from corcom.questionnaires.domain.collation_rows import collation_sheets, long_rows
from corcom.questionnaires.domain.collation_told import AskedLine, Collation
from corcom.questionnaires.domain.quoting import QUOTINGS, Quoting, quotes_unnamed

FORM = as_form(a_form(), "en")
CODES = ("AUT", "CHE", "CRI", "FJI", "HRV", "LAO", "NOR", "ZMB")
AT = datetime(2036, 6, 1, tzinfo=UTC)


def question(code: str, *answers: AnswerGiven) -> QuestionCollated:
    """With every total, as those see it who see each answer."""
    return next(one for part in collated(FORM, answers, whole=True) for one in part.questions if one.field.code == code)


def for_all(code: str, *answers: AnswerGiven, is_open: bool = False) -> QuestionCollated:
    """As it is told to those who may not see the answer of one State."""
    parts = collated(FORM, answers, is_open=is_open)
    return next(one for part in parts for one in part.questions if one.field.code == code)


def told(*answers: AnswerGiven, is_open: bool = False) -> Collation:
    return Collation(
        number=1,
        convention="CCM",
        title="Ways of paying",
        opened_at=AT,
        closes_at=AT,
        at=AT,
        asked=tuple(AskedLine(iso3=one.iso3, group="", answered_at=AT) for one in answers),
        unnamed=sum(one.quoting != "by_name" for one in answers),
        quotes_unnamed=quotes_unnamed((one.quoting for one in answers), is_open=is_open),
        parts=collated(FORM, answers, is_open=is_open),
        is_open=is_open,
    )


def everything(found: Collation) -> str:
    """All that leaves the house, as text."""
    sheets = [cell for _, heads, rows in collation_sheets(found, ENGLISH) for row in (heads, *rows) for cell in row]
    long = [cell for row in long_rows(found, ENGLISH) for cell in row]
    document = collation_document(found, ENGLISH).parts
    return "\n".join(map(str, [*sheets, *long, *document]))


def test_figures_of_all_states_are_summed() -> None:
    found = question(
        "q1", given("HRV", "by_name", q1="100"), given("CHE", "counted_only", q1="250.5"), given("NOR", "by_name")
    )
    assert found.answered == 2
    assert found.numbers is not None
    assert (found.numbers.count, found.numbers.total, found.numbers.mean, found.numbers.median) == (
        2,
        Decimal("350.5"),
        Decimal("175.25"),
        Decimal("175.25"),
    )
    assert found.quoted == (TextQuoted(iso3="HRV", text="100"),)


def test_a_question_that_nobody_answered_has_no_figures() -> None:
    found = question("q1", given("HRV", "by_name", q4="No."))
    assert (found.answered, found.numbers, found.quoted) == (0, None, ())


def test_choices_are_counted_and_only_those_named_who_may_be() -> None:
    found = question(
        "q3",
        given("HRV", "by_name", q3="c1"),
        given("CHE", "without_name", q3="c1"),
        given("NOR", "counted_only", q3="c2"),
    )
    assert [(one.name, one.count, one.named) for one in found.choices] == [
        ("by law", 2, ("HRV",)),
        ("by decree", 1, ()),
    ]


def test_words_are_quoted_as_each_state_allows() -> None:
    found = question(
        "q4",
        given("HRV", "by_name", q4="No law."),
        given("CHE", "without_name", q4="Zero budget."),
        given("NOR", "without_name", q4="A long way."),
        given("FJI", "counted_only", q4="Secret."),
    )
    assert [(one.iso3, one.text) for one in found.quoted] == [
        ("HRV", "No law."),
        ("", "A long way."),
        ("", "Zero budget."),
    ]
    assert (found.answered, found.unquoted) == (4, 1)


def test_of_fewer_than_three_that_are_not_named_no_words_are_quoted() -> None:
    found = question("q4", given("HRV", "by_name", q4="No law."), given("CHE", "without_name", q4="Zero budget."))
    assert [(one.iso3, one.text) for one in found.quoted] == [("HRV", "No law.")]
    assert found.unquoted == 1
    words = everything(told(given("HRV", "by_name", q4="No law."), given("CHE", "without_name", q4="Zero budget.")))
    assert "Zero budget." not in words
    assert "Fewer than 3 States wished not to be named." in words


def test_while_answers_come_in_no_words_are_quoted_without_a_name() -> None:
    """Else the list of those who answered, which grows by one State, would tell whose words were added to the others."""
    every = [given(iso3, "without_name", q4=f"Words of {iso3}.") for iso3 in ("AUT", "CHE", "CRI", "FJI")]
    found = told(*every, is_open=True)
    assert found.parts[1].questions[1].quoted == ()
    words = everything(found)
    assert "Words of" not in words
    assert "Answers may still come." in words


def test_tables_are_listed_and_their_columns_summed() -> None:
    rows = ({"k1": "2034", "k2": "10"}, {"k1": "2035", "k2": "5.5"})
    found = question("q2", given("HRV", "by_name", q2=rows), given("CHE", "counted_only", q2=({"k2": "100"},)))
    assert [(row.iso3, dict(row.values)) for row in found.rows] == [("HRV", rows[0]), ("HRV", rows[1])]
    assert found.totals == {"k2": Decimal("115.5")}


HIDDEN = [given(iso3, "counted_only", q1="300", q3="c1", q2=({"k2": "7000"},)) for iso3 in ("AUT", "CHE", "CRI")]
NAMED = [given("HRV", "by_name", q1="100", q3="c2", q2=({"k2": "5000"},))]


@pytest.mark.parametrize("hidden", [1, 2])
def test_totals_that_less_what_is_quoted_tell_the_answer_of_one_state_are_withheld(hidden: int) -> None:
    answers = [*NAMED, *HIDDEN[:hidden]]
    figure, way, rows = (for_all(code, *answers) for code in ("q1", "q3", "q2"))
    assert (figure.answered, figure.withheld, figure.numbers) == (1, True, None)
    assert figure.quoted == (TextQuoted(iso3="HRV", text="100"),)
    assert [(one.name, one.count, one.named) for one in way.choices] == [("by law", 0, ()), ("by decree", 1, ("HRV",))]
    assert ([dict(row.values) for row in rows.rows], rows.totals) == ([{"k2": "5000"}], None)
    text = everything(told(*answers))
    assert "Where fewer than 3 of the States that answered a question are not quoted" in text
    assert [
        each for each in (str(100 + 300 * hidden), str(5000 + 7000 * hidden)) if each in text.replace("\u00a0", "")
    ] == []


def test_single_figures_without_a_name_are_left_out_where_totals_could_not_be_told_beside_them() -> None:
    """Less all that is quoted, the total would be the figure of the one State that is only counted."""
    unnamed = [given(iso3, "without_name", q1="50", q4=f"Words of {iso3}.") for iso3 in ("FJI", "LAO")]
    answers = [*NAMED, *unnamed, HIDDEN[0]]
    found, text = for_all("q1", *answers), for_all("q4", *answers)
    assert found.numbers == summary([Decimal(300), Decimal(50), Decimal(100), Decimal(50)])
    assert found.quoted == (TextQuoted(iso3="HRV", text="100"),)
    assert [one.text for one in text.quoted] == ["Words of FJI.", "Words of LAO."]


def test_whether_a_state_that_is_not_quoted_left_a_question_open_is_not_told() -> None:
    """Neither while it is open nor afterwards."""
    for is_open in (True, False):
        found = [for_all(code, *NAMED, HIDDEN[0], is_open=is_open) for code in ("q1", "q4", "q5")]
        assert [one.withheld for one in found] == [True, True, True]
        assert [one.answered for one in found] == [1, 0, 0]


def test_totals_over_three_states_that_are_not_quoted_are_told_once_it_is_closed() -> None:
    answers = [*NAMED, *HIDDEN]
    closed, still_open = for_all("q1", *answers), for_all("q1", *answers, is_open=True)
    assert (closed.withheld, closed.numbers) == (False, summary([Decimal(100), *[Decimal(300)] * 3]))
    assert (still_open.withheld, still_open.numbers) == (True, None)
    assert "day by day their difference would tell the answer of one State" in everything(told(*answers, is_open=True))


def test_totals_of_what_is_quoted_are_told_at_once() -> None:
    found = for_all("q1", *NAMED, is_open=True)
    assert (found.withheld, found.numbers) == (False, summary([Decimal(100)]))


texts = st.text(alphabet="abcdefgh", min_size=12, max_size=16)
answers = st.lists(
    st.tuples(st.sampled_from(QUOTINGS), texts, st.sampled_from(["c1", "c2", ""]), st.integers(0, 10**6)),
    max_size=len(CODES),
)


@drawn(answers)
def test_nothing_is_quoted_otherwise_than_a_state_allows(drawn_answers: list[tuple[Quoting, str, str, int]]) -> None:
    every = [
        given(iso3, quoting, q4=f"{iso3}{text}", q3=way, q1=str(figure), q2=({"k1": f"20{at:02}", "k2": "1"},))
        for at, (iso3, (quoting, text, way, figure)) in enumerate(zip(CODES, drawn_answers, strict=False))
    ]
    found = told(*every)
    words = everything(found)
    unnamed = quotes_unnamed(one.quoting for one in every)
    for one in every:
        text = one.answers["2"].text("q4")
        assert (text in words) == (one.quoting == "by_name" or (one.quoting == "without_name" and unnamed))
    for part in found.parts:
        for each in part.questions:
            named = {quoted.iso3 for quoted in each.quoted} | {row.iso3 for row in each.rows}
            named |= {iso3 for choice in each.choices for iso3 in choice.named}
            assert named - {""} <= {one.iso3 for one in every if one.quoting == "by_name"}


@drawn(answers)
def test_counts_add_up(drawn_answers: list[tuple[Quoting, str, str, int]]) -> None:
    every = [
        given(iso3, quoting, q4=text, q3=way, q1=str(figure))
        for iso3, (quoting, text, way, figure) in zip(CODES, drawn_answers, strict=False)
    ]
    ways, numbers, words = question("q3", *every), question("q1", *every), question("q4", *every)
    assert sum(one.count for one in ways.choices) == ways.answered
    assert (numbers.numbers.count if numbers.numbers else 0) == numbers.answered == len(every)
    assert (numbers.numbers.total if numbers.numbers else 0) == sum(int(one.answers["1"].text("q1")) for one in every)
    assert len(words.quoted) + words.unquoted == words.answered


def test_the_order_of_what_is_not_named_does_not_tell_whose_it_is() -> None:
    one = [given(iso3, "without_name", q4=text) for iso3, text in zip(CODES, "cab", strict=False)]
    other = [given(iso3, "without_name", q4=text) for iso3, text in zip(CODES, "bca", strict=False)]
    assert question("q4", *one).quoted == question("q4", *other).quoted


def test_a_table_stands_on_a_sheet_of_its_own() -> None:
    found = told(given("HRV", "by_name", q1="100", q2=({"k1": "2035", "k2": "5"},), q5="yes"))
    sheets = {name: (heads, rows) for name, heads, rows in collation_sheets(found, ENGLISH)}
    assert list(sheets) == ["Answers", "Who was asked", "Counts", "1 Paid so far"]
    assert sheets["Answers"] == (
        [
            "Code", "State", "Regional group", "How much each year", "Which way", "What stands in the way",
            "For several years",
        ],
        [["HRV", "Croatia", "in no regional group", Decimal(100), "", "", "yes"]],
    )  # fmt: skip
    assert sheets["1 Paid so far"] == (["State", "Year", "Francs"], [["Croatia", "2035", Decimal(5)]])
