from corcom.documents.queries.errors import NoSuchDocument, NoSuchUpload, NoSuchVersion
from corcom.documents.queries.files import NoSuchFile, file_with, stored_file
from corcom.documents.queries.narrowed import (
    SORTS,
    DocumentsFound,
    DocumentsWanted,
    documents_found,
    documents_matching,
)
from corcom.documents.queries.published import (
    document_for,
    documents_for,
    history_for,
    is_kept_for_documents,
    version_for,
)
from corcom.documents.queries.shown import ForWhom, HistoryStep, OpenedVersion, ShownDocument, ShownVersion, Translated
from corcom.documents.queries.symbols import ProposedSymbol, proposed_after, proposed_symbols
from corcom.documents.queries.uploads import Arriving, upload_of, uploads_of

__all__ = [
    "SORTS",
    "Arriving",
    "DocumentsFound",
    "DocumentsWanted",
    "ForWhom",
    "HistoryStep",
    "NoSuchDocument",
    "NoSuchFile",
    "NoSuchUpload",
    "NoSuchVersion",
    "OpenedVersion",
    "ProposedSymbol",
    "ShownDocument",
    "ShownVersion",
    "Translated",
    "document_for",
    "documents_for",
    "documents_found",
    "documents_matching",
    "file_with",
    "history_for",
    "is_kept_for_documents",
    "proposed_after",
    "proposed_symbols",
    "stored_file",
    "upload_of",
    "uploads_of",
    "version_for",
]
