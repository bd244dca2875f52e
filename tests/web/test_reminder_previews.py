from __future__ import annotations

import csv
from datetime import date

import pytest
from django.conf import LazySettings
from django.test import Client
from tests.factories.answers import an_answer
from tests.factories.letters import reachable
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk
from tests.factories.register import RECORDED_ON
from tests.factories.reminders import BEFORE, a_plan_of_reminders, moment_of, ran
from tests.factories.rows import AT
from tests.web.pages import tree, words

from corcom.access.models import SignedLink
from corcom.correspondence.actions import drop_template_language
from corcom.correspondence.models import StateReminder
from corcom.correspondence.queries.reminders import reminders_by_number
from corcom.outbox.actions import receive_message, release_messages
from corcom.outbox.models import OutgoingMessage
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions

SAID = "//*[contains(@class,'messages')]//li"
NOTES = "//*[contains(@class,'note-warning') or contains(@class,'note-info')]"


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY, settings.MAIL, settings.SITE_ADDRESS = BEFORE, mail_settings(), "https://corcom.example.org"
    acts = [act for act in packaged_actions() if act.convention == "CCM"]
    record_treaty_actions(actions=acts, day=RECORDED_ON, at=AT)


def test_every_reminder_of_a_day_is_read_before_it_goes(secretariat: Client) -> None:
    plan = a_plan_of_reminders(on=False)
    page = secretariat.get(f"/reminders/{plan.number}/preview/?stands=goes")
    assert words(page, "//*[@id='preview']//tbody/tr/*[self::th or self::td][not(position()=2)]") == [
        "Norway",
        "30 days beforeby e-mail",
        "English",
        "mission@nor.example",
        "Zambia",
        "30 days beforeby e-mail",
        "English",
        "mission@zmb.example",
    ]
    (status,) = words(page, "//*[contains(@class,'status-line')]")
    assert status == "31 March 2016: 2 reminders would go · 90 wait · the plan is off"
    table = secretariat.get(f"/reminders/{plan.number}/preview/?format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(table.splitlines()))
    assert [(row["iso3"], row["Goes to"]) for row in rows if not row["What is missing"]] == [
        ("NOR", "mission@nor.example"),
        ("ZMB", "mission@zmb.example"),
    ]
    norway = secretariat.get(f"/reminders/{plan.number}/preview/NOR-2015/")
    paragraphs = words(norway, "//article//p")
    assert "https://corcom.example.org/report/?key=…" in paragraphs
    assert paragraphs[1].startswith("CCM/R/2016/…-NOR")
    assert words(norway, NOTES) == []
    after = tree(norway).xpath("//a[@rel='next']/@href")[0]
    before = tree(norway).xpath("//a[@rel='prev']/@href")[0]
    assert tree(secretariat.get(after)).xpath("//a[@rel='prev']/@href") == [
        f"/reminders/{plan.number}/preview/NOR-2015/"
    ]
    assert words(secretariat.get(before), NOTES) == ["It does not go before this is mended:no e-mail address is known"]
    for form, start in (("pdf", b"%PDF-"), ("docx", b"PK")):
        paper = secretariat.get(f"/reminders/{plan.number}/preview/NOR-2015/?format={form}")
        assert paper.content.startswith(start)
    assert (StateReminder.objects.count(), SignedLink.objects.count()) == (0, 0)


def test_another_day_is_looked_at_and_where_nothing_goes_the_page_says_so(secretariat: Client) -> None:
    plan = a_plan_of_reminders()
    on_the_day = secretariat.get(f"/reminders/{plan.number}/preview/?as_of=2016-04-25")
    assert words(on_the_day, "//*[@id='preview']//tbody/tr[1]/td[2]") == ["7 days beforeby e-mail"]
    quiet = secretariat.get(f"/reminders/{plan.number}/preview/?as_of=2016-03-30")
    assert tree(quiet).xpath("//*[@id='preview']//tbody/tr") == []
    assert words(quiet, "//aside//ul/li/a")[:2] == ["31 March 2016", "23 April 2016"]
    for address in (f"/reminders/{plan.number}/preview/NOR-2014/", "/reminders/99/preview/", "/reminders/sent/99/"):
        assert secretariat.get(address).status_code == 404


def test_what_lacks_words_is_shown_without(secretariat: Client) -> None:
    plan = a_plan_of_reminders(on=False)
    for language in ("en", "fr", "ar"):
        template = plan.plan.stages[0].template
        drop_template_language(template=template, language=language, revision=1, by=clerk(), at=AT)
    page = secretariat.get(f"/reminders/{plan.number}/preview/NOR-2015/")
    assert words(page, NOTES) == ["It does not go before this is mended:the template has no words"]
    assert words(page, "//article") == []


def test_an_answer_is_shown_and_read_and_then_the_next_reminder_goes(
    secretariat: Client, reader: Client, settings: LazySettings
) -> None:
    plan = a_plan_of_reminders()
    ran(BEFORE)
    release_messages(messages=list(OutgoingMessage.objects.values_list("pk", flat=True)), by=clerk(), at=AT)
    row = StateReminder.objects.get(iso3="ZMB")
    number = f"CCM/R/2016/{row.pk}-ZMB"
    came = receive_message(
        content=an_answer(sender="mission@zmb.example", subject=f"Your note {number}"),
        name="a.eml",
        largest=10**6,
        at=moment_of(date(2016, 4, 5)),
        finders=[reminders_by_number],
    )
    settings.TODAY = date(2016, 4, 23)
    preview = secretariat.get(f"/reminders/{plan.number}/preview/ZMB-2015/")
    assert words(preview, NOTES)[0].startswith("mission@zmb.example answered on 5 April 2016.")
    on_the_plan = secretariat.get(f"/reminders/{plan.number}/")
    assert words(on_the_plan, "//*[@id='answers']//tbody/tr/*") == [
        "Zambia",
        "5 April 2016",
        "mission@zmb.example: We shall report in May.",
        "waits to be read",
    ]
    (became,) = words(reader.get("/states/ZMB/"), "//*[@id='reminders']//tbody/tr/td[3]")
    assert became.endswith("answered on 5 April 2016, waits to be read")
    page = secretariat.get(f"/reminders/sent/{row.pk}/")
    assert words(page, "//*[@id='answers']//button") == ["It is read"]
    assert words(secretariat.get(f"/outbox/incoming/{came.number}/"), "//dd")[-1].endswith(
        "by the number that it names"
    )
    wrong = secretariat.post(f"/reminders/sent/{row.pk}/read/", {"message": "999"}, follow=True)
    assert words(wrong, SAID) == ["No such answer came to this reminder."]
    read = secretariat.post(f"/reminders/sent/{row.pk}/read/", {"message": came.number}, follow=True)
    assert words(read, SAID) == ["It is noted as read. What falls due goes again, unless the report comes."]
    assert words(read, "//*[@id='answers']//button") == []
    assert words(secretariat.get(f"/reminders/{plan.number}/preview/ZMB-2015/"), NOTES) == []


def test_only_those_who_may_send_look_at_words_and_answers(reader: Client, visitor: Client) -> None:
    plan = a_plan_of_reminders(states=[])
    reachable("NOR")
    ran(BEFORE)
    number = StateReminder.objects.get().pk
    pages = (
        f"/reminders/{plan.number}/preview/",
        f"/reminders/{plan.number}/preview/NOR-2015/",
        f"/reminders/sent/{number}/",
    )
    assert [reader.get(each).status_code for each in pages] == [403] * 3
    assert [visitor.get(each).status_code for each in pages] == [302] * 3
    assert reader.post(f"/reminders/sent/{number}/read/").status_code == 403
