from corcom.polls.queries.polls import (
    PURPOSE,
    NoSuchPoll,
    PartyAnswer,
    PartyStanding,
    PollLine,
    PollStanding,
    poll,
    polls,
)

__all__ = [
    "PURPOSE",
    "NoSuchPoll",
    "PartyAnswer",
    "PartyStanding",
    "PollLine",
    "PollStanding",
    "poll",
    "polls",
]
