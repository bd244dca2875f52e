from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.factories.minutes import TEXT, a_reading
from tests.factories.rows import new_file
from tests.web.pages import Answer, tree, words
from tests.web.taken_in import a_document, the

from corcom.followup.models import ActionPoint
from corcom.minutes.models import Finding, Reading, Verdict

PAGE_QUERIES = 9  # session, person; document and its counts; places, text, findings and their actors, earlier readings
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _today(settings: LazySettings) -> None:
    settings.TODAY = date(2016, 6, 1)


@pytest.fixture
def reading() -> Reading:
    return a_document()


def at(reading: Reading, rest: str = "") -> str:
    return f"/documents/{reading.file_id}/review/{rest}"


def step(client: Client, reading: Reading, verb: str, found: Finding, **more: Any) -> Any:
    return client.post(at(reading, "verdict/"), {verb: found.pk, **more})


def entry(page: Answer, found: Finding, path: str = "") -> list[str]:
    return words(page, f"//li[@id='finding-{found.pk}']{path}")


def state(found: Finding) -> str:
    found.refresh_from_db()
    return found.state


def test_the_page_shows_the_text_and_what_was_found_in_the_order_of_a_careful_reader(
    reader: Client, reading: Reading, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(PAGE_QUERIES):
        page = reader.get(at(reading))
    assert tree(page).xpath("//*[@class='sheet-text']")[0].text_content() == TEXT
    assert words(page, "//p[@class='status-line']") == ["0 of 16 confirmed, 16 waiting"]
    assert words(page, "//*[@class='finding-group']/h3") == [
        "The meeting 1",
        "Attendance 4",
        "Agenda 3",
        "Who holds which theme 1",
        "Decisions 1",
        "Action points 2",
        "Next meeting 1",
        "Where delegations stand 2",
        "Who spoke on what 1",
    ]
    assert words(page, "//*[@aria-labelledby='group-action_points']//li[1]/*") == [
        "action point certain",
        "send a letter to Angola",
        "Owner Zambia Due 10 June 2016 Due, as said by 10 June 2016 Agenda item 2",
        "“Zambia to send a letter to Angola by 10 June 2016.”",
    ]


def test_the_number_of_queries_does_not_grow_with_the_findings(
    reader: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    few = a_document("few.txt", attendance=(), absences=(), positions=(), interventions=())
    with django_assert_num_queries(PAGE_QUERIES):
        reader.get(at(few))


def test_words_lead_to_proposals_and_back(reader: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    page = reader.get(at(reading))
    (mark,) = tree(page).xpath(f"//mark[contains(concat(' ', @data-findings, ' '), ' {letter.pk} ')]")
    assert mark.text_content() == "Zambia to send a letter to Angola by 10 June 2016."
    assert (mark.get("data-label"), mark.get("title")) == ("action point", "action point, certain")
    assert mark.xpath("a/@href") == [f"#finding-{letter.pk}"]
    assert mark.getprevious().get("id") == f"words-{letter.pk}"
    assert tree(page).xpath(f"//li[@id='finding-{letter.pk}']//a/@href") == [f"#words-{letter.pk}"]


def test_overlapping_findings_share_their_words(reader: Client, reading: Reading) -> None:
    """ "Universalization (Ecuador and Zambia)" is the title of an agenda item and names who holds the theme."""
    mandate, item = the(reading, "mandate"), the(reading, "agenda_item", number="2")
    marks = tree(reader.get(at(reading))).xpath("//mark")
    shared = [mark for mark in marks if mark.get("data-findings") == f"{mandate.pk} {item.pk}"]
    assert [mark.text_content() for mark in shared] == ["Universalization (Ecuador and Zambia)"]


def test_accepting_leads_back_to_the_finding_and_confirms_the_meeting_first(
    secretariat: Client, reading: Reading
) -> None:
    letter = the(reading, "action_point")
    answer = step(secretariat, reading, "accept", letter, back="show=waiting&page=1")
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{at(reading)}?show=waiting&page=1&finding={letter.pk}#finding-{letter.pk}"
    page = secretariat.get(answer.headers["Location"])
    assert words(page, "//*[@class='messages']/li") == ["Accepted: send a letter to Angola."]
    assert words(page, "//p[@class='status-line']") == ["2 of 16 confirmed, 14 waiting"]
    assert entry(page, letter, "/p[1]") == ["action point certain accepted"]
    assert entry(page, letter, "//button") == ["Edit", "Reject", "Undo"]
    assert ActionPoint.objects.get().text == "send a letter to Angola"
    verdict = Verdict.objects.get(finding=letter)
    assert (verdict.verdict, verdict.by.username) == ("accepted", "anna")


def test_rejecting_and_undoing(secretariat: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    step(secretariat, reading, "reject", letter)
    page = secretariat.get(at(reading))
    assert entry(page, letter, "/p[1]") == ["action point certain rejected"]
    assert words(page, "//p[@class='status-line']") == ["0 of 16 confirmed, 1 rejected, 15 waiting"]
    step(secretariat, reading, "undo", letter)
    assert state(letter) == "proposed"


def test_a_script_gets_the_finding_the_head_and_the_progress_only(secretariat: Client, reading: Reading) -> None:
    letter, head = the(reading, "action_point"), the(reading, "meeting")
    part = secretariat.post(at(reading, "verdict/"), {"accept": letter.pk}, headers=HTMX)
    assert part.status_code == 200
    assert tree(part).xpath("//li/@id") == [f"finding-{letter.pk}", f"finding-{head.pk}"]
    swapped = tree(part).xpath("//*[@hx-swap-oob]")
    assert [(each.get("id"), each.get("hx-swap-oob")) for each in swapped] == [
        ("review-progress", "true"),
        ("review-unseen", "true"),
        (None, "innerHTML:#review-told"),
        (f"finding-{head.pk}", "true"),
    ]
    assert words(part, "//*[@id='review-unseen']") == words(secretariat.get(at(reading)), "//*[@id='review-unseen']")
    assert words(part, "//p[@hx-swap-oob]") == ["Accepted: send a letter to Angola."]
    assert entry(part, head, "/p[1]") == ["head of the record certain accepted"]


def test_editing_opens_a_form_with_the_fields_of_its_kind(secretariat: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    answer = step(secretariat, reading, "edit", letter)
    assert answer.headers["Location"] == f"{at(reading)}?edit={letter.pk}#finding-{letter.pk}"
    page = secretariat.get(answer.headers["Location"])
    fields = tree(page).xpath(
        "//form[@class='edit']//*[self::input or self::textarea or self::select][not(@type='hidden')]"
    )
    assert [field.get("name") for field in fields] == [
        "text",
        "owner",
        "owner",
        "owner",
        "due",
        "due_text",
        "agenda",
        "status",
        "tentative",
    ]
    assert [field.get("value") for field in fields if field.get("name") == "owner"] == ["Zambia", "", ""]
    suggested = tree(page).xpath("//datalist[@id='known-names']/option/@value")
    assert {"Croatia", "ICRC", "President"} <= set(suggested)
    part = secretariat.post(at(reading, "verdict/"), {"edit": letter.pk}, headers=HTMX)
    assert entry(part, letter, "//button") == ["Save", "Cancel"]
    part = secretariat.post(at(reading, "verdict/"), {"cancel": letter.pk}, headers=HTMX)
    assert entry(part, letter, "//button") == ["Accept", "Edit", "Reject"]


LETTER = {
    "text": "send two letters",
    "owner": ["Ecuador", "", "Zambia"],
    "due": "2016-06",
    "due_text": "",
    "status": "open",
}


def test_what_was_corrected_is_confirmed(secretariat: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    answer = step(secretariat, reading, "save", letter, **LETTER)
    page = secretariat.get(answer.headers["Location"])
    assert words(page, "//*[@class='messages']/li") == ["Saved: send two letters."]
    assert entry(page, letter, "/p[1]") == ["action point certain corrected"]
    assert entry(page, letter, "/dl[2]/div") == [
        "Words send a letter to Angola",
        "Owner Zambia",
        "Due 10 June 2016",
        "Due, as said by 10 June 2016",
        "Agenda item 2",
    ]
    letter.refresh_from_db()
    assert letter.confirmed == {
        **letter.payload,
        "text": "send two letters",
        "owner": ["Ecuador", "Zambia"],
        "due": "2016-06",
        "due_text": None,
        "agenda": None,
    }
    assert [owner.name for owner in ActionPoint.objects.get().owners.all()] == ["Ecuador", "Zambia"]


def test_a_form_that_changes_nothing_accepts(secretariat: Client, reading: Reading) -> None:
    speech = the(reading, "intervention")
    values = {"speaker": "Zambia", "delegation": "Zambia", "agenda": "2", "text": "reported on its visit to Luanda"}
    step(secretariat, reading, "save", speech, **values)
    assert [row.verdict for row in speech.verdicts.all()] == ["accepted"]


def test_a_form_that_does_not_fit_comes_back_with_all_that_was_written(secretariat: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    page = step(secretariat, reading, "save", letter, **{**LETTER, "due": "soon", "text": ""})
    assert page.status_code == 400
    assert words(page, "//form[@class='edit']//*[@class='edit-error']") == [
        "This field is required.",
        "Write a day as 2016-05-26, a month as 2016-05, a year as 2016, a period as 2016-05-26/2016-05-27.",
    ]
    assert tree(page).xpath("//form[@class='edit']//input[@name='owner']/@value") == ["Ecuador", "Zambia", "", ""]
    assert tree(page).xpath("//form[@class='edit']//input[@name='due']/@value") == ["soon"]
    assert state(letter) == "proposed"
    part = secretariat.post(at(reading, "verdict/"), {"save": letter.pk, **LETTER, "due": "soon"}, headers=HTMX)
    assert words(part, "//p[@hx-swap-oob]") == ["Not saved: look at the form."]


@pytest.mark.parametrize("sent", [{}, {"delegation": " ", "people": "", "role": "chair"}])
def test_an_attendance_of_nobody_is_refused(secretariat: Client, reading: Reading, sent: dict[str, str]) -> None:
    zambia = the(reading, "attendance")
    page = step(secretariat, reading, "save", zambia, **sent)
    assert page.status_code == 400
    assert words(page, "//form[@class='edit']//*[@class='edit-error']") == [
        "Name a delegation or the people who were there; reject it if it is wrong."
    ]
    assert (state(zambia), zambia.confirmed) == ("proposed", None)


@pytest.mark.parametrize(
    "kind",
    sorted({"meeting", "attendance", "absence", "agenda_item", "decision", "next_meeting", "mandate", "position"}),
)
def test_every_kind_can_be_saved_as_its_form_shows_it(secretariat: Client, reading: Reading, kind: str) -> None:
    found = the(reading, kind)
    page = secretariat.get(at(reading, f"?edit={found.pk}"))
    sent: dict[str, list[str]] = {}
    for field in tree(page).xpath(
        "//form[@class='edit']//*[@name][not(@name='csrfmiddlewaretoken')][not(self::button)]"
    ):
        if field.tag == "select":
            sent[field.get("name")] = field.xpath("option[@selected]/@value")
        elif field.get("type") != "checkbox" or field.get("checked") is not None:
            sent.setdefault(field.get("name"), []).append(
                (field.text if field.tag == "textarea" else field.get("value")) or ""
            )
    secretariat.post(at(reading, "verdict/"), {**sent, "save": found.pk})
    assert [row.verdict for row in found.verdicts.all()] == ["accepted"]


def test_the_meeting_needs_a_day_and_the_error_says_so(secretariat: Client) -> None:
    reading = a_document(date=None)
    letter = the(reading, "action_point")
    answer = step(secretariat, reading, "accept", letter)
    page = secretariat.get(answer.headers["Location"])
    said = "The head of the record does not say the day of the meeting. Edit it first."
    assert words(page, "//*[@class='messages']/li") == [said]
    part = secretariat.post(at(reading, "verdict/"), {"accept": letter.pk}, headers=HTMX)
    assert entry(part, letter, "//*[@role='alert']") == [said]
    assert Verdict.objects.count() == 0


def test_nothing_is_taken_back_from_under_what_rests_on_it(secretariat: Client, reading: Reading) -> None:
    step(secretariat, reading, "accept", the(reading, "action_point"))
    part = secretariat.post(at(reading, "verdict/"), {"reject": the(reading, "meeting").pk}, headers=HTMX)
    assert words(part, "//*[@role='alert']") == ["1 accepted finding rests on this meeting. Take it back first."]


def test_all_that_is_certain_is_accepted_in_one_step_and_taken_back_in_one(
    secretariat: Client, reading: Reading
) -> None:
    page = secretariat.get(at(reading))
    assert words(page, f"//form[@action='{at(reading, 'certain/')}']/button") == ["Accept the 7 that are certain"]
    done = secretariat.post(at(reading, "certain/"), {"back": "show=waiting"})
    page = secretariat.get(done.headers["Location"])
    assert words(page, "//p[@class='status-line']") == ["7 of 16 confirmed, 9 waiting"]
    assert words(page, "//*[@role='status']//form")[0] == "7 findings were accepted in one step. Undo all of them"
    values = {
        field.get("name"): field.get("value")
        for field in tree(page).xpath(f"//form[@action='{at(reading, 'undo/')}']/input")
    }
    undone = secretariat.post(at(reading, "undo/"), values)
    assert undone.headers["Location"] == f"{at(reading)}?show=waiting#review-findings"
    page = secretariat.get(undone.headers["Location"])
    assert words(page, "//*[@class='messages']/li") == ["7 findings wait again."]
    page = secretariat.post(at(reading, "undo/"), values, follow=True)
    assert words(page, "//*[@class='messages']/li") == ["There is nothing to undo."]
    assert words(page, "//p[@class='status-line']") == ["0 of 16 confirmed, 16 waiting"]


def test_where_nothing_certain_waits_it_says_so(secretariat: Client, reading: Reading) -> None:
    reading.findings.update(certainty="likely")
    page = secretariat.post(at(reading, "certain/"), follow=True)
    assert words(page, "//*[@class='messages']/li") == ["Nothing that is certain was waiting."]


def test_what_waits_of_a_kind_is_accepted_in_one_step_but_nothing_doubtful(
    secretariat: Client, reading: Reading
) -> None:
    reading.findings.filter(kind="action_point").update(certainty="doubtful")
    assert tree(secretariat.get(at(reading))).xpath(f"//form[@action='{at(reading, 'kind/')}']") == []
    waiting = reading.findings.filter(kind="position").count()
    page = secretariat.get(at(reading, "?group=positions"))
    assert words(page, f"//form[@action='{at(reading, 'kind/')}']/button") == [f"Accept the {waiting} of this kind"]
    secretariat.post(at(reading, "kind/"), {"back": "group=positions"})
    assert set(reading.findings.filter(state="accepted").values_list("kind", flat=True)) == {"meeting", "position"}
    assert (
        tree(secretariat.get(at(reading, "?group=action_points"))).xpath(f"//form[@action='{at(reading, 'kind/')}']")
        == []
    )
    answer = secretariat.post(at(reading, "kind/"), {"back": "group=action_points"})
    assert words(secretariat.get(answer.headers["Location"]), "//*[@class='messages']/li") == [
        "Nothing of that kind was waiting."
    ]


def test_the_meeting_stays_where_something_was_accepted_since(secretariat: Client, reading: Reading) -> None:
    done = secretariat.post(at(reading, "certain/"))
    step(secretariat, reading, "accept", the(reading, "position"))
    page = secretariat.get(done.headers["Location"])
    values = {
        field.get("name"): field.get("value")
        for field in tree(page).xpath(f"//form[@action='{at(reading, 'undo/')}']/input")
    }
    secretariat.post(at(reading, "undo/"), values)
    assert sorted(reading.findings.filter(state="accepted").values_list("kind", flat=True)) == ["meeting", "position"]


@pytest.mark.parametrize("together", ["", "yesterday", "2016-05-02", "2016-05-02T00:00:00+00:00"])
def test_a_step_that_nobody_took_is_not_undone(secretariat: Client, reading: Reading, together: str) -> None:
    step(secretariat, reading, "accept", the(reading, "position"))
    secretariat.post(at(reading, "undo/"), {"together": together})
    assert state(the(reading, "position")) == "accepted"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("show=waiting", 15),
        ("show=certain", 7),
        ("show=doubtful", 0),
        ("group=agenda", 3),
        ("group=x&show=x&page=x", 16),
        ("page=99", 16),
    ],
)
def test_filters_narrow(secretariat: Client, reading: Reading, query: str, count: int) -> None:
    step(secretariat, reading, "reject", the(reading, "mandate"))
    page = secretariat.get(at(reading, f"?{query}"))
    assert len(tree(page).xpath("//li[@data-item]")) == count


def test_the_one_that_was_asked_for_is_shown_whatever_the_filter(secretariat: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    page = secretariat.get(at(reading, f"?show=doubtful&finding={letter.pk}"))
    assert tree(page).xpath("//li[@data-item]/@class") == ["finding is-proposed is-current"]


def test_a_passage_can_be_pointed_at(reader: Client, reading: Reading) -> None:
    start = TEXT.index("Norway preferred")
    page = reader.get(at(reading, f"?at={start}-{start + 24}"))
    assert "".join(words(page, "//*[@class='passage']")) == "Norway preferred Geneva."
    assert len(tree(page).xpath("//*[@id='passage']")) == 1
    for odd in ("at=9-3", "at=x-y", "at=5", "at=0-99999999"):
        assert tree(reader.get(at(reading, f"?{odd}"))).xpath("//*[@class='passage']") == []


def test_a_newer_reading_says_what_changed_and_keeps_what_it_lost(secretariat: Client, reading: Reading) -> None:
    position = the(reading, "position", delegation="Norway")
    step(secretariat, reading, "accept", position)
    assert secretariat.get(f"/documents/{reading.file_id}/changes/").status_code == 404
    better = a_reading(positions=(), next_meeting=None)
    newer = a_document(file=reading.file, reader="2", positions=(), next_meeting=None)
    assert better.positions == ()
    page = secretariat.get(at(newer))
    assert words(page, "//p[contains(@class,'note-info')]") == [
        "A newer reader has read this document since 2 May 2016. What changed"
    ]
    assert words(page, "//*[@aria-labelledby='group-gone']//li/p[1]") == ["position likely accepted"]
    step(secretariat, newer, "reject", position)
    assert state(position) == "rejected"
    changes = secretariat.get(f"/documents/{reading.file_id}/changes/")
    assert words(changes, "//h2") == ["No longer found 3"]
    assert words(changes, "//ul[@class='changes']/li/span") == ["position", "position", "next meeting"]


def test_a_verdict_on_what_a_newer_reading_took_over_is_refused(secretariat: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    secretariat.get(step(secretariat, reading, "accept", letter).headers["Location"])
    newer = a_document(file=reading.file, reader="2")
    answer = step(secretariat, newer, "reject", letter)
    page = secretariat.get(answer.headers["Location"])
    assert words(page, "//*[@class='messages']/li") == ["A newer reading has taken its place. Look at the page again."]


def test_readers_see_and_change_nothing(reader: Client, reading: Reading) -> None:
    letter = the(reading, "action_point")
    page = reader.get(at(reading, f"?edit={letter.pk}"))
    assert tree(page).xpath("//main//button | //main//form") == []
    for rest in ("verdict/", "certain/", "kind/", "undo/"):
        assert reader.post(at(reading, rest), {"accept": letter.pk}).status_code == 403
    assert Verdict.objects.count() == 0


@pytest.mark.parametrize("sent", [{}, {"accept": "x"}, {"accept": "999999"}, {"destroy": "1"}])
def test_a_step_that_does_not_exist_is_not_found(secretariat: Client, reading: Reading, sent: dict[str, str]) -> None:
    assert secretariat.post(at(reading, "verdict/"), sent).status_code == 404


def test_a_finding_of_another_document_is_not_found(secretariat: Client, reading: Reading) -> None:
    other = a_document("other.txt")
    assert step(secretariat, other, "accept", the(reading, "action_point")).status_code == 404
    assert secretariat.get(f"/documents/{new_file().pk}/review/").status_code == 404
    assert secretariat.get(at(reading, "verdict/")).status_code == 405


def test_whatever_stands_in_a_document_is_shown_as_words(secretariat: Client) -> None:
    reading = a_document(text=TEXT + "<script>alert(1)</script> & more")
    page = secretariat.get(at(reading))
    assert tree(page).xpath("//*[@class='sheet-text']//script") == []
    assert tree(page).xpath("//*[@class='sheet-text']")[0].text_content().endswith("<script>alert(1)</script> & more")
