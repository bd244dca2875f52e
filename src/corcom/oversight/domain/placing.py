"""What each passage of a record is about: its agenda item, its theme, and whom it concerns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corcom.kernel.actor import Actor
from corcom.kernel.plain import lower, plain
from corcom.minutes.domain.into_record import Setting
from corcom.oversight.domain.passages import Span
from corcom.register.domain.gazetteer import names_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a finding says of the place where it stands: its agenda item, and whom it concerns.

    `heads`: it is the agenda item itself, so that what follows it belongs to it.
    """

    start: int
    end: int
    agenda: str = ""
    heads: bool = False
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A passage with what it is about."""

    start: int
    end: int
    agenda: str
    theme: str
    actors: tuple[Actor, ...]


def placed(text: str, spans: Sequence[Span], said: Sequence[Said], setting: Setting | None) -> list[Placed]:
    """Each passage with what the findings in it say, and the names in its words; an agenda item holds until the next.

    `setting` is the meeting and its agenda, None where it is not known.
    """
    shadow = plain(text)
    names = names_in(shadow, lower(shadow))
    ordered = sorted(said, key=lambda one: one.start)
    found: list[Placed] = []
    agenda, at, name = "", 0, 0
    for start, end in spans:
        inside: list[Said] = []
        while at < len(ordered) and ordered[at].start < end:
            if ordered[at].start >= start:
                inside.append(ordered[at])
            at += 1
        actors = {actor.code: actor for one in inside for actor in one.actors}
        while name < len(names) and names[name].start < end:
            party = names[name].party
            if names[name].start >= start:
                actors.setdefault(party.code, Actor(party.code, party.name))
            name += 1
        agenda = _agenda(inside) or agenda
        theme = setting.theme_of(agenda) if setting and agenda else ""
        words = setting.words_of(agenda) if setting and agenda else agenda
        found.append(Placed(start=start, end=end, agenda=words, theme=theme, actors=tuple(actors.values())))
    return found


def _agenda(inside: Sequence[Said]) -> str:
    """The agenda item of a passage. A list of several items is the agenda itself and belongs to none of them."""
    heads = [one.agenda for one in inside if one.heads]
    if len(heads) == 1:
        return heads[0]
    return next((one.agenda for one in inside if one.agenda and not one.heads), "")
