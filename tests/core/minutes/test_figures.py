"""Money, percentages and counts, with what they count, and what is left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corcom.kernel.plain import plain
from corcom.minutes import read
from corcom.minutes.domain.facts.figures import FigureMention, find_figures


def figures(text: str) -> list[FigureMention]:
    shadow = plain(text)
    return find_figures(shadow, [(0, len(shadow))])


@pytest.mark.parametrize(
    ("text", "value", "kind", "what"),
    [
        ("The fund stood at CHF 372,000.", "CHF 372,000", "money", "The fund stood at"),
        ("Norway gave US$ 1.2 million for training.", "US$ 1.2 million", "money", "for training"),
        ("€ 41 260 remained unspent.", "€ 41 260", "money", "remained unspent"),
        ("They sent 20,000 Swiss francs to the fund.", "20,000 Swiss francs", "money", "to the fund"),
        ("The reserve stood at $1.2m in May.", "$1.2 million", "money", "in May"),
        ("EUR 12k came from Spain.", "EUR 12,000", "money", "came from Spain"),
        ("A gap of CHF 3 million remains.", "CHF 3 million", "money", "remains"),
        ("USD 45,000.- came late.", "USD 45,000", "money", "came late"),
        ("Rent of Fr. 250'000.– was paid.", "Fr. 250'000", "money", "was paid"),
        ("They need 2.5m USD for it.", "2.5 million USD", "money", "for it"),
        ("They owe $181K in all.", "$181,000", "money", "in all"),
        ("Some 12k EUR came.", "12,000 EUR", "money", "came"),
        ("It costs £1,5 bn.", "£1,5 billion", "money", "It costs"),
        ("CZK 300 000 was given.", "CZK 300 000", "money", "was given"),
        ("A grant of EUR 2016 was paid.", "EUR 2016", "money", "was paid"),
        ("Nearly 80% of reports came in time.", "Nearly 80%", "percentage", "reports came in time"),
        ("Some 15 per cent had answered (see below).", "Some 15 per cent", "percentage", "had answered"),
        ("fifty per cent of the land", "50%", "percentage", "land"),
        ("Clearance of 1.4 km² is planned.", "1.4 km²", "area", "is planned"),
        ("Of this 12 square kilometres remain.", "12 square kilometres", "area", "remain"),
        ("It burnt 3 tonnes of explosives.", "3 tonnes", "weight", "explosives"),
        ("In all 131 States took part.", 131, "count", "States took part"),
        ("A total of three new States Parties joined.", 3, "count", "new States Parties joined"),
        ("So far two reports have come.", 2, "count", "reports have come"),
        ("Of these, only 10 had replied.", 10, "count", "had replied"),
        ("That brings the membership to 100.", 100, "count", "That brings the membership to"),
        ("One hundred and twenty delegates came.", 120, "count", "delegates came"),
        ("Peru became the 100th State Party.", 100, "count", "th State Party"),
        ("It would write to the remaining ten in May.", 10, "count", "in May"),
        ("Forty-six are late, down from fifty-three in March.", 46, "count", "are late"),
        ("So many came, eighteen in total.", 18, "count", "in total"),
        ("Chad requested an extension of five years.", 5, "count", "years"),
        ("An extended deadline of 18 months was asked for.", 18, "count", "months was asked for"),
        ("Forty-six States co-sponsored it.", 46, "count", "States co-sponsored it"),
        ("about a dozen States", 12, "count", "States"),
        ("seventeen of them owed more", 17, "count", "them owed more"),
        ("38 of 40 reports", 38, "count", "40 reports"),
        ("1,075,074 mines were destroyed", 1075074, "count", "mines were destroyed"),
        ("the 10-year timeframe", 10, "term", "timeframe (years)"),
        ("Croatia cleared 1,2 km2 of land", "1,2 km2", "area", "land"),
        ("On 15 March 2018, 103 States were bound", 103, "count", "States were bound"),
        ("5 core responsibilities", 5, "count", "core responsibilities"),
    ],
)
def test_a_figure_and_what_it_counts(text: str, value: object, kind: str, what: str) -> None:
    found = figures(text)[0]
    assert (found.value, found.kind, found.what) == (value, kind, what)


@pytest.mark.parametrize(
    "text",
    [
        "There were three options and two questions.",
        "Article 7 and paragraph 4 of agenda item 5",
        "1. Opening",
        "2) Any other matter",
        "at 10:00 on 28 April 2016",
        "on May 4",
        "the 58th session, 4th floor",
        "CCM/MSP/2010/5",
        "tel. 022 917",
        "for the next 6 months, within two weeks",
        "the two Conventions agreed",
        "5.1 Universalization",
        "one of the members",
        "the Group of 77 and Articles 4, 5 and 7",
        "Room XXVII, 14:40 Permanent Mission",
    ],
)
def test_what_only_numbers_or_does_not_matter_is_left_out(text: str) -> None:
    assert figures(text) == []


def test_spans_that_are_dates_already_are_passed_over() -> None:
    text = "on 5 and 19 they met 30 States"
    assert [found.value for found in find_figures(text, [(0, len(text))], [(3, 11)])] == [30]


def test_only_the_sentences_given_are_read() -> None:
    text = "12 States came. 13 States spoke. 14 States left."
    assert [found.value for found in find_figures(text, [(0, 15), (33, 48)])] == [12, 14]


@settings(max_examples=200)
@given(st.text(alphabet="0123456789., '%$€CHFStates()-/:\n oftwenhudrp", max_size=120))
def test_whatever_the_text_figures_stand_in_their_sentence(text: str) -> None:
    shadow = plain(text)
    spans = [match.span() for match in re.finditer(r"[^.]+\.?", shadow)]
    for found in find_figures(shadow, spans):
        assert any(start <= found.start < found.end <= end for start, end in spans)
        assert found.what


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (
            "State\tProject\tAmount (USD)\nBenin\tControl list\t98,400\nPeru\tTraining\t1,087,250",
            [("Benin", "98,400"), ("Peru", "1,087,250")],
        ),
        ("| Item | Cost in CHF |\n|---|---|\n| Travel | 12,000 |", [("Travel", "12,000")]),
        ("Salaries\tCHF 350,000\nTravel\tEUR 20 500", [("Salaries", "CHF 350,000"), ("Travel", "EUR 20 500")]),
        ("Item\tDocument\nReport\t98,400", []),
    ],
)
def test_amounts_in_tables(table: str, found: list[tuple[str, str]]) -> None:
    said = "The President thanked the Unit for its work."
    reading = read(f"Minutes of the Bureau\n4 May 2016\n\n1. Budget\n\n{said}\n\n{table}\n\n2. Closing\n\n{said}\n")
    assert [(figure.what, figure.value) for figure in reading.figures] == found


def test_the_stop_in_the_sign_of_a_currency_ends_no_sentence() -> None:
    reading = read("Minutes of the Bureau\n4 May 2016\n\nPeru gave Fr. 2'500.- for the rent. It was thanked.\n")
    assert [(figure.value, figure.evidence.quote) for figure in reading.figures] == [("Fr. 2'500", "Fr. 2'500.-")]


def test_a_number_behind_a_bullet_is_a_figure() -> None:
    said = "The President thanked the Unit for its work."
    reading = read(
        f"Minutes of the Bureau\n4 May 2016\n\n1. Opening\n\n- 61 States have registered.\n\n2. Closing\n\n{said}\n"
    )
    assert [figure.value for figure in reading.figures] == [61]
