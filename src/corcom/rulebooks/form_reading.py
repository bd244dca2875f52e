"""Report forms out of the files of a rulebook; whatever cannot be read is refused by file, key and what is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from corcom.rulebooks.entry import Entry
from corcom.rulebooks.files import alone, each_once, form_words_names
from corcom.rulebooks.form_fields import CELL_KINDS, KINDS, UNITS, Choice, Field, FieldKind, Unit
from corcom.rulebooks.form_words import form_in_words
from corcom.rulebooks.forms import Form, Part

KEYS = ("code", "name", "parts", "restricted", "transmitted", "source", "since", "until")
PART_KEYS = ("code", "title", "article", "help", "always", "fields")
FIELD_KEYS = ("code", "name", "kind", "help", "unit", "choices", "columns", "figure", "total")


def form(entry: Entry) -> Form:
    """One file of `forms/`. Raises `RulebookRefused`."""
    entry.only(KEYS)
    since, parts = entry.day("since"), list(entry.children("parts"))
    each_once(parts, "code")
    return Form(
        code=entry.text("code"),
        name=entry.text("name"),
        parts=tuple(map(_part, parts)),
        restricted=entry.yes("restricted"),
        transmitted=entry.text_or_empty("transmitted"),
        source=entry.text("source"),
        since=since,
        until=entry.until(since),
    )


def form_with_words(folder: Path, name: str) -> Form:
    """A file of `forms/` by its name, with the words beside it in other languages. Raises `RulebookRefused`."""
    found = form(alone(folder, name))
    beside = [each for each in form_words_names(folder) if each.partition(".")[0] == name]
    words = (form_in_words(found, alone(folder, each), each.partition(".")[2]) for each in beside)
    return replace(found, translated=tuple(words))


def check_versions(entries: Sequence[Entry], forms: Sequence[Form]) -> None:
    """Of the forms with one code, none holds on a day of another. Raises `RulebookRefused`."""
    for at, (entry, one) in enumerate(zip(entries, forms, strict=True)):
        for other in forms[:at]:
            if one.code == other.code and (one.holds_on(other.since) or other.holds_on(one.since)):
                raise entry.refused("since", f"days on which no other form {one.code} holds")


def _part(entry: Entry) -> Part:
    entry.only(PART_KEYS)
    return Part(
        code=entry.text("code"),
        title=entry.text("title"),
        article=entry.text_or_empty("article"),
        help=entry.text_or_empty("help"),
        always=entry.yes("always"),
        fields=_fields(entry, "fields", KINDS),
    )


def _fields(entry: Entry, key: str, kinds: tuple[FieldKind, ...]) -> tuple[Field, ...]:
    entries = list(entry.children(key))
    each_once(entries, "code")
    return tuple(_field(each, kinds) for each in entries)


def _field(entry: Entry, kinds: tuple[FieldKind, ...]) -> Field:
    entry.only(FIELD_KEYS)
    kind = cast("FieldKind", entry.choice("kind", kinds))
    choices = tuple(_choice(each) for each in entry.children("choices"))
    columns = _fields(entry, "columns", CELL_KINDS)
    if bool(choices) != (kind == "choice"):
        raise entry.refused("choices", "a list for a choice, and for nothing else")
    if bool(columns) != (kind == "table"):
        raise entry.refused("columns", "a list for a table, and for nothing else")
    if kind != "number" and {"unit", "total"} & set(entry.values):
        raise entry.refused("kind", "number, where there is a unit or a total")
    return Field(
        code=entry.text("code"),
        name=entry.text("name"),
        kind=kind,
        help=entry.text_or_empty("help"),
        unit=cast("Unit", entry.choice("unit", UNITS)) if "unit" in entry.values else "",
        choices=choices,
        columns=columns,
        figure=entry.text_or_empty("figure"),
        total=entry.yes("total"),
    )


def _choice(entry: Entry) -> Choice:
    entry.only(("code", "name"))
    return Choice(code=entry.text("code"), name=entry.text("name"))
