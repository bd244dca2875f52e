from __future__ import annotations

from tests.factories.minutes import a_reading, document
from tests.factories.rows import AT, new_file, new_user

from corcom.minutes.actions import accept_findings, record_reading, reject_finding, undo_verdict
from corcom.minutes.models import Finding
from corcom.oversight.queries import Disagreement, verdict_disagreements


def test_the_stored_state_agrees_with_the_verdicts_after_every_kind_of_verdict() -> None:
    officer, file = new_user(), new_file()
    reading = record_reading(file=file, reader="1", text=document(), found=a_reading(), record={}, at=AT).reading
    numbers = [row.pk for row in reading.findings.all()]
    accept_findings(findings=numbers, by=officer, at=AT)
    reject_finding(finding=numbers[-1], by=officer, at=AT)
    undo_verdict(finding=numbers[-2], by=officer, at=AT)
    assert verdict_disagreements() == []
    record_reading(file=file, reader="2", text=document(), found=a_reading(), record={}, at=AT)
    assert verdict_disagreements() == []


def test_what_was_changed_behind_the_verdicts_is_named() -> None:
    reading = record_reading(file=new_file(), reader="1", text=document(), found=a_reading(), record={}, at=AT).reading
    row = reading.findings.get(kind="mandate")
    Finding.objects.filter(pk=row.pk).update(state="accepted", confirmed=row.payload)
    assert verdict_disagreements() == [Disagreement(finding_id=row.pk, stored="accepted", computed="proposed")]
