"""What a position is about, in the words of the text."""

from __future__ import annotations

import re

from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence

_QUESTION = re.compile(
    r"\b(?:proposal|question|idea|option|whether|format|location|host|model|draft|statement|group|approach|establish|creation|mechanism|criteria|guidelines|programme|structure|isu|paper|time\s+limit|eligible)\w*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:with\s+regards?\s+to|regarding|on|about|for|of|to)\s+(?:the\s+|a\s+|an\s+)?(?P<what>(?:(?:location|hosting|structure|creation|establishment|establishing|need|mandate|format|idea|use|timing|proposal|draft|choice|question)\s+(?:of|for|to|on)\s+(?:the\s+|a\s+|an\s+)?)?[^.,;:()]{4,70}?)(?=\s+(?:and|but|as|was|were|because|since|stating|said|saying|should|would|that|which|at|in\s+(?:its|order)|to\s+be)\b|[.,;:()]|$)"
)
_HOST = re.compile(
    r"\bthe\s+(?P<who>[A-Z]{3,})\s+(?:to\s+)?host(?:ing|s)?\s+(?:the\s+)?(?P<what>[\w ]{2,20}?)(?=\s+(?:stating|and|as|at|because|since|if|for|would)\b|[^\w ]|\Z)"
)
_PROPOSED = re.compile(
    r"(?:proposed|suggested|recommended|asked|requested|argued|moved)\s+(?:that\s+|for\s+|to\s+)?(?P<what>[^.;:]{8,120}?)(?=\s+and\s+(?:the\s+)?[A-Z]|,\s+(?:which|whereas|while|but)\b|[.;:]|\Z)"
)
_PRONOUN = re.compile(r"(?:it|they|this|these|that|he|she)\b", re.IGNORECASE)


def question_in(minutes: MinutesText, sentence: Sentence, *, proposes: bool) -> str | None:
    """What a sentence takes a position on, where it says so: what it proposes, or what it is about."""
    if proposes and (proposed := _PROPOSED.search(minutes.shadow, sentence.start, sentence.end)):
        what = " ".join(proposed["what"].split())
        if not _PRONOUN.match(what):
            return what[:1].upper() + what[1:]
    if host := _HOST.search(minutes.shadow, sentence.start, sentence.end):
        return f"{host['who']} to host {' '.join(host['what'].split())}"
    for found in _ABOUT.finditer(minutes.shadow, sentence.start, sentence.end):
        what = " ".join(found["what"].split())
        if _QUESTION.search(what) and not re.match(r"(?:support|favou?r|view|behalf|part|this|that|its|their)\b", what):
            return what[:1].upper() + what[1:]
    return None
