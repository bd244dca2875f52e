"""Minutes as a Word document: written part by part, so that each test knows exactly what stands in it."""

from __future__ import annotations

from html import escape

from tests.factories.documents import Group, Layout, Minutes, lines_of, numbered, packed

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/><w:footerReference w:type="default" r:id="rfooter"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" '
    'w:footer="720"/></w:sectPr>'
)

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
    f'<w:lvlText w:val="{text}"/></w:lvl>'
    for level, text in enumerate(("%1.", "%1.%2"))
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{_LEVELS}</w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body Text"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:spacing w:before="0" w:after="160"/></w:pPr></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:numPr>{numbering}</w:numPr><w:spacing w:before="240" w:after="120"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
        for level, numbering in ((1, '<w:numId w:val="1"/>'), (2, '<w:ilvl w:val="1"/><w:numId w:val="1"/>'))
    )
)


def run(text: str, *, bold: bool = False) -> str:
    shape = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{shape}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, *, style: str = "", properties: str = "") -> str:
    """A paragraph of runs (XML), or of plain text."""
    inner = content if content.startswith("<") else (run(content) if content else "")
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def item(text: str, *, number: int, level: int = 0) -> str:
    """A paragraph in list `number`."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=numbering)


def table(rows: list[list[list[str]]]) -> str:
    """Rows of cells of paragraphs."""
    out = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/>{''.join(paragraph(each) for each in cell) or paragraph('')}</w:tc>" for cell in row)
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/>{out}</w:tbl>"


def word_file(
    body: str,
    *,
    numbering: str = NUMBERING,
    styles: str = STYLES,
    notes: tuple[str, ...] = (),
    header: str = "",
    footer: str = "",
    extra: dict[str, str | bytes] | None = None,
    kind: str = f"{_WORD}.document.main+xml",
) -> bytes:
    """A .docx with `body` (XML) and the parts around it."""
    inner = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{run(" " + note)}</w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    parts: dict[str, str] = {
        "document": f"<w:document {NAMESPACES}><w:body>{body}{_SECTION}</w:body></w:document>",
        "styles": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
        "numbering": f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>",
        "footnotes": f"<w:footnotes {NAMESPACES}>{inner}</w:footnotes>",
        "header": f"<w:hdr {NAMESPACES}>{paragraph(header)}</w:hdr>",
        "footer": f"<w:ftr {NAMESPACES}>{paragraph(footer)}</w:ftr>",
    }
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind if name == "document" else f"{_WORD}.{name}+xml"}"/>'
        for name in parts
    )
    related = "".join(
        f'<Relationship Id="r{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            f'ContentType="application/xml"/>{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}</Relationships>',
            **{f"word/{name}.xml": content for name, content in parts.items()},
            **(extra or {}),
        }
    )


def attendance(columns: tuple[tuple[Group, ...], ...], layout: Layout) -> list[list[list[str]]]:
    """The rows of the attendance table in one of its usual layouts."""
    if layout == "one_row":
        return [[lines_of(column) for column in columns]]
    if layout == "cells":
        deep = max(len(column) for column in columns)
        return [
            [[column[row][0], *column[row][1]] if row < len(column) else [] for column in columns]
            for row in range(deep)
        ]
    texts = [lines_of(column) for column in columns]
    return [
        [[text[row]] if row < len(text) else [] for text in texts] for row in range(max(len(text) for text in texts))
    ]


def as_docx(minutes: Minutes, *, layout: Layout = "cells") -> bytes:
    """The minutes as a Word document."""
    body = [paragraph(line) for line in minutes.block]
    if minutes.columns:
        body.append(table(attendance(minutes.columns, layout)))
    notes: list[str] = []
    for _, level, section in numbered(minutes):
        body.append(paragraph(section.title, style=f"Heading{level}"))
        for at, text in enumerate(section.paragraphs):
            content = run(text)
            if not at and section.note:
                notes.append(section.note)
                content += f'<w:r><w:footnoteReference w:id="{len(notes)}"/></w:r>'
            body.append(paragraph(content, style="Body"))
        body += [item(each, number=2) for each in section.bullets]
        if section.records:
            body.append(table([[[cell] for cell in row] for row in section.records]))
        if section.change:
            before, deleted, inserted, after = section.change
            who = 'w:id="9" w:author="Unit" w:date="2015-03-04T09:00:00Z"'
            gone = f"<w:del {who}><w:r><w:delText>{escape(deleted)}</w:delText></w:r></w:del>"
            new = f"<w:ins {who}>{run(inserted)}</w:ins>"
            body.append(paragraph(run(before) + gone + new + run(after), style="Body"))
    return word_file("".join(body), notes=tuple(notes), header=minutes.header, footer=minutes.footer)
