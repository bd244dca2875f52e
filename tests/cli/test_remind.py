"""`corcom remind`: whoever runs it at once or is killed, each State gets a reminder exactly once."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import Site
from tests.cli.mail_site import MailSite, mail_site

PLAN = """
import django
django.setup()
from datetime import timedelta
from corcom.access.actions import account_of_command
from corcom.correspondence.actions import make_template
from corcom.correspondence.actions.reminders import draft_plan
from corcom.correspondence.actions.reminders.plans import switch_on_plan
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.reminders.due import ReminderPlan
from corcom.correspondence.domain.reminders.stages import ReminderStage
from corcom.correspondence.queries.outstanding import obligation_today
from corcom.directory.models import DirectoryContact
from corcom.kernel import clock
from corcom.register.actions import record_treaty_actions
from corcom.register.domain.treaty_action_rows import packaged_actions
day, at = clock.today(), clock.now()
by = account_of_command(command="test", at=at)
acts = [act for act in packaged_actions() if act.convention == "CCM"]
record_treaty_actions(actions=acts, day=day, at=at)
today = obligation_today(convention="CCM", obligation="annual-report", day=day)
last = max(one.due_on for one in today.outstanding if one.due_on < day)
states = sorted(one.iso3 for one in today.outstanding if one.due_on == last)[:12]
DirectoryContact.objects.bulk_create(
    DirectoryContact(delegation=iso3, purpose="letters", kind="email", value=f"mission@{iso3.casefold()}.example")
    for iso3 in states
)
body = "Excellency, it was due on {due_on}. Please answer by {answer_by}, or report here: {link}"
words = LetterWords(subject="{obligation} for {period}", body=body)
template = make_template(name="Asked", convention="CCM", language="en", words=words, by=by, at=at)
stage = ReminderStage(code="s1", days=(day - last).days, sent_to="not_known", template=template, answer_in=30)
plan = ReminderPlan(convention="CCM", obligation="annual-report", stages=(stage,))
switch_on_plan(number=draft_plan(plan=plan, by=by, at=at), revision=1, since=None, by=by, at=at)
"""

ROWS = """
    select r.iso3, count(m.id) from corcom_statereminder r
    left join corcom_outgoingmessage m on m.about_kind = 'deadline_reminder' and m.about_number = r.id
    group by r.id order by r.iso3"""
STATES = 12
LINKS = "select party, count(*) from corcom_signedlink where purpose = 'report' group by party order by party"
TEXTS = "select text from corcom_outgoingmessage where about_kind = 'deadline_reminder'"
ADDRESS = "https://corcom.example.org"
LINK = re.compile(rf"{ADDRESS}/report/\?key=([\w:-]+)")

KILLED = """
import os, signal, sys
from corcom.correspondence.actions.reminders import preparing
from corcom.management.main import main
begun = []
prepare = preparing.prepare_messages
def killed(**said):
    # The row, the draft of the report and its link are written; the message is not.
    begun.append(said)
    if len(begun) == 4:
        os.kill(os.getpid(), signal.SIGKILL)
    return prepare(**said)
preparing.prepare_messages = killed
sys.argv = ["corcom", "remind"]
main()
"""


@pytest.fixture(scope="module")
def planned(empty_site: Site, tmp_path_factory: pytest.TempPathFactory) -> MailSite:
    site = mail_site(empty_site, tmp_path_factory.mktemp("planned") / "site", 9, CORCOM_ADDRESS=ADDRESS)
    site.python(PLAN)
    return site


def one_each(site: MailSite) -> bool:
    found = site.rows(ROWS)
    states = [iso3 for iso3, _ in found]
    tokens = {LINK.findall(text)[0] for (text,) in site.rows(TEXTS)}
    once = {count for _, count in found} == {count for _, count in site.rows(LINKS)} == {1}
    return once and len(found) == len(set(states)) == len(tokens) == STATES == len(site.rows(LINKS))


@pytest.mark.kills
def test_two_at_once_of_which_one_is_killed_prepare_each_reminder_once(planned: MailSite, tmp_path: Path) -> None:
    site = mail_site(planned, tmp_path / "site", 9, CORCOM_ADDRESS=ADDRESS)
    killed, other = site.start("remind"), site.start("remind")
    end = time.monotonic() + 60
    while len(site.rows(ROWS)) < 4 and killed.poll() is None and time.monotonic() < end:
        time.sleep(0.002)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait(timeout=30)
    # Whatever stood there then is whole.
    assert {count for _, count in site.rows(ROWS)} <= {1}
    assert other.wait(timeout=60) == 0
    done = site.run("remind")
    assert done.returncode == 0
    assert one_each(site)


@pytest.mark.kills
def test_one_that_is_killed_between_a_link_and_its_message_leaves_neither(planned: MailSite, tmp_path: Path) -> None:
    site = mail_site(planned, tmp_path / "site", 9, CORCOM_ADDRESS=ADDRESS)
    environment = {**site.environment, "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}
    code = f"import django\ndjango.setup()\n{KILLED}"
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    whole = site.rows(ROWS)
    assert ({count for _, count in whole}, len(whole)) == ({1}, 3)
    assert site.rows(LINKS) == whole
    assert site.run("remind").returncode == 0
    assert one_each(site)


def test_a_trial_run_says_who_gets_what_and_prepares_nothing(planned: MailSite, tmp_path: Path) -> None:
    site = mail_site(planned, tmp_path / "site", 9)
    without = site.run("remind", "--dry-run")
    assert without.stdout.splitlines()[0].startswith("CCM annual-report: ")
    assert "no address for {link}: set CORCOM_ADDRESS" in without.stderr.splitlines()[0]
    site = mail_site(planned, tmp_path / "told", 9, CORCOM_ADDRESS=ADDRESS)
    tried = site.run("remind", "--dry-run")
    assert tried.returncode == 0
    first, *lines = tried.stdout.splitlines()
    assert first.startswith(f"CCM annual-report: {STATES} would be prepared, ")
    assert len(lines) == STATES
    assert lines[0].endswith(", not known whether it came: mission@afg.example")
    assert {line.rpartition(": ")[2] for line in tried.stderr.splitlines()} == {"no address"}
    in_words = site.run("remind", "--dry-run", "--words").stdout
    assert in_words.count(f"or report here: {ADDRESS}/report/?key=…") == STATES
    assert site.rows(ROWS) == site.rows(LINKS) == []
    for words in (("--day", "2016-03-31"), ("--day", "tomorrow")):
        refused = site.run("remind", *words)
        assert (refused.returncode, refused.stdout, len(refused.stderr.splitlines())) == (2, "", 1)
