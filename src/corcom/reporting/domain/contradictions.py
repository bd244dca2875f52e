"""What a part says of itself as a whole, against the answers that stand in it."""

from __future__ import annotations

from collections.abc import Mapping

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.answers import NOTHING, Answers, PartAnswer, Value
from corcom.rulebooks.forms import Part

Earlier = Mapping[int, Answers]
"""What the State answered in its other reports of the same kind, by the year that they cover; a report that came as a document
answers nothing."""


def contradiction(part: Part, answer: PartAnswer, earlier: Earlier) -> Filled | None:
    """That a part does not apply, or is unchanged, and has answers that say otherwise, with the ways out; None where it is not so."""
    given = _given(part, answer.values)
    if not given:
        return None
    if answer.state == "not_applicable":
        words = gettext_noop(
            "Part %(part)s says that it does not apply, and has answers: either take the answers out, or say that it has changed."
        )
        return Filled(words, part=part.code)
    if answer.state != "unchanged" or answer.since is None:
        return None
    stood = stood_in(part, answer.since, earlier)
    if stood is None or stood == given:
        return None
    differ = [each.name for each in part.fields if stood.get(each.code) != given.get(each.code)]
    words = gettext_noop(
        "Part %(part)s says that it is unchanged since %(year)d, and has answers that differ from those of that year (%(fields)s):"
        " either say that it has changed, or take the answers out; those of that year then hold."
    )
    return Filled(words, part=part.code, year=answer.since, fields="; ".join(differ))


def stood_in(part: Part, year: int, earlier: Earlier) -> Mapping[str, Value] | None:
    """The values of a part as they stood in the report for a year, from wherever that was unchanged; None where nobody can tell."""
    followed: set[int] = set()
    while year not in followed:
        followed.add(year)
        answers = earlier.get(year)
        if not answers:
            return None
        one = answers.get(part.code, NOTHING)
        if one.state == "not_applicable":
            return {}
        if one.state != "unchanged" or one.values or one.since is None:
            return _given(part, one.values)
        year = one.since
    return None


def _given(part: Part, values: Mapping[str, Value]) -> dict[str, Value]:
    """What is said, to questions that the form has."""
    return {code: value for code, value in values.items() if value and part.field(code)}
