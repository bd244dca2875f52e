"""The directory in words and as pieces."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.directory.domain.people import Affiliation, ContactKind, ContactPoint, Person, Purpose
from corcom.directory.queries import PersonEntry, StepTaken
from corcom.web.committee.words import holder_in_words
from corcom.web.language_words import languages_in_words
from corcom.web.pieces import Link, Stack, Together
from corcom.web.wording import in_words

PURPOSES: dict[Purpose, Promise] = {
    "general": pgettext_lazy("purpose", "everything else"),
    "invitations": pgettext_lazy("purpose", "invitations"),
    "transparency_reports": pgettext_lazy("purpose", "transparency reports"),
    "finance": pgettext_lazy("purpose", "finance"),
    "minutes": pgettext_lazy("purpose", "minutes"),
    "letters": pgettext_lazy("purpose", "letters"),
    "press": pgettext_lazy("purpose", "press"),
    "clearance": pgettext_lazy("purpose", "clearance"),
    "victims": pgettext_lazy("purpose", "victim assistance"),
}
CONTACT_KINDS: dict[ContactKind, Promise] = {
    "email": pgettext_lazy("contact point", "e-mail"),
    "phone": pgettext_lazy("contact point", "telephone"),
    "post": pgettext_lazy("contact point", "postal address"),
    "web": pgettext_lazy("contact point", "web page"),
}
STEPS: dict[str, Promise] = {
    "recorded": gettext_lazy("Put into the directory"),
    "changed": gettext_lazy("Changed"),
    "affiliated": gettext_lazy("A delegation was added"),
    "left": gettext_lazy("It was said when they left a delegation"),
    "reached": gettext_lazy("A contact point was added"),
    "withdrawn": gettext_lazy("A contact point was taken out"),
    "readdressed": gettext_lazy("An e-mail address was changed, because letters did not arrive"),
    "merged": gettext_lazy("Merged with another entry"),
    "parted": gettext_lazy("The merge was taken back"),
}


def person_name(person: Person) -> str:
    """A person as they are addressed."""
    return f"{person.title} {person.name}".strip()


def person_link(person: Person) -> Link:
    """The same as a link to their page."""
    return Link(person_name(person), reverse("person", args=[person.number]))


def delegation_link(code: str) -> Link:
    """A delegation as a link to its page in the directory."""
    return Link(holder_in_words(code), reverse("directory_delegation", args=[code]))


def represents(found: Iterable[Affiliation]) -> Stack | str:
    """Whom somebody represents, with their function."""
    parts = [Together((delegation_link(each.delegation), each.function)) for each in found]
    return Stack(tuple(parts)) if parts else ""


def reached_by(contacts: Iterable[ContactPoint]) -> Stack | str:
    """Contact points, one in a line."""
    parts = [contact_link(each) for each in contacts]
    return Stack(tuple(parts)) if parts else ""


def contact_link(contact: ContactPoint) -> Link:
    """A contact point as a link that writes, calls or opens."""
    lead = {"email": "mailto:", "phone": "tel:"}.get(contact.kind, "")
    address = (
        "" if contact.kind == "post" else f"{lead}{contact.value.replace(' ', '') if lead == 'tel:' else contact.value}"
    )
    return Link(contact.value, address)


def contact_for(contact: ContactPoint) -> str:
    """What a contact point is for."""
    parts = [str(PURPOSES[contact.purpose]), contact.convention, _("public") if contact.public else ""]
    return _(", ").join(part for part in parts if part)


def affiliation_time(found: Affiliation) -> str:
    """From when until when somebody belongs to a delegation."""
    if found.since and found.until:
        return _("%(since)s to %(until)s") % {"since": in_words(found.since), "until": in_words(found.until)}
    if found.until:
        return _("until %(day)s") % {"day": in_words(found.until)}
    return _("from %(day)s") % {"day": in_words(found.since)} if found.since else ""


def step_line(step: StepTaken) -> dict[str, Any]:
    """One line of a history: what, by whom, when, and what stood there before."""
    before = step.before
    was = before.get("value") or before.get("name") or ""
    return {
        "words": STEPS.get(step.verb, step.verb),
        "was": was if step.verb in {"changed", "withdrawn", "readdressed"} else "",
        "on": step.at.date(),
        "by": step.by or _("a command"),
        "undo": reverse("undo_merge", args=[step.number]) if step.can_undo else "",
    }


def file_row(found: PersonEntry) -> tuple[str | date | None, ...]:
    """A person in a table that is taken home."""
    return (
        found.person.title,
        found.person.name,
        "; ".join(holder_in_words(each.delegation) for each in found.represents),
        "; ".join(each.function for each in found.represents if each.function),
        languages_in_words(found.person.languages),
        "; ".join(each.value for each in found.contacts),
    )
