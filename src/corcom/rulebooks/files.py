"""The files of a rulebook's folder, as entries to be read key by key."""

from __future__ import annotations

from pathlib import Path

from corcom.rulebooks.entry import Entry, RulebookRefused
from corcom.rulebooks.loading import loaded

ALONE = ("convention", "joining")
LISTS = ("bodies", "themes", "offices")
MAY_BE_THERE = ("committee", "host_checklist", "programme", "symbols")
"""Files that only some conventions need."""
FORMS = ("forms/<code>.yaml", "forms/<code>.<language>.yaml")


def alone(folder: Path, name: str) -> Entry:
    """A file that holds the keys of one thing; raises `RulebookRefused`."""
    found = loaded(folder, name)
    if isinstance(found, dict) and all(isinstance(key, str) for key in found):
        return Entry(f"{folder.name}/{name}.yaml", name.rpartition("/")[2], found)
    raise RulebookRefused(file=f"{folder.name}/{name}.yaml", key=name, found=found, allowed="keys with values")


def listed(folder: Path, kind: str) -> list[Entry]:
    """A file that holds one list, each code and each name once; raises `RulebookRefused`."""
    file, found = f"{folder.name}/{kind}.yaml", loaded(folder, kind)
    rows = found.get(kind) if isinstance(found, dict) and list(found) == [kind] else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise RulebookRefused(file=file, key=kind, found=found, allowed=f"one list named {kind}")
    entries = [Entry(file, f"{kind}[{number}]", row) for number, row in enumerate(rows)]
    each_once(entries, "code")
    each_once(entries, "name")
    return entries


def obligation_names(folder: Path) -> list[str]:
    """The files of obligations, in the order of their names."""
    return [f"obligations/{path.stem}" for path in sorted(folder.glob("obligations/*.yaml"))]


def timeline_names(folder: Path) -> list[str]:
    """The files of time-lines, in the order of their names."""
    return [f"timelines/{path.stem}" for path in sorted(folder.glob("timelines/*.yaml"))]


def form_names(folder: Path) -> list[str]:
    """The files of report forms, in the order of their names; not those of their words in other languages."""
    return [f"forms/{path.stem}" for path in sorted(folder.glob("forms/*.yaml")) if "." not in path.stem]


def form_words_names(folder: Path) -> list[str]:
    """The files of the words of report forms (`forms/article-7.fr`), in the order of their names."""
    return [f"forms/{path.stem}" for path in sorted(folder.glob("forms/*.yaml")) if "." in path.stem]


def check_known(folder: Path) -> None:
    """Refuse a file that nobody reads; raises `RulebookRefused`."""
    by_file = (
        *obligation_names(folder),
        *timeline_names(folder),
        *form_names(folder),
        *(name for name in form_words_names(folder) if name.partition(".")[0] in form_names(folder)),
    )
    known = {f"{name}.yaml" for name in (*ALONE, *LISTS, *MAY_BE_THERE, *by_file)}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.name.startswith(".") and name not in known:
            whole = [f"{each}.yaml" for each in (*ALONE, *LISTS, *MAY_BE_THERE)]
            allowed = ", ".join((*whole, "obligations/<code>.yaml", "timelines/<code>.yaml", *FORMS))
            raise RulebookRefused(file=f"{folder.name}/{name}", key=name, found="a file", allowed=allowed)


def each_once(entries: list[Entry], key: str) -> None:
    """Refuse a text that two entries share; raises `RulebookRefused`."""
    seen: set[str] = set()
    for entry in entries:
        value = entry.text(key)
        if value in seen:
            raise RulebookRefused(file=entry.file, key=f"{entry.place}.{key}", found=value, allowed="each one once")
        seen.add(value)
