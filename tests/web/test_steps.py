from __future__ import annotations

from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.kept import TODAY, a_decision, a_later_meeting, a_meeting, an_action_point
from tests.web.pages import Answer, tree, words

from corcom.followup.models import ActionPoint, FollowUpEvent

PAGE_QUERIES = 8  # session, person; the action point and its owners; its source and verdicts; later meetings; history
WORDS = "Croatia said that the draft letter had been circulated."


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = TODAY


def history(page: Answer) -> list[str]:
    return words(page, "//ol[@class='history']/li/p[1]")


def refused(page: Answer) -> list[str]:
    return words(page, "//*[@role='alert']//li")


def events(number: int) -> list[tuple[str, str]]:
    rows = FollowUpEvent.objects.filter(action_point=number).order_by("id")
    return [(kind, on.isoformat()) for kind, on in rows.values_list("kind", "on")]


@pytest.mark.parametrize("meetings", [0, 2])
def test_a_page_costs_the_same_whatever_followed(
    reader: Client, meetings: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    a_meeting()
    for number in range(meetings):
        a_later_meeting(name=f"june-{number}.txt")
    number = ActionPoint.objects.get(text__contains="letter").pk
    with django_assert_num_queries(PAGE_QUERIES):
        page = reader.get(f"/follow-up/{number}/")
    assert words(page, "//h1") == ["Send a letter to Angola"]
    assert words(page, "//p[@class='status-line']") == ["Overdue, due 10 June 2016, overdue by 5 days"]
    assert words(page, "//figure//blockquote") == ["Zambia to send a letter to Angola by 10 June 2016."]
    assert words(page, "//dl[@class='facts']//dt") == ["Owner", "Due", "Theme", "Raised on", "Body"]
    assert history(page) == ["Recorded 26 May 2016"]
    assert words(page, "//nav[@class='verbs']//a") == []


def test_what_is_not_there_or_not_yet_is_not_found(reader: Client, secretariat: Client) -> None:
    number = an_action_point()
    assert reader.get("/follow-up/999/").status_code == 404
    before = reader.get(f"/follow-up/{number}/?as_of=2016-04-27")
    assert (before.status_code, words(before, "//h1")) == (404, ["On 27 April 2016 this had not been promised"])
    assert words(before, "//dl//dd")[0] == "It was raised on 28 April 2016."
    assert tree(before).xpath("//main//a/@href") == [f"/follow-up/{number}/", "/"]
    assert words(reader.get("/follow-up/999/?as_of=2016-04-27"), "//h1") == ["There is no page here"]
    assert reader.get(f"/decisions/{number}/").status_code == 404
    before = reader.get(f"/decisions/{a_decision()}/?as_of=2016-04-27")
    assert words(before, "//h1") == ["On 27 April 2016 this had not been decided"]
    assert secretariat.get(f"/follow-up/{number}/burn/").status_code == 404
    assert secretariat.get(f"/follow-up/{number}/supersede/").status_code == 404


@pytest.mark.parametrize("verb", ["close", "reopen", "correct", "take-up"])
def test_only_the_secretariat_takes_steps(reader: Client, verb: str) -> None:
    number = an_action_point()
    assert reader.get(f"/follow-up/{number}/{verb}/").status_code == 403
    assert reader.post(f"/follow-up/{number}/{verb}/", {"on": "2016-06-14", "note": "x"}).status_code == 403
    assert events(number) == [("recorded", "2016-04-28")]


def test_the_secretariat_is_offered_what_fits_how_it_stands_today(secretariat: Client) -> None:
    number = an_action_point()
    offered = "//nav[@class='verbs']//a"
    assert words(secretariat.get(f"/follow-up/{number}/"), offered) == ["Close", "Take up again", "Correct"]
    assert words(secretariat.get(f"/follow-up/{number}/?as_of=2016-05-01"), offered) == []
    secretariat.post(f"/follow-up/{number}/close/", {"on": "2016-06-14", "note": "sent"})
    assert words(secretariat.get(f"/follow-up/{number}/"), offered) == ["Reopen", "Correct"]


def test_it_is_closed_with_a_note_and_reopened(secretariat: Client) -> None:
    number = an_action_point()
    form = secretariat.get(f"/follow-up/{number}/close/")
    assert tree(form).xpath("//input[@name='on']/@value") == ["2016-06-15"]
    page = secretariat.post(f"/follow-up/{number}/close/", {"on": "2016-06-14", "note": "Sent by post."}, follow=True)
    assert words(page, "//ul[@class='messages']/li") == ["It is closed. You can reopen it."]
    assert words(page, "//p[@class='status-line']") == ["Done since 14 June 2016, due 30 June 2016, met 16 days early"]
    assert history(page) == ["Closed 14 June 2016", "Recorded 28 April 2016"]
    page = secretariat.post(f"/follow-up/{number}/reopen/", {"on": "2016-06-15", "note": "It came back."}, follow=True)
    assert history(page)[0] == "Reopened 15 June 2016"
    assert words(page, "//p[@class='status-line']") == ["Open, due 30 June 2016, in 15 days"]


def test_it_is_closed_by_the_words_of_a_later_meeting(secretariat: Client) -> None:
    number = an_action_point()
    reading = a_later_meeting(WORDS)
    address = f"/follow-up/{number}/close/"
    kept = {"on": "2016-06-09", "note": "As promised."}
    found = secretariat.post(address, {"search": "yes", "q": "Draft LETTER", **kept})
    assert words(found, "//fieldset//span[@class='doc-words']") == [WORDS]
    assert tree(found).xpath("//input[@name='on']/@value") == ["2016-06-09"]
    assert words(found, "//textarea[@name='note']") == ["As promised."]
    assert events(number) == [("recorded", "2016-04-28")]
    place = tree(found).xpath("//input[@name='passage']/@value")[0]
    start = reading.text.index(WORDS)
    assert place == f"{reading.file_id}:{start}:{start + len(WORDS)}"
    page = secretariat.post(address, {"on": "2016-06-09", "note": "", "passage": place}, follow=True)
    assert words(page, "//ol[@class='history']/li[1]/blockquote") == [WORDS]
    assert words(page, "//ol[@class='history']/li[1]//a") == ["june.txt", "meeting of 9 June 2016"]
    link = tree(page).xpath("//ol[@class='history']/li[1]//a/@href")[0]
    assert link == f"/documents/{reading.file_id}/review/?at={start}-{start + len(WORDS)}#passage"
    assert words(secretariat.get(link.partition("#")[0]), "//span[@class='passage']") == [WORDS]
    step = FollowUpEvent.objects.get(kind="closed")
    assert (step.file_id, step.start, step.quote) == (reading.file_id, start, WORDS)


def test_without_a_day_it_is_closed_on_the_day_of_the_meeting_that_shows_it(secretariat: Client) -> None:
    number = an_action_point()
    reading = a_later_meeting(WORDS)
    address = f"/follow-up/{number}/close/"
    for found in (
        secretariat.post(address, {"search": "yes", "q": "draft letter", "on": "2016-06-15", "note": ""}),
        secretariat.get(f"{address}?q=draft+letter"),
    ):
        assert tree(found).xpath("//input[@name='on']")[0].get("value") is None
    place = tree(found).xpath("//input[@name='passage']/@value")[0]
    page = secretariat.post(address, {"on": "", "note": "", "passage": place}, follow=True)
    assert history(page)[0] == "Closed 9 June 2016"
    assert FollowUpEvent.objects.get(kind="closed").file_id == reading.file_id


def test_words_shown_on_another_day_name_their_meeting(secretariat: Client) -> None:
    number = an_action_point()
    reading = a_later_meeting(WORDS)
    start = reading.text.index(WORDS)
    said = {"on": "2016-06-14", "note": "", "passage": f"{reading.file_id}:{start}:{start + len(WORDS)}"}
    page = secretariat.post(f"/follow-up/{number}/close/", said, follow=True)
    assert history(page)[0] == "Closed 14 June 2016"
    assert words(page, "//ol[@class='history']/li[1]//a") == ["june.txt", "meeting of 9 June 2016"]


def test_without_a_day_and_without_words_it_is_closed_today(secretariat: Client) -> None:
    number = an_action_point()
    page = secretariat.post(f"/follow-up/{number}/close/", {"on": "", "note": "Sent."}, follow=True)
    assert history(page)[0] == "Closed 15 June 2016"


def test_a_search_that_finds_nothing_says_so(secretariat: Client) -> None:
    number = an_action_point()
    a_later_meeting()
    page = secretariat.get(f"/follow-up/{number}/close/?q=unicorn")
    assert words(page, "//fieldset//p") == ["No later record has these words."]


@pytest.mark.parametrize(
    ("verb", "said", "why"),
    [
        ("close", {"on": "2016-06-14"}, "Say what shows that it is done: write a note, or choose the words of a later record."),
        ("close", {"on": "2016-06-16", "note": "x"}, "On: This day has not come yet."),
        ("close", {"on": "2016-04-01", "note": "x"}, "1 April 2016 is before the meeting that raised it, on 28 April 2016."),
        ("close", {"on": "2016-06-14", "passage": "1:2"}, "These words are no longer where they were. Search for them again."),
        ("close", {"on": "2016-06-14", "passage": "no"}, "These words are no longer where they were. Search for them again."),
        ("correct", {"on": "2016-06-14", "text": "circulate the draft letter", "owners": "Croatia", "due": "2016-06-30"}, "Nothing was changed: these are the terms that it has."),
        ("correct", {"on": "2016-06-14", "text": " ", "due": ""}, "It needs words: what is to be done, or what was decided."),
        ("correct", {"on": "2016-06-14", "text": "x", "due": "soon"}, "Due: This is no day, month, year or period."),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_words_and_nothing_is_kept(
    secretariat: Client, verb: str, said: dict[str, str], why: str
) -> None:
    number = an_action_point()
    page = secretariat.post(f"/follow-up/{number}/{verb}/", said)
    assert (page.status_code, refused(page)) == (400, [why])
    assert events(number) == [("recorded", "2016-04-28")]


def test_what_is_closed_already_says_since_when(secretariat: Client) -> None:
    number = an_action_point()
    said = {"on": "2016-06-14", "note": "sent"}
    secretariat.post(f"/follow-up/{number}/close/", said, follow=True)
    for verb in ("close", "take-up"):
        address = f"/follow-up/{number}/{verb}/"
        for page in (secretariat.get(address, follow=True), secretariat.post(address, said, follow=True)):
            assert page.redirect_chain == [(f"/follow-up/{number}/", 302)]
            assert words(page, "//ul[@class='messages']/li") == [
                "It was closed on 14 June 2016 already. Look at its history; reopen it first if that was wrong."
            ]
            assert words(page, "//form[@class='step']") == []
    assert events(number) == [("recorded", "2016-04-28"), ("closed", "2016-06-14")]
    page = secretariat.post(f"/follow-up/{number}/reopen/", {"on": "2016-06-13"})
    assert refused(page) == ["13 June 2016 is before the last step in its history, on 14 June 2016."]


def test_what_is_open_is_not_reopened(secretariat: Client) -> None:
    number = an_action_point()
    for page in (
        secretariat.get(f"/follow-up/{number}/reopen/", follow=True),
        secretariat.post(f"/follow-up/{number}/reopen/", {"on": "2016-06-14"}, follow=True),
    ):
        assert words(page, "//ul[@class='messages']/li") == ["It is open already."]
        assert words(page, "//nav[@class='verbs']//a") == ["Close", "Take up again", "Correct"]
    assert events(number) == [("recorded", "2016-04-28")]


def test_what_was_superseded_is_not_closed(secretariat: Client) -> None:
    old, new = a_decision(), a_decision(text="meet every other month")
    secretariat.post(f"/decisions/{old}/supersede/", {"by_decision": new, "on": "2016-06-15", "note": ""}, follow=True)
    page = secretariat.get(f"/decisions/{old}/close/", follow=True)
    assert words(page, "//ul[@class='messages']/li") == ["It is superseded since 15 June 2016, so this does not apply."]


def test_a_correction_keeps_what_it_said_before(secretariat: Client) -> None:
    number = an_action_point()
    form = secretariat.get(f"/follow-up/{number}/correct/")
    assert words(form, "//textarea[@name='owners']") == ["Croatia"]
    said = {
        "text": "circulate the draft letter",
        "owners": "Croatia\nthe Netherlands",
        "due": "2016-07",
        "on": "2016-06-15",
    }
    page = secretariat.post(f"/follow-up/{number}/correct/", said, follow=True)
    assert words(page, "//dl[@class='facts']/div[1]/dd") == ["Croatia, Netherlands"]
    assert words(page, "//ol[@class='history']/li[1]/p[@class='quiet']")[:2] == [
        "due: 30 June 2016 → July 2016",
        "owners: Croatia → Croatia, Netherlands",
    ]


def test_it_is_taken_up_again_at_a_later_meeting(secretariat: Client) -> None:
    number = an_action_point()
    reading = a_later_meeting()
    form = secretariat.get(f"/follow-up/{number}/take-up/")
    assert words(form, "//select[@name='on']/option") == ["9 June 2016"]
    said = {"on": "2016-06-09", "note": "Not yet sent."}
    page = secretariat.post(f"/follow-up/{number}/take-up/", said, follow=True)
    assert words(page, "//h2[text()='Taken up again at']/following-sibling::ul[1]/li") == [
        "meeting of 9 June 2016: Not yet sent."
    ]
    assert tree(page).xpath("//h2[text()='Taken up again at']/following-sibling::ul[1]//a/@href") == [
        f"/meetings/{reading.meeting_id}/"
    ]
    assert words(page, "//p[@class='status-line']") == ["Open, due 30 June 2016, in 15 days"]


def decided(page: Answer) -> Any:
    return words(page, "//p[@class='status-line']")


def test_a_decision_is_superseded_by_a_later_one_and_reopened(secretariat: Client) -> None:
    old, new = a_decision(), a_decision(text="meet every other month")
    form = secretariat.get(f"/decisions/{old}/supersede/")
    assert words(form, "//select/option") == ["2016-04-28: meet every other month"]
    said = {"by_decision": new, "on": "2016-06-15", "note": ""}
    page = secretariat.post(f"/decisions/{old}/supersede/", said, follow=True)
    assert decided(page) == ["Superseded since 15 June 2016, no day was set"]
    assert tree(page).xpath("//dl[@class='facts']//a/@href")[-1] == f"/decisions/{new}/"
    page = secretariat.post(f"/decisions/{new}/supersede/", {**said, "by_decision": old})
    assert refused(page) == ["A decision cannot take its own place, nor that of one which took its place."]
    page = secretariat.post(f"/decisions/{old}/reopen/", {"on": "2016-06-15", "note": ""}, follow=True)
    assert decided(page) == ["Open, no day was set"]


def test_a_decision_says_who_took_it_and_what_that_body_may_decide(reader: Client) -> None:
    page = reader.get(f"/decisions/{a_decision(paragraph='27')}/")
    facts = dict(zip(words(page, "//dl//dt"), words(page, "//dl//dd"), strict=True))
    assert (facts["Taken by"], facts["Taken on"], facts["Paragraph"]) == (
        "Coordination Committee",
        "28 April 2016",
        "27",
    )
    assert words(page, "//div[@class='page-content']/p[@class='quiet']") == [
        "The Coordination Committee discusses and prepares; it decides on its own work alone."
    ]
