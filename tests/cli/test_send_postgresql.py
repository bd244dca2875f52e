"""Workers in processes of their own on PostgreSQL."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.availability import UNAVAILABLE
from tests.cli.mail_site import PREPARE, MailSite
from tests.factories.mail import Postbox, mail_server, slowly
from tests.private_postgresql import NoServer, server

GROUP = "tests/cli on PostgreSQL"
LETTERS = 12
ALL = [f"mission{n}@state.example" for n in range(LETTERS)]


@pytest.fixture(scope="module")
def socket() -> Iterator[Path]:
    try:
        with server() as socket:
            yield socket
    except NoServer as reason:
        UNAVAILABLE[GROUP] = str(reason)
        pytest.skip(UNAVAILABLE[GROUP])


def test_workers_at_once_send_each_letter_once_keep_to_one_bound_and_outlive_a_killed_one(
    socket: Path, tmp_path: Path
) -> None:
    box = Postbox(at_data=slowly(0.05))
    with mail_server(box) as out:
        site = MailSite(
            tmp_path,
            {
                "CORCOM_DATABASE": "postgresql:///postgres",
                "PGHOST": str(socket),
                "PGUSER": "postgres",
                "CORCOM_MAIL_SERVER": f"127.0.0.1:{out.port}",
                "CORCOM_MAIL_TLS": "none",
                "CORCOM_MAIL_LEASE": "2",
                "CORCOM_MAIL_PER_MINUTE": "8",
            },
        )
        assert site.run("migrate", "-v0").returncode == 0
        site.python(PREPARE, LETTERS)
        both = [site.start("send"), site.start("send")]
        assert [process.wait(timeout=120) for process in both] == [0, 0]
        assert Counter(box.recipients) == Counter(ALL[:8])
        free = MailSite(tmp_path, {**site.settings, "CORCOM_MAIL_PER_MINUTE": "0"})
        killed = free.start("send")
        end = time.monotonic() + 60
        while len(box.received) < 9 and time.monotonic() < end:
            time.sleep(0.001)
        killed.kill()
        killed.wait(timeout=30)
        time.sleep(2.1)
        done = free.run("send")
    named = [line.split()[1].rstrip(":") for line in done.stderr.splitlines() if line.startswith("  ")]
    taken = Counter(box.recipients)
    assert done.returncode == 0
    assert [recipient for recipient in ALL if taken[recipient] != 1 and recipient not in named] == []
    assert [recipient for recipient in named if taken[recipient] > 1] == []
    assert done.stdout.splitlines()[-1].endswith(
        f"0 wait for another try, 0 released and not yet sent, 0 failed, {len(named)} uncertain"
    )
