from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.audiences import criterion, question
from tests.factories.letters import TERMS, WRITING, a_letter
from tests.factories.mail import TAKEN, Postbox, mail_server, mail_settings
from tests.factories.register import the_register
from tests.factories.rows import AT
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.correspondence.actions import (
    approve_letter,
    make_copies,
    make_template,
    send_letter,
)
from corcom.correspondence.actions.audiences import make_audience, retire_audience
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.models import Audience, LetterCopy, StateLetter, TemplateWording
from corcom.correspondence.queries import letter_told, template_told, templates_told
from corcom.obligations.actions import record_fact
from corcom.obligations.domain.facts import Fact
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage
from corcom.web.day import moment

SAID = "//*[contains(@class,'messages')]//li"
ERROR = "//*[contains(@class,'note-error')]//li"


@pytest.fixture(autouse=True)
def _mail(settings: LazySettings) -> None:
    settings.MAIL = mail_settings()


def a_template() -> int:
    return make_template(
        name="Reminder of reports",
        convention="CCM",
        language="en",
        words=TERMS.wordings["en"],
        by=hand(),
        at=AT,
    )


def made(*states: str) -> int:
    number = a_letter(*states)
    approve_letter(letter=number, writing=WRITING, by=hand(), at=AT)
    make_copies(letter=number, writing=WRITING, by=hand(), at=AT)
    return number


def test_a_letter_is_written_approved_made_and_sent(secretariat: Client) -> None:
    the_register()
    template = a_template()
    form = {
        "convention": "CCM",
        "template": str(template),
        "title": "Reports",
        "states": "Zambia\nNorway",
        "dated": "2016-05-02",
        "answer_due_on": "2016-06-01",
        "signatory": "A. B.",
        "office": "Director",
        "goes": "both",
    }
    answer = secretariat.post("/letters/new/", form)
    number = StateLetter.objects.get().pk
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/letters/{number}/")
    # Named by hand, the States are written to about nothing that falls due: the page says what is missing.
    page = secretariat.get(f"/letters/{number}/")
    assert words(page, "//*[contains(@class,'note-warning')]//li") == [
        "Norway, Zambia: nothing is known for {due_on}",
    ]
    words_sent = {"subject": "Reports of {state}", "body": "Excellency,\n\nplease report.", "revision": "1"}
    assert secretariat.post(f"/letters/{number}/words/en/", words_sent).status_code == 302
    for step in ("approve", "make", "send"):
        assert secretariat.post(f"/letters/{number}/step/", {step: "yes"}).status_code == 302
    found = letter_told(number=number, now=moment())
    assert found is not None
    assert (found.state, found.reference) == ("sent", "CCM/L/2016/1")
    # No address is known of either: both go on paper.
    assert OutgoingMessage.objects.count() == 0
    assert words(secretariat.get("/letters/"), "//tbody//tr/*") == [
        "ReportsCCM/L/2016/1",
        "2 May 2016answer by 1 June 2016",
        "2",
        "0",
        "sent0 of 2 posted",
    ]


def test_the_page_of_a_letter_asks_as_often_for_three_states_as_for_one(
    secretariat: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = a_letter("ZMB"), a_letter("NOR", "HRV", "AUT")
    for number in (first, second):
        with django_assert_num_queries(20):
            assert secretariat.get(f"/letters/{number}/").status_code == 200


def test_uncertain_copies_are_named_by_number_and_settled_one_by_one(secretariat: Client) -> None:
    number = made("ZMB", "NOR")
    post = Postbox(at_data=lambda recipient, _: None if recipient == "mission@zmb.example" else TAKEN)
    with mail_server(post) as server:
        send_letter(letter=number, mail=mail_settings(server), by=hand(), at=AT)
        list(send_due(mail=mail_settings(server), now=lambda: AT))
    note = "//*[contains(@class,'note-warning')]"
    page = secretariat.get(f"/letters/{number}/")
    assert words(page, f"{note}//li") == [
        "CCM/L/2016/1-ZMB Zambia · mission@zmb.example: It arrived … · Send again …",
    ]
    assert words(page, "//tr[starts-with(@id,'copy-')]/*[4]") == [
        "sentdue on 30 May 2014",
        "uncertaindue on 30 May 2014",
    ]
    assert words(secretariat.get("/letters/"), "//tbody//tr/*[5]") == ["sent1 uncertain"]
    assert words(secretariat.get(f"/letters/{number}/ZMB/"), "//aside//li[a]") == ["mission@zmb.example uncertain"]
    (arrived,) = [link for link in tree(page).xpath(f"{note}//li/a/@href") if "arrived" in link]
    message = arrived.rpartition("=")[2]
    assert tree(secretariat.get(arrived)).xpath("//input[@name='messages']/@value") == [message]
    secretariat.post(arrived.partition("?")[0], {"messages": message})
    assert words(secretariat.get(f"/letters/{number}/"), note) == []
    assert words(secretariat.get("/letters/"), "//tbody//tr/*[5]") == ["sent"]


def test_states_are_left_out_and_written_to_in_another_language(secretariat: Client) -> None:
    number = a_letter("ZMB", "NOR")
    step = f"/letters/{number}/step/"
    secretariat.post(step, {"set_language": "yes", "language": "fr", "state": ["ZMB"]})
    secretariat.post(step, {"leave_out": "yes", "why": "", "state": ["NOR"]})
    secretariat.post(step, {"leave_out": "yes", "why": "answered by telephone", "state": ["NOR"]})
    assert list(LetterCopy.objects.order_by("iso3").values_list("iso3", "language", "left_out")) == [
        ("NOR", "en", "answered by telephone"),
        ("ZMB", "fr", ""),
    ]
    assert secretariat.post(step, {"set_language": "yes", "language": "tlh", "state": ["ZMB"]}).status_code == 404
    assert secretariat.post(step, {"explode": "yes"}).status_code == 404


def test_code_in_a_template_is_refused_with_its_line_and_what_was_written_is_kept(secretariat: Client) -> None:
    template = a_template()
    sent = {"subject": "S", "body": "One.\n\n{% include 'x' %}", "revision": "1"}
    answer = secretariat.post(f"/letters/templates/{template}/en/", sent)
    page = answer
    assert answer.status_code == 400
    assert words(page, ERROR) == [
        "“Text”, line 3: “{%” looks like a program. A letter takes words and fields such as {state}."
    ]
    assert words(page, "//textarea[@name='body']") == ["One. {% include 'x' %}"]
    assert TemplateWording.objects.count() == 1
    answer = secretariat.post(f"/letters/templates/{template}/en/", {**sent, "body": "The {sate}."})
    assert words(answer, ERROR) == ["“Text”, line 1: there is no field {sate}. Do you mean {state}?"]


def test_of_two_who_word_a_template_the_second_is_told_and_can_go_on(secretariat: Client) -> None:
    template = a_template()
    page = f"/letters/templates/{template}/en/"
    assert secretariat.post(page, {"subject": "S", "body": "Mine.", "revision": "1"}).status_code == 302
    again = secretariat.post(page, {"subject": "S", "body": "Theirs.", "revision": "1"})
    assert again.status_code == 400
    revision = tree(again).xpath("string(//input[@name='revision']/@value)")
    assert secretariat.post(page, {"subject": "S", "body": "Theirs.", "revision": revision}).status_code == 302
    found = template_told(number=template)
    assert found is not None
    assert found.wordings["en"].body == "Theirs."


def test_ready_templates_are_taken_over_once(secretariat: Client) -> None:
    for said in ("1 template was taken over.", "They are all here already."):
        answer = secretariat.post("/letters/templates/ready/", follow=True)
        assert words(answer, SAID) == [said]
    assert [sorted(one.wordings) for one in templates_told()] == [["ar", "en", "es", "fr", "ru", "zh-hans"]]


def test_a_copy_is_read_as_its_state_reads_it(secretariat: Client) -> None:
    the_register()
    number = a_letter("ZMB", "NOR")
    page = secretariat.get(f"/letters/{number}/ZMB/")
    assert words(page, "//article//p[strong]") == [
        "Convention on Cluster Munitions",
        "Initial transparency report of Zambia",
    ]
    assert words(page, "//article//p[contains(., 'was due')]") == [
        "the initial report of Zambia was due on 30 May 2014."
    ]
    assert [secretariat.get(f"/letters/{number}/ZMB/?format={form}").status_code for form in ("docx", "pdf")] == [
        200,
        200,
    ]
    assert secretariat.get(f"/letters/{number}/XYZ/").status_code == 404


def test_the_bag_holds_every_copy_and_a_list(secretariat: Client) -> None:
    number = made("ZMB", "NOR")
    answer = secretariat.get(f"/letters/{number}/bag/")
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # a file is streamed
    bag = zipfile.ZipFile(io.BytesIO(content))
    assert sorted(bag.namelist()) == [
        "CCM-L-2016-1-NOR.docx",
        "CCM-L-2016-1-NOR.pdf",
        "CCM-L-2016-1-ZMB.docx",
        "CCM-L-2016-1-ZMB.pdf",
        "list.csv",
    ]
    assert len(bag.read("list.csv").splitlines()) == 5
    assert secretariat.get(f"/letters/{a_letter('AUT')}/bag/").status_code == 404


def test_a_copy_is_taken_home_before_and_after_it_is_made(secretariat: Client) -> None:
    for number in (a_letter("ZMB"), made("ZMB")):
        for form, start in (("docx", b"PK"), ("pdf", b"%PDF")):
            answer = secretariat.get(f"/letters/{number}/ZMB/?format={form}", follow=True)
            assert (answer.status_code, b"".join(answer).startswith(start)) == (200, True)


def test_an_answer_is_written_down_on_the_page_of_the_copy(secretariat: Client) -> None:
    number = made("ZMB")
    send_letter(letter=number, mail=mail_settings(), by=hand(), at=AT)
    page = f"/letters/{number}/ZMB/answer/"
    sent = {"on": "2016-05-10", "channel": "telephone", "says": "In June."}
    assert words(secretariat.post(page, sent, follow=True), SAID) == ["The answer is written down."]
    found = letter_told(number=number, now=AT)
    assert found is not None
    assert [(one.on, one.channel, one.says) for one in found.copies[0].answers] == [
        (date(2016, 5, 10), "telephone", "In June.")
    ]
    assert words(secretariat.post(page, {"on": "2036-05-10", "channel": "letter"}, follow=True), SAID) == [
        "This day has not come yet."
    ]


def test_an_audience_is_asked_again_before_approval(secretariat: Client, settings: LazySettings) -> None:
    the_register()
    settings.TODAY = date(2016, 4, 28)
    asked = make_audience(name="Unknown", question=question(criterion("report")), by=hand(), at=AT)
    number = a_letter("ZMB", "USA", audience=asked, wordings={"en": LetterWords(subject="S", body="See {link}.")})
    answer = secretariat.post(f"/letters/{number}/step/", {"approve": "yes"}, follow=True)
    (said,) = words(answer, SAID)
    assert said.startswith("Nothing was approved: since the audience was asked, its answer has changed. Came in: Afgh")
    assert said.split(". ")[2:] == [
        "Went out: United States",
        "Written to about something else: Zambia",
        "Press “Ask again”, look at the letter, then approve it.",
    ]
    Audience.objects.update(question={"no": "question"})
    answer = secretariat.post(f"/letters/{number}/step/", {"ask_again": "yes"}, follow=True)
    assert words(answer, SAID) == ["The question of the audience cannot be asked any more. Change it, then ask again."]
    retire_audience(number=asked, by=hand(), at=AT)
    answer = secretariat.post(f"/letters/{number}/step/", {"approve": "yes"}, follow=True)
    assert words(answer, SAID) == [
        "The audience is retired. Take it up again, or withdraw this letter and name the States."
    ]
    assert LetterCopy.objects.filter(letter=number).count() == 2


def test_a_letter_on_what_is_unknown_waits_for_a_person_who_lets_it_ask(
    secretariat: Client, settings: LazySettings
) -> None:
    the_register()
    settings.TODAY = date(2016, 5, 2)
    number = a_letter("ZMB", "NOR")
    step, note = f"/letters/{number}/step/", "//div[contains(@class, 'note-warning')]//strong"
    (said,) = words(secretariat.get(f"/letters/{number}/"), note)
    assert said.startswith("For 2 States no record shows whether what the letter is about has come")
    answer = secretariat.post(step, {"approve": "yes"}, follow=True)
    assert words(answer, SAID)[0].startswith("Of some States nothing is recorded.")
    # What a record shows to be overdue may go, and be called so.
    for iso3 in ("ZMB", "NOR"):
        none_came = Fact(
            kind="outstanding",
            obligation="initial-report",
            iso3=iso3,
            convention="CCM",
            on="2016-04-28",
            source="Minutes",
            certainty="certain",
        )
        record_fact(fact=none_came, day=date(2016, 5, 2), at=AT)
    page = secretariat.get(f"/letters/{number}/")
    assert words(page, note) == []
    assert secretariat.post(step, {"approve": "yes"}).status_code == 302
    other = a_letter("HRV", terms=replace(TERMS, dated=date(2016, 5, 3)))
    secretariat.post(f"/letters/{other}/step/", {"approve": "yes", "asks_unknown": "yes"})
    found = letter_told(number=other, now=AT)
    assert found is not None
    assert (found.state, found.steps[-1].note) == (
        "approved",
        "The letter asks, and says of no State that something is missing.",
    )


def test_a_state_that_owes_no_report_has_no_link_to_one(secretariat: Client) -> None:
    the_register()
    number = a_letter("USA", wordings={"en": LetterWords(subject="S", body="See {link}.")})
    page = secretariat.get(f"/letters/{number}/")
    steps = tree(page).xpath("string(//input[@name='steps']/@value)")
    answer = secretariat.post(f"/letters/{number}/step/", {"approve": "yes", "steps": steps}, follow=True)
    assert words(answer, SAID) == [
        "United States owes no report to which {link} could lead. Leave it out, or take {link} out of the words."
    ]


@pytest.mark.parametrize(
    ("states", "dated", "said"),
    [
        ("ZMB\nZambia\nzmb", "0026-05-02", ["This day is too far off for a letter."]),
        ("Atlantis", "2016-05-02", ["“Atlantis” is none of the States of the register."]),
    ],
)
def test_slips_of_the_pen_in_a_new_letter(secretariat: Client, states: str, dated: str, said: list[str]) -> None:
    form = {"convention": "CCM", "template": str(a_template()), "title": "T", "states": states, "dated": dated}
    answer = secretariat.post("/letters/new/", {**form, "goes": "both"})
    assert words(answer, "//*[contains(@class,'errorlist')]/li") == said


@pytest.mark.parametrize("page", ["/letters/", "/letters/new/", "/letters/templates/", "/letters/templates/new/"])
def test_letters_are_for_those_who_do_the_mail(reader: Client, page: str) -> None:
    assert reader.get(page).status_code == 403
