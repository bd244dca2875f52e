from __future__ import annotations

import pytest
from inline_snapshot import snapshot
from tests.factories.minuting import SECTIONS, content

from corcom.minutes.domain.findings import proposals
from corcom.minuting.domain.composing import composed
from corcom.minuting.domain.content import MinutesContent, from_json, to_json
from corcom.minuting.domain.corrections import NotedCorrection, corrections
from corcom.minuting.domain.redaction import public_copy


def test_the_text_that_is_kept() -> None:
    assert composed(content()).text == snapshot("""\
Convention on Cluster Munitions
Coordination Committee
Minutes of the meeting
Meeting 5 of 2016
30 June 2016
10:00–11:30
Palais des Nations
In the chair: Henk Cor van der Kwast, Netherlands, 6MSP President

Attendance
1. Present:
Croatia: Ana Horvat, Ivan Babić
Zambia
ICRC: Rosa Keller
2. Apologies:
Chile

1. Universalization
Papers: letters-2016.docx
3. The Chair recalled the letters that had gone out.
4. Croatia: Croatia (AH) had met three States not party; Ana Horvat would write again.
5. Action point: write to Angola (Zambia, ISU; by 15 July 2016).
6. Decision: The letters go out once a year.

2. Clearance
7. On “visit Luanda (Zambia, 10 June 2016)”: Zambia: The visit to Luanda had taken place. Done.
8. [Confidential] Chad: The size of the area at Bardaï is not to be made known.

Next meeting: 28 July 2016, 10:00, Geneva
""")


def test_what_the_text_says() -> None:
    found = [(one.kind, one.payload, one.evidence.quote) for one in proposals(composed(content()).reading)]
    assert found == snapshot(
        [
            (
                "meeting",
                {
                    "convention": "CCM",
                    "body": "Coordination Committee",
                    "meeting_number": 5,
                    "meeting_number_scope": "of 2016",
                    "date": "2016-06-30",
                    "start_time": "10:00",
                    "end_time": "11:30",
                    "venue": "Palais des Nations",
                    "chair_delegation": "Netherlands",
                    "chair_person": "Henk Cor van der Kwast",
                    "chair_role": "6MSP President",
                    "places": {
                        "convention": {"start": 0, "end": 31, "quote": "Convention on Cluster Munitions"},
                        "body": {"start": 32, "end": 54, "quote": "Coordination Committee"},
                        "meeting_number": {"start": 78, "end": 95, "quote": "Meeting 5 of 2016"},
                        "meeting_number_scope": {"start": 78, "end": 95, "quote": "Meeting 5 of 2016"},
                        "date": {"start": 96, "end": 108, "quote": "30 June 2016"},
                        "start_time": {"start": 109, "end": 120, "quote": "10:00–11:30"},
                        "end_time": {"start": 109, "end": 120, "quote": "10:00–11:30"},
                        "venue": {"start": 121, "end": 139, "quote": "Palais des Nations"},
                        "chair": {
                            "start": 154,
                            "end": 205,
                            "quote": "Henk Cor van der Kwast, Netherlands, 6MSP President",
                        },
                    },
                },
                "30 June 2016",
            ),
            (
                "attendance",
                {"delegation": "Croatia", "people": ["Ana Horvat", "Ivan Babić"], "role": None},
                "Croatia: Ana Horvat, Ivan Babić",
            ),
            ("attendance", {"delegation": "Zambia", "people": [], "role": None}, "Zambia"),
            ("attendance", {"delegation": "ICRC", "people": ["Rosa Keller"], "role": None}, "ICRC: Rosa Keller"),
            ("absence", {"delegation": "Chile", "kind": "apologies"}, "Chile"),
            ("agenda_item", {"number": "1", "title": "Universalization"}, "Universalization"),
            (
                "intervention",
                {
                    "agenda": "1",
                    "speaker": "Croatia",
                    "delegation": "Croatia",
                    "text": "Croatia (AH) had met three States not party; Ana Horvat would write again.",
                },
                "Croatia: Croatia (AH) had met three States not party; Ana Horvat would write again.",
            ),
            (
                "action_point",
                {
                    "owner": ["Zambia", "ISU"],
                    "text": "write to Angola",
                    "due": "2016-07-15",
                    "due_text": "15 July 2016",
                    "kind": "explicit",
                    "status": "open",
                    "tentative": False,
                    "conclusion": False,
                    "agenda": "1",
                },
                "Action point: write to Angola (Zambia, ISU; by 15 July 2016).",
            ),
            (
                "decision",
                {"text": "The letters go out once a year.", "body": None, "owner": [], "due": None, "agenda": "1"},
                "Decision: The letters go out once a year.",
            ),
            ("agenda_item", {"number": "2", "title": "Clearance"}, "Clearance"),
            (
                "intervention",
                {
                    "agenda": "2",
                    "speaker": "Zambia",
                    "delegation": "Zambia",
                    "text": "The visit to Luanda had taken place.",
                },
                "On “visit Luanda (Zambia, 10 June 2016)”: Zambia: The visit to Luanda had taken place. Done.",
            ),
            (
                "intervention",
                {
                    "agenda": "2",
                    "speaker": "Chad",
                    "delegation": "Chad",
                    "text": "The size of the area at Bardaï is not to be made known.",
                },
                "[Confidential] Chad: The size of the area at Bardaï is not to be made known.",
            ),
            (
                "next_meeting",
                {"date": "2016-07-28", "time": "10:00", "place": "Geneva", "tentative": False},
                "28 July 2016, 10:00, Geneva",
            ),
        ]
    )


@pytest.mark.parametrize("one", [content(), content(attribution="nobody"), public_copy(content())])
def test_every_item_shows_the_exact_words_that_it_rests_on(one: MinutesContent) -> None:
    made = composed(one)
    shown = [each.evidence for each in proposals(made.reading)] + list(made.paragraphs.values())
    assert [each for each in shown if made.text[each.start : each.end] != each.quote or not each.quote] == []


def test_minutes_that_name_initials_or_nobody_say_no_more_in_the_record() -> None:
    said = composed(content(attribution="initials")).reading.interventions
    assert [(one.speaker, one.delegation) for one in said] == [("AH", "Croatia"), ("PM", "Zambia"), ("MT", "Chad")]
    assert composed(content(attribution="nobody")).reading.interventions == ()


def test_what_is_frozen_comes_back_as_it_was() -> None:
    assert from_json(to_json(content())) == content()


def test_a_correction_names_who_spoke_only_as_the_minutes_do() -> None:
    before, after = content(attribution="nobody"), content(attribution="nobody", sections=SECTIONS[:2])
    assert corrections(before, after) == (
        NotedCorrection(
            kind="removed",
            number=7,
            before="On “visit Luanda (Zambia, 10 June 2016)”: The visit to Luanda had taken place. Done.",
        ),
        NotedCorrection(
            kind="removed", number=8, before="[Confidential] The size of the area at Bardaï is not to be made known."
        ),
    )
