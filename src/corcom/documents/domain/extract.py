"""The text of a file, whatever kind of document it is."""

from __future__ import annotations

import codecs
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from corcom.documents.domain import sniff
from corcom.documents.domain.blocks import Block
from corcom.documents.domain.compose import compose
from corcom.documents.domain.docx import read_docx
from corcom.documents.domain.eml import opened, read_letter
from corcom.documents.domain.errors import NotADocument, NoText, TooLarge, Unreadable
from corcom.documents.domain.html import read_html
from corcom.documents.domain.limits import LIMITS, MB, Limits
from corcom.documents.domain.odt import read_odt
from corcom.documents.domain.office import office_kind
from corcom.documents.domain.package import Package
from corcom.documents.domain.plain import decoded, is_of_another_script
from corcom.documents.domain.text import DocumentText
from corcom.kernel.marked import Filled, gettext_noop

_PACKED: Final[dict[str, Callable[[Package], list[Block]]]] = {"docx": read_docx, "odt": read_odt}
_CHARSET: Final = re.compile(
    rb"<meta[^>]{0,200}charset\s*=\s*[\"']?"
    rb"((?:windows-|iso-|koi8|mac|gb|big5|shift|euc-|tis-)[A-Za-z0-9_-]{0,20})",
    re.IGNORECASE,
)


def extract(source: Path | bytes, *, name: str = "", limits: Limits = LIMITS) -> DocumentText:
    """The text of a file or of its bytes, with the marks its format gives.

    What the file is shows in its bytes; a name whose ending says otherwise is refused. Raises a `DocumentRefused` that
    names the file and the reason, and nothing else, for anything that cannot be read.
    """
    name = name or (source.name if isinstance(source, Path) else "document")
    data = _bytes(source, name=name, limits=limits) if isinstance(source, Path) else source
    return _Extraction(limits).read(data, name=name, deep=0)


def _bytes(path: Path, *, name: str, limits: Limits) -> bytes:
    """The bytes of a regular file. One that is too large is refused unread."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise Unreadable(name, why=gettext_noop("a folder, not a file"))
        if not stat.S_ISREG(state.st_mode):
            raise Unreadable(name, why=gettext_noop("not a file"))
        if state.st_size > limits.file_bytes:
            raise TooLarge(name, bound=Filled(gettext_noop("%(number)s MB"), number=limits.file_bytes // MB))
        with path.open("rb") as file:
            return file.read(limits.file_bytes + 1)
    except OSError as error:
        raise Unreadable(name, why=error.strerror or gettext_noop("the system refuses")) from error
    except ValueError as error:  # a path with a zero byte in it
        raise Unreadable(name, why=gettext_noop("no file can have this name")) from error


class _Extraction:
    """Reads one file, and the files inside it, within the same bounds."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def read(self, data: bytes, *, name: str, deep: int) -> DocumentText:
        if len(data) > self.limits.file_bytes:
            raise TooLarge(name, bound=Filled(gettext_noop("%(number)s MB"), number=self.limits.file_bytes // MB))
        found = self._by_kind(data, name=name, deep=deep)
        if len(found.text) > self.limits.text_characters:
            millions = self.limits.text_characters // MB
            raise TooLarge(name, bound=Filled(gettext_noop("%(number)s million characters of text"), number=millions))
        return found

    def _by_kind(self, data: bytes, *, name: str, deep: int) -> DocumentText:
        kind = sniff.binary_kind(data, name=name)
        if kind == "zip":
            package = Package(data, name=name, limits=self.limits)
            kind = office_kind(package)
            sniff.check_ending(kind, name=name)
            return _composed(_PACKED[kind](package), kind, name=name)
        if kind == "pdf":
            # Loading it takes as long as loading all the others; most documents are none.
            from corcom.documents.domain.pdf import read_pdf  # noqa: PLC0415  see above

            sniff.check_ending(kind, name=name)
            return _composed(read_pdf(data, name=name, limits=self.limits), kind, name=name)
        text, encoding = decoded(data, name=name, declared=_declared(data, name))
        kind = sniff.text_kind(text, name=name)
        sniff.check_ending(kind, name=name)
        if kind == "eml":
            # Parts of a letter have encodings of their own, which only a letter of single bytes can hold.
            wide = encoding.startswith(("utf-16", "utf-32")) or data.startswith(codecs.BOM_UTF8)
            return self._letter(text.encode() if wide else data, name=name, deep=deep)
        if encoding == "cp1252" and is_of_another_script(text):
            raise NotADocument(name, found=gettext_noop("text in an unknown encoding; save it as UTF-8"))
        if kind == "html":
            return _composed(read_html(text, name=name), kind, name=name)
        media = "markdown" if sniff.ending_of(name) in {".md", ".markdown"} else "text"
        return DocumentText(text=text, media_type=sniff.MEDIA_TYPES[media])

    def _letter(self, data: bytes, *, name: str, deep: int) -> DocumentText:
        if deep >= self.limits.attachments_deep:
            raise NotADocument(name, found=gettext_noop("a letter in a letter in a letter"))

        def page(text: str) -> DocumentText:
            return _composed(read_html(text, name=name), "html", name=name)

        def attachment(content: bytes, file_name: str) -> DocumentText:
            return self.read(content, name=file_name, deep=deep + 1)

        return read_letter(opened(data, name=name), name=name, read=attachment, page=page)


def _declared(data: bytes, name: str) -> str:
    """The encoding that a page names for itself. Parts of a letter name their own; any will do to see that it is one."""
    if sniff.ending_of(name) == ".eml":
        return "latin-1"
    found = _CHARSET.search(data[:2048])
    return found[1].decode("ascii") if found else ""


def _composed(blocks: list[Block], kind: str, *, name: str) -> DocumentText:
    text, marks = compose(blocks)
    if not text.strip():
        raise NoText(name)
    return DocumentText(text=text, media_type=sniff.MEDIA_TYPES[kind], marks=marks)
