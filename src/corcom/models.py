"""The index of tables that Django reads; the tables themselves stand in their domains."""

from corcom.access.models import User
from corcom.documents.models import StoredFile
from corcom.followup.models import ActionPoint, ActionPointOwner, Decision, DecisionOwner, FollowUpEvent
from corcom.meetings.models import (
    AgendaItem,
    AgendaRelease,
    Attendance,
    CalendarFeed,
    DraftAgendaItem,
    ForumDates,
    Meeting,
    MeetingPlan,
    PlanEvent,
)
from corcom.minutes.models import Finding, FindingActor, Question, QuestionName, Reading, Verdict
from corcom.obligations.models import RecordedFact
from corcom.oversight.models import Passage, PassageActor
from corcom.register.models import AssessmentRate, RecordedTreatyAction, RecordedVote

__all__ = [
    "ActionPoint",
    "ActionPointOwner",
    "AgendaItem",
    "AgendaRelease",
    "AssessmentRate",
    "Attendance",
    "CalendarFeed",
    "Decision",
    "DecisionOwner",
    "DraftAgendaItem",
    "Finding",
    "FindingActor",
    "FollowUpEvent",
    "ForumDates",
    "Meeting",
    "MeetingPlan",
    "Passage",
    "PassageActor",
    "PlanEvent",
    "Question",
    "QuestionName",
    "Reading",
    "RecordedFact",
    "RecordedTreatyAction",
    "RecordedVote",
    "StoredFile",
    "User",
    "Verdict",
]
