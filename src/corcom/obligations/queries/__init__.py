from corcom.obligations.queries.owed import coming, convention_owed, registers_owed, state_owed, state_periods
from corcom.obligations.queries.recorded import believed_fact, believed_facts, facts

__all__ = [
    "believed_fact",
    "believed_facts",
    "coming",
    "convention_owed",
    "facts",
    "registers_owed",
    "state_owed",
    "state_periods",
]
