"""Catalogues, and what asks for a translation, without gettext's own tools, which a bare machine does not have."""

from __future__ import annotations

import ast
import gettext
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

CONTEXT = "\x04"

Words = dict[str, tuple[str, ...]]

PLACES = {
    "_": (0,),
    "gettext": (0,),
    "gettext_lazy": (0,),
    "gettext_noop": (0,),
    "ngettext": (0, 1),
    "ngettext_lazy": (0, 1),
    "pgettext": (1,),
    "pgettext_lazy": (1,),
    "npgettext": (1, 2),
    "npgettext_lazy": (1, 2),
}
"""The functions that translate, and which of their arguments are the text and its plural; a context stands before."""
CALL = re.compile(rf"\b(?:{'|'.join(PLACES)})\(")


@dataclass(frozen=True, slots=True)
class Entry:
    """A text of a .po file (with its context before it), its plural and its translations, one for each form."""

    text: str
    plural: str
    words: tuple[str, ...]
    is_fuzzy: bool


def entries(path: Path) -> Iterator[Entry]:
    """What a .po file holds, in its order."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        parts: dict[str, str] = {}
        key = ""
        for line in block.splitlines():
            if start := re.match(r'(msg[a-z_]+(?:\[\d\])?) (".*")', line):
                key = start[1]
                parts[key] = ast.literal_eval(start[2])
            elif line.startswith('"'):
                parts[key] += ast.literal_eval(line)
        if parts.get("msgid"):
            words = tuple(words for key, words in parts.items() if key.startswith("msgstr"))
            text = _with_context(parts.get("msgctxt", ""), parts["msgid"])
            yield Entry(text, parts.get("msgid_plural", ""), words, bool(re.search("^#,.*fuzzy", block, re.MULTILINE)))


def source(path: Path) -> Words:
    """A .po file: each text and its translations."""
    return {entry.text: entry.words for entry in entries(path)}


def compiled(path: Path) -> Words:
    """The same of a .mo file."""
    with path.open("rb") as file:
        catalogue: dict[str | tuple[str, int], str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]  # nothing public lists what a catalogue holds
    found: dict[str, dict[int, str]] = {}
    for key, words in catalogue.items():
        text, form = key if isinstance(key, tuple) else (key, 0)
        if text:
            found.setdefault(text, {})[form] = words
    return {text: tuple(forms[form] for form in sorted(forms)) for text, forms in found.items()}


def asked_in(file: Path) -> Iterator[tuple[str, str]]:
    """Each text, with its plural or "", that a module or a template asks to have translated."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".py":
        calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    else:
        calls = list(_calls_of_template(text))
    yield from filter(None, map(_asked, calls))


def _calls_of_template(text: str) -> Iterator[ast.Call]:
    """Django turns a template into the calls that it makes, among letters that stand for all else."""
    code = templatize(text)
    for found in CALL.finditer(code):
        call = ast.parse(_up_to_its_end(code[found.start() :]), mode="eval").body
        assert isinstance(call, ast.Call)
        yield call


def _up_to_its_end(code: str) -> str:
    """The call with which `code` begins."""
    deep = 0
    for token in tokenize.generate_tokens(io.StringIO(code.splitlines()[0]).readline):
        deep += {"(": 1, ")": -1}.get(token.string, 0)
        if token.string == ")" and not deep:
            return code[: token.end[1]]
    raise ValueError(code)


def _asked(call: ast.Call) -> tuple[str, str] | None:
    """The text and the plural of a call that translates; None for any other, and where the text is no literal."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    places = PLACES.get(name)
    if places is None or not all(_literal(argument) for argument in call.args[: places[-1] + 1]):
        return None
    said = [_literal(argument) for argument in call.args]
    context = said[0] if places[0] else ""
    return _with_context(context, said[places[0]]), said[places[1]] if len(places) > 1 else ""


def _literal(argument: ast.expr) -> str:
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


def _with_context(context: str, text: str) -> str:
    return f"{context}{CONTEXT}{text}" if context else text
