"""The stamp of an offline form: which report of which State it is, on which form, in which language, and how the draft stood.

It stands hidden in the file, with a sum of its own by which a change is noticed.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.answers import NOTHING, Answers
from corcom.reporting.domain.offline.offline_refused import FormRefused
from corcom.reporting.domain.offline.settling import sum_of
from corcom.reporting.domain.report_values import ReportWanted
from corcom.rulebooks.forms import Form

_FIRST = "CorCom-form"
_FOUND = re.compile(rf"{_FIRST}\|[A-Za-z0-9_.,|-]+\|[0-9a-f]{{8}};")
_FIELDS = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class FormStamp:
    """`form` and `since` name the form, `version` the draft by its number.

    `revisions`, `sums`: by part, which revision of it the form was made from (0 for one never saved), and the sum of what it said.
    """

    report: ReportWanted
    form: str
    since: date
    language: str
    version: int
    revisions: Mapping[str, int] = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The stamp as it is written."""
        parts = ",".join(f"{code}.{self.revisions[code]}.{self.sums[code]}" for code in self.sums)
        report = self.report
        told = [_FIRST, report.convention, report.iso3, report.report, str(report.period or "once")]
        told += [self.form, self.since.isoformat(), self.language, str(self.version), parts]
        text = "|".join(told)
        return f"{text}|{zlib.crc32(text.encode()):08x};"


def stamped(
    *, report: ReportWanted, form: Form, version: int, answers: Answers, revisions: Mapping[str, int]
) -> FormStamp:
    """The stamp of a form that is given out now; `form` in the language in which it is."""
    return FormStamp(
        report=report,
        form=form.code,
        since=form.since,
        language=form.language,
        version=version,
        revisions={part.code: revisions.get(part.code, 0) for part in form.parts},
        sums={part.code: sum_of(part, answers.get(part.code, NOTHING)) for part in form.parts},
    )


def stamps_in(text: str) -> set[str]:
    """Whatever looks like a stamp in all the text of a file."""
    return set(_FOUND.findall(text))


def stamp_of(text: str) -> FormStamp:
    """The stamp of what `text` wrote. Errors: `FormRefused` where it was changed."""
    whole, _, crc = text.rstrip(";").rpartition("|")
    told = whole.split("|")
    if f"{zlib.crc32(whole.encode()):08x}" == crc and len(told) == _FIELDS - 1:
        try:
            return _stamp(told)
        except ValueError:
            # The sum is no secret: somebody put one on a stamp of their own, with a day or a number that is none.
            pass
    words = gettext_noop(
        "The hidden stamp of this form was changed, so that nobody can say whose report it is. Download the form again, "
        "and copy your answers into it."
    )
    raise FormRefused(Filled(words))


def _stamp(told: Sequence[str]) -> FormStamp:
    """Errors: `ValueError` where a number or a day is none."""
    _, convention, iso3, report, period, form, since, language, version, parts = told
    each = [
        (code, int(revision), crc) for code, revision, crc in (one.rsplit(".", 2) for one in parts.split(",") if one)
    ]
    return FormStamp(
        report=ReportWanted(
            convention=convention, iso3=iso3, report=report, period=None if period == "once" else int(period)
        ),
        form=form,
        since=date.fromisoformat(since),
        language=language,
        version=int(version),
        revisions={code: revision for code, revision, _ in each},
        sums={code: crc for code, _, crc in each},
    )
