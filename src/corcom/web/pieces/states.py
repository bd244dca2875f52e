"""The name of a State, or of whoever acts: a link to its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from django.urls import NoReverseMatch, reverse

from corcom.web.state_names import state_name


@dataclass(frozen=True, slots=True)
class StateName:
    """`code` is ISO3, or the code of an organisation or office, which is shown by its `name`."""

    template: ClassVar[str] = "pieces/state.html"

    code: str
    name: str = ""

    @property
    def words(self) -> str:
        return state_name(self.code, self.name)

    @property
    def address(self) -> str | None:
        if not self.code:
            return None
        try:
            return reverse("state", args=[self.code])
        except NoReverseMatch:
            return None
