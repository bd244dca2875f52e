"""Reports that a message could not be delivered, or not yet (RFC 3464), and those that only look like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import message_from_string
from email.message import Message as Mail
from email.utils import parseaddr
from typing import Final

_ID: Final = re.compile(r"(?im)^message-id:\s*(<[^<>\s]{1,390}>)")
_CODE: Final = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_FROM: Final = {"mailer-daemon", "postmaster"}
_MOST: Final = 200
"""Parts looked at."""
_LONGEST: Final = 200_000
"""Characters of a part in which an identifier is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """`recipient` that failed, the `code` ("5.1.1") and `said`, the words of the server. `of` is the Message-ID that failed."""

    recipient: str = ""
    code: str = ""
    said: str = ""
    of: str = ""
    is_delay: bool = False


def bounce_in(mail: Mail) -> Bounce | None:
    """The report in a message; None where it is none."""
    parts = [part for _, part in zip(range(_MOST), mail.walk(), strict=False)]
    of = _original(parts)
    if mail.get_content_type() == "multipart/report":
        status = next((part for part in parts if part.get_content_type() == "message/delivery-status"), None)
        if status is not None:
            return _reported(status, of)
    sender = parseaddr(str(mail.get("from", "")))[1].casefold().partition("@")[0]
    from_nobody = str(mail.get("return-path", "")).strip() == "<>"
    if sender in _FROM and (from_nobody or of):
        said = _text(next((part for part in parts if part.get_content_type() == "text/plain"), mail))
        return Bounce(code=code_in(said), said=" ".join(said.split())[:1000], of=of)
    return None


def code_in(said: str) -> str:
    """The first code in the words of a server; "" where there is none.

    >>> code_in("550 5.1.1 <a@x.example>: User unknown"), code_in("550 No such user")
    ('5.1.1', '')
    """
    found = _CODE.search(said)
    return found[1] if found else ""


def _reported(status: Mail, of: str) -> Bounce | None:
    """The first recipient of a report that failed or is late; None where all is well."""
    fields = _fields(status)
    told = [each for each in fields if str(each.get("action", "")).strip()]
    failed = next((each for each in told if _action(each) == "failed"), None)
    late = next((each for each in told if _action(each) == "delayed"), None)
    found = failed or late
    if found is None:
        return None if told else Bounce(of=of)
    recipient = str(found.get("final-recipient") or found.get("original-recipient") or "")
    said = str(found.get("diagnostic-code", ""))
    return Bounce(
        recipient=recipient.rpartition(";")[2].strip()[:320],
        code=str(found.get("status", "")).strip().split(" ")[0][:20],
        said=" ".join(said.partition(";")[2].split() or said.split())[:1000],
        of=of,
        is_delay=failed is None,
    )


def _action(fields: Mail) -> str:
    return str(fields.get("action", "")).strip().casefold()


def _fields(status: Mail) -> list[Mail]:
    """The groups of fields of a report: one for the message, one for each recipient."""
    payload = status.get_payload()
    if isinstance(payload, list):
        return [part for part in payload if isinstance(part, Mail)]
    return [message_from_string(group) for group in re.split(r"\r?\n\r?\n", str(payload))]


def _original(parts: list[Mail]) -> str:
    """The Message-ID of the message that a report sends back, as a letter, as its headers, or in its words."""
    for part in parts[1:]:
        if part.get("message-id") and part.get_content_type() != "message/delivery-status":
            found = re.search(r"<[^<>\s]{1,390}>", str(part["message-id"]))
            if found:
                return found[0]
        if part.get_content_type() in {"text/rfc822-headers", "text/plain", "text/rfc822"}:
            found = _ID.search(_text(part))
            if found:
                return found[1]
    found = _ID.search(_text(parts[0])) if len(parts) == 1 else None
    return found[1] if found else ""


def _text(part: Mail) -> str:
    if part.is_multipart():
        return ""
    payload = part.get_payload(decode=True)
    return payload[:_LONGEST].decode("utf-8", "replace") if isinstance(payload, bytes) else ""
