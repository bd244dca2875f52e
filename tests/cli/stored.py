"""What a site has stored, without numbers and moments, so that two sites can be compared."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.cli.conftest import Site

QUERIES = {
    "files": "select sha256, media_type, size, content from corcom_storedfile",
    "readings": """
        select f.sha256, r.reader, r.text, r.marks, r.record, r.superseded
        from corcom_reading r join corcom_storedfile f on f.id = r.file_id""",
    "findings": """
        select f.sha256, r.reader, x.position, x.kind, x.payload, x.start, x.end, x.quote, x.certainty,
               x.fingerprint, x.state
        from corcom_finding x join corcom_reading r on r.id = x.reading_id
        join corcom_storedfile f on f.id = r.file_id""",
    "actors": """
        select f.sha256, x.position, a.code, a.name
        from corcom_findingactor a join corcom_finding x on x.id = a.finding_id
        join corcom_reading r on r.id = x.reading_id join corcom_storedfile f on f.id = r.file_id""",
}


def rows_of(site: Site) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table that an ingest writes, in an order that does not depend on when they were written."""
    with closing(sqlite3.connect(site.database)) as database:
        assert database.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert database.execute("pragma foreign_key_check").fetchall() == []
        return {name: sorted(database.execute(query).fetchall(), key=repr) for name, query in QUERIES.items()}


def contents_of(site: Site) -> dict[str, str]:
    """The files on disk that are in their place, by place, with the SHA-256 of what they hold."""
    found = {}
    for path in site.files.glob("??/??/*"):
        found[str(path.relative_to(site.files))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def left_over(site: Site) -> list[Path]:
    """Files that were never put in their place."""
    return list((site.files / "incoming").glob("*"))
