from __future__ import annotations

import pytest
from django.test import Client
from tests.accounts import WORDS, account
from tests.web.pages import words
from tests.web.taken_in import a_document

from corcom.minutes.models import Verdict


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


def sign_in_to(page: str) -> str:
    return f"/account/sign-in/?next={page}"


def test_a_step_of_a_script_that_comes_after_the_session_leads_the_whole_browser_to_sign_in(visitor: Client) -> None:
    reading = a_document()
    page = f"/documents/{reading.file_id}/review/"
    step = {"accept": reading.findings.all()[0].pk, "back": "show=waiting"}
    at = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{page}?show=waiting&page=1"}
    answer = visitor.post(f"{page}verdict/", step, headers=at)
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["HX-Redirect"] == sign_in_to(f"{page}%3Fshow%3Dwaiting%26page%3D1")
    elsewhere = {"HX-Request": "true", "HX-Current-URL": "https://elsewhere.example/"}
    answer = visitor.post(f"{page}verdict/", step, headers=elsewhere)
    assert answer.headers["HX-Redirect"] == sign_in_to(f"{page}%3Fshow%3Dwaiting")
    assert Verdict.objects.count() == 0


@pytest.mark.parametrize("rest", ["verdict/", "certain/", "kind/", "undo/"])
def test_after_signing_in_one_is_on_the_page_from_which_the_step_was_sent(visitor: Client, rest: str) -> None:
    account("secretariat")
    page = f"/documents/{a_document().file_id}/review/"
    answer = visitor.post(f"{page}{rest}", {"back": "show=waiting&next=/elsewhere/"})
    assert answer.headers["Location"] == sign_in_to(f"{page}%3Fshow%3Dwaiting")
    entered = visitor.post(answer.headers["Location"], {"login": "anna", "password": WORDS})
    assert entered.headers["Location"] == f"{page}?show=waiting"
    assert words(visitor.get(entered.headers["Location"]), "//h1") == ["minutes.txt"]


def test_other_steps_lead_back_to_their_list_or_batch(visitor: Client) -> None:
    asked = {
        "/follow-up/close/": "/follow-up/",
        "/documents/upload/abc/step/": "/documents/upload/abc/",
        "/follow-up/7/close/": "/follow-up/7/close/",
    }
    assert {step: visitor.post(step).headers["Location"] for step in asked} == {
        step: sign_in_to(page) for step, page in asked.items()
    }
