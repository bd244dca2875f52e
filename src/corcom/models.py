"""The index of tables that Django reads; the tables themselves stand in their domains."""

from corcom.access.models import (
    AccountStep,
    SignedLink,
    User,
)
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
from corcom.directory.models import (
    DirectoryContact,
    DirectoryPerson,
    DirectoryStep,
    PersonAffiliation,
)
from corcom.documents.models import (
    StoredFile,
)
from corcom.followup.models import (
    ActionPoint,
    ActionPointOwner,
    Decision,
    DecisionOwner,
    FollowUpEvent,
)
from corcom.mandates.models import (
    ActingPerson,
    RecordedTerm,
    SoundingTaken,
)
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
from corcom.minutes.models import (
    Finding,
    FindingActor,
    Question,
    QuestionName,
    Reading,
    Verdict,
)
from corcom.obligations.models import (
    RecordedFact,
)
from corcom.outbox.models import (
    IncomingMessage,
    MessageAttachment,
    MessageAttempt,
    MessageStep,
    OutgoingMessage,
    ReleaseRule,
)
from corcom.oversight.models import (
    Passage,
    PassageActor,
)
from corcom.participation.models import (
    AttendanceStep,
    ChecklistEntry,
    ChecklistStep,
    DelegationPresence,
    Invitation,
    InvitationAnswer,
    InvitationLetter,
    ParticipantsRelease,
    PersonPresence,
)
from corcom.programme.models import (
    Programme,
    ProgrammeRelease,
    ProgrammeSession,
    ProgrammeStep,
)
from corcom.register.models import (
    AssessmentRate,
    RecordedTreatyAction,
    RecordedVote,
)
from corcom.reporting.models import (
    ReportPart,
    ReportRemark,
    ReportStep,
    ReportVersion,
    TransparencyReport,
)

__all__ = [
    "AccountStep",
    "ActingPerson",
    "ActionPoint",
    "ActionPointOwner",
    "AgendaItem",
    "AgendaRelease",
    "AssessmentRate",
    "Attendance",
    "AttendanceStep",
    "CalendarFeed",
    "ChecklistEntry",
    "ChecklistStep",
    "CirculatedParagraph",
    "CommentTreatment",
    "CommentVersion",
    "Consultation",
    "ConsultationDeadline",
    "ConsultedParty",
    "Decision",
    "DecisionOwner",
    "DelegationPresence",
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
    "Invitation",
    "InvitationAnswer",
    "InvitationLetter",
    "Meeting",
    "MeetingPlan",
    "MessageAttachment",
    "MessageAttempt",
    "MessageStep",
    "OutgoingMessage",
    "ParticipantsRelease",
    "Passage",
    "PassageActor",
    "PersonAffiliation",
    "PersonPresence",
    "PlanEvent",
    "Programme",
    "ProgrammeRelease",
    "ProgrammeSession",
    "ProgrammeStep",
    "Question",
    "QuestionName",
    "Reading",
    "RecordedFact",
    "RecordedTerm",
    "RecordedTreatyAction",
    "RecordedVote",
    "ReleaseRule",
    "ReplyTaken",
    "ReportPart",
    "ReportRemark",
    "ReportStep",
    "ReportVersion",
    "SignedLink",
    "SoundingTaken",
    "StoredFile",
    "TimelinePoint",
    "TransparencyReport",
    "User",
    "Verdict",
]
