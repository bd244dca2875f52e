"""Wrong passwords are counted across the processes of a server, which share nothing but the site."""

from __future__ import annotations

import subprocess
import sys

from tests.cli.conftest import COMMAND, Site

TRY = """
import sys
import django
django.setup()
from django.test import Client
for password in sys.argv[1:]:
    form = {"login": "anna", "password": password}
    print(Client(headers={"host": "localhost"}).post("/account/sign-in/", form).status_code)
"""
WORDS = "seven quiet rivers"


def tried(site: Site, *passwords: str) -> list[str]:
    """The answers to passwords that a process of its own asks for."""
    environment = {**site.environment, "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}
    words = [sys.executable, "-c", TRY, *passwords]
    return subprocess.run(words, env=environment, capture_output=True, text=True, check=True).stdout.split()


def test_who_gave_too_many_wrong_passwords_to_one_process_is_locked_out_of_the_other(site: Site) -> None:
    opened = subprocess.run(
        [COMMAND, "account", "anna", "--password-stdin"],
        env=site.environment,
        input=WORDS,
        text=True,
        check=False,
        capture_output=True,
    )
    assert opened.returncode == 0
    assert tried(site, WORDS) == ["302"]
    wrong = tried(site, *["wrong"] * 6)
    assert wrong[:5] == ["200"] * 5
    # Another process, and even the right password.
    assert tried(site, WORDS) != ["302"]
