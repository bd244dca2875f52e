"""Why? Every fact opens its source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from corcom.web.pieces.markup import markup
from corcom.web.pieces.on_page import OnPage
from corcom.web.wording import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Document, place, the words quoted, who confirmed it and when, and what it replaced.

    `about` tells a listener what the fact is, where many "Why?" stand on one page. `is_recorded`: a fact of the register, which
    a person or a command recorded on the source that is named; no program read it.
    """

    document: str
    quote: str = ""
    place: str = ""
    address: str = ""
    confirmed_by: str = ""
    confirmed_on: date | None = None
    replaced: str = ""
    about: str = ""
    language: str = ""
    is_recorded: bool = False

    def html(self, page: OnPage) -> SafeString:
        about = markup('<span class="visually-hidden"> – {}</span>', self.about) if self.about else ""
        return markup(
            '<details class="why"><summary>{}{}</summary><div class="why-panel">{}<p>{} {}</p>{}{}</div></details>',
            _("Why?"),
            about,
            self._quoted(),
            page.icon("document"),
            self._placed(),
            "" if self.is_recorded else _quiet(self._confirmed()),
            _quiet(f"{_('Replaced:')} {self.replaced}") if self.replaced else "",
        )

    def _quoted(self) -> SafeString | str:
        if not self.quote:
            return ""
        language = markup(' lang="{}"', self.language) if self.language else ""
        return markup("<blockquote{}>{}</blockquote>", language, self.quote)

    def _placed(self) -> SafeString | str:
        document = markup('<a href="{}">{}</a>', self.address, self.document) if self.address else self.document
        return markup("{}, {}", document, self.place) if self.place else document

    def _confirmed(self) -> str:
        if not self.confirmed_by:
            return _("Read by the program; not yet confirmed by a person")
        said = {"who": self.confirmed_by, "day": in_words(self.confirmed_on)}
        return _("Confirmed by %(who)s, %(day)s") % said


def _quiet(words: str) -> SafeString:
    return markup('<p class="quiet">{}</p>', words)
