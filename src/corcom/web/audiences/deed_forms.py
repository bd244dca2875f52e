"""The forms of criteria about what a State did or got: a vote, an office, a meeting, a letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.correspondence.domain.audience import letters, votes
from corcom.mandates.domain.terms import office_name, offices_of, theme_name, themes_of
from corcom.register.domain.resolutions import resolutions
from corcom.web.audiences.forms import Boxes, CriterionForm, One
from corcom.web.step_forms import Line
from corcom.web.wording import in_words


class VoteForm(CriterionForm):
    """How a State voted on the last resolution on the convention, on one of those known, or on another by its symbol."""

    kind = "vote"
    resolution = One(gettext_lazy("Resolution"))
    symbol = forms.CharField(
        label=gettext_lazy("Another one, by its symbol"),
        required=False,
        max_length=votes.LONGEST,
        widget=Line(dir="ltr"),
    )
    sides = Boxes(gettext_lazy("They"))

    def offer(self) -> None:
        known = [one.symbol for one in reversed(resolutions(self.offered.facts.register.book.convention))]
        last = _("the last on the convention")
        self.choose("resolution", ((votes.LAST, last), *((symbol, symbol) for symbol in known)))
        self.choose("sides", ((code, _(words)) for code, words in votes.SIDE_WORDS.items()))
        written = self.initial.get("resolution", votes.LAST)
        if written not in {votes.LAST, *known}:
            self.initial["symbol"] = written

    def values(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"resolution": said["symbol"] or said["resolution"], "sides": said["sides"]}


class OfficeForm(CriterionForm):
    """An office held on the day."""

    kind = "office"
    office = One(gettext_lazy("Office"), required=False)
    theme = One(gettext_lazy("Theme"), required=False)

    def offer(self) -> None:
        code = self.offered.facts.register.book.convention
        offices = ((one, _(office_name(code, one))) for one in offices_of(code))
        self.choose("office", (("", _("any office")), *offices))
        self.choose(
            "theme", (("", _("any theme, or none")), *((one, _(theme_name(code, one))) for one in themes_of(code)))
        )


class MeetingForm(CriterionForm):
    """A meeting that was attended, or to which States were invited."""

    kind = "meeting"
    how = One(gettext_lazy("They"))
    meeting = forms.TypedChoiceField(
        label=gettext_lazy("Meeting"), coerce=int, widget=forms.Select(attrs={"class": "form-select"})
    )

    def offer(self) -> None:
        self.choose("how", (("attended", _("attended it")), ("invited", _("were invited to it"))))
        met = sorted(self.offered.facts.meetings.items(), key=lambda each: each[1].starts_on, reverse=True)
        self.choose("meeting", ((str(number), f"{_(told.name)} · {in_words(told.starts_on)}") for number, told in met))


class LetterForm(CriterionForm):
    """A letter that States got, or answered."""

    kind = "letter"
    how = One(gettext_lazy("They"))
    letter = forms.CharField(
        label=gettext_lazy("Number of the letter"),
        required=False,
        max_length=12,
        widget=Line(dir="ltr"),
        help_text=gettext_lazy("Left empty: the last letter to this audience."),
    )

    def offer(self) -> None:
        self.choose("how", (("answered", _("answered it")), ("got", _("got it"))))

    def values(self) -> dict[str, Any]:
        said = self.cleaned_data
        letter: int | str = said["letter"].strip() or letters.LAST
        if isinstance(letter, str) and letter.isdecimal():
            letter = int(letter)
        return {"how": said["how"], "letter": letter}

    @classmethod
    def initial_of(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        return {**values, "letter": "" if values.get("letter") == letters.LAST else values.get("letter", "")}
