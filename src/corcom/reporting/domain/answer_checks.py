"""What stands in the way of handing a report in, part by part; and what last year's report brings to this one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.answers import NOTHING, Answers, PartAnswer
from corcom.reporting.domain.contradictions import Earlier, contradiction
from corcom.rulebooks.forms import Form, Part

SHORTEST_REASON = 3
"""Words of a sentence that says why something does not apply; "N/A" hides facts."""
_BARE = re.compile(r"\W*(?:n\s*/?\s*a|not applicable|none|nil|no|sans objet|néant|لا ينطبق)\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFlaw:
    """What is missing or wrong in one part of a report; `field` is empty where the part as a whole is meant."""

    part: str
    field: str
    words: Filled


def flaws(
    form: Form,
    answers: Answers,
    *,
    period: int | None,
    reported: Iterable[int] = (),
    earlier: Earlier | None = None,
) -> Iterator[ReportFlaw]:
    """All that stands in the way of handing a report in.

    `reported`: the years for which there are other reports; `earlier`: what those answered.
    """
    years = set(reported)
    for part in form.parts:
        answer = answers.get(part.code, NOTHING)
        if words := _wrong(part, answer, period, years) or contradiction(part, answer, earlier or {}):
            yield ReportFlaw(part=part.code, field="", words=words)


def _wrong(part: Part, answer: PartAnswer, period: int | None, years: set[int]) -> Filled | None:
    if answer.state == "open":
        if part.always:
            return None
        return Filled(
            gettext_noop("Say whether this part has changed, is unchanged since another year, or does not apply.")
        )
    if part.always and answer.state != "changed":
        return Filled(gettext_noop("This part is answered anew in every report."))
    if answer.state == "changed" and not part.always and not any(answer.values.values()):
        return Filled(gettext_noop("It is marked as changed, and nothing is entered."))
    if answer.state == "unchanged":
        return _wrong_year(answer, period, years)
    if answer.state == "not_applicable" and (
        _BARE.fullmatch(answer.because) or len(answer.because.split()) < SHORTEST_REASON
    ):
        return Filled(
            gettext_noop("Say in a sentence why it does not apply, such as “No such munitions were ever held.”")
        )
    return None


def _wrong_year(answer: PartAnswer, period: int | None, years: set[int]) -> Filled | None:
    if answer.since is None:
        return Filled(gettext_noop("Say since the report for which year it is unchanged."))
    if period is not None and answer.since >= period:
        words = gettext_noop("It cannot be unchanged since %(year)d: that is not before the period of this report.")
        return Filled(words, year=answer.since)
    if years and answer.since not in years:
        known = ", ".join(map(str, sorted(years)))
        words = gettext_noop("There is no report for %(year)d to which it could be unchanged; there are %(known)s.")
        return Filled(words, year=answer.since, known=known)
    return None


def carried_over(form: Form, last: Answers, *, year: int) -> Answers:
    """Last time's answers as the beginning of this report: values marked with the year that they come from.

    Every part is open, so that somebody says of each whether it has changed. Parts and fields that the form has no more are
    left behind.
    """
    found: dict[str, PartAnswer] = {}
    for part in form.parts:
        one = last.get(part.code, NOTHING)
        values = {code: value for code, value in one.values.items() if part.field(code)}
        if values:
            came_from = one.since if one.state == "unchanged" and one.since else one.carried_from or year
            found[part.code] = PartAnswer(values=values, carried_from=came_from, restricted=one.restricted)
    return found
