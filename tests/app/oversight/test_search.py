from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.minutes import TEXT, a_reading, document
from tests.factories.rows import AT, new_file, new_user

from corcom.minutes.actions import accept_finding, edit_finding, record_reading, reject_finding
from corcom.minutes.domain.whole import Whole
from corcom.minutes.models import Finding, Reading
from corcom.minutes.queries import NoSuchReading
from corcom.oversight.actions import index_all, index_reading, take_in_document
from corcom.oversight.models import Passage, PassageActor
from corcom.oversight.queries import Choice, Found, Narrowed, search

LETTER = "Action point: Zambia to send a letter to Angola by 10 June 2016."
SEARCH_QUERIES = 8


def read(text: str = TEXT, *, reader: str = "1", name: str = "minutes.txt", **changes: Any) -> Reading:
    """A document of which search knows."""
    file = changes.pop("file", None) or new_file(name=name)
    recorded = record_reading(
        file=file, reader=reader, text=document(text), found=a_reading(**changes), record={}, at=AT
    )
    index_reading(reading=recorded.reading.pk)
    return recorded.reading


def the(reading: Reading, kind: str, **values: Any) -> Finding:
    rows = reading.findings.filter(kind=kind).order_by("position")
    return next(row for row in rows if values.items() <= row.payload.items())


def texts(found: Found) -> list[str]:
    return [hit.text for hit in found.hits]


def found(words: str, **by: Any) -> list[str]:
    return texts(search(words=words, by=Narrowed(**by)))


def test_a_passage_is_found_with_its_place_and_what_it_is_about() -> None:
    reading = read()
    (hit,) = search(words="letters ANGOLA").hits
    assert (hit.text, TEXT[hit.start : hit.end]) == (LETTER, LETTER)
    assert [hit.text[start:end] for start, end in hit.marks] == ["letter", "Angola"]
    assert (hit.file_id, hit.file_name, hit.meeting_id) == (reading.file_id, "minutes.txt", None)
    assert (hit.convention, hit.body, hit.date) == ("CCM", "Coordination Committee", "2016-05-26")
    assert (hit.agenda, hit.theme) == ("2 Universalization (Ecuador and Zambia)", "Universalization")
    assert {actor.code for actor in hit.actors} == {"AGO", "ZMB"}


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("letter angola", 1),
        ("letter norway", 0),
        ('"letter to Angola"', 1),
        ('"Angola letter"', 0),
        ("ango*", 1),
        ("ango", 0),
        ("zambia", 3),
        ("zambia -letter", 2),
        ('zambia -"send a letter"', 2),
        ("universalisation", 1),
        ("-zambia", 9),
        ('"', 12),
        ("*", 12),
        ("(zambia", 3),
        ("zambia' OR 1=1 --", 0),
        ("a AND b:* & | ! <->", 0),
    ],
)
def test_words_phrases_beginnings_and_what_must_not_be_there(typed: str, count: int) -> None:
    read()
    assert search(words=typed).total == count


def test_names_of_meeting_and_file_find_the_head_of_the_record() -> None:
    read(name="ccm-2016-fourth.txt")
    head = TEXT.partition("\n\n")[0]
    for typed in ('"coordination committee" CCM "26 May 2016"', "fourth txt"):
        assert found(typed) == [head]


def test_scripts_of_the_six_languages_are_found() -> None:
    read(
        "集束弹药公约协调委员会\n\nНорвегия сообщила о письмах.\n\nعقدت لجنة التنسيق اجتماعها.\n\nLe Comité a noté l’état.",
        agenda=(),
        action_points=(),
        decisions=(),
        attendance=(),
        absences=(),
        interventions=(),
        positions=(),
        mandates=(),
        next_meeting=None,
        header={},
        chair=None,
    )
    assert found("公约") == ["集束弹药公约协调委员会"]
    assert found("束公") == []
    assert found("норвегия") == ["Норвегия сообщила о письмах."]
    assert found("اللجنة التنسيق") == ["عقدت لجنة التنسيق اجتماعها."]
    assert found("comite ETAT") == ["Le Comité a noté l’état."]


def test_what_is_found_can_be_narrowed_and_the_choices_are_counted(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    read()
    read(name="later.txt", date="2017-03-01", convention="APMBC", body="Committee")
    with django_assert_num_queries(SEARCH_QUERIES):
        all_of_it = search(words="zambia")
    assert [hit.date for hit in all_of_it.hits] == ["2017-03-01"] * 3 + ["2016-05-26"] * 3
    assert all_of_it.years == (Choice("2017", "2017", 3), Choice("2016", "2016", 3))
    assert all_of_it.conventions == (Choice("APMBC", "APMBC", 3), Choice("CCM", "CCM", 3))
    assert {choice.value: choice.count for choice in all_of_it.states} == {"ZMB": 6, "AGO": 2, "ECU": 2}
    assert len(found("zambia", convention="CCM")) == 3
    assert found("zambia", state="AGO", until=date(2016, 12, 31))[-1] == LETTER
    assert len(found("zambia", since=date(2017, 1, 1))) == 3
    assert found("zambia", since=date(2018, 1, 1)) == []
    assert len(found("", theme="Universalization", body="Coordination Committee")) == 4
    narrowed = search(words="zambia", by=Narrowed(convention="CCM"))
    assert narrowed.conventions == all_of_it.conventions
    assert narrowed.bodies == (Choice("Coordination Committee", "Coordination Committee", 3),)


def test_a_page_at_a_time_at_a_constant_cost(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for n in range(3):
        read(name=f"{n}.txt")
    with django_assert_num_queries(SEARCH_QUERIES):
        second = search(words="zambia", size=4, page=2)
    assert (len(second.hits), second.total) == (4, 9)
    with django_assert_num_queries(SEARCH_QUERIES - 1):  # nothing to fetch the actors of
        assert search(words="nowhere").hits == ()


def test_a_better_reading_takes_the_place_of_the_first() -> None:
    first = read()
    second = read(TEXT + "Chile thanked the host.\n", file=first.file, reader="2")
    assert len(found("zambia")) == 3
    assert found("chile thanked") == ["Chile thanked the host."]
    assert set(Passage.objects.values_list("reading", flat=True)) == {second.pk}
    assert index_reading(reading=first.pk) == 0
    assert len(found("zambia")) == 3


def test_corrections_move_what_a_passage_is_about() -> None:
    reading, officer = read(), new_user()
    accept_finding(finding=the(reading, "meeting").pk, by=officer, at=AT)
    edit_finding(finding=the(reading, "meeting").pk, payload={"date": "2016-05-27"}, by=officer, at=AT)
    edit_finding(finding=the(reading, "action_point").pk, payload={"owner": ["Norway"]}, by=officer, at=AT)
    before = set(Passage.objects.values_list("pk", flat=True))
    index_reading(reading=reading.pk)
    (hit,) = search(words='"letter to Angola"').hits
    assert (hit.date, hit.meeting_id) == ("2016-05-27", Reading.objects.get().meeting_id)
    assert {actor.code for actor in hit.actors} == {"AGO", "NOR", "ZMB"}
    assert [hit.date for hit in search(words='"27 May 2016"').hits] == ["2016-05-27"]
    assert set(Passage.objects.values_list("pk", flat=True)) == before
    reject_finding(finding=the(reading, "action_point").pk, by=officer, at=AT)
    index_reading(reading=reading.pk)
    assert {actor.code for actor in search(words='"letter to Angola"').hits[0].actors} == {"AGO", "ZMB"}


def test_indexing_again_writes_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    reading = read()
    rows, actors = list(Passage.objects.values().order_by("pk")), list(PassageActor.objects.values().order_by("pk"))
    index_reading(reading=reading.pk)
    assert list(Passage.objects.values().order_by("pk")) == rows
    assert list(PassageActor.objects.values().order_by("pk")) == actors


def test_everything_can_be_made_anew() -> None:
    readings = [read(name=f"{n}.txt").pk for n in range(2)]
    Passage.objects.all().delete()
    assert found("zambia") == []
    assert list(index_all()) == readings
    assert len(found("zambia")) == 6


def test_a_record_without_a_day_is_found_all_the_same() -> None:
    read(date=None, body=None, convention=None)
    (hit,) = search(words="letter angola").hits
    assert (hit.convention, hit.body, hit.date) == ("", "", "")
    assert found("letter angola", since=date(2016, 1, 1)) == []


def test_a_document_is_taken_in_and_found_in_one_step() -> None:
    whole = Whole(reader="1", text=document(), reading=a_reading(), record={})
    recorded = take_in_document(content=io.BytesIO(TEXT.encode()), name="a.txt", whole=whole, at=AT)
    assert recorded.news == "first"
    assert found("letter angola") == [LETTER]
    Passage.objects.all().delete()
    again = take_in_document(content=io.BytesIO(TEXT.encode()), name="a.txt", whole=whole, at=AT)
    assert again.news == "same"
    assert found("letter angola") == [LETTER]


def test_there_is_no_index_of_a_reading_that_is_not_there() -> None:
    with pytest.raises(NoSuchReading):
        index_reading(reading=999_999)
