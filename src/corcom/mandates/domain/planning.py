"""A plan for the seats that fall vacant at a meeting: who stays, who could take what, and whether a plan keeps the rules.

The rules are those of the rulebook's `committee.yaml`. Checking a plan that was made by hand needs no solver; `planner.py`, which
proposes one, does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.bounds import closes
from corcom.mandates.domain.cautions import RosterCaution, is_about
from corcom.mandates.domain.rotations import rotation_at
from corcom.mandates.domain.seats import Seat
from corcom.mandates.domain.terms import Term, themes_of
from corcom.register.domain.convention_meetings import ConventionMeeting
from corcom.register.domain.gazetteer import parties
from corcom.register.domain.regional_groups import REGIONAL_GROUPS, regional_group_on
from corcom.rulebooks.committee import Committee, SeatRule, SeatShape


class PlanRefused(CorcomError):
    """A plan or a candidate that cannot be read: `why` says it in words that can be translated."""

    def __init__(self, why: Filled) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Who could take a theme: `themes` that are offered, the dearest first; none for any. `years` likewise."""

    holder: str
    themes: tuple[str, ...] = ()
    years: tuple[int, ...] = ()

    def offers(self, theme: str, years: int) -> bool:
        """Whether the candidate would take a theme for so many years."""
        return (not self.themes or theme in self.themes) and (not self.years or years in self.years)


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Assignment:
    """One holder for one theme for so many years, from the close of the meeting on."""

    theme: str
    holder: str
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Who stays beyond the meeting: the theme, and in how many meetings the term ends; 0 where no record says it."""

    theme: str
    holder: str
    ends_in: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSetting:
    """What a plan starts from. `before` are the holders and themes whose terms end at the meeting.

    `assumed` are seats of which records differ or are silent, and that are taken to end there or ("staying") not to.
    """

    committee: Committee
    office: str
    meeting: ConventionMeeting
    staying: tuple[Member, ...]
    candidates: tuple[Candidate, ...]
    before: frozenset[tuple[str, str]]
    assumed_leaving: tuple[str, ...] = ()
    assumed_staying: tuple[str, ...] = ()

    def rule(self, shape: SeatShape) -> SeatRule | None:
        """The rule of a shape that holds from the close of the meeting on."""
        return self.committee.rule(shape, self.meeting.ends_on)

    def years(self) -> range:
        """How many years a term may have."""
        rule = self.rule("number_of_meetings")
        return range(rule.numbers["least"], rule.numbers["most"] + 1) if rule else range(1, 3)

    def of_theme(self, theme: str) -> list[Member]:
        """Who stays in a theme."""
        return [member for member in self.staying if member.theme == theme]


def setting_for(
    committee: Committee,
    terms: Iterable[Term],
    meeting: ConventionMeeting,
    candidates: Iterable[Candidate],
    *,
    office: str = "",
    leaving: Collection[str] = (),
) -> PlanSetting:
    """What a plan for a meeting starts from.

    A seat on whose end records differ is taken to end there. One of which no record says the end stays, unless `leaving` names
    its holder. Whoever leaves may be a candidate again.
    """
    office = office or committee.offices[0].code
    rotation = rotation_at(committee.convention, terms, meeting)

    def own(seats: Iterable[Seat]) -> list[Seat]:
        return [seat for seat in seats if seat.office == office]

    named = [seat for seat in own(rotation.unsaid) if seat.holder in leaving]
    silent = [seat for seat in own(rotation.unsaid) if seat.holder not in leaving]
    going = [*own(rotation.leaving), *own(rotation.disputed), *named]
    staying = [*own(rotation.staying), *silent, *own(rotation.coming)]
    return PlanSetting(
        committee=committee,
        office=office,
        meeting=meeting,
        staying=tuple(
            Member(theme=seat.theme, holder=seat.holder, ends_in=_ends_in(committee.convention, seat, meeting))
            for seat in staying
        ),
        candidates=tuple(candidates),
        before=frozenset((seat.holder, seat.theme) for seat in going),
        assumed_leaving=tuple(seat.holder for seat in own(rotation.disputed)),
        assumed_staying=tuple(seat.holder for seat in silent),
    )


def check_plan(setting: PlanSetting, plan: Iterable[Assignment]) -> list[RosterCaution]:
    """What a plan breaks, rules that bind first; nothing for a plan that keeps every rule and every preference."""
    taken = list(plan)
    members = [*setting.staying, *(Member(theme=a.theme, holder=a.holder, ends_in=a.years) for a in taken)]
    found = [
        *_seats(setting, members),
        *_themes_each(setting, members),
        *_years(setting, taken),
        *_again(setting, taken),
        *_groups(setting, members),
        *_half(setting, members),
        *_offered(setting, taken),
    ]
    return sorted(found, key=lambda one: not one.binds)


def group_of(setting: PlanSetting, holder: str) -> str:
    """The regional group of a State on the day of the close; "" for who is in none."""
    found = regional_group_on(holder, setting.meeting.ends_on)
    return found.group if found else ""


def candidate_from(line: str, setting_themes: Collection[str]) -> Candidate:
    """A candidate as it is written: "CHL: transparency, clearance; 1, 2". Errors: `PlanRefused`.

    >>> candidate_from("CHL: clearance; 2", ("clearance",))
    Candidate(holder='CHL', themes=('clearance',), years=(2,))
    """
    holder, _, rest = line.partition(":")
    themes, _, years = rest.partition(";")
    return Candidate(
        holder=_known_holder(holder),
        themes=tuple(_known_theme(part, setting_themes) for part in _parts(themes)),
        years=tuple(_number(part) for part in _parts(years)),
    )


def assignment_from(line: str, setting_themes: Collection[str]) -> Assignment:
    """One line of a plan made by hand: "CHL: clearance; 2". Errors: `PlanRefused`."""
    found = candidate_from(line, setting_themes)
    if len(found.themes) != 1 or len(found.years) != 1:
        said = gettext_noop("%(line)s: a line of a plan names one holder, one theme and the years: CHL: clearance; 2")
        raise PlanRefused(Filled(said, line=line.strip()))
    return Assignment(holder=found.holder, theme=found.themes[0], years=found.years[0])


def _parts(words: str) -> list[str]:
    return [part.strip() for part in words.split(",") if part.strip()]


def _known_holder(words: str) -> str:
    code = words.strip()
    for known in (code, code.upper(), code.lower()):
        if known in parties():
            return known
    raise PlanRefused(Filled(gettext_noop("%(code)s is no code of a State or an organisation"), code=code))


def _known_theme(code: str, known: Collection[str]) -> str:
    if code not in known:
        said = gettext_noop("%(code)s is no theme; there are %(known)s")
        raise PlanRefused(Filled(said, code=code, known=", ".join(known)))
    return code


def _number(words: str) -> int:
    if not words.isascii() or not words.isdigit() or not 1 <= int(words) <= 9:
        raise PlanRefused(Filled(gettext_noop("%(words)s is no number of years"), words=words))
    return int(words)


def _ends_in(convention: str, seat: Seat, meeting: ConventionMeeting) -> int:
    """In how many meetings after this one a term ends, by the longest of its versions; 0 where no record says it."""
    ends = [version.reach.until for version in seat.versions if version.reach.said_until and version.reach.until]
    if not ends:
        return 0
    return sum(meeting.ends_on < each.ends_on <= max(ends) for each in closes(convention))


def _seats(setting: PlanSetting, members: Sequence[Member]) -> Iterator[RosterCaution]:
    rule = setting.rule("number_of_holders")
    for theme in setting.committee.themes if rule else ():
        holders = tuple(member.holder for member in members if member.theme == theme.code)
        if rule and not rule.numbers["least"] <= len(holders) <= rule.numbers["most"]:
            many = len(holders) > rule.numbers["most"]
            yield RosterCaution(
                kind="too_many" if many else "too_few" if holders else "theme_without_holder",
                rule=rule,
                office=setting.office,
                theme=theme.code,
                holders=holders,
                number=len(holders),
            )


def _themes_each(setting: PlanSetting, members: Sequence[Member]) -> Iterator[RosterCaution]:
    rule = setting.rule("themes_of_a_holder")
    for holder in dict.fromkeys(member.holder for member in members) if rule else ():
        count = sum(member.holder == holder for member in members)
        if rule and count > rule.numbers["most"]:
            yield RosterCaution(kind="too_many_themes", rule=rule, holders=(holder,), number=count)


def _years(setting: PlanSetting, plan: Iterable[Assignment]) -> Iterator[RosterCaution]:
    rule = setting.rule("number_of_meetings")
    for each in plan if rule else ():
        if rule and each.years not in setting.years():
            yield RosterCaution(
                kind="too_long",
                rule=rule,
                office=setting.office,
                theme=each.theme,
                holders=(each.holder,),
                number=each.years,
                of=rule.numbers["most"],
            )


def _again(setting: PlanSetting, plan: Iterable[Assignment]) -> Iterator[RosterCaution]:
    rule = setting.rule("same_theme_again")
    for each in plan if rule else ():
        if (each.holder, each.theme) in setting.before:
            yield RosterCaution(
                kind="same_theme_again", rule=rule, office=setting.office, theme=each.theme, holders=(each.holder,)
            )


def _groups(setting: PlanSetting, members: Sequence[Member]) -> Iterator[RosterCaution]:
    rule = setting.rule("holders_of_each_group")
    groups = [group_of(setting, member.holder) for member in members]
    for name in REGIONAL_GROUPS if rule else ():
        if rule and groups.count(name) < rule.numbers["least"]:
            yield RosterCaution(kind="group_missing", rule=rule, group=name, number=groups.count(name))


def _half(setting: PlanSetting, members: Sequence[Member]) -> Iterator[RosterCaution]:
    rule = setting.rule("share_that_leaves")
    if rule is None or not members:
        return
    ending = sum(member.ends_in == 1 for member in members)
    unsure = sum(member.ends_in == 0 for member in members)
    if not is_about(rule, ending, ending + unsure, len(members)):
        yield RosterCaution(kind="not_half", rule=rule, number=ending, of=len(members), meeting=_next(setting))


def _next(setting: PlanSetting) -> str:
    """The meeting after the one of the plan, if its days are known."""
    after = (each.code for each in closes(setting.committee.convention) if each.ends_on > setting.meeting.ends_on)
    return next(after, "?")


def _offered(setting: PlanSetting, plan: Iterable[Assignment]) -> Iterator[RosterCaution]:
    """Assignments to who is no candidate, or offered something else."""
    known = {candidate.holder: candidate for candidate in setting.candidates}
    for each in plan if known else ():
        candidate = known.get(each.holder)
        if candidate is None or not candidate.offers(each.theme, each.years):
            yield RosterCaution(kind="not_offered", office=setting.office, theme=each.theme, holders=(each.holder,))


def themes_known(setting: PlanSetting) -> tuple[str, ...]:
    """The codes of the themes that a plan may name."""
    held = tuple(theme.code for theme in setting.committee.themes)
    return held or tuple(themes_of(setting.committee.convention))
