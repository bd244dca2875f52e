from corcom.obligations.actions.correcting import correct_fact, strike_fact
from corcom.obligations.actions.errors import (
    FactMisfit,
    InTheFuture,
    NoSuchFact,
    NoSuchObligation,
    ReceivedAlready,
    ReceivedTooEarly,
    RecordedAlready,
    WithoutUntil,
)
from corcom.obligations.actions.recording import record_fact, record_facts, take_over_facts

__all__ = [
    "FactMisfit",
    "InTheFuture",
    "NoSuchFact",
    "NoSuchObligation",
    "ReceivedAlready",
    "ReceivedTooEarly",
    "RecordedAlready",
    "WithoutUntil",
    "correct_fact",
    "record_fact",
    "record_facts",
    "strike_fact",
    "take_over_facts",
]
