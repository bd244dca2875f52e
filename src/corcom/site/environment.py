"""Settings from the environment, typed; what is odd is refused with its name and what would do.

Each reader also notes what was asked for, so that `docs/settings.md` is written from the settings themselves.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from corcom.kernel.errors import CorcomError


class SettingRefused(CorcomError):
    """A setting has a value that cannot be used."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"{name}={value!r} cannot be used: {wanted}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting of a site: how its value is written, what holds without one, and what it is for."""

    name: str
    form: str
    default: str
    what: str


ASKED: dict[str, Setting] = {}
"""Every setting that was asked for, by name, in the order of the settings."""


def text(name: str, default: str = "", *, what: str, shown: str | None = None) -> str:
    """The value of `name`, or the content of the file that `name_FILE` points to (for secrets), or the default.

    `shown` stands in the manual where the default depends on the machine.
    """
    _note(name, "text", default if shown is None else shown, what)
    return _value(name, default)


def switch(name: str, *, default: bool, what: str, shown: str | None = None) -> bool:
    """`yes` or `no` (also true/false, on/off, 1/0)."""
    written = "yes" if default else "no"
    _note(name, "yes or no", written if shown is None else shown, what)
    value = _value(name, written).lower()
    if value in {"yes", "true", "on", "1"}:
        return True
    if value in {"no", "false", "off", "0"}:
        return False
    raise SettingRefused(name, value, "write yes or no")


def address(name: str, default: str, *, what: str, shown: str) -> str:
    """The address of a site, without what stands behind its name."""
    _note(name, "https://name", shown, what)
    value = _value(name, default).strip().rstrip("/")
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query):
        raise SettingRefused(name, value, "write an address such as https://corcom.example.org")
    return value


def words(name: str, default: str = "", *, what: str) -> list[str]:
    """A list, separated by commas."""
    _note(name, "a list, separated by commas", default, what)
    return [word.strip() for word in _value(name, default).split(",") if word.strip()]


def number(name: str, default: int, *, least: int, most: int, what: str) -> int:
    """A whole number between two bounds, both of which it may have."""
    _note(name, f"a whole number from {least:,} to {most:,}", str(default), what)
    value = _value(name, str(default))
    if not value.isdecimal() or not least <= int(value) <= most:
        raise SettingRefused(name, value, f"write a whole number from {least:,} to {most:,}")
    return int(value)


def choice(name: str, default: str, *, among: tuple[str, ...], what: str) -> str:
    """One of a few words."""
    _note(name, " or ".join(among), default, what)
    value = _value(name, default).lower()
    if value not in among:
        raise SettingRefused(name, value, f"write {' or '.join(among)}")
    return value


def server(name: str, *, port: int, what: str) -> tuple[str, int]:
    """A server by `host` or `host:port`; an empty host where none is named."""
    _note(name, "host or host:port", "", what)
    value = _value(name, "").strip()
    host, _, written = value.rpartition(":") if ":" in value and not value.endswith("]") else (value, "", "")
    if written and not (written.isdecimal() and 0 < int(written) < 65_536):
        raise SettingRefused(name, value, "write host or host:port")
    return host.strip("[]"), int(written or port)


def mailbox(name: str, *, what: str) -> tuple[str, str]:
    """A name and an address, from `Name <address>` or the address alone; two empty texts where none is written."""
    _note(name, "address, or Name <address>", "", what)
    value = _value(name, "")
    found = parseaddr(value)
    if value and "@" not in found[1]:
        raise SettingRefused(name, value, "write an address, or Name <address>")
    return found


def _note(name: str, form: str, default: str, what: str) -> None:
    ASKED[name] = Setting(name=name, form=form, default=default, what=what)


def _value(name: str, default: str) -> str:
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name, default)


SQLITE_OPTIONS: dict[str, Any] = {
    # Writers queue instead of failing: measured in the trial of the stack.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}


def database(name: str, default: str, *, what: str, shown: str) -> dict[str, Any]:
    """A Django database from `sqlite:PATH` or `postgresql://user:password@host:port/name`."""
    _note(name, "sqlite:PATH or postgresql://user:password@host:port/name", shown, what)
    value = _value(name, default)
    kind, _, rest = value.partition(":")
    if kind == "sqlite" and rest:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": rest, "OPTIONS": SQLITE_OPTIONS}
    parts = urlsplit(value)
    if parts.scheme == "postgresql" and parts.path.strip("/"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
        }
    raise SettingRefused(name, value, "write sqlite:PATH or postgresql://user:password@host/name")
