from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import Client, RequestFactory
from tests.accounts import account
from tests.web.pages import words

from corcom.web import errors
from corcom.web.rights import requires


def test_what_is_not_there_says_so(visitor: Client) -> None:
    page = visitor.get("/nowhere/")
    assert page.status_code == 404
    assert words(page, "//dl//dd") == ["Nothing stands at /nowhere/.", "Look at the address, or search."]


def test_who_lacks_the_right_is_told_whom_to_ask(reader: Client) -> None:
    @requires("review")
    def page(request: object) -> HttpResponse:
        return HttpResponse("reviewed")

    asked = RequestFactory().get("/")
    asked.user = account("reader", "ruth")
    with pytest.raises(PermissionDenied):
        page(asked)
    refused = errors.forbidden(asked, PermissionDenied())
    assert refused.status_code == 403
    assert words(refused, "//dl//dd")[1:] == [
        "Nothing was changed.",
        "If you need it for your work, ask the secretariat.",
    ]
    asked.user = account("secretariat", "sara")
    reviewed = page(asked)
    assert isinstance(reviewed, HttpResponse)
    assert reviewed.content == b"reviewed"


def test_a_refusal_is_one_line_of_the_log(reader: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert reader.get("/documents/upload/").status_code == 403
    (line,) = [record for record in caplog.records if record.name == "django.request"]
    assert (line.getMessage(), line.exc_info) == ("Forbidden (Permission denied): /documents/upload/", None)


def test_a_form_without_its_token_changes_nothing_and_says_why() -> None:
    page = Client(enforce_csrf_checks=True).post("/choose/theme/", {"theme": "dark"})
    assert (page.status_code, words(page, "//h1")) == (403, ["This form has expired"])
    assert "theme" not in page.cookies


def test_an_address_that_only_takes_a_form_says_so(secretariat: Client) -> None:
    page = secretariat.get("/documents/1/review/verdict/")
    assert (page.status_code, page.headers["Allow"]) == (405, "POST")
    assert words(page, "//h1") == ["This is not a page"]
    assert words(page, "//dl//dd") == [
        "/documents/1/review/verdict/ takes what the forms and buttons of a page send; it cannot be opened by itself.",
        "Nothing was changed.",
        "Go back to the page that you came from, or start from the first page.",
    ]


def test_when_the_program_fails_the_page_needs_neither_database_nor_account(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("the map is upside down")

    monkeypatch.setattr("corcom.web.style.page._shown", fails)
    page = Client(raise_request_exception=False).get("/style/")
    assert (page.status_code, words(page, "//h1")) == (500, ["CorCom failed"])
    assert "the map is upside down" not in page.content.decode()
    assert "the map is upside down" in caplog.text
