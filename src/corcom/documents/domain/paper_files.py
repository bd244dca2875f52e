"""Which files can be an official document: .docx, .odt, .pdf, .xlsx and .ods, without macros and without a password.

What a file is shows in its bytes; a .docm that was renamed .docx still says so inside.
"""

from __future__ import annotations

from typing import Final

from corcom.documents.domain.docx import main_part
from corcom.documents.domain.errors import EndingLies, MacroFound, NotADocument, PasswordProtected, TooLarge
from corcom.documents.domain.limits import LIMITS, MB, Limits
from corcom.documents.domain.package import Package
from corcom.documents.domain.papers import ENDINGS
from corcom.documents.domain.sniff import MEDIA_TYPES, binary_kind, ending_of
from corcom.kernel.marked import Filled, gettext_noop

_TYPES: Final = "[Content_Types].xml"
_MIMETYPE: Final = "mimetype"
_XLSX: Final = next(media for media, ending in ENDINGS.items() if ending == ".xlsx")
_OTHERS: Final = gettext_noop("something else than a .docx, .odt, .pdf, .xlsx or .ods")
_BINARY: Final = ("vbaproject.bin", "vbadata.xml", ".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm")
"""Parts of a package that hold macros, or a file within it that may."""
_FOLDERS: Final = ("basic/", "scripts/")
_EMPTY: Final = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml", "/")
"""What LibreOffice writes into those folders where there are no macros."""
_RUNS: Final = ("event-listener", "script")
"""Elements of an OpenDocument that start a macro."""
_CONTENT: Final = ("content.xml", "styles.xml")


def checked_paper(data: bytes, *, name: str, limits: Limits = LIMITS) -> str:
    """The media type of a file that can be an official document. Errors: `DocumentRefused`, with the reason in words."""
    if len(data) > limits.file_bytes:
        raise TooLarge(name, bound=Filled(gettext_noop("%(number)s MB"), number=limits.file_bytes // MB))
    kind = binary_kind(data, name=name)
    if kind == "zip":
        package = Package(data, name=name, limits=limits)
        media = _open_document(package) if _MIMETYPE in package else _open_xml(package)
    elif kind == "pdf":
        media = MEDIA_TYPES["pdf"]
    else:
        raise NotADocument(name, found=_OTHERS)
    if ending_of(name) != ENDINGS[media]:
        raise EndingLies(name, ending=ending_of(name) or gettext_noop("without an ending"), found=ENDINGS[media])
    return media


def _open_document(package: Package) -> str:
    said = package.read(_MIMETYPE).strip().decode("ascii", "replace")
    media = said.removesuffix("-template")
    if media not in ENDINGS:
        raise NotADocument(package.name, found=_OTHERS)
    _refuse_macros(package, media)
    manifest = "META-INF/manifest.xml"
    if manifest in package and any(
        each.tag.endswith("}encryption-data") for each in package.xml(manifest).iter("{*}*")
    ):
        raise PasswordProtected(package.name)
    for part in _CONTENT:
        if part in package and any(_runs(str(each.tag)) for each in package.xml(part).iter("{*}*")):
            raise MacroFound(package.name, part=part, ending=ENDINGS[media])
    if "content.xml" not in package:
        raise NotADocument(package.name, found=_OTHERS)
    return media


def _runs(tag: str) -> bool:
    namespace, _, local = tag.rpartition("}")
    return local in _RUNS and namespace.endswith((":script:1.0", ":office:1.0"))


def _open_xml(package: Package) -> str:
    if _TYPES not in package:
        raise NotADocument(package.name, found=gettext_noop("a ZIP archive"))
    part = main_part(package)
    types = {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in package.xml(_TYPES)}
    kind = types.get(part, "")
    is_sheet = "spreadsheetml" in kind or "ms-excel" in kind
    media = _XLSX if is_sheet else MEDIA_TYPES["docx"]
    if found := next((name for name, said in types.items() if "macroenabled" in said.casefold()), ""):
        raise MacroFound(package.name, part=found, ending=ENDINGS[media])
    _refuse_macros(package, media)
    if part not in package or not (is_sheet or "wordprocessingml" in kind):
        raise NotADocument(package.name, found=_OTHERS)
    return media


def _refuse_macros(package: Package, media: str) -> None:
    for part in package.names():
        low = part.casefold()
        in_folder = low.startswith(_FOLDERS) and not low.endswith(_EMPTY)
        if in_folder or low.endswith(_BINARY):
            raise MacroFound(package.name, part=part[:80], ending=ENDINGS[media])
