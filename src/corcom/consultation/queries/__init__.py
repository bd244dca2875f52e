from corcom.consultation.queries.comments import (
    CommentMade,
    NoSuchComment,
    Treatment,
    comment_made,
    comments_ever,
    comments_on,
)
from corcom.consultation.queries.consultations import (
    Consultation,
    Deadline,
    NoSuchConsultation,
    consultation,
    consultations,
    consultations_about,
)
from corcom.consultation.queries.drafts import DraftLine, draft_after
from corcom.consultation.queries.objections import (
    ObjectionOpened,
    SilenceOutcome,
    StillSealed,
    objection_kept,
    silence_outcome,
)
from corcom.consultation.queries.replies import CommentReply, comment_replies, consultation_letters
from corcom.consultation.queries.seal_key import SealKeyRefused
from corcom.consultation.queries.standing import PartyAnswer, answers

__all__ = [
    "CommentMade",
    "CommentReply",
    "Consultation",
    "Deadline",
    "DraftLine",
    "NoSuchComment",
    "NoSuchConsultation",
    "ObjectionOpened",
    "PartyAnswer",
    "SealKeyRefused",
    "SilenceOutcome",
    "StillSealed",
    "Treatment",
    "answers",
    "comment_made",
    "comment_replies",
    "comments_ever",
    "comments_on",
    "consultation",
    "consultation_letters",
    "consultations",
    "consultations_about",
    "draft_after",
    "objection_kept",
    "silence_outcome",
]
