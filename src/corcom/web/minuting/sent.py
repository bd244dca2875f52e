"""What the page on which minutes are written sends: the paragraphs as somebody left them, and as they were before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from corcom.minuting.domain.paragraphs import KEYS, TakingDown, taking_down

_MARKED = ("confidential", "done")
"""Keys that are boxes to tick."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentParagraph:
    """A paragraph as it was sent. `before` is what it said when the page was opened or last saved."""

    id: int
    before: TakingDown
    said: TakingDown


def paragraphs_sent(request: HttpRequest) -> Iterator[SentParagraph]:
    """Every paragraph of the page that differs from what it was; what cannot be read is passed over."""
    for number in request.POST.getlist("paragraph"):
        sent = paragraph_sent(request.POST, int(number)) if number.isdigit() else None
        if sent is not None and sent.said != sent.before:
            yield sent


def paragraph_sent(sent: QueryDict, number: int) -> SentParagraph | None:
    """One paragraph as it was sent; None where the page did not say what it was before."""
    before = _before(sent.get(f"was-{number}", ""))
    if before is None:
        return None
    values: dict[str, Any] = asdict(before)
    for key in KEYS:
        name = f"{key}-{number}"
        if key in _MARKED:
            values[key] = name in sent
        elif name in sent:
            values[key] = _line_ends(str(sent[name]))
    return SentParagraph(id=number, before=before, said=taking_down(values))


def as_was(said: TakingDown) -> str:
    """A paragraph as the page keeps it, to send it back as what it was before."""
    return json.dumps(asdict(said), ensure_ascii=False)


def _before(text: str) -> TakingDown | None:
    try:
        values = json.loads(text)
    except ValueError:
        return None
    if not isinstance(values, dict):
        return None
    kinds: dict[str, Callable[[object], object]] = dict.fromkeys(_MARKED, bool)
    known = {key: kinds.get(key, str)(value) for key, value in values.items() if key in KEYS}
    return taking_down(known)


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
