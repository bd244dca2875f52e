from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from docx import Document
from tests.factories.answers import an_answer
from tests.factories.consultations import TEXT, anna, circulated
from tests.factories.mail import mail_settings
from tests.factories.pdf_read import lines_of_pdf
from tests.web.pages import tree, words

from corcom.access.queries import links_for
from corcom.consultation import actions, queries
from corcom.consultation.domain.comments import GENERAL, Comment, Place
from corcom.consultation.queries import Consultation
from corcom.directory.actions import record_contact
from corcom.directory.domain.people import ContactPoint
from corcom.documents.domain.tables.reading import read_tables
from corcom.outbox.actions import receive_message
from corcom.outbox.models import OutgoingMessage

NOW = datetime(2016, 5, 10, 8, 0, tzinfo=UTC)
LATER = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)
SEALED = (
    "What is sealed does not open: the key of the site is another, or the tables were changed. Nothing was changed now;"
    " ask whoever runs the site for the key with which it was sealed."
)
THIRD = Place("at", "3")
JULY = TEXT[2].text.replace("17 June", "1 July")
NEW = {
    "title": "Draft letter",
    "text": "1. First.\n\n2. Second.",
    "parties": "Austria\nthe Lao PDR; ICRC",
    "procedure": "comments",
    "closes_on": "2016-05-20",
    "closes_time": "9:30",
    "zone": "Asia/Tokyo",
    "language": "en",
    "circle": "committee",
    "convention": "CCM",
    "note": "",
}


@pytest.fixture(autouse=True)
def _now(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.TODAY = NOW.date()
    settings.SEAL_KEY = "ab" * 32
    settings.MAIL = mail_settings()
    clock(monkeypatch, NOW)


def clock(monkeypatch: pytest.MonkeyPatch, at: datetime) -> None:
    monkeypatch.setattr("corcom.web.day.moment", lambda: at)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Any:
    return lambda: clock(monkeypatch, LATER)


def text(**changed: Any) -> Consultation:
    return circulated(anna(), **changed)


def said(page: Any) -> list[str]:
    return words(page, "//*[contains(@class,'messages')]//li")


def say(found: Consultation, party: str, comment: Comment) -> int:
    made = actions.comment_on(number=found.number, party=party, comment=comment, version=0, at=NOW, said_by="Kari")
    assert made is not None
    return made.number


def wording(words: str) -> Comment:
    return Comment(place=THIRD, change="wording", wording=words)


def test_a_text_is_circulated_by_a_form(secretariat: Client) -> None:
    made = secretariat.post("/consultations/new/", NEW)
    (found,) = queries.consultations(circles=["committee"])
    assert made.headers["Location"] == f"/consultations/{found.number}/"
    assert [(each.number, each.text) for each in found.paragraphs] == [("1", "First."), ("2", "Second.")]
    assert (found.parties, found.zone, found.convention) == (("AUT", "LAO", "icrc"), "Asia/Tokyo", "CCM")
    assert found.closes_at == datetime(2016, 5, 20, 0, 30, tzinfo=UTC)
    page = secretariat.get("/consultations/")
    assert words(page, "//*[@id='consultations']//tbody/tr[1]/*") == [
        "Draft letter",
        "comments and proposed wording",
        "open until 20 May 2016, 09:30 (Asia/Tokyo)",
        "1",
    ]
    assert words(page, "//nav//a[@aria-current='page']") == ["Consultations"]


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        (
            {"parties": "Austria\nAtlantis"},
            "Delegations, one on each line: CorCom knows no delegation “Atlantis”.",
        ),
        ({"closes_on": "2016-05-09"}, "The deadline is over already. Choose a later one."),
        ({"closes_time": "25:00"}, "At: “25:00” is no time. Write it as 10:00 or 15:30."),
        ({"zone": ""}, "Time zone: This field is required."),
        ({"text": "x" * 20_001}, "Paragraph 1 is too long: at most 20000 characters. Divide it."),
    ],
)
def test_what_cannot_be_circulated_is_said_and_the_form_kept(
    secretariat: Client, changed: dict[str, str], error: str
) -> None:
    page = secretariat.post("/consultations/new/", {**NEW, **changed})
    assert (page.status_code, words(page, "//*[@role='alert']//li")) == (400, [error])
    assert tree(page).xpath("//input[@name='title']/@value") == ["Draft letter"]
    assert queries.consultations(circles=["committee"]) == []


def test_who_may_see_and_do_what(visitor: Client, reader: Client, later: Any) -> None:
    found = text()
    closed = text(circle="secretariat")
    assert reader.get(f"/consultations/{found.number}/").status_code == 200
    assert reader.get(f"/consultations/{closed.number}/").status_code == 404
    assert reader.get(f"/consultations/{found.number}/compare/").status_code == 404
    assert reader.get(f"/consultations/{found.number}/comments.docx").status_code == 404
    for page in ("new/", f"{found.number}/extend/", f"{found.number}/replies/", f"{found.number}/again/"):
        assert reader.get(f"/consultations/{page}").status_code == 403
    assert reader.post(f"/consultations/{found.number}/letters/", {"kind": "reminder"}).status_code == 403
    assert visitor.get(f"/consultations/{found.number}/").status_code == 302
    later()
    assert reader.get(f"/consultations/{found.number}/compare/").status_code == 200
    assert reader.get(f"/consultations/{found.number}/draft/").status_code == 200
    assert reader.get(f"/consultations/{closed.number}/draft/").status_code == 404
    assert words(reader.get("/consultations/"), "//*[@id='consultations']//tbody/tr/th") == ["Minutes of 28 April 2016"]


def test_the_page_says_in_words_who_answered(secretariat: Client, reader: Client) -> None:
    found = text()
    say(found, "AUT", wording(JULY))
    actions.say_no_comments(number=found.number, party="ZMB", at=NOW)
    page = secretariat.get(f"/consultations/{found.number}/")
    assert words(page, "//*[contains(@class,'status-line')]") == [
        "open until 20 May 2016, 18:00 (Europe/Zurich) · 2 of 3 delegations answered. · Not yet: Norway."
    ]
    assert words(page, "//*[@id='parties']//tbody/tr/td[1]") == ["1 comment", "no comments", "not yet"]
    token = links_for(purpose="comments", subject=f"consultation:{found.number}")[0].token
    assert words(page, "//*[@id='party-AUT']/td[3]") == ["page of Austria"]
    assert tree(page).xpath("//*[@id='party-AUT']/td[3]//a/@href") == [
        f"http://testserver/comments/?key={token.replace(':', '%3A')}"
    ]
    assert words(reader.get(f"/consultations/{found.number}/"), "//*[@id='parties']") == []


def test_letters_wait_in_the_outbox_and_say_who_has_no_address(secretariat: Client) -> None:
    found = text()
    record_contact(contact=ContactPoint(value="mission@aut.example", purpose="letters"), delegation="AUT", at=NOW)
    page = secretariat.post(f"/consultations/{found.number}/letters/", {"kind": "circulated"}, follow=True)
    assert said(page) == [
        "1 letter waits in the outbox until somebody releases it.",
        "No e-mail address in the directory: Zambia, Norway. Give them their link in another way.",
    ]
    row = OutgoingMessage.objects.get()
    assert (row.turn, "http://testserver/comments/?key=" in row.text) == ("prepared", True)
    assert words(page, "//*[@id='party-AUT']/td[2]") == ["text for comments prepared"]
    assert secretariat.post(f"/consultations/{found.number}/letters/", {"kind": "x"}).status_code == 404


def test_the_deadline_is_extended(secretariat: Client) -> None:
    found = text()
    address = f"/consultations/{found.number}/extend/"
    when = {"closes_on": "2016-05-19", "closes_time": "18:00", "zone": "Europe/Zurich", "reason": "Holidays"}
    refused = secretariat.post(address, when)
    assert (refused.status_code, words(refused, "//*[@role='alert']//li")) == (
        400,
        ["An extension must end after 20 May 2016, 18:00 (Europe/Zurich), when the deadline is now."],
    )
    page = secretariat.post(address, {**when, "closes_on": "2016-05-27"}, follow=True)
    assert said(page) == ["The deadline is extended. Prepare the notice to the delegations next."]
    assert words(page, "//ol[@class='history']/li/p[1]/strong") == ["Extended", "Circulated"]
    assert "Prepare the notice of the extension" in words(page, "//button")


def test_comments_are_compared_and_what_becomes_of_them_is_recorded(secretariat: Client, later: Any) -> None:
    found = text()
    first = say(found, "AUT", wording(JULY))
    second = say(found, "ZMB", wording(TEXT[2].text.replace("17 June", "1 August")))
    third = say(found, "NOR", Comment(place=GENERAL, text="Clear."))
    address = f"/consultations/{found.number}/compare/"
    assert words(secretariat.get(address), "//article//form") == []
    later()
    page = secretariat.get(address)
    assert words(page, "//*[@class='place-head']") == ["On the whole text", "Paragraph 3"]
    shown = tree(page).xpath(f"//*[@id='comment-{first}']")[0]
    assert [found.text for found in shown.xpath(".//del")] == ["17 June"]
    assert [found.text for found in shown.xpath(".//ins")] == ["1 July"]
    assert words(page, f"//*[@id='comment-{first}']/p[2]") == ["Collides with: Zambia"]
    refused = secretariat.post(f"{address}{second}/", {"outcome": "not_accepted", "reason": " "})
    assert (refused.status_code, words(refused, f"//*[@id='comment-{second}']//*[@role='alert']")) == (
        400,
        ["Give a reason."],
    )
    assert tree(refused).xpath(f"//*[@id='comment-{second}']//input[@checked]/@value") == ["not_accepted"]
    done = secretariat.post(f"{address}{second}/", {"outcome": "not_accepted", "reason": "Too late."})
    assert done.headers["Location"] == f"{address}#at-3"
    twice = secretariat.post(f"{address}{second}/", {"outcome": "accepted"}, follow=True)
    assert said(twice) == [
        "It is recorded.",
        "Anna Lindqvist said already what becomes of this comment. Take that back first.",
    ]
    secretariat.post(f"{address}{first}/", {"outcome": "accepted"})
    secretariat.post(f"{address}{third}/", {"outcome": "accepted"})
    assert [line.drafted.text for line in queries.draft_after(found.number)][2] == JULY
    undone = secretariat.post(f"{address}{third}/", {"undo": "yes"}, follow=True)
    assert said(undone)[-1] == "It is taken back."
    assert secretariat.post(f"{address}{9_999}/", {"outcome": "accepted"}).status_code == 404
    assert secretariat.get(f"{address}{first}/").headers["Location"] == address


def test_the_table_of_comments_leaves_as_files(secretariat: Client, later: Any) -> None:
    found = text()
    made = say(found, "AUT", wording(JULY))
    later()
    actions.treat_comment(
        number=found.number,
        comment=made,
        outcome="accepted",
        reason="Yes.",
        by=anna(),
        at=LATER,
    )
    base = f"/consultations/{found.number}"
    (sheet,) = read_tables(("comments.xlsx", secretariat.get(f"{base}/comments.xlsx").content))
    assert [row.cells for row in sheet.rows] == [
        {
            "Place": "Paragraph 3",
            "Delegation": "Austria",
            "Comment": "",
            "Proposes": "another wording",
            "Proposed wording": JULY,
            "What became of it": "accepted",
            "Wording that was taken": "",
            "Reason": "Yes.",
        }
    ]
    paper = Document(io.BytesIO(secretariat.get(f"{base}/comments.docx").content))
    assert [cell.text for cell in paper.tables[1].rows[1].cells] == [
        "Austria",
        f"Proposed wording:\n{JULY}",
        "accepted\nYes.",
    ]
    draft = Document(io.BytesIO(secretariat.get(f"{base}/draft.docx").content))
    assert [line.text for line in draft.paragraphs if line.text][-1] == JULY
    assert "accepted" in lines_of_pdf(secretariat.get(f"{base}/comments.pdf").content)[-3]
    assert JULY in lines_of_pdf(secretariat.get(f"{base}/draft.pdf").content)[-2]
    assert [secretariat.get(f"{base}/{file}.exe").status_code for file in ("comments", "draft")] == [404, 404]


def test_of_two_who_edit_a_paragraph_the_second_merges(secretariat: Client, later: Any) -> None:
    found = text()
    later()
    address = f"/consultations/{found.number}/draft/paragraph/?place=at&paragraph=3"
    form = {"was": TEXT[2].text, "version": "0"}
    secretariat.post(address, {**form, "text": JULY})
    page = secretariat.post(address, {**form, "text": TEXT[2].text.replace(" draft", "")})
    assert page.status_code == 409
    assert words(page, "//textarea[@name='text']") == ["Austria will circulate a letter by 1 July 2016."]
    assert words(page, "//*[@role='alert']//strong") == [
        "Anna Lindqvist changed this paragraph while you wrote. Nothing is lost."
    ]
    assert tree(page).xpath("//input[@name='version']/@value") == ["1"]
    saved = secretariat.post(
        address, {"was": JULY, "version": "1", "text": "Austria will circulate a letter by 1 July 2016."}
    )
    assert saved.headers["Location"] == f"/consultations/{found.number}/draft/#at-3"
    clash = secretariat.post(address, {**form, "text": TEXT[2].text.replace("17 June", "May")})
    assert "You changed the same words; yours stand in the form." in clash.content.decode()
    assert secretariat.get(f"/consultations/{found.number}/draft/paragraph/?place=at&paragraph=99").status_code == 404


def test_the_next_draft_is_circulated_again(secretariat: Client, later: Any) -> None:
    found = text()
    made = say(found, "AUT", wording(JULY))
    later()
    address = f"/consultations/{found.number}/again/"
    form = {"procedure": "silence", "closes_on": "2016-06-10", "closes_time": "18:00", "zone": "Europe/Zurich"}
    refused = secretariat.post(address, form)
    assert words(refused, "//*[@role='alert']//li") == ["Say first what becomes of every comment; 1 wait."]
    actions.treat_comment(number=found.number, comment=made, outcome="accepted", by=anna(), at=LATER)
    page = secretariat.post(address, form, follow=True)
    assert said(page) == ["The next draft is circulated as round 2."]
    assert words(page, "//ol[contains(@class,'paragraphs')]/li[3]/p") == [JULY]
    assert words(page, "//aside//li/a[contains(@href,'/consultations/')]")[0] == "The round before"
    before = secretariat.get(f"/consultations/{found.number}/")
    assert "The next draft was circulated. To the next round" in words(before, "//*[contains(@class,'note-info')]")


def test_an_answer_by_mail_is_confirmed_on_a_page(secretariat: Client, later: Any) -> None:
    found = text()
    record_contact(contact=ContactPoint(value="mission@aut.example"), delegation="AUT", at=NOW)
    secretariat.post(f"/consultations/{found.number}/letters/", {"kind": "circulated"})
    row = OutgoingMessage.objects.get()
    mail = an_answer(headers={"In-Reply-To": row.message_id}, text=f"Para. 3 should read: {JULY}\n")
    reply = receive_message(content=mail, name="a.eml", largest=100_000, at=NOW).number
    address = f"/consultations/{found.number}/replies/{reply}/"
    page = secretariat.get(address)
    assert tree(page).xpath("//fieldset[1]//option[@selected]/@value") == ["at 3", "wording"]
    assert words(page, "//fieldset[1]//textarea") == ["", JULY]
    say(found, "AUT", Comment(place=THIRD, text="On the page."))
    sent = {
        "place": ["at 3", ""],
        "text": ["By mail.", ""],
        "change": ["", ""],
        "wording": ["", ""],
        "version": ["0", "0"],
    }
    clash = secretariat.post(address, sent)
    assert (clash.status_code, words(clash, "//*[@role='alert']")) == (
        400,
        ["The delegation wrote there meanwhile. Look at what it says now, and try again."],
    )
    assert words(clash, "//fieldset[1]/p") == [
        "The delegation says here already: On the page. What stands below takes its place."
    ]
    done = secretariat.post(
        address, {**sent, "version": tree(clash).xpath("//input[@name='version']/@value")}, follow=True
    )
    assert said(done) == ["What it says stands among the comments."]
    assert [each.comment.text for each in queries.comments_on(found.number)] == ["By mail."]
    again = secretariat.post(f"{address}aside/", follow=True)
    assert said(again) == ["Somebody took this answer up already."]


def test_the_outcome_of_silence_is_shown_after_the_deadline_alone(
    secretariat: Client, reader: Client, later: Any
) -> None:
    found = text(procedure="silence")
    code = actions.object_to(number=found.number, party="ZMB", text="We disagree.", said_by="Chanda", at=NOW)
    untouched = text(procedure="silence", title=found.title)
    pages = [secretariat.get(f"/consultations/{each.number}/") for each in (found, untouched)]
    assert words(pages[0], "//*[contains(@class,'status-line')]") == words(
        pages[1], "//*[contains(@class,'status-line')]"
    )
    assert [part in pages[0].content.decode() for part in ("disagree", "Chanda", code)] == [False] * 3
    assert words(pages[0], "//*[@id='parties']//thead//th") == ["Delegation", "Letters", "Its own link"]
    assert secretariat.get(f"/consultations/{found.number}/compare/").status_code == 404
    later()
    page = reader.get(f"/consultations/{found.number}/")
    assert words(page, "//section[@aria-labelledby='outcome']/p") == ["Not approved. Objections from: Zambia."]
    assert words(page, "//*[@class='said']/p") == [f"Zambia 10 May 2016 · Chanda · receipt {code}", "We disagree."]
    silent = reader.get(f"/consultations/{untouched.number}/")
    assert words(silent, "//section[@aria-labelledby='outcome']/p") == ["Approved by silence: no delegation objected."]


def test_with_another_key_the_page_says_what_to_do(secretariat: Client, later: Any, settings: LazySettings) -> None:
    found = text(procedure="silence")
    settings.SEAL_KEY = "cd" * 32
    later()
    page = secretariat.get(f"/consultations/{found.number}/")
    assert (page.status_code, words(page, "//*[@role='alert']")) == (
        200,
        [SEALED],
    )


def test_a_list_asks_the_same_number_of_queries_however_long(
    secretariat: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(3):
        text(closes_at=NOW + timedelta(days=3))
    with django_assert_max_num_queries(8):
        secretariat.get("/consultations/")
