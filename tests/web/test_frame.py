from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries as AssertQueries
from tests.web.pages import tree, words

from corcom.web.headers import CONTENT_SECURITY_POLICY


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2016, 5, 2)


def test_the_first_page_shows_the_frame(secretariat: Client) -> None:
    page = secretariat.get("/")
    assert words(page, "//h1") == ["Today"]
    assert words(page, "//p[@class='status-line']") == ["2 May 2016 · All conventions"]
    assert words(page, "//nav[@id='menu']//a[@aria-current]") == ["Today"]
    assert words(page, "//*[@class='ribbon']") == []


def test_the_frame_asks_the_database_twice(secretariat: Client, django_assert_num_queries: AssertQueries) -> None:
    """For the session and for the account."""
    with django_assert_num_queries(2):
        secretariat.get("/style/")


def test_the_menu_shows_only_pages_that_exist(reader: Client, secretariat: Client) -> None:
    from corcom.web.menu import MENU, address_of

    shown = [str(entry.label) for entries in MENU.values() for entry in entries if address_of(entry.page)]
    # The page of a delegation is for those who act for one.
    assert shown.pop(1) == "Our delegation"
    assert words(secretariat.get("/"), "//nav[@id='menu']//a") == shown
    # A reader sends nothing and sees nobody's address.
    assert words(reader.get("/"), "//nav[@id='menu']//a") == [
        each for each in shown if each not in {"Directory", "Letters", "Outbox", "Accounts"}
    ]
    assert shown[:6] == ["Today", "Meetings", "Calendar", "Follow-up", "Matters arising", "Decisions"]
    assert "Style" not in shown
    assert tree(reader.get("/")).xpath("//footer//a/@href") == ["/style/"]
    assert words(reader.get("/matters/"), "//nav[@id='menu']//a[@aria-current]") == ["Matters arising"]
    assert address_of("a-page-that-does-not-exist") is None


def test_a_day_in_the_address_is_the_day_of_the_page_and_of_its_links(secretariat: Client) -> None:
    page = secretariat.get("/?as_of=2016-04-28")
    assert words(page, "//h1") == ["As of 28 April 2016"]
    assert words(page, "//*[@class='ribbon']//p") == ["As of 28 April 2016. Everything on this page is as of that day."]
    links = {link.get("href") for link in tree(page).xpath("//nav[@id='menu']//a")}
    assert {link.partition("?")[2] for link in links} == {"as_of=2016-04-28"}
    assert tree(page).xpath("//*[@class='ribbon']//a/@href") == ["?"]


def test_today_is_not_written_into_links(secretariat: Client) -> None:
    page = secretariat.get("/?as_of=2016-05-02")
    assert words(page, "//*[@class='ribbon']") == []
    assert not [link for link in tree(page).xpath("//nav[@id='menu']//a/@href") if "as_of" in link]


@pytest.mark.parametrize("asked", ["2016-04-31", "31/02/2016", "yesterday", "<b>"])
def test_a_day_that_cannot_be_read_is_never_taken_for_today(secretariat: Client, asked: str) -> None:
    page = secretariat.get("/", {"as_of": asked})
    assert page.status_code == 400
    assert words(page, "//h1") == ["That is not a day"]
    assert words(page, "//dl//dd")[0] == f"“{asked}” cannot be read as a day."


def test_the_other_keys_of_the_address_stay_when_a_day_is_chosen(secretariat: Client) -> None:
    page = secretariat.get("/?theme=Clearance&as_of=2016-04-28")
    kept = tree(page).xpath("//details[contains(@class,'bar-day')]//input[@type='hidden']")
    assert [(field.get("name"), field.get("value")) for field in kept] == [("theme", "Clearance")]


@pytest.mark.parametrize("address", ["/", "/style/", "/account/sign-in/", "/nowhere/"])
def test_every_answer_carries_the_policy(visitor: Client, address: str) -> None:
    headers = visitor.get(address).headers
    assert headers["Content-Security-Policy"] == CONTENT_SECURITY_POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
    assert CONTENT_SECURITY_POLICY.startswith("default-src 'none'; script-src 'self'; style-src 'self'")


def test_the_language_that_was_chosen_is_spoken(visitor: Client) -> None:
    chosen = visitor.post("/choose-language/", {"language": "fr", "next": "/account/sign-in/"})
    assert (chosen.status_code, chosen.headers["Location"]) == (302, "/account/sign-in/")
    page = visitor.get("/account/sign-in/")
    assert words(page, "//h1") == ["Se connecter"]
    assert (tree(page).get("lang"), tree(page).get("dir")) == ("fr", "ltr")


def test_arabic_runs_from_right_to_left_with_the_sheet_made_for_it(visitor: Client) -> None:
    visitor.cookies["django_language"] = "ar"
    page = visitor.get("/account/sign-in/")
    assert (tree(page).get("lang"), tree(page).get("dir")) == ("ar", "rtl")
    assert tree(page).xpath("//link[@rel='stylesheet']/@href")[0] == "/static/vendor/bootstrap/bootstrap.rtl.min.css"


def test_only_languages_with_a_catalogue_are_offered(visitor: Client) -> None:
    assert tree(visitor.get("/style/")).xpath("//button[@name='language']/@value") == ["ar", "en", "fr"]


@pytest.mark.parametrize("theme", ["light", "dark", "auto"])
def test_the_theme_that_was_chosen_is_worn(visitor: Client, theme: str) -> None:
    chosen = visitor.post("/choose/theme/", {"theme": theme, "next": "/style/?sort=due"})
    assert (chosen.status_code, chosen.headers["Location"]) == (302, "/style/?sort=due")
    page = visitor.get("/style/")
    assert tree(page).get("data-bs-theme") == theme
    assert tree(page).xpath("//button[@name='theme'][@aria-current]/@value") == [theme]


def test_the_convention_that_was_chosen_is_named(secretariat: Client) -> None:
    secretariat.post("/choose/convention/", {"convention": "ccm", "next": "/"})
    assert words(secretariat.get("/"), "//p[@class='status-line']") == ["2 May 2016 · Convention on Cluster Munitions"]


def test_every_rulebook_is_a_convention_to_choose(secretariat: Client) -> None:
    panel = "//button[@name='convention']"
    known = [
        "All conventions",
        "Anti-Personnel Mine Ban Convention",
        "Arms Trade Treaty",
        "Convention on Cluster Munitions",
    ]
    assert words(secretariat.get("/style/"), panel) == known
    secretariat.post("/choose/convention/", {"convention": "att", "next": "/"})
    page = secretariat.get("/")
    assert words(page, "//p[@class='status-line']") == ["2 May 2016 · Arms Trade Treaty"]
    assert words(page, panel) == known


def test_a_choice_that_is_not_offered_is_refused(visitor: Client) -> None:
    assert visitor.post("/choose/theme/", {"theme": "pink"}).status_code == 400
    assert visitor.post("/choose/name/", {"name": "x"}).status_code == 400
    assert visitor.get("/choose/theme/").status_code == 405
    assert "theme" not in visitor.cookies


def test_nobody_is_sent_to_another_site(visitor: Client) -> None:
    chosen = visitor.post("/choose/theme/", {"theme": "dark", "next": "https://example.org/"})
    assert chosen.headers["Location"] == "/"
