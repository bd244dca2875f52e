"""The forms of criteria about what is due: a report, a deadline."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.domain.audience import deadlines, reports
from corcom.web.audiences.forms import Boxes, DistanceForm, One
from corcom.web.obligations.words import obligation_name


class ReportForm(DistanceForm):
    """A transparency report: which, for which year, how it stands, how far its day is."""

    kind = "report"

    report = One(gettext_lazy("Report"))
    period = One(gettext_lazy("For the year"))
    statuses = Boxes(gettext_lazy("It is"))
    field_order = ("report", "period", "statuses", "way", "count", "unit")

    def offer(self) -> None:
        super().offer()
        book = self.offered.facts.register.book
        self.choose("report", ((one.code, obligation_name(one)) for one in book.obligations if one.form))
        years = range(self.offered.day.year, book.treaty.opened_on.year, -1)
        last = _("the last that fell due (of yearly reports)")
        self.choose(
            "period", ((reports.ANY, _("any")), (reports.LATEST, last), *((str(year), str(year)) for year in years))
        )
        self.choose("statuses", ((code, _(words)) for code, words in reports.STATUS_WORDS.items()))

    def values(self) -> dict[str, Any]:
        said = self.cleaned_data
        period = int(said["period"]) if said["period"].isdecimal() else said["period"]
        return {
            "report": said["report"],
            "period": period,
            "statuses": said["statuses"],
            "distance": self.distance(),
        }


class DeadlineForm(DistanceForm):
    """A deadline of an obligation that is met once."""

    kind = "deadline"

    obligation = One(gettext_lazy("Obligation"))
    statuses = Boxes(gettext_lazy("The deadline is"))
    field_order = ("obligation", "statuses", "way", "count", "unit")

    def offer(self) -> None:
        super().offer()
        book = self.offered.facts.register.book
        self.choose("obligation", ((one.code, obligation_name(one)) for one in deadlines.deadlines_of(book)))
        own = ((code, _(deadlines.STATUS_WORDS[code])) for code in deadlines.DEADLINE_STATUSES)
        self.choose("statuses", own)

    def values(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"obligation": said["obligation"], "statuses": said["statuses"], "distance": self.distance()}
