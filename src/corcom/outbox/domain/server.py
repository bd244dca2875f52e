"""The servers through which mail goes out and comes in, as a site sets them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

Encryption = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """One server. Without a `host` there is none."""

    host: str = ""
    port: int = 0
    encryption: Encryption = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    timeout: float = 30.0
    """Seconds for each answer of the server."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailSettings:
    """How a site sends and receives.

    `sender` and `sender_name` stand in From; `replies` is where answers go (empty: the sender); `bounces` where servers
    say that they could not deliver (empty: the same as answers). With `plus`, both carry the token of their message
    behind a plus. `per_minute` bounds attempts, 0 not at all; `largest` is in bytes, for messages in and out.
    """

    out: MailServer = MailServer()
    incoming: MailServer = MailServer()
    folder: str = "INBOX"
    sender: str = ""
    sender_name: str = ""
    replies: str = ""
    bounces: str = ""
    domain: str = ""
    plus: bool = False
    per_minute: int = 60
    lease: timedelta = timedelta(seconds=300)
    largest: int = 25_000_000
