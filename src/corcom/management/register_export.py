"""`corcom export register`: the tables of the register as CSV or XLSX, as `corcom import register` reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from corcom.documents.domain.tables import csv_file, workbook
from corcom.kernel.tables import Cell
from corcom.management.ending import REFUSED
from corcom.management.writing import put
from corcom.oversight.register_tables import TABLES, written_rows
from corcom.register.domain.release_tables import RELEASE_TABLES

KINDS = (*RELEASE_TABLES, *TABLES)
FORMATS = ("csv", "xlsx")


def export_register(*, kind: str, form: str, convention: str, output: Path | None) -> None:
    """Write one table, or as XLSX all of them, each on a sheet. Errors: `CommandError`."""
    if form == "csv":
        if not kind:
            said = _("Say with --what which table (%(kinds)s); --format xlsx writes all of them.")
            raise CommandError(said % {"kinds": ", ".join(KINDS)}, returncode=REFUSED)
        put(csv_file(*_table(kind, convention)), output, text=True)
        return
    sheets = [(each, *_table(each, convention)) for each in ([kind] if kind else KINDS)]
    put(workbook(sheets), output, text=False)


def _table(kind: str, convention: str) -> tuple[Sequence[str], Sequence[Sequence[Cell]]]:
    if kind in RELEASE_TABLES:
        table = RELEASE_TABLES[kind]
        wanted = [row for row in table.rows() if not convention or getattr(row, "convention", convention) == convention]
        return table.kind.columns, [table.kind.write(row) for row in wanted]
    return TABLES[kind].kind.columns, written_rows(kind, convention=convention)
