"""One pattern out of several wordings, so that each stands on a line of its own."""

from __future__ import annotations

import re


def any_of(*wordings: str) -> re.Pattern[str]:
    return re.compile("|".join(wordings))
