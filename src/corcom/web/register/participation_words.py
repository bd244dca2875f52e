"""How a State stands to a convention, in words: its status and its acts."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.kernel.source import Certainty
from corcom.register.domain.participation import Status
from corcom.register.domain.treaty_actions import Kind as ActKind
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.domain.ways import KIND_WORDS
from corcom.web.pieces import Kind
from corcom.web.wording import days_in_words

STATUS_WORDS: dict[Status, Promise] = {
    "party": pgettext_lazy("participation", "State Party, bound"),
    "contracting": pgettext_lazy("participation", "consent deposited, not yet in force"),
    "signatory": pgettext_lazy("participation", "signatory, not party"),
    "withdrawn": pgettext_lazy("participation", "withdrawn"),
    "not_party": pgettext_lazy("participation", "not party, not signatory"),
}


CERTAINTY_WORDS: dict[Certainty, Promise] = {
    "certain": gettext_lazy("certain"),
    "likely": gettext_lazy("likely"),
    "doubtful": gettext_lazy("unverified"),
}


def tile_kinds() -> tuple[Kind, ...]:
    """What a tile of the map by status can be; the last for every State that never acted."""
    return (
        Kind("party", str(STATUS_WORDS["party"]), "full"),
        Kind("contracting", str(STATUS_WORDS["contracting"]), "half"),
        Kind("signatory", str(STATUS_WORDS["signatory"]), "hatched"),
        Kind("withdrawn", str(STATUS_WORDS["withdrawn"]), "dotted"),
        Kind("not_party", str(STATUS_WORDS["not_party"]), "empty"),
    )


def kind_name(kind: ActKind) -> str:
    """What a kind of act is called."""
    return _(KIND_WORDS[kind])


def kind_in_words(action: TreatyAction) -> str:
    """What kind of act it is."""
    return kind_name(action.kind)


def act_in_words(action: TreatyAction) -> str:
    """An act with its day as far as it is known: "ratification, 28 May 2015"."""
    return _("%(what)s, %(day)s") % {"what": kind_in_words(action), "day": days_in_words(action.on)}


def certainty_in_words(certainty: Certainty) -> str:
    """How sure a fact is; nothing for one that is certain."""
    return "" if certainty == "certain" else str(CERTAINTY_WORDS[certainty])
