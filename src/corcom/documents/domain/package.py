"""The parts of a .docx or .odt: a ZIP archive opened with bounds, and XML that may not reach outside itself."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from corcom.documents.domain.errors import Damaged, DeclaresEntities, PasswordProtected, ZipBomb
from corcom.documents.domain.limits import MB, Limits
from corcom.kernel.marked import Filled, gettext_noop

_CHUNK: Final = 1 << 18
_END: Final = b"PK\x05\x06"
_ENCRYPTED: Final = 0x1


class Package:
    """A ZIP archive whose parts are unpacked only when asked for, and never beyond the bounds."""

    def __init__(self, data: bytes, *, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        _check_directory(data, name=name, limits=limits)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error, OverflowError, EOFError) as error:
            raise Damaged(name, what=gettext_noop("the archive that holds its parts")) from error
        self._parts = {entry.filename: entry for entry in self._zip.infolist()}
        if any(entry.flag_bits & _ENCRYPTED for entry in self._zip.infolist()):
            raise PasswordProtected(name)

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def names(self) -> list[str]:
        return list(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of one part, unpacked in steps so that a bomb is noticed before it goes off."""
        entry = self._parts.get(part)
        if entry is None:
            raise Damaged(self.name, what=_of_part(gettext_noop("its part %(part)s is missing"), part))
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    self._check(size, packed=entry.compress_size)
                    pieces.append(piece)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            OSError,
            ValueError,
        ) as error:
            raise Damaged(self.name, what=_of_part(gettext_noop("its part %(part)s"), part)) from error
        return b"".join(pieces)

    def _check(self, size: int, *, packed: int) -> None:
        if size > self.limits.part_bytes:
            raise ZipBomb(
                self.name, bound=Filled(gettext_noop("%(number)s MB in one part"), number=self.limits.part_bytes // MB)
            )
        if size > self.limits.ratio_from and size > packed * self.limits.part_ratio:
            raise ZipBomb(
                self.name, bound=Filled(gettext_noop("%(number)s times its size"), number=self.limits.part_ratio)
            )

    def xml(self, part: str) -> etree._Element:
        """The root of an XML part."""
        return parsed(self.read(part), name=self.name, part=part)


def _of_part(template: str, part: str) -> Filled:
    return Filled(template, part=part[:80])


def _check_directory(data: bytes, *, name: str, limits: Limits) -> None:
    """Refuse a huge directory of parts before it is read: a million entries would take a gigabyte of memory."""
    at = data.rfind(_END, max(0, len(data) - 65_557))
    if at < 0 or len(data) < at + 22:
        raise Damaged(name, what=gettext_noop("the end of the file is missing"))
    entries, size = struct.unpack_from("<HI", data, at + 10)
    if entries > limits.parts or size > limits.parts * 400:
        raise ZipBomb(name, bound=Filled(gettext_noop("%(number)s parts"), number=limits.parts))


def parsed(data: bytes, *, name: str, part: str) -> etree._Element:
    """The root of `data` as XML: no entities, no network, no document type, bounded depth."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise Damaged(name, what=_of_part(gettext_noop("its part %(part)s is no well-formed XML"), part)) from error
    except ValueError as error:
        raise Damaged(name, what=_of_part(gettext_noop("its part %(part)s is no XML"), part)) from error
    declared: Any = root.getroottree().docinfo.internalDTD  # its types do not know `entities`
    if declared is not None and declared.entities():
        raise DeclaresEntities(name)
    return root
