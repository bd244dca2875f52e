"""Which files can be what a State sent: a document, a picture of one, a sheet, a message, or an archive of such, by their bytes.

They need not be readable here, nor well named: a scan, an old Word file and a password are all taken as they came. What is empty,
a program or nothing known is not.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

from corcom.documents.domain.errors import EmptyDocument, NotADocument
from corcom.documents.domain.plain import decoded
from corcom.documents.domain.sniff import ending_of
from corcom.kernel.marked import gettext_noop

TAKEN: Final = ".pdf, .docx, .doc, .odt, .rtf, .xlsx, .xls, .ods, .csv, .txt, .eml, .msg, .jpg, .png, .tif, .zip"
"""What is taken, as it is said to people."""
_MAGIC: Final = (b"{\\rtf", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE: Final = tuple(
    name.encode("utf-16-le")
    for name in ("WordDocument", "Workbook", "Book", "__properties_version1.0", "EncryptedPackage")
)
"""Streams of a .doc, an .xls, a .msg, and a .docx or .xlsx with a password."""
_RUNS: Final = frozenset(
    (
        ".exe",
        ".dll",
        ".com",
        ".scr",
        ".msi",
        ".bat",
        ".cmd",
        ".ps1",
        ".vbs",
        ".js",
        ".jse",
        ".wsf",
        ".hta",
        ".lnk",
        ".sh",
        ".jar",
    )
)
"""Endings of what a computer runs, whatever stands in it."""
_PROGRAM: Final = gettext_noop("a program")


def check_received(data: bytes, *, name: str) -> None:
    """Refuse what cannot be what a State sent. Errors: `EmptyDocument`, `NotADocument`."""
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyDocument(name)
    if ending_of(name) in _RUNS or data.startswith((b"MZ", b"\x7fELF", b"#!")):
        raise NotADocument(name, found=_PROGRAM)
    if data.startswith(_ZIP):
        _check_archive(data, name)
    elif data.startswith(_OLE):
        if not any(stream in data for stream in _IN_OLE):
            raise NotADocument(name, found=gettext_noop("an Office file of the old kind"))
    elif not data.startswith(_MAGIC) and b"%PDF-" not in data[:1024]:
        # Text, a table, a message or a web page; anything else has no text to decode.
        decoded(data, name=name)


def _check_archive(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            within = [each.filename for each in archive.infolist() if not each.is_dir()]
    except (zipfile.BadZipFile, ValueError, OSError) as broken:
        raise NotADocument(name, found=gettext_noop("a damaged archive")) from broken
    if not within:
        raise EmptyDocument(name)
    if any(ending_of(each) in _RUNS for each in within):
        raise NotADocument(name, found=gettext_noop("an archive with a program in it"))
