from corcom.oversight.actions.importing import import_records
from corcom.oversight.actions.indexing import index_all, index_reading
from corcom.oversight.actions.taking_in import take_in_document

__all__ = ["import_records", "index_all", "index_reading", "take_in_document"]
