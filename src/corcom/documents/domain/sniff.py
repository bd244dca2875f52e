"""What a file is, by its bytes; and whether the ending of its name agrees."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final, Literal, TypeAlias

from corcom.documents.domain.errors import EmptyDocument, EndingLies, LegacyWord, NotADocument, PasswordProtected
from corcom.kernel.marked import gettext_noop

Kind: TypeAlias = Literal["text", "html", "eml", "zip", "docx", "odt", "pdf"]

MEDIA_TYPES: Final[dict[str, str]] = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "eml": "message/rfc822",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
}
_SPOKEN: Final[dict[str, str]] = {
    "text": gettext_noop("plain text"),
    "html": gettext_noop("a web page (.html)"),
    "eml": gettext_noop("an e-mail (.eml)"),
    "pdf": gettext_noop("a PDF (.pdf)"),
    "docx": gettext_noop("a Word document (.docx)"),
    "odt": gettext_noop("an OpenDocument text (.odt)"),
}
_ENDINGS: Final[dict[str, str]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "eml",
    ".pdf": "pdf",
    ".docx": "docx",
    ".dotx": "docx",
    ".docm": "docx",
    ".dotm": "docx",
    ".odt": "odt",
    ".ott": "odt",
}
# Endings that promise something else than what is read here: whatever the file is, it is not what its name says.
_OTHERS: Final = frozenset(
    (
        ".doc",
        ".dot",
        ".rtf",
        ".pages",
        ".epub",
        ".xls",
        ".xlsx",
        ".xlsm",
        ".ods",
        ".csv",
        ".ppt",
        ".pptx",
        ".odp",
        ".zip",
        ".rar",
        ".7z",
        ".gz",
        ".msg",
        ".json",
        ".xml",
        ".jpg",
        ".jpeg",
        ".png",
        ".gif",
        ".tif",
        ".tiff",
        ".bmp",
        ".mp3",
        ".mp4",
        ".exe",
        ".dll",
    )
)
_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"{\\rtf", gettext_noop("a rich-text file (.rtf); save it as .docx")),
    (b"\x89PNG", gettext_noop("a picture")),
    (b"\xff\xd8\xff", gettext_noop("a picture")),
    (b"GIF8", gettext_noop("a picture")),
    (b"II*\0", gettext_noop("a picture")),
    (b"MM\0*", gettext_noop("a picture")),
    (b"\x1f\x8b", gettext_noop("a packed file")),
    (b"7z\xbc\xaf", gettext_noop("a packed file")),
    (b"Rar!", gettext_noop("a packed file")),
    (b"\x7fELF", gettext_noop("a program")),
    (b"MZ\x90", gettext_noop("a program")),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_TAG: Final = re.compile(r"<(?:html|body|div|p|br|table|h[1-6]|ul|ol|span)\b[^>]*>", re.IGNORECASE)
_HEADER: Final = re.compile(r"(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)")
_MAIL: Final = re.compile(
    r"^(?:from|to|subject|date|mime-version|message-id|received|return-path|content-type|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)


def ending_of(name: str) -> str:
    return PurePath(name).suffix.lower()


def binary_kind(data: bytes, *, name: str) -> Kind | None:
    """The kind of a file that begins with a known signature; None where it may be text."""
    if not data:
        raise EmptyDocument(name)
    if data.startswith(_OLE):
        raise _old_office(data, name=name)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if b"%PDF-" in data[:1024] and b"\0" not in data[: data.index(b"%PDF-")]:
        return "pdf"
    for magic, found in _MAGIC:
        if data.startswith(magic):
            raise NotADocument(name, found=found)
    return None


def _old_office(data: bytes, *, name: str) -> Exception:
    """Office keeps a .docx that has a password inside a file of the old kind."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return PasswordProtected(name)
    if "WordDocument".encode("utf-16-le") in data:
        return LegacyWord(name)
    return NotADocument(name, found=gettext_noop("an Office file of the old kind"))


def text_kind(text: str, *, name: str) -> Kind:
    """Whether decoded text is plain, a web page or an e-mail."""
    start = text[:4096]
    if not text.strip():
        raise EmptyDocument(name)
    if _HTML.match(start):
        return "html"
    if start.lstrip().startswith("<?xml"):
        raise NotADocument(name, found=gettext_noop("an XML file"))
    ending = ending_of(name)
    if ending in {".html", ".htm", ".xhtml"} and _TAG.search(text[:100_000]):
        return "html"
    if _ENDINGS.get(ending) != "text" and _is_mail(text):
        return "eml"
    return "text"


def _is_mail(text: str) -> bool:
    head = text[:65_536].replace("\r\n", "\n").split("\n\n", 1)[0]
    return bool(_HEADER.match(head)) and len({match.lower() for match in _MAIL.findall(head)}) > 1


def check_ending(kind: Kind, *, name: str) -> None:
    """Refuse a file whose name promises another kind. A name without a known ending promises nothing."""
    ending = ending_of(name)
    if ending in _OTHERS or _ENDINGS.get(ending, kind) != kind:
        raise EndingLies(name, ending=ending, found=_SPOKEN[kind])
