"""Plain text out of bytes: UTF-8, UTF-16, UTF-32 and Windows-1252, with or without a byte-order mark.

The text is exactly the decoded file: the mark removed, line ends as they stand.
"""

from __future__ import annotations

import codecs

from corcom.documents.domain.errors import NotADocument
from corcom.kernel.marked import gettext_noop

# UTF-32 LE begins like UTF-16 LE, so it stands first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 8192
"""Bytes looked at to guess an encoding."""
_FEW = 4
"""Zero bytes that may stand in a small file by chance."""
_MANY_ACCENTS = 10
"""Letters: fewer say nothing about the script."""
_FAMILIAR = frozenset(" \n\r\t.,;:-()0123456789")
_BAD_PER_THOUSAND = 2
"""Bytes that are no UTF-8, in a thousand, up to which the rest is still taken as UTF-8."""


def decoded(data: bytes, *, name: str, declared: str = "") -> tuple[str, str]:
    """The text of `data` and its encoding; what is `declared` counts where its bytes leave it open. Refuses what is no text.

    >>> decoded("Côte".encode("utf-16"), name="a.txt")
    ('Côte', 'utf-16-le')
    >>> decoded("Côte d’Ivoire".encode("cp1252"), name="a.txt")
    ('Côte d’Ivoire', 'cp1252')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with_mark(data[len(mark) :], encoding, name=name), encoding
    if wide := _utf16_without_mark(data):
        return data[: len(data) // 2 * 2].decode(wide, "replace"), wide
    return _eight_bit(data, name=name, declared=declared)


def _with_mark(data: bytes, encoding: str, *, name: str) -> str:
    text = data.decode(encoding, "replace")
    if text.count("\ufffd") * 20 > len(text) or "\0" in text[:_SAMPLE]:
        raise NotADocument(name, found=gettext_noop("binary data"))
    return text


def _eight_bit(data: bytes, *, name: str, declared: str) -> tuple[str, str]:
    if b"\0" in data or _controls(data) * 100 > len(data):
        raise NotADocument(name, found=gettext_noop("binary data"))
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    # A few broken bytes in a text that otherwise is plainly UTF-8 must not turn every accent in it into two letters.
    loose = data.decode("utf-8", "replace")
    bad = loose.count("\ufffd")
    good = sum(1 for byte in data if byte >= 0xC2) - bad
    if good > bad * 4 and bad * 1000 <= max(len(data) * _BAD_PER_THOUSAND, 1000):
        return loose, "utf-8"
    for encoding in filter(None, (declared, "cp1252")):
        try:
            return data.decode(encoding), encoding
        except (LookupError, UnicodeError):
            continue
    raise NotADocument(name, found=gettext_noop("binary data, or text in an unknown encoding"))


def is_of_another_script(text: str) -> bool:
    """Whether far more letters have accents than in any language that Windows-1252 is for: Cyrillic, say, or Chinese.

    >>> is_of_another_script("Повестка дня".encode("cp1251").decode("cp1252"))
    True
    """
    letters = [letter for letter in text if letter.isalpha()]
    accented = sum(1 for letter in letters if not letter.isascii())
    return accented >= _MANY_ACCENTS and accented * 3 > len(letters)


_CONTROL_BYTES = bytes([*sorted(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b")), 127])


def _controls(data: bytes) -> int:
    return len(data) - len(data.translate(None, _CONTROL_BYTES))


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 shows itself by zero bytes at every other place: those of blanks, digits and Latin letters."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    zeros = sample.count(0)
    if zeros * 20 < len(sample) or (zeros < _FEW and zeros * 2 < len(sample)):
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 8 * min(even, odd):
        return None
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = sample.decode(encoding, "replace")
    if "\0" in text or "\ufffd" in text[:-1]:
        return None
    plausible = sum(1 for letter in text if letter.isalpha() or letter in _FAMILIAR or letter.isprintable())
    return encoding if plausible * 100 >= 97 * len(text) - 100 else None
