"""Choosing delegations on a form: whole groups of them, or one by one within a group.

A form shows each group by `forms/party_group.html`, and reads what was sent by `codes_chosen`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from corcom.kernel.folding import folded
from corcom.register.domain.gazetteer import parties
from corcom.web.state_names import state_name

PartyGroups = Mapping[str, tuple[str, ...]]
"""The codes of delegations by the name of their group in the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyShown:
    """One delegation: whether it is there already, and whether it was chosen just now."""

    code: str
    words: str
    is_there: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyGroupShown:
    """A group with its delegations by name."""

    name: str
    words: str
    count: int
    is_chosen: bool
    members: tuple[PartyShown, ...]


def codes_chosen(request: HttpRequest, groups: PartyGroups, known: Collection[str]) -> list[str]:
    """The codes that were sent, as whole groups or one by one, each once; those alone that are `known`."""
    whole = [code for name in request.POST.getlist("group") for code in groups.get(name, ())]
    return list(dict.fromkeys([*whole, *(code for code in request.POST.getlist("code") if code in known)]))


def groups_shown(
    request: HttpRequest, groups: PartyGroups, in_words: Callable[[str], str], there: Collection[str]
) -> list[PartyGroupShown]:
    """The groups as a form shows them, with what was chosen. `there`: those who are on the list already."""
    one_by_one, whole = set(request.POST.getlist("code")), set(request.POST.getlist("group"))
    return [
        PartyGroupShown(
            name=name,
            words=in_words(name),
            count=len(codes),
            is_chosen=name in whole,
            members=tuple(
                PartyShown(code=code, words=words, is_there=code in there, is_chosen=code in one_by_one)
                for words, code in _by_name(codes)
            ),
        )
        for name, codes in groups.items()
    ]


def _by_name(codes: Collection[str]) -> list[tuple[str, str]]:
    known = parties()
    named = [(state_name(code, known[code].name), code) for code in codes if code in known]
    return sorted(named, key=lambda one: folded(one[0]))
