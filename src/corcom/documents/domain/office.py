"""Which kind of document a ZIP archive is, and whether it may be read: no macros, no password."""

from __future__ import annotations

from typing import Final

from corcom.documents.domain.docx import main_part
from corcom.documents.domain.errors import MacroLaden, NotADocument, PasswordProtected
from corcom.documents.domain.package import Package
from corcom.documents.domain.sniff import Kind
from corcom.kernel.marked import gettext_noop

_MIMETYPE: Final = "mimetype"
_TYPES: Final = "[Content_Types].xml"
_ODT: Final = b"application/vnd.oasis.opendocument.text"
_MACROS: Final = ("vbaproject.bin", "vbadata.xml")
_SCRIPTS: Final = ("basic/", "scripts/")
_EMPTY_SCRIPTS: Final = ("script-lc.xml", "script-lb.xml", "dialog-lc.xml", "dialog-lb.xml", "/")


def office_kind(package: Package) -> Kind:
    """`docx` or `odt`; refuses every other archive, and documents with macros or a password."""
    if _MIMETYPE in package:
        return _open_document(package)
    if _TYPES in package:
        return _open_xml(package)
    raise NotADocument(package.name, found=gettext_noop("a ZIP archive"))


def _open_document(package: Package) -> Kind:
    kind = package.read(_MIMETYPE).strip()
    if not kind.startswith(_ODT):
        raise NotADocument(package.name, found=gettext_noop("a spreadsheet, drawing or other archive"))
    manifest = "META-INF/manifest.xml"
    if manifest in package and any(each.tag.endswith("}encryption-data") for each in package.xml(manifest).iter()):
        raise PasswordProtected(package.name)
    for part in package.names():
        low = part.lower()
        if low.startswith(_SCRIPTS) and not low.endswith(_EMPTY_SCRIPTS):
            raise MacroLaden(package.name, ending=".odt")
    return "odt"


def _open_xml(package: Package) -> Kind:
    part = main_part(package)
    types = {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in package.xml(_TYPES)}
    kind = types.get(part, "")
    if "spreadsheetml" in kind or "ms-excel" in kind:
        raise NotADocument(package.name, found=gettext_noop("a spreadsheet"))
    if "presentationml" in kind or "ms-powerpoint" in kind:
        raise NotADocument(package.name, found=gettext_noop("a presentation"))
    if "macroEnabled" in kind or any(name.lower().endswith(_MACROS) for name in package.names()):
        raise MacroLaden(package.name, ending=".docx")
    if part not in package or (kind and "wordprocessingml" not in kind):
        raise NotADocument(package.name, found=gettext_noop("a ZIP archive"))
    return "docx"
