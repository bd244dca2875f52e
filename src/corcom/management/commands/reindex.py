"""`corcom reindex`: make the index of search anew from what was read."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.oversight.actions import index_all


class Command(BaseCommand):
    help = "Make the index of search anew from what was read. Needed only where search misses something."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = sum(1 for _reading in index_all())
        except DatabaseError as error:
            raise CommandError(
                _("The database is not ready (%(error)s). Run `corcom migrate` first.") % {"error": error}
            ) from error
        told = ngettext("%(count)d document can be found", "%(count)d documents can be found", done)
        self.stdout.write(told % {"count": done})
