from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.scoring import (
    Count,
    folder,
    misplaced,
    owners,
    party,
    person,
    pooled,
    same_due,
    score,
    stems,
    table,
)

if TYPE_CHECKING:
    from pathlib import Path

GOLD = {
    "convention": "Convention on Cluster Munitions (CCM)",
    "body": "Coordination Committee",
    "date": "2030-05-02",
    "start_time": "10:00",
    "chair": {"delegation": "Norway", "person": "Ms Ada Berg", "role": "President"},
    "attendance": [{"delegation": "Norway", "people": ["Ms Ada Berg"]}, {"delegation": "Lao PDR", "people": []}],
    "apologies": ["Chile"],
    "agenda": [{"number": "1", "title": "Opening"}, {"number": "2", "title": "Money", "title_alt": ["Finances"]}],
    "action_points": [
        {"owner": ["President"], "text": "circulate the draft letter", "due": "2030-05", "class": "explicit"},
        {"owner": ["Lao PDR"], "text": "host a workshop", "due": None, "class": "implied"},
        {"owner": ["Norway"], "text": "circulate a letter", "due": None, "duplicates": "the first"},
    ],
    "decisions": ["record of the last meeting approved"],
    "next_meeting": {"date": "2030-06-06"},
    "mentioned_dates": [{"date": "2030-06-06", "what": "next meeting"}, {"date": None, "what": "unknown"}],
    "mandates": [{"theme": "Victim assistance (coordinators)", "holders": ["Lao PDR"], "years": "2030-2031"}],
    "figures": [{"what": "received", "value": "CHF 1,200.50"}],
    "positions": [{"question": "a new form", "delegation": "Chile", "stance": "undecided", "stance_alt": ["asks"]}],
    "progress": [{"state": "Benin", "stage": "procedure_completed", "stage_alt": ["before_parliament"]}],
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Netherlands", "Netherlands"),
        ("Lao People's Democratic Republic", "Lao PDR"),
        ("Cluster Munition Coalition (CMC)", "CMC"),
        ("the Presidency", "President"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
    ],
)
def test_a_party_is_the_same_however_it_is_written(one: str, other: str) -> None:
    assert party(one) == party(other)


def test_a_person_is_named_without_titles_and_accents() -> None:
    assert person("H.E. Ms. Zlata Perić (via video link)") == "zlata peric"


def test_words_are_compared_by_their_stems() -> None:
    assert stems("The Secretariat will be circulating drafts") == stems("secretariat circulated a draft")


def test_a_record_scores_fully_against_itself() -> None:
    assert {measure: count.f1 for measure, count in score(GOLD, GOLD).items() if count.gold} == {
        "header.date": 1.0,
        "header.start_time": 1.0,
        "header.convention": 1.0,
        "header.body": 1.0,
        "header.chair": 1.0,
        "delegations": 1.0,
        "people": 1.0,
        "apologies": 1.0,
        "agenda": 1.0,
        "mandates": 1.0,
        "actions": pytest.approx(4 / 5),  # the repeated item is asked of nobody, but counts as claimed
        "actions.explicit": 1.0,
        "actions.owner": 1.0,
        "actions.due": 1.0,
        "decisions": 1.0,
        "next meeting": 1.0,
        "dates": 1.0,
        "figures": 1.0,
        "positions": 1.0,
        "progress": 1.0,
    }


def test_an_empty_reading_hits_nothing_and_claims_nothing() -> None:
    scores = score(GOLD, {})
    assert (scores["delegations"], scores["actions"], scores["dates"]) == (
        Count(0, 2, 0),
        Count(0, 2, 0),
        Count(0, 1, 0),
    )


def test_a_reading_is_measured_item_by_item() -> None:
    reading = {
        "date": "2030-05-03",
        "attendance": [
            {"delegation": "Norway", "people": ["Ms Eva Lund"]},
            {"delegation": "Laos"},
            {"delegation": "Peru"},
        ],
        "agenda": [{"number": "2", "title": "Finances"}],
        "action_points": [{"owner": ["Norway"], "text": "circulated the letter in draft", "due": "2030-05-20"}],
        "mandates": [{"theme": "Victim assistance", "holders": ["Lao PDR"], "years": "2030"}],
        "figures": [{"what": "money", "value": 1200.5}],
        "positions": [{"delegation": "Chile", "stance": "asks"}],
        "progress": [{"state": "Benin", "stage": "deposited"}],
    }
    scores = score(GOLD, reading)
    assert {measure: count for measure, count in scores.items() if count.read} == {
        "header.date": Count(0, 1, 1),
        "delegations": Count(2, 2, 3),
        "people": Count(0, 1, 1),
        "agenda": Count(1, 2, 1),
        "mandates": Count(0, 1, 1),
        "actions": Count(1, 2, 1),
        "actions.explicit": Count(1, 1, 1),
        "actions.owner": Count(1, 1, 1),
        "actions.due": Count(1, 1, 1),
        "figures": Count(0, 1, 1),
        "positions": Count(1, 1, 1),
        "progress": Count(0, 1, 1),
    }


def test_the_chair_acts_as_president_and_for_the_delegation() -> None:
    assert owners({"owner": ["Norway"]}, party("Norway")) == owners({"owner": ["Presidency"]}, party("Norway"))
    assert owners({"owner": ["Norway"]}) != owners({"owner": ["President"]})


@pytest.mark.parametrize(
    ("wanted", "got", "same"),
    [
        ({"due": "2030-05"}, "2030-05-11", True),
        ({"due": "2030-05-11"}, "2030-05", False),
        ({"due": "2030-05-01/2030-05-15"}, "2030-05-15", True),
        ({"due": "2030-05-15", "due_alt": ["2030-05"]}, "2030-05", True),
        ({"due": None}, None, True),
        ({"due": None}, "2030-05-11", False),
        ({"due": "2030-05-11"}, None, False),
    ],
)
def test_a_due_day_must_be_as_fine_as_the_record_asks(wanted: dict[str, object], got: str | None, same: bool) -> None:  # noqa: FBT001  a table of cases
    assert same_due(wanted, {"due": got}) is same


def test_an_overlong_text_proves_nothing() -> None:
    padded = {"owner": [], "text": "circulate the draft letter " + "and so on " * 80}
    assert score(GOLD, {"action_points": [padded]})["actions"] == Count(0, 2, 1)


def test_quotes_must_stand_at_their_offsets() -> None:
    text = "Norway will write. Chile will not."
    reading = {
        "chair": {"evidence": {"start": 0, "end": 6, "quote": "Norway"}},
        "action_points": [{"evidence": {"start": 19, "end": 24, "quote": "Peru"}}],
    }
    assert misplaced(reading, text) == ["Peru"]


def test_a_quote_may_not_run_over_a_page() -> None:
    text = "x" * 601
    assert misplaced({"evidence": {"start": 0, "end": 601, "quote": text}}, text) == [text]


def test_several_documents_are_summed() -> None:
    assert pooled([{"dates": Count(1, 2, 3)}, {"dates": Count(1, 1, 1), "agenda": Count(0, 1, 0)}]) == {
        "dates": Count(2, 3, 4),
        "agenda": Count(0, 1, 0),
    }


def test_figures_are_shown_only_for_what_there_is() -> None:
    assert table({"dates": Count(1, 2, 4), "absent": Count()}).splitlines() == [
        "measure                   P      R     F1  gold  read",
        "dates                  0.25   0.50   0.33     2     4",
    ]


def test_a_folder_pairs_records_with_readings_by_name(tmp_path: Path) -> None:
    (tmp_path / "one.gold.json").write_text(json.dumps({"figures": [{"value": 7}]}), "utf-8")
    (tmp_path / "two.gold.json").write_text(json.dumps({"figures": [{"value": 8}]}), "utf-8")
    (tmp_path / "one.json").write_text(json.dumps({"figures": [{"value": 7}]}), "utf-8")
    assert {name: scores["figures"] for name, scores in folder(tmp_path, tmp_path).items()} == {
        "one": Count(1, 1, 1),
        "two": Count(0, 1, 0),
    }
