"""The letters and reminders to a State, for its page."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from corcom.correspondence.domain.letters_told import LetterTold
from corcom.correspondence.queries import letters_of_state
from corcom.correspondence.queries.reminders import reminders_told
from corcom.web.day import moment
from corcom.web.letters.marks import copy_marks, messages_marked
from corcom.web.letters.posting_words import posting_in_words
from corcom.web.pieces import Column, Link, Row, Stack, StatusMark, Table
from corcom.web.reminders.lines import sent_table
from corcom.web.rights import holds
from corcom.web.wording import in_words

SHOWN = 50
"""Reminders on the page of a State."""


def letters_to(request: HttpRequest, iso3: str) -> dict[str, Any]:
    """Letters that were let out to a State with what came of them, and reminders. Two SQL queries where there is none."""
    now, may_send = moment(), holds(request, "send")
    letters = [each for each in letters_of_state(iso3=iso3, now=now) if each.state == "sent" or each.posted]
    reminders = reminders_told(now=now, iso3=iso3, size=SHOWN)
    return {
        "letters": _letters(letters, iso3) if letters else None,
        "reminders": sent_table(reminders, may_send=may_send, with_state=False) if reminders else None,
    }


def _letters(found: list[LetterTold], iso3: str) -> Table:
    rows = [row for each in found if (row := _row(each, iso3))]
    columns = (
        Column(_("Date")),
        Column(_("Letter"), is_wide=True),
        Column(_("What became of it")),
        Column(_("Answered")),
    )
    return Table(id="letters", caption=_("Letters"), columns=columns, rows=tuple(rows), count=len(rows))


def _row(letter: LetterTold, iso3: str) -> Row | None:
    copy = letter.copy(iso3)
    if copy is None or copy.left_out:
        return None
    marks: list[Any] = [mark for _message, mark in messages_marked(copy)]
    for one in copy.postings:
        marks += [StatusMark("met", _("posted")), posting_in_words(one.posting)]
    answers = [in_words(answer.on) for answer in copy.answers]
    return Row(
        (
            in_words(letter.terms.dated),
            Stack((Link(letter.terms.title, _address(letter.number)), letter.reference)),
            Stack(tuple(marks or copy_marks(letter, copy))),
            Stack(tuple(answers)) if answers else "–",
        )
    )


def _address(number: int) -> str:
    """Where the letter stands, while letters have a page."""
    try:
        return reverse("letter", args=[number])
    except NoReverseMatch:
        return ""
