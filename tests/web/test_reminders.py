from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.letters import reachable
from tests.factories.mail import mail_settings
from tests.factories.messages import clerk
from tests.factories.register import RECORDED_ON, a_receipt
from tests.factories.reminders import BEFORE, a_plan_of_reminders, ran, remind_one, told_plan
from tests.factories.rows import AT
from tests.web.pages import tree, words

from corcom.correspondence.actions import make_template
from corcom.correspondence.actions.reminders import change_plan
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.models import StateReminder
from corcom.correspondence.queries import templates_told
from corcom.outbox.models import OutgoingMessage
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions

SAID = "//*[contains(@class,'messages')]//li"
ERROR = "//*[contains(@class,'note-error')]//li"
LIST_QUERIES = 28


@pytest.fixture(autouse=True)
def _register(settings: LazySettings) -> None:
    settings.TODAY, settings.MAIL = BEFORE, mail_settings()
    acts = [act for act in packaged_actions() if act.convention == "CCM"]
    record_treaty_actions(actions=acts, day=RECORDED_ON, at=AT)


def form_of(client: Client, number: int, **changes: Any) -> dict[str, Any]:
    """What the form of a plan sends, as it stands on its page."""
    page = tree(client.get(f"/reminders/{number}/edit/"))
    (form,) = page.xpath("//form[@aria-labelledby='step-title']")
    sent: dict[str, Any] = {}
    for name, value in form.form_values():
        sent.setdefault(name, []).append(value)
    return {**sent, **changes}


def test_from_the_ready_plan_to_reminders_in_the_outbox(secretariat: Client) -> None:
    assert words(secretariat.get("/reminders/"), "//aside//button")[0].endswith("Annual transparency report")
    begun = secretariat.post("/reminders/begin/", {"for": "CCM/annual-report"}, follow=True)
    assert words(begun, SAID) == ["The plan is drafted with its templates. Look at it, then switch it on."]
    assert words(begun, "//*[@id='stages']//tbody/tr/th") == [
        "30 days before",
        "7 days before",
        "1 day after",
        "30 days after",
        "30 days after",
        "90 days after",
        "90 days after",
    ]
    number = begun.redirect_chain[-1][0].split("/")[2]
    a_plan = told_plan(int(number))
    on = secretariat.post(f"/reminders/{number}/switch/", {"on": "all", "revision": a_plan.revision}, follow=True)
    assert words(on, SAID) == ["The plan is on. 92 reminders are due today and go with the next run."]
    reachable("NOR")
    page = secretariat.get("/reminders/")
    assert words(page, "//*[@id='plans']//tbody/tr/*[self::th or self::td][position()>2]") == ["7", "92", "92"]
    assert words(page, "//main//form//button")[0] == "Prepare 1 reminder"
    ran_page = secretariat.post("/reminders/run/", follow=True)
    assert words(ran_page, SAID) == ["1 reminder was prepared and stands in the outbox."]
    assert words(ran_page, "//*[@id='reminders']//tbody/tr/*")[:2] == [
        "Norway",
        f"31 March 2016CCM/R/2016/{StateReminder.objects.get().pk}-NOR",
    ]
    assert words(secretariat.post("/reminders/run/", follow=True), SAID) == [
        "0 reminders were prepared and stand in the outbox."
    ]
    assert OutgoingMessage.objects.count() == 1


def test_a_late_plan_says_first_how_many_would_go(secretariat: Client, settings: LazySettings) -> None:
    settings.TODAY = date(2016, 4, 10)
    plan = a_plan_of_reminders(on=False)
    page = secretariat.get(f"/reminders/{plan.number}/")
    assert words(page, "//form[@aria-labelledby='switch-title']//button") == [
        "On, with the 92 of today",
        "On, with stages from today on alone: 0 today",
    ]
    assert words(page, "//form[@aria-labelledby='switch-title']/p")[0].startswith(
        "92 States would be written to today, 2 of them with all that it needs."
    )
    sent = {"on": "from_now", "revision": plan.revision}
    on = secretariat.post(f"/reminders/{plan.number}/switch/", sent, follow=True)
    assert words(on, SAID) == ["The plan is on. 0 reminders are due today and go with the next run."]
    assert words(on, "//aside//ol/li[1]/p[2]") == ["stages from 10 April 2016 on"]
    off = secretariat.post(f"/reminders/{plan.number}/switch/", {"on": "no", "revision": 1}, follow=True)
    assert words(off, SAID)[0].startswith("Somebody else changed the plan")


def test_a_plan_is_changed_and_the_second_of_two_sees_what_the_first_wrote(secretariat: Client) -> None:
    plan = a_plan_of_reminders(on=False)
    address = f"/reminders/{plan.number}/edit/"
    mine = form_of(secretariat, plan.number, **{"stage-0-days": "-21", "stage-7-days": "", "signatory": "A. B."})
    change_plan(number=plan.number, plan=plan.plan, revision=1, by=clerk(), at=AT)
    told = secretariat.post(address, mine)
    assert (told.status_code, words(told, ERROR)) == (
        409,
        ["Somebody else changed the plan after you opened it. Look at what stands now; nothing was kept."],
    )
    assert words(told, "//*[contains(@class,'note-warning')]//p")[0].startswith("Carl Clerk changed the plan")
    assert tree(told).xpath("//input[@name='stage-0-days']/@value") == ["-21"]
    assert tree(told).xpath("//input[@name='revision']/@value") == ["2"]
    kept = secretariat.post(address, {**mine, "revision": "2"})
    assert kept.status_code == 302
    now = told_plan(plan.number)
    assert ([stage.days for stage in now.plan.stages], now.plan.stages[0].code, now.plan.signatory) == (
        [-21, -7, 1, 30, 30, 90, 90],
        "s1",
        "A. B.",
    )


def test_what_makes_no_plan_is_refused_in_words(secretariat: Client) -> None:
    plan = a_plan_of_reminders(on=False)
    overdue = next(each.number for each in templates_told() if each.name == "Annual report overdue")
    for changes, error in (
        ({"stage-0-days": "5"}, "The stage 5 days after is for States for which the day has not passed"),
        ({"stage-0-days": "x"}, "Days from the deadline: Enter a whole number."),
        ({"stage-0-template": str(overdue)}, "The template of the stage 30 days before says “overdue” (en)"),
        ({"stage-0-ways": []}, "The stage 30 days before goes neither by e-mail nor on paper."),
    ):
        refused = secretariat.post(f"/reminders/{plan.number}/edit/", form_of(secretariat, plan.number, **changes))
        assert refused.status_code == 400
        assert words(refused, ERROR)[0].startswith(error)
    assert told_plan(plan.number).revision == 1


def test_a_plan_of_ones_own_for_what_is_no_report(secretariat: Client) -> None:
    a_plan_of_reminders(on=False)
    chosen = secretariat.get("/reminders/new/")
    assert "CCM: Destruction of stockpiles" in words(chosen, "//main//ul/li")
    address = "/reminders/new/?for=CCM/stockpile-destruction"
    template = templates_told()[0].number
    row = {"stage-0-days": "-365", "stage-0-sent_to": "due_soon", "stage-0-template": template}
    refused = secretariat.post(address, {"revision": "0", **row, "stage-0-ways": ["paper"]})
    (said,) = words(refused, ERROR)
    assert said.startswith("The template of the stage 365 days before has {period} (en), of which these reminders")
    plain = LetterWords(subject="{obligation} of {state}", body="It is due on {due_on}.")
    row["stage-0-template"] = make_template(
        name="Stocks", convention="CCM", language="en", words=plain, by=clerk(), at=AT
    )
    made = secretariat.post(address, {"revision": "0", **row, "stage-0-ways": ["paper"]}, follow=True)
    assert words(made, SAID) == ["The plan is drafted. It sends nothing before it is switched on."]
    assert words(made, "//*[@id='stages']//tbody/tr/*")[0::4] == ["365 days before", "on paper"]


def test_the_page_of_a_state_tells_of_its_reminders(secretariat: Client, reader: Client) -> None:
    a_plan_of_reminders()
    ran(BEFORE)
    a_receipt(iso3="ZMB", obligation="annual-report", period=2015, on="2016-03-31")
    secretariat.post("/outbox/steps/release/", {"messages": ",".join(map(str, numbers()))})
    page = reader.get("/states/ZMB/")
    (became,) = words(page, "//*[@id='reminders']//tbody/tr/td[3]")
    assert became.startswith("stopped: it came")
    assert tree(page).xpath("//*[@id='reminders']//a") == []
    norway = secretariat.get("/states/NOR/")
    assert words(norway, "//*[@id='reminders']//tbody/tr/td[3]") == ["mission@nor.example released"]


def numbers() -> list[int]:
    return list(OutgoingMessage.objects.values_list("pk", flat=True))


def test_only_those_who_may_send_see_reminders(reader: Client, visitor: Client) -> None:
    plan = a_plan_of_reminders()
    pages = ("/reminders/", "/reminders/new/", f"/reminders/{plan.number}/", f"/reminders/{plan.number}/edit/")
    steps = ("/reminders/run/", "/reminders/begin/", f"/reminders/{plan.number}/switch/")
    assert [reader.get(each).status_code for each in pages] == [403] * 4
    assert [reader.post(each).status_code for each in steps] == [403] * 3
    assert [visitor.get(each).status_code for each in pages] == [302] * 4


def test_the_paper_of_a_reminder_is_taken_home(secretariat: Client) -> None:
    plan = a_plan_of_reminders(states=[])
    sent = form_of(secretariat, plan.number, **{"stage-0-ways": ["paper"]})
    assert secretariat.post(f"/reminders/{plan.number}/edit/", sent).status_code == 302
    number = remind_one(told_plan(plan.number), "NOR", BEFORE)
    answer = secretariat.get(f"/reminders/papers/{number}.pdf")
    assert (answer.content[:5], answer["Content-Disposition"]) == (
        b"%PDF-",
        f'attachment; filename="CCM-R-2016-{number}-NOR.pdf"',
    )
    assert secretariat.get(f"/reminders/papers/{number}.txt").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_for_one_as_for_three(
    secretariat: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_plan_of_reminders(states=["ZMB", "NOR", "HRV"][:count])
    ran(BEFORE)
    secretariat.get("/reminders/")
    with django_assert_num_queries(LIST_QUERIES):
        page = secretariat.get("/reminders/")
    assert len(words(page, "//*[@id='reminders']//tbody/tr")) == count


def test_coming_reminders_end_with_the_last_day_there_is(secretariat: Client) -> None:
    a_plan_of_reminders()
    assert secretariat.get("/reminders/?as_of=2199-12-31").status_code == 200
