from corcom.consultation.actions.circulating import circulate
from corcom.consultation.actions.commenting import comment_on, say_no_comments
from corcom.consultation.actions.deadlines import extend_deadline
from corcom.consultation.actions.drafting import circulate_again, draft_paragraph
from corcom.consultation.actions.errors import (
    AlreadyFollowed,
    AlreadyTreated,
    CommentChanged,
    CommentsThere,
    ConsultationClosed,
    ConsultationOpen,
    ConsultationRefused,
    DeadlineNotLater,
    NoSuchParagraph,
    NoSuchReply,
    NotConsulted,
    NotTreated,
    OtherProcedure,
    ParagraphChanged,
    ParagraphsCollide,
    ReplyAlreadyTaken,
    TreatmentRefused,
)
from corcom.consultation.actions.letters import LettersPrepared, prepare_letters
from corcom.consultation.actions.objecting import object_to, withdraw_objection
from corcom.consultation.actions.replies import set_reply_aside, take_up_reply
from corcom.consultation.actions.treating import treat_comment, undo_treatment

__all__ = [
    "AlreadyFollowed",
    "AlreadyTreated",
    "CommentChanged",
    "CommentsThere",
    "ConsultationClosed",
    "ConsultationOpen",
    "ConsultationRefused",
    "DeadlineNotLater",
    "LettersPrepared",
    "NoSuchParagraph",
    "NoSuchReply",
    "NotConsulted",
    "NotTreated",
    "OtherProcedure",
    "ParagraphChanged",
    "ParagraphsCollide",
    "ReplyAlreadyTaken",
    "TreatmentRefused",
    "circulate",
    "circulate_again",
    "comment_on",
    "draft_paragraph",
    "extend_deadline",
    "object_to",
    "prepare_letters",
    "say_no_comments",
    "set_reply_aside",
    "take_up_reply",
    "treat_comment",
    "undo_treatment",
    "withdraw_objection",
]
