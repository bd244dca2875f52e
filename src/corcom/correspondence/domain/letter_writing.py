"""How a letter is written: in which wording a language is, who writes, and to which address a link of a State leads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from corcom.correspondence.domain.addressee import Addressee
from corcom.kernel.wording import Wording


def no_link(_addressee: Addressee) -> str:
    """For letters without a link."""
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWriting:
    """`sender` is who writes, for the head of the paper; `link` gives a whole address, "" where a State has none."""

    wording: Callable[[str], Wording]
    sender: str = ""
    link: Callable[[Addressee], str] = no_link
