"""Which body met: a known kind of body by its full name, else whatever the "meeting of the …" is said to be of."""

from __future__ import annotations

import re

from corcom.kernel.plain import words
from corcom.minutes.domain.people.person_names import says_something
from corcom.minutes.domain.text.minutes_text import MinutesText

_STOP = (
    r"(?!(?:held|met|meetings?|minutes|summary|report|record|at|in|under|on\s+\d|monday|tuesday|wednesday|thursday|friday|january|february|march|april|june|july|august"
    r"|september|october|november|december|may\s+\d)\b)"
)
_WORD = rf"{_STOP}(?-i:[A-Z\d])[\w'’-]*"
_LINK = r"(?:and|of|the|to|for|on|&|its)"
_ABOUT = rf"(?:on|for)\s+(?:the\s+)?{_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD}){{0,12}}"
_QUALIFIERS = (
    r"Coordination|Coordinating|Standing|Steering|Management|Implementation|Compliance|Preparatory|Programme|Executive|Analysis|Analysing|Scientific|Technical|Advisory|Subsidiary"
    r"|Finance|Plenary|Review|Selection|Liaison|Expert|Experts|Core|Support|Drafting|Project|Contact|Sponsorship|Donors?|Organi[sz]ing|Intersessional|Joint|Ad\s+Hoc|Editorial|Budget|Regional|Working"
)
_BODY = re.compile(
    r"\b(?:(?P<bureau>(?:(?:Extended|Enlarged|Joint)\s+)?Bureau(?:\s+of\s+the\s+"
    rf"(?:(?:(?:Meeting|Conference)\s+of\s+the\s+)?Parties|(?:Preparatory|Standing|Intergovernmental)\s+Committee(?:\s+{_ABOUT})?))?)"
    rf"|(?P<committee>(?:(?:Open-ended|Informal|Extended)\s+)*(?:(?:Sponsorship\s+Programme\s+)?(?:{_QUALIFIERS})(?:'s?)?)"
    rf"\s+(?:and\s+[A-Z]\w+\s+)?(?:Committee|Group|Board|Body|Council|Team|Panel|Sub-?group)(?:\s+{_ABOUT})?)"
    rf"|(?P<force>Task\s?force(?:\s+{_ABOUT})?)"
    rf"|(?P<office>Troika(?:\s+of\s+(?:the\s+)?Presidents)?(?:\s+with\s+the\s+{_WORD}(?:\s+(?:{_LINK}\s+){{0,2}}{_WORD}){{0,6}})?|Governing\s+Council|Friends\s+of\s+the\s+(?:President|Presidency|Chair)|Co-Chairs(?:\s+and\s+Co-Rapporteurs)?(?!')|(?<=of\sthe\s)Coordinators\b)"
    r"|(?P<consultations>(?:Open-ended\s+)?(?:Informal\s+)?Consultations?\b)"
    rf"|(?P<committeeon>(?:Sub-?)?Committee\s+{_ABOUT}))",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:Meeting\s+of\s+(?:the\s+)?States\s+Parties|Review\s+Conference|Conference\s+of\s+(?:the\s+)?(?:States\s+)?Parties"
    r"|Preparatory\s+Meeting|Intersessional\s+Meetings?|Meeting\s+of\s+(?:the\s+)?(?:High\s+Contracting\s+)?Parties|Meeting\s+of\s+Experts)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\W*(?:(?:draft|final|informal|summary|minutes|record|report|notes?)\s+(?:of|on|from)\s+(?:the\s+)?)?(?:\w+\s+){0,2}?"
    r"(?P<name>meeting\s+(?:of|with)\s+(?:the\s+)?(?!states|high|parties|experts|held|\d)[^\n,;:(\d]{4,110}?)(?=\s*(?:[,;:(\n\d]|\s-\s|held\b|on\s+\d|$))",
    re.IGNORECASE,
)


def find_body(minutes: MinutesText, end: int, opening: int) -> tuple[int, int] | None:
    """Where the head (which ends at `end`), or else the opening of the text, names the body."""
    lines = [(block.start, min(block.end, end)) for block in minutes.blocks if block.start < end]
    titles = [span for span in lines if not says_something(minutes.shadow[slice(*span)])]
    for pattern, spans in (
        (_BODY, titles),
        (_OF, titles),
        (_BODY, lines),
        (_CONFERENCE, lines),
        (_BODY, [(0, opening)]),
    ):
        for span in spans:
            found = pattern.match(minutes.shadow, *span) if pattern is _OF else pattern.search(minutes.shadow, *span)
            if found:
                return found.span("name") if pattern is _OF else found.span()
    conference = _CONFERENCE.search(minutes.shadow, 0, opening)
    return conference.span() if conference else None


def body_name(minutes: MinutesText, span: tuple[int, int]) -> str:
    """The name of a body, in plain case where the text has it in capitals."""
    name = words(minutes.text[slice(*span)])
    if not name.isupper():
        return name
    small = {"OF", "ON", "AND", "THE", "FOR", "WITH", "TO"}
    return " ".join(word.lower() if word in small else word.capitalize() for word in name.split())
