"""A measurement in a process and a site of its own: settings are read once, and these are of a site that lives for seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile


def in_a_site_of_its_own(module: str, *arguments: str) -> str:
    """What `main` of a module prints, with these arguments."""
    keep = {name: value for name, value in os.environ.items() if not name.startswith(("CORCOM_", "DJANGO_"))}
    start = f"import django; django.setup(); from {module} import main; main()"
    with tempfile.TemporaryDirectory() as folder:
        own = {"CORCOM_DATA": folder, "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}
        words = [sys.executable, "-c", start, *arguments]
        return subprocess.run(words, env={**keep, **own}, stdout=subprocess.PIPE, text=True, check=True).stdout
