"""What cannot be right in a text: a weekday that contradicts its date, a sum that does not add up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.kernel.marked import gettext_noop
from corcom.kernel.source import LONGEST_QUOTE
from corcom.minutes.domain.dates import DateMention
from corcom.minutes.domain.reading import AgendaItem, Caution
from corcom.minutes.domain.text.minutes_text import MinutesText

_JOINED = re.compile(r"\b(\d{1,3})\s+(?:states?\s+parties|members)\b")
# That a digit comes first tells the places where to look.
_MISSING = re.compile(
    r"(\d(?<=\b\d)\d{0,2})\s+states?\s+(?:(?:have\s+)?(?:yet|still)\s+to\s+join\b|not\s+part|had\s+not\s+joined|have\s+not\s+joined)"
)
_UN_MEMBERS = 193
_OTHER_STATES = 4  # Holy See, State of Palestine, Cook Islands, Niue may join a convention open to all States.

# A reading keeps these sentences in English; a page that knows them says them in its reader's language.
NOT_A_WEEKDAY = gettext_noop("%(day)s is not a %(weekday)s")
GAP = gettext_noop("the agenda goes from %(last)s to %(number)s: %(missing)s is missing")
WRONG_COUNT = gettext_noop(
    "%(missing)s is %(members)s less %(total)s: it counts parties that are no members of the United Nations as if they were"
)
NOT_ENGLISH = gettext_noop("the text does not seem to be in English, and little of it can be read")
SENTENCES = (NOT_A_WEEKDAY, GAP, WRONG_COUNT, NOT_ENGLISH)
_ENGLISH = frozenset("the of and to that would was were which by for with from this".split())
_OTHERS = frozenset(
    "le la les des une et que du aux dans pour est qui sur el los las del una por con se der die das und nicht von mit den".split()
)
_SAMPLE = 20_000
_FEWEST = 12
"""Small words of a text from which its language can be told."""


def read_warnings(minutes: MinutesText, dates: Sequence[DateMention], agenda: Sequence[AgendaItem]) -> list[Caution]:
    """Warnings in order of place; each says what contradicts what."""
    found = [_weekday(minutes, mention) for mention in dates if mention.weekday_conflict]
    found += _gaps(agenda)
    found += _counts(minutes)
    found += _language(minutes)
    return sorted(found, key=lambda warning: warning.evidence.start)


def _language(minutes: MinutesText) -> list[Caution]:
    """Whether the small words of a text are those of another language; one sentence of it shows them."""
    words = re.findall(r"[^\W\d_]+", minutes.low[:_SAMPLE])
    others = sum(word in _OTHERS for word in words)
    if others < _FEWEST or others <= sum(word in _ENGLISH for word in words):
        return []
    first = next((one for one in minutes.sentences if one.end - one.start <= LONGEST_QUOTE), None)
    return [Caution(text=NOT_ENGLISH, evidence=minutes.evidence(first.start, first.end))] if first else []


def _weekday(minutes: MinutesText, mention: DateMention) -> Caution:
    return Caution(
        text=NOT_A_WEEKDAY % {"day": mention.value, "weekday": mention.weekday},
        evidence=minutes.evidence(mention.start, mention.end),
        certainty="certain",
    )


def _gaps(agenda: Sequence[AgendaItem]) -> list[Caution]:
    """Numbers that the headings leave out."""
    found: list[Caution] = []
    last = 0
    for item in agenda:
        if item.number is None or not item.number.isdigit():
            continue
        number = int(item.number)
        if last and number > last + 1:
            missing = ", ".join(str(n) for n in range(last + 1, number))
            text = GAP % {"last": last, "number": number, "missing": missing}
            found.append(Caution(text=text, evidence=item.evidence))
        last = max(last, number)
    return found


def _counts(minutes: MinutesText) -> list[Caution]:
    """Two counts of one sentence that take each other's place: 193 less the parties by deposit."""
    found: list[Caution] = []
    for hit in _MISSING.finditer(minutes.low):
        missing = int(hit[1])
        around = minutes.low[max(0, hit.start() - 400) : hit.end() + 100]
        totals = {
            int(n)
            for n in re.findall(
                r"\b(?:membership|total)\s+(?:\w+\s+){0,3}?(?:to|of)\s+(\d{2,3})\b|\b(\d{2,3})\s+states\s+parties",
                around,
            )
            for n in n
            if n
        }
        for total in totals:
            if missing == _UN_MEMBERS - total:
                text = WRONG_COUNT % {"missing": missing, "members": _UN_MEMBERS, "total": total}
                found.append(
                    Caution(text=text, evidence=minutes.evidence(hit.start(), hit.end()), certainty="doubtful")
                )
    return found
