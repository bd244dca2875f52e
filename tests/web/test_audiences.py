"""Pages of audiences: the builder without a script, the States, why, how the answer changed, files, and two who edit."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.audiences import criterion, question
from tests.factories.register import the_register
from tests.factories.rows import AT
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.correspondence.actions.audiences import change_audience, make_audience
from corcom.correspondence.models import Audience, AudienceUse
from corcom.correspondence.queries.audiences import audience
from corcom.directory.actions import record_contact
from corcom.directory.domain.people import ContactPoint
from corcom.register.actions import take_over_votes
from corcom.register.domain.votes import packaged_votes

TODAY = date(2016, 4, 28)
SAID = "//*[contains(@class,'messages')]//li"
ERRORS = "//ul[contains(@class,'errorlist')]/li"
LEAD = "//main//p[@class='audience-sentence']"
UNKNOWN = question(criterion("report"))
VOTED = question(criterion("standing", standings=["signatory"]), criterion("vote"))


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


@pytest.fixture
def register(db: None) -> None:
    """Everything that comes with CorCom; in those tests that ask who is in."""
    the_register()
    take_over_votes(new=packaged_votes(), corrected={}, at=AT)


REGISTER = pytest.mark.usefixtures("register")


def made(name: str = "Nothing recorded", asked: Any = UNKNOWN) -> int:
    return make_audience(name=name, question=asked, by=hand(), at=AT)


def sent(*forms: dict[str, Any], **more: Any) -> dict[str, Any]:
    """What a browser sends of these criteria."""
    found: dict[str, Any] = {"kind": [one["kind"] for one in forms]}
    for number, one in enumerate(forms):
        found |= {f"c{number}-{name}": value for name, value in one.items() if name != "kind"}
    return {"step": "save", "revision": "0", **found, **more}


SIGNED = {"kind": "standing", "standings": ["signatory"]}
YES = {"kind": "vote", "resolution": "last", "sides": ["yes"]}


@REGISTER
def test_a_question_is_built_without_a_script(secretariat: Client) -> None:
    here = "/audiences/new/?convention=CCM"
    empty = secretariat.get(here)
    assert words(empty, LEAD) == ["All States."]
    one = secretariat.post(here, {"step": "add", "new_kind": "standing", "name": "Signed", "revision": "0"})
    assert words(one, LEAD) == ["States that are States Parties."]
    two = secretariat.post(here, sent(SIGNED, step="add", new_kind="vote", name="Signed"))
    assert words(two, "//fieldset[@class='audience-criterion']/legend") == [
        "Criterion 1: How the State stands to the convention",
        "Criterion 2: A vote of the General Assembly",
    ]
    assert words(two, LEAD) == [
        (
            "States that are signatories not party, and that voted yes in the last vote of the General Assembly on the"
            " convention."
        )
    ]
    assert words(two, "//div[@id='audience-preview']/p[not(@class)]") == ["14 States on this day"]
    less = secretariat.post(here, sent(SIGNED, YES, step="remove-0", name="Signed"))
    assert words(less, "//fieldset[@class='audience-criterion']/legend") == [
        "Criterion 1: A vote of the General Assembly"
    ]
    turned = secretariat.post(here, sent({**SIGNED, "turned": "on"}, step="show", name="Signed"))
    assert words(turned, LEAD) == ["States that are not signatories not party."]
    assert Audience.objects.count() == 0
    saved = secretariat.post(here, sent(SIGNED, YES, name="Signed"), follow=True)
    assert words(saved, SAID) == ["The audience is saved."]
    assert words(saved, "//p[@class='status-line']") == [
        "CCM · 14 States · 28 April 2016 · 14 without an e-mail address"
    ]
    found = audience(number=Audience.objects.get().pk)
    assert found
    assert (found.name, found.question) == ("Signed", VOTED)


@REGISTER
def test_the_preview_is_what_the_page_would_show(secretariat: Client) -> None:
    shown = secretariat.post("/audiences/preview/?convention=CCM", sent(SIGNED, YES))
    assert words(shown, "//p[not(@class)]") == ["14 States on this day"]
    assert len(tree(shown).xpath("//tbody/tr")) == 14
    half = secretariat.post("/audiences/preview/?convention=CCM", sent({"kind": "standing"}))
    assert words(half, "//p") == ["A criterion is not complete yet."]


@pytest.mark.parametrize(
    ("one", "said"),
    [
        ({"kind": "states", "states": "Norway\nAtlantis"}, ["There is no State called “Atlantis”."]),
        ({"kind": "standing"}, ["Choose at least one."]),
        (
            {"kind": "report", "report": "initial-report", "period": "any", "statuses": ["due"], "way": "more_after"},
            ["Say how many."],
        ),
        ({"kind": "letter", "how": "answered", "letter": "x"}, ["“x” is no whole number from 1 to 9007199254740992."]),
        (
            {"kind": "deadline", "obligation": "annual-report", "statuses": ["due"]},
            ["Select a valid choice. annual-report is not one of the available choices."],
        ),
    ],
)
def test_what_does_not_fit_is_said_beside_the_field_and_nothing_is_saved(
    secretariat: Client, one: dict[str, Any], said: list[str]
) -> None:
    answer = secretariat.post("/audiences/new/?convention=CCM", sent(one, name="X"))
    assert (answer.status_code, words(answer, ERRORS), Audience.objects.count()) == (400, said, 0)


def test_every_kind_of_criterion_can_be_sent_and_stands_in_the_form_again(secretariat: Client) -> None:
    everything: list[dict[str, Any]] = [
        {
            "kind": "report",
            "report": "annual-report",
            "period": "2014",
            "statuses": ["unknown", "overdue"],
            "way": "more_after",
            "count": "30",
            "unit": "days",
        },
        {
            "kind": "deadline",
            "obligation": "clearance",
            "statuses": ["due"],
            "way": "within_before",
            "count": "12",
            "unit": "months",
        },
        SIGNED,
        {"kind": "vote", "resolution": "last", "symbol": "A/RES/75/62", "sides": ["abstain", "absent"]},
        {"kind": "regional_group", "groups": ["African", "GRULAC"]},
        {"kind": "named_group", "groups": ["EU"], "turned": "on"},
        {"kind": "office", "office": "coordinator", "theme": "clearance"},
        {"kind": "letter", "how": "got", "letter": "17"},
        {"kind": "states", "states": "Norway\nZMB\nthe Lao PDR", "turned": "on"},
    ]
    assert secretariat.post("/audiences/new/?convention=CCM", sent(*everything, name="All")).status_code == 302
    found = audience(number=Audience.objects.get().pk)
    assert found
    assert found.question == question(
        criterion(
            "report",
            report="annual-report",
            period=2014,
            statuses=["overdue", "unknown"],
            distance={"way": "more_after", "count": 30, "unit": "days"},
        ),
        criterion(
            "deadline",
            obligation="clearance",
            statuses=["due"],
            distance={"way": "within_before", "count": 12, "unit": "months"},
        ),
        criterion("standing", standings=["signatory"]),
        criterion("vote", resolution="A/RES/75/62", sides=["abstain", "absent"]),
        criterion("regional_group", groups=["African", "GRULAC"]),
        criterion("named_group", turned=True),
        criterion("office", office="coordinator", theme="clearance"),
        criterion("letter", letter=17, how="got"),
        criterion("states", turned=True, states=["LAO", "NOR", "ZMB"]),
    )
    page = secretariat.get(f"/audiences/{found.number}/edit/")
    again = {**fields(page), "step": "save"}
    assert secretariat.post(f"/audiences/{found.number}/edit/", again).status_code == 302
    assert audience(number=found.number) == found


def fields(page: Any) -> dict[str, Any]:
    """What a browser would send of the form as it stands."""
    (form,) = tree(page).xpath("//form[contains(@class,'step')]")
    found: dict[str, list[str]] = {}
    for name, value in form.form_values():
        found.setdefault(name, []).append(value)
    return dict(found)


def test_the_second_of_two_is_told_and_can_merge(secretariat: Client) -> None:
    number = made()
    here = f"/audiences/{number}/edit/"
    change_audience(number=number, revision=1, name="Theirs", question=VOTED, by=hand(), at=AT)
    told = secretariat.post(here, sent(SIGNED, name="Mine", revision="1"))
    assert told.status_code == 409
    assert words(told, "//div[contains(@class,'note-warning')]//strong") == ["Theirs"]
    assert tree(told).xpath("//input[@name='name']/@value") == ["Mine"]
    assert tree(told).xpath("//input[@name='revision']/@value") == ["2"]
    assert secretariat.post(here, sent(SIGNED, name="Mine", revision="2")).status_code == 302
    found = audience(number=number)
    assert found
    assert (found.name, found.revision) == ("Mine", 3)


def test_a_name_that_is_taken_or_missing(secretariat: Client) -> None:
    made("Signed")
    taken = secretariat.post("/audiences/new/?convention=CCM", sent(SIGNED, name="signed"))
    assert words(taken, "//div[contains(@class,'note-error')]") == ["Another audience is called “signed” already."]
    missing = secretariat.post("/audiences/new/?convention=CCM", sent(SIGNED, name=" "))
    assert words(missing, "//div[contains(@class,'note-error')]") == ["Give it a name, of at most 200 characters."]
    assert Audience.objects.count() == 1


@REGISTER
def test_the_states_with_what_brought_them_in_and_how_they_are_reached(secretariat: Client) -> None:
    contact = ContactPoint(purpose="letters", kind="email", value="kabul@mission.example")
    record_contact(delegation="AFG", contact=contact, at=AT)
    number = made()
    page = secretariat.get(f"/audiences/{number}/")
    assert words(page, "//table//tbody/tr[1]/*") == [
        "Afghanistan",
        "Initial transparency report",
        "28 August 2012",
        "",
        "kabul@mission.example",
        "Why?",
    ]
    assert words(page, "//p[@class='status-line']") == [
        "CCM · 91 States · 28 April 2016 · 90 without an e-mail address"
    ]
    file = secretariat.get(f"/audiences/{number}/?format=csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(file)))
    assert len(rows) == 91
    assert rows[0] == {
        "iso3": "AFG",
        "state": "Afghanistan",
        "obligation": "initial-report",
        "period": "",
        "due_on": "2012-08-28",
        "received_on": "",
        "email": "kabul@mission.example",
    }
    assert secretariat.get(f"/audiences/{number}/?format=xlsx").content[:2] == b"PK"


@REGISTER
def test_why_a_state_is_in_it_or_not(secretariat: Client) -> None:
    number = made("Voted", VOTED)
    asked = secretariat.get(f"/audiences/{number}/why/?state=AGO", follow=True)
    assert words(asked, "//h1") == ["Why Angola is not in it"]
    assert words(asked, "//tbody/tr/*") == [
        "that are signatories not party",
        "yes",
        "It signed on 3 December 2008 and has not deposited its consent.",
        "that voted yes in the last vote of the General Assembly on the convention",
        "no",
        "On A/RES/70/54 no vote of it is recorded: it was absent.",
    ]
    later = secretariat.get(f"/audiences/{number}/why/AGO/?as_of=2017-04-28")
    assert words(later, "//h1") == ["Why Angola is in it"]
    assert secretariat.get(f"/audiences/{number}/why/XXX/").status_code == 404


@REGISTER
def test_how_the_answer_changed(secretariat: Client) -> None:
    number = made("Voted", VOTED)
    against = secretariat.get(f"/audiences/{number}/?as_of=2017-04-28&against=2016-04-28")
    assert words(against, "//dl[@class='facts']/div") == ["Came in: 2 Angola, Haiti", "Went out: 1 Gambia"]
    wrong = secretariat.get(f"/audiences/{number}/?against=soon")
    assert words(wrong, "//p[@class='edit-error']") == [
        "“soon” is no day. Write it as year-month-day, such as 2016-04-29."
    ]
    kept = secretariat.post(f"/audiences/{number}/step/", {"verb": "use", "purpose": "first letter"}, follow=True)
    assert words(kept, SAID) == ["The answer is kept; later ones are compared with it."]
    assert AudienceUse.objects.get().day == TODAY
    later = secretariat.get(f"/audiences/{number}/?as_of=2017-04-28")
    assert words(later, "//dl[@class='facts']/div") == ["Came in: 2 Angola, Haiti", "Went out: 1 Gambia"]


def test_it_is_retired_and_taken_up_again(secretariat: Client) -> None:
    number = made()
    secretariat.post(f"/audiences/{number}/step/", {"verb": "retire"})
    assert words(secretariat.get("/audiences/"), "//tbody/tr") == []
    assert words(secretariat.get("/audiences/?state=retired"), "//tbody/tr/th") == ["Nothing recorded"]
    refused = secretariat.post(f"/audiences/{number}/edit/", sent(SIGNED, name="X", revision="2"), follow=True)
    assert words(refused, SAID) == ["This audience is retired. Take it up again first."]
    secretariat.post(f"/audiences/{number}/step/", {"verb": "take_up"})
    assert words(secretariat.get("/audiences/"), "//tbody/tr/th") == ["Nothing recorded"]
    assert secretariat.post(f"/audiences/{number}/step/", {"verb": "burn"}).status_code == 404


@REGISTER
def test_lists_and_pages_ask_as_often_for_one_as_for_three(
    secretariat: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    first = made()
    with django_assert_num_queries(16):
        page = secretariat.get("/audiences/")
    assert words(page, "//tbody/tr/td[3]") == ["91"]
    made("Voted", VOTED)
    made("Of the APMBC", question(criterion("standing"), convention="APMBC"))
    with django_assert_num_queries(16):
        page = secretariat.get("/audiences/")
    assert words(page, "//tbody/tr/td[3]") == ["91", "162", "14"]
    with django_assert_num_queries(23):
        secretariat.get(f"/audiences/{first}/")


def test_it_takes_the_right_to_send(reader: Client, visitor: Client) -> None:
    number = made()
    for page in ("", "new/", f"{number}/", f"{number}/edit/", f"{number}/why/AGO/"):
        assert reader.get(f"/audiences/{page}").status_code == 403
        assert visitor.get(f"/audiences/{page}").status_code == 302
    assert reader.post(f"/audiences/{number}/step/", {"verb": "retire"}).status_code == 403
    assert reader.post("/audiences/preview/", sent(SIGNED)).status_code == 403


def test_begun_with_one_that_is_offered_and_linked_from_the_letters(secretariat: Client) -> None:
    assert tree(secretariat.get("/letters/")).xpath("//a[.='Audiences']/@href") == ["/audiences/"]
    page = secretariat.get("/audiences/")
    addresses = tree(page).xpath("//main//ul/li//a[contains(@href,'start=')]/@href")
    assert len(addresses) == 7
    begun = [(words(secretariat.get(one), LEAD)[0], fields(secretariat.get(one))["name"][0]) for one in addresses]
    assert begun[0] == (
        (
            "States whose “Initial transparency report” is overdue, more than 30 days after its day, and that did not answer"
            " the last letter to this audience."
        ),
        "Initial report overdue, last letter not answered",
    )
    assert secretariat.get("/audiences/new/?convention=XYZ").status_code == 404
