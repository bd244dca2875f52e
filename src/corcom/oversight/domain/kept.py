"""Promises that are kept elsewhere: a State that said it would deposit or report has done so when the register shows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corcom.followup.domain.commitment import Followed
from corcom.followup.domain.terms import Terms
from corcom.kernel.english import english_day
from corcom.obligations.domain.facts import Fact
from corcom.register.domain.gazetteer import parties
from corcom.register.domain.registered import Register
from corcom.register.domain.treaty_actions import TreatyAction

NEWS = timedelta(days=60)
"""An act may reach the depositary before those at a meeting know of it: what was announced had then been done."""

_DEPOSIT = re.compile(
    r"\bdeposit\w*\b[^.;]*\binstruments?\b|\binstruments?\b[^.;]*\bdeposit\w*|\bratif(?:y|ying)\b|\bacced(?:e|ing)\b"
    r"|\b(?:complet|finali[sz]|conclud)\w*\b[^.;]*\b(?:ratification|accession)\b"
    r"|\b(?:become|becoming) a?\s?(?:state )?party\b|\bjoin(?:ing)? the (?:convention|treaty)\b",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:encourag|urg|invit|ask|write|contact|approach|remind|persuad|help|assist|support|call)\w*\b|\bsignator(?:y|ies)\b",
    re.IGNORECASE,
)
"""Who is to see to it that others join has kept no word by having joined."""
_REPORT = re.compile(
    r"\b(?:submit|send|hand|provide|present|file|deliver)\w*\b[^.;]*\b(?:article 7|transparency)\b[^.;]*\breports?\b"
    r"|\b(?:submit|send|hand|provide|present|file|deliver)\w*\b[^.;]*\b(?:initial|annual)\b[^.;]*\breports?\b",
    re.IGNORECASE,
)
_WHICH_REPORT = (
    ("initial-report", re.compile(r"\binitial\b", re.IGNORECASE)),
    ("annual-report", re.compile(r"\bannual\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """That a promise was kept: by which acts (one for each State that promised), on which day the last of them."""

    followed: Followed
    on: date
    shown: tuple[TreatyAction | Fact, ...]

    @property
    def note(self) -> str:
        """What is written into the history, in English as all that commands record."""
        acts = "; ".join(_act_in_words(act) for act in self.shown)
        return f"The register shows it: {acts}. {self._timely()}".strip()

    def _timely(self) -> str:
        due = self.followed.terms.due_on
        if self.on < self.followed.terms.raised_on:
            return "It was done before it was promised."
        if due is None or self.on <= due:
            return ""
        return f"That is {(self.on - due).days} days after the day that was promised."


def may_be_kept_elsewhere(text: str) -> bool:
    """Whether the words are a promise that the register could show as kept.

    >>> may_be_kept_elsewhere("deposit its instrument of ratification"), may_be_kept_elsewhere("urge others to ratify")
    (True, False)
    """
    return not _OF_OTHERS.search(text) and bool(_DEPOSIT.search(text) or _REPORT.search(text))


def kept(
    followed: Followed, registers: Mapping[str, Register], facts: Mapping[str, Sequence[Fact]], *, day: date
) -> Kept | None:
    """How the register shows by a day that an open promise of States was kept; None where it does not.

    `registers` and `facts` are by convention.
    """
    terms = followed.terms
    register = registers.get(terms.convention)
    states = [owner.code for owner in terms.owners if owner.code in parties() and parties()[owner.code].kind == "state"]
    if register is None or not states or len(states) < len(terms.owners) or not may_be_kept_elsewhere(terms.text):
        return None
    found: list[tuple[date, TreatyAction | Fact]] = []
    for iso3 in states:
        act: tuple[date, TreatyAction | Fact] | None = _deposit(register, iso3, terms, day)
        act = act or _receipt(facts.get(terms.convention, ()), iso3, terms, day)
        if act is None:
            return None
        found.append(act)
    return Kept(followed=followed, on=max(on for on, _ in found), shown=tuple(act for _, act in found))


def _deposit(register: Register, iso3: str, terms: Terms, day: date) -> tuple[date, TreatyAction] | None:
    for membership in register.of(iso3).memberships if _DEPOSIT.search(terms.text) else ():
        on = membership.deposited_on
        if membership.consent.is_dated and terms.raised_on - NEWS <= on <= day:
            return on, membership.consent
    return None


def _receipt(facts: Sequence[Fact], iso3: str, terms: Terms, day: date) -> tuple[date, Fact] | None:
    if not _REPORT.search(terms.text):
        return None
    wanted = [code for code, pattern in _WHICH_REPORT if pattern.search(terms.text)] or [
        code for code, _ in _WHICH_REPORT
    ]
    for fact in facts:
        on = fact.last_day
        meant = fact.iso3 == iso3 and fact.kind == "fulfilled" and fact.obligation in wanted
        if meant and on is not None and terms.raised_on - NEWS <= on <= day:
            return on, fact
    return None


def _act_in_words(act: TreatyAction | Fact) -> str:
    name = parties()[act.iso3].name
    if isinstance(act, TreatyAction):
        what = (
            "signed definitively" if act.kind == "definitive_signature" else f"deposited its instrument of {act.kind}"
        )
        return f"{name} {what} on {english_day(act.on)} ({act.source})"
    what = act.obligation.replace("-", " ")
    return f"{what} of {name} received on {english_day(act.on)} ({act.source})"
