"""The pictures of the README, taken from a demonstration: `python -m bench.pictures`. Needs Chromium."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PAGES = {
    "follow-up": "/follow-up/?as_of=2019-12-12&state=all",
    "review": "/documents/",
}
"""By the name of the picture. The second is of the first document there that waits for review."""
SECONDS_TO_START = 120


@contextmanager
def demonstration(folder: Path) -> Iterator[tuple[str, str]]:
    """A demonstration while it is served: its address, and the password of its secretariat."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = folder / "said"
    with said.open("w") as out:
        serving = subprocess.Popen(
            [Path(sys.executable).parent / "corcom", "demo"],
            cwd=folder,
            env={**os.environ, "PORT": str(port), "SERVE": "yes"},
            stdout=out,
        )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(f"{address}/account/sign-in/")
        found = re.search(r"^  secretariat +(\S+)$", said.read_text(), re.MULTILINE)
        assert found
        yield address, found[1]
    finally:
        serving.terminate()
        serving.wait()


def _wait(address: str) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            urllib.request.urlopen(address).close()  # noqa: S310  an address of our own
        except urllib.error.URLError:
            assert time.monotonic() < end
            time.sleep(0.5)
        else:
            return


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        demonstration(Path(folder)) as (address, password),
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 800}, color_scheme="light")
        page.goto(f"{address}/account/sign-in/")
        page.get_by_label("Name", exact=False).first.fill("secretariat")
        page.locator("input[type=password]").fill(password)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{address}/")
        for name, path in PAGES.items():
            page.goto(address + path)
            if name == "review":
                page.goto(address + (page.locator("a[href*='/review/']").first.get_attribute("href") or ""))
                page.keyboard.press("j")
            page.mouse.move(0, 0)
            page.screenshot(path=PICTURES / f"{name}.png")
            print(PICTURES / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main()
