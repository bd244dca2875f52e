"""The demonstration site: its accounts, its records, and what its officer confirmed of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

from corcom.access.actions import open_account
from corcom.access.queries import account_named
from corcom.followup.domain.commitment import Followed, Wanted
from corcom.followup.queries import action_points
from corcom.kernel.errors import CorcomError
from corcom.management.intake import Outcome, take_in_files
from corcom.management.sources import files_below
from corcom.minutes.actions import accept_findings
from corcom.minutes.queries import findings_of, readings

SAMPLES = Path(str(files("corcom.minutes") / "samples"))
TO_LOOK_AT = frozenset({"warning", "unread"})
"""Kinds of finding that nobody confirms unseen."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the demonstration; the password is no secret, for the site answers on this machine alone."""

    username: str
    role: str
    name: str

    @property
    def password(self) -> str:
        """As the demonstration prints it."""
        return f"corcom-{self.username}"


ACCOUNTS = (Account("secretariat", "secretariat", "Ada Secretariat"), Account("reader", "reader", "Rui Reader"))


def open_accounts(*, at: datetime) -> None:
    """Open the accounts that are not there yet."""
    for account in ACCOUNTS:
        if account_named(username=account.username) is None:
            open_account(
                username=account.username, role=account.role, password=account.password, name=account.name, at=at
            )


def samples() -> list[tuple[Path, None]]:
    """The packaged records."""
    return [(path, None) for path, refused in files_below([SAMPLES]) if refused is None]


def take_in_samples(*, workers: int, at: datetime) -> Iterator[Outcome]:
    """Take the packaged records in."""
    return take_in_files(samples(), workers=workers, now=lambda: at)


def confirm_all_but_the_last(*, at: datetime) -> int:
    """Accept, as its officer, all that was found but in the latest record, which waits for whoever tries the review.

    Gives how many findings were accepted; none where somebody has begun to review.
    """
    officer = account_named(username=ACCOUNTS[0].username)
    found = sorted(readings(), key=lambda reading: reading.file_name)
    if officer is None or any(reading.accepted or reading.rejected for reading in found):
        return 0
    accepted = 0
    for reading in found[:-1]:
        wanted = [f.id for f in findings_of(reading=reading.id) if f.kind not in TO_LOOK_AT]
        try:
            accepted += accept_findings(findings=wanted, by=officer, at=at)
        except CorcomError:
            # A record whose head does not say when the meeting was waits for a person too.
            continue
    return accepted


def owed_by_owner(*, day: date) -> dict[str, list[Followed]]:
    """Who owes what on `day`: the open action points by the name of each owner, soonest due first."""
    owed: dict[str, list[Followed]] = {}
    for point in action_points(day=day, wanted=Wanted(state="pending")):
        for owner in point.terms.owners:
            owed.setdefault(owner.name, []).append(point)
    return dict(sorted(owed.items()))
