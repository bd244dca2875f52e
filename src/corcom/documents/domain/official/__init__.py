"""Official documents as .docx and .pdf: A4, serif, numbered paragraphs, page numbers, in whatever script the words are."""

from corcom.documents.domain.official.document import OfficialDocument
from corcom.documents.domain.official.glyphs import letters_without_glyph
from corcom.documents.domain.official.parts import Cell, Column
from corcom.documents.domain.official.pdf_writing import NoGlyph
from corcom.documents.domain.official.safe import xml_safe
from corcom.documents.domain.official.widths import columns_of

__all__ = ["Cell", "Column", "NoGlyph", "OfficialDocument", "columns_of", "letters_without_glyph", "xml_safe"]
