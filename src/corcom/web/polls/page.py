"""A poll of dates as it stands: delegations by dates, the best date with its reasons, and the steps."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.polls.domain.tally import BestDate, Tally, best_date, tallies
from corcom.polls.queries import NoSuchPoll, PartyStanding, PollStanding, poll
from corcom.web import day as days
from corcom.web.about import of_plan
from corcom.web.by_link import address_by_link
from corcom.web.downloads import Cell, downloads, sheet
from corcom.web.filled import filled
from corcom.web.meetings.plan_steps import clash_line
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.pieces import Column, Link, Row, Stack, StatusMark, Table
from corcom.web.polls.words import choice_in_words, choice_mark, clashes_of, offered_in_words, until_in_words
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words, moment_in_words


@requires("read")
def poll_page(request: HttpRequest, number: int) -> HttpResponse:
    """The table of answers; with the right to plan, the links and the steps."""
    found, now = found_or_404(number), days.moment()
    if answer := sheet(request, f"poll-{number}", _file_columns(found), _file_rows(found)):
        return answer
    clashes = clashes_of(request, found.meeting, found.dates)
    counted = {one.number: len(several) for one, several in zip(found.dates, clashes, strict=True)}
    standing = tallies(found.dates, [one.code for one in found.parties], found.answers, counted)
    may_schedule, takes = holds(request, "schedule", of_plan(found.meeting)), found.takes_answers(now)
    shown = {
        "found": found,
        "title": meeting_name(found.meeting.plan),
        "status": _status(found, takes=takes),
        "table": _table(request, found, standing, may_schedule=may_schedule and found.ended_at is None),
        "best": _best(best_date(standing)) if found.ended_at is None else None,
        "chosen": next((offered_in_words(one) for one in found.dates if one.number == found.chosen), ""),
        "dates": [
            (one, offered_in_words(one.offered), _(", ").join(_counts(one)), [clash_line(each) for each in several])
            for one, several in zip(standing, clashes, strict=True)
        ],
        "links": _links(request, found) if may_schedule and takes else [],
        "may_end": may_schedule and found.ended_at is None,
        "may_write": takes and holds(request, "send"),
    }
    return render(request, "polls/page.html", shown)


def found_or_404(number: int) -> PollStanding:
    """The poll of an address."""
    try:
        return poll(number=number)
    except NoSuchPoll as missing:
        raise Http404 from missing


def _status(found: PollStanding, *, takes: bool) -> str:
    answered = len(found.parties) - len(found.waiting)
    said = _("%(answered)d of %(asked)d answered") % {"answered": answered, "asked": len(found.parties)}
    until = {"day": until_in_words(found)}
    if found.ended_at is not None:
        ended = _("Ended on %(day)s") % {"day": moment_in_words(found.ended_at)}
        return f"{ended} · {said}"
    words = _("Answers until the end of %(day)s") if takes else _("Answers were taken until the end of %(day)s")
    return f"{words % until} · {said}"


def _best(best: BestDate | None) -> dict[str, Any] | None:
    if best is None:
        return None
    return {
        "number": best.tally.offered.number,
        "words": offered_in_words(best.tally.offered),
        "reasons": [filled(reason) for reason in best.reasons],
    }


def _counts(one: Tally) -> list[str]:
    return [
        _("%(n)d yes") % {"n": len(one.yes)},
        _("%(n)d if need be") % {"n": len(one.if_need_be)},
        _("%(n)d no") % {"n": len(one.no)},
    ]


def _table(request: HttpRequest, found: PollStanding, standing: list[Tally], *, may_schedule: bool) -> Table:
    heads = [Column(offered_in_words(one)) for one in found.dates]
    rows = [_row(found, one, may_schedule=may_schedule) for one in found.parties]
    counts = Row((_("Together"), *(Stack(tuple(map(Link, _counts(one)))) for one in standing), ""))
    return Table(
        id="answers",
        caption=_("Answers"),
        columns=(Column(_("Delegation")), *heads, Column(_("Answered"))),
        rows=(*rows, counts),
        downloads=downloads(request),
    )


def _row(found: PollStanding, one: PartyStanding, *, may_schedule: bool) -> Row:
    said = one.answer.choices if one.answer else {}
    cells = [choice_mark(said.get(date.number)) if one.answer else StatusMark("none", "–") for date in found.dates]
    return Row((_name(one), *cells, _answered(found, one, may_schedule=may_schedule)))


def _name(one: PartyStanding) -> Any:
    return Stack((Link(one.name), Link(one.answer.note))) if one.answer and one.answer.note else Link(one.name)


def _answered(found: PollStanding, one: PartyStanding, *, may_schedule: bool) -> Any:
    parts: list[Any] = [Link(_("not yet"))]
    if one.answer:
        parts = [Link(in_words(one.answer.at.date()))]
        if one.answer.by:
            parts.append(Link(_("written down by %(who)s") % {"who": one.answer.by}))
        if one.changes > 1:
            parts.append(
                Link(ngettext("changed %(n)d time", "changed %(n)d times", one.changes - 1) % {"n": one.changes - 1})
            )
    if may_schedule:
        parts.append(Link(_("Write down an answer"), reverse("poll_record", args=[found.number, one.number])))
    return Stack(tuple(parts))


def _links(request: HttpRequest, found: PollStanding) -> list[tuple[PartyStanding, str]]:
    """The link of each delegation, to be sent by other ways where there is no address."""
    return [(one, address_by_link(request, "poll_answer", one.link)) for one in found.parties]


def _file_columns(found: PollStanding) -> list[str]:
    return ["code", "delegation", *(f"{one.date} {one.start_time}" for one in found.dates), "note", "answered_at"]


def _file_rows(found: PollStanding) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for one in found.parties:
        said = one.answer.choices if one.answer else {}
        choices = [choice_in_words(choice) if (choice := said.get(date.number)) else "" for date in found.dates]
        answered = one.answer.at.isoformat(timespec="minutes") if one.answer else ""
        rows.append([one.code, one.name, *choices, one.answer.note if one.answer else "", answered])
    return rows
