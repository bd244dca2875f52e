from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from tests.app.minutes.conftest import Find, Read
from tests.factories.minutes import TEXT, a_reading
from tests.factories.rows import AT, new_file

from corcom.minutes.models import Finding, FindingActor, Reading
from corcom.minutes.queries import findings_of, readers_of, reading, readings, text_of


def test_a_reading_is_kept_with_all_that_it_found(read: Read) -> None:
    recorded = read()
    assert (recorded.news, recorded.changes.none) == ("first", True)
    found = findings_of(reading=recorded.reading.pk)
    assert [(f.kind, f.words) for f in found][:4] == [
        ("meeting", "Coordination Committee"),
        ("attendance", "Croatia"),
        ("attendance", "Norway"),
        ("attendance", "ICRC"),
    ]
    assert {f.state for f in found} == {"proposed"}
    assert all(TEXT[f.evidence.start : f.evidence.end] == f.evidence.quote for f in found)
    assert text_of(reading=recorded.reading.pk) == (TEXT, ())


def test_the_same_reader_again_changes_nothing(read: Read) -> None:
    first = read()
    before = (Finding.objects.count(), FindingActor.objects.count())
    again = read()
    assert (again.news, again.reading) == ("same", first.reading)
    assert (Reading.objects.count(), Finding.objects.count(), FindingActor.objects.count()) == (1, *before)


def test_whom_a_finding_concerns_is_known_by_code(read: Read, find: Find) -> None:
    read()
    assert list(find("mandate").actors.values_list("code", flat=True)) == ["ECU", "ZMB"]
    assert list(find("attendance", delegation="ICRC").actors.values_list("code", flat=True)) == ["icrc"]


def test_a_document_that_names_no_meeting_still_has_a_head_to_fill_in(read: Read, find: Find) -> None:
    read(found=a_reading(convention=None, body=None, date=None, meeting_number=None, header={}, chair=None))
    head = find("meeting")
    assert (head.payload["date"], head.quote, head.certainty) == (None, "", "doubtful")


def test_a_later_reader_supersedes(read: Read) -> None:
    first = read("1").reading
    second = read("2").reading
    first.refresh_from_db()
    assert (first.superseded, second.superseded) == (True, False)
    assert reading(number=first.pk).newer_id == second.pk
    (current,) = readings()
    assert (current.id, current.reader) == (second.pk, "2")
    assert readers_of(sha256=first.file.sha256) == {"1", "2"}


def test_two_current_readings_of_one_file_cannot_be(read: Read) -> None:
    row = read().reading
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(file=row.file, reader="9", text="", record={}, read_at=AT)


@pytest.mark.parametrize("files", [1, 3])
def test_lists_cost_the_same_whatever_their_length(read: Read, files: int, django_assert_num_queries: Any) -> None:
    for _ in range(files):
        number = read(file=new_file()).reading.pk
    with django_assert_num_queries(2):
        assert len(readings()) == files
    with django_assert_num_queries(2):
        assert len(findings_of(reading=number)) == 16
