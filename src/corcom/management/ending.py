"""How a command ends: its exit statuses, and what was foreseen to go wrong in one line."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from corcom.kernel.errors import CorcomError

REFUSED = 2
"""Exit status where something that was asked for was not done."""
STOPPED = 130
"""Exit status after an interrupt, as shells have it."""


@contextmanager
def one_line(*, stopped: str = "") -> Iterator[None]:
    """What a command does: errors that were foreseen become one line and status 2, an interrupt status 130.

    `stopped` is what to say after an interrupt.
    """
    try:
        yield
    except KeyboardInterrupt:
        if stopped:
            sys.stderr.write(f"{stopped}\n")
        sys.exit(STOPPED)
    except CorcomError as error:
        raise CommandError(" ".join(str(error).split()), returncode=REFUSED) from error
    except DatabaseError as error:
        said = _("The database is not ready (%(error)s). Run `corcom migrate` first.")
        raise CommandError(said % {"error": " ".join(str(error).split())}, returncode=REFUSED) from error
