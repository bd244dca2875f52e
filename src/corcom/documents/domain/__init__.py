"""Files of documents into text with marks, within bounds that no file gets past."""

from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.extract import extract
from corcom.documents.domain.limits import LIMITS, Limits
from corcom.documents.domain.text import DocumentText, Mark

__all__ = ["LIMITS", "DocumentRefused", "DocumentText", "Limits", "Mark", "extract"]
