"""Texts of any length, made of the packaged samples and the tests' own minutes, never twice with the same names."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import count
from pathlib import Path

from corcom.documents.domain import extract
from corcom.register.domain.gazetteer import parties

SAMPLES = Path(str(files("corcom.minutes") / "samples"))
DEVELOPMENT = Path(__file__).parents[1] / "tests" / "minutes" / "dev"


def samples() -> list[Path]:
    """The packaged samples."""
    return sorted(SAMPLES.glob("2*"))


def sources() -> list[Path]:
    """The files that the texts are made of: the samples, and the minutes that the reader is developed on."""
    return samples() + sorted(path for path in DEVELOPMENT.iterdir() if path.suffix != ".json")


@cache
def texts() -> tuple[str, ...]:
    return tuple(extract(path).text for path in sources())


@cache
def states() -> tuple[str, ...]:
    """States whose name is one word, so that any may stand for any other."""
    return tuple(sorted(party.name for party in parties().values() if party.kind == "state" and party.name.isalpha()))


def varied(text: str, turn: int) -> str:
    """The text with every State replaced by another, by as many places in the list as this is the nth turn."""
    names = states()
    place = {name: number for number, name in enumerate(names)}
    known = re.compile(rf"\b(?:{'|'.join(names)})\b")
    return known.sub(lambda found: names[(place[found[0]] + 7 * turn) % len(names)], text)


def many_records(characters: int) -> str:
    """Records of meetings, one after the other."""
    made: list[str] = []
    length = 0
    for turn in count():
        if length >= characters:
            return "\n\n".join(made)[:characters]
        made.append(varied(texts()[turn % len(texts())], turn))
        length += len(made[-1]) + 2
    raise AssertionError


def one_long_record(characters: int) -> str:
    """One record with as many items as it takes, numbered on and on."""
    source = (SAMPLES / "2019-10-17-coordination-committee.txt").read_text(encoding="utf-8")
    head, opening, body = source.partition("1. OPENING")
    items = re.split(r"^(?=\d+\. )", opening + body, flags=re.MULTILINE)[1:-1]
    made, length = [head], len(head)
    for number in count(1):
        if length >= characters:
            return "".join(made)[:characters]
        item = varied(items[number % len(items)], number // len(items))
        made.append(re.sub(r"^\d+(?=\.)", str(number), item, flags=re.MULTILINE))
        length += len(made[-1])
    raise AssertionError
