"""The text of a template: words, and fields in braces. Nothing in it is ever run.

Paragraphs are divided by an empty line; line breaks within one are kept only where a line begins with a dash.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final, Literal, get_args

from corcom.correspondence.domain.letter_fields import FIELDS
from corcom.kernel.errors import CorcomError

TemplatePart = Literal["subject", "address", "body", "closing"]
TEMPLATE_PARTS: tuple[TemplatePart, ...] = get_args(TemplatePart)
WhyText = Literal["unknown_field", "code", "brace", "empty", "lines", "control"]
_FIELD: Final = re.compile(r"\{([a-z_]{1,40})\}")
_CODE: Final = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|\$\{|<\?|<%|<\s*/?\s*(?:script|style|iframe|object|svg)\b", re.IGNORECASE
)
"""What other programs would run. A letter has no use for it."""
_BOM: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""It comes along with what is pasted from a file, is seen by nobody, and no file for keeping may hold it."""


class TemplateRefused(CorcomError):
    """A text that cannot be a template: which part, which line (from 1), what stands there, and the field that may be meant."""

    def __init__(self, part: TemplatePart, why: WhyText, line: int, found: str, meant: str = "") -> None:
        super().__init__(f"{part}, line {line}: {why} {found!r}")
        self.part = part
        self.why = why
        self.line = line
        self.found = found
        self.meant = meant


def check_template_text(part: TemplatePart, text: str) -> None:
    """Refuse what has code in it, a field that no State has, a brace that belongs to none, or what no file can hold.

    Errors: `TemplateRefused`.
    """
    for number, line in enumerate(text.splitlines(), 1):
        if code := _CODE.search(line):
            raise TemplateRefused(part, "code", number, code[0])
        for found in _FIELD.finditer(line):
            if found[1] not in FIELDS:
                raise TemplateRefused(part, "unknown_field", number, found[0], _meant(found[1]))
        if control := next((letter for letter in line if _is_control(letter)), ""):
            raise TemplateRefused(part, "control", number, f"U+{ord(control):04X}")
        if brace := re.search(r"\{[^{}\n]{0,40}\}?|\}", _FIELD.sub("", line)):
            raise TemplateRefused(part, "brace", number, brace[0], _meant(brace[0].strip("{}")))


def tidied(text: str) -> str:
    """The text without white space around it, and without the mark that stands at the beginning of files.

    >>> tidied(chr(0xFEFF) + " One ")
    'One'
    """
    return text.replace(_BOM, "").strip()


def one_line(text: str) -> str:
    r"""The text on one line, without what no header and no file can hold.

    >>> one_line("Ms. Sheila\tExample\x07\n")
    'Ms. Sheila Example'
    """
    return "".join(letter for letter in " ".join(tidied(text).split()) if not _is_control(letter))


def fields_in(text: str) -> tuple[str, ...]:
    """The fields of a text, each once, in the order in which they stand.

    >>> fields_in("To {state}: {due_on}, {state}")
    ('state', 'due_on')
    """
    return tuple(dict.fromkeys(_FIELD.findall(text)))


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """The text with the value of each field; what a value holds is words, and not looked at again.

    A value that ends with a stop, as a day in Russian does, ends the sentence too.

    >>> filled_in("To {state}", {"state": "{date}"})
    'To {date}'
    >>> filled_in("до {date}. Доклад {date} …", {"date": "30 марта 2014 г."})
    'до 30 марта 2014 г. Доклад 30 марта 2014 г. …'
    """

    def value(found: re.Match[str]) -> str:
        said = values[found[1]]
        return said[:-1] if said.endswith(".") and text[found.end() :][:1] == "." else said

    return _FIELD.sub(value, text)


def paragraphs_of(text: str) -> tuple[str, ...]:
    r"""The paragraphs of a text, and each line that begins with a dash.

    >>> paragraphs_of("One\ntwo.\n\n- a\n- b")
    ('One two.', '– a', '– b')
    """
    found: list[str] = []
    goes_on = False
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            goes_on = False
        elif line[:2] in {"- ", "– ", "* "}:
            found.append(f"– {line[2:].strip()}")
            goes_on = True
        elif goes_on:
            found[-1] += f" {line}"
        else:
            found.append(line)
            goes_on = True
    return tuple(found)


def _is_control(letter: str) -> bool:
    """Whether it is a control character but the tab, half of a character, or no character at all."""
    return letter != "\t" and (unicodedata.category(letter) in {"Cc", "Cs"} or letter in "\ufffe\uffff")


def _meant(name: str) -> str:
    near = get_close_matches(name.strip().casefold().replace(" ", "_"), FIELDS, n=1)
    return near[0] if near else ""
