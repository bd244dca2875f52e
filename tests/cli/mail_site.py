"""Sites that send mail, and what stands in their outbox, seen from outside."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.conftest import Site

ROOT = Path(__file__).parents[2]

PREPARE = """
import django, sys
django.setup()
from datetime import UTC, datetime
from django.conf import settings
from corcom.access.actions import account_of_command
from corcom.outbox.actions import prepare_messages, release_messages
from corcom.outbox.domain.draft import About, Draft
at = datetime(2016, 5, 2, 9, 30, tzinfo=UTC)
by = account_of_command(command="test", at=at)
drafts = [
    Draft(kind="letter", recipient=f"mission{n}@state.example", subject=f"Letter {n}", text="Excellency,\\n" * 50,
          about=About(kind="letter", number=7))
    for n in range(int(sys.argv[1]))
]
rows = prepare_messages(drafts=drafts, mail=settings.MAIL, by=by, at=at)
release_messages(messages=[row.pk for row in rows], by=by, at=at)
"""

SETTLE = """
import django, sys
django.setup()
from datetime import UTC, datetime
from corcom.access.actions import account_of_command
from corcom.kernel import clock
from corcom.outbox.actions import settle_messages
at = clock.now()
numbers = [int(number) for number in sys.argv[2:]]
settle_messages(messages=numbers, arrived=sys.argv[1] == "arrived", by=account_of_command(command="test", at=at), at=at)
"""


@dataclass(frozen=True, slots=True)
class MailSite(Site):
    """A site with settings for mail beside its folder."""

    settings: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        keep = {key: value for key, value in os.environ.items() if not key.startswith(("CORCOM_", "DJANGO_"))}
        own = {"CORCOM_DATA": str(self.data), "COLUMNS": "200", "CORCOM_MAIL_FROM": "CCM ISU <isu@corcom.example>"}
        return {**keep, **own, **self.settings}

    def python(self, code: str, *words: object) -> str:
        """Run code of ours on the site, as another part of CorCom would; gives what it printed."""
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, words)],
            env=self._own,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        return done.stdout

    def start_python(self, code: str, *words: object) -> subprocess.Popen[str]:
        """Start code of ours on the site; what it prints can be read as it comes."""
        return subprocess.Popen(
            [sys.executable, "-c", code, *map(str, words)],
            env=self._own,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    @property
    def _own(self) -> dict[str, str]:
        return {**self.environment, "DJANGO_SETTINGS_MODULE": "corcom.site.settings"}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.database, timeout=20)) as database:
            return database.execute(query).fetchall()


def mail_site(of: Site, folder: Path, port: int, **settings: str) -> MailSite:
    """A copy of a site that sends through the server on this port."""
    shutil.copytree(of.data, folder)
    own = {
        "CORCOM_MAIL_SERVER": f"127.0.0.1:{port}",
        "CORCOM_MAIL_TLS": "none",
        "CORCOM_MAIL_LEASE": "1",
        "CORCOM_MAIL_PER_MINUTE": "0",
    }
    return MailSite(folder, {**own, **settings})
