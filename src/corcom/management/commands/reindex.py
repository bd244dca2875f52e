"""`corcom reindex`: make the index of search anew from what was read, and say what does not agree."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.management.ending import one_line
from corcom.oversight.actions import index_all
from corcom.oversight.queries import verdict_disagreements


class Command(BaseCommand):
    help = (
        "Make the index of search anew from what was read, and say which findings do not stand as their verdicts say."
    )
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line():
            done = sum(1 for _reading in index_all())
            found = verdict_disagreements()
        told = ngettext("%(count)d document can be found", "%(count)d documents can be found", done)
        self.stdout.write(told % {"count": done})
        for one in found:
            said = _("finding %(number)d stands as %(stored)s; its verdicts say %(computed)s")
            values = {"number": one.finding_id, "stored": one.stored, "computed": one.computed}
            self.stderr.write(said % values)
        if found:
            sys.exit(1)
