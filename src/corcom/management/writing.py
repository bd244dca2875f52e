"""Where a command puts what it has made: into a file, whole or not at all, or to standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from corcom.management.ending import REFUSED

__all__ = ["REFUSED", "put"]


def put(content: bytes, output: Path | None, *, text: bool) -> None:
    """Write what was made. What is no text does not go to a terminal. Errors: `CommandError`."""
    if output is None:
        if not text and sys.stdout.isatty():
            raise CommandError(_("This is no text for a terminal; name a file with --output."), returncode=REFUSED)
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    beside = output.with_name(f".{output.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(output)
    except OSError as error:
        if output.is_dir():
            said = _("--output names a folder, %(path)s; it must be a file.")
            raise CommandError(said % {"path": output}, returncode=REFUSED) from error
        raise CommandError(f"{output}: {error.strerror}", returncode=REFUSED) from error
