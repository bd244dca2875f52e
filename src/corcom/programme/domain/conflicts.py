"""A programme of work checked as a whole: what cannot be, what a rule forbids, and what is only pointed out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.terms import name_of, theme_name
from corcom.meetings.domain.plan import is_skipped, local_moment
from corcom.programme.domain.programme import Programme, theme_shares
from corcom.programme.domain.session import Session, part_minutes, working_minutes
from corcom.rulebooks.programmes import ProgrammeRule

ConflictKind = Literal[
    "outside", "skipped", "room", "parallel", "person", "delegation", "chair", "share", "most", "parts"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeConflict:
    """One thing that is wrong. `must`: it cannot stay so; else it may be meant. `sessions` are the rows concerned."""

    kind: ConflictKind
    must: bool
    words: Filled
    sessions: tuple[int, ...]


def conflicts_of(
    programme: Programme, rules: Sequence[ProgrammeRule], *, known_people: Mapping[str, int]
) -> tuple[ProgrammeConflict, ...]:
    """All that is wrong with a programme, what cannot stay first.

    `rules` are those that hold; `known_people` says how many people of a delegation are known, for any that are.
    """
    found = [
        *_alone(programme),
        *(one for pair in _at_once(programme) for one in _together(programme, pair, rules, known_people)),
        *(one for rule in rules for one in _by_rule(programme, rule)),
        *_parts(programme),
    ]
    return tuple(sorted(found, key=lambda one: not one.must))


def _at_once(programme: Programme) -> list[tuple[Session, Session]]:
    return [(one, two) for one, two in combinations(programme.in_order, 2) if one.overlaps(two)]


def _alone(programme: Programme) -> Iterator[ProgrammeConflict]:
    """What is wrong with a session by itself."""
    for session in programme.in_order:
        said = {"session": programme.name_of(session), "day": session.day}
        if not programme.starts_on <= session.day <= programme.ends_on:
            words = Filled(gettext_noop("“%(session)s” is on %(day)s, which is no day of the meeting."), **said)
            yield ProgrammeConflict(kind="outside", must=True, words=words, sessions=(session.number,))
        for at in (session.start, session.end):
            if is_skipped(local_moment(session.day, at, programme.zone)):
                words = Filled(
                    gettext_noop("“%(session)s”: on %(day)s the clocks are put forward, and there is no %(time)s."),
                    **said,
                    time=at,
                )
                yield ProgrammeConflict(kind="skipped", must=True, words=words, sessions=(session.number,))


def _together(
    programme: Programme,
    pair: tuple[Session, Session],
    rules: Sequence[ProgrammeRule],
    known_people: Mapping[str, int],
) -> Iterator[ProgrammeConflict]:
    """What is wrong with two sessions that are held at the same time."""
    one, two = pair
    numbers = (one.number, two.number)
    said = {"one": programme.name_of(one), "other": programme.name_of(two), "day": one.day}
    if one.room.strip() and one.room.strip().casefold() == two.room.strip().casefold():
        words = Filled(
            gettext_noop("“%(one)s” and “%(other)s” are in the same room (%(room)s) at the same time on %(day)s."),
            **said,
            room=one.room.strip(),
        )
        yield ProgrammeConflict(kind="room", must=True, words=words, sessions=numbers)
    for who in _same(one.people, two.people):
        words = Filled(
            gettext_noop("%(who)s cannot be in “%(one)s” and in “%(other)s” at the same time on %(day)s."),
            **said,
            who=who,
        )
        yield ProgrammeConflict(kind="person", must=True, words=words, sessions=numbers)
    for rule in rules:
        if rule.shape == "no_two_at_once" and one.body in rule.bodies and two.body in rule.bodies:
            words = Filled(
                gettext_noop("“%(one)s” and “%(other)s” are in parallel on %(day)s, which the rules do not allow."),
                **said,
            )
            yield ProgrammeConflict(kind="parallel", must=rule.must, words=words, sessions=numbers)
        if rule.shape == "one_place_for_a_delegation":
            for code in _same(one.chairs, two.chairs):
                yield from _delegation(rule, code, known_people.get(code), said, numbers)


def _same(one: Sequence[str], two: Sequence[str]) -> list[str]:
    """Who stands in both, whatever the capitals and the spaces."""
    folded = {" ".join(each.casefold().split()) for each in two}
    return [each for each in one if " ".join(each.casefold().split()) in folded]


def _delegation(
    rule: ProgrammeRule, code: str, known: int | None, said: Mapping[str, object], numbers: tuple[int, ...]
) -> Iterator[ProgrammeConflict]:
    """A delegation that presides in two places: a conflict where it is small, a caution where nobody knows."""
    if known is not None and known > rule.numbers["small"]:
        return
    template = (
        gettext_noop(
            "%(who)s presides over “%(one)s” and “%(other)s” at the same time on %(day)s."
            " The directory knows nobody of its delegation; make sure that it is large enough."
        )
        if not known
        else gettext_noop(
            "%(who)s presides over “%(one)s” and “%(other)s” at the same time on %(day)s, and its delegation is small."
            " People that the directory knows: %(known)d."
        )
    )
    words = Filled(template, **said, who=name_of(code), known=known or 0)
    yield ProgrammeConflict(kind="delegation", must=rule.must and bool(known), words=words, sessions=numbers)


def _by_rule(programme: Programme, rule: ProgrammeRule) -> Iterator[ProgrammeConflict]:
    if rule.shape == "chair_of_each":
        for session in programme.in_order:
            if not session.chairs:
                words = Filled(gettext_noop("“%(session)s” has no chair."), session=programme.name_of(session))
                yield ProgrammeConflict(kind="chair", must=rule.must, words=words, sessions=(session.number,))
    if rule.shape == "share_of_time" and programme.shares:
        for theme, (_minutes, has, given) in theme_shares(programme).items():
            if abs(has - given) > rule.numbers["within"]:
                words = Filled(
                    gettext_noop(
                        "%(theme)s has %(has)d per cent of the time of all themes; %(given)d per cent were given to it."
                    ),
                    theme=theme_name(programme.convention, theme),
                    has=has,
                    given=given,
                )
                numbers = tuple(one.number for one in programme.in_order if one.theme == theme)
                yield ProgrammeConflict(kind="share", must=rule.must, words=words, sessions=numbers)


def _parts(programme: Programme) -> Iterator[ProgrammeConflict]:
    """What is wrong with the parts of a session; always a caution."""
    for session in programme.in_order:
        minutes = part_minutes(session, programme.slots)
        name, whole = programme.name_of(session), working_minutes(session, programme.slots)
        if sum(minutes) > whole:
            words = Filled(
                gettext_noop("The parts of “%(session)s” take %(parts)d minutes; it has %(has)d."),
                session=name,
                parts=sum(minutes),
                has=whole,
            )
            yield ProgrammeConflict(kind="parts", must=False, words=words, sessions=(session.number,))
        for at, part in enumerate(session.parts):
            if part.most and minutes[at] <= max((*minutes[:at], *minutes[at + 1 :]), default=-1):
                words = Filled(
                    gettext_noop("In “%(session)s” the part “%(part)s” is to have the most time, and has not."),
                    session=name,
                    part=part.title,
                )
                yield ProgrammeConflict(kind="most", must=False, words=words, sessions=(session.number,))
