"""Who spoke under which item, and what they said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.reading import Intervention
from corcom.minutes.domain.text.minutes_text import MinutesText

# Those who are many, or hold an office: no delegation of their own.
NO_DELEGATION = re.compile(
    r"(?:Committee|Bureau|[Mm]embers|Parties|States|party|delegations|signatories|donors|[Gg]roup|Chairs?|Coordinators|President|designate|Rapporteurs?|society)\Z"
)
_MANY = re.compile(r"(?:Committee|Bureau|[Mm]embers|Parties|States|delegations|signatories|donors)\Z")
# "It was agreed that the Coordinators would": said by nobody in particular.
_AGREED = re.compile(r"\W*it\s+(?:was|is)\s+(?:\w+\s+)?(?:agreed|decided|concluded|recalled|noted)\b")


def read_interventions(minutes: MinutesText, voices: Sequence[Voice]) -> list[Intervention]:
    """Consecutive sentences of one speaker under one item are one intervention."""
    found: list[tuple[int, int, tuple[str, ...], str | None, int, str | None]] = []
    for at, sentence in enumerate(minutes.sentences):
        voice = voices[at]
        names = voice.names
        if not names or not (voice.said or voice.label) or _AGREED.match(minutes.low, sentence.start):
            continue
        if voice.label and all(_MANY.search(name) for name in names):
            continue  # "Participants:", "The Bureau:" open a list
        section = minutes.section(sentence.block)
        item = section.name if section else None
        if (
            found
            and found[-1][2] == names
            and found[-1][3] == item
            and sentence.block - found[-1][4] <= 1
            and found[-1][1] <= sentence.start
        ):
            start, _, _, _, _, label = found[-1]
            found[-1] = (start, sentence.end, names, item, sentence.block, label)
        else:
            found.append((sentence.start, sentence.end, names, item, sentence.block, voice.label))
    return [
        Intervention(
            agenda=item,
            speaker=label or _joined(names),
            delegation=_joined(names),
            text=minutes.words(start, end)[:2000],
            evidence=minutes.evidence(start, end),
        )
        for start, end, names, item, _, label in found
    ]


def _joined(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
