from corcom.register.queries.acts import believed_action, believed_actions, treaty_actions
from corcom.register.queries.belief import Belief, beliefs, believed, value_of
from corcom.register.queries.rates_and_votes import rates, votes
from corcom.register.queries.registered import register_of, registers

__all__ = [
    "Belief",
    "beliefs",
    "believed",
    "believed_action",
    "believed_actions",
    "rates",
    "register_of",
    "registers",
    "treaty_actions",
    "value_of",
    "votes",
]
