"""Whether a form that came back is that of the report on whose page it was sent back; if not, whose it is."""

from __future__ import annotations

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.offline.offline_refused import FormRefused
from corcom.reporting.domain.offline.stamps import FormStamp
from corcom.reporting.domain.report_values import ReportWanted
from corcom.rulebooks.forms import Form

_OTHER = gettext_noop("This is a form of %(found)s, and this page is that of %(wanted)s. Send it back on its own page.")
_OTHER_YEAR = gettext_noop(
    "This is the form for %(found)s, and this page is that of the report for %(wanted)s. Send it back on its own page, or "
    "download the form of this report and copy what still holds."
)
_OTHER_FORM = gettext_noop(
    "The form changed since this one was given out: it is the one of %(found)s, and this report is made on that of "
    "%(wanted)s. Download the form again, and copy your answers into it."
)


def check_stamp(stamp: FormStamp, *, wanted: ReportWanted, form: Form) -> None:
    """Errors: `FormRefused`, whose values are codes and days that an interface calls by their names."""
    report = stamp.report
    for found, here in (
        (report.convention, wanted.convention),
        (report.iso3, wanted.iso3),
        (report.report, wanted.report),
    ):
        if found != here:
            raise FormRefused(Filled(_OTHER, found=found, wanted=here))
    if report.period != wanted.period:
        raise FormRefused(Filled(_OTHER_YEAR, found=str(report.period), wanted=str(wanted.period)))
    if (stamp.form, stamp.since) != (form.code, form.since):
        raise FormRefused(Filled(_OTHER_FORM, found=stamp.since, wanted=form.since))
