"""The groups of States: the regional groups of the United Nations and those that go by a name, with their members and sources."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from corcom.kernel.folding import folded
from corcom.register.domain.named_groups import NamedGroup, members_on, named_groups
from corcom.register.domain.regional_groups import REGIONAL_GROUPS, regional_groups
from corcom.register.domain.states import state_codes
from corcom.web.day import day_of
from corcom.web.pieces import StateName
from corcom.web.register.group_words import named_group_in_words, regional_group_in_words
from corcom.web.register.participation_words import CERTAINTY_WORDS
from corcom.web.sign_in import open_to_the_public
from corcom.web.state_lists import regional_group_on
from corcom.web.wording import in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownGroup:
    """A group on a day: its members by name, how far its list is known to hold, and what says so.

    `recalled` are members of which some source rests on memory.
    """

    code: str
    name: str
    known: str
    sources: tuple[str, ...]
    note: str
    members: tuple[StateName, ...]
    recalled: tuple[StateName, ...] = ()


@open_to_the_public
def state_groups(request: HttpRequest) -> HttpResponse:
    """Every group with its members on the day of the page."""
    day = day_of(request)
    named = [_named(each, members_on(each.code, day)) for each in named_groups().values()]
    by_group = {
        code: frozenset(iso3 for iso3 in state_codes() if regional_group_on(iso3, day) == code)
        for code in REGIONAL_GROUPS
    }
    shown = {
        "named": sorted(named, key=lambda each: folded(each.name)),
        "regional": [_regional(code, members) for code, members in by_group.items()],
    }
    return render(request, "register/groups.html", shown)


def _named(group: NamedGroup, members: frozenset[str]) -> ShownGroup:
    recalled = {each.iso3 for each in group.members if each.is_recalled}
    known = _("%(sure)s; the list is known to hold on %(day)s")
    own = (each.source for each in group.members if each.iso3 in members)
    return ShownGroup(
        code=group.code,
        name=named_group_in_words(group.code),
        known=known % {"sure": CERTAINTY_WORDS[group.certainty], "day": in_words(group.as_of)},
        sources=tuple(dict.fromkeys((group.source, *own))),
        note=group.note,
        members=_by_name(members),
        recalled=_by_name(members & recalled),
    )


def _regional(code: str, members: frozenset[str]) -> ShownGroup:
    sources = (each.source for iso3 in members for each in regional_groups().get(iso3, ()) if each.group == code)
    return ShownGroup(
        code=code,
        name=regional_group_in_words(code),
        known="",
        sources=tuple(sorted(set(sources))),
        note="",
        members=_by_name(members),
    )


def _by_name(codes: frozenset[str]) -> tuple[StateName, ...]:
    return tuple(sorted(map(StateName, codes), key=lambda state: folded(state.words)))
