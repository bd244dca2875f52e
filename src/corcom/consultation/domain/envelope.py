"""What a delegation says in a silence procedure, as it lies in its sealed envelope: objections, and what was taken back."""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime

from corcom.kernel.errors import CorcomError

LONGEST_OBJECTION = 4_000
"""Characters."""
MOST = 20
"""Objections of one delegation."""


class ObjectionRefused(CorcomError):
    """An objection that cannot be kept: `wrong` is empty, long, many, or code (nothing is kept under it)."""

    def __init__(self, wrong: str) -> None:
        super().__init__(f"objection: {wrong}")
        self.wrong = wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """An objection: its words, who wrote it as they said, when, and the code of its receipt.

    The code is made from all of them and from `salt`, so that it also proves afterwards that nothing was changed.
    """

    text: str
    said_by: str
    at: datetime
    salt: str
    withdrawn_at: datetime | None = None

    def code(self, party: str) -> str:
        """The code of the receipt: twenty signs in groups, which nobody guesses.

        >>> when = datetime(2016, 5, 2, tzinfo=UTC)
        >>> Objection(text="No.", said_by="", at=when, salt="s").code("AUT")
        'K8932-6J4JC-KGH05-FTQY8'
        """
        said = json.dumps([party, self.text, self.said_by, self.at.astimezone(UTC).isoformat(), self.salt])
        number = int.from_bytes(hashlib.sha256(said.encode()).digest()[:13], "big")
        signs = "".join(_SIGNS[number >> (5 * place) & 31] for place in range(20))
        return "-".join(signs[start : start + 5] for start in range(0, 20, 5))


_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that nobody takes for each other."""

Envelope = tuple[Objection, ...]


def with_objection(envelope: Envelope, *, text: str, said_by: str, at: datetime) -> Envelope:
    """The envelope with one more objection, the last. Errors: `ObjectionRefused`."""
    words = text.replace("\r\n", "\n").strip()
    if not words:
        raise ObjectionRefused("empty")
    if len(words) > LONGEST_OBJECTION:
        raise ObjectionRefused("long")
    if len(envelope) >= MOST:
        raise ObjectionRefused("many")
    made = Objection(text=words, said_by=said_by.strip()[:200], at=at, salt=secrets.token_urlsafe(18))
    return (*envelope, made)


def under_code(envelope: Envelope, *, party: str, code: str) -> Objection:
    """The objection with this code, however its letters and hyphens are written. Errors: `ObjectionRefused`."""
    wanted = _plain(code)
    for objection in envelope:
        if secrets.compare_digest(_plain(objection.code(party)).encode(), wanted.encode()):
            return objection
    raise ObjectionRefused("code")


def without(envelope: Envelope, objection: Objection, *, at: datetime) -> Envelope:
    """The envelope with one objection taken back; its words stay in it."""
    withdrawn = replace(objection, withdrawn_at=objection.withdrawn_at or at)
    return tuple(withdrawn if each == objection else each for each in envelope)


def standing(envelope: Envelope) -> Envelope:
    """The objections that were not taken back."""
    return tuple(each for each in envelope if each.withdrawn_at is None)


def written(envelope: Envelope) -> bytes:
    """The envelope as bytes."""
    rows = [
        {
            **asdict(each),
            "at": each.at.isoformat(),
            "withdrawn_at": each.withdrawn_at.isoformat() if each.withdrawn_at else "",
        }
        for each in envelope
    ]
    return json.dumps(rows, ensure_ascii=False).encode()


def read(content: bytes) -> Envelope:
    """The envelope from its bytes."""
    return tuple(
        Objection(
            text=row["text"],
            said_by=row["said_by"],
            at=datetime.fromisoformat(row["at"]),
            salt=row["salt"],
            withdrawn_at=datetime.fromisoformat(row["withdrawn_at"]) if row["withdrawn_at"] else None,
        )
        for row in json.loads(content)
    )


def _plain(code: str) -> str:
    return "".join(
        sign for sign in code.upper().replace("O", "0").replace("I", "1").replace("L", "1") if sign in _SIGNS
    )
