from corcom.oversight.actions.indexing import index_all, index_reading
from corcom.oversight.actions.taking_in import take_in_document

__all__ = ["index_all", "index_reading", "take_in_document"]
