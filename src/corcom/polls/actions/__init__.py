from corcom.polls.actions.errors import (
    ClosesTooSoon,
    NobodyAsked,
    NoSuchDate,
    NotAsked,
    NothingSaid,
    NotTentative,
    PollEnded,
    PollOpenAlready,
)
from corcom.polls.actions.letters import PollLetters, prepare_poll_letters
from corcom.polls.actions.polling import answer_poll, confirm_date, end_poll, open_poll

__all__ = [
    "ClosesTooSoon",
    "NoSuchDate",
    "NobodyAsked",
    "NotAsked",
    "NotTentative",
    "NothingSaid",
    "PollEnded",
    "PollLetters",
    "PollOpenAlready",
    "answer_poll",
    "confirm_date",
    "end_poll",
    "open_poll",
    "prepare_poll_letters",
]
