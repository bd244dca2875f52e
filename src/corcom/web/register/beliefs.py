"""Recorded facts in words, with who recorded them and when, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.obligations.domain.facts import Fact
from corcom.obligations.domain.why import FACT_WORDS, RECEIVED
from corcom.oversight.actions import RELEASE_ACCOUNT
from corcom.register.domain.treaty_actions import TreatyAction
from corcom.register.queries import Belief
from corcom.rulebooks.reading import rulebook
from corcom.web.register.participation_words import act_in_words, certainty_in_words
from corcom.web.wording import convention_in_words, days_in_words, in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class BeliefLine:
    """One recorded fact: its words, its source, who recorded it, what became of it, and what can be done with it.

    `later` says that it was recorded after the day of the page, about a day before it.
    """

    words: str
    source: str
    sure: str
    note: str
    recorded: str
    ended: str
    later: str
    correct: str = ""
    strike: str = ""
    again: str = ""


def act_belief(found: Belief[TreatyAction], day: date, *, may_change: bool) -> BeliefLine:
    """A treaty action as it was recorded."""
    act = found.value
    again = f"{reverse('record_act', args=[act.convention, act.iso3])}?like={act.number}"
    words = _("%(act)s (%(convention)s)") % {"act": _begun(act_in_words(act)), "convention": act.convention}
    return belief_line(found, words, day, "act", again if may_change else "", may_change=may_change)


def fact_belief(found: Belief[Fact], day: date, *, may_change: bool) -> BeliefLine:
    """A fact of an obligation as it was recorded."""
    fact = found.value
    again = f"{reverse('record_fact', args=[fact.convention, fact.iso3, fact.obligation])}?like={fact.number}"
    return belief_line(found, fact_in_words(fact), day, "fact", again if may_change else "", may_change=may_change)


def belief_line(found: Belief[Any], words: str, day: date, what: str, again: str, *, may_change: bool) -> BeliefLine:
    """A recorded fact of any kind; `what` ends the names of the addresses at which it is corrected and struck."""
    value = found.value
    believed = found.ended_at is None
    return BeliefLine(
        words=words,
        source=value.source,
        sure=certainty_in_words(value.certainty),
        note=value.note,
        recorded=_recorded(found.recorded_at, found.recorded_by),
        ended=_ended(found),
        later=_("recorded after the day of this page") if _is_later(found, day) else "",
        correct=reverse(f"correct_{what}", args=[value.number]) if believed and may_change else "",
        strike=reverse(f"strike_{what}", args=[value.number]) if believed and may_change else "",
        again=again if found.ended_at is not None and found.superseded_by is None else "",
    )


def _is_later(found: Belief[Any], day: date) -> bool:
    """Whether it was recorded here after a day; what comes with CorCom was known before a site took it over."""
    return found.recorded_at.date() > day and found.recorded_by != RELEASE_ACCOUNT


def _recorded(at: datetime, by: str) -> str:
    if not by:
        return _("Recorded %(day)s by a command") % {"day": in_words(at.date())}
    return _("Recorded %(day)s by %(who)s") % {"day": in_words(at.date()), "who": by}


def _ended(found: Belief[Any]) -> str:
    if found.ended_at is None:
        return ""
    said = {"day": in_words(found.ended_at.date()), "who": found.ended_by or _("a command"), "why": found.ended_why}
    if found.superseded_by is not None:
        return _("Corrected %(day)s by %(who)s") % said
    return _("Struck %(day)s by %(who)s: %(why)s") % said


def had_happened(fact: Fact, day: date, deadline: date | None) -> bool:
    """Whether a fact belongs on the page of a day; what happened to a deadline on a day that nobody knows, from that deadline."""
    return fact.is_known_on(day, None if fact.kind in {"published", "applies", "not_applicable"} else deadline)


def fact_in_words(fact: Fact) -> str:
    """A fact in a line: "Extension granted, to 1 August 2025, by the 9MSP"."""
    return _begun(_(", ").join(part for part in _parts(fact) if part))


def _parts(fact: Fact) -> tuple[str, ...]:
    book = rulebook(fact.convention)
    obligation = book.obligation(fact.obligation) if book else None
    received = fact.kind == "fulfilled" and obligation is not None and bool(obligation.form)
    return (
        _(RECEIVED if received else FACT_WORDS[fact.kind]),
        days_in_words(fact.on) if fact.on else "",
        _("covers %(year)s") % {"year": fact.period} if fact.period else "",
        _("until %(day)s") % {"day": in_words(fact.until)} if fact.until else "",
        _("at the meeting %(code)s") % {"code": fact.meeting} if fact.meeting else "",
    )


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


def title_of(convention: str, obligation: str = "") -> str:
    """What a fact is about: the convention, or the obligation under it."""
    book = rulebook(convention)
    known = book.obligation(obligation) if book and obligation else None
    name = convention_in_words(convention)
    return (
        _("%(obligation)s, %(convention)s") % {"obligation": _(known.name), "convention": convention} if known else name
    )
