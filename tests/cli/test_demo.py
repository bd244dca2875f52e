from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.cli.conftest import COMMAND, Site
from tests.cli.stored import rows_of

from corcom.management.demonstration.figures import demonstration_figures
from corcom.minutes.domain.findings import ONLY_NOTED
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.register.domain.treaty_action_rows import packaged_actions

SAMPLES = 4


@dataclass(frozen=True, slots=True)
class Built:
    """A demonstration that was built in `folder`, and what it printed."""

    folder: Path
    done: subprocess.CompletedProcess[str]

    @property
    def site(self) -> Site:
        return Site(self.folder / ".demo")

    @property
    def passwords(self) -> dict[str, str]:
        found = re.findall(r"^  (secretariat|reader|president|coordinator) +(\S+)$", self.done.stdout, re.MULTILINE)
        return dict(found)


def environment(**settings: str) -> dict[str, str]:
    keep = {key: value for key, value in os.environ.items() if not key.startswith(("CORCOM_", "DJANGO_"))}
    return {**keep, "SERVE": "no", **settings}


def build(folder: Path, *words: str, **settings: str) -> Built:
    done = subprocess.run(
        [COMMAND, "demo", *words],
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        stdin=subprocess.DEVNULL,
    )
    return Built(folder, done)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("demonstration"))


@pytest.fixture
def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def test_it_reads_the_packaged_records(built: Built) -> None:
    assert (built.done.returncode, built.done.stderr) == (0, "")
    lines = built.done.stdout.splitlines()
    assert lines[0] == f"Building a demonstration site in {built.folder / '.demo'} ..."
    read = [line for line in lines if re.match(r"Read \d of 4: \S+\.(docx|txt|md|eml)$", line)]
    assert len(read) == SAMPLES
    # A record, its meeting, and five counts: delegations, agenda items, decisions, action points, warnings.
    found = [line for line in lines if re.match(r"2019-\S+\.(docx|txt|md|eml) .*( +\d+){5}$", line)]
    assert len(found) == SAMPLES


def test_it_says_who_owes_what_on_the_day_of_the_latest_record(built: Built) -> None:
    lines = built.done.stdout.splitlines()
    start = lines.index("Who owes what on 12 December 2019")
    owed = lines[start + 4 : lines.index("", start + 4)]
    # What a cell had no room for stands on further lines, which end in no state.
    first = [re.split(r"\s{2,}", line) for line in owed if re.search(r"(open|overdue|done)$", line)]
    assert {cells[-1] for cells in first} == {"open", "overdue", "done"}
    owners = [cells[0] for cells in first if cells[0]]
    assert owners == sorted(owners, key=str.casefold)
    assert {"President", "Zambia"} <= set(owners)


def test_all_but_the_latest_record_is_confirmed_where_the_reader_did_not_doubt(built: Built) -> None:
    rows = rows_of(built.site)["findings"]
    # By file, what was not doubted and what was: columns are the file, …, the kind, …, certainty, …, state.
    states: dict[str, tuple[set[str], set[str]]] = {}
    for row in rows:
        # A heading is accepted with the first finding of its record.
        doubted = row[3] != "meeting" and (row[8] == "doubtful" or row[3] in ONLY_NOTED)
        states.setdefault(row[0], (set(), set()))[doubted].add(row[10])
    latest, *confirmed = sorted(states.values(), key=lambda each: each[0] != {"proposed"})
    assert latest == ({"proposed"}, {"proposed"})
    assert len(confirmed) == SAMPLES - 1
    for sure, doubtful in confirmed:
        assert sure == {"accepted"}
        assert doubtful <= {"proposed"}
    assert any(doubtful for _sure, doubtful in confirmed)


def test_words_of_a_later_meeting_close_what_was_promised(built: Built) -> None:
    said = re.search(
        r"^(\d+) action points were closed with .*, (\d+) was taken up again\.$", built.done.stdout, re.MULTILINE
    )
    assert said
    assert (int(said[1]), int(said[2])) == (5, 1)


def test_what_was_done_was_done_on_the_day_that_the_words_name(built: Built) -> None:
    with closing(sqlite3.connect(built.site.database)) as database:
        query = "select quote, \"on\" from corcom_followupevent where kind = 'closed' and quote != ''"
        days = {day for quote, day in database.execute(query) if "victim data" in quote}
    # Two days before it was due, though the Committee heard of it two months later.
    assert days == {"2019-08-14"}


def test_its_files_are_compressed_and_named_after_their_content(built: Built) -> None:
    names = {path.name for path in (built.folder / ".demo/static/corcom").iterdir()}
    assert [name for name in names if re.fullmatch(r"corcom\.[0-9a-f]{12}\.css\.gz", name)] != []


def facts_in(site: Site) -> list[int]:
    """How many treaty actions and facts of obligations are believed."""
    counted = "select (select count(*) from corcom_recordedtreatyaction where ended_at is null),"
    counted += " (select count(*) from corcom_recordedfact where ended_at is null)"
    with closing(sqlite3.connect(site.database)) as database:
        return list(database.execute(counted).fetchone())


def test_it_takes_over_the_packaged_facts_and_says_how_the_conventions_stand(built: Built) -> None:
    lines = built.done.stdout.splitlines()
    start = next(number for number, line in enumerate(lines) if re.fullmatch(r"Who is bound on \d+ \w+ \d{4}", line))
    said = r"  %s: \d+ States Parties by deposit, \d+ bound; \d+ signatories not party"
    assert [bool(re.fullmatch(said % code, lines[start + at])) for at, code in ((1, "APMBC"), (2, "CCM"))] == [
        True,
        True,
    ]
    assert lines[start + 3] == ""
    assert facts_in(built.site) == [len(packaged_actions()), len(packaged_facts())]
    done = built.site.run("register", "--convention", "CCM", "--as-of", "2016-04-28", "--format", "json")
    assert (done.stderr, json.loads(done.stdout)["counts"]["states_parties_by_deposit"]) == ("", 100)


def test_its_figures_are_those_that_name_their_source(built: Built) -> None:
    done = built.site.run("figures", "--convention", "CCM", "--state", "DEU", "--measure", "released_area")
    (line,) = [line.split() for line in done.stdout.splitlines() if "DEU" in line]
    assert line[:7] == ["DEU", "2017", "released_area", "0.47", "km2", "cleared", "yes"]
    counted = "select count(*), count(distinct recorded_by) from corcom_recordedfigure where source like '%http%'"
    with closing(sqlite3.connect(built.site.database)) as database:
        assert list(database.execute(counted).fetchone()) == [len(demonstration_figures()), 1]


def test_keeping_it_changes_nothing_but_the_passwords(built: Built) -> None:
    before = rows_of(built.site)
    again = build(built.folder, "--keep")
    assert (again.done.returncode, again.done.stderr) == (0, "")
    assert "What was reviewed before stays as it is." in again.done.stdout.splitlines()
    assert rows_of(built.site) == before
    assert facts_in(built.site) == [len(packaged_actions()), len(packaged_facts())]
    assert set(again.passwords) == {"secretariat", "reader", "president", "coordinator"}
    assert not set(again.passwords.values()) & set(built.passwords.values())


def test_it_never_takes_the_place_of_a_real_site(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/corcom.sqlite3").write_bytes(b"a site")
    refused = build(tmp_path, CORCOM_DATA="real")
    assert (refused.done.returncode, refused.done.stdout) == (2, "")
    said = f"CommandError: {tmp_path / 'real'} holds something that is not a demonstration; nothing was touched.\n"
    assert refused.done.stderr == said
    assert [path.read_bytes() for path in (tmp_path / "real").iterdir()] == [b"a site"]


def test_it_leaves_the_database_of_the_environment_alone(tmp_path: Path) -> None:
    there = tmp_path / "site.sqlite3"
    built = build(tmp_path, CORCOM_DATABASE=f"sqlite:{there}")
    assert built.done.returncode == 0
    assert not there.exists()


def test_a_port_that_is_taken_is_said_before_anything_is_built(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = build(tmp_path, SERVE="yes", PORT=str(port))
    said = f"CommandError: Port {port} cannot be used (it is in use). Choose another: make demo PORT=8000\n"
    assert (refused.done.returncode, refused.done.stdout, refused.done.stderr) == (2, "", said)
    assert list(tmp_path.iterdir()) == []


def test_it_is_served_on_this_machine_and_stops_when_it_is_told(tmp_path: Path, free_port: int) -> None:
    with (tmp_path / "said").open("w+") as said:
        serving = subprocess.Popen(
            [COMMAND, "demo"],
            cwd=tmp_path,
            env=environment(SERVE="yes", PORT=str(free_port)),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            page, cookie = fetch(free_port, "/account/sign-in/")
            text = (tmp_path / "said").read_text()
            where = sign_in(free_port, page, cookie, Built(tmp_path, subprocess.CompletedProcess("", 0, text, "")))
            second = [build(tmp_path), build(tmp_path, SERVE="yes", PORT=str(free_port)), build(tmp_path, "--keep")]
            answers = fetch(free_port, "/account/sign-in/")[0] != ""
        finally:
            os.killpg(serving.pid, signal.SIGINT)
            serving.wait(timeout=30)
        after = (tmp_path / "said").read_text().removeprefix(text)
    assert where == "/"
    # A second demonstration in the same folder does not wipe what is being served.
    in_use = f"The demonstration in {tmp_path / '.demo'} is in use by process {serving.pid} (port {free_port}). "
    other = f"(kill {serving.pid}), or build another: CORCOM_DATA=.demo-2 make demo PORT=8000\n"
    for one in second:
        assert (one.done.returncode, one.done.stdout) == (2, "")
        assert one.done.stderr.startswith(f"CommandError: {in_use}Stop that one first (kill ")
    assert second[1].done.stderr == f"CommandError: {in_use}Stop that one first {other}"
    assert answers
    assert Site(tmp_path / ".demo").database.is_file()
    assert serving.returncode == 0
    # Nobody who presses Ctrl-C wants to read where the program was at that moment.
    assert after == ""


def fetch(port: int, path: str) -> tuple[str, str]:
    """A page of the site and its cookie, once it answers."""
    end = time.monotonic() + 120
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            line.request("GET", path)
            answer = line.getresponse()
            return answer.read().decode(), (answer.getheader("Set-Cookie") or "").partition(";")[0]
        except ConnectionError:
            assert time.monotonic() < end, "it did not answer"
            time.sleep(0.2)
        finally:
            line.close()


def sign_in(port: int, page: str, cookie: str, built: Built) -> str | None:
    """Sign in with what was printed; where the site leads to then."""
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token
    form = {"csrfmiddlewaretoken": token[1], "login": "secretariat", "password": built.passwords["secretariat"]}
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    line.request("POST", "/account/sign-in/", urlencode(form), kind)
    answer = line.getresponse()
    line.close()
    return answer.getheader("Location") if answer.status == 302 else str(answer.status)
