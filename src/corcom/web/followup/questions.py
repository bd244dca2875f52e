"""Open questions: who wants what, over time; renamed, and joined where two wordings ask the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.access.domain.grants import Matter
from corcom.minutes.actions import merge_questions, rename_question
from corcom.minutes.queries import (
    NoSuchQuestion,
    QuestionLine,
    QuestionPage,
    confirmations,
    question_page,
)
from corcom.minutes.queries import questions as all_questions
from corcom.web import wording
from corcom.web.about import question_asked
from corcom.web.day import day_of, page_day, today
from corcom.web.downloads import Cell, downloads, sheet
from corcom.web.filters import convention_of, on_page, pages_of
from corcom.web.followup.commitment_words import short
from corcom.web.followup.refusals import REFUSED, in_words
from corcom.web.menu import address_of
from corcom.web.pieces import Bar, Bars, Column, Empty, Event, Link, Row, StateName, Table, Timeline, Together
from corcom.web.places import meeting_address, why
from corcom.web.record.words import STANCES
from corcom.web.rights import holds, requires
from corcom.web.step_forms import Line, OneOf

SIZE = 50


@requires("read")
def questions(request: HttpRequest) -> HttpResponse:
    """The questions on which somebody had taken a position by the day of the page."""
    found = all_questions(convention=convention_of(request), day=day_of(request))
    columns = (_("Question"), _("Convention"), _("First asked"), *(str(words) for words in STANCES.values()))
    rows: list[tuple[Cell, ...]] = [(one.title, one.convention, one.opened_on, *_counts(one)) for one in found]
    if answer := sheet(request, "questions", columns, rows):
        return answer
    pages = pages_of(request, len(found), SIZE)
    table = Table(
        id="questions",
        caption=_("Questions"),
        columns=(
            Column(_("Question"), is_wide=True),
            Column(_("First asked")),
            *(Column(str(words), is_number=True) for words in STANCES.values()),
        ),
        rows=tuple(
            Row(
                (
                    Link(one.title, reverse("question", args=[one.id])),
                    Link(wording.in_words(one.opened_on), is_whole=True),
                    *_counts(one),
                )
            )
            for one in on_page(pages, found)
        ),
        count=len(found),
        downloads=downloads(request),
        pages=pages,
        empty=_nothing(),
    )
    return render(request, "followup/questions.html", {"table": table, "count": len(found)})


def _counts(line: QuestionLine) -> tuple[int, ...]:
    return tuple(line.stances.get(stance, 0) for stance in STANCES)


def _nothing() -> Empty:
    return Empty(
        _("No question is open"),
        _("Where minutes say who is for, against or undecided, the question stands here with everybody's position."),
        _("To the documents"),
        address_of("documents") or reverse("today"),
    )


def _found(number: int, day: date | None) -> QuestionPage:
    try:
        return question_page(number=number, day=day)
    except NoSuchQuestion as missing:
        raise Http404 from missing


@requires("read")
def question(request: HttpRequest, number: int) -> HttpResponse:
    """Who wants what on one question, now and over time."""
    found = _found(number, day_of(request))
    if found.merged_into_id:
        return redirect("question", found.merged_into_id)
    return render(request, "followup/question.html", _shown(request, found))


def _shown(request: HttpRequest, found: QuestionPage) -> dict[str, Any]:
    day = page_day(request)
    standing = [(str(words), found.standing[stance]) for stance, words in STANCES.items()]
    sources = confirmations(findings=[one.source.finding_id for one in found.positions])
    rows = tuple(
        Row(
            (
                StateName(one.actor.code, one.actor.name),
                str(STANCES[one.source.item.stance]),
                Together((Link(one.source.item.text), why(sources.get(one.source.finding_id), about=one.actor.name))),
                Link(wording.days_in_words(one.heading.date), meeting_address(one.meeting_id), is_whole=True),
            )
        )
        for one in sorted(found.positions, key=lambda one: one.heading.starts_on, reverse=True)
    )
    columns = (Column(_("Delegation")), Column(_("Position")), Column(_("In its words")), Column(_("Meeting")))
    return {
        "found": found,
        "status": " · ".join(f"{words}{_(': ')}{len(stood)}" for words, stood in standing if stood),
        "standing": [
            (words, [StateName(one.actor.code, one.actor.name) for one in stood]) for words, stood in standing
        ],
        "bars": Bars(
            id="picture",
            title=_("Where delegations stand"),
            bars=tuple(Bar(words, len(stood), str(len(stood))) for words, stood in standing),
        )
        if found.positions
        else None,
        "timeline": _timeline(found, day.on),
        "table": Table(id="positions", caption=_("Every position"), columns=columns, rows=rows),
        "may_change": day.is_today and holds(request, "follow_up", Matter(convention=found.convention)),
    }


def _timeline(found: QuestionPage, day: date) -> Timeline | None:
    """One event for each meeting at which positions were taken, where there was more than one."""
    by_meeting: dict[date, dict[str, int]] = {}
    for one in found.positions:
        counts = by_meeting.setdefault(one.heading.starts_on, {})
        counts[one.source.item.stance] = counts.get(one.source.item.stance, 0) + 1
    if len(by_meeting) < 2:
        return None
    events = tuple(
        Event(on, ", ".join(f"{counts[stance]} {STANCES[stance]}" for stance in STANCES if stance in counts))
        for on, counts in by_meeting.items()
    )
    return Timeline(id="over-time", title=_("Over time"), events=events, day=day)


class Rename(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=500, widget=Line())


class Merge(forms.Form):
    other = forms.TypedChoiceField(
        label=gettext_lazy("Question that asks the same"),
        coerce=int,
        widget=OneOf(),
    )

    def __init__(self, *args: Any, others: list[QuestionLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other"].choices = [(one.id, short(one.title)) for one in others]  # type: ignore[attr-defined]  # a choice field has choices


@requires("follow_up", of=question_asked)
def change_question(request: HttpRequest, number: int, verb: str) -> HttpResponse:
    """Rename a question, or join another one to it; joining asks first, on a page of its own."""
    found = _found(number, None)
    data = request.POST if request.method == "POST" else None
    form: forms.Form
    if verb == "rename":
        form = Rename(data, initial={"title": found.title})
    elif verb == "merge":
        others = [one for one in all_questions(convention=found.convention, day=today()) if one.id != number]
        form = Merge(data, others=others)
    else:
        raise Http404
    if data is not None and form.is_valid():
        try:
            _change(number, verb, form.cleaned_data)
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, _("It was renamed.") if verb == "rename" else _("The two are one question now."))
            return redirect("question", number)
    shown = {"found": found, "form": form, "verb": verb}
    return render(request, "followup/question_change.html", shown, status=400 if form.errors else 200)


def _change(number: int, verb: str, said: dict[str, Any]) -> None:
    if verb == "rename":
        rename_question(question=number, title=said["title"])
    else:
        merge_questions(keep=number, other=said["other"])
