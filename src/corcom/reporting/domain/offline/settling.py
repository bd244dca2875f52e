"""A part as an untouched form would give it back, and a short sum of that by which a change is noticed."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace

from corcom.reporting.domain.answers import PartAnswer, answers_json
from corcom.rulebooks.forms import Part


def settled(part: Part, answer: PartAnswer) -> PartAnswer:
    """A part that is always answered is changed as soon as it says something; a value that is empty is none."""
    values = {code: value for code, value in answer.values.items() if value}
    state = "changed" if part.always and values and answer.state == "open" else answer.state
    return replace(answer, values=values, state=state, carried_from=answer.carried_from if state == "open" else None)


def sum_of(part: Part, answer: PartAnswer) -> str:
    """Eight digits that stay the same as long as nothing that a form shows of the part is changed."""
    told = answers_json({"": replace(settled(part, answer), carried_from=None)})
    return f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"
