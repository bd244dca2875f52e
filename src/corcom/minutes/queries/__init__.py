from corcom.minutes.queries.confirmations import Confirmation, confirmations, confirmations_behind
from corcom.minutes.queries.errors import NoSuchActor, NoSuchFinding, NoSuchQuestion, NoSuchReading
from corcom.minutes.queries.mandates import MandateOnRecord, mandates_on_record
from corcom.minutes.queries.meeting_files import record_json
from corcom.minutes.queries.passages import NoSuchPassage, Passage, later_passages, passage_at
from corcom.minutes.queries.questions import QuestionLine, QuestionPage, Stood, question_page, questions
from corcom.minutes.queries.readings import (
    FindingShown,
    ReadingShown,
    finding,
    findings_of,
    gone_findings,
    readers_of,
    reading,
    reading_with,
    readings,
    record_of,
    text_of,
)
from corcom.minutes.queries.records import MeetingLine, meeting_record, meetings_list, remarks
from corcom.minutes.queries.states import ActorLine, Attended, Said, StatePage, actors, state_page

__all__ = [
    "ActorLine",
    "Attended",
    "Confirmation",
    "FindingShown",
    "MandateOnRecord",
    "MeetingLine",
    "NoSuchActor",
    "NoSuchFinding",
    "NoSuchPassage",
    "NoSuchQuestion",
    "NoSuchReading",
    "Passage",
    "QuestionLine",
    "QuestionPage",
    "ReadingShown",
    "Said",
    "StatePage",
    "Stood",
    "actors",
    "confirmations",
    "confirmations_behind",
    "finding",
    "findings_of",
    "gone_findings",
    "later_passages",
    "mandates_on_record",
    "meeting_record",
    "meetings_list",
    "passage_at",
    "question_page",
    "questions",
    "readers_of",
    "reading",
    "reading_with",
    "readings",
    "record_json",
    "record_of",
    "remarks",
    "state_page",
    "text_of",
]
