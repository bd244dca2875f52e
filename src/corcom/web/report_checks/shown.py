"""The findings of a report as a page shows them: by part, each with how it was found and what was done about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from corcom.reporting.domain.checks.finding import Finding
from corcom.reporting.domain.checks.listed import BY_CODE
from corcom.reporting.domain.checks.standing import FindingStepTold, FindingTold
from corcom.reporting.domain.report_values import ReportWanted
from corcom.reporting.queries import ReportFindings, report_findings
from corcom.web import day as days
from corcom.web.filled import filled
from corcom.web.frame import languages
from corcom.web.pieces import StatusMark
from corcom.web.register.asked import Asked
from corcom.web.report_checks.words import MEANINGS, SEVERITIES, STEPS, address_of, state_mark
from corcom.web.reports.addresses import place_of
from corcom.web.wording import moment_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingShown:
    """One finding. `sides` are what was compared: label, value, source, and the address of that, "" for none.

    `steps` are what was done, when, by whom, with which note; `earlier` the same where the values were others.
    """

    told: FindingTold
    title: str
    words: str
    severity: str
    mark: StatusMark
    meaning: str
    arithmetic: str
    sides: Sequence[tuple[str, str, str, str]]
    reading: str
    rule: str
    steps: Sequence[tuple[str, str, str, str]]
    earlier: Sequence[tuple[str, str, str, str]]

    @property
    def value(self) -> str:
        """What its box sends."""
        return self.told.finding.mark if self.told.finding else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChecked:
    """A part with what was found in it."""

    code: str
    title: str
    findings: Sequence[FindingShown]


def parts_checked(found: ReportFindings) -> list[PartChecked]:
    """The parts in which something is found, in the order of the form."""
    shown = [finding_shown(one, found.wanted) for one in found.findings if one.finding]
    parts = ((part, [one for one in shown if one.told.part == part.code]) for part in found.checked.now.form.parts)
    return [PartChecked(code=part.code, title=_(part.title), findings=own) for part, own in parts if own]


def found_no_longer(found: ReportFindings) -> list[FindingShown]:
    """Those about which something was done and that are found no longer."""
    return [finding_shown(one, found.wanted) for one in found.findings if not one.finding]


def finding_shown(told: FindingTold, wanted: ReportWanted) -> FindingShown:
    """One finding in the reader's language."""
    check, finding = BY_CODE.get(told.key.partition(":")[0]), told.finding
    return FindingShown(
        told=told,
        title=_(check.title) if check else "",
        words=filled(finding.words) if finding else told.words,
        severity=str(SEVERITIES[finding.severity]) if finding else "",
        mark=state_mark(told.state),
        meaning=str(MEANINGS.get(told.state, "")),
        arithmetic=filled(finding.arithmetic) if finding else "",
        sides=_sides(finding, wanted) if finding else (),
        reading=f"{_(check.reading)} {_(check.source)}" if check else "",
        rule=filled(finding.rule) if finding else "",
        steps=[_step(step) for step in told.steps],
        earlier=[_step(step) for step in told.earlier],
    )


def _sides(finding: Finding, wanted: ReportWanted) -> list[tuple[str, str, str, str]]:
    return [
        (filled(side.label), filled(side.value), filled(side.source), address_of(side.place, wanted))
        for side in finding.sides
    ]


def _step(step: FindingStepTold) -> tuple[str, str, str, str]:
    when = _("%(when)s, version %(version)d") % {"when": moment_in_words(step.at), "version": step.version}
    return str(STEPS[step.kind]), when, step.by, step.note


def summary(found: ReportFindings) -> str:
    """How many there are, and of how many something is still to be done."""
    count, undone = sum(1 for one in found.findings if one.finding), len(found.undone)
    if not count:
        return _("The checks find nothing to ask about.")
    said = ngettext(
        "%(count)d finding, of which %(undone)d is not settled.",
        "%(count)d findings, of which %(undone)d are not settled.",
        count,
    )
    return said % {"count": count, "undone": undone}


def checks_shown(asked: Asked, wanted: ReportWanted) -> dict[str, object] | None:
    """What the page of a report shows of its checks; None where the State stands by no version."""
    found = report_findings(asked.register, wanted=wanted, day=asked.day, now=days.moment())
    if found is None:
        return None
    return {
        "summary": summary(found),
        "parts": parts_checked(found),
        "gone": found_no_longer(found),
        "seen": found.last_step,
        "address": place_of(wanted, "report_checks"),
        "step": place_of(wanted, "report_checks_step"),
        "languages": languages(),
        "language": get_language(),
    }
