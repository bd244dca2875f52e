from __future__ import annotations

import pytest
from django.test import Client
from tests.accounts import WORDS, account
from tests.web.pages import words


def test_a_page_asks_who_is_there(visitor: Client) -> None:
    asked = visitor.get("/?as_of=2016-04-28")
    assert (asked.status_code, asked.headers["Location"]) == (302, "/account/sign-in/?next=/%3Fas_of%3D2016-04-28")


@pytest.mark.parametrize("login", ["anna", "anna@example.org"])
def test_one_signs_in_by_name_or_address_and_lands_where_one_wanted(visitor: Client, login: str) -> None:
    account("reader")
    entered = visitor.post("/account/sign-in/?next=/style/", {"login": login, "password": WORDS})
    assert (entered.status_code, entered.headers["Location"]) == (302, "/style/")
    assert words(visitor.get("/"), "//h1") == ["Today"]


def test_a_wrong_password_says_so_and_not_which_part_is_wrong(visitor: Client) -> None:
    account("reader")
    known = visitor.post("/account/sign-in/", {"login": "anna", "password": "wrong"})
    unknown = visitor.post("/account/sign-in/", {"login": "nobody", "password": "wrong"})
    assert words(known, "//*[@role='alert']") == words(unknown, "//*[@role='alert']") != []
    assert visitor.get("/").status_code == 302


def test_nobody_signs_up(visitor: Client) -> None:
    page = visitor.post("/account/sign-up/", {"username": "eve", "password1": WORDS, "password2": WORDS})
    assert words(page, "//h1") == ["Accounts are opened by the secretariat"]
    assert visitor.post("/account/sign-in/", {"login": "eve", "password": WORDS}).status_code == 200


def test_signing_out_asks_first_and_then_ends_it(reader: Client) -> None:
    assert words(reader.get("/account/sign-out/"), "//h1") == ["Sign out?"]
    assert words(reader.get("/"), "//h1") == ["Today"]
    assert reader.post("/account/sign-out/").status_code == 302
    assert reader.get("/").status_code == 302


def test_the_password_is_changed_by_who_knows_it(reader: Client, visitor: Client) -> None:
    other = "eight quiet rivers"
    wrong = {"oldpassword": "wrong", "password1": other, "password2": other}
    assert len(words(reader.post("/account/password/", wrong), "//*[@role='alert']//li")) == 1
    assert reader.post("/account/password/", {**wrong, "oldpassword": WORDS}).status_code == 302
    assert visitor.post("/account/sign-in/", {"login": "rosa", "password": WORDS}).status_code == 200
    assert visitor.post("/account/sign-in/", {"login": "rosa", "password": other}).status_code == 302


def test_pages_of_the_account_that_are_not_ours_are_not_there(reader: Client) -> None:
    assert [reader.get(f"/account/{page}/").status_code for page in ("email", "password/reset", "login")] == [404] * 3
