"""Building a site and visiting its pages. `bench.pages` starts this in a process whose settings are those of that site."""

from __future__ import annotations

import gzip
import logging
import os
import re
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench.texts import samples, sources
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from corcom.access.actions import open_account
from corcom.followup.queries import action_points
from corcom.kernel.errors import CorcomError
from corcom.management.intake import take_in_files
from corcom.minutes.actions import accept_findings
from corcom.minutes.queries import findings_of, meetings_list, questions, readings

AT = datetime(2020, 1, 6, 9, tzinfo=UTC)
AS_OF = "as_of=2019-12-12"


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: milliseconds of processor time on the server, kB of the page, kB of a first visit."""

    address: str
    milliseconds: float
    kilobytes: float
    first: float


def build(paths: list[Path]) -> Client:
    """A site of these minutes, all confirmed; gives its signed-in secretariat."""
    logging.disable(logging.WARNING)
    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    officer = open_account(username="ada", role="secretariat", password="a-long-enough-one", at=AT)  # noqa: S106  of a site that lives for minutes
    for _ in take_in_files([(path, None) for path in paths], workers=os.cpu_count() or 1, now=lambda: AT):
        pass
    for reading in readings():
        wanted = [found.id for found in findings_of(reading=reading.id) if found.kind not in {"warning", "unread"}]
        try:
            accept_findings(findings=wanted, by=officer, at=AT)
        except CorcomError:
            continue
    visitor = Client(headers={"host": "localhost"})
    visitor.force_login(officer)
    return visitor


def addresses() -> list[str]:
    """Every list, and one page of each kind behind it."""
    day = AT.date()
    review = max(readings(), key=lambda reading: reading.accepted).file_id
    meeting = max(meetings_list(until=day), key=lambda line: line.action_points).id
    found = [
        f"/?{AS_OF}",
        f"/meetings/?{AS_OF}",
        f"/meetings/{meeting}/?{AS_OF}",
        f"/follow-up/?{AS_OF}&state=all",
        f"/follow-up/{action_points(day=day)[0].ref.number}/?{AS_OF}",
        f"/decisions/?{AS_OF}",
        f"/matters/?{AS_OF}&convention=CCM&body=Coordination+Committee",
        f"/states/?{AS_OF}",
        f"/states/ESP/?{AS_OF}",
        f"/questions/?{AS_OF}",
        "/documents/",
        f"/documents/{review}/review/",
        "/search/?q=progress+report",
        "/style/",
    ]
    if asked := questions(day=day):
        found.insert(10, f"/questions/{asked[0].id}/?{AS_OF}")
    return found


def measured(visitor: Client, address: str, rounds: int) -> Page:
    """One page, asked for several times; the median."""
    visitor.get(address)
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        answer = visitor.get(address)
        taken.append(time.process_time() - start)
    assert answer.status_code == 200, (address, answer.status_code)
    page = gzip.compress(answer.content, 6)
    beside = set(re.findall(rb'(?:href|src)="/static/([^"]+\.(?:css|js))"', answer.content))
    weights = [len(gzip.compress((Path(settings.STATIC_ROOT) / name.decode()).read_bytes(), 6)) for name in beside]
    return Page(
        address=address,
        milliseconds=1000 * statistics.median(taken),
        kilobytes=len(page) / 1000,
        first=(len(page) + sum(weights)) / 1000,
    )


def main() -> None:
    visitor = build(samples() if sys.argv[2:] == ["samples"] else sources())
    print(f"{'page':60}{'ms':>8}{'kB':>8}{'kB at first':>14}")
    for address in addresses():
        page = measured(visitor, address, int(sys.argv[1]))
        print(f"{page.address:60}{page.milliseconds:8.1f}{page.kilobytes:8.1f}{page.first:14.1f}")
