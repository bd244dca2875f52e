"""What was decided: by this meeting, and by other bodies that the text reports of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.speakers import Voice
from corcom.minutes.domain.promises.due import Calendar, due_between
from corcom.minutes.domain.reading import Decision
from corcom.minutes.domain.said.operative import operative_blocks
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence

_BODY = (
    r"(?:coordinati(?:on|ng)\s+committee|management\s+committee|standing\s+committee|steering\s+committee|implementation\s+committee|committee|meeting|bureau|board|working\s+group|group"
    r"|conference(?:\s+of\s+(?:the\s+)?parties)?|members(?:\s+of\s+the\s+\w+)?|parties|participants|subgroup|troika|deputies|delegations)"
)
_VERBS = (
    r"(?:agreed|decided|adopted|approved|endorsed|resolved|accepted|concluded|confirmed|elected|appointed|designated|nominated|instructed|recommends|recommended|rejected|took\s+note|noted\s+with\s+approval"
    r"|requested|mandated|tasked|authori[sz]ed|entrusted|granted|set\s+up|established|reached\s+agreement|was\s+of\s+the\s+view|gratefully\s+accepted|invited|asked\s+the)"
)
_ADVERBS = r"(?:(?:also|further|then|thus|therefore|subsequently|unanimously|formally|provisionally|finally|generally|in\s+principle|by\s+consensus|has|have|had)\s+)*"
_DECIDED = Cue(
    rf"\b(?:it\s+(?:was|is|has\s+been)\s+{_ADVERBS}(?:agreed|decided|concluded|resolved|accepted)\b"
    rf"|(?:the\s+|all\s+)?{_BODY}\s+(?:as\s+a\s+whole\s+)?{_ADVERBS}{_VERBS}\b"
    r"|(?:was|were|is|are|stands?)\s+(?:(?:also|then|thus|therefore|formally|unanimously|duly|taken\s+as\s+read\s+and|hereby|accordingly)\s+)*(?:approved|cancelled|adopted|agreed|endorsed|accepted\s+(?:without|as)|so\s+decided|elected|confirmed\s+as)\b"
    r"|(?:there\s+was\s+(?:\w+\s+)?(?:agreement|consensus)\s+(?:that|to|on))"
    r"|(?:were|was)\s+advised\s+that"
    r"|(?:so\s+)?(?:decided|agreed)\s*:|^\W*(?:approved|adopted|agreed|endorsed)\b)"
)
_HEAD = Cue(r"^\W*(?:decisions?|conclusions?)\s*(?:no\.?\s*)?[\w/.-]*\s*[:\-]\s*", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:had\s+been|had\s+(?:agreed|decided|adopted|approved)|at\s+its\s+(?:\w+\s+)?(?:previous|last|first|second|third|fourth|fifth|sixth|seventh|eighth|\d+(?:st|nd|rd|th))\s+(?:meeting|session)|previously|earlier|in\s+(?:19|20)\d\d\s+the)\b"
)
_OTHER_BODY = Cue(
    r"\b(?:\d{1,2}\s?(?:st|nd|rd|th)?\s?(?:MSP|RC|RevCon|CSP|COP)\b|(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|\d+(?:st|nd|rd|th))\s+(?:Review\s+Conference|Meeting\s+of\s+(?:the\s+)?States\s+Parties|Conference\s+of)"
    r"|General\s+Assembly|Review\s+Conference|Conference\s+of\s+(?:the\s+)?Parties|Meeting\s+of\s+(?:the\s+)?States\s+Parties)"
)
_REPORTED = re.compile(
    r"\b(?:adopted|agreed|decided|decisions?|established|approved|endorsed|mandated|directive)\b[^.;]{0,140}?\b(?:at|by|of|in|from)\s+(?:the\s+)?(?:closing\s+day\s+of\s+the\s+)?(?P<body>\S+(?:\s+\S+){0,5})"
    r"|(?:at|by|of|in)\s+the\s+(?P<lead>\d{1,2}\s?msp|\d\s?rc|(?:first|second|third|fourth|fifth)\s+review\s+conference)[^.;]{0,80}?\b(?:it\s+was\s+(?:also\s+)?(?:agreed|decided)|adopted|decided|agreed)|according\s+to\s+th(?:is|e)\s+decision",
)
_NOT = re.compile(
    r"\b(?:not|never)\s+(?:\w+\s+)?(?:agreed|decided|adopted|approved|yet)\b|\bno\s+(?:decision|agreement|consensus)\b|\bany\s+agreed\b|\bif\s+(?:it\s+was\s+)?agreed\b|\bto\s+be\s+(?:agreed|decided|approved|adopted)\b|\bgenerally\s+agreed\s+that\s+(?:the\s+)?\S+\s+(?:was|served|had)"
)
_HOUSEKEEPING = re.compile(
    r"\b(?:agenda|programme)\b[^.;]{0,80}\b(?:adopted|approved|accepted)\b|\badopted\s+(?:the|its)\s+(?:\w+\s+)?agenda\b"
)
_SPOKEN = re.compile(r"\(?(?:[A-Z]\.){2,4}\)?\s*:")
_ANNOUNCES = re.compile(r"[^:]{0,40}\b(?:following|as\s+follows)\b[^:]{0,30}:")
_CONCLUDING = re.compile(r"\b(?:will|are\s+to|is\s+to|to)\s+(?:be\s+)?\w+|\bmeetings?\s+will\b")


def read_decisions(
    minutes: MinutesText, voices: Sequence[Voice], calendar: Calendar, skip: Sequence[tuple[int, int]]
) -> tuple[list[Decision], list[Decision]]:
    """(decisions of this meeting, decisions of other bodies that the text reports), in order of place."""
    zones = Spans(skip)
    own: list[Decision] = []
    reported: list[Decision] = []
    conclusions = _conclusion_blocks(minutes)
    operative = operative_blocks(minutes)
    decided, others = minutes.sentences_with(_DECIDED), minutes.sentences_with(_OTHER_BODY)
    headed = minutes.blocks_with(_HEAD)
    for at, sentence in enumerate(minutes.sentences):
        block = sentence.block
        telling = at in decided or at in others or block in headed or block in operative or block in conclusions
        if not telling or sentence.start in zones:
            continue
        low = minutes.low[sentence.start : sentence.end]
        head = _HEAD.match(minutes.shadow, minutes.blocks[sentence.block].start, sentence.end)
        found = _DECIDED.search(low) if at in decided else None
        other = _other_body(minutes, sentence, low) if at in others else None
        if sentence.block in operative:
            if sentence.start - minutes.blocks[sentence.block].body < 4:
                own.append(_decision(minutes, at, voices[at], calendar, None))
        elif other and not (found and found[0].startswith("it was") and not other[1]):
            reported.append(_decision(minutes, at, voices[at], calendar, other[0]))
        elif (
            sentence.block in conclusions
            and _CONCLUDING.search(low)
            and not found
            and sentence.start - minutes.blocks[sentence.block].body < 4
        ):
            own.append(_decision(minutes, at, voices[at], calendar, None))
        elif (
            found
            or (
                head and head.end() >= sentence.start - 2 and sentence.start - minutes.blocks[sentence.block].start < 30
            )
        ) and not _NOT.search(low):
            if found and _PAST.search(low[max(0, found.start() - 30) : found.start() + 12]) and not head:
                continue
            if _weak(low, found, head) or _ANNOUNCES.fullmatch(low):
                continue
            own.append(_decision(minutes, at, voices[at], calendar, None))
    return own, reported


def _weak(low: str, found: re.Match[str] | None, head: re.Match[str] | None) -> bool:
    """Words that sound like a decision and are none: "the meeting asked the coordinators whether"."""
    if head or not found:
        return False
    words = found[0]
    if re.search(r"\b(?:invited|asked the|requested|tasked)\Z", words):
        return not re.match(r"\s+(?:the\s+)?(?:\w+\s+){0,4}?to\b", low[found.end() :])
    if re.search(r"(?:took\s+note|noted)", words):
        return False
    if re.search(
        r"\b(?:group|members|participants|delegations|parties)\b.*\b(?:confirmed|accepted|requested)\b", words
    ):
        return True
    return words.endswith("agreed") and bool(re.match(r"\s+with\b", low[found.end() :]))


def _decision(minutes: MinutesText, at: int, voice: Voice, calendar: Calendar, body: str | None) -> Decision:
    sentence = minutes.sentences[at]
    section = minutes.section(sentence.block)
    due = due_between(calendar, sentence.start, sentence.end)
    text = minutes.words(sentence.start, sentence.end)
    trimmed = re.sub(
        r"^(?:in\s+(?:conclusion|concluding\s+(?:the\s+)?discussions?)|following\s+\w+\s+discussion|after\s+\w+\s+discussion)[^,]*,\s*",
        "",
        text,
        flags=re.IGNORECASE,
    )
    owners = tuple(name for name in _owners(minutes, voice))
    return Decision(
        text=(trimmed or text)[:600].strip(),
        body=body,
        owner=owners,
        due=due.value,
        agenda=section.name if section else None,
        evidence=minutes.evidence(sentence.start, sentence.end),
        certainty="likely" if body is None else "doubtful",
    )


def _owners(minutes: MinutesText, voice: Voice) -> list[str]:
    """Who is to carry out a decision: the one before "would", "will" or "to"."""
    for actor in voice.actors:
        if actor.kind != "pronoun" and re.match(
            r"\s+(?:would|will|shall|should|to)\b", minutes.low[actor.end : actor.end + 10]
        ):
            return [actor.name]
    return []


def _other_body(minutes: MinutesText, sentence: Sentence, low: str) -> tuple[str, bool] | None:
    """The other body whose decision a sentence reports, and whether its name stands with the verb."""
    text = minutes.shadow[sentence.start : sentence.end]
    body = _OTHER_BODY.search(text)
    if not body:
        return None
    past = re.search(
        r"\b(?:adopted|decided|agreed|established|mandated|approved|endorsed)\b[^.;]{0,120}\b(?:at|by|of|during)\s+(?:the\s+)?(?:closing\s+day\s+of\s+the\s+)?\Z",
        low[: body.start()],
    ) or re.match(
        r"[^.;]{0,60}\b(?:had\s+)?(?:adopted|decided|agreed|established|approved|mandated)\b", low[body.end() :]
    )
    according = re.search(
        r"\b(?:decisions?|directive|financial\s+decision)\b[^.;]{0,60}\b(?:adopted|taken|agreed|reached)\b", low
    )
    if not past and not according:
        return None
    return " ".join(body[0].split()), bool(past)


def _conclusion_blocks(minutes: MinutesText) -> set[int]:
    """Short paragraphs set apart after people spoke under their initials or names: what was concluded."""
    labelled: dict[int, bool] = {}
    for block in dict.fromkeys(sentence.block for sentence in minutes.sentences):
        start = minutes.blocks[block].start
        labelled[block] = _SPOKEN.match(minutes.shadow[start : start + 12]) is not None
    if sum(labelled.values()) < 3:
        return set()
    found: set[int] = set()
    seen = False
    section = None
    for block, named in labelled.items():
        if minutes.section(block) is not section:
            section, seen = minutes.section(block), False
        if named:
            seen = True
        elif (
            minutes.blocks[block].kind == "paragraph" and minutes.blocks[block].end - minutes.blocks[block].start < 520
        ):
            words = minutes.low[minutes.blocks[block].start : minutes.blocks[block].end]
            if seen or re.search(r"\b(?:will|to)\s+be\s+(?:held|engaged|established|followed)\b|\bwill\s+aim\b", words):
                found.add(block)
    return found
