"""Official documents are read through the one query that asks who may see them."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house import PACKAGE, parsed, short, sources

TABLES = frozenset(
    {"RegisteredDocument", "LanguageVersion", "Translation", "WithdrawnVersion", "DocumentStep", "Upload"}
)
LET_THROUGH = {"documents_for", "document_for", "version_for", "history_for", "documents_found", "documents_matching"}
"""Queries that answer with documents; each is asked for whom."""


def outside() -> list[Path]:
    """Everything but documents itself and Django's index of tables."""
    return [
        path
        for path in sources(".py")
        if path.relative_to(PACKAGE).parts[0] != "documents" and path != PACKAGE / "models.py"
    ]


def named(path: Path) -> set[str]:
    """The tables of documents that a module names: imported, as an attribute, or in a text ("corcom.LanguageVersion")."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("corcom"):
            found |= TABLES & {alias.name for alias in node.names}
        elif isinstance(node, ast.Attribute):
            found |= TABLES & {node.attr}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value.casefold()
            found |= {table for table in TABLES if text in {f"corcom.{table}".casefold(), f"corcom_{table}".casefold()}}
    return found


def test_nobody_above_documents_reads_their_tables() -> None:
    assert {short(path): names for path in outside() if (names := named(path))} == {}


def test_a_module_that_did_would_be_found(tmp_path: Path) -> None:
    ways = {
        "from corcom.documents.models import LanguageVersion\n": {"LanguageVersion"},
        "from corcom.models import RegisteredDocument\n": {"RegisteredDocument"},
        "from corcom.documents import models\nmodels.DocumentStep.objects\n": {"DocumentStep"},
        'apps.get_model("corcom.Translation")\n': {"Translation"},
        'cursor.execute("corcom_upload")\n': {"Upload"},
    }
    for at, (text, found) in enumerate(ways.items()):
        path = tmp_path / f"way{at}.py"
        path.write_text(text, encoding="utf-8")
        assert named(path) == found


def test_pages_reach_documents_by_their_queries_and_actions_only() -> None:
    """Not by the modules behind them, in which rows are read before it is asked for whom they are."""
    reached = {
        f"{short(path)}: {module}"
        for path in outside()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ImportFrom)
        and (module := node.module or "").startswith(("corcom.documents.queries.", "corcom.documents.actions."))
    }
    assert reached == set()


def test_every_query_of_documents_asks_for_whom() -> None:
    queries = PACKAGE / "documents" / "queries"
    asked = {
        each.name: [argument.arg for argument in each.args.args]
        for path in (queries / "published.py", queries / "narrowed.py")
        for each in parsed(path).body
        if isinstance(each, ast.FunctionDef) and each.name in LET_THROUGH
    }
    assert asked == {name: ["for_whom"] for name in LET_THROUGH}


def test_what_is_visible_is_decided_in_one_module() -> None:
    """`released_at` is looked at where publication is decided and where a release is written; nobody compares it elsewhere."""
    compared = {
        path.stem
        for path in sources(".py", below=PACKAGE / "documents")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Compare) and "released_at" in ast.dump(node)
    }
    assert compared == {"publication", "versions"}
