"""One pattern out of several wordings, so that each stands on a line of its own."""

from __future__ import annotations

from corcom.minutes.domain.text.cues import Cue


def any_of(*wordings: str) -> Cue:
    return Cue("|".join(wordings))
