from corcom.followup.domain.arising import MattersArising
from corcom.followup.queries.arising import matters_arising
from corcom.followup.queries.commitments import (
    NoSuchCommitment,
    action_point,
    action_points,
    decision,
    decisions,
    terms_of,
)
from corcom.followup.queries.facets import Choice, Facets, facets_of
from corcom.followup.queries.history import Change, StepTaken, changes_since, history_of, reopened
from corcom.followup.queries.pages import CommitmentPage, commitments_page, pending_by_owner

__all__ = [
    "Change",
    "Choice",
    "CommitmentPage",
    "Facets",
    "MattersArising",
    "NoSuchCommitment",
    "StepTaken",
    "action_point",
    "action_points",
    "changes_since",
    "commitments_page",
    "decision",
    "decisions",
    "facets_of",
    "history_of",
    "matters_arising",
    "pending_by_owner",
    "reopened",
    "terms_of",
]
