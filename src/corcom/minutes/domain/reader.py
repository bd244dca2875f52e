"""The reader of minutes: a document's text in, the typed record out.

The order of reading is that of a person: the head, who was there, the agenda, who holds which theme; then, sentence by
sentence, who speaks and what they promise. Every finder is a module of its own beside this one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from corcom.documents.domain.text import DocumentText
from corcom.kernel.calendar import latest
from corcom.kernel.spans import Spans
from corcom.minutes.domain.dates import DateMention, dates_to_list, event_days, feasts_after, find_dates
from corcom.minutes.domain.dates.event_aliases import by_month, short_names
from corcom.minutes.domain.facts.figures import find_figures
from corcom.minutes.domain.facts.references import find_references
from corcom.minutes.domain.facts.table_amounts import table_amounts
from corcom.minutes.domain.head.agenda import read_agenda
from corcom.minutes.domain.head.header import Header, read_header
from corcom.minutes.domain.head.next_meeting import read_next_meeting
from corcom.minutes.domain.head.presiding import read_chair
from corcom.minutes.domain.people.actors import people_of
from corcom.minutes.domain.people.attendance import read_attendance
from corcom.minutes.domain.people.attended import Attended
from corcom.minutes.domain.people.mandates import read_mandates
from corcom.minutes.domain.people.offices import named_owners
from corcom.minutes.domain.people.speakers import speaker_key, voices
from corcom.minutes.domain.promises.action_points import read_action_points
from corcom.minutes.domain.promises.due import Calendar
from corcom.minutes.domain.reading import (
    Attendance,
    Chair,
    Figure,
    Mandate,
    MentionedDate,
    NextMeeting,
    Reading,
    Reference,
    Speaker,
)
from corcom.minutes.domain.said.decisions import read_decisions
from corcom.minutes.domain.said.interventions import read_interventions
from corcom.minutes.domain.said.joining import read_progress
from corcom.minutes.domain.said.positions import read_positions
from corcom.minutes.domain.text.minutes_text import MinutesText, minutes_text
from corcom.minutes.domain.unread import read_unread
from corcom.minutes.domain.warnings import read_warnings

_NEAR = 60
_HELD_ON = re.compile(
    r"[\s,(-]*(?:(?:which|that)\s+)?(?:(?:will|would|was|is)\s+)?(?:to\s+)?(?:be\s+)?(?:held|take\s+place|convened|scheduled|planned|due)?\s*(?:in\s+[a-z]+)?[\s,(]*"
    r"(?:in|on|from|for)?\s*"
)
# Attendance written out gives figures: "around 85 participants from 49 States took part".
_ATTENDED = re.compile(r"\b(?:participants|attended|took\s+part|were\s+present)\b.*\.")
READER = "3"
"""The version of the reader: raised whenever it reads the same words otherwise."""


def read_text(document: DocumentText) -> Reading:
    """Read minutes. Linear in the length of the text; never fails: what is not understood stands in `unread`."""
    minutes = minutes_text(document)
    header = read_header(minutes)
    attended = read_attendance(minutes)
    key = speaker_key(minutes)
    speakers = list(key.values())
    attendance = _with_speakers(attended, speakers)
    chair = read_chair(minutes, attendance)
    attendance = _with_chair(attendance, chair)
    mandates = read_mandates(minutes, attendance)
    people = people_of(minutes, attendance, speakers)
    spoken = voices(minutes, mandates, people, key)
    dates = find_dates(minutes.shadow, meeting_on=header.day)
    calendar, following = _calendar(minutes, header, dates)
    promised = read_action_points(minutes, spoken, calendar, people, attended.zones, chair)
    points = named_owners(promised, attendance, mandates, header.body)
    decisions, reported = read_decisions(minutes, spoken, calendar, attended.zones)
    agenda = read_agenda(minutes)
    return Reading(
        convention=header.convention,
        body=header.body,
        meeting_number=header.number,
        meeting_number_scope=header.scope,
        date=header.date,
        start_time=header.start_time,
        end_time=header.end_time,
        venue=header.venue,
        header=header.evidence,
        chair=chair,
        attendance=tuple(attendance),
        absences=tuple(attended.absences),
        speakers=tuple(speakers),
        agenda=tuple(agenda),
        action_points=tuple(points),
        decisions=tuple(decisions),
        reported_decisions=tuple(reported),
        next_meeting=following,
        mentioned_dates=tuple(_mentioned(minutes, dates, calendar, header, mandates)),
        mandates=tuple(mandates),
        figures=tuple(_figures(minutes, attended, dates)),
        interventions=tuple(read_interventions(minutes, spoken)),
        positions=tuple(read_positions(minutes, spoken)),
        progress=tuple(read_progress(minutes, spoken, convention=header.code)),
        references=tuple(_references(minutes)),
        warnings=tuple(read_warnings(minutes, dates, agenda)),
        unread=tuple(read_unread(minutes, attended, points)),
    )


def _with_speakers(attended: Attended, speakers: Sequence[Speaker]) -> list[Attendance]:
    """A key of initials is an attendance list where there is no other."""
    if attended.attendance or not any(s.delegation and s.certainty == "certain" for s in speakers):
        return attended.attendance
    found: dict[str, Attendance] = {}
    for speaker in speakers:
        if not speaker.delegation or speaker.certainty != "certain":
            continue
        name = re.search(
            r"\)?\s*[:=\t -]*\s*([^\W\d_][^,(\d]{3,40}?)\s*[,(]",
            speaker.evidence.quote[speaker.evidence.quote.index(speaker.initials) + len(speaker.initials) :],
        )
        person = (name[1].strip(" )-:"),) if name else ()
        office = re.search(r",\s*((?:Vice-|Co-)?(?:President|Chair)[\w-]*)\W*\Z", speaker.evidence.quote)
        before = found.get(speaker.delegation)
        found[speaker.delegation] = Attendance(
            delegation=speaker.delegation,
            people=(*(before.people if before else ()), *person),
            role=before.role if before else office[1] if office else None,
            evidence=before.evidence if before else speaker.evidence,
            certainty="certain",
        )
    return list(found.values())


def _with_chair(attendance: list[Attendance], chair: Chair | None) -> list[Attendance]:
    """The chair was there: a list of delegations that leaves out the person, or the delegation, is completed."""
    if not attendance or chair is None or not chair.person or not chair.delegation:
        return attendance
    surname = chair.person.split()[-1]
    attendance = [item for item in attendance if item.delegation or item.people != (chair.person,)]
    if any(surname in name for item in attendance for name in item.people):
        return attendance
    if not any(item.delegation == chair.delegation for item in attendance):
        there = Attendance(
            delegation=chair.delegation, people=(chair.person,), role=chair.role, evidence=chair.evidence
        )
        return [there, *attendance]
    return [
        replace(item, people=(chair.person, *item.people)) if item.delegation == chair.delegation else item
        for item in attendance
    ]


def _calendar(
    minutes: MinutesText, header: Header, dates: Sequence[DateMention]
) -> tuple[Calendar, NextMeeting | None]:
    """The dates of the text with the days of the events that they hang on, and the next meeting."""
    known = event_days(minutes.shadow, dates)
    feasts = feasts_after(header.day) if header.day else {}
    calendar = Calendar(dates, [mention.start for mention in dates], header.day, {**feasts, **known})
    for one, two in pairwise(dates):
        # "the intersessional meeting in April 2012": the event has a day wherever it is named.
        if not one.event or one.event == "meeting" or not two.value or two.start - one.end > _NEAR:
            continue
        if _HELD_ON.fullmatch(minutes.low, one.end, two.start):
            calendar.events.setdefault(one.event, two.value)
    calendar.events.update(short_names(calendar.events, dates, header.day))
    following = read_next_meeting(minutes, calendar)
    if following and following.date:
        calendar.events["next meeting"] = following.date
        calendar = replace(calendar, mentions=by_month(minutes.shadow, dates, following.date))
    return calendar, following


def _mentioned(
    minutes: MinutesText,
    dates: Sequence[DateMention],
    calendar: Calendar,
    header: Header,
    mandates: Sequence[Mandate],
) -> list[MentionedDate]:
    """The dates a reader would list, each with the words around it; the same day in one sentence once."""
    found: list[MentionedDate] = []
    day = header.day
    listed = dates_to_list(dates, meeting_on=day.isoformat() if day else None)
    first, _, last = (header.date or "").partition("/")
    sentence = 0
    seen: set[tuple[str | None, int]] = set()
    terms = Spans((mandate.evidence.start, mandate.evidence.end) for mandate in mandates)
    named = {mention.value.partition("/")[0] for mention in listed if mention.value}
    for mention in listed:
        if mention.value and len(mention.value.split("/")[0]) == 4 and mention.start in terms:
            continue  # the years of a term of office
        while sentence + 1 < len(minutes.sentences) and minutes.sentences[sentence + 1].start <= mention.start:
            sentence += 1
        value = calendar.value(mention)
        if mention.kind == "event" and value and value.partition("/")[0] in named:
            continue  # "before the 9MSP", whose days stand elsewhere in the text
        if last and value and (value == header.date or (len(value) == len(first) and first <= value <= last)):
            continue  # a day of the meeting itself
        if (value, sentence) in seen or not minutes.sentences:
            continue
        seen.add((value, sentence))
        span = minutes.sentences[sentence]
        inside = span.start <= mention.start < span.end
        start, end = (span.start, span.end) if inside and span.end - span.start <= 600 else (mention.start, mention.end)
        found.append(
            MentionedDate(
                date=value,
                what=minutes.words(start, end)[:300],
                date_text=mention.words.strip(),
                evidence=minutes.evidence(start, end)
                if end - start <= 600
                else minutes.evidence(mention.start, mention.end),
                certainty="certain" if mention.kind == "day" and not mention.year_inferred else "likely",
            )
        )
    return found


def _figures(minutes: MinutesText, attended: Attended, dates: Sequence[DateMention]) -> list[Figure]:
    zones = Spans(attended.zones)
    spans = [
        (sentence.start, sentence.end)
        for sentence in minutes.sentences
        if minutes.blocks[sentence.block].kind != "row"
        and (sentence.start not in zones or _ATTENDED.search(minutes.low, sentence.start, sentence.end))
    ]
    told = find_figures(minutes.shadow, spans, [(mention.start, mention.end) for mention in dates])
    taken = Spans((figure.start, figure.end) for figure in told)
    listed = [amount for amount in table_amounts(minutes) if amount.start not in taken]
    found = sorted([*told, *listed], key=lambda figure: figure.start)
    return [
        Figure(what=figure.what, value=figure.value, evidence=minutes.evidence(figure.start, figure.end))
        for figure in found
    ]


def _references(minutes: MinutesText) -> list[Reference]:
    return [
        Reference(kind=found.kind, target=found.target, evidence=minutes.evidence(found.start, found.end))
        for found in find_references(minutes.shadow)
    ]


def last_day(value: str | None) -> date | None:
    """The last day of a date in the record, or None."""
    return latest(value) if value else None
