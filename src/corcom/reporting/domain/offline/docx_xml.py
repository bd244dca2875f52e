"""The pieces of a form in WordprocessingML (ECMA-376 part 1, chapter 17), as XML to be put into a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from corcom.documents.domain.official.safe import by_direction, reads_right_to_left, xml_safe
from corcom.reporting.domain.offline.marks import bookmark

SHADE = "EEF1F4"
_RULES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A939C"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = '<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'


@dataclass(slots=True)
class Pieces:
    """What makes the pieces of one document: its direction, the numbers of its styles, and its next bookmark."""

    right_to_left: bool
    styles: dict[str, str]
    numbered: int = field(default=0)

    def runs(self, text: str, properties: str = "") -> str:
        """A text in runs, each script in its own direction, with its tabs and line ends."""
        found = []
        for side, part in by_direction(xml_safe(text)):
            inner = f"{properties}{'<w:rtl/>' if side else ''}"
            found.append(f"<w:r>{f'<w:rPr>{inner}</w:rPr>' if inner else ''}{_with_tabs(part)}</w:r>")
        return "".join(found)

    def paragraph(self, content: str, style: str, *, reads: str = "", extra: str = "") -> str:
        """A paragraph of what is given; `reads`: the text by which its direction goes."""
        right = reads_right_to_left(reads)
        # A telephone number has no letters, and is read from the left wherever it stands; an empty line waits for a text.
        bidi = "<w:bidi/>" if right or (self.right_to_left and not reads.strip()) else ""
        # In a page that is read from the right, "left" is where reading starts; Latin words start there too.
        side = '<w:jc w:val="right"/>' if self.right_to_left and not bidi and style != self.styles["Title"] else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}{bidi}{side}</w:pPr>{content}</w:p>'

    def own(self, text: str, style: str, *, bold: bool = False, hidden: str = "", extra: str = "") -> str:
        """A line that the form itself says, marked as its own; `hidden` follows it unseen."""
        content = self.runs(text, _BOLD if bold else "")
        if hidden:
            content += f'<w:r><w:rPr><w:vanish/><w:sz w:val="2"/></w:rPr><w:t>{escape(hidden)}</w:t></w:r>'
        named = self.bookmarked("own", text + hidden, content)
        return self.paragraph(named, self.styles[style], reads=text, extra=extra)

    def bookmarked(self, mark: str, label: str, content: str) -> str:
        """A label with its mark around it."""
        self.numbered += 1
        name = bookmark(mark, label)
        start = f'<w:bookmarkStart w:id="{self.numbered}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self.numbered}"/>'

    def label(self, mark: str, name: str, help_: str = "") -> str:
        """What stands in the cell of a label: the name in bold, marked, and the help below it."""
        whole = f"{name}\n{help_}" if help_ else name
        named = self.bookmarked(mark, whole, self.runs(name, _BOLD))
        cell = self.styles["cell"]
        below = self.paragraph(self.runs(help_, _SMALL), cell, reads=help_) if help_ else ""
        return self.paragraph(named, cell, reads=name, extra="<w:keepNext/>" if help_ else "") + below

    def text(self, value: str) -> str:
        """What stands in the cell of an answer: a paragraph for each line."""
        lines = value.split("\n")
        return "".join(self.paragraph(self.runs(line), self.styles["cell"], reads=line) for line in lines)

    def chooser(self, tag: str, title: str, options: Sequence[str], chosen: str, empty: str) -> str:
        """A list to choose from, as a content control."""
        items = "".join(f"<w:listItem w:displayText={quoteattr(each)} w:value={quoteattr(each)}/>" for each in options)
        # Where nothing is chosen the words that say so are a placeholder, which an office program takes away by itself.
        state = "" if chosen else "<w:showingPlcHdr/>"
        inner = self.runs(chosen or empty, "" if chosen else _GREY)
        control = (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(title[:60])}/><w:tag w:val={quoteattr(tag)}/>{state}"
            f"<w:dropDownList>{items}</w:dropDownList></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
        )
        return self.paragraph(control, self.styles["cell"], reads=chosen or empty)

    def table(self, widths: Sequence[int], rows: Iterable[str]) -> str:
        """A ruled table; widths in twentieths of a point."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        mirrored = "<w:bidiVisual/>" if self.right_to_left else ""
        properties = (
            f'{mirrored}<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_RULES}</w:tblBorders>'
            f'<w:tblLayout w:type="fixed"/>{_MARGINS}'
        )
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def row(self, cells: Iterable[tuple[str, int, bool]], *, is_head: bool = False) -> str:
        """A row of cells, each with its content, its width and whether it is shaded."""
        head = "<w:tblHeader/>" if is_head else ""
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(_cell(*each) for each in cells)}</w:tr>"


_BOLD = "<w:b/><w:bCs/>"
_SMALL = '<w:color w:val="5A6570"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
_GREY = '<w:color w:val="8A939C"/>'


def _cell(content: str, width: int, shaded: bool) -> str:  # noqa: FBT001  one of three that make a cell
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>' if shaded else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{content}</w:tc>'


def _with_tabs(text: str) -> str:
    pieces = (f'<w:t xml:space="preserve">{escape(each)}</w:t>' if each else "" for each in text.split("\t"))
    return "<w:tab/>".join(pieces)
