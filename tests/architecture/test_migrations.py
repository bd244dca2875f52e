"""One history of the tables, and nothing that it forgot."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


def test_the_history_of_the_tables_has_one_end() -> None:
    loader = MigrationLoader(None)
    names = [name for app, name in loader.graph.nodes if app == "corcom"]
    assert [name for _, name in loader.graph.leaf_nodes("corcom")] == [max(names)]
    # No two were written side by side.
    assert sorted(int(name[:4]) for name in names) == list(range(1, len(names) + 1))


@pytest.mark.django_db
def test_the_models_are_what_the_migrations_made() -> None:
    said = StringIO()
    assert connection.vendor == "sqlite"
    call_command("makemigrations", check=True, dry_run=True, stdout=said)
    assert said.getvalue() == "No changes detected\n"
