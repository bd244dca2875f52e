"""The directory: people, whom they represent on the day of the page, and how they and their delegations are reached."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.access.queries import accounts_of_person
from corcom.directory.queries import (
    NoSuchPerson,
    PersonEntry,
    delegation_entry,
    people,
    person_entry,
    possible_duplicates,
    steps,
)
from corcom.mandates.queries import offices_of_person
from corcom.register.domain.gazetteer import parties
from corcom.web.committee.acting_words import acting_place
from corcom.web.committee.words import holder_in_words
from corcom.web.day import day_of
from corcom.web.directory import words as said
from corcom.web.downloads import downloads, sheet
from corcom.web.filters import on_page, pages_of, text_in
from corcom.web.language_words import languages_in_words
from corcom.web.pieces import Column, Download, Empty, Link, Row, Stack, Table, Together
from corcom.web.rights import holds, requires

SIZE = 100


@requires("contacts")
def directory(request: HttpRequest) -> HttpResponse:
    """The people of the directory, with whom they represent on the day of the page and how they are reached."""
    day, words = day_of(request), text_in(request, "q")
    found = people(day=day, words=words)
    if answer := sheet(request, "directory", _file_columns(), [said.file_row(each) for each in found]):
        return answer
    pages = pages_of(request, len(found), SIZE)
    cards = Download("vCard", f"{reverse('directory_cards')}?{request.GET.urlencode()}")
    table = Table(
        id="people",
        caption=_("People"),
        columns=(Column(_("Name")), Column(_("Represents")), Column(_("Languages")), Column(_("Reached by"))),
        rows=tuple(_row(each) for each in on_page(pages, found)),
        count=len(found),
        pages=pages,
        downloads=(*downloads(request), cards, Download(_("everything as CSV"), reverse("directory_file"))),
        empty=None if found or words else _nothing(),
    )
    return render(request, "directory/list.html", {"table": table, "q": words, "count": len(found)})


def _row(each: PersonEntry) -> Row:
    return Row(
        (
            said.person_link(each.person),
            said.represents(each.represents),
            languages_in_words(each.person.languages),
            said.reached_by(each.contacts),
        )
    )


def _nothing() -> Empty:
    return Empty(
        _("Nobody is in the directory yet"),
        _("People stand here with the delegation that they belong to, by date, and how they are reached."),
        _("Take in a file"),
        reverse("directory_import"),
    )


def _file_columns() -> tuple[str, ...]:
    return (_("Title"), _("Name"), _("Represents"), _("Function"), _("Languages"), _("Reached by"))


@requires("contacts")
def person(request: HttpRequest, number: int) -> HttpResponse:
    """One person: whom they represent and represented, how they are reached, and what was done to the entry."""
    day = day_of(request)
    try:
        found = person_entry(number=number, day=day)
    except NoSuchPerson as missing:
        if missing.kept:
            return redirect("person", missing.kept)
        raise Http404 from missing
    shown = {
        "found": found.person,
        "name": said.person_name(found.person),
        "status": _status(found),
        "languages": languages_in_words(found.person.languages),
        "affiliations": _affiliations(found),
        "contacts": contact_table(found.contacts, "contacts") if found.contacts else None,
        "history": [said.step_line(each) for each in steps(person=number)],
        "offices": [acting_place(each) for each in offices_of_person(person=number)],
        "accounts": accounts_of_person(person=number) if holds(request, "accounts") else [],
    }
    return render(request, "directory/person.html", shown)


def _status(found: PersonEntry) -> str:
    names = [holder_in_words(each.delegation) for each in found.represents]
    return _("represents %(names)s") % {"names": _(", ").join(names)} if names else _("represents nobody on this day")


def _affiliations(found: PersonEntry) -> Table | None:
    if not found.affiliations:
        return None
    return Table(
        id="affiliations",
        caption=_("Delegations"),
        columns=(Column(_("Delegation")), Column(_("Function")), Column(_("Time")), Column(_("Do"))),
        rows=tuple(
            Row(
                (
                    said.delegation_link(each.delegation),
                    each.function,
                    said.affiliation_time(each),
                    "" if each.until else Link(_("Say when they left"), reverse("end_affiliation", args=[each.number])),
                )
            )
            for each in found.affiliations
        ),
    )


def contact_table(contacts: Any, name: str, *, may_change: bool = True) -> Table:
    """Contact points, with what each is for."""
    columns = (Column(_("Address or number")), Column(_("For")))
    rows = []
    for each in contacts:
        cells: tuple[Any, ...] = (said.contact_link(each), said.contact_for(each))
        if may_change:
            cells = (*cells, Link(_("Take out"), reverse("withdraw_contact", args=[each.number])))
        rows.append(Row(cells))
    return Table(
        id=name,
        caption=_("Contact points"),
        columns=(*columns, Column(_("Do"))) if may_change else columns,
        rows=tuple(rows),
    )


@requires("read")
def delegation(request: HttpRequest, code: str) -> HttpResponse:
    """A delegation: its contact points by purpose; for the secretariat also its people, those of today and before."""
    if code not in parties():
        raise Http404
    may_change = holds(request, "contacts")
    found = delegation_entry(code=code, day=day_of(request), public=not may_change)
    shown = {
        "code": code,
        "name": holder_in_words(code),
        "may_change": may_change,
        "contacts": contact_table(found.contacts, "contacts", may_change=may_change) if found.contacts else None,
        "people": _people(found.people, code, "people") if found.people else None,
        "former": _people(found.former, code, "former") if found.former else None,
        "history": [said.step_line(each) for each in steps(delegation=code)] if may_change else [],
    }
    return render(request, "directory/delegation.html", shown)


def _people(found: tuple[PersonEntry, ...], code: str, name: str) -> Table:
    def own(each: PersonEntry) -> Stack:
        return Stack(
            tuple(
                Together((one.function, said.affiliation_time(one)))
                for one in each.affiliations
                if one.delegation == code
            )
        )

    return Table(
        id=name,
        caption=_("People") if name == "people" else _("People before"),
        columns=(Column(_("Name")), Column(_("Function")), Column(_("Reached by"))),
        rows=tuple(Row((said.person_link(each.person), own(each), said.reached_by(each.contacts))) for each in found),
    )


@requires("contacts")
def duplicate_list(request: HttpRequest) -> HttpResponse:
    """The people who may be the same, the surest first."""
    found = possible_duplicates()
    rows = [
        Row(
            (
                said.person_link(one),
                said.person_link(other),
                _why(each.same_email, each.same_delegation),
                f"{each.score:g}",
                Link(
                    _("Merge %(name)s") % {"name": other.name},
                    f"{reverse('person_step', args=[one.number, 'merge'])}?other={other.number}",
                ),
            )
        )
        for each, one, other in found
    ]
    table = Table(
        id="duplicates",
        caption=_("Possible duplicates"),
        columns=(
            *(Column(_("Person")), Column(_("May be")), Column(_("Also the same"))),
            *(Column(_("Alike"), is_number=True), Column(_("Do"))),
        ),
        rows=tuple(rows),
        empty=None
        if rows
        else Empty(_("No duplicates were found"), _("No two people have names or addresses that are alike.")),
    )
    return render(request, "directory/duplicates.html", {"table": table, "count": len(rows)})


def _why(same_email: bool, same_delegation: bool) -> str:  # noqa: FBT001  two facts about one pair
    parts = (_("e-mail address") if same_email else "", _("delegation") if same_delegation else "")
    return _(", ").join(part for part in parts if part)
