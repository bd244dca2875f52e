"""Sealing: what is written is encrypted with a key that is not in the database, and bound to whose it is and until when.

AES-256-GCM under a key of its own for each consultation (HKDF from the site's key). A sealed text that is laid to another
delegation, or whose moment is set back, does not open. Texts are filled up to one size, so that their length tells nothing.
What this protects against, and what it cannot, stands in docs/decisions.
"""

from __future__ import annotations

import os
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from corcom.kernel.errors import CorcomError

KEY_BYTES = 32
LEAST = 2048
"""Bytes of content before it is sealed, at least; beyond that twice as much, and so on."""
_NONCE, _LENGTH = 12, 4


class SealRefused(CorcomError):
    """A sealed text does not open: the key is another, or the text, its delegation or its moment was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopeOwner:
    """Whose an envelope is, and until when it is sealed (with a zone)."""

    consultation: int
    party: str
    until: datetime

    def as_bytes(self) -> bytes:
        """One name for it, the same in whatever zone the moment is written."""
        return f"{self.consultation}\n{self.party}\n{self.until.astimezone(UTC).isoformat()}".encode()


@dataclass(frozen=True, slots=True)
class Seal:
    """The site's key, of 32 bytes. Two texts are never sealed alike."""

    key: bytes = field(repr=False)

    def close(self, content: bytes, owner: EnvelopeOwner, *, size: int) -> bytes:
        """The content sealed; `size` is at least `room_for(content)`."""
        packed = zlib.compress(content, 9)
        filled = (len(packed).to_bytes(_LENGTH, "big") + packed).ljust(size, b"\0")
        nonce = os.urandom(_NONCE)
        return nonce + self._cipher(owner).encrypt(nonce, filled, owner.as_bytes())

    def open(self, sealed: bytes, owner: EnvelopeOwner) -> bytes:
        """The content again, whatever the moment: whoever opens asks first whether it may be opened. Errors: `SealRefused`."""
        try:
            filled = self._cipher(owner).decrypt(sealed[:_NONCE], sealed[_NONCE:], owner.as_bytes())
        except (InvalidTag, ValueError) as error:
            raise SealRefused(f"what {owner.party} said in consultation {owner.consultation}") from error
        length = int.from_bytes(filled[:_LENGTH], "big")
        return zlib.decompress(filled[_LENGTH : _LENGTH + length])

    def _cipher(self, owner: EnvelopeOwner) -> AESGCM:
        info = f"corcom.consultation.{owner.consultation}".encode()
        return AESGCM(HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=info).derive(self.key))


def room_for(content: bytes) -> int:
    """The size to which a content is filled up.

    >>> room_for(b""), room_for(os.urandom(3000))
    (2048, 4096)
    """
    size = LEAST
    while size < len(zlib.compress(content, 9)) + _LENGTH:
        size *= 2
    return size
