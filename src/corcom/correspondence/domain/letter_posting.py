"""That the paper of a copy left: on which day, by which way. It says nothing of the e-mails of the same letter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Literal, get_args

PostingWay = Literal["bag", "post", "courier", "hand", "other"]
POSTING_WAYS: tuple[PostingWay, ...] = get_args(PostingWay)
"""`bag`: the diplomatic bag. `hand`: handed over, to the mission or at a meeting."""


def goes_on_paper(*, by_email: bool, addresses: Collection[str]) -> bool:
    """Whether an approved copy goes on paper: its letter does not go `by_email`, or its State has no address."""
    return not (by_email and addresses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What a person says of a paper that left. `remark` is a tracking number, who took it, or ""."""

    on: date
    way: PostingWay
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostingTold:
    """A posting as it was written down, by whom and when. One with `struck_at` does not count: `struck_why` says why not."""

    number: int
    posting: Posting
    at: datetime
    by: str
    struck_at: datetime | None = None
    struck_by: str = ""
    struck_why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostedTogether:
    """Papers that were written down at once, by the ISO3 of their States: they went by the same way, or were struck for one reason."""

    told: PostingTold
    states: tuple[str, ...]


def posted_together(postings: Iterable[tuple[str, PostingTold]]) -> Iterator[PostedTogether]:
    """Postings, each with the ISO3 of its State, put together as they were written down and struck; the earliest first."""

    def key(one: tuple[str, PostingTold]) -> tuple[str, ...]:
        told = one[1]
        moments = (told.at.isoformat(), told.struck_at.isoformat() if told.struck_at else "")
        return (*moments, told.by, told.posting.on.isoformat(), told.posting.way, told.posting.remark)

    for _, several in groupby(sorted(postings, key=key), key=key):
        found = list(several)
        yield PostedTogether(told=found[0][1], states=tuple(sorted(iso3 for iso3, _ in found)))
