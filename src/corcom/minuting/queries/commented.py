"""What delegations said of circulated minutes, at the paragraphs as they stand now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corcom.consultation.queries import CommentMade, Consultation, comments_on, consultations_about
from corcom.minuting.domain.content import Attribution, IssuedParagraph
from corcom.minuting.domain.paragraphs import TakingDown
from corcom.minuting.domain.spoken import named_as
from corcom.minuting.queries.issues import IssuedMinutes, issues_of

TAKEN_OVER = frozenset({"text", "intervention"})
"""Kinds whose proposed wording is that of the text alone; in the others it has owners and days in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphComment:
    """A comment at one paragraph (`paragraph`, 0 for the whole text). `said` is what was circulated, `wording` the proposal.

    `may_be_taken`: the proposed wording can be put in place of the text.
    """

    consultation: int
    made: CommentMade
    paragraph: int
    said: TakingDown
    wording: str = ""
    may_be_taken: bool = False


def consultation_of(*, meeting: int) -> Consultation | None:
    """The consultation on the latest issue that was put to comment; None where there is none. Five queries an issue."""
    for issued in issues_of(meeting=meeting):
        if found := consultations_about(f"minutes:{meeting}/{issued.issue.version}"):
            return found[0]
    return None


def paragraph_comments(*, meeting: int) -> list[ParagraphComment]:
    """What was said of the issue that was put to comment last, in the order of its text. Under silence nothing is told."""
    for issued in issues_of(meeting=meeting):
        for found in consultations_about(f"minutes:{meeting}/{issued.issue.version}")[:1]:
            return _comments(found, issued) if found.procedure == "comments" else []
    return []


def _comments(found: Consultation, issued: IssuedMinutes) -> list[ParagraphComment]:
    content = issued.issue.content
    numbered = {str(number): one for number, _, one in content.numbered()}
    return [
        _comment(found.number, made, numbered.get(made.place.paragraph), content.attribution)
        for made in comments_on(found.number)
        if made.place.kind != "none"
    ]


def _comment(number: int, made: CommentMade, one: IssuedParagraph | None, attribution: Attribution) -> ParagraphComment:
    said = as_taken_down(one) if one else TakingDown()
    wording = made.comment.wording if made.comment.change == "wording" else ""
    lead = named_as(one, attribution) if one else ""
    own = wording[len(lead) :].lstrip(" :\u00a0") if lead and wording.startswith(lead) else wording
    taken = bool(wording) and one is not None and one.kind in TAKEN_OVER and made.place.kind == "at"
    return ParagraphComment(
        consultation=number,
        made=made,
        paragraph=one.id if one else 0,
        said=said,
        wording=own,
        may_be_taken=taken,
    )


def with_wording(comment: ParagraphComment) -> TakingDown:
    """The paragraph as it was circulated, with the wording that was proposed."""
    return replace(comment.said, text=comment.wording)


def as_taken_down(one: IssuedParagraph) -> TakingDown:
    """A paragraph of an issue as somebody wrote it."""
    return TakingDown(
        kind=one.kind,
        text=one.text,
        delegation=one.delegation,
        initials=one.initials,
        owners="; ".join(one.owners),
        due=one.due,
        confidential=one.confidential,
        commitment=one.commitment,
        done=one.done,
    )
