"""To which addresses a letter to a delegation goes: one rule for everything that is written to States."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from corcom.directory.domain.people import ContactPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAddress:
    """An e-mail address, and the code of the language that whoever reads there prefers; "" where the directory does not say."""

    address: str
    language: str = ""


def letter_addresses(points: Iterable[ContactPoint]) -> list[str]:
    """The e-mail addresses that are nearest to the purpose, each once; `points` come with the nearest first.

    >>> near = ContactPoint(value="one@aut.example", purpose="letters")
    >>> letter_addresses([near, near, ContactPoint(value="all@aut.example")])
    ['one@aut.example']
    """
    emails = [point for point in points if point.kind == "email"]
    nearest = [(point.purpose, point.convention) for point in emails[:1]]
    return list(dict.fromkeys(point.value for point in emails if (point.purpose, point.convention) in nearest))


def written_to(points: Iterable[tuple[ContactPoint, str]], *, dead: Collection[str]) -> list[LetterAddress]:
    """The same, each with the language of whose point it is; without the addresses that are `dead`, in small letters.

    Where those nearest to the purpose are all dead, a letter goes to the next nearest.

    >>> points = [(ContactPoint(value="Old@aut.example", purpose="letters"), ""), (ContactPoint(value="all@aut.example"), "de")]
    >>> written_to(points, dead={"old@aut.example"})
    [LetterAddress(address='all@aut.example', language='de')]
    """
    alive = [(point, language) for point, language in points if point.value.lower() not in dead]
    spoken = {point.value: language for point, language in reversed(alive)}
    return [
        LetterAddress(address=each, language=spoken[each]) for each in letter_addresses(point for point, _ in alive)
    ]
