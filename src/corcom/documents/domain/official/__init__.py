"""Official documents as .docx: A4, serif, numbered paragraphs, page numbers, in whatever script the words are."""

from corcom.documents.domain.official.document import Cell, Column, OfficialDocument
from corcom.documents.domain.official.safe import xml_safe

__all__ = ["Cell", "Column", "OfficialDocument", "xml_safe"]
