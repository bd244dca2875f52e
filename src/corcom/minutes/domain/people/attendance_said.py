"""Attendance and absence that sentences give: "The following States participated: …", "in the absence of …"."""

from __future__ import annotations

import re

from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.attended import Attended, keep
from corcom.minutes.domain.people.people_table import Roll
from corcom.minutes.domain.people.person_names import says_something
from corcom.minutes.domain.people.roll import HONORIFIC
from corcom.minutes.domain.people.roll_call import shown_name
from corcom.minutes.domain.people.roll_words import Token, people_of_states
from corcom.minutes.domain.people.told_roll import told_rolls
from corcom.minutes.domain.reading import Absence
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import NameHit

_FOLLOWING = Cue(
    r"\bfollowing\s+(?:\w+\s+){0,3}?(?:states|delegations|countries|members|participants|organi[sz]ations)\b[^:.]{0,60}?:",
    re.IGNORECASE,
)
_LISTED = Cue(
    r"\b(?:(?:also|were)\s+(?:attended|present|represented|participat\w+)\b|attended\s+by\b|in\s+attendance\s+were\b|took\s+part\b|attended(?=\W*\Z)|attended\s+(?:as|in|on|for|by|online|remotely)\b|joined\s+(?:by|via|through|online|remotely|for|on)\b|represented\s+by\b"
    r"|(?:members|those|delegations|participants)\s+(?:present\s+)?were\b|(?:participated\s+in|attended)\s+the\s+(?:meeting|consultation)"
    r"|representatives?\s+of\b(?=.*\b(?:attended|participated|were\s+present)\b))",
    re.IGNORECASE,
)
_SECRETARIAT = re.compile(
    r"\b(?<!of )(?<!of the )(?:[Tt]he\s+)?(?P<name>(?:[A-Z]{2,6}\s+)?[Ss]ecretariat)\b(?=\s*(?:,|was|were|represented|participated|:|\())"
)
_ANOTHER = re.compile(r";|,?\s+and\s+(?:the|for|from)\s")
_NO_WORD = re.compile(
    r"\b(?:not|nor|never)\s+(?:sent|received|conveyed)\b|\b(?:no|without)\s+(?:apologies|regrets)\b", re.IGNORECASE
)
_NEAR = re.compile(r"[^,.;]{0,90}|\s*,?\s*(?:namely|i\.e\.)[^.;]{0,60}")
_GOES_ON = re.compile(r"\s+(?!(?:and|or|as|due|because|who|which|for|from)\b)[a-z]")
_AND = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,|;|and|or|&|,\s*and|as\s+well\s+as)\s*(?:(?:from|of|the|both)\s+)*")
_SAID_ABSENT = Cue(
    r"\b(?:absence\s+of|were\s+absent|was\s+absent|did\s+not\s+(?:attend|participate|come)"
    r"|(?:was|were)\s+not\s+(?:represented|present|there|reached)|could\s+not\s+be\s+reached|did\s+not\s+(?:show|turn)\s+up|(?:was|were|stayed)\s+away"
    r"|(?:nothing|no\s+\w+)\s+(?:was|were|had\s+been|has\s+been)\s+(?:heard|received)(?=\s+(?:from|of)\b|\W*\Z)|(?:had|has|have)\s+not\s+(?:replied|answered)"
    r"|:\s{1,3}no\s+(?:reply|answer|word|news|response|regrets|apologies))\b",
    re.IGNORECASE,
)
NO_REPLY = re.compile(r":\s{1,3}no\s+\w+\W*\Z", re.IGNORECASE)
"""Such as "Chad and Peru: no reply", which is no sentence but stands among those of the list."""
_SAID_APOLOGIES = Cue(
    r"\b(?:apologies|regrets)\b(?=.*\b(?:receiv|sent|from|convey|absence)|\s*:)|\b(?:sent|conveyed)\s+(?:\w+\s+)?(?:apologies|regrets)\b|\bexcused\b|\b(?:could|would)\s+not\s+(?:attend|participate|come)\b|\b(?:unable|not\s+able)\s+to\s+attend\b",
    re.IGNORECASE,
)


def said_attendance(minutes: MinutesText, result: Attended) -> None:
    """Attendance and absence that sentences give: "The following States participated: …", "in the absence of …"."""
    listing = False
    zones = Spans(result.zones)
    away = minutes.sentences_with(_SAID_APOLOGIES) | minutes.sentences_with(_SAID_ABSENT)
    told = minutes.sentences_with(_FOLLOWING) | minutes.sentences_with(_LISTED)
    for at, sentence in enumerate(minutes.sentences):
        if at not in away and (sentence.start in zones or not (listing or at in told)):
            continue
        text = minutes.shadow[sentence.start : sentence.end]
        absent = absence_said(text) if at in away else None
        if sentence.start in zones and not (absent and tells_absence(text)):
            continue
        if absent:
            kind = "apologies" if _SAID_APOLOGIES.search(text) and not _NO_WORD.search(text) else "absent"
            _absent(minutes, sentence.start, sentence.end, sentence.start + absent.end(), kind, result)
            continue
        found = _FOLLOWING.search(text) or _LISTED.search(text) or (_SECRETARIAT.match(text) if listing else None)
        if found and (listing or not result.attendance):
            names = [hit for hit in minutes.names_between(sentence.start, sentence.end) if not hit.adjective]
            people = len(HONORIFIC.findall(text))
            if listing or found[0].endswith(":") or len(names) >= 4 or (len(names) > 1 and people > 1):
                _listed(
                    minutes,
                    sentence.start + (found.end() if found[0].endswith(":") else 0),
                    sentence.end,
                    result,
                    later=listing,
                )
                listing = True


def tells_absence(text: str) -> bool:
    """Whether a sentence among the entries of a list may say who was not there."""
    return says_something(text) or NO_REPLY.search(text) is not None


def absence_said(text: str) -> re.Match[str] | None:
    """The words of a sentence that say that somebody was not there."""
    return _SAID_APOLOGIES.search(text) or _SAID_ABSENT.search(text)


def _absent(minutes: MinutesText, start: int, end: int, after: int, kind: str, result: Attended) -> None:
    known = {absence.delegation for absence in result.absences}
    for hit in _listed_after(minutes, after, end) or [
        hit for hit in minutes.names_between(start, after) if not hit.adjective
    ]:
        name = shown_name(minutes, Token("delegation", hit.start, hit.end))
        if name not in known:
            known.add(name)
            result.absences.append(
                Absence(
                    delegation=name,
                    kind="apologies" if kind == "apologies" else "absent",
                    evidence=minutes.evidence(start, end),
                )
            )


def _listed_after(minutes: MinutesText, after: int, end: int) -> list[NameHit]:
    """The names that follow one another behind "in the absence of": another name in the sentence is not meant."""
    found: list[NameHit] = []
    for hit in minutes.names_between(after, end):
        near = _joins(minutes, found[-1], hit) if found else bool(_NEAR.fullmatch(minutes.shadow, after, hit.start))
        if hit.adjective or not near:
            break
        found.append(hit)
    return found


def _joins(minutes: MinutesText, one: NameHit, two: NameHit) -> bool:
    """Whether a name goes on with a list; in "in the absence of Chad, Peru explained" the second was there."""
    between = _AND.fullmatch(minutes.low, one.end, two.start)
    if not between:
        return minutes.shadow[one.end : two.start].isspace()
    return between[0].strip() != "," or not _GOES_ON.match(minutes.shadow, two.end)


def _listed(minutes: MinutesText, start: int, end: int, result: Attended, *, later: bool) -> None:
    if HONORIFIC.search(minutes.shadow, start, end) or people_of_states(minutes, start, end):
        rolls = told_rolls(minutes, start, end, titled=HONORIFIC.search(minutes.shadow, start, end) is not None)
        keep(minutes, [roll for roll in rolls if roll.name], result)
        return
    rolls = [
        Roll(
            shown_name(minutes, Token("delegation", hit.start, hit.end)),
            hit.start,
            hit.end,
            "present",
            "observer" if later or hit.party.kind == "organisation" else None,
        )
        for hit in minutes.names_between(start, end)
        if not hit.adjective
    ]
    keep(minutes, rolls, result)
