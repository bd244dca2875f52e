"""`corcom export directory`: people and contact points as CSV, XLSX or vCards, as `corcom import directory` reads them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from corcom.directory.domain.directory_rows import COLUMNS, write_rows
from corcom.directory.queries import every_entry
from corcom.documents.domain.tables import csv_file, workbook
from corcom.management.writing import put

FORMATS = ("csv", "xlsx", "vcf")
SHEET = "directory"


def export_directory(*, form: str, day: date, output: Path | None) -> None:
    """Write the whole directory. vCards have no words for purposes and former delegations. Errors: `CommandError`."""
    entries = every_entry(day=day)
    if form == "vcf":
        from corcom.directory.domain.vcards import write_cards  # noqa: PLC0415  the other forms do without its library

        put(write_cards(entries), output, text=True)
        return
    rows = list(write_rows(entries))
    content = csv_file(COLUMNS, rows) if form == "csv" else workbook([(SHEET, COLUMNS, rows)])
    put(content, output, text=form == "csv")
