"""How letters are written, for whoever prepares some."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corcom.access.domain.links import GivenLink
from corcom.kernel.wording import Wording
from corcom.outbox.domain.server import MailSettings


def no_page(_link: GivenLink) -> str:
    """For letters without a link: it opens no page."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """By which mail settings letters go out, in which wording a language is, by its code, and what links lead to.

    `address` gives the whole address of the page that a signed link opens, `leaving` of that on which one leaves messages
    of a kind. `site` is the site's name, as it stands in the
    identifiers of calendars.
    """

    mail: MailSettings
    wording: Callable[[str], Wording]
    address: Callable[[GivenLink], str] = no_page
    leaving: Callable[[GivenLink], str] = no_page
    site: str = ""
