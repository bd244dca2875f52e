"""The `corcom` command."""

from __future__ import annotations

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corcom.site.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415  the settings must be named first

    execute_from_command_line(["corcom", *sys.argv[1:]])
