"""Full-text search of one column on both engines: `filter(words__matches=wanted("…"))`.

SQLite looks in an FTS5 table beside the column's own (kept by triggers), PostgreSQL in an index over `to_tsvector`.
Both take the words as they stand in the column, where they are in their common form already (`domain.words`): neither
stems, folds or leaves out anything, so that both find the same. The migration that makes the table makes both indexes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup, TextField
from django.db.models.sql.compiler import SQLCompiler

from corcom.oversight.domain.wanted import Term, Wanted

if TYPE_CHECKING:
    TextColumn = TextField[str, str]
    YesOrNo = Lookup[bool]
else:  # when it runs, Django's classes take no types
    TextColumn, YesOrNo = TextField, Lookup

FTS = "corcom_passage_words"
"""The FTS5 table."""


class SearchWords(TextColumn):
    """Words in their common form, with a blank between each two."""


@SearchWords.register_lookup
class Matches(YesOrNo):
    """Whether the words have all that is wanted, and nothing that is not."""

    lookup_name = "matches"
    prepare_rhs = False
    rhs: Wanted

    def get_db_prep_lookup(self, value: Any, connection: BaseDatabaseWrapper) -> Any:  # noqa: ARG002  Django passes the connection
        return "%s", [value]

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:  # noqa: ARG002  likewise
        alias = compiler.quote_name_unless_alias(self.lhs.alias)
        found = f'{alias}."id" IN (SELECT rowid FROM {FTS} WHERE {FTS} MATCH %s)'  # noqa: S608  names of our own alone
        return self._both(found, " AND ".join(map(_fts5, self.rhs.terms)), " OR ".join(map(_fts5, self.rhs.without)))

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        lhs, _params = self.process_lhs(compiler, connection)
        found = f"to_tsvector('simple'::regconfig, {lhs}) @@ to_tsquery('simple'::regconfig, %s)"
        return self._both(found, " & ".join(map(_tsquery, self.rhs.terms)), " | ".join(map(_tsquery, self.rhs.without)))

    @staticmethod
    def _both(found: str, terms: str, without: str) -> tuple[str, tuple[Any, ...]]:
        parts = [(found, terms)] if terms else []
        if without:
            parts.append((f"NOT ({found})", without))
        if not parts:
            return "1 = 1", ()
        return " AND ".join(sql for sql, _ in parts), tuple(asked for _, asked in parts)


def _fts5(term: Term) -> str:
    """A phrase of FTS5. Forms are letters and digits alone, so that nothing in them is syntax."""
    return f'"{" ".join(term.forms)}"{" *" if term.begins else ""}'


def _tsquery(term: Term) -> str:
    """The same for PostgreSQL."""
    words: Sequence[str] = [f"'{form}'" for form in term.forms]
    return f"({' <-> '.join(words)}{':*' if term.begins else ''})"
