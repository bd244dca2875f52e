"""The `corcom` command.

Children that read files import this module again, so that it imports next to nothing before it is called.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from corcom.kernel.errors import CorcomError
from corcom.kernel.secret_file import keep_secret

DEMONSTRATION = {"CORCOM_DATA": ".demo", "CORCOM_HTTPS": "no"}
"""Settings of the demonstration: a folder of its own, where the environment names none, and plain HTTP."""
WITHOUT_A_SITE = ("read", "rules", "schema")
"""Commands that need no settings, tables or pages; loading those would take longer than reading a file."""


def main() -> None:
    """Run the command. Whoever reads along (`| head`) may have seen enough: that is no error."""
    try:
        try:
            _run()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run() -> None:
    if sys.argv[1:2] and sys.argv[1] in WITHOUT_A_SITE:
        _run_without_a_site()
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "corcom.site.settings")
    if sys.argv[1:2] == ["demo"]:
        _settings_of_a_demonstration()
    from django.conf import settings  # noqa: PLC0415  they must be named first
    from django.core.management import execute_from_command_line  # noqa: PLC0415  likewise

    from corcom.management.ending import REFUSED  # noqa: PLC0415  it loads Django

    try:
        data: Path = settings.DATA
    except CorcomError as refused:
        sys.stderr.write(f"corcom: {refused}\n")
        sys.exit(REFUSED)
    if sys.argv[1:2] == ["migrate"]:
        # The first command of a new site.
        data.mkdir(parents=True, exist_ok=True)
        if settings.SECRET_KEY_FILE is not None:
            keep_secret(settings.SECRET_KEY_FILE, settings.SECRET_KEY)
    execute_from_command_line(["corcom", *sys.argv[1:]])


def _run_without_a_site() -> None:
    """Run a command with Django's parser of arguments and nothing else of it; it speaks English, as all commands do."""
    from django.conf import settings  # noqa: PLC0415  only a command needs it

    settings.configure(USE_I18N=False)
    command = import_module(f"corcom.management.commands.{sys.argv[1]}").Command()
    command.run_from_argv(["corcom", *sys.argv[1:]])


def _settings_of_a_demonstration() -> None:
    """Whatever site the environment speaks of, its database and its hosts are no business of a demonstration."""
    for name in [name for name in os.environ if name.startswith("CORCOM_") and name != "CORCOM_DATA"]:
        del os.environ[name]
    for name, value in DEMONSTRATION.items():
        os.environ.setdefault(name, value)
