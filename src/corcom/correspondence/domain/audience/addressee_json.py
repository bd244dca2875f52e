"""Addressees as plain values, for what is stored of a use, for files and for the command."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from corcom.correspondence.domain.addressee import Addressee, Concern
from corcom.register.domain.state_names import name_on

COLUMNS = ("iso3", "state", "obligation", "period", "due_on")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddresseeLine:
    """One State of an audience, with the concern that brought it in: null where there is none."""

    iso3: str
    state: str
    obligation: str | None
    period: int | None
    due_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceRecord:
    """The States of an audience on one day; `question` is the question in words."""

    audience: str
    convention: str
    as_of: date
    question: str
    states: tuple[AddresseeLine, ...]


def addressee_lines(found: Iterable[Addressee], *, day: date) -> Iterator[AddresseeLine]:
    """One line for each, the State named in English as on the day."""
    for one in found:
        concern = one.concern
        yield AddresseeLine(
            iso3=one.iso3,
            state=name_on(one.iso3, "en", day),
            obligation=concern.obligation if concern else None,
            period=concern.period if concern else None,
            due_on=concern.due_on if concern else None,
        )


def addressee_row(line: AddresseeLine) -> tuple[str, ...]:
    """The line as a row, in the order of `COLUMNS`; "" for what is null."""
    period = "" if line.period is None else str(line.period)
    return line.iso3, line.state, line.obligation or "", period, line.due_on.isoformat() if line.due_on else ""


def audience_json(record: AudienceRecord) -> dict[str, Any]:
    """The record as plain values."""
    found: dict[str, Any] = TypeAdapter(AudienceRecord).dump_python(record, mode="json")
    return found


def addressees_kept(found: Iterable[Addressee]) -> list[dict[str, Any]]:
    """Addressees as they are stored of a use."""
    return [{"iso3": one.iso3, **(_kept(one.concern) if one.concern else {})} for one in found]


def addressees_from(kept: Iterable[Mapping[str, Any]]) -> tuple[Addressee, ...]:
    """The same, read back."""
    return tuple(Addressee(iso3=one["iso3"], concern=_concern(one) if "obligation" in one else None) for one in kept)


def _kept(concern: Concern) -> dict[str, Any]:
    due_on = concern.due_on.isoformat() if concern.due_on else None
    return {
        "obligation": concern.obligation,
        "period": concern.period,
        "due_on": due_on,
        "received_on": concern.received_on,
    }


def _concern(one: Mapping[str, Any]) -> Concern:
    return Concern(
        obligation=one["obligation"],
        period=one["period"],
        due_on=date.fromisoformat(one["due_on"]) if one["due_on"] else None,
        received_on=one["received_on"],
    )
