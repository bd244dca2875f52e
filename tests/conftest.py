"""What every test lives with: a database file of its own, no network but this machine, and named gaps."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import socket_allow_hosts
from tests.availability import UNAVAILABLE
from tests.beside import Beside, Summary

# What holds for every example holds on a busy machine too; how long things take has tests of its own.
settings.register_profile("corcom", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("corcom")

LOOPBACK = ["127.0.0.1", "::1", "localhost"]


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Beside() if hasattr(config, "workerinput") else Summary())


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None]:
    """Name each group that could not run and why, once, just above the last line."""
    result = yield
    for group, reason in sorted(UNAVAILABLE.items()):
        terminalreporter.write_line(f"not run here: {group}: {reason}")
    return result


@pytest.hookimpl(trylast=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Whoever reaches for another machine is refused."""
    socket_allow_hosts(LOOPBACK, allow_unix_socket=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """SQLite as sites use it, in a file: the threads of a live server then have connections of their own."""
    from django.db import connections

    name = tmp_path_factory.mktemp("database") / "corcom.sqlite3"
    connections["default"].settings_dict["TEST"]["NAME"] = str(name)


@pytest.fixture(scope="session")
def static_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("static")


@pytest.fixture(scope="session", autouse=True)
def _site(static_root: Path) -> Iterator[None]:
    """Plain http, an empty folder for compressed files, and a password that costs little to check."""
    from django.conf import settings

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "STATIC_ROOT", static_root)
        patch.setattr(settings, "SESSION_COOKIE_SECURE", False)
        patch.setattr(settings, "CSRF_COOKIE_SECURE", False)
        patch.setattr(settings, "PASSWORD_HASHERS", ["django.contrib.auth.hashers.MD5PasswordHasher"])
        yield
