"""Matters arising as one page to lay on the table at a meeting."""

from __future__ import annotations

from datetime import datetime

from corcom.documents.domain.official import Cell, Column, OfficialDocument
from corcom.followup.domain.arising import MattersArising
from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.in_words import due_in_words, names, sentence, state_in_words
from corcom.followup.domain.matters_lists import MattersSection, lists_of
from corcom.kernel.wording import ENGLISH, Wording
from corcom.register.domain.conventions import convention_name


def matters_document(
    matters: MattersArising, wording: Wording = ENGLISH, *, made_at: datetime | None = None
) -> OfficialDocument:
    """Matters arising as a document: what was due first, then what comes, then what was done."""
    gettext, day = wording.gettext, wording.day
    next_on = day(matters.next_on.isoformat())
    title = gettext("Matters arising")
    running = wording.listed((title, matters.body, next_on), between=" · ")
    paper = OfficialDocument(
        title=wording.listed([title, matters.body, next_on]), wording=wording, running=running, made_at=made_at
    )
    convention = convention_name(matters.convention)
    held_by = [part for part in (gettext(convention) if convention else "", matters.body) if part]
    paper.masthead(held_by, [title, gettext("For the meeting on %(day)s") % {"day": next_on}])
    values = {"since": day(matters.since.isoformat()), "following": day(matters.following_on.isoformat())}
    paper.line(gettext("Since the meeting on %(since)s; the one after is expected on %(following)s.") % values)
    written = [_list(paper, one, wording) for one in lists_of(matters, wording)]
    if not any(written):
        paper.numbered(gettext("Nothing is open, and nothing was done since the last meeting."))
    return paper


def _list(paper: OfficialDocument, one: MattersSection, wording: Wording) -> bool:
    """Write one list; one without members is left out."""
    if not one.found:
        return False
    gettext = wording.gettext
    paper.heading(f"{one.name} ({len(one.found)})")
    columns = (
        Column(head=gettext("What"), width=7.4),
        Column(head=gettext("Who"), width=3.6),
        Column(head=gettext("By when"), width=2.6),
        Column(head=gettext("Status"), width=2.4),
    )
    paper.table(columns, [_row(point, wording) for point in one.found])
    return True


def _row(one: Followed, wording: Wording) -> tuple[Cell, ...]:
    raised = wording.gettext("Raised on %(day)s") % {"day": wording.day(one.terms.raised_on.isoformat())}
    return (
        (sentence(one.terms.text), raised),
        names(one.terms.owners, wording) or wording.gettext("nobody named"),
        due_in_words(one.terms, wording),
        state_in_words(one, wording),
    )
