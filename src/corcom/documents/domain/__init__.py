"""Files of documents into text with marks, within bounds that no file gets past."""

from corcom.documents.domain.bounded import BOUNDS, Bounds, run_bounded, run_one
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.extract import extract
from corcom.documents.domain.limits import LIMITS, Limits
from corcom.documents.domain.text import DocumentText, Mark

__all__ = [
    "BOUNDS",
    "LIMITS",
    "Bounds",
    "DocumentRefused",
    "DocumentText",
    "Limits",
    "Mark",
    "extract",
    "run_bounded",
    "run_one",
]
