"""A very small writer of PDF files: text in Helvetica at given places, enough to be read back by any reader."""

from __future__ import annotations

from dataclasses import dataclass, field

from pypdf.generic._font import Font

WIDTH, HEIGHT = 595.0, 842.0
_METRICS = {False: Font.from_core_font_name("/Helvetica"), True: Font.from_core_font_name("/Helvetica-Bold")}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of `text` in points."""
    widths = _METRICS[bold].character_widths
    return sum(widths.get(letter, 556) for letter in text) / 1000 * size


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """`text` broken into lines that are no wider than `room`."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width(longer, size, bold=bold) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@dataclass
class PdfFile:
    """Pages of text. `y` counts from the foot of the page."""

    pages: list[list[str]] = field(default_factory=list)

    def page(self) -> None:
        self.pages.append([])

    def text(self, x: float, y: float, text: str, *, size: float = 11.0, bold: bool = False) -> None:
        shown = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "F2" if bold else "F1"
        self.pages[-1].append(f"BT /{font} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({shown}) Tj ET")

    def save(self) -> bytes:
        """The file."""
        count = len(self.pages)
        kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(count))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 {WIDTH:g} {HEIGHT:g}]"
            " /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
        ]
        for number, drawn in enumerate(self.pages):
            content = "\n".join(drawn).encode("cp1252")
            objects.append(f"<< /Type /Page /Parent 2 0 R /Contents {6 + 2 * number} 0 R >>".encode())
            objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
        return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    data = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        data += b"%010d 00000 n \n" % place
    data += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(data)
