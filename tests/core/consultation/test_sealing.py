from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.consultation.domain import envelope
from corcom.consultation.domain.envelope import Objection, ObjectionRefused
from corcom.consultation.domain.sealing import EnvelopeOwner, Seal, SealRefused, room_for

SEAL = Seal(bytes(range(32)))
UNTIL = datetime(2016, 5, 20, 16, 0, tzinfo=UTC)
AUSTRIA = EnvelopeOwner(consultation=1, party="AUT", until=UNTIL)
SAID = Objection(text="We object.", said_by="Kari", at=datetime(2016, 5, 3, tzinfo=UTC), salt="salt")


@given(st.binary(max_size=5000))
def test_what_is_sealed_opens_for_its_owner(content: bytes) -> None:
    assert SEAL.open(SEAL.close(content, AUSTRIA, size=room_for(content)), AUSTRIA) == content


def test_the_moment_is_the_same_in_every_zone() -> None:
    there = replace(AUSTRIA, until=UNTIL.astimezone(ZoneInfo("Europe/Zurich")))
    assert SEAL.open(SEAL.close(b"said", AUSTRIA, size=2048), there) == b"said"


@pytest.mark.parametrize(
    "other",
    [
        replace(AUSTRIA, until=UNTIL - timedelta(days=1)),
        replace(AUSTRIA, party="ZMB"),
        replace(AUSTRIA, consultation=2),
    ],
)
def test_nothing_opens_for_another_or_at_an_earlier_moment(other: EnvelopeOwner) -> None:
    sealed = SEAL.close(b"said", AUSTRIA, size=2048)
    with pytest.raises(SealRefused):
        SEAL.open(sealed, other)


def test_nothing_opens_with_another_key_or_where_it_was_changed() -> None:
    sealed = SEAL.close(b"said", AUSTRIA, size=2048)
    with pytest.raises(SealRefused):
        Seal(bytes(32)).open(sealed, AUSTRIA)
    with pytest.raises(SealRefused):
        SEAL.open(sealed[:-1] + bytes([sealed[-1] ^ 1]), AUSTRIA)
    with pytest.raises(SealRefused):
        SEAL.open(b"", AUSTRIA)


def test_an_objection_has_the_length_of_none_and_none_is_sealed_twice_alike() -> None:
    full = envelope.written((SAID,))
    sealed = [SEAL.close(content, AUSTRIA, size=2048) for content in (b"[]", b"[]", full)]
    assert {len(each) for each in sealed} == {2048 + 12 + 16}
    assert len(set(sealed)) == 3
    assert [b"object" in each for each in sealed] == [False] * 3


def test_the_key_is_not_written_into_logs() -> None:
    assert repr(SEAL) == "Seal()"


def test_an_envelope_is_written_and_read() -> None:
    both = (SAID, replace(SAID, withdrawn_at=UNTIL))
    assert envelope.read(envelope.written(both)) == both


def test_a_receipt_is_found_however_it_is_written_and_proves_the_words() -> None:
    said = envelope.with_objection((), text=" No.\r\n", said_by="Kari", at=UNTIL)
    code = said[0].code("AUT")
    assert envelope.under_code(said, party="AUT", code=code.lower().replace("-", " ")) == said[0]
    assert said[0].text == "No."
    assert replace(said[0], text="Yes.").code("AUT") != code
    with pytest.raises(ObjectionRefused) as refused:
        envelope.under_code(said, party="ZMB", code=code)
    assert refused.value.wrong == "code"


@pytest.mark.parametrize(("text", "wrong"), [(" \n", "empty"), ("x" * 4001, "long")])
def test_an_objection_that_cannot_be_kept(text: str, wrong: str) -> None:
    with pytest.raises(ObjectionRefused) as refused:
        envelope.with_objection((), text=text, said_by="", at=UNTIL)
    assert refused.value.wrong == wrong


def test_an_envelope_takes_twenty() -> None:
    with pytest.raises(ObjectionRefused) as refused:
        envelope.with_objection((SAID,) * 20, text="No.", said_by="", at=UNTIL)
    assert refused.value.wrong == "many"


def test_what_was_taken_back_stays_readable() -> None:
    two = (SAID, replace(SAID, salt="other"))
    left = envelope.without(two, SAID, at=UNTIL)
    assert envelope.standing(left) == (two[1],)
    assert left[0] == replace(SAID, withdrawn_at=UNTIL)
    assert left[0].code("AUT") == SAID.code("AUT")
