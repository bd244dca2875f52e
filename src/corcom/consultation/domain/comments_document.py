"""The table of comments and the next draft as official documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from corcom.consultation.domain.circulated import Paragraph
from corcom.consultation.domain.comments_table import TreatedComment, outcome_in_words, place_in_words
from corcom.consultation.domain.letters import deadline_in_words
from corcom.documents.domain.official import Cell, Column, OfficialDocument
from corcom.kernel.wording import ENGLISH, Wording
from corcom.register.domain.conventions import convention_name


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsHead:
    """What stands at the head of both documents. `silent`: the names of the delegations that said nothing."""

    title: str
    convention: str
    round: int
    closes_at: datetime
    zone: str
    no_comments: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


def comments_document(
    head: CommentsHead,
    paragraphs: Sequence[Paragraph],
    comments: Sequence[TreatedComment],
    wording: Wording = ENGLISH,
    *,
    made_at: datetime | None = None,
) -> OfficialDocument:
    """A document: each place with its text, and what each delegation said of it and what became of that."""
    gettext = wording.gettext
    paper = _begun(head, gettext("Table of comments"), wording, made_at)
    for label, names in (
        (gettext("No comments: %(names)s."), head.no_comments),
        (gettext("Not answered: %(names)s."), head.silent),
    ):
        if names:
            paper.small(label % {"names": wording.listed(names)})
    texts = {each.number: each.text for each in paragraphs}
    places = list(dict.fromkeys(each.comment.place for each in comments))
    for place in places:
        paper.heading(place_in_words(place, wording), level=2)
        if place.kind == "at":
            paper.line(texts.get(place.paragraph, ""), kept=True)
        _table(paper, [each for each in comments if each.comment.place == place], wording)
    if not places:
        paper.line(gettext("No comments were made."))
    return paper


def next_draft_document(
    head: CommentsHead,
    paragraphs: Sequence[Paragraph],
    wording: Wording = ENGLISH,
    *,
    made_at: datetime | None = None,
) -> OfficialDocument:
    """A document: the next draft, its paragraphs under their numbers."""
    paper = _begun(head, wording.gettext("Next draft"), wording, made_at)
    if [each.number for each in paragraphs] == [str(number) for number in range(1, len(paragraphs) + 1)]:
        for each in paragraphs:
            paper.numbered(each.text)
    else:
        paper.pairs([(each.number, each.text.splitlines()) for each in paragraphs])
    return paper


def _begun(head: CommentsHead, kind: str, wording: Wording, made_at: datetime | None) -> OfficialDocument:
    gettext = wording.gettext
    running = wording.listed((kind, head.title), between=" · ")
    paper = OfficialDocument(
        title=wording.listed((kind, head.title)), wording=wording, running=running, made_at=made_at
    )
    convention = convention_name(head.convention) if head.convention else ""
    left = [gettext(convention)] if convention else [kind]
    turn = gettext("Round %(number)s") % {"number": head.round}
    until = gettext("Comments until %(when)s") % {"when": deadline_in_words(head.closes_at, head.zone, wording)}
    paper.masthead(left, [kind, turn, until])
    paper.title(head.title)
    return paper


def _table(paper: OfficialDocument, comments: Sequence[TreatedComment], wording: Wording) -> None:
    gettext = wording.gettext
    heads = (
        Column(head=gettext("Delegation"), width=2.8),
        Column(head=gettext("Comment and proposed wording"), width=7.6),
        Column(head=gettext("What became of it"), width=5.6),
    )
    rows: list[tuple[Cell, Cell, Cell]] = [
        (each.party, _said(each, wording), _became(each, wording)) for each in comments
    ]
    paper.table(heads, rows)


def _said(each: TreatedComment, wording: Wording) -> list[str]:
    proposed = []
    if each.comment.change == "deletion":
        proposed = [wording.gettext("Proposes to delete the paragraph.")]
    elif each.comment.wording:
        proposed = [wording.gettext("Proposed wording:"), *each.comment.wording.splitlines()]
    return [*each.comment.text.splitlines(), *proposed] or ["–"]


def _became(each: TreatedComment, wording: Wording) -> list[str]:
    lines = [outcome_in_words(each.outcome, wording) or wording.gettext("not yet said")]
    lines += [wording.gettext("Wording: %(words)s") % {"words": each.wording}] if each.wording else []
    return [*lines, *each.reason.splitlines()]
