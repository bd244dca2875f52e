"""What a row of a list costs: no template. Its queries are counted beside each list."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.minutes import words as words_of
from tests.web.kept import TODAY, a_decision, a_meeting, an_action_point

from corcom.minutes.domain import reading as typed

LISTS = (
    "/meetings/",
    "/follow-up/?state=all",
    "/decisions/?state=all",
    "/matters/?convention=CCM&body=Coordination+Committee",
    "/states/",
    "/questions/",
)


def templates(reader: Client, address: str) -> list[str | None]:
    return [template.name for template in reader.get(address).templates]


@pytest.mark.parametrize("address", LISTS)
def test_a_longer_list_renders_no_more_templates(reader: Client, settings: LazySettings, address: str) -> None:
    settings.TODAY = TODAY
    a_meeting("1.txt")
    a_decision()
    an_action_point(due="2016-06-05")
    short = templates(reader, address)
    for number in range(2, 5):
        a_meeting(f"{number}.txt", date=f"2016-05-{26 - number}")
        a_decision(text=f"decision {number}")
        an_action_point(text=f"letter {number}", due="2016-06-05")
    assert templates(reader, address) == short


def test_a_longer_record_renders_no_more_templates(reader: Client, settings: LazySettings) -> None:
    settings.TODAY = TODAY
    said = words_of("Zambia reported on its visit to Luanda.")
    found = [typed.Figure(what=f"States {n}", value=n, evidence=said) for n in range(1, 6)]
    short = a_meeting("1.txt", figures=tuple(found[:1])).meeting_id
    long = a_meeting("2.txt", date="2016-05-24", figures=tuple(found)).meeting_id
    assert templates(reader, f"/meetings/{long}/") == templates(reader, f"/meetings/{short}/")
