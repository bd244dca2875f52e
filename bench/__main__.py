"""All measurements, one after the other: `make bench`."""

from __future__ import annotations

import os
import platform
import subprocess
import sys

PARTS = {
    "bench.extract": "Text out of files, and the same by the libraries that merely extract",
    "bench.reader": "Reading minutes",
    "bench.register": "A register and its obligations",
    "bench.pages": "Pages",
    "bench.letters": "Letters to States",
    "bench.outbox": "Mail to a server on this machine",
}


def main() -> None:
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}")
    for module, title in PARTS.items():
        print(f"\n{title} ({module})\n", flush=True)
        # Each in a process of its own: what one has loaded and cached does not help the next.
        subprocess.run([sys.executable, "-m", module], check=True)


if __name__ == "__main__":
    main()
