"""Questions that are asked often, offered to begin with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corcom.correspondence.domain.audience.deadlines import deadlines_of
from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.correspondence.domain.audience.question_json import read_question
from corcom.kernel.marked import gettext_noop
from corcom.register.domain.resolutions import resolutions
from corcom.rulebooks.reading import rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceStart:
    """A question to begin with; `name` is what an audience made from it would be called."""

    code: str
    name: str
    question: AudienceQuestion


_AFTER_30 = {"way": "more_after", "count": 30, "unit": "days"}
_WITHIN_30 = {"way": "within_before", "count": 30, "unit": "days"}
_WITHIN_A_YEAR = {"way": "within_before", "count": 12, "unit": "months"}
_SILENT = {"kind": "letter", "turned": True, "letter": "last", "how": "answered"}
_YES = {"kind": "vote", "turned": False, "resolution": "last", "sides": ["yes"]}


def starts(convention: str) -> tuple[AudienceStart, ...]:
    """Those that can be asked under a convention; none for one without a rulebook."""
    return tuple(
        AudienceStart(
            code=code, name=name, question=read_question({"convention": convention, "criteria": list(criteria)})
        )
        for code, name, criteria in _offered(convention)
    )


def _offered(convention: str) -> Iterator[tuple[str, str, tuple[Mapping[str, Any], ...]]]:
    book = rulebook(convention)
    if book is None:
        return
    reports = {one.code for one in book.obligations if one.form}
    if "initial-report" in reports:
        overdue = _report("initial-report", "overdue", _AFTER_30)
        yield "overdue-and-silent", gettext_noop("Initial report overdue, last letter not answered"), (overdue, _SILENT)
        name = gettext_noop("Initial report past its day, nothing recorded")
        yield "unknown-initial", name, (_report("initial-report", "unknown", None),)
    if "annual-report" in reports:
        name = gettext_noop("Annual report due within 30 days")
        yield "annual-soon", name, (_report("annual-report", "due", _WITHIN_30),)
    if resolutions(convention):
        name = gettext_noop("Signatories that voted yes")
        yield "signatories-voted-yes", name, (_standing("signatory"), _YES)
        name = gettext_noop("States not party that voted yes")
        yield "not-party-voted-yes", name, (_standing("signatory", "not_party"), _YES)
    if "stockpile-destruction" in {one.code for one in deadlines_of(book)}:
        within = {
            "kind": "deadline",
            "turned": False,
            "obligation": "stockpile-destruction",
            "statuses": ["due", "extended"],
            "distance": _WITHIN_A_YEAR,
        }
        yield "stockpile-within-a-year", gettext_noop("Stockpile deadline within a year"), (within,)
    name = gettext_noop("Holders of an office")
    yield "committee", name, ({"kind": "office", "turned": False, "office": "", "theme": ""},)


def _report(report: str, status: str, distance: Mapping[str, Any] | None) -> Mapping[str, Any]:
    return {
        "kind": "report",
        "turned": False,
        "report": report,
        "period": "any",
        "statuses": [status],
        "distance": distance,
    }


def _standing(*standings: str) -> Mapping[str, Any]:
    return {"kind": "standing", "turned": False, "standings": list(standings)}
