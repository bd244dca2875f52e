from corcom.oversight.actions.importing import import_records
from corcom.oversight.actions.indexing import index_all, index_reading
from corcom.oversight.actions.issuing import approve_minutes, circulate_minutes
from corcom.oversight.actions.keeping import close_kept_promises
from corcom.oversight.actions.reviewing import (
    accept_certain,
    accept_finding,
    accept_findings,
    edit_finding,
    reject_finding,
    undo_findings,
    undo_verdict,
)
from corcom.oversight.actions.taking_in import take_in_document
from corcom.oversight.actions.taking_over import RELEASE_ACCOUNT, LinesRefused, take_over_packaged, take_over_register

__all__ = [
    "RELEASE_ACCOUNT",
    "LinesRefused",
    "accept_certain",
    "accept_finding",
    "accept_findings",
    "approve_minutes",
    "circulate_minutes",
    "close_kept_promises",
    "edit_finding",
    "import_records",
    "index_all",
    "index_reading",
    "reject_finding",
    "take_in_document",
    "take_over_packaged",
    "take_over_register",
    "undo_findings",
    "undo_verdict",
]
