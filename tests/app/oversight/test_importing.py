from __future__ import annotations

import io
from datetime import date

import pytest
from tests.factories.minutes import TEXT, a_reading, document
from tests.factories.rows import AT, forget_everything, new_user

from corcom.meetings.models import Meeting
from corcom.minutes.actions import ImportRefused, accept_findings
from corcom.minutes.domain.whole import Whole
from corcom.minutes.domain.written.meeting_file import MeetingFile
from corcom.minutes.domain.written.meeting_reading import from_meeting_json
from corcom.minutes.queries import record_json
from corcom.oversight.actions import import_records, importing, take_in_document
from corcom.oversight.models import Passage
from corcom.oversight.queries import search

LATER = AT.replace(month=9)


@pytest.fixture
def from_elsewhere() -> MeetingFile:
    """The record of a meeting as another site exports it; nothing of it is here."""
    whole = Whole(reader="1", text=document(), reading=a_reading(), record={})
    reading = take_in_document(content=io.BytesIO(TEXT.encode()), name="may.txt", whole=whole, at=AT).reading
    accept_findings(findings=[row.pk for row in reading.findings.all()], by=new_user(), at=AT)
    reading.refresh_from_db()
    assert reading.meeting_id is not None
    file = from_meeting_json(record_json(meeting=reading.meeting_id, day=date(2016, 9, 1)))
    forget_everything()
    assert search(words="zambia").total == 0
    return file


def test_what_was_taken_over_is_found(from_elsewhere: MeetingFile) -> None:
    (one,) = import_records(files=[from_elsewhere], by=new_user(), at=LATER)
    hits = search(words="letter angola").hits
    assert [(hit.meeting_id, hit.file_name, hit.date) for hit in hits] == [(one.meeting_id, "may.txt", "2016-05-26")]
    assert search(words="zambia").total == 3


def test_the_same_again_adds_what_search_missed_and_leaves_the_rest(from_elsewhere: MeetingFile) -> None:
    by = new_user()
    import_records(files=[from_elsewhere], by=by, at=LATER)
    rows = list(Passage.objects.values().order_by("pk"))
    assert [one.new for one in import_records(files=[from_elsewhere], by=by, at=LATER)] == [False]
    assert list(Passage.objects.values().order_by("pk")) == rows
    Passage.objects.all().delete()
    import_records(files=[from_elsewhere], by=by, at=LATER)
    assert search(words="zambia").total == 3


def test_what_search_cannot_take_is_not_taken_over(
    from_elsewhere: MeetingFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_values: int) -> int:
        raise ImportRefused(["no room"])

    monkeypatch.setattr(importing, "index_reading", refuse)
    with pytest.raises(ImportRefused):
        import_records(files=[from_elsewhere], by=new_user(), at=LATER)
    assert Meeting.objects.count() == 0
