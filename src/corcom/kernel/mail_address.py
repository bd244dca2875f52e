"""What an e-mail address looks like to which a letter can go."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 320
"""Characters of an address, once its domain is in ASCII."""
_LOCAL: Final = re.compile(r"[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+(?:\.[-!#$%&'*+/=?^_`{}|~0-9A-Za-z]+)*")
_DOMAIN: Final = re.compile(
    r"(?:[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?\.)+(?!-)(?:[-a-z]{2,63}|xn--[a-z0-9]{1,59})(?<!-)", re.IGNORECASE
)


def in_ascii(address: str) -> str:
    """The address with its domain as servers write it; the address itself where that cannot be done.

    >>> in_ascii("office@bücher.example")
    'office@xn--bcher-kva.example'
    """
    local, at, domain = address.rpartition("@")
    try:
        return f"{local}{at}{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return address


def is_mail_address(text: str) -> bool:
    """Whether a text is one address, without a name beside it. A domain may be in any script; before the @ only ASCII.

    >>> is_mail_address("mission@外交部.example"), is_mail_address("é@a.example"), is_mail_address(".a@b.example")
    (True, False, False)
    """
    written = in_ascii(text)
    local, _, domain = written.rpartition("@")
    return len(written) <= LONGEST and bool(_LOCAL.fullmatch(local)) and bool(_DOMAIN.fullmatch(domain))
