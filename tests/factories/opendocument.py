"""Minutes as an OpenDocument text, written part by part."""

from __future__ import annotations

from html import escape

from tests.factories.documents import Layout, Minutes, numbered, packed
from tests.factories.word import attendance

MIMETYPE = "application/vnd.oasis.opendocument.text"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
NAMESPACES = (
    f'xmlns:office="{_NAMES}office:1.0" xmlns:text="{_NAMES}text:1.0" xmlns:style="{_NAMES}style:1.0" '
    f'xmlns:table="{_NAMES}table:1.0" xmlns:fo="{_NAMES}xsl-fo-compatible:1.0" xmlns:draw="{_NAMES}drawing:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_STYLES = (
    '<text:outline-style style:name="Outline">'
    '<text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    '<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.28cm"/>'
    "</style:style>"
)
_CHANGE = "<office:change-info><dc:creator>Unit</dc:creator><dc:date>2015-03-04T09:00:00</dc:date></office:change-info>"
_AUTOMATIC = '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'


def opendocument(
    body: str, *, header: str = "", automatic: str = _AUTOMATIC, extra: dict[str, str | bytes] | None = None
) -> bytes:
    """An .odt with `body` (XML)."""
    master = (
        '<office:master-styles><style:master-page style:name="Standard"><style:header>'
        f"<text:p>{escape(header)}</text:p></style:header></style:master-page></office:master-styles>"
    )
    # Other readers open only what the manifest names.
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (("/", MIMETYPE), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_NAMES}manifest:1.0">{entries}</manifest:manifest>'
    parts: dict[str, str | bytes] = {
        "mimetype": MIMETYPE,
        "content.xml": f"<office:document-content {NAMESPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {NAMESPACES}><office:styles>{_STYLES}</office:styles>{master}"
        "</office:document-styles>",
        "META-INF/manifest.xml": manifest,
    }
    return packed(parts | (extra or {}), stored=("mimetype",))


def _table(rows: list[list[list[str]]]) -> str:
    out = "".join(
        "<table:table-row>"
        + "".join(
            "<table:table-cell>" + "".join(f"<text:p>{escape(each)}</text:p>" for each in cell) + "</table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    columns = max(len(row) for row in rows)
    return f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>{out}</table:table>'


def as_odt(minutes: Minutes, *, layout: Layout = "cells") -> bytes:
    """The minutes as an OpenDocument text."""
    body = []
    if any(section.change for section in minutes.sections):
        deleted = next(section.change[1] for section in minutes.sections if section.change)
        body.append(
            '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
            + _CHANGE
            + f"<text:p>{escape(deleted)}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        )
    body += [f"<text:p>{escape(line)}</text:p>" for line in minutes.block]
    if minutes.columns:
        body.append(_table(attendance(minutes.columns, layout)))
    notes = 0
    for _, level, section in numbered(minutes):
        body.append(f'<text:h text:outline-level="{level}">{escape(section.title)}</text:h>')
        for at, text in enumerate(section.paragraphs):
            note = ""
            if not at and section.note:
                notes += 1
                note = (
                    f'<text:note text:note-class="footnote"><text:note-citation>{notes}</text:note-citation>'
                    f"<text:note-body><text:p>{escape(section.note)}</text:p></text:note-body></text:note>"
                )
            body.append(f'<text:p text:style-name="Body">{escape(text)}{note}</text:p>')
        items = "".join(f"<text:list-item><text:p>{escape(each)}</text:p></text:list-item>" for each in section.bullets)
        body.append(f'<text:list text:style-name="L1">{items}</text:list>' if items else "")
        if section.records:
            body.append(_table([[[cell] for cell in row] for row in section.records]))
        if section.change:
            before, _, inserted, after = section.change
            body.append(
                f'<text:p text:style-name="Body">{escape(before)}<text:change text:change-id="c1"/><text:change-start '
                f'text:change-id="c2"/>{escape(inserted)}<text:change-end text:change-id="c2"/>{escape(after)}</text:p>'
            )
    return opendocument("".join(body), header=minutes.header)
