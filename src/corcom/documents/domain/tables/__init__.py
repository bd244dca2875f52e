"""Tables as files, CSV for programs and XLSX for people: the same cells in both, out and back in."""

from corcom.documents.domain.tables.errors import UnknownFormula
from corcom.documents.domain.tables.reading import FoundTable, read_tables
from corcom.documents.domain.tables.writing import csv_file, workbook, xlsx_file
from corcom.kernel.tables import Cell

__all__ = ["Cell", "FoundTable", "UnknownFormula", "csv_file", "read_tables", "workbook", "xlsx_file"]
