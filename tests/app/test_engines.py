from __future__ import annotations

from django.db import connection

from corcom.documents.models import StoredFile


def test_a_test_runs_on_the_engine_it_is_named_after(engine: str) -> None:
    assert connection.vendor == engine
    assert StoredFile.objects.count() == 0


def test_what_a_test_writes_is_gone_in_the_next(engine: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from corcom_storedfile")
        assert cursor.fetchone() == (0,)
