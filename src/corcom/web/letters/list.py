"""The register of letters: every letter to States, to how many it goes, and how many answered."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.correspondence.domain.letter_standing import LetterState
from corcom.correspondence.domain.letters_told import LetterLine
from corcom.correspondence.queries import letter_lines
from corcom.kernel.folding import folded
from corcom.web import day as days
from corcom.web.downloads import Cell, downloads, sheet
from corcom.web.letters.posting_words import count_in_words
from corcom.web.letters.words import STATES, state_mark
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Stack, StatusMark, Table
from corcom.web.rights import requires
from corcom.web.wording import in_words


@requires("send")
def letters(request: HttpRequest) -> HttpResponse:
    """All letters, the latest first, narrowed by the address."""
    every = letter_lines(now=days.moment())
    state, words = request.GET.get("state", ""), request.GET.get("q", "").strip()[:200]
    shown = [one for one in every if (not state or one.state == state) and _has_words(one, words)]
    if answer := sheet(request, "letters", file_columns(), list(map(file_row, shown))):
        return answer
    today = days.today()
    waiting = [one for one in every if one.state == "sent" and one.terms.answer_due_on]
    context = {
        "table": _table(request, shown, every, state),
        "q": words,
        "state": state,
        "late": sum(
            one.going - one.answered for one in waiting if one.terms.answer_due_on and one.terms.answer_due_on < today
        ),
    }
    return render(request, "letters/list.html", context)


def _has_words(one: LetterLine, words: str) -> bool:
    return all(word in folded(f"{one.reference} {one.terms.title}") for word in folded(words).split())


def _table(request: HttpRequest, shown: Sequence[LetterLine], every: Sequence[LetterLine], state: str) -> Table:
    counted: dict[LetterState, int] = {each: sum(one.state == each for one in every) for each in STATES}
    options = [Option(_("All"), "", len(every))]
    options += [Option(str(STATES[each][1]), each, count) for each, count in counted.items() if count]
    empty = Empty(
        _("No letter has been written"),
        _("A letter goes to States that a saved question names, from a template in several languages."),
        _("Write a letter"),
        reverse("letter_new"),
    )
    return Table(
        id="letters",
        caption=_("Letters"),
        columns=(
            Column(_("Letter"), is_wide=True),
            Column(_("Date")),
            Column(_("States"), is_number=True),
            Column(_("Answered"), is_number=True),
            Column(_("Where it stands")),
        ),
        rows=tuple(map(_row, shown)),
        filters=(Filter(_("Where it stands"), "state", tuple(options), state),) if every else (),
        downloads=downloads(request) if every else (),
        empty=None if every else empty,
    )


def _row(one: LetterLine) -> Row:
    title = Link(one.terms.title, reverse("letter", args=[one.number]))
    due = one.terms.answer_due_on
    answer = _("answer by %(day)s") % {"day": in_words(due)} if due else ""
    answered = str(one.answered) if one.state == "sent" else ""
    uncertain = StatusMark("unknown", _("%(count)d uncertain") % {"count": one.uncertain}) if one.uncertain else ""
    return Row(
        (
            Stack((title, one.reference or _("without a number yet"))),
            Stack((in_words(one.terms.dated), answer)),
            str(one.going),
            answered,
            Stack(
                tuple(
                    each for each in (state_mark(one.state), uncertain, count_in_words(one.posted, one.to_post)) if each
                )
            ),
        ),
        id=f"letter-{one.number}",
    )


def file_columns() -> tuple[str, ...]:
    """The columns of the register as a file."""
    return (
        *("number", "convention", "title", "dated", "signatory", "state", "sent_at"),
        *("answer_due_on", "states", "answered", "came_back", "uncertain", "posted", "to_post", "posted_on"),
    )


def file_row(one: LetterLine) -> Sequence[Cell]:
    """One letter of the register."""
    return (
        one.reference,
        one.terms.convention,
        one.terms.title,
        one.terms.dated,
        one.terms.signatory,
        one.state,
        one.sent_at.isoformat(timespec="minutes") if one.sent_at else "",
        one.terms.answer_due_on or "",
        one.going,
        one.answered,
        one.came_back,
        one.uncertain,
        one.posted,
        one.to_post,
        one.posted_on or "",
    )
