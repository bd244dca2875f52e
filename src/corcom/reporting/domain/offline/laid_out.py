"""An offline form before it is a file: its parts with their questions and tables, and what stands in them, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corcom.kernel.wording import RIGHT_TO_LEFT_MARK, Wording
from corcom.reporting.domain.answers import NOTHING, Answers, PartAnswer
from corcom.reporting.domain.offline import words
from corcom.reporting.domain.offline.stamps import FormStamp
from corcom.rulebooks.form_fields import Field, FieldKind
from corcom.rulebooks.forms import Form, Part

"""Between the paragraphs that a part answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineQuestion:
    """One question, or a column of a table; `value` as answers have it, `choices` by code and name."""

    mark: str
    label: str
    help: str = ""
    kind: FieldKind = "text"
    choices: tuple[tuple[str, str], ...] = ()
    value: str = ""

    def name_of(self, value: str) -> str:
        """A choice by its name; any other value as it is."""
        return dict(self.choices).get(value, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineTable:
    """A table with the rows that are there; values as answers have them."""

    mark: str
    label: str
    help: str
    columns: tuple[OfflineQuestion, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflinePart:
    """A part: its heading, what is said below it in small print, and its questions in their order."""

    code: str
    title: str
    small: tuple[str, ...]
    questions: tuple[OfflineQuestion | OfflineTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineForm:
    """A form to be given out: `form` in the language of `wording`; `head` says whose report it is, line by line."""

    stamp: FormStamp
    form: Form
    answers: Answers
    wording: Wording
    title: str
    head: tuple[str, ...]

    def parts(self) -> Iterator[OfflinePart]:
        """The parts as they are laid out."""
        for at, part in enumerate(self.form.parts):
            yield _part(str(at), part, self.answers.get(part.code, NOTHING), self.form, self.wording)


def _part(mark: str, part: Part, answer: PartAnswer, form: Form, wording: Wording) -> OfflinePart:
    say = wording.gettext
    articles = wording.listed(part.articles)
    article = say(words.ARTICLE) % {"number": articles} if part.article else ""
    carried = say(words.CARRIED) % {"year": answer.carried_from} if answer.carried_from else ""
    of_whole = () if part.always else tuple(_of_whole(mark, answer, wording))
    restricted = (_restricted(mark, answer, wording),) if form.restricted else ()
    asked = (_asked(f"{mark}.{at}", each, answer, wording) for at, each in enumerate(part.fields))
    small = (wording.listed([article, part.help], between=" · "), carried)
    return OfflinePart(
        code=part.code,
        title=_lettered(part, wording),
        small=tuple(line for line in small if line),
        questions=(*of_whole, *asked, *restricted),
    )


def _lettered(part: Part, wording: Wording) -> str:
    """The title behind the letter of the part; a mark that is not seen keeps both where a page from the right has them."""
    side = RIGHT_TO_LEFT_MARK if wording.right_to_left else ""
    return part.title if len(part.code) > 1 else f"{side}{part.code}{side}. {part.title}"


def _of_whole(mark: str, answer: PartAnswer, wording: Wording) -> Iterator[OfflineQuestion]:
    say = wording.gettext
    choices = tuple((code, say(text)) for code, text in words.STATES.items())
    value = "" if answer.state == "open" else answer.state
    yield OfflineQuestion(mark=f"{mark}.state", label=say(words.STATE), kind="choice", choices=choices, value=value)
    since = str(answer.since) if answer.since else ""
    yield OfflineQuestion(mark=f"{mark}.since", label=say(words.SINCE), kind="year", value=since)
    yield OfflineQuestion(mark=f"{mark}.because", label=say(words.BECAUSE), value=answer.because)


def _restricted(mark: str, answer: PartAnswer, wording: Wording) -> OfflineQuestion:
    return OfflineQuestion(
        mark=f"{mark}.restricted",
        label=wording.gettext(words.RESTRICTED),
        kind="yes_no",
        choices=yes_and_no(wording),
        value="yes" if answer.restricted else "",
    )


def yes_and_no(wording: Wording) -> tuple[tuple[str, str], ...]:
    """The answers to a question of yes or no, by code and name."""
    return (("yes", wording.gettext(words.YES)), ("no", wording.gettext(words.NO)))


def _asked(mark: str, field: Field, answer: PartAnswer, wording: Wording) -> OfflineQuestion | OfflineTable:
    if field.kind != "table":
        return _question(mark, field, answer.text(field.code), wording)
    return OfflineTable(
        mark=mark,
        label=field.name,
        help=field.help,
        columns=tuple(_question(f"{mark}.{at}", each, "", wording) for at, each in enumerate(field.columns)),
        rows=tuple(tuple(row.get(each.code, "") for each in field.columns) for row in answer.rows(field.code)),
    )


def _question(mark: str, field: Field, value: str, wording: Wording) -> OfflineQuestion:
    unit = words.UNIT.get(field.unit, "")
    choices = tuple((each.code, each.name) for each in field.choices)
    return OfflineQuestion(
        mark=mark,
        label=f"{field.name} ({wording.gettext(unit)})" if unit else field.name,
        help=field.help,
        kind=field.kind,
        choices=yes_and_no(wording) if field.kind == "yes_no" else choices,
        value=value,
    )
