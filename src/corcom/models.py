"""The index of tables that Django reads; the tables themselves stand in their domains."""

from corcom.access.models import User
from corcom.directory.models import DirectoryContact, DirectoryPerson, DirectoryStep, PersonAffiliation
from corcom.documents.models import StoredFile
from corcom.followup.models import ActionPoint, ActionPointOwner, Decision, DecisionOwner, FollowUpEvent
from corcom.mandates.models import RecordedTerm, SoundingTaken
from corcom.meetings.models import AgendaItem, Attendance, Meeting
from corcom.minutes.models import Finding, FindingActor, Question, QuestionName, Reading, Verdict
from corcom.obligations.models import RecordedFact
from corcom.oversight.models import Passage, PassageActor
from corcom.register.models import AssessmentRate, RecordedTreatyAction, RecordedVote

__all__ = [
    "ActionPoint",
    "ActionPointOwner",
    "AgendaItem",
    "AssessmentRate",
    "Attendance",
    "Decision",
    "DecisionOwner",
    "DirectoryContact",
    "DirectoryPerson",
    "DirectoryStep",
    "Finding",
    "FindingActor",
    "FollowUpEvent",
    "Meeting",
    "Passage",
    "PassageActor",
    "PersonAffiliation",
    "Question",
    "QuestionName",
    "Reading",
    "RecordedFact",
    "RecordedTerm",
    "RecordedTreatyAction",
    "RecordedVote",
    "SoundingTaken",
    "StoredFile",
    "User",
    "Verdict",
]
