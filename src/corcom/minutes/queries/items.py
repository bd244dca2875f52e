"""Rows of findings as the typed items that they hold."""

from __future__ import annotations

from typing import cast

from django.db.models import Q, QuerySet

from corcom.kernel.source import Certainty, Evidence
from corcom.minutes.domain import reading as typed
from corcom.minutes.domain.findings import Kind, item_of
from corcom.minutes.models import Finding, Reading


def evidence_of(row: Finding) -> Evidence:
    """The words that a finding rests on."""
    return Evidence(start=row.start, end=row.end, quote=row.quote)


def typed_item(row: Finding) -> typed.Item:
    """The item as confirmed, or as proposed where nobody has confirmed it."""
    payload = row.confirmed if row.confirmed is not None else row.payload
    return item_of(cast("Kind", row.kind), payload, evidence_of(row), cast("Certainty", row.certainty))


def on_record(prefix: str = "") -> Q:
    """What makes a finding part of a record; `prefix` leads to it from other rows ("finding__").

    It is accepted and not carried on to a later reading: what a later reading did not find again stays.
    """
    return Q(**{f"{prefix}state": "accepted", f"{prefix}carried_to": None})


def in_record(meeting: int) -> QuerySet[Finding]:
    """The findings that make up the record of a meeting."""
    return Finding.objects.filter(on_record(), reading__meeting=meeting)


def agenda_of(reading: Reading) -> list[typed.AgendaItem]:
    """The agenda of a reading as far as nobody rejected it. One SQL query."""
    rows = reading.findings.filter(kind="agenda_item").exclude(state="rejected").order_by("position")
    return [item for row in rows if isinstance(item := typed_item(row), typed.AgendaItem)]
