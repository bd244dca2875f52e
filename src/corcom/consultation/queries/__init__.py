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

__all__ = [
    "CommentMade",
    "Consultation",
    "Deadline",
    "NoSuchComment",
    "NoSuchConsultation",
    "Treatment",
    "comment_made",
    "comments_ever",
    "comments_on",
    "consultation",
    "consultations",
    "consultations_about",
]
