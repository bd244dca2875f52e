"""What is to be pointed out about a roster: a theme without a holder, a group without a voice, records that differ.

The rules are those of the rulebook's `committee.yaml`. A caution never refuses anything; `must` says whether the rule that
it rests on binds or is a preference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corcom.mandates.domain.bounds import closes
from corcom.mandates.domain.rosters import Roster, roster_on
from corcom.mandates.domain.rotations import Rotation, next_close, rotation_at
from corcom.mandates.domain.seats import Seat, seats_of
from corcom.mandates.domain.terms import Term
from corcom.register.domain.convention_meetings import ConventionMeeting
from corcom.register.domain.regional_groups import REGIONAL_GROUPS, regional_group_on
from corcom.rulebooks.committee import Committee, SeatRule, committee

CautionKind = Literal[
    "theme_without_holder",
    "too_few",
    "too_many",
    "too_many_themes",
    "too_long",
    "same_theme_again",
    "not_half",
    "group_missing",
    "records_differ",
    "end_unsaid",
    "not_offered",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterCaution:
    """One thing to be pointed out. `rule` is what it rests on; None where it is about the records and not about a rule.

    `office` and `theme` are codes, `holders` the codes of those concerned. `group` is a regional group. `number` is how many
    there are (holders, themes, meetings of a term, or of those that leave), `of` what it is measured against. `meeting` is
    the code of the one at whose close it shows.
    """

    kind: CautionKind
    rule: SeatRule | None = None
    office: str = ""
    theme: str = ""
    holders: tuple[str, ...] = ()
    group: str = ""
    number: int = 0
    of: int = 0
    meeting: str = ""

    @property
    def binds(self) -> bool:
        """Whether it breaks a rule that binds, and not a preference."""
        return self.rule is not None and self.rule.must


def cautions_on(convention: str, terms: Iterable[Term], *, day: date) -> list[RosterCaution]:
    """What is to be pointed out about the roster of a day and about the next rotation; what binds stands first.

    Nothing where nobody is known to hold a theme on that day.
    """
    known, found = list(terms), committee(convention)
    roster = roster_on(convention, known, day=day)
    held = _held(found, roster.seats) if found else []
    cautions = [*_records(roster)]
    if found and found.holds_on(day) and held:
        cautions += [
            *_numbers(found, roster, day),
            *_per_holder(found, held, day),
            *_terms_too_long(found, held, day),
            *_again(found, known, held, day),
            *_groups(found, held, day),
            *_half(found, known, day),
        ]
    return sorted(cautions, key=lambda one: (not one.binds, one.rule is None))


def share_leaving(found: Committee, rotation: Rotation) -> tuple[int, int]:
    """How many holders of themes leave for certain at a meeting, and how many there are before it."""
    leaving = len(_held(found, rotation.leaving))
    return leaving, leaving + len(_held(found, (*rotation.disputed, *rotation.unsaid, *rotation.staying)))


def meetings_of(convention: str, seat: Seat) -> int:
    """How many closes a term runs across, counted from where it begins: 2MSP to 4MSP is two. 0 where no record says it.

    By the longest of its versions.
    """
    return max((_length(convention, version.reach.since, version.reach.until) for version in seat.versions), default=0)


def _length(convention: str, since: date | None, until: date | None) -> int:
    if since is None or until is None:
        return 0
    return sum(since < meeting.ends_on <= until for meeting in closes(convention))


def _held(found: Committee, seats: Iterable[Seat]) -> list[Seat]:
    """The seats of the committee's own offices."""
    offices = {office.code for office in found.offices}
    return [seat for seat in seats if seat.office in offices]


def _records(roster: Roster) -> Iterator[RosterCaution]:
    for seat in roster.seats:
        if seat.is_disputed:
            yield RosterCaution(
                kind="records_differ",
                office=seat.office,
                theme=seat.theme,
                holders=(seat.holder,),
                number=len(seat.versions),
            )
    unsaid = [seat for seat in roster.seats if not seat.says_its_end]
    if unsaid:
        yield RosterCaution(kind="end_unsaid", holders=tuple(seat.holder for seat in unsaid), number=len(unsaid))


def _numbers(found: Committee, roster: Roster, day: date) -> Iterator[RosterCaution]:
    rule = found.rule("number_of_holders", day)
    for office in found.offices if rule else ():
        for theme in found.themes:
            holders = tuple(seat.holder for seat in roster.holders_of(office.code, theme.code))
            kind = _kind_of(rule, len(holders))
            if kind:
                yield RosterCaution(
                    kind=kind, rule=rule, office=office.code, theme=theme.code, holders=holders, number=len(holders)
                )


def _kind_of(rule: SeatRule | None, count: int) -> CautionKind | None:
    if rule is None or rule.numbers["least"] <= count <= rule.numbers["most"]:
        return None
    if count == 0:
        return "theme_without_holder"
    return "too_few" if count < rule.numbers["least"] else "too_many"


def _per_holder(found: Committee, held: Sequence[Seat], day: date) -> Iterator[RosterCaution]:
    rule = found.rule("themes_of_a_holder", day)
    for holder in dict.fromkeys(seat.holder for seat in held) if rule else ():
        themes = {seat.theme for seat in held if seat.holder == holder}
        if rule and len(themes) > rule.numbers["most"]:
            yield RosterCaution(kind="too_many_themes", rule=rule, holders=(holder,), number=len(themes))


def _terms_too_long(found: Committee, held: Sequence[Seat], day: date) -> Iterator[RosterCaution]:
    rule = found.rule("number_of_meetings", day)
    for seat in held if rule else ():
        long = meetings_of(found.convention, seat)
        if rule and long > rule.numbers["most"]:
            yield _of_seat("too_long", rule, seat, number=long, of=rule.numbers["most"])


def _again(found: Committee, terms: Sequence[Term], held: Sequence[Seat], day: date) -> Iterator[RosterCaution]:
    rule = found.rule("same_theme_again", day)
    every = seats_of(terms) if rule else []
    for seat in held if rule else ():
        before = [
            one for one in every if one.place == seat.place and one.holder == seat.holder and seat.since in one.ends
        ]
        if before:
            yield _of_seat("same_theme_again", rule, seat)


def _groups(found: Committee, held: Sequence[Seat], day: date) -> Iterator[RosterCaution]:
    rule = found.rule("holders_of_each_group", day)
    groups = [group.group for seat in held if (group := regional_group_on(seat.holder, day))]
    for name in REGIONAL_GROUPS if rule else ():
        if rule and groups.count(name) < rule.numbers["least"]:
            yield RosterCaution(kind="group_missing", rule=rule, group=name, number=groups.count(name))


def _half(found: Committee, terms: Sequence[Term], day: date) -> Iterator[RosterCaution]:
    rule, meeting = found.rule("share_that_leaves", day), next_close(found.convention, day)
    if rule is None or meeting is None:
        return
    rotation = rotation_at(found.convention, terms, meeting)
    leaving, every = share_leaving(found, rotation)
    # Where records differ or are silent, it may still be half of them.
    unsure = len(_held(found, (*rotation.disputed, *rotation.unsaid)))
    if not is_about(rule, leaving, leaving + unsure, every):
        yield RosterCaution(kind="not_half", rule=rule, number=leaving, of=every, meeting=meeting.code)


def is_about(rule: SeatRule, least: int, most: int, of: int) -> bool:
    """Whether between `least` and `most` of `of` there is a number near enough to the share that a rule asks for."""
    wanted, within = rule.numbers["percent"] * of / 100, rule.numbers["within"]
    return least <= wanted + within and most >= wanted - within


def _of_seat(
    kind: CautionKind,
    rule: SeatRule | None,
    seat: Seat,
    *,
    number: int = 0,
    of: int = 0,
    meeting: ConventionMeeting | None = None,
) -> RosterCaution:
    return RosterCaution(
        kind=kind,
        rule=rule,
        office=seat.office,
        theme=seat.theme,
        holders=(seat.holder,),
        number=number,
        of=of,
        meeting=meeting.code if meeting else "",
    )
