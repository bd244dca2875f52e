"""The list of consultations, and one of them: the text, who answered, the letters, the rounds, the outcome."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.access.queries import GivenLink, links_for
from corcom.consultation.actions.circulating import PURPOSE, subject_of
from corcom.consultation.domain.sealing import SealRefused
from corcom.consultation.queries import (
    Consultation,
    PartyAnswer,
    SealKeyRefused,
    SilenceOutcome,
    StillSealed,
    answers,
    comment_replies,
    consultation_letters,
    silence_outcome,
)
from corcom.documents.domain.circles import CIRCLES
from corcom.outbox.queries import MessageLine
from corcom.web import day as days
from corcom.web.by_link import address_by_link
from corcom.web.committee.words import holder_in_words, holder_name
from corcom.web.consultations.files import consultation_downloads
from corcom.web.consultations.found import all_for, found_for
from corcom.web.consultations.refusals import in_words as refused_in_words
from corcom.web.consultations.words import (
    LETTERS,
    PROCEDURES,
    answer_in_words,
    facts,
    outcome_in_words,
    progress_in_words,
    standing_mark,
)
from corcom.web.outbox.words import kind_in_words, message_mark
from corcom.web.pieces import Column, Empty, Link, Row, Stack, Table, Together
from corcom.web.rights import holds, requires
from corcom.web.wording import in_words


@requires("read")
def consultation_list(request: HttpRequest) -> HttpResponse:
    """All consultations that this person may read."""
    found, at = all_for(request), days.moment()
    going = sum(each.is_open(at) for each in found)
    may = holds(request, "consult")
    empty = Empty(
        _("Nothing was circulated yet"),
        _("Texts stand here that delegations are asked to comment on, or to approve by silence."),
        _("Circulate a text") if may else "",
        reverse("consultation_new") if may else "",
    )
    table = Table(
        id="consultations",
        caption=_("Consultations"),
        columns=(Column(_("Text"), is_wide=True), Column(_("Procedure")), Column(_("Deadline")), Column(_("Round"))),
        rows=tuple(_row(each, at) for each in found),
        empty=empty,
    )
    status = ngettext("%(n)d is open for answers", "%(n)d are open for answers", going) % {"n": going}
    return render(request, "consultations/list.html", {"table": table, "status": status, "may_consult": may})


def _row(each: Consultation, at: datetime) -> Row:
    cells = (
        Link(each.title, reverse("consultation", args=[each.number])),
        str(PROCEDURES[each.procedure]),
        standing_mark(each, at),
        str(each.round),
    )
    return Row(cells, id=f"consultation-{each.number}")


@requires("read")
def consultation_page(request: HttpRequest, number: int) -> HttpResponse:
    """One consultation."""
    found, at = found_for(request, number), days.moment()
    may = holds(request, "consult")
    told = answers(number)
    is_open = found.is_open(at)
    outcome, unopened = (None, "") if is_open else _outcome(found, at)
    shown: dict[str, Any] = {
        "found": found,
        "is_open": is_open,
        "mark": standing_mark(found, at),
        "facts": [*facts(found), (_("Who may read it"), _(CIRCLES[found.circle]))],
        "progress": progress_in_words(found, told, at),
        "outcome": outcome,
        "unopened": unopened,
        "outcome_words": outcome_in_words(outcome) if outcome else "",
        "objections": _objections(outcome),
        "parties": _parties(request, found, told, at) if may else None,
        "may_consult": may,
        "may_compare": found.procedure == "comments" and (may or not is_open),
        "letters": [(kind, LETTERS[kind]) for kind in _letters(found, told, is_open=is_open)] if may else [],
        "waiting": [each for each in comment_replies(number) if not each.taken_by] if may else [],
        "downloads": consultation_downloads(request, found, at),
        "deadlines": [(each, in_words(each.set_at.date())) for each in reversed(found.deadlines)],
    }
    return render(request, "consultations/page.html", shown)


def _outcome(found: Consultation, at: datetime) -> tuple[SilenceOutcome | None, str]:
    """What came of a silence procedure, or why what is sealed does not open."""
    try:
        return silence_outcome(found.number, at=at), ""
    except (SealRefused, SealKeyRefused, StillSealed) as refused:
        return None, refused_in_words(refused)


def _objections(outcome: SilenceOutcome | None) -> list[dict[str, Any]]:
    every = [*outcome.objections, *outcome.withdrawn] if outcome else []
    return [
        {
            "party": holder_in_words(each.party),
            "it": each.objection,
            "code": each.code,
            "on": in_words(each.objection.at.date()),
            "withdrawn": in_words(each.objection.withdrawn_at.date()) if each.objection.withdrawn_at else "",
        }
        for each in every
    ]


def _letters(found: Consultation, told: list[PartyAnswer], *, is_open: bool) -> list[Any]:
    """The kinds of letters that make sense now. Under silence a reminder goes to all, for nobody knows who is silent."""
    if not is_open:
        return ["outcome"]
    reminding = found.procedure == "silence" or any(not each.answered for each in told)
    return ["circulated", *(["reminder"] if reminding else []), *(["extended"] if len(found.deadlines) > 1 else [])]


def _parties(request: HttpRequest, found: Consultation, told: list[PartyAnswer], at: datetime) -> Table:
    """The delegations, what each answered, its letters, and its link for whoever has no address."""
    letters = consultation_letters(found.number, now=at)
    links = {each.party: each for each in links_for(purpose=PURPOSE, subject=subject_of(found.number))}
    silent = found.procedure == "silence"
    columns = [
        Column(_("Delegation")),
        Column(_("Answer")),
        Column(_("Letters")),
        Column(_("Its own link")),
    ]
    rows = [
        Row(
            (
                holder_name(each.party),
                *([] if silent else [answer_in_words(each)]),
                Stack(tuple(_letter(line) for line in letters[each.party])) if letters[each.party] else _("none"),
                _link(request, links.get(each.party)),
            ),
            id=f"party-{each.party}",
        )
        for each in told
    ]
    if silent:
        del columns[1]
    return Table(id="parties", caption=_("Delegations"), columns=tuple(columns), rows=tuple(rows))


def _letter(line: MessageLine) -> Together:
    address = reverse("outgoing_message", args=[line.number])
    return Together((Link(kind_in_words(line.kind), address), message_mark(line.state)))


def _link(request: HttpRequest, link: GivenLink | None) -> Link:
    """The address to be copied for whoever gets it in another way."""
    if link is None:
        return Link("–")
    words = _("page of %(party)s") % {"party": holder_in_words(link.party)}
    return Link(words, address_by_link(request, "comments", link))
