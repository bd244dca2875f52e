"""The operators of a page of a .pdf with what they are given (ISO 32000-1, section 7.8.2).

pypdf reads these byte by byte, because it can write them again. Here only those that place text are wanted, so one
pattern takes the page apart, several times as fast. Pictures among the operators, and brackets in brackets in strings,
are left to pypdf.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import islice
from typing import Any, Final, TypeAlias

from pypdf.errors import LimitReachedError, PdfReadError
from pypdf.generic import ContentStream

Operation: TypeAlias = tuple[list[Any], bytes]

_MOST: Final = 2_000_000
"""Numbers, strings and names of one page; pypdf has the same bound."""
_MISTAKES: Final = 20
"""Of one page; what follows then is no page any more."""
_DEEPEST: Final = 50
_NUMBER, _WORD, _TEXT, _NESTED, _NAME, _OPEN, _CLOSE, _CODES, _ODD = range(1, 10)
# Every repetition is possessive: it never gives back what it took, so that time grows with the length of the page.
_TOKEN: Final = re.compile(
    rb"(?:[\0\t\n\f\r ]++|%[^\r\n]*+)*+"
    rb"(?:([+-]?(?:\d++\.?\d*+|\.\d++)(?=[\0\t\n\f\r ()<>\[\]{}/%]|\Z))"
    rb"|([A-Za-z'\"][^\0\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|\(([^()\\]*+(?:\\.[^()\\]*+)*+)\)"
    rb"|\(((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+)\)"
    rb"|(/[!\"#$&'*-.0-;=?-Z\\^-z|~]*+)(?=[\0\t\n\f\r ()<>\[\]{}/%]|\Z)"
    rb"|(<<|\[)|(>>|\])"
    rb"|<([0-9A-Fa-f\0\t\n\f\r ]*+)>"
    rb"|\Z|(.))",
    re.DOTALL,
)
_HEXADECIMAL: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_CONSTANTS: Final = {b"true": True, b"false": False}
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES: Final = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}


class _UnknownError(Exception):
    """Something that the pattern does not know: the operators before it, what it is, and where to go on after it."""

    def __init__(self, found: list[Operation], token: re.Match[bytes], at: int) -> None:
        self.found = found
        self.is_for_pypdf = token[_WORD] == b"BI" or token[_ODD] == b"("
        self.at = at


def operations(content: ContentStream, wanted: Container[bytes]) -> list[Operation]:
    """The `wanted` operators of a page in their order."""
    data = content.get_data()
    try:
        return _operations(data, wanted, 0)
    except _UnknownError as unknown:
        if not unknown.is_for_pypdf:
            return _mended(data, wanted)
    try:
        return [each for each in content.operations if each[1] in wanted]
    except (PdfReadError, AssertionError, ValueError):
        return _mended(data, wanted)


def _mended(data: bytes, wanted: Container[bytes]) -> list[Operation]:
    """The operators of a page with mistakes in it, as programs that show it read them: what is no operator is left out."""
    found: list[Operation] = []
    at = 0
    for _ in range(_MISTAKES):
        try:
            return found + _operations(data, wanted, at)
        except _UnknownError as unknown:
            found += unknown.found
            at = unknown.at
    return found


def _operations(data: bytes, wanted: Container[bytes], start: int) -> list[Operation]:
    found: list[Operation] = []
    operands: list[Any] = []
    around: list[list[Any]] = []
    opened = start
    for token in islice(_TOKEN.finditer(data, start), _MOST):
        kind = token.lastindex
        if kind == _NUMBER:
            operands.append(float(token[_NUMBER]))
        elif kind == _WORD and not around:
            if token[_WORD] in wanted:
                found.append((operands, token[_WORD]))
            elif token[_WORD] == b"BI":  # a picture, whose bytes may look like anything
                raise _UnknownError(found, token, token.end())
            operands = []
        elif kind == _OPEN and len(around) < _DEEPEST:
            opened = opened if around else token.end()
            around.append(operands)
            operands = []
        elif kind == _CLOSE and around:
            inner, operands = operands, around.pop()
            operands.append(inner if token[_CLOSE] == b"]" else _dictionary(inner))
        elif kind is None and not around:
            return found
        else:
            value = _value(token, kind or _ODD)
            if value is None:
                raise _UnknownError(found, token, opened if around else token.end())
            operands.append(value)
    raise LimitReachedError


def _value(token: re.Match[bytes], kind: int) -> bytes | str | bool | None:
    """None where it is nothing that stands before an operator."""
    if kind in {_TEXT, _NESTED}:
        text = token[kind]
        return _ESCAPE.sub(_unescaped, text) if b"\\" in text else text
    if kind == _NAME:
        return _HEXADECIMAL.sub(lambda found: bytes.fromhex(found[1].decode()), token[_NAME]).decode("utf-8", "replace")
    if kind == _CODES:
        digits = token[_CODES].translate(None, b"\0\t\n\f\r ")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _CONSTANTS.get(token[_WORD])


def _unescaped(found: re.Match[bytes]) -> bytes:
    """A byte by its octal number, a line end that does not count, or the letter itself."""
    escaped = found[1]
    if escaped[:1].isdigit() and escaped[0] < ord("8"):
        return bytes((int(escaped, 8) & 0xFF,))
    return _ESCAPES.get(escaped, escaped)


def _dictionary(items: list[Any]) -> dict[str, Any]:
    return {key: value for key, value in zip(items[::2], items[1::2], strict=False) if isinstance(key, str)}
