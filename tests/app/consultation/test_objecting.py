from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core import serializers
from tests.factories.consultations import AFTER, BEFORE, CLOSES, circulated

from corcom.access.models import User
from corcom.consultation import actions, models, queries
from corcom.consultation.domain.envelope import ObjectionRefused
from corcom.consultation.domain.sealing import SealRefused

WORDS = "Zambia cannot agree to the second sentence."


def dump(number: int) -> str:
    """Everything that the tables hold of a consultation."""
    rows = [
        *models.Consultation.objects.filter(pk=number),
        *models.ConsultedParty.objects.filter(consultation=number),
        *models.ConsultationDeadline.objects.filter(consultation=number),
        *models.CommentVersion.objects.filter(party__consultation=number),
    ]
    return str(serializers.serialize("json", rows))


def sealed(number: int) -> list[bytes]:
    return [bytes(row.sealed or b"") for row in models.ConsultedParty.objects.filter(consultation=number)]


@pytest.fixture
def number(officer: User) -> int:
    return circulated(officer, procedure="silence").number


def test_silence_approves(number: int) -> None:
    with pytest.raises(queries.StillSealed) as early:
        queries.silence_outcome(number, at=BEFORE)
    assert early.value.until == CLOSES
    outcome = queries.silence_outcome(number, at=AFTER)
    assert outcome == queries.SilenceOutcome(objections=(), withdrawn=())
    assert outcome is not None
    assert outcome.approved


def test_an_objection_opens_by_itself_at_the_deadline(number: int) -> None:
    code = actions.object_to(number=number, party="ZMB", text=WORDS, said_by="Chanda", at=BEFORE)
    with pytest.raises(queries.StillSealed):
        queries.silence_outcome(number, at=CLOSES - timedelta(seconds=1))
    outcome = queries.silence_outcome(number, at=CLOSES)
    assert outcome is not None
    assert (outcome.approved, outcome.objecting) == (False, ("ZMB",))
    opened = outcome.objections[0]
    assert (opened.objection.text, opened.objection.said_by, opened.code) == (WORDS, "Chanda", code)


def test_nothing_in_the_tables_tells_who_objected_or_that_anybody_did(officer: User, number: int) -> None:
    before = sealed(number)
    code = actions.object_to(number=number, party="ZMB", text=WORDS, said_by="Chanda", at=BEFORE)
    after = sealed(number)
    assert [WORDS in dump(number), "Chanda" in dump(number), code in dump(number)] == [False] * 3
    # All envelopes are of one size and all were sealed anew; a text to which nobody objects looks the same.
    assert {len(each) for each in [*before, *after]} == {2048 + 12 + 16}
    assert [one == other for one, other in zip(before, after, strict=True)] == [False] * 3
    assert queries.answers(number) == queries.answers(circulated(officer, procedure="silence").number)


def test_only_the_receipt_finds_an_objection_before_the_deadline(number: int) -> None:
    code = actions.object_to(number=number, party="ZMB", text=WORDS, at=BEFORE)
    assert queries.objection_kept(number, party="ZMB", code=code.lower()).text == WORDS
    for party, wrong in (("AUT", code), ("ZMB", "00000-00000-00000-00000"), ("ZMB", ""), ("FRA", code)):
        with pytest.raises(ObjectionRefused) as refused:
            queries.objection_kept(number, party=party, code=wrong)
        assert refused.value.wrong == "code"


def test_an_objection_is_taken_back_in_time(number: int) -> None:
    code = actions.object_to(number=number, party="ZMB", text=WORDS, at=BEFORE)
    second = actions.object_to(number=number, party="ZMB", text="And this.", at=BEFORE)
    actions.withdraw_objection(number=number, party="ZMB", code=code, at=BEFORE)
    actions.withdraw_objection(number=number, party="ZMB", code=code, at=BEFORE + timedelta(hours=1))
    outcome = queries.silence_outcome(number, at=AFTER)
    assert outcome is not None
    assert [each.code for each in outcome.objections] == [second]
    assert [(each.code, each.objection.withdrawn_at) for each in outcome.withdrawn] == [(code, BEFORE)]
    with pytest.raises(actions.ConsultationClosed):
        actions.withdraw_objection(number=number, party="ZMB", code=second, at=AFTER)


def test_who_may_not_object(officer: User, number: int) -> None:
    with pytest.raises(actions.ConsultationClosed):
        actions.object_to(number=number, party="ZMB", text=WORDS, at=AFTER)
    with pytest.raises(actions.NotConsulted):
        actions.object_to(number=number, party="FRA", text=WORDS, at=BEFORE)
    with pytest.raises(ObjectionRefused):
        actions.object_to(number=number, party="ZMB", text=" ", at=BEFORE)
    with pytest.raises(actions.OtherProcedure):
        actions.object_to(number=circulated(officer).number, party="ZMB", text=WORDS, at=BEFORE)


def test_an_extension_keeps_objections_sealed(officer: User, number: int) -> None:
    actions.object_to(number=number, party="ZMB", text=WORDS, at=BEFORE)
    later = CLOSES + timedelta(days=3)
    actions.extend_deadline(number=number, closes_at=later, reason="", by=officer, at=BEFORE)
    with pytest.raises(queries.StillSealed) as early:
        queries.silence_outcome(number, at=AFTER)
    assert early.value.until == later
    outcome = queries.silence_outcome(number, at=later)
    assert outcome is not None
    assert outcome.objecting == ("ZMB",)


def test_a_deadline_that_is_set_back_in_the_tables_opens_nothing(number: int) -> None:
    actions.object_to(number=number, party="ZMB", text=WORDS, at=BEFORE)
    models.ConsultationDeadline.objects.update(closes_at=BEFORE)
    with pytest.raises(queries.StillSealed):
        queries.silence_outcome(number, at=BEFORE + timedelta(hours=1))
    models.ConsultedParty.objects.update(sealed_until=BEFORE)
    with pytest.raises(SealRefused):
        queries.silence_outcome(number, at=BEFORE + timedelta(hours=1))


def test_the_key_stands_beside_the_database_and_is_made_once(
    settings: LazySettings, tmp_path: Path, officer: User
) -> None:
    settings.SEAL_KEY, settings.SEAL_KEY_FILE = "", tmp_path / "site" / "seal.key"
    number = circulated(officer, procedure="silence").number
    actions.object_to(number=number, party="ZMB", text=WORDS, at=BEFORE)
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["seal.key"]
    assert (tmp_path / "site" / "seal.key").stat().st_mode & 0o777 == 0o600
    outcome = queries.silence_outcome(number, at=AFTER)
    assert outcome is not None
    assert outcome.objecting == ("ZMB",)
    settings.SEAL_KEY = "cd" * 32
    with pytest.raises(SealRefused):
        queries.silence_outcome(number, at=AFTER)
    settings.SEAL_KEY = "short"
    with pytest.raises(queries.SealKeyRefused) as refused:
        queries.silence_outcome(number, at=AFTER)
    assert refused.value.where == "CORCOM_SEAL_KEY"
