from corcom.oversight.queries.coherence import Disagreement, verdict_disagreements
from corcom.oversight.queries.kept import kept_promises
from corcom.oversight.queries.search import Choice, Found, Hit, Narrowed, search
from corcom.oversight.queries.slips import SlipFound, count_slips

__all__ = [
    "Choice",
    "Disagreement",
    "Found",
    "Hit",
    "Narrowed",
    "SlipFound",
    "count_slips",
    "kept_promises",
    "search",
    "verdict_disagreements",
]
