"""What a collation says of itself, and of figures and names: the same on the page, in tables and in the document."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from corcom.kernel.marked import Filled, gettext_noop
from corcom.kernel.wording import Wording
from corcom.mandates.domain.caution_words import GROUP_NAMES
from corcom.questionnaires.domain.collation import QuestionCollated
from corcom.questionnaires.domain.collation_told import Collation
from corcom.questionnaires.domain.quoting import FEWEST_UNNAMED
from corcom.register.domain.states import state_called
from corcom.reporting.domain.answer_words import value_said
from corcom.rulebooks.form_fields import Field

UNNAMED = gettext_noop("a State that is not named")
IN_NO_GROUP = gettext_noop("in no regional group")


def method(found: Collation) -> tuple[Filled, ...]:
    """How the collation came about, in sentences: for its head."""
    said = [
        Filled(
            gettext_noop("%(asked)d States were asked from %(opened)s on; %(answered)d had answered by %(day)s."),
            asked=len(found.asked),
            opened=found.opened_at.date(),
            answered=len(found.answered),
            day=found.at.date(),
        ),
        Filled(
            gettext_noop(
                "Of each State the last answer that it handed in counts. Totals, means and medians are those of all States that"
                " gave a figure, and choices are those of all States that chose; questions may stay open, so the number differs."
            )
        ),
        Filled(
            gettext_noop(
                "Each State said how its answer may be used. Words are quoted with its name, without it, or not at all, as it"
                " chose; totals and counts take in every State."
            )
        ),
    ]
    if found.unnamed and found.is_open:
        words = gettext_noop(
            "Answers may still come. Until the questionnaire is closed nothing is quoted without a name, because the list of"
            " those who answered would tell day by day whose words were added."
        )
        said.append(Filled(words))
    elif found.unnamed and not found.quotes_unnamed:
        words = gettext_noop(
            "Fewer than %(fewest)d States wished not to be named. Their words are not quoted, because the list of those who"
            " answered would tell whose they are."
        )
        said.append(Filled(words, fewest=FEWEST_UNNAMED))
    return (*said, *_withheld(found))


def _withheld(found: Collation) -> Iterator[Filled]:
    """Why totals are not there, and what came later."""
    if found.withholds and found.is_open:
        yield Filled(
            gettext_noop(
                "Some States that answered are not quoted. Totals and counts that take them in are told once the questionnaire is"
                " closed: day by day their difference would tell the answer of one State."
            )
        )
    elif found.withholds:
        words = gettext_noop(
            "Where fewer than %(fewest)d of the States that answered a question are not quoted, its totals and counts are left"
            " out: less what is quoted, they would tell the answer of one State."
        )
        yield Filled(words, fewest=FEWEST_UNNAMED)
    if found.came_later:
        words = gettext_noop(
            "Since then it was opened again (States that answered anew: %(count)d). That is not taken in: the difference between"
            " the totals of then and of now would tell the answer of one State, until enough others changed theirs and it is"
            " closed again."
        )
        yield Filled(words, count=found.came_later)


def state_in(wording: Wording, iso3: str) -> str:
    """The name of a State in a language; "" for one that is not named."""
    return state_called(iso3, wording) if iso3 else ""


def name_in(wording: Wording, iso3: str) -> str:
    """The name of a State, or that it is not named."""
    return state_in(wording, iso3) or wording.gettext(UNNAMED)


def group_in(wording: Wording, group: str) -> str:
    """The name of a regional group, or that it is none."""
    return wording.gettext(GROUP_NAMES.get(group, IN_NO_GROUP))


def value_in(wording: Wording, field: Field, value: str) -> str:
    """A value as it is read in a report, and figures in groups of three."""
    return figure(Decimal(value)) if field.kind == "number" and value else value_said(field, value, wording)


def figure(number: Decimal) -> str:
    r"""A figure in groups of three, set apart by spaces that do not break.

    >>> figure(Decimal("1234567.50"))
    '1\xa0234\xa0567.50'
    """
    return f"{number:,f}".replace(",", "\u00a0")


def answered_words(one: QuestionCollated) -> Filled:
    """How many answered a question, and of how many the words are not quoted."""
    if one.withheld:
        words = gettext_noop("States that are quoted here: %(count)d. Totals and counts are withheld.")
        return Filled(words, count=one.answered)
    if one.unquoted and one.field.kind in {"text", "day", "year", "table"}:
        words = gettext_noop("States that answered: %(count)d; not quoted of these: %(unquoted)d.")
        return Filled(words, count=one.answered, unquoted=one.unquoted)
    return Filled(gettext_noop("States that answered: %(count)d."), count=one.answered)
