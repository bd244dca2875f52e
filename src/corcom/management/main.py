"""The `corcom` command."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from corcom.kernel.errors import CorcomError
from corcom.management.ending import REFUSED

DEMONSTRATION = {"CORCOM_DATA": ".demo", "CORCOM_HTTPS": "no"}
"""Settings of the demonstration: a folder of its own, where the environment names none, and plain HTTP."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corcom.site.settings")
    if sys.argv[1:2] == ["demo"]:
        _settings_of_a_demonstration()
    from django.conf import settings  # noqa: PLC0415  they must be named first
    from django.core.management import execute_from_command_line  # noqa: PLC0415  likewise

    try:
        data: Path = settings.DATA
    except CorcomError as refused:
        sys.stderr.write(f"corcom: {refused}\n")
        sys.exit(REFUSED)
    if sys.argv[1:2] == ["migrate"]:
        # The first command of a new site.
        data.mkdir(parents=True, exist_ok=True)
    execute_from_command_line(["corcom", *sys.argv[1:]])


def _settings_of_a_demonstration() -> None:
    """Whatever site the environment speaks of, its database and its hosts are no business of a demonstration."""
    for name in [name for name in os.environ if name.startswith("CORCOM_") and name != "CORCOM_DATA"]:
        del os.environ[name]
    for name, value in DEMONSTRATION.items():
        os.environ.setdefault(name, value)
