"""Two versions of a text in one, word by word: what goes is struck through, what comes is underlined."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from corcom.kernel.wordwise import Kind, pieces
from corcom.web.pieces.markup import joined, markup
from corcom.web.pieces.on_page import OnPage

_FORMS: dict[Kind, str] = {"same": "{}", "gone": "<del>{}</del>", "new": "<ins>{}</ins>"}


@dataclass(frozen=True, slots=True)
class Difference:
    """The old text and the new one. Alike, they are the text itself."""

    old: str
    new: str

    def html(self, page: OnPage) -> SafeString:  # noqa: ARG002  every piece is given its page
        parts = joined(markup(_FORMS[piece.kind], piece.text) for piece in pieces(self.old, self.new))
        return markup('<div class="difference" dir="auto">{}</div>', parts)
