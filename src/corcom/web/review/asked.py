"""What the address of a review asks for: which proposals, which of them is looked at, which place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from corcom.minutes.domain.findings import ONLY_NOTED
from corcom.minutes.queries.review import Place
from corcom.web.day import AS_OF
from corcom.web.review.finding_words import GROUPS, ORDER

SHOWN: dict[str, Promise] = {
    "": _("All"),
    "waiting": pgettext_lazy("findings", "Waiting"),
    "certain": pgettext_lazy("findings", "Waiting, certain"),
    "doubtful": pgettext_lazy("findings", "Waiting, doubtful"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for: which proposals, which of them is looked at or edited, which place in the text."""

    show: str = ""
    group: str = ""
    page: int = 1
    chosen: int | None = None
    editing: int | None = None
    passage: tuple[int, int] | None = None
    together: datetime | None = None
    query: str = ""

    def fits(self, place: Place) -> bool:
        if place.id in {self.chosen, self.editing}:
            return True
        if self.group and GROUPS[ORDER[place.kind]].key != self.group:
            return False
        if self.show == "certain":
            return place.state == "proposed" and place.certainty == "certain" and place.kind not in ONLY_NOTED
        if self.show == "doubtful":
            return place.state == "proposed" and place.certainty == "doubtful"
        return not self.show or place.state == "proposed"


def asked_for(query: QueryDict) -> Asked:
    """The address, read; what is not understood does not narrow."""
    show, group = query.get("show", ""), query.get("group", "")
    start, _dash, end = query.get("at", "").partition("-")
    kept = QueryDict(mutable=True)
    kept.update({key: value for key in ("show", "group", "page", AS_OF) if (value := query.get(key, ""))})
    return Asked(
        show=show if show in SHOWN else "",
        group=group if group in {one.key for one in GROUPS} else "",
        page=number_in(query.get("page", "")) or 1,
        chosen=number_in(query.get("finding", "")),
        editing=number_in(query.get("edit", "")),
        passage=(number_in(start) or 0, number_in(end) or 0) if end else None,
        together=moment_in(query.get("together", "")),
        query=kept.urlencode(),
    )


def number_in(value: str) -> int | None:
    """A number as an address or a button has it; None for anything else."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else None


def moment_in(value: str) -> datetime | None:
    """A moment as an address has it, with its offset; None for anything else."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
