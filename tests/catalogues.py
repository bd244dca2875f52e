"""Reading gettext catalogues without gettext's own tools, which a bare machine does not have."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

CONTEXT = "\x04"

Words = dict[str, tuple[str, ...]]


def source(path: Path) -> Words:
    """A .po file: each text (with its context before it) and its translations, one for each plural form."""
    found: Words = {}
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
            text = f"{parts['msgctxt']}{CONTEXT}{parts['msgid']}" if "msgctxt" in parts else parts["msgid"]
            found[text] = tuple(words for key, words in parts.items() if key.startswith("msgstr"))
    return found


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
