"""What records count of reports, without naming the States: shown beside the computed counts, recorded and struck."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_POST

from corcom.kernel.errors import CorcomError
from corcom.register.actions import WithoutReason
from corcom.reporting import actions
from corcom.reporting.domain.owed_reports import reports_of
from corcom.reporting.domain.record_counts import COUNTS_OF, CountBeside, CountOf, RecordCount
from corcom.reporting.queries import counts_on_record
from corcom.web import day as days
from corcom.web.addresses import address
from corcom.web.filled import filled
from corcom.web.filters import number_sent
from corcom.web.obligations.words import obligation_name
from corcom.web.person import person
from corcom.web.pieces import Column, Row, Stack, Table
from corcom.web.register.asked import Asked, asked_for
from corcom.web.rights import requires
from corcom.web.step_forms import Day, Line, OneOf
from corcom.web.wording import in_words

COUNTED: dict[CountOf, Promise] = {
    "overdue": pgettext_lazy("reports", "overdue"),
    "received": pgettext_lazy("reports", "received"),
}
REFUSED: dict[type[CorcomError], Promise] = {
    actions.CountMisfit: gettext_lazy(
        "A report that is made every year needs the year that it covers; another one has none."
    ),
    actions.CountInTheFuture: gettext_lazy("This day has not come yet; a record cannot count on it."),
    actions.NoSuchCount: gettext_lazy("There is no such count any more."),
    WithoutReason: gettext_lazy("Say why."),
}


class CountForm(forms.Form):
    """A count as a record gives it."""

    report = forms.ChoiceField(label=gettext_lazy("Report"), widget=OneOf())
    period = forms.IntegerField(
        label=gettext_lazy("For the year"), required=False, min_value=1990, max_value=2200, widget=Line(dir="ltr")
    )
    counts = forms.ChoiceField(label=gettext_lazy("What is counted"), widget=OneOf())
    reports = forms.IntegerField(label=gettext_lazy("Reports"), min_value=0, max_value=1000, widget=Line(dir="ltr"))
    on = forms.DateField(label=gettext_lazy("Day of which the record speaks"), widget=Day(), input_formats=["%Y-%m-%d"])
    source = forms.CharField(label=gettext_lazy("Source"), max_length=500, widget=Line())

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [(one.code, obligation_name(one)) for one in reports_of(asked.register)]
        self.fields["report"].choices = own  # type: ignore[attr-defined]  # a choice field has choices
        self.fields["counts"].choices = [(one, COUNTED[one]) for one in COUNTS_OF]  # type: ignore[attr-defined]  # likewise

    def count(self, convention: str) -> RecordCount:
        """What was written."""
        return RecordCount(convention=convention, **self.cleaned_data)


def on_record(asked: Asked, *, may_record: bool) -> dict[str, Any]:
    """The counts on record beside the computed ones, and for whoever may, the form of a new one."""
    found = counts_on_record(asked.register, day=asked.day, known_at=asked.known_at)
    names = {one.code: obligation_name(one) for one in reports_of(asked.register)}
    columns = (
        Column(_("Report")),
        Column(_("Day")),
        Column(_("On record"), is_number=True),
        Column(_("Computed"), is_number=True),
        Column(_("What the difference means"), is_wide=True),
    )
    rows = tuple(_row(one, names) for one in found)
    table = Table(id="on-record", caption=_("Counts on record"), columns=columns, rows=rows)
    return {
        "on_record": table if found else None,
        "count_form": CountForm(asked=asked, initial={"on": asked.day}) if may_record else None,
        "strikable": [(one.record.number, _named(one, names)) for one in found] if may_record else [],
    }


def _row(one: CountBeside, names: dict[str, str]) -> Row:
    record = one.record
    year = _("for %(year)d") % {"year": record.period} if record.period else ""
    return Row(
        (
            Stack((names.get(record.report, record.report), str(COUNTED[record.counts]), year)),
            Stack((in_words(record.on), record.source)),
            record.reports,
            one.computed,
            filled(one.says),
        )
    )


def _named(one: CountBeside, names: dict[str, str]) -> str:
    record = one.record
    values = {"report": names.get(record.report, record.report), "n": record.reports, "day": in_words(record.on)}
    return _("%(report)s: %(n)d, %(day)s") % values


@requires("record")
@require_POST
def report_count_step(request: HttpRequest, convention: str) -> HttpResponse:
    """Recording a count, or striking one with a reason."""
    asked, by, at = asked_for(request, convention), person(request).get_full_name(), days.moment()
    form = CountForm(request.POST, asked=asked)
    try:
        if "strike" in request.POST:
            actions.strike_count(number=number_sent(request, "count"), why=request.POST.get("why", ""), at=at, by=by)
            messages.success(request, _("The count is struck; it stays in the history."))
        elif form.is_valid():
            actions.record_count(count=form.count(asked.code), day=days.today(), at=at, by=by)
            messages.success(request, _("The count is recorded."))
        else:
            said = [f"{form.fields[name].label}: {each}" for name, several in form.errors.items() for each in several]
            messages.error(request, " ".join(said))
    except tuple(REFUSED) as refused:
        messages.error(request, str(REFUSED[type(refused)]))
    return redirect(address(request, "convention_reports", asked.code, query={"view": "counts"}))
