"""A box to tick in a row of a table; what is ticked is sent with the form `form`."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from corcom.web.pieces.markup import markup
from corcom.web.pieces.on_page import OnPage


@dataclass(frozen=True, slots=True)
class Choose:
    name: str
    value: str
    label: str
    form: str = "chosen-rows"
    is_chosen: bool = False

    def html(self, _page: OnPage) -> SafeString:
        return markup(
            '<input class="form-check-input choose" type="checkbox" name="{}" value="{}" form="{}" aria-label="{}"{}>',
            self.name,
            self.value,
            self.form,
            self.label,
            SafeString(" checked" if self.is_chosen else ""),
        )
