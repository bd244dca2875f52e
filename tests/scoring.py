"""How close a reading of minutes comes to what a careful reader takes from the same text.

A record (`NAME.gold.json`) and a reading are JSON objects with the same keys. For each measure this counts what
both have (`hit`), what the record has (`gold`) and what the reading has (`read`). Names are compared without accents,
titles and spelling variants of States; sentences by the stems of their words.

`python -m tests.scoring tests/minutes/dev READINGS` prints the figures of a folder of readings, one `NAME.json` each.
"""

from __future__ import annotations

import csv
import functools
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
Item = Mapping[str, Any]

LONGEST_QUOTE = 600
ALIKE = 0.5
TITLES_ALIKE = 0.6
STATES = Path(__file__).parent.parent / "src" / "corcom" / "register" / "data" / "states.csv"
HONORIFICS = re.compile(r"\b(?:h e|he|mr|mrs|ms|dr|amb|ambassador|commander|col|sir|prof|phd)\b")
IDLE = re.compile(
    r"\b(?:an?|and|as|at|by|for|from|in|into|of|on|or|that|than|the|to|with|it|its|they|them|their|this|which|who|whom"
    r"|is|are|was|were|be|been|being|has|have|will|would|should|could|may|any|all|other|such|also|not)\b"
)
ENDING = re.compile(r"(?<=....)(?:ations?|ings?|ions?|i[sz]ed|ies|ed|es|s|e|y)$")
SAME_NAMES = {
    "cluster munition coalition": "cmc",
    "international committee of the red cross": "icrc",
    "international campaign to ban landmines": "icbl",
    "implementation support unit": "isu",
    "ccm isu": "isu",
    "isu ccm": "isu",
    "secretariat ccm isu": "isu",
    "bwc isu": "isu",
    "gichd isu": "isu",
    "att secretariat": "secretariat",
    "presidency": "president",
    "chair": "president",
    "chairperson": "president",
    "executive coord": "executive coordinator",
    "executive coordination team": "executive coordinator",
}


@dataclass(frozen=True, slots=True)
class Count:
    """What was found, out of what there is and what was claimed."""

    hit: int = 0
    gold: int = 0
    read: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.gold + other.gold, self.read + other.read)

    @property
    def precision(self) -> float | None:
        return self.hit / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        return self.hit / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        return 2 * self.hit / (self.gold + self.read) if self.gold + self.read else None


Scores = dict[str, Count]


def folded(text: object) -> str:
    """Lower case, no accents, words parted by single spaces."""
    letters = unicodedata.normalize("NFKD", str(text or ""))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter)).lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


@functools.cache
def _states() -> dict[str, str]:
    codes: dict[str, str] = {}
    with STATES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in (row["name_en"], row["name_fr"], row["iso3"], *row["aliases"].split(";")):
                if folded(name):
                    codes[folded(name)] = row["iso3"]
    return codes


def party(name: object) -> str:
    """One key for every way to write a State, an organisation or an office."""
    key = folded(re.sub(r"\(.*?\)", " ", str(name or ""))).removeprefix("the ")
    return _states().get(key) or SAME_NAMES.get(key, key)


def person(name: object) -> str:
    return " ".join(HONORIFICS.sub(" ", folded(re.sub(r"\(.*?\)", " ", str(name or "")))).split())


def stems(text: object) -> frozenset[str]:
    """The words that carry the meaning, without their endings."""
    return frozenset(ENDING.sub("", word) for word in IDLE.sub(" ", folded(text)).split() if len(word) > 1)


def _shared(gold: Iterable[object], read: Iterable[object]) -> Count:
    wanted, got = set(gold) - {""}, set(read) - {""}
    return Count(len(wanted & got), len(wanted), len(got))


def _single(*, wanted: object, got: object, same: bool) -> Count:
    return Count(int(bool(wanted) and same), int(bool(wanted)), int(bool(got)))


def pairs(
    gold: Sequence[Item], read: Sequence[Item], likeness: Callable[[Item, Item], float], least: float
) -> list[tuple[Item, Item]]:
    """Each item of `gold` with at most one of `read`, the most alike first."""
    ranked = sorted(
        ((likeness(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(read)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    taken: dict[int, int] = {}
    for value, i, j in ranked:
        if value >= least and i not in taken and j not in taken.values():
            taken[i] = j
    return [(gold[i], read[j]) for i, j in sorted(taken.items())]


def _header(gold: Record, read: Record) -> Scores:
    scores = {
        f"header.{key}": _single(wanted=gold.get(key), got=read.get(key), same=gold.get(key) == read.get(key))
        for key in ("date", "start_time", "end_time")
    }
    for key in ("convention", "body", "venue"):
        wanted, got = stems(gold.get(key)), stems(read.get(key))
        same = bool(got) and len(wanted & got) / len(wanted | got) >= ALIKE
        scores[f"header.{key}"] = _single(wanted=wanted, got=got, same=same)
    chairs = [record.get("chair") or {} for record in (gold, read)]
    wanted_chair, read_chair = (party(chair.get("delegation")) or person(chair.get("person")) for chair in chairs)
    scores["header.chair"] = _single(wanted=wanted_chair, got=read_chair, same=wanted_chair == read_chair)
    return scores


def _attendance(gold: Record, read: Record) -> Scores:
    def delegations(record: Record) -> set[str]:
        return {party(row.get("delegation")) for row in record.get("attendance") or ()}

    def people(record: Record) -> set[tuple[str, str]]:
        rows = record.get("attendance") or ()
        return {(party(row.get("delegation")), person(name)) for row in rows for name in row.get("people") or ()}

    scores = {
        "delegations": _shared(delegations(gold), delegations(read)),
        "people": _shared(people(gold), people(read)),
    }
    for key in ("apologies", "absent"):
        scores[key] = _shared(map(party, gold.get(key) or ()), map(party, read.get(key) or ()))
    return scores


def _title_likeness(gold: Item, read: Item) -> float:
    got = stems(read.get("title"))
    titles = [stems(title) for title in (gold.get("title"), *gold.get("title_alt", ()))]
    best = max((len(title & got) / max(len(title), len(got)) for title in titles if title and got), default=0.0)
    same_number = folded(gold.get("number")) == folded(read.get("number"))
    return best + (0.1 if best and same_number else 0.0)


def _mandates(record: Record) -> set[tuple[str, str, str]]:
    triples = set()
    for row in record.get("mandates") or ():
        if row.get("other_convention") or "former" in folded(row.get("theme")):
            continue
        theme = " ".join(sorted(stems(re.sub(r"\(.*?\)", " ", str(row.get("theme") or "")))))
        years = "-".join(sorted(set(re.findall(r"(?:19|20)\d\d", str(row.get("years") or "")))))
        triples |= {(theme, party(holder), years) for holder in row.get("holders") or ()}
    return triples


def _words_of(item: Item) -> frozenset[str]:
    texts = (str(item.get("text") or ""), str((item.get("evidence") or {}).get("quote") or ""))
    return frozenset().union(*(stems(text) for text in texts if len(text) <= LONGEST_QUOTE))


def owners(item: Item, chair: str = "") -> set[str]:
    """Who is to act; the delegation in the chair and the office of the chair are the same."""
    names = {party(name) for name in item.get("owner") or item.get("owner_inferred") or ()}
    return {"president" if chair and name == chair else name for name in names}


def _likeness(gold: Item, read: Item) -> float:
    wanted, said = stems(gold["text"]), _words_of(read)
    if not wanted or not said:
        return 0.0
    return len(wanted & said) / len(wanted) + (0.15 if owners(gold) & owners(read) else 0.0)


def same_due(gold: Item, read: Item) -> bool:
    """A due day as fine as the record's or finer, or one of those that a careful reader may see instead."""
    wanted = [day for day in (gold.get("due"), *gold.get("due_alt", ())) if day]
    got = read.get("due")
    if not wanted or not got:
        return not wanted and not got
    return any(got == day or got.startswith(day) or got in day.split("/") for day in wanted)


def _actions(gold: Record, read: Record) -> Scores:
    wanted = [item for item in gold.get("action_points") or () if not item.get("duplicates")]
    claimed = read.get("action_points") or []
    found = pairs(wanted, claimed, _likeness, ALIKE)
    explicit = [item for item in wanted if item.get("class") == "explicit"]
    explicit_found = sum(item.get("class") == "explicit" for item, _ in found)
    chair = party((gold.get("chair") or {}).get("delegation"))
    owned = sum(owners(one, chair) == owners({"owner": other.get("owner")}, chair) for one, other in found)
    dated = sum(same_due(one, other) for one, other in found)
    return {
        "actions": Count(len(found), len(wanted), len(claimed)),
        "actions.explicit": Count(explicit_found, len(explicit), explicit_found),
        "actions.owner": Count(owned, len(found), len(found)),
        "actions.due": Count(dated, len(found), len(found)),
    }


def _next_meeting(gold: Record, read: Record) -> Count:
    wanted = gold.get("next_meeting") or {}
    got = (read.get("next_meeting") or {}).get("date")
    return _single(wanted=wanted.get("date"), got=got, same=got in (wanted.get("date"), *wanted.get("date_alt", ())))


def _dates(record: Record) -> set[str]:
    return {item.get("date") or "" for item in record.get("mentioned_dates") or ()}


def _figures(record: Record) -> set[str]:
    return {re.sub(r"[^0-9.]", "", str(item.get("value"))) for item in record.get("figures") or ()}


def _as_items(texts: Iterable[object]) -> list[Item]:
    return [text if isinstance(text, Mapping) else {"text": text} for text in texts]


def _stances(gold: Record, read: Record) -> Count:
    """Delegation and stance; what the question is called does not matter."""
    claimed = {(party(row.get("delegation")), str(row.get("stance"))) for row in read.get("positions") or ()}
    wanted = {
        (party(row["delegation"]), (row["stance"], *row.get("stance_alt", ()))) for row in gold.get("positions") or ()
    }
    hit = sum(any((name, stance) in claimed for stance in stances) for name, stances in wanted)
    return Count(hit, len(wanted), len(claimed))


def _stages(gold: Record, read: Record) -> Count:
    claimed = {(party(row.get("state")), str(row.get("stage"))) for row in read.get("progress") or ()}
    wanted = {(party(row["state"]), (row["stage"], *row.get("stage_alt", ()))) for row in gold.get("progress") or ()}
    hit = sum(any((name, stage) in claimed for stage in stages) for name, stages in wanted)
    return Count(hit, len(wanted), len(claimed))


def score(gold: Record, read: Record) -> Scores:
    """All measures of one reading."""
    agenda = [item for item in gold.get("agenda") or () if item.get("title")]
    headings = read.get("agenda") or []
    decisions, read_decisions = _as_items(gold.get("decisions") or ()), _as_items(read.get("decisions") or ())
    return {
        **_header(gold, read),
        **_attendance(gold, read),
        "agenda": Count(len(pairs(agenda, headings, _title_likeness, TITLES_ALIKE)), len(agenda), len(headings)),
        "mandates": _shared(_mandates(gold), _mandates(read)),
        **_actions(gold, read),
        "decisions": Count(
            len(pairs(decisions, read_decisions, _likeness, ALIKE)), len(decisions), len(read_decisions)
        ),
        "next meeting": _next_meeting(gold, read),
        "dates": _shared(_dates(gold), _dates(read)),
        "figures": _shared(_figures(gold), _figures(read)),
        "positions": _stances(gold, read),
        "progress": _stages(gold, read),
    }


def pooled(scores: Iterable[Scores]) -> Scores:
    """The sum over several documents."""
    total: Scores = {}
    for one in scores:
        for measure, count in one.items():
            total[measure] = total.get(measure, Count()) + count
    return total


def quotes(read: object) -> list[Item]:
    """Every piece of evidence in a reading, however deep."""
    if isinstance(read, Mapping):
        own = read.get("evidence")
        inner = [found for part in read.values() for found in quotes(part)]
        return [own, *inner] if isinstance(own, Mapping) and "quote" in own else inner
    if isinstance(read, list | tuple):
        return [found for part in read for found in quotes(part)]
    return []


def misplaced(read: object, text: str) -> list[str]:
    """Quotes that do not stand at their offsets, or are longer than a quote may be."""
    return [
        str(quote["quote"])
        for quote in quotes(read)
        if text[quote["start"] : quote["end"]] != quote["quote"] or len(quote["quote"]) > LONGEST_QUOTE
    ]


def table(scores: Scores) -> str:
    """The figures as aligned lines; measures without anything are left out."""
    lines = [f"{'measure':<20}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}{'read':>6}"]
    for measure, count in scores.items():
        if count.gold or count.read:
            shown = (
                f"{value:7.2f}" if value is not None else f"{'-':>7}"
                for value in (count.precision, count.recall, count.f1)
            )
            lines.append(f"{measure:<20}{''.join(shown)}{count.gold:>6}{count.read:>6}")
    return "\n".join(lines)


def folder(records: Path, readings: Path) -> dict[str, Scores]:
    """The scores of every record of a folder; a reading that is missing counts as empty."""
    scores = {}
    for path in sorted(records.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        reading = readings / f"{name}.json"
        read = json.loads(reading.read_text("utf-8")) if reading.exists() else {}
        scores[name] = score(json.loads(path.read_text("utf-8")), read)
    return scores


def main(arguments: Sequence[str]) -> None:
    records, readings = map(Path, arguments)
    scores = folder(records, readings)
    for name, one in scores.items():
        sys.stdout.write(f"{name}\n{table(one)}\n\n")
    sys.stdout.write(f"all {len(scores)}\n{table(pooled(scores.values()))}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
