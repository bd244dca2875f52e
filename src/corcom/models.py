"""The index of tables that Django reads; the tables themselves stand in their domains."""

from corcom.access.models import SignedLink, User
from corcom.consultation.models import (
    CirculatedParagraph,
    CommentTreatment,
    CommentVersion,
    Consultation,
    ConsultationDeadline,
    ConsultedParty,
    DraftedParagraph,
    ReplyTaken,
)
from corcom.directory.models import DirectoryContact, DirectoryPerson, DirectoryStep, PersonAffiliation
from corcom.documents.models import StoredFile
from corcom.followup.models import ActionPoint, ActionPointOwner, Decision, DecisionOwner, FollowUpEvent
from corcom.mandates.models import RecordedTerm, SoundingTaken
from corcom.meetings.models import (
    AgendaItem,
    AgendaRelease,
    Attendance,
    CalendarFeed,
    DraftAgendaItem,
    FollowedTimeline,
    ForumDates,
    Meeting,
    MeetingPlan,
    PlanEvent,
    TimelinePoint,
)
from corcom.minutes.models import Finding, FindingActor, Question, QuestionName, Reading, Verdict
from corcom.minuting.models import (
    MinutesIssue,
    MinutesParagraph,
    MinutesSection,
    MinutesStep,
    ParagraphVersion,
    WrittenMinutes,
)
from corcom.obligations.models import RecordedFact
from corcom.outbox.models import (
    IncomingMessage,
    MessageAttachment,
    MessageAttempt,
    MessageStep,
    OutgoingMessage,
    ReleaseRule,
)
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
    "CirculatedParagraph",
    "CommentTreatment",
    "CommentVersion",
    "Consultation",
    "ConsultationDeadline",
    "ConsultedParty",
    "Decision",
    "DecisionOwner",
    "DirectoryContact",
    "DirectoryPerson",
    "DirectoryStep",
    "DraftAgendaItem",
    "DraftedParagraph",
    "Finding",
    "FindingActor",
    "FollowUpEvent",
    "FollowedTimeline",
    "ForumDates",
    "IncomingMessage",
    "Meeting",
    "MeetingPlan",
    "MessageAttachment",
    "MessageAttempt",
    "MessageStep",
    "MinutesIssue",
    "MinutesParagraph",
    "MinutesSection",
    "MinutesStep",
    "OutgoingMessage",
    "ParagraphVersion",
    "Passage",
    "PassageActor",
    "PersonAffiliation",
    "PlanEvent",
    "Question",
    "QuestionName",
    "Reading",
    "RecordedFact",
    "RecordedTerm",
    "RecordedTreatyAction",
    "RecordedVote",
    "ReleaseRule",
    "ReplyTaken",
    "SignedLink",
    "SoundingTaken",
    "StoredFile",
    "TimelinePoint",
    "User",
    "Verdict",
    "WrittenMinutes",
]
