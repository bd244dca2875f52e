"""Counts of States that a record names, held against the register on the day of the meeting.

Only a count that comes close to one of the register is compared: "two new States Parties" is none of its counts. What
differs is shown with the definition of the count and, where arithmetic tells, with how the slip came about. Nothing is
overridden.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from corcom.kernel.marked import Filled, gettext_noop
from corcom.register.domain.counts import DEFINED, Counts

NEAR = 10
"""A figure that is further than this from every count of the register is about something else."""
FEWEST = 20
"""Smaller figures are parts of a count: the new ones, those of a region."""

_NOT_PARTY = re.compile(
    r"\b(?:non[- ]states?[- ]part(?:y|ies)|states? not (?:yet )?part(?:y|ies)|not (?:yet )?(?:joined|acceded|ratified)|yet to"
    r" (?:join|ratify|accede)|outside the (?:convention|treaty)|remain(?:ing|ed) outside|still to join)",
    re.IGNORECASE,
)
_SIGNATORY = re.compile(r"\bsignator(?:y|ies)\b", re.IGNORECASE)
_PARTY = re.compile(r"\bstates?[- ]part(?:y|ies)\b", re.IGNORECASE)
_PART_OF_IT = re.compile(
    r"\b(?:new|latest|further|more|additional|whose|that|which|who|had|have|with|from)\b", re.IGNORECASE
)

_MEANT: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_NOT_PARTY, ("un_members_not_party", "states_not_party")),
    (_SIGNATORY, ("signatories", "signatories_not_party")),
    (_PARTY, ("states_parties_by_deposit", "states_parties_bound")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSlip:
    """A count as it was said, and the one of the register it comes closest to; `how` tells how the slip came about."""

    said: int
    counted: int
    definition: str
    how: Filled | None


def slip_in(what: str, said: int, counts: Counts, *, un_members: int) -> CountSlip | None:
    """The slip in a figure of a record ("93", "States yet to join the Convention"); None where there is none.

    `counts` are those of the convention on the day of the meeting, `un_members` how many members the UN had then.
    """
    keys = _meant(what)
    if said < FEWEST or not keys:
        return None
    values: Mapping[str, int] = {key: getattr(counts, key) for key in keys}
    if said in values.values():
        return None
    key = min(values, key=lambda each: abs(values[each] - said))
    if abs(values[key] - said) > NEAR:
        return None
    return CountSlip(said=said, counted=values[key], definition=DEFINED[key], how=_how(key, said, counts, un_members))


def counts_states(what: str) -> bool:
    """Whether words speak of all the States Parties, signatories or others of a convention.

    >>> counts_states("States yet to join the Convention"), counts_states("new States Parties")
    (True, False)
    """
    return bool(_meant(what))


def _meant(what: str) -> tuple[str, ...]:
    """Which counts the words mean; none where they speak of a part of those States."""
    for pattern, keys in _MEANT:
        if found := pattern.search(what):
            before = what[: found.start()]
            after = what[found.end() : found.end() + 12]
            return () if _PART_OF_IT.search(before) or re.match(r"\s*(?:had|have|whose|that|who)\b", after) else keys
    return ()


def _how(key: str, said: int, counts: Counts, un_members: int) -> Filled | None:
    parties = counts.states_parties_by_deposit
    if key in {"un_members_not_party", "states_not_party"}:
        if said == un_members - parties:
            others = counts.un_members_not_party - said
            words = gettext_noop(
                "%(members)d members of the United Nations less %(parties)d States Parties; but %(others)d of those"
                " parties are no members"
            )
            return Filled(words, members=un_members, parties=parties, others=others)
        if said == counts.states_not_party - counts.signatories_not_party:
            return Filled(gettext_noop("the signatories are left out"))
    return None
