"""How long the server takes for each page, and what the page weighs: `python -m bench.pages`.

The site is built anew: the packaged samples and, unless it is to be short, the tests' own minutes, all confirmed. Times are the processor's, database
included. Weights are compressed: of the page itself, and of it with the style sheets and scripts that a first visit loads beside it;
fonts are not counted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile

ROUNDS = 9
START = "import django; django.setup(); from bench.visits import main; main()"


def run(rounds: int = ROUNDS, *, short: bool = False) -> str:
    """The table, from a process of its own: settings are read once, and these are of a site that lives for minutes."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("CORCOM_", "DJANGO_"))}
    with tempfile.TemporaryDirectory() as folder:
        own = {"CORCOM_DATA": folder, "CORCOM_HTTPS": "no", "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}
        words = [sys.executable, "-c", START, str(rounds), *(["samples"] if short else [])]
        return subprocess.run(words, env={**keep, **own}, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    print(run(), end="")
