from corcom.oversight.queries.coherence import Disagreement, verdict_disagreements
from corcom.oversight.queries.kept import kept_promises
from corcom.oversight.queries.mandates import mandate_said, mandates_unrecorded
from corcom.oversight.queries.search import Choice, Found, Hit, Narrowed, search
from corcom.oversight.queries.slips import SlipFound, count_slips
from corcom.oversight.queries.work_plan import work_plan

__all__ = [
    "Choice",
    "Disagreement",
    "Found",
    "Hit",
    "Narrowed",
    "SlipFound",
    "count_slips",
    "kept_promises",
    "mandate_said",
    "mandates_unrecorded",
    "search",
    "verdict_disagreements",
    "work_plan",
]
