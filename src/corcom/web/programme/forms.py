"""The forms of a programme: a session, and the hours and shares. They read what a person wrote; the actions decide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.mandates.domain.terms import bodies_of, themes_of
from corcom.programme.domain.programme import Programme
from corcom.programme.domain.session import Session, SessionPart
from corcom.rulebooks.programmes import SlotHours
from corcom.web.committee.words import holder_in_words, theme_in_words
from corcom.web.programme.words import code_of, names_here, part_line, weekday
from corcom.web.step_forms import Line, Lines, OneOf
from corcom.web.wording import in_words

_PART = re.compile(r"(?P<most>\*\s*)?(?P<title>.+?)(?:\s*;\s*(?P<took>\d{1,4})\s*(?P<share>%)?)?", re.DOTALL)
_HOURS = re.compile(r"(\d\d:\d\d)\s*[–—-]\s*(\d\d:\d\d)", re.ASCII)


def _time() -> forms.TextInput:
    return Line(dir="ltr", inputmode="numeric")


class SessionForm(forms.Form):
    """A session. What it said when the form was opened goes with it, so that nothing of another is lost."""

    theme = forms.ChoiceField(label=gettext_lazy("Theme"), required=False, widget=OneOf())
    title = forms.CharField(
        label=gettext_lazy("Title"),
        required=False,
        max_length=300,
        widget=Line(),
        help_text=gettext_lazy("Left empty: the name of the theme."),
    )
    body = forms.ChoiceField(
        label=gettext_lazy("Body"),
        required=False,
        widget=OneOf(),
        help_text=gettext_lazy("Whose session it is: the rules say which of them are never in parallel."),
    )
    day = forms.ChoiceField(label=gettext_lazy("Day"), widget=OneOf())
    start = forms.CharField(label=gettext_lazy("Starts at"), max_length=5, widget=_time())
    end = forms.CharField(label=gettext_lazy("Ends at"), max_length=5, widget=_time())
    room = forms.CharField(label=gettext_lazy("Room"), required=False, max_length=200, widget=Line())
    chairs = forms.CharField(
        label=gettext_lazy("Chairs, one on each line"),
        required=False,
        max_length=2000,
        widget=Lines(2),
        help_text=gettext_lazy("States or organisations, by name or by code."),
    )
    people = forms.CharField(
        label=gettext_lazy("People who have to be there, one on each line"),
        required=False,
        max_length=4000,
        widget=Lines(2),
    )
    parts = forms.CharField(
        label=gettext_lazy("Parts, one on each line"),
        required=False,
        max_length=4000,
        widget=Lines(4),
        help_text=gettext_lazy(
            "Title; minutes, or title; per cent of the time: “Updates; 40%”."
            " A star before the title marks the part that is to have the most time."
        ),
    )
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=5000, widget=Lines(2))

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        convention = programme.convention
        choices: dict[str, list[tuple[str, str]]] = {
            "theme": [("", "–"), *((code, theme_in_words(convention, code)) for code in themes_of(convention))],
            "body": [("", "–"), *((code, _(name)) for code, name in bodies_of(convention).items())],
            "day": [(day.isoformat(), f"{weekday(day)}, {in_words(day)}") for day in programme.shown_days],
        }
        for name, found in choices.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]  # a choice field has choices

    def clean_chairs(self) -> str:
        """One code on each line, whatever was written."""
        names = names_here()
        found = [(line, code_of(line, names)) for line in lines_of(self.cleaned_data["chairs"])]
        if unknown := [line for line, code in found if not code]:
            said = _("CorCom knows no State and no organisation “%(name)s”.") % {"name": unknown[0]}
            raise forms.ValidationError(said)
        return "\n".join(code for _line, code in found)

    def values(self) -> dict[str, object]:
        """What was written, each as one text; chairs by their codes."""
        return {key: str(value).replace("\r\n", "\n").strip() for key, value in self.cleaned_data.items()}


def session_of(values: dict[str, Any]) -> Session:
    """The session that a form speaks of."""
    return Session(
        **{key: values[key] for key in ("theme", "title", "body", "start", "end", "room", "note")},
        day=date.fromisoformat(values["day"]),
        chairs=tuple(dict.fromkeys(lines_of(values["chairs"]))),
        people=tuple(dict.fromkeys(lines_of(values["people"]))),
        parts=tuple(_part(line) for line in lines_of(values["parts"])),
    )


def values_of(session: Session) -> dict[str, object]:
    """What a form compares: chairs by their codes, everything else as it is shown."""
    plain = {key: getattr(session, key) for key in ("theme", "title", "body", "start", "end", "room", "note")}
    return {
        **plain,
        "day": session.day.isoformat(),
        "chairs": "\n".join(session.chairs),
        "people": "\n".join(session.people),
        "parts": "\n".join(part_line(part) for part in session.parts),
    }


def shown(values: dict[str, Any]) -> dict[str, object]:
    """The same as the form shows it: chairs by name."""
    return {**values, "chairs": "\n".join(holder_in_words(code) for code in lines_of(values["chairs"]))}


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _part(line: str) -> SessionPart:
    found = _PART.fullmatch(line)
    if found is None:
        return SessionPart(title="")
    took, is_share = int(found["took"] or 0), bool(found["share"])
    return SessionPart(
        title=found["title"],
        share=took if is_share else 0,
        minutes=0 if is_share else took,
        most=bool(found["most"]),
    )


class HoursForm(forms.Form):
    """The hours in which a meeting sits, and a share of time for each theme."""

    slots = forms.CharField(
        label=gettext_lazy("Hours, from and to on each line"),
        max_length=500,
        widget=Lines(3),
        help_text=gettext_lazy("For example: 10:00–13:00. Between two of them is a break."),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        initial: dict[str, object] = {"slots": "\n".join(f"{one.start}–{one.end}" for one in programme.slots)}
        initial |= {f"share-{theme}": share for theme, share in programme.shares.items()}
        super().__init__(*args, **{**kwargs, "initial": initial})
        self.convention = programme.convention
        for theme in themes_of(self.convention):
            label = _("Share of “%(theme)s” in per cent") % {"theme": theme_in_words(self.convention, theme)}
            attrs = {"class": "form-control form-day", "min": 0, "max": 100}
            self.fields[f"share-{theme}"] = forms.IntegerField(
                label=label, required=False, min_value=0, max_value=100, widget=forms.NumberInput(attrs=attrs)
            )

    def clean_slots(self) -> list[SlotHours]:
        """The hours, in the order in which they were written."""
        found = []
        for at, line in enumerate(lines_of(self.cleaned_data["slots"]), start=1):
            hours = _HOURS.fullmatch(line)
            if hours is None:
                said = _("“%(line)s” says no hours. Write them as 10:00–13:00.") % {"line": line}
                raise forms.ValidationError(said)
            found.append(SlotHours(code=str(at), name="", start=hours[1], end=hours[2]))
        return found

    def shares(self) -> dict[str, int]:
        """Per cent by code of the theme, where any was given."""
        given: Iterable[str] = themes_of(self.convention)
        return {theme: share for theme in given if (share := self.cleaned_data[f"share-{theme}"])}
