"""Conventions by the names and abbreviations that texts use (`register/data/conventions.csv`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corcom.kernel.marked import gettext_noop
from corcom.register.domain.data_files import cells_in

TRANSLATED = (gettext_noop("Convention on Cluster Munitions"), gettext_noop("Anti-Personnel Mine Ban Convention"))
"""Names from the data that the catalogues hold; those of others stand in English."""


@dataclass(frozen=True, slots=True)
class Convention:
    """`code` is the usual abbreviation."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()


@cache
def conventions() -> dict[str, Convention]:
    """Every known convention by code."""
    return {
        row["code"]: Convention(
            row["code"], row["name"], tuple(a.strip() for a in row["aliases"].split(";") if a.strip())
        )
        for row in cells_in("conventions.csv")
    }


def convention_name(code: str) -> str:
    """The full name of a convention; the code itself where nobody knows it.

    >>> convention_name("CCM"), convention_name("")
    ('Convention on Cluster Munitions', '')
    """
    known = conventions().get(code)
    return known.name if known else code


@cache
def _titles() -> dict[tuple[str, str], str]:
    return {(row["code"], row["language"]): row["title"] for row in cells_in("convention_titles.csv")}


def convention_title(code: str, language: str) -> str:
    """The title of a convention in a language of the United Nations; in another one, the English title.

    >>> convention_title("CCM", "fr"), convention_title("CCM", "zh-hans")
    ('Convention sur les armes à sous-munitions', '集束弹药公约')
    """
    return _titles().get((code, language.partition("-")[0])) or convention_name(code)


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    codes: dict[str, str] = {}
    for convention in conventions().values():
        for name in (convention.code, convention.name, *convention.aliases):
            codes[name.lower()] = convention.code
    spellings = sorted(codes, key=len, reverse=True)
    joined = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in spellings)
    return re.compile(rf"\b(?:{joined})\b"), codes


def conventions_in(low: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, Convention]]:
    """The conventions named in `low` (a text in lower case) between two offsets, in order: (start, end, convention).

    >>> [(c.code) for _, _, c in conventions_in("the ccm and the mine ban treaty")]
    ['CCM', 'APMBC']
    """
    pattern, codes = _pattern()
    stop = len(low) if end is None else end
    return [
        (hit.start(), hit.end(), conventions()[codes[" ".join(hit[0].split())]])
        for hit in pattern.finditer(low, start, stop)
    ]
