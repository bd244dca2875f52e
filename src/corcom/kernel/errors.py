"""The root of all errors that CorCom foresees."""

from __future__ import annotations


class CorcomError(Exception):
    """An error that was foreseen: it carries values, and the interface turns it into words."""
