"""Matters arising as JSON values."""

from __future__ import annotations

from typing import Any

from corcom.followup.domain.arising import MattersArising
from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.matters_lists import lists_of
from corcom.followup.domain.terms import as_json


def matters_json(matters: MattersArising) -> dict[str, Any]:
    """Matters arising as plain values: days as ISO text, each commitment with its terms, its state and its words."""
    return {
        "convention": matters.convention,
        "body": matters.body,
        "since": matters.since.isoformat(),
        "next_on": matters.next_on.isoformat(),
        "following_on": matters.following_on.isoformat(),
        **{each.key: [_followed(one) for one in each.found] for each in lists_of(matters)},
    }


def _followed(one: Followed) -> dict[str, Any]:
    return {
        "kind": one.ref.kind,
        "number": one.ref.number,
        "state": one.state,
        "since": one.turned_on.isoformat(),
        **as_json(one.terms),
        "due_on": one.terms.due_on.isoformat() if one.terms.due_on else None,
        "quote": one.evidence.quote,
    }
