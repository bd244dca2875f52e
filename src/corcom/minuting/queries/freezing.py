"""The draft of minutes as the value that is issued."""

from __future__ import annotations

from dataclasses import replace

from corcom.followup.domain.owning import actor_named
from corcom.kernel.wording import ENGLISH, Wording
from corcom.meetings.domain.meeting import Heading
from corcom.meetings.models import MeetingPlan
from corcom.meetings.queries.plans import plan_of
from corcom.minuting.domain.content import IssuedParagraph, IssuedSection, MinutesContent, without_empty
from corcom.minuting.queries.drafts import MinutesDraft, WrittenParagraph, minutes_draft
from corcom.minuting.queries.errors import NotWritten
from corcom.minuting.queries.insertables import next_meeting_of, points_named


def draft_content(*, meeting: int, wording: Wording = ENGLISH) -> MinutesContent:
    """The minutes as they stand, without paragraphs in which nothing is written. Ten SQL queries at most.

    Errors: `NotWritten`.
    """
    plan = MeetingPlan.objects.select_related("meeting").filter(meeting=meeting).first()
    if plan is None:
        raise NotWritten(meeting)
    draft = minutes_draft(meeting=meeting)
    keys = [one.said.commitment for section in draft.sections for one in section.paragraphs if one.said.commitment]
    about = points_named(keys=keys, day=plan.starts_on, wording=wording)
    sections = tuple(
        IssuedSection(
            id=section.id,
            number=section.number,
            title=section.title,
            papers=section.papers,
            paragraphs=tuple(_paragraph(one, about) for one in section.paragraphs),
        )
        for section in draft.sections
    )
    return without_empty(
        MinutesContent(
            heading=_heading(plan, draft),
            attribution=draft.head.attribution,
            public_attribution=draft.head.public_attribution,
            sections=sections,
            next_meeting=next_meeting_of(plan=plan),
        )
    )


def _heading(plan: MeetingPlan, draft: MinutesDraft) -> Heading:
    """What was planned, and what is said of the meeting as it was held."""
    planned, head = plan_of(plan).heading, draft.head
    chair = actor_named(head.chair_delegation, planned.convention) if head.chair_delegation else None
    return replace(
        planned,
        start_time=head.start_time or planned.start_time,
        end_time=head.end_time or planned.end_time,
        chair=chair,
        chair_person=head.chair_person,
        chair_role=head.chair_role,
    )


def _paragraph(one: WrittenParagraph, about: dict[str, str]) -> IssuedParagraph:
    said = one.said
    return IssuedParagraph(
        id=one.id,
        kind=said.kind,
        text=said.text.strip(),
        delegation=said.delegation,
        initials=said.initials,
        owners=tuple(name.strip() for name in said.owners.split(";") if name.strip()),
        due=said.due,
        confidential=said.confidential,
        commitment=said.commitment,
        about=about.get(said.commitment, ""),
        done=said.done,
    )
