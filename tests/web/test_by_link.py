from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from tests.web.pages import words

from corcom.access import actions
from corcom.access.queries import GivenLink
from corcom.web.by_link import by_link
from corcom.web.day import moment


@by_link("invitation")
def opened(request: HttpRequest, link: GivenLink) -> HttpResponse:
    return HttpResponse(link.party)


def asked(key: str) -> HttpResponse:
    request = RequestFactory().get("/", {"key": key})
    request.user = AnonymousUser()
    request.session = {}  # type: ignore[assignment]  # what the frame looks into
    answer = opened(request)
    assert isinstance(answer, HttpResponse)
    return answer


def given(*, once: bool = False, days: int = 1) -> GivenLink:
    return actions.give_link(
        purpose="invitation",
        subject="meeting:1",
        party="FRA",
        ends_at=moment() + timedelta(days=days),
        by=None,
        at=moment(),
        once=once,
    )


def said(answer: HttpResponse) -> list[str]:
    return words(answer, "//dl[@class='error-words']//dd")


def test_a_link_opens_its_page_and_is_kept_out_of_memories_and_logs() -> None:
    answer = asked(given().token)
    assert (answer.status_code, answer.content) == (200, b"FRA")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_tampered_link_says_so() -> None:
    answer = asked(given().token + "x")
    assert answer.status_code == 403
    assert said(answer) == [
        "Its address is not one that CorCom gave out: a part is missing, or was changed.",
        "Nothing was changed, and what was sent before is kept.",
        "Copy the whole address from the message that brought it, or ask the secretariat for a new one.",
    ]


@pytest.mark.parametrize(
    ("end", "what"),
    [
        ("expired", "It could be used until 2 May 2016, 09:00 UTC."),
        ("withdrawn", "It was withdrawn on 2 May 2016, 09:00 UTC."),
        ("used", "It opens once, and was used on 2 May 2016, 09:00 UTC."),
    ],
)
def test_a_link_that_opens_no_more_says_since_when(end: str, what: str) -> None:
    then = datetime(2016, 5, 2, 9, 0, tzinfo=UTC)
    if end == "expired":
        link = actions.give_link(
            purpose="invitation", subject="m", party="FRA", ends_at=then, by=None, at=then - timedelta(days=1)
        )
    else:
        link = given(once=True)
    if end == "withdrawn":
        actions.withdraw_link(number=link.number, by=None, at=then)
    if end == "used":
        actions.use_link(number=link.number, at=then)
    answer = asked(link.token)
    assert answer.status_code == 410
    assert said(answer)[0] == what
