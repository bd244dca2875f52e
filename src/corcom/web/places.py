"""Where the words of a fact stand: the addresses of documents, of meetings and of commitments, in one place."""

from __future__ import annotations

from django.urls import NoReverseMatch

from corcom.documents.queries import stored_file
from corcom.followup.domain.commitment import Ref
from corcom.kernel.source import Evidence
from corcom.minutes.queries import Confirmation
from corcom.web.addresses import page_of
from corcom.web.pieces import Source


def review_address(*, file: int, finding: int | None = None, words: tuple[int, int] | None = None) -> str:
    """The review of a document, at one of its findings or at some of its words; "" where a site has no such page."""
    try:
        address = page_of("document_review", file)
    except NoReverseMatch:
        return ""
    if words:
        return f"{address}?at={words[0]}-{words[1]}#passage"
    return f"{address}#finding-{finding}" if finding else address


def commitment_address(ref: Ref) -> str:
    """The page of an action point or a decision."""
    return page_of(ref.kind, ref.number)


def meeting_address(number: int) -> str:
    """The record of a meeting."""
    return page_of("meeting", number)


def why_written(file: int, evidence: Evidence, *, about: str = "") -> Source:
    """What "Why?" opens where the words stand in a file that no reader read, such as a time-line that CorCom wrote."""
    stored = stored_file(number=file)
    return Source(
        document=stored.name,
        quote=evidence.quote,
        address=page_of("document_original", file),
        confirmed_by=stored.stored_by,
        confirmed_on=stored.stored_at.date(),
        about=about,
    )


def why(found: Confirmation | None, *, about: str = "") -> Source | str:
    """What "Why?" opens; nothing where a fact has no document behind it."""
    if found is None:
        return ""
    return Source(
        document=found.file_name,
        quote=found.evidence.quote,
        address=review_address(file=found.file_id, finding=found.finding_id),
        confirmed_by=found.by,
        confirmed_on=found.at.date() if found.at else None,
        replaced=found.replaced,
        about=about,
    )
