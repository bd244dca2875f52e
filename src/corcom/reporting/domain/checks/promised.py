"""What the State promised in meetings and is still open: named, not judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from corcom.followup.domain.commitment import Followed
from corcom.kernel.folding import folded
from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.days import as_known
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import asked_by, part_side
from corcom.rulebooks.forms import Form, Part

_OF_FIGURE: Mapping[str, str] = {
    "stockpiled": "stockpile",
    "retained": "stockpile",
    "contaminated_area": "clearance",
    "people_educated": "clearance",
    "killed": "victim",
    "survivors": "victim",
    "national_resources": "cooperation",
    "assistance_given": "cooperation",
}
"""The word of a theme by the figures that a part asks for."""
_REPORTING = ("transparency", "reporting")
"""The words of a theme that is about the report as a whole."""


def _promised(checked: Checked) -> Iterator[Finding]:
    for one in checked.commitments:
        part = _part_of(folded(one.terms.theme), checked.now.form)
        if part is not None:
            yield _open(checked, one, part)


def _part_of(theme: str, form: Form) -> Part | None:
    """The part that a theme is about; the first one for reporting itself, None for another matter."""
    found = (part for part in form.parts if any(word in theme for word in _words(part)))
    whole = form.parts[0] if any(word in theme for word in _REPORTING) else None
    return next(found, whole)


def _words(part: Part) -> set[str]:
    """The words of the themes to which a part belongs."""
    figures = {each.figure.partition(".")[0] for field in part.fields for each in (field, *field.columns)}
    return {_OF_FIGURE[figure] for figure in figures if figure in _OF_FIGURE}


def _open(checked: Checked, one: Followed, part: Part) -> Finding:
    terms = one.terms
    words = gettext_noop("Still open from %(day)s: “%(text)s”")
    theme = gettext_noop("It names the State and the theme %(theme)s, and nobody has closed it.")
    return Finding(
        check=PROMISED.code,
        part=part.code,
        detail=f"{one.ref.kind}-{one.ref.number}",
        severity="note",
        words=Filled(words, day=terms.raised_on, text=terms.text),
        arithmetic=Filled(theme, theme=terms.theme),
        sides=(part_side(checked, part), _promise(one)),
        rule=asked_by(checked, part),
    )


def _promise(one: Followed) -> Side:
    due = as_known(one.terms.due) if one.terms.due else Filled(gettext_noop("no day named"))
    return Side(
        label=Filled(gettext_noop("promised, until")),
        value=due,
        source=Filled(gettext_noop("minutes of %(body)s, %(day)s"), body=one.terms.body, day=one.terms.raised_on),
        place=f"{one.ref.kind}:{one.ref.number}",
    )


PROMISED = Check(
    code="promised",
    title=gettext_noop("What the State promised"),
    reading=gettext_noop(
        "Action points and decisions that name the State and the theme of a part, or reporting itself, and are open on the day."
        " Whether the report keeps the promise is not judged: a person reads both."
    ),
    source=gettext_noop("Follow-up: what minutes record."),
    run=_promised,
)
