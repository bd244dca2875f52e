"""A completion before the convention bound the State."""

from __future__ import annotations

from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.deadlines import completed
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import paragraph


def _before_joining(checked: Checked) -> Iterator[Finding]:
    for one in completed(checked):
        if checked.since is not None and one.day < checked.since:
            words = gettext_noop("Completed on %(day)s, before the convention bound the State on %(since)s.")
            yield Finding(
                check=BEFORE_JOINING.code,
                part=one.part.code,
                field=one.field.code,
                severity="note",
                words=Filled(words, day=one.day, since=checked.since),
                arithmetic=Filled(
                    gettext_noop("%(day)s is %(days)d days before %(since)s."),
                    day=one.day,
                    days=(checked.since - one.day).days,
                    since=checked.since,
                ),
                sides=(
                    one.side(checked),
                    Side(
                        label=Filled(gettext_noop("entry into force for the State")),
                        value=Filled("%(day)s", day=checked.since),
                        source=Filled(gettext_noop("register of the convention")),
                        place="register",
                    ),
                ),
                rule=paragraph(checked.convention, one.owed.obligation.article),
            )


BEFORE_JOINING = Check(
    code="before_joining",
    title=gettext_noop("Completed before the convention bound the State"),
    reading=gettext_noop("The day of completion against the entry into force for the State. It may well be right."),
    source=gettext_noop("The register of the convention."),
    run=_before_joining,
)
