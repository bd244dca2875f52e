"""References to meetings, documents, articles, resolutions and addresses."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corcom.kernel.plain import plain
from corcom.minutes.domain.facts.references import find_references


def references(text: str) -> list[tuple[str, str]]:
    return [(found.kind, found.target) for found in find_references(plain(text))]


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("at the 6MSP", "meeting", "6MSP"),
        ("the Fifth Meeting of the States Parties (5MSP)", "meeting", "5MSP"),
        ("the 10th MSP", "meeting", "10MSP"),
        ("First Review Conference", "meeting", "1RC"),
        ("during the 1RC", "meeting", "1RC"),
        ("the intersessional meetings", "meeting", "intersessional meetings"),
        ("document CCM/MSP/2010/5", "document", "CCM/MSP/2010/5"),
        ("(APLC/MSP.12/2012/3)", "document", "APLC/MSP.12/2012/3"),
        ("A/RES/70/54", "resolution", "A/RES/70/54"),
        ("General Assembly resolution 70/54", "resolution", "resolution 70/54"),
        ("the Dubrovnik Action Plan", "action_plan", "Dubrovnik Action Plan"),
        ("Action 19 of the Cartagena Action Plan", "action_plan", "Action 19 of the Cartagena Action Plan"),
        ("the Beirut progress report", "document", "Beirut Progress Report"),
        ("Draft Lausanne Declaration", "document", "Lausanne Declaration"),
        ("the “Guide to Reporting”", "document", "Guide to Reporting"),
        ("Article 7 reports", "article", "Article 7"),
        ("Art. 7(1)", "article", "Article 7(1)"),
        ("Article 3, paragraph 2", "article", "Article 3(2)"),
        ("Articles 1-3", "article", "Articles 1-3"),
        ("articles 4, 5 and 7", "article", "Articles 4, 5 and 7"),
        ("paragraph (f) of the Beirut Decisions", "document", "paragraph (f) of Beirut Decisions"),
        ("see https://example.org/a/b.", "link", "https://example.org/a/b"),
        ("on www.example.org, too", "link", "www.example.org"),
    ],
)
def test_a_reference_has_a_plain_target(text: str, kind: str, target: str) -> None:
    assert references(text) == [(kind, target)]


@pytest.mark.parametrize(
    "text", ["and/or", "N/A", "24/7 and km/h", "2015/16", "a progress report", "The Statement", "articles of clothing"]
)
def test_what_points_to_nothing_is_left_alone(text: str) -> None:
    assert references(text) == []


@settings(max_examples=200)
@given(
    st.one_of(
        st.text(max_size=150),
        st.lists(
            st.sampled_from(
                [
                    "Article",
                    "7",
                    "(",
                    ")",
                    "/",
                    "A",
                    "RES",
                    "70/54",
                    "Oslo",
                    "Action",
                    "Plan",
                    "progress",
                    "report",
                    "6",
                    "MSP",
                    "Meeting",
                    "of",
                    "States",
                    "Parties",
                    "www.",
                    "Draft",
                    "paragraph",
                    "(f)",
                    "of",
                ]
            ),
            max_size=30,
        ).map(" ".join),
    )
)
def test_whatever_the_text_references_stand_at_their_words(text: str) -> None:
    shadow = plain(text)
    last = 0
    for found in find_references(shadow):
        assert last <= found.start < found.end <= len(shadow)
        assert found.words == shadow[found.start : found.end]
        assert found.target
        last = found.end
