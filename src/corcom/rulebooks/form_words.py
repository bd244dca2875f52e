"""The words of a report form in a language: a file beside the form, `forms/<form>.<language>.yaml`, with a text for each path.

A path names what is said: `name`; `A.title` and `A.help` of part A; `A.measures.name` of a field, `A.measures.in_force.name` of
a column, `H.casualties.group.men.name` of a choice. No path may be missing and none may be there that the form does not have,
so that no question ever stands in another language than the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from corcom.rulebooks.entry import Entry
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part

LANGUAGES = ("ar", "es", "fr", "ru", "zh")
"""The languages of the United Nations beside English, in which every form itself is written."""


def sayings(form: Form) -> dict[str, str]:
    """All that a form says, by path."""
    return dict(_of_form(form))


def form_in_words(form: Form, entry: Entry, language: str) -> Form:
    """The form in the words of a file. Raises `RulebookRefused` for a path too many or too few, and for choices called the same."""
    if language not in LANGUAGES:
        raise entry.refused("words", f"a file for one of {', '.join(LANGUAGES)}")
    entry.only(("words",))
    words = entry.child("words")
    wanted = sayings(form)
    words.only(wanted)
    said = {path: words.text(path) for path in wanted}
    found = replace(
        form, name=said["name"], parts=tuple(_part(each, said) for each in form.parts), language=language, translated=()
    )
    for path, field in _choosing(found):
        if len({each.name.casefold() for each in field.choices}) < len(field.choices):
            raise words.refused(f"{path}.name", "choices that are called differently")
    return found


def _of_form(form: Form) -> Iterator[tuple[str, str]]:
    yield "name", form.name
    for part in form.parts:
        yield f"{part.code}.title", part.title
        if part.help:
            yield f"{part.code}.help", part.help
        for field in part.fields:
            yield from _of_field(f"{part.code}.{field.code}", field)


def _of_field(path: str, field: Field) -> Iterator[tuple[str, str]]:
    yield f"{path}.name", field.name
    if field.help:
        yield f"{path}.help", field.help
    for choice in field.choices:
        yield f"{path}.{choice.code}.name", choice.name
    for column in field.columns:
        yield from _of_field(f"{path}.{column.code}", column)


def _choosing(form: Form) -> Iterator[tuple[str, Field]]:
    for part in form.parts:
        for field in part.fields:
            for each in (field, *field.columns):
                if each.choices:
                    column = "" if each is field else f".{each.code}"
                    yield f"{part.code}.{field.code}{column}", each


def _part(part: Part, said: Mapping[str, str]) -> Part:
    return replace(
        part,
        title=said[f"{part.code}.title"],
        help=said[f"{part.code}.help"] if part.help else "",
        fields=tuple(_field(f"{part.code}.{each.code}", each, said) for each in part.fields),
    )


def _field(path: str, field: Field, said: Mapping[str, str]) -> Field:
    return replace(
        field,
        name=said[f"{path}.name"],
        help=said[f"{path}.help"] if field.help else "",
        choices=tuple(replace(each, name=said[f"{path}.{each.code}.name"]) for each in field.choices),
        columns=tuple(_field(f"{path}.{each.code}", each, said) for each in field.columns),
    )
