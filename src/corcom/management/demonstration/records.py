"""The demonstration's records: read like any other, mostly confirmed, and followed up a little."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path

from corcom.access.queries import account_named
from corcom.followup.actions import Shown, close_commitment, take_up_commitment
from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.queries import action_points
from corcom.kernel.calendar import earliest, latest
from corcom.kernel.errors import CorcomError
from corcom.kernel.plain import plain
from corcom.management.demonstration.accounts import OFFICER
from corcom.management.intake import Outcome, take_in_files
from corcom.management.sources import files_below
from corcom.minutes.domain.dates import find_dates
from corcom.minutes.domain.findings import may_be_accepted_unseen
from corcom.minutes.queries import findings_of, later_passages, readings, record_of
from corcom.minutes.queries.passages import Passage
from corcom.oversight.actions import accept_findings

SAMPLES = Path(str(files("corcom.minutes") / "samples"))

DONE = (
    ("write to the signatories", "written to all fourteen signatories"),
    ("note on victim data", "circulated their note on victim data"),
    ("samples of both formats", "samples of both formats gone out"),
    ("visit the mission", "had visited the mission"),
    ("present a questionnaire", "presented its questionnaire"),
)
"""Words of a promise, and words of a later meeting that show it was kept."""
TAKEN_UP = (("list of overdue initial reports", "list of overdue initial reports had not been published"),)
"""Words of a promise, and those with which a later meeting came back to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """How many findings the officer confirmed, and how many of the same records wait for a person."""

    accepted: int
    waiting: int
    latest: str
    """The file that nobody has looked at."""


def samples() -> list[tuple[Path, None]]:
    """The packaged records."""
    return [(path, None) for path, refused in files_below([SAMPLES]) if refused is None]


def take_in_samples(*, at: datetime) -> Iterator[Outcome]:
    """Take the packaged records in, as `corcom ingest` does."""
    return take_in_files(samples(), workers=os.cpu_count() or 1, now=lambda: at)


def latest_day() -> date | None:
    """The last day on which, as their records say, one of the meetings was held."""
    days = (record_of(reading=reading.id).get("date") for reading in readings())
    return max((latest(day) for day in days if day), default=None)


def confirm_all_but_the_last(*, at: datetime) -> Confirmed | None:
    """Accept, as the officer, what is certain or likely, but in the latest record, which waits for whoever tries it.

    None where somebody has begun to review already.
    """
    officer = account_named(username=OFFICER)
    found = sorted(readings(), key=lambda reading: reading.file_name)
    if officer is None or not found or any(reading.accepted or reading.rejected for reading in found):
        return None
    accepted = waiting = 0
    for reading in found[:-1]:
        proposed = findings_of(reading=reading.id)
        wanted = [f.id for f in proposed if may_be_accepted_unseen(f.kind, f.certainty)]
        try:
            accepted += accept_findings(findings=wanted, by=officer, at=at)
            waiting += len(proposed) - len(wanted)
        except CorcomError:
            # A record whose head does not say when the meeting was waits for a person whole.
            waiting += len(proposed)
    return Confirmed(accepted=accepted, waiting=waiting, latest=found[-1].file_name)


def follow_up(*, day: date, at: datetime) -> tuple[int, int]:
    """Close and take up, as the officer, what the words of a later meeting show; gives how many of each."""
    officer = account_named(username=OFFICER)
    if officer is None:
        return 0, 0
    done = taken_up = 0
    for point, passage in _shown_later(DONE, day):
        shown = Shown(file_id=passage.file_id, evidence=passage.evidence)
        close_commitment(commitment=point.ref, on=_done_on(point, passage), by=officer, at=at, shown=shown)
        done += 1
    for point, passage in _shown_later(TAKEN_UP, day):
        shown = Shown(file_id=passage.file_id, evidence=passage.evidence)
        take_up_commitment(commitment=point.ref, on=passage.heading.starts_on, by=officer, at=at, shown=shown)
        taken_up += 1
    return done, taken_up


def _shown_later(cases: tuple[tuple[str, str], ...], day: date) -> Iterator[tuple[Followed, Passage]]:
    for promised, words in cases:
        for point in action_points(day=day, wanted=Wanted(state="pending")):
            terms = point.terms
            if promised not in terms.text.casefold():
                continue
            passages = later_passages(
                convention=terms.convention, body=terms.body, since=terms.raised_on, until=day, words=words, size=1
            )
            yield from ((point, passage) for passage in passages)


def _done_on(point: Followed, passage: Passage) -> date:
    """The day that the words name, if it can be meant; else the day of the meeting at which they were said."""
    said_on = passage.heading.starts_on
    mentions = find_dates(plain(passage.evidence.quote), meeting_on=said_on)
    named = [earliest(value) for mention in mentions if (value := mention.value) and earliest(value) == latest(value)]
    return next((day for day in named if point.terms.raised_on <= day <= said_on), said_on)
