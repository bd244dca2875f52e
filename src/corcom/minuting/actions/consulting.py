"""Putting an issue of minutes to delegations for comment: `consultation` does the rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.access.models import User
from corcom.consultation.actions import circulate
from corcom.consultation.domain.circulated import Paragraph, Procedure
from corcom.consultation.queries import Consultation
from corcom.kernel.wording import Wording
from corcom.minuting.domain.content import MinutesContent
from corcom.minuting.domain.paragraphs import ATTENDANCE, KINDS
from corcom.minuting.domain.spoken import in_full


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsWanted:
    """From whom (codes of States and organisations) and until when; `closes_at` is a moment with a zone."""

    parties: tuple[str, ...]
    closes_at: datetime
    procedure: Procedure = "comments"
    note: str = ""


def about_issue(meeting: int, version: int) -> str:
    """The name by which a consultation knows an issue."""
    return f"minutes:{meeting}/{version}"


def put_to_comment(
    *,
    meeting: int,
    version: int,
    content: MinutesContent,
    wanted: CommentsWanted,
    by: User,
    at: datetime,
    wording: Wording,
) -> Consultation:
    """Circulate the paragraphs of an issue, each with its number. Errors: `CirculationRefused`, `SealKeyRefused`."""
    day = wording.day(content.heading.date)
    title = wording.gettext("Draft minutes of the %(body)s, %(day)s") % {"body": content.heading.body, "day": day}
    paragraphs = [
        Paragraph(str(number), _words(one.kind, in_full(one, content, wording), wording))
        for number, _, one in content.numbered()
    ]
    return circulate(
        title=title,
        about=about_issue(meeting, version),
        paragraphs=paragraphs,
        parties=wanted.parties,
        closes_at=wanted.closes_at,
        procedure=wanted.procedure,
        circle="committee",
        by=by,
        at=at,
        language=wording.language,
        convention=content.heading.convention,
        note=wanted.note,
    )


def _words(kind: str, words: str, wording: Wording) -> str:
    """A list of delegations says what it is a list of."""
    if kind not in ATTENDANCE:
        return words
    return f"{wording.gettext(KINDS[kind])}{wording.gettext(':')}\n{words}"  # type: ignore[index]  # one of the kinds
