"""Whole readings: each word quoted stands where it is said to stand, whatever the text; and they survive JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.scoring import misplaced, quotes

from corcom.documents.domain import DocumentText, extract
from corcom.documents.domain.text import Mark
from corcom.kernel.source import Evidence
from corcom.minutes import read
from corcom.minutes.domain.format import FORMAT, NotAReading, from_json, to_json
from corcom.minutes.domain.reader import last_day, read_text
from corcom.minutes.domain.reading import ActionPoint, Reading

OURS = Path(__file__).parents[2] / "minutes"
SAMPLES = Path(str(files("corcom.minutes").joinpath("samples")))
FILES = sorted(
    path
    for folder in (OURS / "dev", OURS / "heldout", SAMPLES)
    for path in folder.glob("*")
    if path.suffix in {".txt", ".md", ".html", ".docx", ".eml"}
)
EXAMPLES = int(os.environ.get("FUZZ", "12"))
"""Of each kind; more where there is time."""
RELAXED = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
KINDS: tuple[Literal["heading", "cell", "bold", "note"], ...] = ("heading", "cell", "bold", "note")
LINES = [
    line
    for path in sorted((OURS / "dev").glob("*.txt"))
    for line in extract(path).text.splitlines()
    if line.strip() and len(line) < 1_000
]
WORDS = (
    "Present: Apologies received: Agenda Action: Annex I (Chair) (Norway, Chair) Mr. H.E. Ms Norway Peru ICRC ISU the President "
    "The Coordinators he they would will circulate share by before the next meeting 5 May 2016 mid-June 31.2.2016 32 May "
    "10:30 25:99 - * • 1. 2. 5.1 a) III. Agenda Item 2 - # ## ** | \t \n \n\n \r\n : ; . , CHF 1,000 70% ( ) [ ] -> => Article 7"
).split(" ")


def document(text: str, *marks: Mark) -> DocumentText:
    return DocumentText(text=text, media_type="text/plain", marks=marks)


def sound(found: DocumentText) -> Reading:
    """The reading of a text, once it was seen that its words stand where they should and that JSON keeps it."""
    reading = read_text(found)
    values = to_json(reading)
    for quote in quotes(values):
        assert 0 <= quote["start"] <= quote["end"] <= len(found.text)
    assert misplaced(values, found.text) == []
    assert from_json(json.loads(json.dumps(values))) == reading
    return reading


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_quote_stands_at_its_place(path: Path) -> None:
    reading = sound(extract(path))
    assert reading.date is not None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_item_stands_there_twice(path: Path) -> None:
    reading = read(path)
    for items in (reading.attendance, reading.agenda, reading.action_points, reading.decisions, reading.mandates):
        assert len(set(items)) == len(items)
    absent = [absence.delegation for absence in reading.absences]
    assert len(set(absent)) == len(absent)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_lists_follow_the_text(path: Path) -> None:
    reading = read(path)
    for items in (reading.action_points, reading.decisions, reading.mandates, reading.warnings, reading.references):
        places = [item.evidence.start for item in items]
        assert places == sorted(places)


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\ufeff", "x", ".", "1.", "-", "\t", "(", "**", "#", "Present:", "\x00", "\ud800"]
)
def test_a_text_with_nothing_in_it_gives_an_empty_record(text: str) -> None:
    reading = read_text(document(text))
    assert reading == Reading(unread=reading.unread)


def test_the_same_text_gives_the_same_reading() -> None:
    text = extract(FILES[0])
    assert read_text(text) == read_text(text)


def test_a_string_is_read_as_its_file_is() -> None:
    text = "Bureau meeting, 4 May 2016\n\nPresent: Peru, Norway\n\n1. Opening\n\nPeru will write to all members by 6 May.\n"
    assert read(text) == read(text.encode(), name="a.txt")


@RELAXED
@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    sound(document(text))


@RELAXED
@given(st.lists(st.sampled_from(WORDS), max_size=120))
def test_any_words_of_minutes_can_be_read(words: list[str]) -> None:
    sound(document(" ".join(words)))


@RELAXED
@given(st.lists(st.sampled_from(LINES), max_size=60), st.sampled_from(["\n", "\n\n", "\r\n", "\r", " ", "\t"]))
def test_lines_of_several_minutes_in_any_order_can_be_read(lines: list[str], end: str) -> None:
    sound(document(end.join(lines)))


@RELAXED
@given(
    st.sampled_from(sorted((OURS / "dev").glob("*.txt"))),
    st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 300)), min_size=1, max_size=12),
)
def test_minutes_with_holes_can_be_read(path: Path, holes: list[tuple[float, int]]) -> None:
    text = extract(path).text
    for place, length in holes:
        at = int(place * len(text))
        text = text[:at] + text[at + length :]
    sound(document(text))


@RELAXED
@given(st.sampled_from(sorted((OURS / "dev").glob("*.txt"))), st.data())
def test_marks_anywhere_never_put_a_quote_out_of_place(path: Path, data: st.DataObject) -> None:
    text = extract(path).text[:4_000]
    places = st.tuples(st.integers(0, len(text) - 2), st.integers(1, 400))
    drawn = data.draw(
        st.lists(st.tuples(st.sampled_from(KINDS), places, st.integers(0, 3), st.integers(0, 3)), max_size=15)
    )
    marks = [
        Mark(kind=kind, start=at, end=min(len(text), at + length), level=one, table=0, row=one, column=two)
        for kind, (at, length), one, two in drawn
    ]
    sound(document(text, *sorted(marks, key=lambda mark: mark.start)))


def shuffled(blocks: Sequence[str], order: Sequence[int]) -> str:
    return "\n\n".join(blocks[at] for at in order)


@RELAXED
@given(st.sampled_from(sorted((OURS / "dev").glob("*.txt"))), st.data())
def test_paragraphs_in_any_order_can_be_read(path: Path, data: st.DataObject) -> None:
    blocks = extract(path).text.split("\n\n")
    sound(document(shuffled(blocks, data.draw(st.permutations(range(len(blocks)))))))


POINT = {
    "owner": ["Peru"],
    "text": "send a list",
    "due": "2016-05-06",
    "due_text": "by 6 May",
    "class": "implied",
    "status": "open",
    "tentative": False,
    "conclusion": False,
    "agenda": None,
    "evidence": {"start": 0, "end": 22, "quote": "Peru will send a list."},
    "certainty": "likely",
}


def test_the_published_form_names_its_version_and_calls_the_kind_a_class() -> None:
    words = Evidence(start=0, end=22, quote="Peru will send a list.")
    point = ActionPoint(owner=("Peru",), text="send a list", due="2016-05-06", due_text="by 6 May", evidence=words)
    values = to_json(Reading(action_points=(point,)))
    assert (values["format"], values["action_points"], values["chair"]) == (FORMAT, [POINT], None)
    assert from_json(values) == Reading(action_points=(point,))


def test_apologies_and_absences_are_lists_of_names_too() -> None:
    values = to_json(
        read("Bureau, 4 May 2016\n\nPresent:\nNorway\n\nApologies: Peru\nAbsent: Chad\n\n1. Opening\n\nNone.\n")
    )
    assert (values["apologies"], values["absent"]) == (["Peru"], ["Chad"])
    assert [(a["delegation"], a["kind"]) for a in values["absences"]] == [("Peru", "apologies"), ("Chad", "absent")]


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ({"date": 7}, "date"),
        ({"agenda": [{"title": "x"}]}, "agenda.0.evidence"),
        ({"agenda": 3}, "agenda"),
        ({"weather": "fine"}, "weather"),
        ({"action_points": ["x"]}, "action_points.0"),
        ({"action_points": [{**POINT, "class": "maybe"}]}, "action_points.0.kind"),
        ({"action_points": [{**POINT, "evidence": {"start": 0}}]}, "action_points.0.evidence.end"),
        ({"header": {"date": None}}, "header.date"),
        ({"positions": [{"stance": "sideways"}]}, "positions.0.evidence"),
    ],
)
def test_what_is_no_reading_is_refused_with_the_place(values: dict[str, object], place: str) -> None:
    with pytest.raises(NotAReading) as refused:
        from_json(values)
    assert refused.value.problems[0].split(":")[0] == place


@pytest.mark.parametrize(
    ("value", "day"), [("2016-05-06", "2016-05-06"), ("2016-02", "2016-02-29"), ("2016-05-01/2016-05-09", "2016-05-09")]
)
def test_the_last_day_of_a_date(value: str, day: str) -> None:
    assert str(last_day(value)) == day


def test_no_date_has_no_last_day() -> None:
    assert last_day(None) is None


FRENCH = (
    "Procès-verbal du comité de coordination\n12 mai 2016\n\n1. Ouverture\n\nLe président a ouvert la réunion et a remercié les "
    "membres du comité pour la qualité de leurs contributions. Le Pérou enverra la liste des experts dans les deux semaines. "
    "Il a été décidé que le comité se réunira une fois par mois et que les documents seront envoyés dans les délais.\n"
)


def test_a_text_in_another_language_says_so() -> None:
    [warning] = read(FRENCH).warnings
    assert warning.text == "the text does not seem to be in English, and little of it can be read"
    assert FRENCH[warning.evidence.start : warning.evidence.end] == warning.evidence.quote
