"""The page of a delegation, which its signed link opens without an account."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import LazySettings
from django.contrib.sessions.models import Session
from django.test import Client
from tests.factories.consultations import TEXT, anna, circulated
from tests.web.pages import tree, words

from corcom.access.actions import withdraw_link
from corcom.access.queries import links_for
from corcom.consultation import actions, queries
from corcom.consultation.domain.comments import Comment, Place
from corcom.consultation.queries import Consultation

NOW = datetime(2016, 5, 10, 8, 0, tzinfo=UTC)
LATER = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)
THIRD = Place("at", "3")
JULY = TEXT[2].text.replace("17 June", "1 July")
FORM = {"text": "", "change": "", "wording": "", "said_by": "Kari", "version": "0", "was-text": "", "was-change": "", "was-wording": ""}  # fmt: skip


@pytest.fixture(autouse=True)
def _now(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TODAY = NOW.date()
    settings.SEAL_KEY = "ab" * 32
    clock(monkeypatch, NOW)


def clock(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr("corcom.web.day.moment", lambda: at)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda at=LATER: clock(monkeypatch, at)


@pytest.fixture
def found() -> Consultation:
    return circulated(anna())


@pytest.fixture
def silent() -> Consultation:
    return circulated(anna(), procedure="silence")


def address(found: Consultation, party: str = "AUT", **more: str) -> str:
    links = links_for(purpose="comments", subject=f"consultation:{found.number}")
    token = next(link.token for link in links if link.party == party)
    return f"/comments/?{urlencode({'key': token, **more})}"


def said(page: Any) -> list[str]:
    return words(page, "//*[contains(@class,'messages')]//li")


def at_third(found: Consultation) -> str:
    return address(found, place="at", paragraph="3")


def test_a_delegation_proposes_a_wording_without_an_account(visitor: Client, found: Consultation) -> None:
    page = visitor.get(address(found))
    assert words(page, "//*[contains(@class,'status-line')]") == [
        "Austria · comments until 20 May 2016, 18:00 (Europe/Zurich)"
    ]
    assert words(page, "//ol[@class='paragraphs']/li/span[@class='para-number']") == ["1", "2", "3"]
    form = visitor.get(at_third(found))
    assert words(form, "//textarea[@name='wording']") == [TEXT[2].text]
    made = visitor.post(at_third(found), {**FORM, "text": "Later.", "change": "wording", "wording": JULY})
    assert made.headers["Location"] == f"{address(found)}#at-3"
    page = visitor.get(address(found))
    assert words(page, "//*[@id='at-3']//*[@class='said']") == [
        "Later.Austria will circulate a draft letter by 17 June1 July 2016."
    ]
    assert words(page, "//ol[@class='history']/li/p") == [
        "Paragraph 3",
        "10 May 2016, 08:00 UTC · Kari",
        "Later.",
        JULY,
    ]
    (kept,) = queries.comments_on(found.number)
    assert (kept.party, kept.said_by, kept.comment) == ("AUT", "Kari", Comment(place=THIRD, text="Later.", change="wording", wording=JULY))  # fmt: skip
    assert words(visitor.get(address(found, "ZMB")), "//*[@class='said']") == []


def test_a_new_paragraph_a_general_comment_and_none(visitor: Client, found: Consultation) -> None:
    visitor.post(address(found, place="after", paragraph="1"), {**FORM, "wording": "It rained."})
    kept = visitor.post(address(found, place="general"), {**FORM, "text": "Clear."}, follow=True)
    assert said(kept) == ["It is kept. You can change it until the deadline."] * 2
    assert [(each.place, each.comment.wording, each.comment.text) for each in queries.comments_on(found.number)] == [
        (Place("general"), "", "Clear."),
        (Place("after", "1"), "It rained.", ""),
    ]
    refused = visitor.post(address(found), {"none": "yes"}, follow=True)
    assert said(refused) == ["Your delegation has made comments. Take them back first, to say that it has none."]
    done = visitor.post(address(found, "ZMB"), {"none": "yes"}, follow=True)
    assert words(done, "//main//p[contains(@class,'note-success')]") == [
        "Your delegation said that it has no comments."
    ]


def test_of_two_colleagues_the_second_sees_the_first_and_merges(visitor: Client, found: Consultation) -> None:
    first = {**FORM, "change": "wording", "wording": JULY}
    visitor.post(at_third(found), first)
    second = {
        **FORM,
        "said_by": "Ola",
        "text": "Shorter.",
        "change": "wording",
        "wording": TEXT[2].text.replace(" draft", ""),
    }
    page = visitor.post(at_third(found), second)
    assert page.status_code == 409
    assert words(page, "//*[@role='alert']//strong") == ["Kari wrote here while you did. Nothing is lost."]
    assert words(page, "//textarea[@name='text']") == ["Shorter."]
    assert words(page, "//textarea[@name='wording']") == ["Austria will circulate a letter by 1 July 2016."]
    assert queries.comments_on(found.number)[0].comment.wording == JULY
    fields = {field.get("name"): field.get("value") or field.text or "" for field in tree(page).xpath("//main//form[.//*[@name='version']]//*[@name]") if field.get("type") != "radio"}  # fmt: skip
    saved = visitor.post(at_third(found), {**fields, "change": "wording"})
    assert saved.status_code == 302
    kept = queries.comments_on(found.number)[0]
    assert (kept.version, kept.comment.wording) == (2, "Austria will circulate a letter by 1 July 2016.")


def test_where_both_changed_the_same_words_somebody_chooses(visitor: Client, found: Consultation) -> None:
    visitor.post(at_third(found), {**FORM, "change": "wording", "wording": JULY})
    mine = TEXT[2].text.replace("17 June", "1 May")
    page = visitor.post(at_third(found), {**FORM, "change": "wording", "wording": mine})
    assert words(page, "//textarea[@name='wording']") == [mine]
    assert [each.text for each in tree(page).xpath("//*[@role='alert']//ins")] == ["1 July"]


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        (
            {"change": "wording", "wording": " "},
            "You chose another wording, and wrote none. Write it, or choose that you propose nothing.",
        ),
        ({"change": "wording", "wording": "x" * 20_001}, "That is too long: at most 20000 characters."),
        ({"text": "x" * 10_001}, "That is too long: at most 10000 characters."),
    ],
)
def test_what_cannot_be_said_is_refused_and_what_was_written_kept(
    visitor: Client, found: Consultation, sent: dict[str, str], error: str
) -> None:
    page = visitor.post(at_third(found), {**FORM, "text": "My words.", **sent})
    assert (page.status_code, words(page, "//*[@role='alert']")) == (400, [error])
    assert words(page, "//textarea[@name='text']") == [sent.get("text", "My words.")]
    assert queries.comments_ever(found.number) == []


def test_a_paragraph_that_does_not_exist(visitor: Client, found: Consultation) -> None:
    wrong = address(found, place="at", paragraph="99")
    assert visitor.post(wrong, {**FORM, "text": "?"}).status_code == 404
    assert words(visitor.get(wrong), "//textarea") == []
    assert visitor.post(address(found), FORM).status_code == 404


def test_after_the_deadline_the_page_says_so_and_what_became_of_it(
    visitor: Client, found: Consultation, later: Any
) -> None:
    visitor.post(at_third(found), {**FORM, "change": "wording", "wording": JULY})
    later()
    refused = visitor.post(at_third(found), {**FORM, "text": "Late."})
    assert refused.status_code == 400
    actions.treat_comment(
        number=found.number,
        comment=queries.comments_on(found.number)[0].number,
        outcome="not_accepted",
        reason="Too late.",
        by=anna(),
        at=LATER,
    )
    page = visitor.get(at_third(found))
    assert words(page, "//*[contains(@class,'status-line')]") == [
        "Austria · the deadline passed on 20 May 2016, 18:00 (Europe/Zurich)"
    ]
    assert (words(page, "//form[@class='step']"), words(page, "//*[@class='said']/p[1]")) == (
        [],
        ["not accepted: Too late."],
    )


def test_a_link_that_was_tampered_with_expired_or_withdrawn(visitor: Client, found: Consultation, later: Any) -> None:
    good = address(found)
    assert visitor.get("/comments/").status_code == 403
    assert visitor.get(good.replace("key=", "key=x")).status_code == 403
    link = links_for(purpose="comments", subject=f"consultation:{found.number}")[1]
    withdraw_link(number=link.number, by=None, at=NOW)
    assert visitor.get(address(found, "ZMB")).status_code == 410
    later(found.closes_at + timedelta(days=91))
    expired = visitor.get(good)
    assert (expired.status_code, words(expired, "//h1")) == (410, ["This link does not open"])


def test_an_objection_is_kept_looked_at_and_taken_back_with_its_receipt_alone(
    visitor: Client, silent: Consultation
) -> None:
    page = visitor.post(address(silent), {"object": "yes", "text": "We disagree.", "said_by": "Chanda"})
    (code,) = words(page, "//*[@class='receipt']")
    # Whoever has the link, and not the receipt, sees the page of a delegation that said nothing.
    assert [part in visitor.get(address(silent)).content.decode() for part in ("disagree", "Chanda", code)] == [
        False
    ] * 3
    assert "Chanda" not in "".join(str(each.get_decoded()) for each in Session.objects.all())
    wrong = visitor.post(address(silent), {"look": "yes", "code": "12345"})
    assert (wrong.status_code, words(wrong, "//*[@role='alert']")) == (
        400,
        ["Nothing is kept under this code. Write it as it stands on the receipt."],
    )
    kept = visitor.post(address(silent), {"look": "yes", "code": code.lower()})
    assert words(kept, "//section[@class='said']/p") == ["10 May 2016, 08:00 UTC · Chanda", "We disagree."]
    done = visitor.post(address(silent), {"withdraw": "yes", "code": code})
    assert words(done, "//*[@role='status']") == ["The objection is taken back."]
    outcome = queries.silence_outcome(silent.number, at=LATER)
    assert outcome is not None
    assert (outcome.approved, len(outcome.withdrawn)) == (True, 1)


def test_the_outcome_of_silence_is_told_to_each_delegation(visitor: Client, silent: Consultation, later: Any) -> None:
    empty = visitor.post(address(silent), {"object": "yes", "text": " "})
    assert (empty.status_code, words(empty, "//*[@role='alert']")) == (400, ["Write what you object to."])
    page = visitor.post(address(silent), {"object": "yes", "text": "We disagree."})
    (code,) = words(page, "//*[@class='receipt']")
    later()
    late = visitor.post(address(silent), {"object": "yes", "text": "Too late."})
    assert (late.status_code, words(late, "//*[@role='alert']")) == (
        400,
        ["The deadline passed on 20 May 2016, 18:00 (Europe/Zurich). Nothing was changed."],
    )
    mine = visitor.get(address(silent))
    assert words(mine, "//main//h2[.='Outcome']/following-sibling::p[1]") == ["Not approved. Objections from: Austria."]
    assert words(mine, "//*[@class='said']/p") == [f"receipt {code}", "We disagree."]
    assert words(visitor.get(address(silent, "ZMB")), "//*[@class='said']") == []
