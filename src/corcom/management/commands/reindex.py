"""`corcom reindex`: make the index of search anew from what was read."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from corcom.management.ending import one_line
from corcom.oversight.actions import index_all


class Command(BaseCommand):
    help = "Make the index of search anew from what was read. Needed only where search misses something."

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line():
            done = sum(1 for _reading in index_all())
        told = ngettext("%(count)d document can be found", "%(count)d documents can be found", done)
        self.stdout.write(told % {"count": done})
