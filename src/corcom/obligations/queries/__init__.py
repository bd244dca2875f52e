from corcom.obligations.queries.between import FallingDue, falling_due
from corcom.obligations.queries.owed import coming, convention_owed, registers_owed, state_owed, state_periods
from corcom.obligations.queries.recorded import believed_fact, believed_facts, facts

__all__ = [
    "FallingDue",
    "believed_fact",
    "believed_facts",
    "coming",
    "convention_owed",
    "facts",
    "falling_due",
    "registers_owed",
    "state_owed",
    "state_periods",
]
