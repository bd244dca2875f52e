"""When and where the next meeting is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from corcom.minutes.domain.dates import DateMention, find_times
from corcom.minutes.domain.promises.due import Calendar
from corcom.minutes.domain.reading import NextMeeting
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText

_NEXT = Cue(
    r"\b(?:next|following|subsequent)\s+(?:\w+\s+){0,4}?(?:meeting|session|consultations?)\b|\bnext\s+meet(?:ing)?\b|\b(?:committee|bureau|group|members)\s+(?:\w+\s+){0,2}?(?:would|will)\s+(?:next\s+)?(?:meet|reconvene)\b"
    r"|\b(?:meet|speak|convene)\s+again\b|\bnext\s+one\b|^\W*next\s*:|\bdate\s+of\s+(?:the\s+)?next\b|\b(?:corcom|coordinati(?:on|ng)\s+committee|committee|bureau)\s+meeting\b(?=[^.;]{0,40}\b(?:scheduled|on|for|\d))"
)
_TITLE = re.compile(
    r"\bnext\b[^.]*\bmeeting|\bdate\b[^.]*\b(?:next|meeting)\b|^(?:dates?\s*$|dates?\s+and\s+place|next\s*(?:meeting|session)?\s*$|we\s+meet\s+again|future\s+meetings?)"
)
_LABEL = re.compile(
    r"(?:(?:date|time|place|venue|and|,|\s)+of\s+(?:the\s+)?)?next\s+(?:\w+\s+){0,2}?(?:meeting|session)"
)
_FAR = 170
_NEXT_WORDS = re.compile(r"\b(?:next|again|following|subsequent|would|will)\b")
_PROMISED = re.compile(r"\b(?:will|would|be\s+held|scheduled|agreed|decided|take\s+place|is\s+on)\b")
_OTHER = re.compile(
    r"\b(?:states\s+parties|review\s+conference|intersessional|msp|general\s+assembly|conference\s+of|preparatory|standing\s+committees?\s+meetings?|sister|inter-sessional)\b"
)
_PLACE = re.compile(
    r"(?:\b(?:at|in)\s+(?:the\s+)?|,\s+)(?P<place>(?:Permanent\s+Mission|Mission|Room|Palais|Conference\s+Room|Building|Salle|Embassy|Maison|[A-Z][\w'-]+\s+(?:Room|Building|Mission|Hall|Centre))[^.;]*?)(?=,?\s+(?:at|on|from)\s+(?:\w+,?\s+)?\d|,?\s+\d{1,2}[:.h]\d\d|[.;]|$)"
)
_SAME = re.compile(r"\bsame\s+(?:venue|place|room|time)\b")


def read_next_meeting(minutes: MinutesText, calendar: Calendar) -> NextMeeting | None:
    """The next meeting: under a heading that says so, in a sentence about it, else the first meeting of the body ahead."""
    best: tuple[int, NextMeeting] | None = None
    titles = cache(_announces)
    suspects = minutes.sentences_with(_NEXT)
    labelled = _below_labels(minutes, suspects)
    for at, sentence in enumerate(minutes.sentences):
        section = minutes.section(sentence.block)
        titled = (section is not None and titles(section.title)) or sentence.block in labelled
        mentions = calendar.between(sentence.start, sentence.end) if titled or at in suspects else ()
        if not mentions:
            continue
        low = minutes.low[sentence.start : sentence.end]
        said = _NEXT.search(low) if at in suspects else None
        if not said and not titled:
            continue
        for mention in mentions:
            rank = _rank(calendar, mention, sentence.start, titled=titled, said=said, low=low)
            if rank and (best is None or rank > best[0]):
                best = (rank, _meeting(minutes, mention, sentence.start, sentence.end))
    return best[1] if best else None


def _below_labels(minutes: MinutesText, suspects: Iterable[int]) -> frozenset[int]:
    """The blocks right below a line that is but a label: "Date and place of the next meeting"."""
    labels = (minutes.sentences[at] for at in suspects)
    return frozenset(
        label.block + 1 for label in labels if _LABEL.fullmatch(minutes.low[label.start : label.end].strip(" *:#"))
    )


def _announces(title: str) -> bool:
    """Whether a heading says that the next meeting stands below it."""
    return bool(_TITLE.search(title.lower()))


def _rank(
    calendar: Calendar,
    mention: DateMention,
    start: int,
    *,
    titled: bool,
    said: re.Match[str] | None,
    low: str,
) -> int:
    """How well a date fits the next meeting; 0 where it does not."""
    if not _ahead(calendar, mention):
        return 0
    fits = titled and mention.kind != "relative" if said is None else _beside(mention, start, said, low)
    if not fits:
        return 0
    full = 4 if len(mention.value or "") == len("2016-05-26") else 0
    strong = 8 if titled else 0
    direct = 4 if said and re.match(r"(?:next|date)", said[0]) else 0
    promise = 2 if _PROMISED.search(low) else 0
    return 1 + full + strong + direct + promise


def _ahead(calendar: Calendar, mention: DateMention) -> bool:
    """Whether a mention is a day (or week, or month) after that of the meeting."""
    value = mention.value
    if not value or mention.label or mention.recurring or mention.kind == "year":
        return False
    first = value.split("/", maxsplit=1)[0]
    return calendar.day is None or first > calendar.day.isoformat()[: len(first)]


def _beside(mention: DateMention, start: int, said: re.Match[str], low: str) -> bool:
    """Whether a date stands with the words about the next meeting, and not with those about another one."""
    after = mention.start - start > said.start()
    near = low[said.start() : mention.start - start] if after else low[mention.end - start : said.end()]
    if len(near) > _FAR or _OTHER.search(near) or _OTHER.search(said[0]):
        return False
    if _NEXT_WORDS.search(said[0]):
        return True
    # A meeting of the body is the next one only where its day stands right beside it.
    return len(near) - len(said[0]) < (32 if after else 8)


def _meeting(minutes: MinutesText, mention: DateMention, start: int, end: int) -> NextMeeting:
    times = find_times(minutes.shadow, start, end)
    place = _PLACE.search(minutes.shadow, start, end)
    tentative = mention.tentative or bool(
        re.search(r"\btentative|\bprovisional|\bpending\b|\bto be confirmed\b|\btbc\b", minutes.low[start:end])
    )
    return NextMeeting(
        date=mention.value,
        time=times[0].at if times else None,
        place=minutes.words(place.start("place"), place.end("place")).rstrip(" ,") if place else None,
        tentative=tentative,
        evidence=minutes.evidence(start, end),
        certainty="likely" if tentative else "certain",
    )
