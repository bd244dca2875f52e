from corcom.minuting.queries.commented import (
    ParagraphComment,
    consultation_of,
    paragraph_comments,
    with_wording,
)
from corcom.minuting.queries.drafts import (
    MinutesDraft,
    MinutesHead,
    WrittenParagraph,
    WrittenSection,
    is_written,
    minutes_draft,
)
from corcom.minuting.queries.errors import NoSuchParagraph, NotPublic, NotWritten
from corcom.minuting.queries.freezing import draft_content
from corcom.minuting.queries.insertables import OpenPoint, attendance_known, open_points, points_named
from corcom.minuting.queries.issues import (
    IssuedMinutes,
    StepOfMinutes,
    VersionOfParagraph,
    approved_by,
    changes_since,
    draft_issue,
    issue_of,
    issues_of,
    last_change,
    public_minutes,
    steps_of,
    versions_of,
)

__all__ = [
    "IssuedMinutes",
    "MinutesDraft",
    "MinutesHead",
    "NoSuchParagraph",
    "NotPublic",
    "NotWritten",
    "OpenPoint",
    "ParagraphComment",
    "StepOfMinutes",
    "VersionOfParagraph",
    "WrittenParagraph",
    "WrittenSection",
    "approved_by",
    "attendance_known",
    "changes_since",
    "consultation_of",
    "draft_content",
    "draft_issue",
    "is_written",
    "issue_of",
    "issues_of",
    "last_change",
    "minutes_draft",
    "open_points",
    "paragraph_comments",
    "points_named",
    "public_minutes",
    "steps_of",
    "versions_of",
    "with_wording",
]
