"""Minutes as they stand while they are being written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.minuting.domain.content import Attribution
from corcom.minuting.domain.paragraphs import TakingDown, taking_down
from corcom.minuting.domain.standing import Standing, may_be_written, standing
from corcom.minuting.models import MinutesParagraph, MinutesSection, WrittenMinutes
from corcom.minuting.queries.errors import NotWritten


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesHead:
    """What stands at the head of minutes, as far as the plan of the meeting does not say it. `language` is a code."""

    language: str = "en"
    attribution: Attribution = "state"
    public_attribution: Attribution = "nobody"
    chair_delegation: str = ""
    chair_person: str = ""
    chair_role: str = ""
    start_time: str = ""
    end_time: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenParagraph:
    """A paragraph: `place` is its number in the document, from 1 on, 0 while it is empty; `version` what somebody read."""

    id: int
    place: int
    said: TakingDown
    version: int
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSection:
    """A section with its paragraphs in order; without a number it stands before the agenda."""

    id: int
    number: str
    title: str
    papers: tuple[str, ...]
    paragraphs: tuple[WrittenParagraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesDraft:
    """The minutes of a planned meeting, `meeting` by its number. `version` is that of the head."""

    id: int
    meeting: int
    head: MinutesHead
    version: int
    changed_at: datetime
    changed_by: str
    standing: Standing
    sections: tuple[WrittenSection, ...]

    @property
    def may_be_written(self) -> bool:
        """Whether somebody may write in them now."""
        return may_be_written(self.standing)

    def paragraph(self, number: int) -> WrittenParagraph | None:
        """One paragraph by its number in the store; None where it was taken out or never was."""
        return next((one for section in self.sections for one in section.paragraphs if one.id == number), None)


def is_written(*, meeting: int) -> bool:
    """Whether somebody has begun to write the minutes of a meeting. One SQL query."""
    return WrittenMinutes.objects.filter(plan__meeting=meeting).exists()


def minutes_draft(*, meeting: int) -> MinutesDraft:
    """The minutes as they stand. Four SQL queries. Errors: `NotWritten`."""
    row = WrittenMinutes.objects.filter(plan__meeting=meeting).select_related("changed_by").first()
    if row is None:
        raise NotWritten(meeting)
    rows = MinutesParagraph.objects.filter(section__minutes=row, removed=False)
    paragraphs = list(rows.select_related("changed_by").order_by("section__position", "position", "id"))
    by_section: dict[int, list[WrittenParagraph]] = {}
    place = 0
    for stored in paragraphs:
        said = taking_down(stored.said)
        place += not said.is_empty
        by_section.setdefault(stored.section_id, []).append(_paragraph(stored, said, 0 if said.is_empty else place))
    return MinutesDraft(
        id=row.pk,
        meeting=meeting,
        head=head_of(row),
        version=row.version,
        changed_at=row.changed_at,
        changed_by=row.changed_by.get_full_name(),
        standing=standing(row.steps.values_list("kind", flat=True)),
        sections=tuple(_section(one, by_section.get(one.pk, [])) for one in row.sections.all()),
    )


def head_of(row: WrittenMinutes) -> MinutesHead:
    """The head of a row as a value."""
    return MinutesHead(
        language=row.language,
        attribution=row.attribution,  # type: ignore[arg-type]  # the column has these choices
        public_attribution=row.public_attribution,  # type: ignore[arg-type]  # likewise
        chair_delegation=row.chair_delegation,
        chair_person=row.chair_person,
        chair_role=row.chair_role,
        start_time=row.start_time,
        end_time=row.end_time,
    )


def _section(row: MinutesSection, paragraphs: list[WrittenParagraph]) -> WrittenSection:
    return WrittenSection(
        id=row.pk, number=row.number, title=row.title, papers=tuple(row.papers), paragraphs=tuple(paragraphs)
    )


def _paragraph(row: MinutesParagraph, said: TakingDown, place: int) -> WrittenParagraph:
    return WrittenParagraph(
        id=row.pk,
        place=place,
        said=said,
        version=row.version,
        changed_at=row.changed_at,
        changed_by=row.changed_by.get_full_name(),
    )
