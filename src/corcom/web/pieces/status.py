"""A status: word and drawing first, colour second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from corcom.web.pieces.markup import markup
from corcom.web.pieces.on_page import OnPage

Status = Literal["met", "due", "soon", "overdue", "extended", "unknown", "none"]

WORDS: dict[Status, Promise] = {
    "met": pgettext_lazy("status", "met"),
    "due": pgettext_lazy("status", "due"),
    "soon": pgettext_lazy("status", "due soon"),
    "overdue": pgettext_lazy("status", "overdue"),
    "extended": pgettext_lazy("status", "extended"),
    "unknown": pgettext_lazy("status", "unknown"),
    "none": pgettext_lazy("status", "does not apply"),
}

ALL: tuple[Status, ...] = get_args(Status)


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status with its own words, or the usual word; `address` leads to why it is so."""

    status: Status
    said: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        return self.said or str(WORDS[self.status])

    def html(self, page: OnPage) -> SafeString:
        icon = page.icon(self.status)
        if not self.address:
            return markup('<span class="status is-{}">{}<span>{}</span></span>', self.status, icon, self.words)
        return markup(
            '<a class="status is-{}" href="{}">{}<span>{}</span></a>',
            self.status,
            page.on_day(self.address),
            icon,
            self.words,
        )
