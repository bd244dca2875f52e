"""A worker that is killed at any moment: no letter is lost, and none is sent twice by itself."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Site
from tests.cli.mail_killer import wait_for
from tests.cli.mail_site import PREPARE, SETTLE, MailSite, mail_site
from tests.factories.mail import TAKEN, Postbox, mail_server, slowly

KILLS = int(os.environ.get("KILLS", "5"))
AT_ONCE = 5
"""Kills in one run, one after the other, of workers on the same letters."""
LETTERS = 12

UNCERTAIN = """
    select m.id, m.recipient from corcom_outgoingmessage m join corcom_messageattempt a on a.id = m.last_attempt_id
    where a.outcome in ('', 'unclear') and a.handed_at is not null and a.settled_as = '' order by m.id"""
SENT = """
    select m.recipient from corcom_outgoingmessage m join corcom_messageattempt a on a.id = m.last_attempt_id
    where a.outcome = 'sent' order by m.id"""
ALL = [f"mission{n}@state.example" for n in range(LETTERS)]


@pytest.fixture
def box() -> Postbox:
    return Postbox()


@pytest.fixture
def port(box: Postbox) -> Iterator[int]:
    with mail_server(box) as server:
        yield server.port


@pytest.fixture(scope="module")
def filled_site(empty_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with letters that were released."""
    site = mail_site(empty_site, tmp_path_factory.mktemp("filled") / "site", 9)
    site.python(PREPARE, LETTERS)
    return site


def sent(site: MailSite) -> list[str]:
    return [recipient for (recipient,) in site.rows(SENT)]


def uncertain(site: MailSite) -> list[str]:
    return [recipient for _, recipient in site.rows(UNCERTAIN)]


def finish(site: MailSite) -> subprocess.CompletedProcess[str]:
    """What a person does after a crash: once the lease is over, send again."""
    time.sleep(1.1)
    return site.run("send")


@pytest.mark.kills
@pytest.mark.parametrize("seed", range(-(-KILLS // AT_ONCE)))
def test_killed_at_any_moment_each_letter_is_sent_once_or_named(
    filled_site: Site,
    tmp_path: Path,
    box: Postbox,
    port: int,
    seed: int,
    record_property: Callable[[str, object], None],
) -> None:
    chance = random.Random(seed)  # noqa: S311  a moment, not a secret
    # A server that takes its time, so that a kill falls into every part of a conversation.
    box.at_data = slowly(lambda: chance.uniform(0, 0.02))
    site = mail_site(filled_site, tmp_path / "site", port)
    for _ in range(AT_ONCE):
        process = site.start("send", "--keep-going")
        _wait_for_a_letter(box, process, len(box.received) + chance.randrange(3), site.database)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.wait(timeout=30)
        time.sleep(1.1)
    finished = finish(site)
    assert finished.returncode == 0
    taken = Counter(box.recipients)
    record_property("kills", AT_ONCE)
    record_property("uncertain", len(uncertain(site)))
    record_property("arrived", sum(taken[recipient] for recipient in uncertain(site)))
    # Whatever the server confirmed to us was taken once; whatever is uncertain once or not at all; nothing is missing.
    assert {recipient: taken[recipient] for recipient in sent(site)} == dict.fromkeys(sent(site), 1)
    assert [recipient for recipient in uncertain(site) if taken[recipient] > 1] == []
    assert sorted([*sent(site), *uncertain(site)]) == sorted(ALL)
    # Each uncertain one is named.
    named = [line.split()[1].rstrip(":") for line in finished.stderr.splitlines() if line.startswith("  ")]
    assert sorted(named) == sorted(uncertain(site))
    _settle_by_hand(site, box)
    assert (Counter(box.recipients), uncertain(site)) == (Counter(ALL), [])


def _settle_by_hand(site: MailSite, box: Postbox) -> None:
    """A person asks the recipients, says which arrived, and has the others sent again."""
    arrived = [number for number, recipient in site.rows(UNCERTAIN) if recipient in box.recipients]
    missing = [number for number, recipient in site.rows(UNCERTAIN) if recipient not in box.recipients]
    if arrived:
        site.python(SETTLE, "arrived", *arrived)
    if missing:
        site.python(SETTLE, "again", *missing)
    assert site.run("send").returncode == 0


def _wait_for_a_letter(
    box: Postbox, process: subprocess.Popen[bytes], count: int, database: Path | None = None
) -> None:
    """Wait until so many were taken, or, where a database is given, until nothing is left to send."""
    wait_for(process, lambda: len(box.received) >= count, database)


@pytest.mark.kills
def test_killed_between_the_servers_word_and_our_own_the_letter_is_named_and_settled(
    filled_site: Site, tmp_path: Path, box: Postbox, port: int
) -> None:
    site = mail_site(filled_site, tmp_path / "site", port)
    with closing(sqlite3.connect(site.database, timeout=20, check_same_thread=False, isolation_level=None)) as other:

        def take_and_lock(recipient: str, content: bytes) -> str:
            # From here on the worker hears the 250, and cannot write it down.
            if recipient == ALL[4]:
                other.execute("begin immediate")
            return TAKEN

        box.at_data = take_and_lock
        process = site.start("send")
        _wait_for_a_letter(box, process, 5)
        time.sleep(0.5)
        process.kill()
        process.wait(timeout=30)
        other.execute("rollback")
    assert (box.recipients, sent(site)) == (ALL[:5], ALL[:4])
    box.at_data = lambda *_: TAKEN
    finished = finish(site)
    assert finished.returncode == 0
    assert finished.stdout.splitlines()[-1] == (
        "7 messages sent, 0 wait for another try, 0 released and not yet sent, 0 failed, 1 uncertain"
    )
    assert finished.stderr.splitlines() == [
        "Of these it is not known whether they arrived; a person says so on the page of the outbox:",
        f"  5 {ALL[4]}: Letter 4",
    ]
    assert (Counter(box.recipients), uncertain(site)) == (Counter(ALL), [ALL[4]])
    # Not by itself, however often.
    assert site.run("send").stdout.splitlines()[-1].startswith("0 messages sent")
    site.python(SETTLE, "arrived", 5)
    assert (Counter(box.recipients), uncertain(site)) == (Counter(ALL), [])


@pytest.mark.kills
@pytest.mark.parametrize("moment", ["recipient", "data"])
def test_killed_while_the_server_listens_the_letter_goes_again_or_is_named(
    filled_site: Site, tmp_path: Path, box: Postbox, port: int, moment: str
) -> None:
    site = mail_site(filled_site, tmp_path / "site", port)
    process: list[subprocess.Popen[bytes]] = []

    def kill(recipient: str) -> None:
        if recipient == ALL[3] and process:
            os.kill(process.pop().pid, signal.SIGKILL)

    def at_recipient(address: str) -> str:
        kill(address)
        return "250 OK"

    def at_data(recipient: str, _: bytes) -> str:
        kill(recipient)
        return TAKEN

    if moment == "data":
        box.at_data = at_data
    else:
        box.at_recipient = at_recipient
    started = site.start("send")
    process.append(started)
    started.wait(timeout=60)
    finish(site)
    expected = [ALL[3]] if moment == "data" else []
    assert (uncertain(site), Counter(box.recipients)) == (expected, Counter(ALL))


def test_two_workers_at_once_send_each_letter_once(filled_site: Site, tmp_path: Path, box: Postbox, port: int) -> None:
    box.at_data = slowly(0.02)
    site = mail_site(filled_site, tmp_path / "site", port, CORCOM_MAIL_LEASE="60")
    both = [site.start("send"), site.start("send")]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    assert (Counter(box.recipients), sorted(sent(site))) == (Counter(ALL), sorted(ALL))
    workers = site.rows("select count(distinct worker) from corcom_messageattempt")
    assert workers == [(2,)]


def test_two_workers_at_once_keep_to_one_bound(filled_site: Site, tmp_path: Path, box: Postbox, port: int) -> None:
    site = mail_site(filled_site, tmp_path / "site", port, CORCOM_MAIL_PER_MINUTE="7", CORCOM_MAIL_LEASE="60")
    both = [site.start("send"), site.start("send")]
    assert [process.wait(timeout=120) for process in both] == [0, 0]
    assert len(box.received) == 7
    said = site.run("send")
    assert said.stdout.splitlines() == [
        "0 messages sent, 0 wait for another try, 5 released and not yet sent, 0 failed, 0 uncertain",
        "So many a minute are allowed as were sent; the next run goes on.",
    ]


def test_stopped_by_the_system_a_worker_finishes_its_letter(
    filled_site: Site, tmp_path: Path, box: Postbox, port: int
) -> None:
    box.at_data = slowly(0.2)
    site = mail_site(filled_site, tmp_path / "site", port, CORCOM_MAIL_LEASE="60")
    process = site.start("send", "--keep-going")
    _wait_for_a_letter(box, process, 2)
    process.terminate()
    assert process.wait(timeout=30) == 0
    assert (box.recipients, uncertain(site)) == (sent(site), [])
    assert 2 <= len(box.received) < LETTERS
