"""Whom an Akoma Ntoso document speaks of: each person, organisation, office and notion once, with an id of its own."""

from __future__ import annotations

from typing import Any, Literal

from corcom.documents.domain.official import xml_safe
from corcom.kernel.actor import Actor
from corcom.minutes.domain.written.slugs import slug

Kind = Literal["TLCPerson", "TLCOrganization", "TLCRole", "TLCConcept"]

_FOLDERS: dict[Kind, str] = {
    "TLCPerson": "person",
    "TLCOrganization": "organization",
    "TLCRole": "role",
    "TLCConcept": "concept",
}


class References:
    """The references of a document, in the order in which they are first needed."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[Kind, str]] = {}

    def actor(self, actor: Actor) -> str:
        """A reference ("#hrv") to a State, organisation or office, or to whoever goes by a name."""
        if actor.code.startswith("office:"):
            return self._add("TLCRole", actor.code.removeprefix("office:"), actor.name)
        kind: Kind = "TLCPerson" if actor.code.startswith("name:") else "TLCOrganization"
        return self._add(kind, actor.code.removeprefix("name:"), actor.name)

    def person(self, name: str) -> str:
        """A reference to a person."""
        return self._add("TLCPerson", name, name)

    def role(self, name: str) -> str:
        """A reference to an office."""
        return self._add("TLCRole", name, name)

    def organisation(self, name: str) -> str:
        """A reference to a body or organisation."""
        return self._add("TLCOrganization", name, name)

    def concept(self, code: str, name: str) -> str:
        """A reference to what a passage is: a decision, an action point."""
        return self._add("TLCConcept", code, name)

    def write(self, maker: Any) -> list[Any]:
        """The references as elements."""
        return [
            maker(kind, eId=eid, href=f"/akn/ontology/{_FOLDERS[kind]}/{eid.partition('-')[2]}", showAs=name)
            for eid, (kind, name) in self._found.items()
        ]

    def _add(self, kind: Kind, code: str, name: str) -> str:
        # The kind is part of the id: a role and a person may be called the same.
        eid = f"{_FOLDERS[kind]}-{slug(code)}"
        self._found.setdefault(eid, (kind, xml_safe(name).strip() or code))
        return f"#{eid}"
