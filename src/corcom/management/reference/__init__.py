"""Pages of the manual that are written from the code, so that they cannot say anything else."""

from __future__ import annotations

from corcom.management.reference.addresses_page import addresses_page
from corcom.management.reference.commands_page import commands_page
from corcom.management.reference.settings_page import settings_page

PAGES = {"settings.md": settings_page, "commands.md": commands_page, "addresses.md": addresses_page}
"""By the name of the file in docs/."""

__all__ = ["PAGES", "addresses_page", "commands_page", "settings_page"]
