"""One questionnaire: while it is a draft, its questions to be put together; then to whom it is put and who answered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.questionnaires.domain.completeness import flaws
from corcom.questionnaires.domain.questionnaire_told import AskedTold, QuestionnaireTold
from corcom.questionnaires.domain.questions import Question
from corcom.questionnaires.queries import asked_states, questionnaire_steps
from corcom.web import day as days
from corcom.web.language_words import language_in_words
from corcom.web.pieces import Column, Empty, Link, Row, Stack, StateName, StatusMark, Table
from corcom.web.questionnaires.found import found_or_404, matter_of, may_put
from corcom.web.questionnaires.words import (
    KINDS,
    flaw_in_words,
    in_words,
    progress_in_words,
    standing_mark,
    step_in_words,
    title_of,
)
from corcom.web.register.group_words import regional_group_in_words
from corcom.web.rights import holds, requires
from corcom.web.state_lists import regional_group_on
from corcom.web.wording import in_words as day_in_words


@requires("read")
def questionnaire_page(request: HttpRequest, number: int) -> HttpResponse:
    """One questionnaire; a draft is for those who put it together."""
    found, at = found_or_404(number), days.moment()
    may, state = may_put(request, found), found.state(at)
    if state == "draft" and not may:
        raise Http404
    shown: dict[str, Any] = {
        "found": found,
        "state": state,
        "title": title_of(found.form),
        "mark": standing_mark(found, at),
        "progress": progress_in_words(found, at),
        "languages": [language_in_words(code) for code in found.form.languages],
        "intro": in_words(found.form, found.form.intro),
        "may": may,
        "parts": _parts(found),
        "steps": [(step_in_words(one), one, day_in_words(one.at.date())) for one in questionnaire_steps(number=number)],
    }
    if state == "draft":
        missing = [(flaw, flaw_in_words(found.form, flaw)) for flaw in flaws(found.form)]
        return render(request, "questionnaires/draft.html", {**shown, "missing": missing})
    asked = asked_states(number=number)
    shown |= {
        "table": _table(found, asked, at, may=may),
        "may_send": state == "open" and may and holds(request, "send", matter_of(found)),
        "uninvited": sum(_reached(one) and one.invited_at is None for one in asked),
        "silent": sum(_reached(one) and bool(one.invited_at) and one.reminded_at is None for one in asked),
        "without_address": sum(not one.address and not one.versions for one in asked),
    }
    return render(request, "questionnaires/page.html", shown)


def _reached(one: AskedTold) -> bool:
    """Whether a letter can still be written to it."""
    return bool(one.address) and not one.versions and one.link.withdrawn_at is None


def _parts(found: QuestionnaireTold) -> list[tuple[str, str, str, list[tuple[str, str, str]]]]:
    """Each part: its code, title and help, and its questions with how they are answered."""
    form = found.form
    return [
        (
            part.code,
            in_words(form, part.title) or "…",
            in_words(form, part.help),
            [(one.code, in_words(form, one.name) or "…", _answered_with(found, one)) for one in part.questions],
        )
        for part in form.parts
    ]


def _answered_with(found: QuestionnaireTold, one: Question) -> str:
    parts = [*(each.name for each in one.choices), *(each.name for each in one.columns)]
    kind = str(KINDS[one.kind])
    listed = _(", ").join(in_words(found.form, words) or "…" for words in parts)
    return _("%(kind)s: %(parts)s") % {"kind": kind, "parts": listed} if listed else kind


def _table(found: QuestionnaireTold, asked: Sequence[AskedTold], at: datetime, *, may: bool) -> Table:
    columns = [Column(_("State")), Column(_("Regional group")), Column(_("Answer"))]
    if may:
        columns.append(Column(_("Letters")))
    empty = Empty(
        _("No State is asked yet"),
        _("Choose States: each gets a signed link of its own, by which it answers without an account."),
        _("Choose States") if may and found.state(at) == "open" else "",
        reverse("questionnaire_ask", args=[found.number]),
    )
    ordered = sorted(asked, key=lambda one: StateName(one.iso3).words)
    rows = tuple(_row(found, one, at, may=may) for one in ordered)
    return Table(id="asked", caption=_("States"), columns=tuple(columns), rows=rows, empty=empty)


def _row(found: QuestionnaireTold, one: AskedTold, at: datetime, *, may: bool) -> Row:
    address = reverse("questionnaire_state", args=[found.number, one.iso3])
    name: object = Link(StateName(one.iso3).words, address) if may else StateName(one.iso3)
    group = regional_group_in_words(regional_group_on(one.iso3, at.date())) or "–"
    cells: tuple[object, ...] = (name, group, answer_mark(one))
    return Row((*cells, _letters(one)) if may else cells, id=f"state-{one.iso3}")


def answer_mark(one: AskedTold) -> StatusMark:
    """Whether a State answered."""
    if one.last is not None:
        words = _("handed in on %(day)s") % {"day": day_in_words(one.last.received_on)}
        return StatusMark("met", words)
    return StatusMark("soon", _("being written")) if one.written else StatusMark("none", _("nothing yet"))


def _letters(one: AskedTold) -> object:
    if one.link.withdrawn_at is not None:
        return StatusMark("overdue", _("link withdrawn"))
    lines = [
        words % {"day": day_in_words(at.date())}
        for words, at in ((_("invited on %(day)s"), one.invited_at), (_("reminded on %(day)s"), one.reminded_at))
        if at is not None
    ]
    if not one.address:
        lines.append(_("no address"))
    return Stack(tuple(map(Link, lines or ["–"])))
