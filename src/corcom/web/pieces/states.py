"""The name of a State, or of whoever acts: a link to its page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch
from django.utils.safestring import SafeString

from corcom.web.addresses import page_of
from corcom.web.pieces.markup import markup
from corcom.web.pieces.on_page import OnPage
from corcom.web.state_names import state_name


@dataclass(frozen=True, slots=True)
class StateName:
    """`code` is ISO3, or the code of an organisation or office, which is shown by its `name`."""

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
            return page_of("state", self.code)
        except NoReverseMatch:
            return None

    def html(self, page: OnPage) -> SafeString:
        address = self.address
        if address is None:
            return markup('<span class="state-name">{}</span>', self.words)
        return markup('<a class="state-name" href="{}">{}</a>', address + page.query, self.words)
