from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.test import Client
from tests.factories.plans import a_plan
from tests.web.kept import hand
from tests.web.pages import tree, words

from corcom.consultation.actions import comment_on
from corcom.consultation.domain.comments import Comment, Place
from corcom.consultation.models import ConsultationDeadline
from corcom.consultation.queries import consultations_about
from corcom.meetings.queries import draft_agenda
from corcom.web.day import moment

SAID = "//*[contains(@class,'messages')]//li"
ERROR = "//*[contains(@class,'note-error')]//li"


def circulate(client: Client, meeting: int, **changes: str) -> Any:
    sent = {"others": "Zambia\nNorway", "closes_on": "2036-06-10", "note": "", **changes}
    return client.post(f"/meetings/{meeting}/agenda/circulate/", sent, follow=True)


def a_circulated_agenda(client: Client) -> tuple[int, int]:
    """The meeting, and a comment of Zambia that proposes other words for its first item; the last day has passed."""
    meeting = a_plan(hand(), on="2036-06-30")
    circulate(client, meeting)
    number = consultations_about(f"agenda:{meeting}")[0].number
    proposed = Comment(place=Place("at", "1"), change="wording", wording="Opening by the President")
    made = comment_on(number=number, party="ZMB", comment=proposed, version=0, at=moment(), said_by="Chanda")
    assert made is not None
    ConsultationDeadline.objects.update(closes_at=moment() - timedelta(minutes=1))
    return meeting, made.number


def test_a_draft_agenda_is_circulated_and_the_page_leads_to_the_consultation(secretariat: Client) -> None:
    meeting = a_plan(hand(), on="2036-06-30")
    page = secretariat.get(f"/meetings/{meeting}/agenda/")
    here = f"/meetings/{meeting}/agenda/circulate/"
    assert tree(page).xpath("//a[.='Circulate for input']/@href") == [here]
    answer = circulate(secretariat, meeting)
    assert words(answer, SAID) == ["The draft agenda is circulated. Now prepare the letters."]
    (found,) = consultations_about(f"agenda:{meeting}")
    assert (found.title, found.parties, found.convention) == (
        "Draft agenda, Coordination Committee, meeting 4 of 2016, 30 June 2036",
        ("ZMB", "NOR"),
        "CCM",
    )
    assert (found.closes_at.isoformat(), found.zone) == ("2036-06-11T00:00:00+02:00", "Europe/Zurich")
    page = secretariat.get(f"/meetings/{meeting}/agenda/")
    assert tree(page).xpath("//*[@id='input']//a/@href") == [f"/consultations/{found.number}/"]
    again = circulate(secretariat, meeting)
    assert words(again, ERROR) == ["The agenda is circulated already. Wait until the deadline, or extend it."]
    unknown = circulate(secretariat, meeting, others="Atlantis")
    assert words(unknown, ERROR) == [
        "Other delegations, one on each line: “Atlantis” is none of the States and organisations of the register."
    ]


def test_input_is_shown_by_item_and_taken_over_into_it(secretariat: Client) -> None:
    meeting, comment = a_circulated_agenda(secretariat)
    page = secretariat.get(f"/meetings/{meeting}/agenda/")
    assert words(page, "//*[@id='input']//h3") == ["On item 1: Opening of the meeting and adoption of the agenda"]
    here = f"/meetings/{meeting}/agenda/input/{comment}/"
    assert tree(page).xpath("//*[@id='input']//li//a/@href") == [here]
    form = secretariat.get(here)
    assert tree(form).xpath("//input[@name='title']/@value") == ["Opening by the President"]
    into = tree(form).xpath("//select[@name='into']/option[@selected]/@value")[0]
    sent = {"take": "yes", "into": into, "title": "Opening by the President", "minutes": "5"}
    taken = secretariat.post(here, sent, follow=True)
    assert words(taken, SAID) == ["It is taken over into the draft agenda."]
    first = draft_agenda(meeting=meeting)[0].item
    assert (first.title, first.minutes) == ("Opening by the President", 5)
    assert tree(taken).xpath("//*[@id='input']//li//a") == []
    late = secretariat.post(here, {"decline": "yes", "why": "no"}, follow=True)
    assert words(late, SAID)[0].startswith("Anna Lindqvist said already what becomes of this comment.")


def test_input_is_declined_with_a_reason_and_not_without(secretariat: Client) -> None:
    meeting, comment = a_circulated_agenda(secretariat)
    here = f"/meetings/{meeting}/agenda/input/{comment}/"
    without = secretariat.post(here, {"decline": "yes", "why": " "})
    assert words(without, SAID) == ["Give a reason."]
    page = secretariat.post(here, {"decline": "yes", "why": "It stands in the rules."}, follow=True)
    assert words(page, SAID) == ["It is declined, with the reason."]
    assert words(page, "//*[@id='input']//li/p[2]/span") == ["It stands in the rules."]
    assert draft_agenda(meeting=meeting)[0].item.title == "Opening of the meeting and adoption of the agenda"


def test_input_is_for_those_who_plan(reader: Client, secretariat: Client) -> None:
    meeting, comment = a_circulated_agenda(secretariat)
    addresses = (f"/meetings/{meeting}/agenda/input/{comment}/", f"/meetings/{meeting}/agenda/circulate/")
    assert [reader.get(at).status_code for at in addresses] == [403, 403]
    assert secretariat.get(f"/meetings/{meeting}/agenda/input/0/").status_code == 404
    assert secretariat.get("/meetings/999/agenda/circulate/").status_code == 404
