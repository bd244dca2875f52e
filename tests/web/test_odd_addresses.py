"""What nobody would type by accident is answered all the same, and never with a fault of the program."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.register import the_register
from tests.web.kept import TODAY, a_meeting, an_action_point
from tests.web.pages import words

LONG = "9" * 25


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.mark.parametrize(
    "address",
    [
        f"/follow-up/{LONG}/",
        f"/follow-up/{'9' * 18}/",
        f"/meetings/{LONG}/",
        f"/meetings/{LONG}/record.json",
        f"/decisions/{LONG}/close/",
        f"/questions/{LONG}/",
        f"/documents/{LONG}/review/",
        f"/documents/{'9' * 18}/review/",
        f"/documents/{LONG}/changes/",
        f"/documents/{LONG}/original/",
        f"/documents/{'9' * 18}/original/",
        f"/documents/upload/{LONG}/",
        "/states/%00/",
        "/states/a%2Fb/",
        "/conventions/x/",
        "/conventions/ccm/",
        f"/conventions/CCM/obligations/ZAF/annual-report/?period={LONG}",
        f"/register/acts/{LONG}/correct/",
        f"/register/facts/{'9' * 18}/strike/",
        "/conventions/CCM/states/zaf/record/",
    ],
)
def test_what_cannot_be_the_number_or_code_of_anything_is_not_found(secretariat: Client, address: str) -> None:
    assert secretariat.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        f"/follow-up/close/?point={LONG}&point=-1&point=%D9%A3",
        "/follow-up/?q=%00&owner=%00&theme=%00&body=%00&convention=%00",
        f"/follow-up/?meeting={LONG}&page={LONG}&due={LONG}",
        "/follow-up/?as_of=2199-12-31&due=90",
        f"/follow-up/?page={'9' * 18}",
        f"/decisions/?page={'9' * 18}",
        "/follow-up/?as_of=0001-01-01",
        f"/meetings/?year={LONG}&page=-1&body=%00",
        "/meetings/?year=99999",
        "/states/?kind=x&sort=y&page=99",
        "/questions/?page=99&convention=%00",
        "/matters/?body=%00&convention=%00",
        "/matters/?convention=CCM&body=Coordination+Committee&next=0001-01-01",
        f"/documents/?page={'9' * 18}&review=x&kind=%00&sort=y",
        f"/documents/?page={LONG}&convention=%00",
        f"/conventions/CCM/states/?status=%00&group=%00&q=%00&sort=x&page={LONG}",
        f"/conventions/CCM/obligations/?view=list&obligation=%00&status=x&group=y&q=%00&page={LONG}&due=%00",
        "/conventions/CCM/obligations/?view=next&due=2016-99-99",
        "/conventions/CCM/?as_of=0001-01-01",
        "/conventions/CCM/?as_of=2199-12-31",
        "/conventions/CCM/obligations/?as_of=2199-12-31&view=next",
        "/obligations/?as_of=2199-12-31",
        "/states/ZAF/?as_of=2199-12-31&convention=%00",
        "/states/ZAF/?known_on=0001-01-01&as_of=0001-01-01",
        f"/conventions/CCM/states/ZAF/record/?like={LONG}",
        f"/documents/{{file}}/review/?finding={LONG}&edit={LONG}&page={LONG}&together={LONG}",
        f"/documents/{{file}}/review/?finding={'9' * 18}&edit={'9' * 18}&page={'9' * 18}&kind=%00",
    ],
)
def test_what_cannot_be_understood_does_not_narrow(secretariat: Client, address: str) -> None:
    file = a_meeting().file_id
    the_register()
    assert secretariat.get(address.replace("{file}", str(file))).status_code == 200


@pytest.mark.parametrize("rest", ["verdict", "certain", "kind", "undo"])
def test_no_step_is_taken_on_what_cannot_be_a_document(secretariat: Client, rest: str) -> None:
    assert secretariat.post(f"/documents/{LONG}/review/{rest}/", {"accept": "1"}).status_code == 404


def test_a_place_that_is_none_is_refused_in_words(secretariat: Client) -> None:
    number = an_action_point()
    said = {"on": "2016-06-14", "passage": f"{LONG}:1:2"}
    assert secretariat.post(f"/follow-up/{number}/close/", said).status_code == 400


@pytest.mark.parametrize("key", ["as_of", "known_on"])
@pytest.mark.parametrize("page", ["/conventions/CCM/reports/", "/reminders/", "/states/ZAF/"])
def test_a_day_thousands_of_years_ahead_is_refused_at_once(secretariat: Client, page: str, key: str) -> None:
    the_register()
    answer = secretariat.get(f"{page}?{key}=9999-12-31")
    assert (answer.status_code, words(answer, "//h1")) == (400, ["That is too far ahead."])
