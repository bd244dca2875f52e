from __future__ import annotations

import pytest
from tests.factories.minutes import LETTER, TEXT, a_reading, document, words

from corcom.kernel.source import Evidence
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.concerned import actors_of
from corcom.minutes.domain.findings import (
    KINDS,
    Kind,
    Payload,
    PayloadEmpty,
    PayloadRefused,
    checked,
    item_of,
    keys_of,
    payload_of,
    proposals,
)
from corcom.minutes.domain.fingerprint import fingerprint
from corcom.minutes.domain.heading import heading_of
from corcom.minutes.domain.into_record import Setting, body_name, convention_code, heading_for
from corcom.minutes.domain.reader import read_text
from corcom.minutes.domain.verdicts import standing


def test_every_item_becomes_a_proposal_and_back() -> None:
    found = proposals(a_reading())
    assert [item_of(p.kind, p.payload, p.evidence, p.certainty) for p in found if p.kind == "action_point"] == list(
        a_reading().action_points
    )
    for proposal in found:
        item = item_of(proposal.kind, proposal.payload, proposal.evidence, proposal.certainty)
        assert payload_of(item) == proposal.payload
        assert tuple(proposal.payload) == keys_of(proposal.kind)


def test_the_head_comes_first_and_then_the_order_of_the_text() -> None:
    found = proposals(a_reading())
    assert found[0].kind == "meeting"
    starts = [proposal.evidence.start for proposal in found[1:]]
    assert starts == sorted(starts)


def test_what_the_reader_finds_can_all_be_proposed() -> None:
    for proposal in proposals(read_text(document())):
        assert proposal.kind in KINDS
        assert TEXT[proposal.evidence.start : proposal.evidence.end] == proposal.evidence.quote


@pytest.mark.parametrize(
    ("changes", "identities"),
    [
        ({"due": "2016-07"}, 1),
        ({"owner": ["Ecuador"]}, 1),
        ({"text": "Send a letter to  Angola."}, 1),
        ({"text": "send a letter to Zambia"}, 2),
    ],
)
def test_a_finding_is_the_same_whatever_a_better_reader_adds(changes: dict[str, object], identities: int) -> None:
    payload = payload_of(LETTER)
    prints = {fingerprint("action_point", p, LETTER.evidence.quote) for p in (payload, {**payload, **changes})}
    assert len(prints) == identities


def test_a_missing_key_is_filled_in_and_a_wrong_one_refused() -> None:
    evidence = Evidence(start=0, end=0, quote="")
    assert checked("agenda_item", {"number": "1", "title": "Opening"}, evidence) == {"number": "1", "title": "Opening"}
    with pytest.raises(PayloadRefused) as refused:
        checked("agenda_item", {"number": "1"}, evidence)
    assert refused.value.key == "title"


@pytest.mark.parametrize(
    ("kind", "payload", "keys"),
    [
        ("attendance", {"delegation": None, "people": [], "role": "chair"}, ("delegation", "people")),
        ("attendance", {"delegation": "", "people": []}, ("delegation", "people")),
        ("next_meeting", {"date": None, "time": None, "place": None}, ("date", "time", "place")),
    ],
)
def test_what_says_nothing_is_refused(kind: Kind, payload: Payload, keys: tuple[str, ...]) -> None:
    with pytest.raises(PayloadEmpty) as refused:
        checked(kind, payload, Evidence(start=0, end=0, quote=""))
    assert (refused.value.kind, refused.value.keys) == (kind, keys)


def test_whom_a_finding_concerns() -> None:
    def codes(kind: str, **payload: object) -> list[str]:
        return [actor.code for actor in actors_of(kind, payload, "CCM")]

    assert codes("action_point", owner=["Zambia", "the President", "Zambia"]) == ["ZMB", "office:president"]
    assert codes("intervention", speaker="AH", delegation="Norway") == ["NOR"]
    assert codes("intervention", speaker="Norway", delegation=None) == ["NOR"]
    assert codes("speaker", initials="AH", delegation=None) == []
    assert codes("mandate", holders=["Ecuador", "The Quiet Few"]) == ["ECU", "name:the quiet few"]


def test_conventions_and_bodies_go_by_one_name() -> None:
    assert convention_code("the Mine Ban Convention") == "APMBC"
    assert body_name("CCM", "Co-ordination Committee (CorCom)") == "Coordination Committee"
    assert body_name("XYZ", "Board of Examiners") == "Board of Examiners"


def test_a_theme_is_that_of_the_nearest_item_above() -> None:
    def item(number: str, title: str) -> typed.AgendaItem:
        return typed.AgendaItem(number=number, title=title, evidence=words("1. Opening"))

    heading = heading_for(heading_of(a_reading()))
    agenda = [item("5", "Updates"), item("5.1", "Victim Assistance"), item("5.1.a", "Next steps"), item("6", "Close")]
    setting = Setting(heading=heading, agenda=agenda)
    assert [setting.theme_of(name) for name in ("5.1.a", "5.1", "6", "Next steps", None)] == [
        "Victim Assistance",
        "Victim Assistance",
        "",
        "Victim Assistance",
        "",
    ]
    assert setting.words_of("5.1.a") == "5.1.a Next steps"
    assert setting.words_of("Any other business") == "Any other business"


def test_undoing_more_than_was_said_leaves_a_proposal() -> None:
    assert standing([("undone", None), ("accepted", {"a": 1}), ("undone", None), ("undone", None)]).state == "proposed"
