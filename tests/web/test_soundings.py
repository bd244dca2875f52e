"""Soundings and the planner: for the secretariat alone, and on no other page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.rows import AT
from tests.web.kept import TODAY
from tests.web.pages import words
from tests.web.test_committee import spaced

from corcom.mandates.actions import record_terms, take_sounding
from corcom.mandates.domain.planner import is_installed
from corcom.mandates.domain.soundings import Answer, Sounding
from corcom.mandates.domain.term_rows import packaged_terms
from corcom.mandates.queries import soundings

PLAN = "/committee/plan/?convention=CCM&meeting=3MSP"


@pytest.fixture(autouse=True)
def _recorded(settings: LazySettings, db: None) -> None:
    settings.TODAY = TODAY
    record_terms(found=packaged_terms(), at=AT)


def given(**changes: Any) -> dict[str, Any]:
    return {
        "meeting": "7msp",
        "office": "coordinator",
        "holder": "TUV",
        "themes": ["clearance"],
        "answer": "approached",
        "on": "2016-05-03",
        "source": "the President, by telephone",
        "note": "a very private remark",
        **changes,
    }


def sounded(holder: str, answer: Answer = "accepted", *themes: str, meeting: str = "3MSP") -> None:
    take_sounding(
        sounding=Sounding(
            convention="CCM",
            meeting=meeting,
            office="coordinator",
            themes=themes,
            holder=holder,
            answer=answer,
            on=date(2012, 5, 3),
            source="letter",
            note="a very private remark",
        ),
        at=AT,
    )


def test_a_sounding_is_recorded_and_the_last_answer_shown(secretariat: Client) -> None:
    secretariat.post("/committee/soundings/", given())
    page = secretariat.post("/committee/soundings/", given(answer="declined", on="2016-05-04"), follow=True)
    assert words(page, "//ul[@class='messages']/li") == ["The sounding is recorded."] * 2
    (row,) = spaced(page, "//*[@id='soundings']//tbody/tr")
    assert row.startswith(
        "Tuvalu Coordinator, 7MSP Clearance and Risk Reduction declined 4 May 2016 the President, by telephone"
    )
    assert len(soundings(convention="CCM")) == 2
    refused = secretariat.post("/committee/soundings/", given(source=""))
    assert (refused.status_code, len(soundings(convention="CCM"))) == (400, 2)


def test_a_sounding_is_struck(secretariat: Client) -> None:
    sounded("TUV")
    number = soundings(convention="CCM")[0].number
    secretariat.post(f"/committee/soundings/{number}/strike/", {"why": "another State"})
    assert soundings(convention="CCM") == []
    assert secretariat.post(f"/committee/soundings/{number}/strike/", {"why": "again"}).status_code == 404


@pytest.mark.parametrize("address", ["/committee/soundings/", "/committee/soundings/1/strike/", PLAN])
def test_they_are_closed_to_all_but_the_secretariat(reader: Client, visitor: Client, address: str) -> None:
    assert (reader.get(address).status_code, reader.post(address).status_code) == (403, 403)
    assert visitor.get(address).headers["Location"].startswith("/account/sign-in/")


@pytest.mark.parametrize(
    "address",
    [
        "/committee/",
        "/committee/?as_of=2012-06-01",
        "/committee/?format=csv",
        "/states/TUV/",
        "/",
        "/search/?q=private+remark",
        "/directory/delegations/TUV/",
    ],
)
def test_no_other_page_shows_them(reader: Client, secretariat: Client, address: str) -> None:
    sounded("TUV")
    for client in (reader, secretariat):
        said = client.get(address).content.decode()
        assert ("a very private remark" in said, "accepted" in said) == (False, False)
    assert "Soundings" not in reader.get("/committee/").content.decode()


def test_a_plan_made_by_hand_is_checked(secretariat: Client) -> None:
    page = secretariat.post(PLAN, {"plan": "CHL: clearance; 2\nNOR: cooperation; 3"})
    assert spaced(page, "//*[@id='plan']//tbody/tr") == [
        "Clearance and Risk Reduction Chile 2",
        "Cooperation and Assistance Norway 3",
    ]
    assert words(page, "//div[@class='page-content']//ul[@class='lines']/li/text()[1]/..")[0].startswith(
        "rule broken The term of Norway for Cooperation and Assistance runs across 3 meetings; the rule allows 2."
    )
    refused = secretariat.post(PLAN, {"plan": "CHL: weather; 2"})
    assert (refused.status_code, words(refused, "//*[@role='alert']//li")[0][:49]) == (
        400,
        "A plan made by hand: weather is no theme; there are "[:49],
    )


def test_without_the_solver_the_page_says_what_to_install_and_with_it_it_proposes(secretariat: Client) -> None:
    for holder, theme in (("CHL", "cooperation"), ("NOR", "clearance"), ("TUV", "general-status")):
        sounded(holder, "accepted", theme)
    sounded("FRA", "considering", "clearance")
    page = secretariat.get(PLAN)
    if not is_installed():
        assert words(page, "//div[@class='note note-info']//strong") == ["pip install 'corcom[planner]'"]
        return
    assert spaced(page, "//*[@id='plan']//tbody/tr") == [
        "Clearance and Risk Reduction Norway 2",
        "Cooperation and Assistance Chile 2",
        "General Status and Operation Tuvalu 2",
    ]


def test_a_day_after_the_last_known_meeting_asks_for_one(secretariat: Client) -> None:
    page = secretariat.get("/committee/plan/?convention=CCM&as_of=2026-01-01")
    assert words(page, "//div[@class='page-content']/p")[0] == "The days of no coming meeting are known; choose one."
