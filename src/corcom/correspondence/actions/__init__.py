from corcom.correspondence.actions.answering import ANSWER_CHANNELS, AnswerCame, record_answer, strike_answer
from corcom.correspondence.actions.approving import approve_letter, reopen_letter, withdraw_letter
from corcom.correspondence.actions.drafting import (
    ask_again,
    change_letter,
    draft_letter,
    leave_out,
    set_language,
    take_in,
)
from corcom.correspondence.actions.errors import (
    AnswerInTheFuture,
    ChangedMeanwhile,
    LetterIncomplete,
    LetterRefused,
    LetterStepRefused,
    NobodyToWriteTo,
    NoSuchCopy,
    NoSuchLetter,
    NoSuchTemplate,
    WithoutName,
    WithoutReason,
)
from corcom.correspondence.actions.making import make_copies
from corcom.correspondence.actions.sending import send_letter
from corcom.correspondence.actions.templates import (
    drop_template_language,
    make_template,
    retire_template,
    take_over_templates,
    word_template,
)

__all__ = [
    "ANSWER_CHANNELS",
    "AnswerCame",
    "AnswerInTheFuture",
    "ChangedMeanwhile",
    "LetterIncomplete",
    "LetterRefused",
    "LetterStepRefused",
    "NoSuchCopy",
    "NoSuchLetter",
    "NoSuchTemplate",
    "NobodyToWriteTo",
    "WithoutName",
    "WithoutReason",
    "approve_letter",
    "ask_again",
    "change_letter",
    "draft_letter",
    "drop_template_language",
    "leave_out",
    "make_copies",
    "make_template",
    "record_answer",
    "reopen_letter",
    "retire_template",
    "send_letter",
    "set_language",
    "strike_answer",
    "take_in",
    "take_over_templates",
    "withdraw_letter",
    "word_template",
]
