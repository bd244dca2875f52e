"""The sheets of a form put together as a workbook; the last one is hidden. The same form gives the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from corcom.documents.domain.tables.writing import MEDIA, PACKAGE, RELATIONS, SPREADSHEET
from corcom.reporting.domain.offline.xlsx_sheet import FormSheet
from corcom.reporting.domain.offline.xlsx_styles import styles


def workbook_of(sheets: Sequence[FormSheet]) -> bytes:
    """The content of an .xlsx file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in _parts(sheets).items():
            text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{part}'
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts(sheets: Sequence[FormSheet]) -> dict[str, str]:
    numbered = list(enumerate(sheets, 1))
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{MEDIA}.worksheet+xml"/>' for at, _ in numbered
    )
    hidden = ' state="hidden"'
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{at}" r:id="r{at}"{hidden if at == len(sheets) else ""}/>'
        for at, sheet in numbered
    )
    related = "".join(
        f'<Relationship Id="r{at}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at, _ in numbered
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{MEDIA}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{MEDIA}.styles+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
        f'<Relationship Id="r{len(sheets) + 1}" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": styles(right_to_left=sheets[0].right_to_left),
        **{f"xl/worksheets/sheet{at}.xml": sheet.xml() for at, sheet in numbered},
    }
