"""What a State owes, in words: obligations, their articles, how they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.kernel.marked import gettext_noop
from corcom.obligations.domain.owed import Owed, OwedStatus
from corcom.rulebooks.rules import Obligation

OWED_WORDS: dict[OwedStatus, Promise] = {
    "due": pgettext_lazy("owed", "due"),
    "extended": pgettext_lazy("owed", "extended"),
    "met": pgettext_lazy("owed", "met"),
    "late": pgettext_lazy("owed", "met late"),
    "fulfilled": pgettext_lazy("owed", "fulfilled; whether in time is not known"),
    "completed": pgettext_lazy("owed", "declared complete"),
    "overdue": pgettext_lazy("owed", "overdue"),
    "unknown": pgettext_lazy("owed", "unknown"),
    "not_applicable": pgettext_lazy("owed", "does not apply"),
    "lasting": pgettext_lazy("owed", "lasting duty"),
}
TRANSLATED = (
    gettext_noop("Initial transparency report"),
    gettext_noop("Annual transparency report"),
    gettext_noop("Destruction of stockpiles"),
    gettext_noop("Clearance of contaminated land"),
    gettext_noop("Assistance to victims"),
    gettext_noop("National implementation measures"),
    gettext_noop("Cooperation and assistance"),
)
"""Names of obligations that the catalogues hold; those of other rulebooks stand as their files have them."""


def obligation_name(obligation: Obligation) -> str:
    """What an obligation is called."""
    return _(obligation.name)


def by_article(obligations: Iterable[Obligation]) -> list[Obligation]:
    """In the order of the articles."""
    return sorted(obligations, key=lambda each: [int(number) for number in re.findall(r"\d+", each.article)])


def owed_name(owed: Owed) -> str:
    """The obligation, with the year that it covers where it recurs."""
    name = obligation_name(owed.obligation)
    return _("%(report)s for %(year)s") % {"report": name, "year": owed.period.year} if owed.period else name


def article_of(obligation: Obligation) -> str:
    """The article that asks for it."""
    return _("Article %(number)s") % {"number": obligation.article}
