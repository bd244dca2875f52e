"""The forms with which a questionnaire is put together: its head, a part, a question, each in all languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.languages import WRITTEN
from corcom.questionnaires.domain.questions import (
    Question,
    QuestionChoice,
    QuestionForm,
    QuestionPart,
    Words,
)
from corcom.rulebooks.form_fields import CELL_KINDS, KINDS, FieldKind, Unit
from corcom.web.language_words import language_in_words
from corcom.web.questionnaires.words import KINDS as KIND_WORDS
from corcom.web.questionnaires.words import UNITS as UNIT_WORDS
from corcom.web.questionnaires.words import in_words
from corcom.web.step_forms import Line, Lines, OneOf

MOST_COLUMNS = 8


class WordsForm(forms.Form):
    """Fields that are asked in each language; `texts` says of each its label and how many lines it has."""

    texts: tuple[tuple[str, Any, int], ...] = ()

    def __init__(self, *args: Any, languages: Sequence[str], words: dict[str, Words], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.languages = languages
        for name, label, lines in self.texts:
            for language in languages:
                self.fields[f"{name}-{language}"] = forms.CharField(
                    label=_("%(what)s (%(language)s)") % {"what": label, "language": language_in_words(language)},
                    required=False,
                    max_length=4000,
                    initial=words.get(name, {}).get(language, ""),
                    widget=Lines(lines) if lines > 1 else Line(lang=language),
                )

    def words(self, name: str, before: Words) -> dict[str, str]:
        """What was written in each language; words in a language that the form does not ask for stay."""
        said = {language: self.cleaned_data[f"{name}-{language}"].strip() for language in self.languages}
        return {**before, **said}

    def in_languages(self, *names: str) -> list[forms.BoundField]:
        """The fields of these names, language by language."""
        return [self[f"{name}-{language}"] for name in names for language in self.languages]


class HeadForm(WordsForm):
    """Title, introduction, languages."""

    texts = (("title", gettext_lazy("Title"), 1), ("intro", gettext_lazy("Introduction"), 4))
    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
        help_text=gettext_lazy("For a language that you add, the fields appear when you save."),
    )

    def __init__(self, *args: Any, asked: QuestionForm, **kwargs: Any) -> None:
        words = {"title": asked.title, "intro": asked.intro}
        super().__init__(*args, languages=asked.languages, words=words, **kwargs)
        field = cast("Any", self.fields["chosen"])
        field.choices = [(code, language_in_words(code)) for code in WRITTEN]
        field.initial = list(asked.languages)

    @property
    def texts_asked(self) -> list[forms.BoundField]:
        return self.in_languages("title", "intro")


class PartForm(WordsForm):
    """Title and help of a part."""

    texts = (("title", gettext_lazy("Title of the part"), 1), ("help", gettext_lazy("Help"), 2))

    def __init__(self, *args: Any, asked: QuestionForm, part: QuestionPart, **kwargs: Any) -> None:
        words = {"title": part.title, "help": part.help}
        super().__init__(*args, languages=asked.languages, words=words, **kwargs)

    @property
    def texts_asked(self) -> list[forms.BoundField]:
        return self.in_languages("title", "help")


class AskForm(WordsForm):
    """One question: its words, how it is answered, and for a choice or a table what belongs to it."""

    texts = (
        ("name", gettext_lazy("Question"), 2),
        ("help", gettext_lazy("Help"), 2),
        ("choices", gettext_lazy("Answers, one on each line"), 4),
        ("columns", gettext_lazy("Columns, one on each line"), 4),
    )
    part = forms.ChoiceField(label=gettext_lazy("Part"), widget=OneOf())
    kind = forms.ChoiceField(label=gettext_lazy("It is answered with"), widget=OneOf())
    unit = forms.ChoiceField(
        label=gettext_lazy("The number counts"),
        required=False,
        widget=OneOf(),
        help_text=gettext_lazy("For a number. Fractions are for areas and money. Name the currency in the question."),
    )

    def __init__(self, *args: Any, asked: QuestionForm, question: Question, part: str, **kwargs: Any) -> None:
        words = {
            "name": question.name,
            "help": question.help,
            "choices": _lines([each.name for each in question.choices], asked.languages),
            "columns": _lines([each.name for each in question.columns], asked.languages),
        }
        super().__init__(*args, languages=asked.languages, words=words, **kwargs)
        named = cast("dict[str, Any]", self.fields)
        numbers = enumerate(asked.parts, start=1)
        named["part"].choices = [(each.code, f"{n}. {in_words(asked, each.title) or '…'}") for n, each in numbers]
        named["part"].initial = part
        named["kind"].choices = [(kind, KIND_WORDS[kind]) for kind in KINDS]
        named["kind"].initial = question.kind
        named["unit"].choices = list(UNIT_WORDS.items())
        named["unit"].initial = question.unit
        for number in range(1, MOST_COLUMNS + 1):
            column = question.columns[number - 1] if number <= len(question.columns) else None
            self.fields[f"column-{number}"] = forms.ChoiceField(
                label=_("Column %(number)d holds") % {"number": number},
                required=False,
                choices=[(kind, KIND_WORDS[kind]) for kind in CELL_KINDS if kind != "choice"],
                initial=column.kind if column else "text",
                widget=OneOf(),
            )

    @property
    def texts_asked(self) -> list[forms.BoundField]:
        return [self["part"], *self.in_languages("name", "help"), self["kind"]]

    @property
    def for_a_number(self) -> list[forms.BoundField]:
        return [self["unit"]]

    @property
    def for_a_choice(self) -> list[forms.BoundField]:
        return self.in_languages("choices")

    @property
    def columns_named(self) -> list[forms.BoundField]:
        return self.in_languages("columns")

    @property
    def columns_hold(self) -> list[forms.BoundField]:
        return [self[f"column-{n}"] for n in range(1, MOST_COLUMNS + 1)]

    def clean(self) -> dict[str, Any]:
        """No more columns than a page is wide."""
        said: dict[str, Any] = super().clean() or self.cleaned_data
        if any(len(_written(said.get(f"columns-{code}", ""))) > MOST_COLUMNS for code in self.languages):
            words = _("A table has at most %(most)d columns, so that it fits on a page.")
            self.add_error(f"columns-{self.languages[0]}", words % {"most": MOST_COLUMNS})
        return said

    def question(self, before: Question) -> Question:
        """The question as it was written; what does not belong to its kind is left out."""
        kind = cast("FieldKind", self.cleaned_data["kind"])
        return Question(
            code=before.code,
            name=self.words("name", before.name),
            kind=kind,
            help=self.words("help", before.help),
            unit=cast("Unit", self.cleaned_data["unit"]) if kind == "number" else "",
            choices=self._choices() if kind == "choice" else (),
            columns=self._columns() if kind == "table" else (),
        )

    def _choices(self) -> tuple[QuestionChoice, ...]:
        rows = self._rows("choices")
        return tuple(QuestionChoice(code=f"c{n}", name=name) for n, name in enumerate(rows, start=1))

    def _columns(self) -> tuple[Question, ...]:
        found = []
        for number, name in enumerate(self._rows("columns"), start=1):
            kind = cast("FieldKind", self.cleaned_data.get(f"column-{number}") or "text")
            is_number = kind == "number"
            unit: Unit = "currency" if is_number else ""
            found.append(Question(code=f"k{number}", name=name, kind=kind, help={}, unit=unit, total=is_number))
        return tuple(found)

    def _rows(self, name: str) -> list[dict[str, str]]:
        """What was written on each line, by language."""
        lines = {code: _written(self.cleaned_data[f"{name}-{code}"]) for code in self.languages}
        most = max(map(len, lines.values()), default=0)
        return [{code: said[at] for code, said in lines.items() if at < len(said)} for at in range(most)]


def _lines(words: Sequence[Words], languages: Sequence[str]) -> dict[str, str]:
    return {language: "\n".join(each.get(language, "") for each in words) for language in languages}


def _written(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
