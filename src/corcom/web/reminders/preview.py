"""What a run would send on a day, before it does: the list, and each reminder in the words that its State would read."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.correspondence.domain.letter_paper import letter_paper
from corcom.correspondence.domain.reminders.told import PlanTold
from corcom.correspondence.domain.reminders.written import WrittenReminder
from corcom.correspondence.queries.reminders import ReminderInHand, plan_today
from corcom.web import day as days
from corcom.web.downloads import Cell, as_document, downloads, sheet
from corcom.web.language_words import language_by_itself
from corcom.web.letters.found import letter_writing
from corcom.web.letters.sheet import sheet_of
from corcom.web.pieces import Column, Empty, Filter, Option, Table
from corcom.web.reminders.found import as_seen, found_plan, reminders_on
from corcom.web.reminders.lines import preview_row
from corcom.web.reminders.words import (
    days_in_words,
    lack_in_words,
    plan_name,
    standing_mark,
    waits_in_words,
    ways_in_words,
)
from corcom.web.rights import requires
from corcom.web.state_names import state_name

NEXT_DAYS = 6
AHEAD = 400
"""Of how many days ahead, and for how many, the next ones are offered."""


@requires("send")
def reminder_preview(request: HttpRequest, number: int) -> HttpResponse:
    """What goes by a plan on the day of the page, State by State, with what is missing."""
    told, page = found_plan(number), days.page_day(request)
    seen = as_seen(told)
    found = reminders_on(request, seen, page.on)
    name = f"reminders-{told.plan.convention}-{told.plan.obligation}-{page.on.isoformat()}"
    if answer := sheet(request, name, _file_columns(), [_file_row(one) for one in found]):
        return answer
    shown = {
        "told": told,
        "name": plan_name(told.plan.convention, told.plan.obligation),
        "day": page.on,
        "table": _table(request, told, found),
        "goes": sum(one.goes for one in found),
        "waits": sum(not one.goes for one in found),
        "next_days": _next_days(seen, page.on),
        "no_address": bool(not settings.SITE_ADDRESS and any(one.wanted for one in found)),
    }
    return render(request, "reminders/preview.html", shown)


def _next_days(plan: PlanTold, day: date) -> list[tuple[date, str, int]]:
    """The next days on which something goes: the day, the stage that most States are at, and how many States."""
    counted: dict[date, Counter[int]] = {}
    for one in plan_today(plan, day=day, ahead=AHEAD).coming:
        counted.setdefault(one.on, Counter())[one.stage.days] += 1
    return [
        (on, days_in_words(stages.most_common(1)[0][0]), stages.total())
        for on, stages in sorted(counted.items())[:NEXT_DAYS]
    ]


def _table(request: HttpRequest, plan: PlanTold, found: list[ReminderInHand]) -> Table:
    asked = request.GET.get("stands", "")
    counted = Counter("goes" if one.goes else "waits" for one in found)
    options = (
        Option(_("All"), "", len(found)),
        Option(_("go"), "goes", counted["goes"]),
        Option(_("wait"), "waits", counted["waits"]),
    )
    rows = [preview_row(plan, one) for one in found if asked in {"", "goes" if one.goes else "waits"}]
    return Table(
        id="preview",
        caption=_("States"),
        columns=(
            Column(_("State"), is_wide=True),
            Column(_("About"), is_wide=True),
            Column(_("Stage")),
            Column(_("Language")),
            Column(_("Goes to")),
        ),
        rows=tuple(rows),
        filters=(Filter(_("Which"), "stands", options, asked),) if len(counted) > 1 else (),
        downloads=downloads(request),
        empty=Empty(
            _("Nothing goes on this day"),
            _("No State has reached a stage of the plan that it has not had. Choose another day."),
        ),
    )


def _file_columns() -> list[str]:
    return [
        "iso3",
        _("State"),
        _("Calendar year"),
        _("Due on"),
        _("Stage"),
        _("Language"),
        _("Subject"),
        _("Goes to"),
        _("Copies to"),
        _("How"),
        _("Answer asked for by"),
        _("What is missing"),
    ]


def _file_row(one: ReminderInHand) -> list[Cell]:
    owed, written = one.due.owed, one.written(letter_writing())
    by = one.facts.letter.answer_due_on
    return [
        owed.iso3,
        state_name(owed.iso3),
        owed.period,
        owed.due_on,
        days_in_words(one.due.stage.days),
        one.language,
        written.words.subject if written else "",
        ", ".join(one.addresses),
        ", ".join(one.copies),
        ways_in_words(one.due.stage),
        by,
        "; ".join([*map(lack_in_words, one.lacks), *([waits_in_words(one)] if one.unread else [])]),
    ]


@requires("send")
def reminder_preview_of(request: HttpRequest, number: int, key: str) -> HttpResponse:
    """One reminder as its State would read it, with the next and the one before."""
    told, page = found_plan(number), days.page_day(request)
    found = reminders_on(request, as_seen(told), page.on)
    here = next((at for at, one in enumerate(found) if one.key == key), None)
    if here is None:
        raise Http404
    one = found[here]
    written = one.written(letter_writing())
    if (form := request.GET.get("format", "")) in {"docx", "pdf"} and written:
        wording = letter_writing().wording(one.language)
        paper = letter_paper(written.facts, written.words, wording, made_at=days.moment())
        return as_document(request, paper, f"{_('preview')}-{key}", form)
    shown: dict[str, Any] = {
        "told": told,
        "name": plan_name(told.plan.convention, told.plan.obligation),
        "one": one,
        "state": state_name(one.due.owed.iso3),
        "standing": standing_mark(one.due.owed.status),
        "stage": days_in_words(one.due.stage.days),
        "ways": ways_in_words(one.due.stage),
        "due_on": one.due.owed.due_on,
        "answer_by": one.facts.letter.answer_due_on,
        "language": language_by_itself(one.language),
        "day": page.on,
        "lacks": [lack_in_words(lack) for lack in one.lacks],
        "before": found[here - 1].key if here else "",
        "after": found[here + 1].key if here + 1 < len(found) else "",
        "place": (here + 1, len(found)),
        "going": written.messages if written else (),
        **(_sheet(written, one.language, page.on) if written else {}),
    }
    return render(request, "reminders/preview_of.html", shown)


def _sheet(written: WrittenReminder, language: str, day: date) -> dict[str, Any]:
    letter, number = written.facts.letter, written.facts.number
    signed = (letter.signatory, letter.office)
    return sheet_of(written.words, language, dated=day, convention=letter.convention, number=number, signed=signed)
