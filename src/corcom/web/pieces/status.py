"""A status: word and drawing first, colour second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

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
    """A status with its own words, or the usual word."""

    template: ClassVar[str] = "pieces/status.html"

    status: Status
    said: str = ""

    @property
    def words(self) -> str:
        return self.said or str(WORDS[self.status])
