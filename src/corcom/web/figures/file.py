"""Taking in a table of figures: checked whole, taken whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corcom.documents.domain.bounded import run_one
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.tables import FoundTable, UnknownFormula, read_tables
from corcom.figures.domain.figure_rows import COLUMNS
from corcom.figures.domain.figure_table import FIGURES
from corcom.figures.domain.figures import Figure
from corcom.kernel.marked import Filled
from corcom.kernel.tables import LineRefused, Placed, read_rows
from corcom.oversight.actions import LinesRefused, take_over_register
from corcom.oversight.register_tables import TABLES, Told
from corcom.register.actions import CorrectedMeanwhile
from corcom.rulebooks.reading import rulebook
from corcom.web import day as days
from corcom.web.figures.forms import FigureFileForm
from corcom.web.figures.refusals import in_words
from corcom.web.filled import filled, filled_template
from corcom.web.person import person
from corcom.web.rights import requires
from corcom.web.wording import convention_in_words

MOST = 50
"""Refusals that are shown."""


@requires("record")
def figures_file(request: HttpRequest, convention: str) -> HttpResponse:
    """Take in a table of figures of a convention."""
    if rulebook(convention) is None:
        raise Http404
    form = FigureFileForm(request.POST or None, request.FILES or None)
    refused: list[str] = []
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        refused = _take_in(request, convention, (file.name, file.read()))
        if not refused:
            return redirect("convention_figures", convention)
    shown = {
        "form": form,
        "code": convention,
        "name": convention_in_words(convention),
        "refused": refused[:MOST],
        "more": max(0, len(refused) - MOST),
        "columns": ", ".join(COLUMNS),
        "back": reverse("convention_figures", args=[convention]),
    }
    return render(request, "figures/file.html", shown, status=400 if form.errors or refused else 200)


def _take_in(request: HttpRequest, convention: str, source: tuple[str, bytes]) -> list[str]:
    """Take a file over; gives why it was not, line by line, and nothing where it was."""
    try:
        tables = run_one(read_tables, source)
    except DocumentRefused as error:
        return [f"{source[0]}{_(': ')}{filled_template(error.template, error.values)}"]
    placed, refused = _placed(tables, source[0], convention)
    if refused:
        return refused
    try:
        (found,) = take_over_register(
            told=[Told(TABLES[FIGURES.code], placed)],
            day=days.today(),
            at=days.moment(),
            by=person(request).username,
        )
    except LinesRefused as error:
        return list(map(_line, error.lines))
    except CorrectedMeanwhile as error:
        return [in_words(error)]
    new, changed = len(found.new), len(found.changed)
    said = [
        ngettext("%(n)d new figure", "%(n)d new figures", new) % {"n": new},
        ngettext("%(n)d corrected", "%(n)d corrected", changed) % {"n": changed},
        ngettext("%(n)d was recorded so already", "%(n)d were recorded so already", found.same) % {"n": found.same},
    ]
    messages.success(request, _(", ").join(said))
    return []


def _placed(tables: Iterable[FoundTable], name: str, convention: str) -> tuple[list[Placed[Figure]], list[str]]:
    """The rows of every sheet that has the columns, and what is wrong with the others."""
    placed: list[Placed[Figure]] = []
    refused: list[str] = []
    for table in tables:
        file = f"{name} ({table.sheet})" if table.sheet else name
        missing = [column for column in COLUMNS if column not in table.head]
        if missing or len(set(table.head)) != len(table.head):
            words = _("%(file)s: the head must have each of these columns once: %(columns)s; missing: %(missing)s.")
            said = {"file": file, "columns": ", ".join(COLUMNS), "missing": ", ".join(missing) or "–"}
            refused.append(words % said)
            continue
        refused += [
            f"{name}{_(': ')}{filled_template(error.template, error.values)}"
            for cell in table.formulas
            for error in [UnknownFormula(name, sheet=table.sheet, cell=cell)]
        ]
        found, lines = read_rows(FIGURES, table.rows, file=file)
        lines += [
            LineRefused(each.file, each.line, "convention", each.value.convention, convention)
            for each in found
            if each.value.convention != convention
        ]
        placed += found
        refused += map(_line, sorted(lines, key=lambda line: line.line))
    return placed, refused


def _line(line: LineRefused) -> str:
    allowed = filled(line.allowed) if isinstance(line.allowed, Filled) else _(line.allowed)
    words = _("%(file)s, line %(line)s, %(column)s: “%(found)s” cannot be taken; allowed: %(allowed)s.")
    return words % {
        "file": line.file,
        "line": line.line,
        "column": line.column,
        "found": line.found[:60],
        "allowed": allowed,
    }
