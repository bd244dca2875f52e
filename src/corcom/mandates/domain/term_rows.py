"""Terms as rows of a table, the same way in and out."""

from __future__ import annotations

from functools import cache
from typing import cast

from corcom.kernel.packaged import packaged_rows
from corcom.kernel.rows import CellRefused, TableRow
from corcom.kernel.source import CERTAINTIES, Certainty
from corcom.mandates.domain.checks import TermRefused, check_term
from corcom.mandates.domain.terms import Term, bodies_of, offices_of, themes_of
from corcom.register.domain.gazetteer import parties
from corcom.rulebooks.reading import conventions

COLUMNS = (
    "convention",
    "office",
    "body",
    "theme",
    "holder",
    "since",
    "until",
    "seen_on",
    "source",
    "certainty",
    "note",
)


def read_row(row: TableRow) -> Term:
    """A row as a value; raises `CellRefused`."""
    convention = row.choice("convention", conventions())
    term = Term(
        convention=convention,
        office=row.choice("office", tuple(offices_of(convention))),
        body=row.choice("body", ("", *bodies_of(convention))),
        theme=row.choice("theme", ("", *themes_of(convention))),
        holder=row.choice("holder", parties()),
        since=row.maybe("since"),
        until=row.maybe("until"),
        seen_on=row.day("seen_on"),
        source=row.text("source"),
        certainty=cast("Certainty", row.choice("certainty", CERTAINTIES)),
        note=row.maybe("note"),
    )
    try:
        check_term(term)
    except TermRefused as refused:
        raise CellRefused(
            line=row.line, column=refused.key, found=row.maybe(refused.key), allowed=str(refused)
        ) from refused
    return term


def write_row(term: Term) -> tuple[str, ...]:
    """The cells of a value, in the order of `COLUMNS`."""
    return (
        term.convention,
        term.office,
        term.body,
        term.theme,
        term.holder,
        term.since,
        term.until,
        term.seen_on.isoformat() if term.seen_on else "",
        term.source,
        term.certainty,
        term.note,
    )


@cache
def packaged_terms() -> tuple[Term, ...]:
    """The terms that come with CorCom, all of them sourced (`mandates/data/terms.csv`)."""
    return tuple(read_row(row) for row in packaged_rows("corcom.mandates", "data", "terms.csv"))
