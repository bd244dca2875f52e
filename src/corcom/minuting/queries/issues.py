"""Issues of minutes, what happened to minutes as a whole, and the versions of their paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from corcom.kernel.wording import ENGLISH, Wording
from corcom.minuting.domain.content import from_json
from corcom.minuting.domain.corrections import NotedCorrection
from corcom.minuting.domain.issue import Approval, Issue
from corcom.minuting.domain.paragraphs import TakingDown, taking_down
from corcom.minuting.domain.standing import public_issue
from corcom.minuting.models import MinutesIssue, MinutesStep, ParagraphVersion
from corcom.minuting.queries.errors import NotPublic
from corcom.minuting.queries.freezing import draft_content


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedMinutes:
    """An issue with who issued it and when, and the document that the record rests on."""

    issue: Issue
    meeting: int
    at: datetime
    by: str
    file: int
    reading: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOfMinutes:
    """What happened to minutes as a whole; `version` is that of the issue, 0 for none."""

    kind: str
    at: datetime
    by: str
    note: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionOfParagraph:
    """What one change made of a paragraph."""

    id: int
    paragraph: int
    kind: str
    said: TakingDown
    removed: bool
    at: datetime
    by: str


def issues_of(*, meeting: int) -> list[IssuedMinutes]:
    """The issues of the minutes of a meeting, the latest first. One SQL query."""
    rows = MinutesIssue.objects.filter(minutes__plan__meeting=meeting)
    return [_issued(row) for row in rows.select_related("issued_by", "approved_at__meeting", "minutes__plan")]


def issue_of(*, meeting: int, version: int) -> IssuedMinutes | None:
    """One issue; None where there is none with this version. One SQL query."""
    return next((one for one in issues_of(meeting=meeting) if one.issue.version == version), None)


def draft_issue(*, meeting: int, wording: Wording = ENGLISH) -> Issue:
    """The draft as it stands, in the form of an issue. Errors: `NotWritten`."""
    return Issue(kind="draft", content=draft_content(meeting=meeting, wording=wording))


def public_minutes(*, meeting: int) -> IssuedMinutes:
    """The issue whose public copy everybody may see: approved, and made public by a person. Two SQL queries.

    Whoever shows minutes to the public asks here and nowhere else. Errors: `NotPublic`.
    """
    steps = MinutesStep.objects.filter(minutes__plan__meeting=meeting).values_list("kind", "issue")
    number = public_issue(steps)
    rows = MinutesIssue.objects.filter(pk=number or 0, kind__in=("approved", "corrected"))
    row = rows.select_related("issued_by", "approved_at__meeting", "minutes__plan").first()
    if row is None:
        raise NotPublic(meeting)
    return _issued(row)


def approved_by(*, meeting: int) -> list[IssuedMinutes]:
    """The minutes that this meeting took as a correct record, the earliest meeting first. One SQL query."""
    rows = MinutesIssue.objects.filter(approved_at__meeting=meeting).order_by("minutes__plan__starts_on", "version")
    return [_issued(row) for row in rows.select_related("issued_by", "approved_at__meeting", "minutes__plan")]


def steps_of(*, meeting: int) -> list[StepOfMinutes]:
    """What happened to the minutes of a meeting, the oldest first. One SQL query."""
    rows = MinutesStep.objects.filter(minutes__plan__meeting=meeting).select_related("by", "issue")
    return [
        StepOfMinutes(
            kind=row.kind,
            at=row.at,
            by=row.by.get_full_name(),
            note=row.note,
            version=row.issue.version if row.issue else 0,
        )
        for row in rows
    ]


def versions_of(*, meeting: int, paragraph: int) -> list[VersionOfParagraph]:
    """Every version of one paragraph, the oldest first. One SQL query."""
    rows = ParagraphVersion.objects.filter(paragraph__section__minutes__plan__meeting=meeting, paragraph=paragraph)
    return [_version(row) for row in rows.select_related("by")]


def last_change(*, meeting: int) -> int:
    """The number of the last change of any paragraph; 0 for none. One SQL query."""
    rows = ParagraphVersion.objects.filter(paragraph__section__minutes__plan__meeting=meeting)
    return rows.order_by("-pk").values_list("pk", flat=True).first() or 0


def changes_since(*, meeting: int, since: int) -> list[VersionOfParagraph]:
    """What changed after the change with this number, the oldest first. One SQL query."""
    rows = ParagraphVersion.objects.filter(paragraph__section__minutes__plan__meeting=meeting, pk__gt=since)
    return [_version(row) for row in rows.exclude(kind="collided").select_related("by")]


def _version(row: ParagraphVersion) -> VersionOfParagraph:
    return VersionOfParagraph(
        id=row.pk,
        paragraph=row.paragraph_id,
        kind=row.kind,
        said=taking_down(row.said),
        removed=row.removed,
        at=row.at,
        by=row.by.get_full_name(),
    )


def _issued(row: MinutesIssue) -> IssuedMinutes:
    return IssuedMinutes(
        issue=Issue(
            kind=row.kind,  # type: ignore[arg-type]  # the column has these choices
            content=from_json(row.content),
            version=row.version,
            approval=_approval(row),
            corrections=tuple(NotedCorrection(**one) for one in row.corrections),
        ),
        meeting=row.minutes.plan.meeting_id,
        at=row.issued_at,
        by=row.issued_by.get_full_name(),
        file=row.file_id,
        reading=row.reading_id,
    )


def _approval(row: MinutesIssue) -> Approval | None:
    plan = row.approved_at
    if plan is None:
        return None
    return Approval(meeting=plan.meeting_id, body=plan.meeting.body, date=plan.starts_on.isoformat(), note=row.note)
