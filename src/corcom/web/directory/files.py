"""The directory as files: everything as CSV, people as vCards, and the way back in."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.directory.actions import record_entries
from corcom.directory.domain.directory_rows import COLUMNS, read_rows, write_rows
from corcom.directory.domain.people import Entry
from corcom.directory.queries import NoSuchPerson, every_entry, people, person_entry, possible_duplicates
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.tables import UnknownFormula, csv_file, read_tables
from corcom.kernel.rows import CellRefused
from corcom.web import day as days
from corcom.web.day import day_of
from corcom.web.directory.forms import FileForm
from corcom.web.downloads import as_file
from corcom.web.filled import filled, filled_template
from corcom.web.filters import text_in
from corcom.web.person import person
from corcom.web.rights import requires


@requires("contacts")
def whole_file(request: HttpRequest) -> HttpResponse:
    """The whole directory as CSV, with the columns in which it is taken in again."""
    return as_file(csv_file(COLUMNS, write_rows(every_entry(day=day_of(request)))), "directory", "csv")


@requires("contacts")
def cards(request: HttpRequest) -> HttpResponse:
    """The people that the list shows, as vCards."""
    from corcom.directory.domain.vcards import write_cards  # noqa: PLC0415  the other pages do without its library

    found = people(day=day_of(request), words=text_in(request, "q"))
    return as_file(write_cards(each.entry for each in found), "directory", "vcf")


@requires("contacts")
def card(request: HttpRequest, number: int) -> HttpResponse:
    """One person as a vCard."""
    from corcom.directory.domain.vcards import write_cards  # noqa: PLC0415  likewise

    try:
        found = person_entry(number=number, day=day_of(request))
    except NoSuchPerson as missing:
        raise Http404 from missing
    return as_file(write_cards([found.entry]), f"person-{number}", "vcf")


@requires("contacts")
def take_in(request: HttpRequest) -> HttpResponse:
    """Take people in from a file, all of them or none; those who may be there already are pointed out afterwards."""
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        entries, refused = _entries(file.name, file.read())
        if refused:
            form.add_error("file", refused)
        else:
            count = record_entries(entries=entries, at=days.moment(), by=person(request).username)
            words = ngettext("%(n)d person was taken in.", "%(n)d people were taken in.", count) % {"n": count}
            messages.success(request, words)
            return redirect("directory_duplicates" if possible_duplicates() else "directory")
    return render(request, "directory/import.html", {"form": form}, status=400 if form.errors else 200)


def _entries(name: str, data: bytes) -> tuple[list[Entry], str]:
    """What a file holds, or why it cannot be taken in."""
    if name.lower().endswith((".vcf", ".vcard")) or data.lstrip()[:11].upper() == b"BEGIN:VCARD":
        return _from_cards(data)
    try:
        tables = read_tables((name, data))
        for table in tables:
            if table.formulas:
                return [], _of_formula(table.sheet, table.formulas[0])
        rows = [row for table in tables for row in table.rows]
        return [entry for _line, entry in read_rows(rows)], ""
    except DocumentRefused as refused:
        return [], filled_template(refused.template, refused.values)
    except CellRefused as refused:
        said = {"line": refused.line, "column": refused.column, "found": refused.found[:60], "allowed": refused.allowed}
        return [], _("Line %(line)s, %(column)s: “%(found)s” cannot be read; allowed: %(allowed)s.") % said


def _of_formula(sheet: str, cell: str) -> str:
    return _(UnknownFormula.template) % {"sheet": sheet, "cell": cell}


def _from_cards(data: bytes) -> tuple[list[Entry], str]:
    from corcom.directory.domain.vcards import CardRefused, read_cards  # noqa: PLC0415  likewise

    try:
        return [entry for _number, entry in read_cards(data)], ""
    except CardRefused as refused:
        return [], _("Card %(number)s: %(why)s.") % {"number": refused.number, "why": filled(refused.why)}
