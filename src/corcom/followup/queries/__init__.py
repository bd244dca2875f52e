from corcom.followup.queries.arising import MattersArising, matters_arising
from corcom.followup.queries.commitments import (
    NoSuchCommitment,
    action_point,
    action_points,
    decision,
    decisions,
    terms_of,
)
from corcom.followup.queries.facets import Choice, Facets, facets_of
from corcom.followup.queries.history import StepTaken, history_of

__all__ = [
    "Choice",
    "Facets",
    "MattersArising",
    "NoSuchCommitment",
    "StepTaken",
    "action_point",
    "action_points",
    "decision",
    "decisions",
    "facets_of",
    "history_of",
    "matters_arising",
    "terms_of",
]
