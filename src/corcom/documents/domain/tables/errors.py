"""Why a file is not read as a table: beside the reasons in `documents.domain.errors`, which hold for every file."""

from __future__ import annotations

from corcom.documents.domain.errors import DocumentRefused
from corcom.kernel.marked import gettext_noop


class NotATable(DocumentRefused):
    """`found`: what it is instead."""

    template = gettext_noop("not a table that can be read, which is CSV or XLSX: %(found)s")


class UnknownFormula(DocumentRefused):
    """`sheet` and `cell`: where a formula stands whose value nobody stored."""

    template = gettext_noop(
        "sheet %(sheet)s, cell %(cell)s: a formula without a stored value; open the file in a spreadsheet and save it"
    )


class DamagedTable(DocumentRefused):
    """`line` and `found`: where a CSV file breaks its own form, and how."""

    template = gettext_noop("line %(line)s: %(found)s")
