"""Sheets that are written out, put together as an .xlsx file (ECMA-376 parts 1 and 2). The same sheets give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml"


class WrittenSheet(NamedTuple):
    """A sheet by its name, and its XML."""

    name: str
    xml: str
    is_hidden: bool = False


def spreadsheet(sheets: Sequence[WrittenSheet], *, styles: str) -> bytes:
    """The content of an .xlsx file; `styles` is the XML of the styles that its cells name by number."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in _parts(sheets, styles).items():
            text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{part}'
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(sheets: Sequence[WrittenSheet], styles: str) -> dict[str, str]:
    """The parts by name. The names are free, but some programs look for the styles under the usual one only."""
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    overrides = "".join(f'<Override PartName="/xl/{name}" ContentType="{_MEDIA}.worksheet+xml"/>' for name in names)
    hidden = ' state="hidden"'
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="r{number}"{hidden if sheet.is_hidden else ""}/>'
        for number, sheet in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="r{number}" Type="{_RELATIONS}/worksheet" Target="{name}"/>'
        for number, name in enumerate(names, 1)
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_MEDIA}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_MEDIA}.styles+xml"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{_RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="r{len(sheets) + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": styles,
        **{f"xl/{name}": sheet.xml for name, sheet in zip(names, sheets, strict=True)},
    }
