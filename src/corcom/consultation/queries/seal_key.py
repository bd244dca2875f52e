"""The key with which a site seals objections: from a setting, else from a file beside the database, made when it is needed."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.conf import settings

from corcom.consultation.domain.sealing import KEY_BYTES, Seal
from corcom.kernel.errors import CorcomError
from corcom.kernel.secret_file import keep_secret


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
    return _seal(keep_secret(path, secrets.token_hex(KEY_BYTES)), str(path))


def _seal(written: str, where: str) -> Seal:
    try:
        key = bytes.fromhex(written.strip())
    except ValueError:
        raise SealKeyRefused(where) from None
    if len(key) != KEY_BYTES:
        raise SealKeyRefused(where)
    return Seal(key)
