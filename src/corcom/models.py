"""The index of tables that Django reads; the tables themselves stand in their domains."""

from corcom.access.models import User

__all__ = ["User"]
