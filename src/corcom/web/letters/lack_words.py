"""What is missing before a letter can go, in words: each thing once, with the States of which it is missing."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.domain.letter_glyphs import GlyphPlace
from corcom.correspondence.domain.letter_lacks import LackKind, LetterLack
from corcom.web.language_words import language_by_itself
from corcom.web.letters.words import PARTS, states_in_words

_LACKS: dict[LackKind, Promise] = {
    "words": gettext_lazy("the letter has no words in %(what)s"),
    "value": gettext_lazy("nothing is known for {%(what)s}"),
    "address": gettext_lazy("no e-mail address for letters is known"),
    "refused": gettext_lazy("its words are not right: %(what)s"),
    "claim": gettext_lazy("it says “%(what)s”, and no record shows that it is so"),
    "glyph": gettext_lazy("CorCom has no font for %(what)s; write it without"),
}
_PARTS: dict[str, Promise] = {
    **{str(part): words for part, words in PARTS.items()},
    "signatory": gettext_lazy("Who signs"),
    "office": gettext_lazy("Office of whoever signs"),
    "sender": gettext_lazy("The sender, in the settings of the site"),
}


def lacks_in_words(lacks: Iterable[LetterLack]) -> list[str]:
    """What is missing, in the order in which it was found."""
    found: dict[tuple[LackKind, str, GlyphPlace | None], list[str]] = {}
    for lack in lacks:
        found.setdefault((lack.kind, lack.what, lack.place), []).append(lack.iso3)
    return [
        _("%(state)s: %(lack)s")
        % {"state": states_in_words([iso3 for iso3 in states if iso3]), "lack": _words(kind, what, place)}
        for (kind, what, place), states in found.items()
    ]


def _words(kind: LackKind, what: str, place: GlyphPlace | None) -> str:
    if place is None:
        return str(_LACKS[kind] % {"what": language_by_itself(what) if kind == "words" else what})
    stands = _("“%(part)s”") % {"part": _PARTS[place.part]}
    if place.language:
        where = {"language": language_by_itself(place.language), "part": _PARTS[place.part], "line": place.line}
        stands = _("%(language)s, “%(part)s”, line %(line)d") % where
    return f"{_LACKS[kind] % {'what': f'“{what}” (U+{ord(what):04X})'}} – {stands}"
