"""Which kinds of messages an address may leave, and the way out that stands in each (docs/decisions/0026)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final

from corcom.kernel.marked import gettext_noop
from corcom.kernel.wording import Wording
from corcom.outbox.domain.draft import Draft

LEAVABLE: Final = frozenset({"invitation_reminder", "poll_reminder"})
"""Reminders that a program picks by who has not answered. Nothing that a treaty demands hangs on one of them.

Not letters to States, invitations, texts for comments and what becomes of them: they are the notice that a State is due."""

PURPOSE: Final = "unsubscribe"
"""Of the links by which an address leaves."""
OPENS_FOR: Final = timedelta(days=730)
"""A message is found and left long after it came."""
LONGEST: Final = 120
"""Characters of an address for which there is a link."""


def with_way_out(draft: Draft, address: str, wording: Wording) -> Draft:
    """The message with the page on which one leaves at its end, and in the header that mail programs have a button for.

    Without an address it stays as it is. The header takes an https: address alone (RFC 8058); on a site without one, the words remain.
    """
    if not address:
        return draft
    line = wording.gettext(gettext_noop("To get no further messages of this kind: %(address)s")) % {"address": address}
    text = f"{draft.text.rstrip()}\n\n-- \n{line}\n"
    return replace(draft, text=text, unsubscribe=address if address.startswith("https://") else "")
