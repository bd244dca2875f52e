from corcom.oversight.queries.coherence import Disagreement, verdict_disagreements
from corcom.oversight.queries.search import Choice, Found, Hit, Narrowed, search

__all__ = ["Choice", "Disagreement", "Found", "Hit", "Narrowed", "search", "verdict_disagreements"]
