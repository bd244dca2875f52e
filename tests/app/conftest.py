"""Every test in this folder runs twice: on SQLite and on a private PostgreSQL, in the one process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import load_backend
from pytest_django.plugin import DjangoDbBlocker
from tests.availability import UNAVAILABLE
from tests.private_postgresql import NoServer, server

GROUP = "tests/app on PostgreSQL"


@pytest.fixture(scope="session")
def postgresql(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[BaseDatabaseWrapper | None]:
    """A connection to a PostgreSQL with our tables, or None where there is none to be had."""
    try:
        with server() as socket:
            connection = _connection(socket)
            before = connections["default"]
            with django_db_blocker.unblock():
                connections["default"] = connection
                try:
                    call_command("migrate", verbosity=0, interactive=False)
                finally:
                    connections["default"] = before
                yield connection
                connection.close()
    except NoServer as reason:
        UNAVAILABLE[GROUP] = str(reason)
        yield None


def _connection(socket: Path) -> BaseDatabaseWrapper:
    engine = "django.db.backends.postgresql"
    settings = connections.configure_settings(
        {"default": {"ENGINE": engine, "NAME": "postgres", "USER": "postgres", "HOST": str(socket)}}
    )["default"]
    wrapper: BaseDatabaseWrapper = load_backend(engine).DatabaseWrapper(settings, alias="default")
    return wrapper


# Scoped to the module, so that it is there before pytest-django opens the transaction of a test.
@pytest.fixture(scope="module", autouse=True, params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, django_db_setup: None) -> Iterator[str]:
    if request.param == "sqlite":
        yield request.param
        return
    connection = request.getfixturevalue("postgresql")
    if connection is None:
        pytest.skip(UNAVAILABLE[GROUP])
    before = connections["default"]
    connections["default"] = connection
    yield request.param
    connections["default"] = before


@pytest.fixture(autouse=True)
def _database(engine: str, db: None, settings: LazySettings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
