from corcom.questionnaires.actions.answering import CHANNELS, HandingIn, hand_in_answer, save_answer
from corcom.questionnaires.actions.asking import ToAsk, add_addresses, ask_states, renew_link, withdraw_asked_link
from corcom.questionnaires.actions.drafting import change_questionnaire, start_questionnaire
from corcom.questionnaires.actions.errors import (
    AnswerRefused,
    ClosesInThePast,
    NobodyToAsk,
    NoSuchQuestionnaire,
    NoSuchQuestionPart,
    NotAsked,
    NotComplete,
    NotNow,
    PartChanged,
    QuestionnaireChanged,
    QuestionnaireRefused,
)
from corcom.questionnaires.actions.letters import prepare_letters
from corcom.questionnaires.actions.opening import close_questionnaire, move_closing_day, open_questionnaire

__all__ = [
    "CHANNELS",
    "AnswerRefused",
    "ClosesInThePast",
    "HandingIn",
    "NoSuchQuestionPart",
    "NoSuchQuestionnaire",
    "NobodyToAsk",
    "NotAsked",
    "NotComplete",
    "NotNow",
    "PartChanged",
    "QuestionnaireChanged",
    "QuestionnaireRefused",
    "ToAsk",
    "add_addresses",
    "ask_states",
    "change_questionnaire",
    "close_questionnaire",
    "hand_in_answer",
    "move_closing_day",
    "open_questionnaire",
    "prepare_letters",
    "renew_link",
    "save_answer",
    "start_questionnaire",
    "withdraw_asked_link",
]
