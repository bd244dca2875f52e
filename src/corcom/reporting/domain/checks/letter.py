"""The letter that puts findings to a State: subject and text, in the words of a `Wording`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corcom.kernel.said import said
from corcom.kernel.wording import Wording
from corcom.reporting.domain.checks.finding import Finding
from corcom.rulebooks.forms import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsLetter:
    """What a letter is about: the report by its name and year, its version, when it came, and what it says beside.

    `link` is the address at which the report can be corrected without an account, "" for none.
    """

    report: str
    period: int | None
    version: int
    received_on: date | None
    form: Form
    findings: Sequence[Finding]
    note: str = ""
    link: str = ""


def letter(matter: FindingsLetter, *, to: str, wording: Wording) -> tuple[str, str]:
    """Subject and text of the letter to the delegation `to`."""
    gettext = wording.gettext
    report = gettext(matter.report)
    if matter.period:
        report = gettext("%(report)s for %(year)s") % {"report": report, "year": matter.period}
    values = {"report": report, "to": to, "link": matter.link, "version": matter.version}
    parts = [
        gettext("To the delegation of %(to)s") % values,
        _opening(matter, wording) % {**values, "day": _day(matter, wording)},
        "\n\n".join(_point(number, one, matter, wording) for number, one in enumerate(matter.findings, 1)),
        matter.note,
        gettext("We would be grateful for an explanation of these points, or for a corrected version of the report."),
        gettext("The report can be read and corrected here, without an account: %(link)s") % values
        if matter.link
        else "",
    ]
    return gettext("%(report)s: points on which we ask for clarification") % values, "\n\n".join(
        part for part in parts if part
    ) + "\n"


def finding_in_words(finding: Finding, wording: Wording) -> str:
    """A finding as the State reads it: what it is, how it was computed, and where the two values stand."""
    sides = (
        wording.gettext("%(label)s: %(value)s (%(source)s)")
        % {"label": said(side.label, wording), "value": said(side.value, wording), "source": said(side.source, wording)}
        for side in finding.sides
    )
    return " ".join((said(finding.words, wording), said(finding.arithmetic, wording), f"[{'; '.join(sides)}]"))


def _opening(matter: FindingsLetter, wording: Wording) -> str:
    if matter.received_on is None:
        return wording.gettext("We have read the %(report)s (version %(version)d), for which we thank you.")
    return wording.gettext(
        "We have read the %(report)s (version %(version)d), received on %(day)s, for which we thank you."
    )


def _day(matter: FindingsLetter, wording: Wording) -> str:
    return wording.day(matter.received_on.isoformat()) if matter.received_on else ""


def _point(number: int, finding: Finding, matter: FindingsLetter, wording: Wording) -> str:
    part = matter.form.part(finding.part)
    place = wording.gettext("Part %(part)s") % {"part": finding.part}
    if part is not None:
        place = wording.gettext("%(part)s (%(title)s)") % {"part": place, "title": wording.gettext(part.title)}
    return f"{number}. {place}\n{finding_in_words(finding, wording)}"
