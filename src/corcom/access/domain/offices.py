"""What an office gives besides the role: a table, and nothing else decides.

An office that is not in it gives nothing but what every delegation has, so that a new one opens nothing by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corcom.access.domain.rights import Right


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeRights:
    """`under`: under its convention. `theme`: for what belongs to its theme. `introduced`: for what the delegation introduces.

    `is_member`: whoever holds it sits in the committee.
    """

    under: frozenset[Right] = frozenset()
    theme: frozenset[Right] = frozenset()
    introduced: frozenset[Right] = frozenset()
    is_member: bool = False


_PRESIDENCY = OfficeRights(
    under=frozenset({"read", "export", "schedule", "introduce", "review", "follow_up", "soundings"}), is_member=True
)
_OF_A_THEME = OfficeRights(
    under=frozenset({"read", "export"}),
    theme=frozenset({"follow_up", "introduce"}),
    introduced=frozenset({"introduce"}),
    is_member=True,
)
_MEMBER = OfficeRights(under=frozenset({"read", "export"}), introduced=frozenset({"introduce"}), is_member=True)
_BESIDE = OfficeRights()

OFFICES: Mapping[str, OfficeRights] = {
    "president": _PRESIDENCY,
    "president-designate": _MEMBER,
    "past-president": _MEMBER,
    "vice-president": _MEMBER,
    "coordinator": _OF_A_THEME,
    "co-chair": _OF_A_THEME,
    "co-rapporteur": _OF_A_THEME,
    "contact-group-coordinator": _OF_A_THEME,
    "working-group-chair": _OF_A_THEME,
    "facilitator": _OF_A_THEME,
    # Units that serve the committee; their staff have accounts of the secretariat where they do its work.
    "executive-coordinator": _MEMBER,
    "isu-director": _MEMBER,
    "head-of-secretariat": _MEMBER,
    # They work with the committee and do not sit in it: what concerns them stands on the page of their delegation.
    "working-group-member": _BESIDE,
    "friend-of-the-president": _BESIDE,
    "observer": _BESIDE,
}

MEMBERS = frozenset(code for code, found in OFFICES.items() if found.is_member)
"""The offices whose holders sit in the committee."""

OBSERVERS = frozenset({"observer"})

EVERY_DELEGATION: frozenset[Right] = frozenset({"own"})
"""What whoever acts for a delegation may do, whatever it holds."""
