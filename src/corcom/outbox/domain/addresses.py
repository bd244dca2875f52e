"""Addresses with a token behind a plus, where the server knows such addresses."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(r"\+([0-9a-z]{20,40})@", re.IGNORECASE)


def with_token(address: str, token: str) -> str:
    """The address under which an answer says which message it answers; none for no address.

    >>> with_token("isu@example.org", "f00")
    'isu+f00@example.org'
    """
    local, at, domain = address.rpartition("@")
    return f"{local}+{token}{at}{domain}" if at else ""


def tokens_in(text: str) -> list[str]:
    """The tokens of all addresses with a plus in a text, in their order.

    >>> tokens_in("To: ISU <isu+0123456789abcdef0123@example.org>")
    ['0123456789abcdef0123']
    """
    return [found.lower() for found in _TOKEN.findall(text)]
