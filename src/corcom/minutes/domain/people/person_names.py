"""What the words of a list look like: a person's name, several of them, a name with an office, a sentence."""

from __future__ import annotations

import re

from corcom.minutes.domain.people.roll import HONORIFIC
from corcom.minutes.domain.people.themes import THEME_WORDS
from corcom.register.domain.gazetteer import party

_SMALL = {
    "of",
    "the",
    "and",
    "de",
    "van",
    "der",
    "den",
    "la",
    "del",
    "von",
    "al",
    "el",
    "bin",
    "for",
    "on",
    "in",
    "di",
    "da",
    "dos",
    "do",
    "le",
    "du",
    "y",
    "e",
    "zu",
    "-",
}
_ORGANISATION = re.compile(
    r"\b(?:Mission|Embassy|Network|Cent(?:re|er)|Coalition|Campaign|Institut[eo]?|Foundation|Union|Organi[sz]ation|Commission|Council|Programme|Program"
    r"|University|Agency|Office|Association|International|Unit|Ministry|Department|Fund|Alliance|Society|Federation|Trust|Action|Watch|Services?|Committee|Board|Group)\b"
)
OFFICES = r"President|Chair|Coordinator|Secretariat|Observer|Friend|Invitation|Past|Group|Committee|Representative|Mission|Minister|Director|Counsellor|Advis[eo]r|Secretary|Attach[eé]|Officer|Manager|Intern|Assistant|Expert|Deputy|Delegate|Legal|Coordinator|Specialist|Consultant"
OFFICE = re.compile(rf"\b(?:{OFFICES})\b")
NAME = r"(?![a-z])[^\W\d_][\w.'’-]*"
_GOES_ON = re.compile(
    r"\s{1,9}(?:were|was|also|participated|attended|joined|represented|serviced|took|could|had|who|as|for|by)\b"
)
_BETWEEN_PEOPLE = re.compile(
    rf"\s{{0,9}};\s*|,?\s{{1,20}}(?:and|&)\s+(?=[A-Z])|\s{{0,9}}[,/]\s*(?={HONORIFIC.pattern})"
)


def looks_like_a_name(text: str) -> bool:
    """Whether words could be a person's name: two to five, in capitals, no delegation."""
    parts = text.split()
    big = all(part[0].isupper() or part.lower() in _SMALL for part in parts)
    letters = all(re.fullmatch(r"[^\W\d_][\w.'’-]*", part) for part in parts)
    return (
        1 < len(parts) <= 6
        and big
        and letters
        and party(text) is None
        and not text.isupper()
        and not _ORGANISATION.search(text)
        and not THEME_WORDS.search(text)
    )


def people_in(text: str) -> list[str]:
    """The people that words name, taken apart.

    >>> people_in("Mr. Hugo Salas and Ms. Ana Luz"), people_in("Ruth Banda; Paul Meier"), people_in("Ana Luz, Adviser")
    (['Mr. Hugo Salas', 'Ms. Ana Luz'], ['Ruth Banda', 'Paul Meier'], ['Ana Luz, Adviser'])
    """
    found: list[str] = []
    for piece in _BETWEEN_PEOPLE.split(text):
        parts = [part for part in re.split(r"\s{0,9},\s*", piece) if part]
        named = len(parts) > 1 and all(looks_like_a_name(part) and not OFFICE.search(part) for part in parts)
        found.extend(parts if named else [piece])
    return [clipped(name) for name in found if name]


def clipped(name: str) -> str:
    """A name without the words of a sentence that goes on behind it.

    >>> clipped("Ms. Cora Poe were also present"), clipped("Mr. Jan van der Berg, Adviser")
    ('Ms. Cora Poe', 'Mr. Jan van der Berg, Adviser')
    """
    goes_on = _GOES_ON.search(name)
    return name[: goes_on.start()] if goes_on and not re.search(r"[,(:]|\s-", name[: goes_on.start()]) else name


def name_with_office(text: str) -> bool:
    """Whether words are a name and an office: "Ana Luz, Adviser"."""
    name, _, office = text.partition(",")
    return looks_like_a_name(name) and OFFICE.search(office) is not None


_SAYS = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|opened|welcomed|thanked|took|moderated|joined|could|asked|said|noted|informed|reported)\b"
)


def says_something(line: str) -> bool:
    """Whether a line is a sentence and no entry."""
    return _SAYS.search(line) is not None
