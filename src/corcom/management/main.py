"""The `corcom` command."""

from __future__ import annotations

import os
import sys

DEMONSTRATION = {"CORCOM_DATA": ".demo", "CORCOM_HTTPS": "no"}
"""Settings of the demonstration, where the environment does not say otherwise: a folder of its own, plain HTTP."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corcom.site.settings")
    if sys.argv[1:2] == ["demo"]:
        for name, value in DEMONSTRATION.items():
            os.environ.setdefault(name, value)
    from django.core.management import execute_from_command_line  # noqa: PLC0415  the settings must be named first

    execute_from_command_line(["corcom", *sys.argv[1:]])
