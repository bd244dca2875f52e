"""The groups of States: their members on a day, their sources, and the list of States narrowed by them."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.web.pages import words

pytestmark = pytest.mark.django_db
GROUPS = "/groups/"
STATES = "/conventions/CCM/states/"


def test_every_group_has_its_members_of_the_day(client: Client) -> None:
    counts = {}
    for day in ("2020-01-31", "2020-02-01"):
        page = client.get(f"{GROUPS}?as_of={day}")
        names = words(page, "//section/h3")
        members = [line.split()[0] for line in words(page, "//section/p[1]")]
        counts[day] = dict(zip(names, members, strict=True))
    before, after = counts["2020-01-31"], counts["2020-02-01"]
    assert {name: (number, after[name]) for name, number in before.items() if number != after[name]} == {
        "European Union": ("28", "27")
    }
    assert (before["African"], before["Association of Southeast Asian Nations"]) == ("54", "10")


def test_a_group_says_what_says_so(client: Client) -> None:
    page = client.get(f"{GROUPS}?as_of=2020-02-01")
    section = "//section[@id='asean']"
    assert words(page, f"{section}//a")[:3] == ["Brunei Darussalam", "Cambodia", "Indonesia"]
    assert words(page, f"{section}/p/span") == ["certain; the list is known to hold on 31 December 2025"]
    assert words(page, f"{section}//ul/li")[0].startswith("asean.or.jp/")


def test_the_states_of_a_convention_are_narrowed_by_a_named_group(client: Client) -> None:
    rows = "//*[@id='states']//tbody/tr/th"
    page = client.get(f"{STATES}?in=ASEAN&group=Asia-Pacific&as_of=2020-02-01")
    assert words(page, rows) == [
        "Brunei Darussalam",
        "Cambodia",
        "Indonesia",
        "Lao People's Democratic Republic",
        "Malaysia",
        "Myanmar",
        "Philippines",
        "Singapore",
        "Thailand",
        "Viet Nam",
    ]
    assert words(client.get(f"{STATES}?in=nothing&q=Norway"), rows) == ["Norway"]
