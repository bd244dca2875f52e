"""Why nothing can be written into a version of a report any more, and what to do about it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from corcom.reporting.domain.report_flow import StepKind
from corcom.reporting.queries import ReportVersionTold
from corcom.web.reports.whose import by_whom
from corcom.web.wording import moment_in_words


def closed_meanwhile(told: ReportVersionTold) -> str:
    """Who handed it in or took it back, and when; and that what is typed now is not in it."""
    kinds: tuple[StepKind, ...] = ("recalled",) if told.state == "recalled" else ("submitted",)
    step = next((one for one in reversed(told.steps) if one.kind in kinds), told.steps[-1])
    values = {"who": by_whom(step.by, told.iso3), "when": moment_in_words(step.at)}
    if told.state == "recalled":
        return (
            _("The report was recalled meanwhile by %(who)s (%(when)s).") % values
            + " "
            + _("What you typed is not in it. Begin a new version, and save this part again here.")
        )
    if told.state == "accepted":
        return (
            _("The report was handed in meanwhile by %(who)s (%(when)s), and it is accepted.") % values
            + " "
            + _("What you typed is not in it. To correct it, begin a new version, and save this part again here.")
        )
    return (
        _("The report was handed in meanwhile by %(who)s (%(when)s).") % values
        + " "
        + _(
            "What you typed is not in it. To correct it, recall it or begin a new version, and save this part again here."
        )
    )
