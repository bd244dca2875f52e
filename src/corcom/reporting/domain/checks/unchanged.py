"""A part that is said to be unchanged since a year, although a report in between says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked, ReportAnswers
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import asked_by
from corcom.rulebooks.forms import Part


def _broken(checked: Checked) -> Iterator[Finding]:
    for part in checked.now.form.parts:
        answer = checked.now.answer(part.code)
        if answer.state == "unchanged" and answer.since is not None:
            for one in reversed(checked.earlier):
                if one.period is not None and one.period > answer.since and one.answer(part.code).state == "changed":
                    yield _other(checked, part, answer.since, one)


def _other(checked: Checked, part: Part, since: int, one: ReportAnswers) -> Finding:
    words = gettext_noop("Part %(part)s is called unchanged since %(since)s, and the report for %(year)s changed it.")
    return Finding(
        check=UNCHANGED.code,
        part=part.code,
        detail=str(one.period),
        words=Filled(words, part=part.code, since=str(since), year=str(one.period)),
        arithmetic=Filled(
            gettext_noop("%(year)s is later than %(since)s, and before this report."),
            year=str(one.period),
            since=str(since),
        ),
        sides=(
            Side(
                label=Filled(gettext_noop("Part %(part)s now"), part=part.code),
                value=Filled(gettext_noop("unchanged since %(year)s"), year=str(since)),
                source=checked.now.source,
                place=checked.now.place,
            ),
            Side(
                label=Filled(gettext_noop("Part %(part)s then"), part=part.code),
                value=Filled(gettext_noop("changed")),
                source=one.source,
                place=one.place,
            ),
        ),
        rule=asked_by(checked, part),
    )


UNCHANGED = Check(
    code="unchanged",
    title=gettext_noop("Unchanged, and changed in between"),
    reading=gettext_noop(
        "What is unchanged since a year was not changed by a report for a later one. Which of the two holds, only the State can say."
    ),
    source=gettext_noop("The form offers “unchanged since” for each part."),
    run=_broken,
)
