"""A box to tick in a row of a table; what is ticked is sent with the form `form`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Choose:
    template: ClassVar[str] = "pieces/choose.html"

    name: str
    value: str
    label: str
    form: str = "chosen-rows"
