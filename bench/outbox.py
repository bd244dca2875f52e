"""How many messages a second go to a mail server on this machine: `python -m bench.outbox`.

120 letters with an attachment, prepared, released and sent by one worker, each with its three commits, all of which reach the disk. The
peer is `smtplib` alone over one connection, with the same bytes and nothing written down.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

LETTERS = 120
START = "import django; django.setup(); from bench.letters import main; main()"


def run(letters: int = LETTERS) -> str:
    """The table, from a process of its own: settings are read once, and these are of a site that lives for seconds."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("CORCOM_", "DJANGO_"))}
    with tempfile.TemporaryDirectory() as folder:
        own = {"CORCOM_DATA": folder, "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}
        words = [sys.executable, "-c", START, str(letters)]
        return subprocess.run(words, env={**keep, **own}, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    print(run(), end="")
