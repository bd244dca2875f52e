"""Names as parts of ids, addresses and commands."""

from __future__ import annotations

import hashlib
import re

from corcom.kernel.folding import folded


def slug(words: str) -> str:
    """Words as a part of an id or address: the same for the same words, never empty, never with white space.

    >>> slug("Coordination Committee"), slug("لجنة")
    ('coordination-committee', 'x55f5cd27')
    """
    plain = re.sub(r"[^a-z0-9]+", "-", folded(words)).strip("-")[:60].strip("-")
    # Letters of other scripts are not lost but counted: two names must not become one.
    lost = not plain or any(letter.isalpha() and not letter.isascii() for letter in folded(words))
    sign = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8] if lost else ""
    found = "-".join(part for part in (plain, sign) if part)
    return found if found[0].isalpha() and plain else f"x{found}"
