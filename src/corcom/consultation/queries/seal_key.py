"""The key with which a site seals objections: from a setting, else from a file beside the database, made when it is needed."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.conf import settings

from corcom.consultation.domain.sealing import KEY_BYTES, Seal
from corcom.kernel.errors import CorcomError


class SealKeyRefused(CorcomError):
    """The key of the site cannot be used; `where` is the setting or the file that has it."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where} is no key of {KEY_BYTES} bytes in hexadecimal digits")
        self.where = where


def site_seal() -> Seal:
    """The seal of this site. Errors: `SealKeyRefused`."""
    if settings.SEAL_KEY:
        return _seal(settings.SEAL_KEY, "CORCOM_SEAL_KEY")
    path = Path(settings.SEAL_KEY_FILE)
    if not path.exists():
        _make(path)
    return _seal(path.read_text(encoding="ascii"), str(path))


def _make(path: Path) -> None:
    """A new key, complete before it has its name, so that of two who make one both read the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(secrets.token_hex(KEY_BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(made, path)
    except FileExistsError:
        pass
    finally:
        made.unlink()


def _seal(written: str, where: str) -> Seal:
    try:
        key = bytes.fromhex(written.strip())
    except ValueError:
        raise SealKeyRefused(where) from None
    if len(key) != KEY_BYTES:
        raise SealKeyRefused(where)
    return Seal(key)
