"""Templates of letters, with the words that hold."""

from __future__ import annotations

from corcom.correspondence.domain.letter_words import words_from
from corcom.correspondence.domain.letters_told import TemplateTold
from corcom.correspondence.models import LetterTemplate


def templates_told(*, convention: str = "", with_retired: bool = False) -> list[TemplateTold]:
    """Templates by name: of a convention and of any, or ("") all. Two SQL queries."""
    rows = LetterTemplate.objects.prefetch_related("wordings")
    if convention:
        rows = rows.filter(convention__in=(convention, ""))
    if not with_retired:
        rows = rows.filter(retired_at=None)
    return [_told(row) for row in rows]


def template_told(*, number: int) -> TemplateTold | None:
    """One template; None where there is none. Two SQL queries."""
    row = LetterTemplate.objects.prefetch_related("wordings").filter(pk=number).first()
    return _told(row) if row else None


def _told(row: LetterTemplate) -> TemplateTold:
    latest = {each.language: each for each in row.wordings.all()}
    return TemplateTold(
        number=row.pk,
        name=row.name,
        convention=row.convention,
        is_retired=row.retired_at is not None,
        wordings={language: words_from(each.words) for language, each in latest.items() if each.words},
        revisions={language: each.revision for language, each in latest.items()},
    )
