"""Promises in running text: "would circulate", "undertook to share", "were requested to send".

For each sentence the triggers are taken in order; a trigger counts when the verb behind it names a deed and the words
before it name somebody who can do it, or when a thing is to be delivered. What is merely an opinion, a condition, a
purpose or the past is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corcom.minutes.domain.people.actors import Actor
from corcom.minutes.domain.people.speakers import Voice, resolve
from corcom.minutes.domain.promises.predicates import Predicate, Trigger, predicate, triggers
from corcom.minutes.domain.text.minutes_text import MinutesText, Sentence

_OPINION = re.compile(
    r"\b(?:hoped?|hopes|hoping|believe[sd]?|believing|thinks?|thought|felt|feels?|wondered|whether|unless|could|might|may|if|possibility|opinion|of the view|proposed that|proposes that"
    r"|suggested that|recommended that|preferred|advisable|likely|probability|should be|important|essential|understood that|asked whether|expressed concern|challenge|drawback|benefit)\b"
)
_CONDITION = re.compile(r"\b(?:if|whether|unless|should|hypothetical|were to)\b")
_GAP = re.compile(
    r"(?:'s)?(?:\s+(?:and|or)\s+(?:her|his|its|their)\s+team)?[\s,]*(?:(?:also|then|now|still|therefore|thereafter|further|in\s+turn|for\s+(?:its|his|her|their)\s+part|on\s+(?:its|his|her|their)\s+part"
    r"|who|and|himself|herself|itself|themselves|together|both|each|all|again|subsequently|jointly|not|ambassador|director|office|team|delegation|members?|has|have|had"
    r"|(?:of|to)\s+the\s+(?:convention|treaty|ccm|committee|isu|bureau)|for\s+\w+|\w+ly)\b[\s,]*)*(?:\([^)]{0,80}\)[\s,]*|,[^,;.]{1,110},\s*|\s*,?\s+(?:together\s+with|along\s+with|in\s+(?:its|their|his|her)\s+(?:capacity|role)\s+as|as\s+(?:the\s+)?(?:co)?|assisted\s+by|with)\b[^.;,]{1,60},?\s*)?\Z"
)
_ELIDED = re.compile(
    r"(?:\band|,|\bor|;|-)\s*(?:(?:therefore|then|also|thus|subsequently|in\s+turn|further)\s*,?\s*)*\Z"
)
_DUMMY = re.compile(r"\b(?:this|that|which|these|those|there|who|such|one)\s*\Z")
_BOUNDARY = re.compile(
    r"\bthat\b|;|:|\bwhile\b|\bwhereas\b|\balthough\b|\bwhich\b|\bwho\b|\bwhere\b|,\s+(?:and|but)\b|\bbut\b|\s-+\s"
)
_NEXT_MEETING = re.compile(r"\b(?:next|following)\s+(?:\w+\s+){0,3}meeting\b|\bmeeting\s*\Z")
_PROCEDURE = re.compile(
    r"\b(?:take\s+the\s+floor|make\s+(?:a\s+statement|opening|remarks|interventions?)|provide\s+(?:the\s+\w+\s+with\s+)?(?:an?\s+|any\s+|their\s+|its\s+)?(?:updates?|overview|briefing|comments?\s*\Z)|share\s+any\s+updates?"
    r"|give\s+(?:an?\s+)?(?:updates?|overview|briefing|presentation)|update\s+the\s+(?:meeting|committee)|brief\s+the\s+(?:meeting|committee)|introduce|speak|present\s+(?:the|an?|its|their|his|her)|report\s+on\s+(?:his|her|its|their|the)|comment\s*\Z)"
)
_SOUGHT = re.compile(
    r"[\s,]*(?:(?:for|any|an?|the|all|some|more|further|written|additional|regular|their)\s+)*(?P<thing>(?:\w+\s+){0,2}?(?:comments?|inputs?|views?|updates?|information|proposals|feedback|contributions?|suggestions|nominations|statements?))\b(?P<rest>[^.;]*)"
)
_FINITE = re.compile(r"[.;:]|\b(?:that|which|was|were|is|are|had|has|how|whether|if|who|would|will|if)\b")
_FROM = re.compile(r"\b(?:from|by|to\s+be\s+sent\s+by)\s+(?:the\s+)?")
_AGENT = re.compile(r"\bby\s+(?:the\s+|both\s+)?\Z|\bbetween\s+(?:the\s+)?\Z")
_SPEECH_THAT = re.compile(
    r"\b(?:suggests?|proposed|suggested|recommended|hoped|wished|advised|asked|requested|agreed|decided|concluded)\b[^.;]{0,40}\bthat\b"
)
_SCHEDULED = {"hold", "convene"}
_MONEY = re.compile(r"\b(?:chf|usd|eur|us\$|gbp|euros?|francs|dollars)\b|[$€£]")
_ABSTRACT = re.compile(
    r"\b(?:benefits?|potential|impact|advantages?|clarity|opportunit\w+|value|ownership|impetus|momentum|incentives?)\b"
)
PRODUCE = frozenset(
    ["prepare", "draft", "finalize", "finalise", "revise", "amend", "produce", "develop", "propose", "compile", "redraft", "write", "collate", "elaborate", "create", "finalizing", "finalising", "preparing", "drafting", "review", "rework"]
)
DELIVER = frozenset(
    ["circulate", "send", "distribute", "share", "submit", "present", "release", "issue", "transmit", "forward", "provide", "publish", "post"]
)


@dataclass(frozen=True, slots=True)
class Commitment:
    """One promise as found: `start:end` its clause, `names` its owners, `at` the index of its sentence."""

    start: int
    end: int
    at: int
    names: tuple[str, ...]
    base: str
    passive: bool = False
    tentative: bool = False
    asked: bool = False
    weak: bool = False
    said: bool = False


def commitments_in(
    minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, *, explicit: bool = False
) -> list[Commitment]:
    """The promises of one sentence, in order; none inside another."""
    found: list[Commitment] = []
    low = minutes.low
    marks = list(triggers(low, sentence.start, sentence.end))
    for number, trigger in enumerate(marks):
        if found and trigger.start < found[-1].end and not _coordinate(minutes, found[-1], trigger):
            continue
        one = _commitment(minutes, at, sentence, voice, trigger, explicit=explicit)
        if one is None:
            continue
        if found and found[-1].end > one.start:
            found[-1] = _cut(minutes, found[-1], max(trigger_subject(minutes, trigger, one), found[-1].start + 1))
        if found and one.passive and not one.names:
            one = replace(one, names=found[-1].names)
        stop = _clause_end(minutes, one.start, sentence.end, marks[number + 1 :])
        found.append(_cut(minutes, one, stop))
    return [one for one in found if one.end - one.start > 6]


def trigger_subject(minutes: MinutesText, trigger: Trigger, one: Commitment) -> int:
    """Where a promise that follows another begins: at its subject, or at the conjunction before its trigger."""
    link = re.search(
        r"(?:,?\s+and|;|,|\s-+)\s*(?:\S+\s+){0,6}?\Z", minutes.low[max(0, trigger.start - 60) : trigger.start]
    )
    return trigger.start - (len(link[0]) if link else 0) if one.start > trigger.start else one.start


def _cut(minutes: MinutesText, one: Commitment, stop: int) -> Commitment:
    end = min(one.end, stop)
    while end > one.start and minutes.shadow[end - 1] in " ,;:.-":
        end -= 1
    return Commitment(
        one.start, end, one.at, one.names, one.base, one.passive, one.tentative, one.asked, one.weak, one.said
    )


def _coordinate(minutes: MinutesText, before: Commitment, trigger: Trigger) -> bool:
    """Whether a trigger inside the last clause opens a promise of its own: ", and Japan will", "; will", "and will consult"."""
    gap = minutes.low[before.start : trigger.start]
    if trigger.kind not in {"modal", "asked", "promise", "duty", "request", "nominal"}:
        return False
    if trigger.kind == "request" and not re.search(r"\band\s+(?:also\s+)?\Z", gap):
        return False
    link = list(re.finditer(r"\band\b|;|,\s+(?:but|while)\b|\s-+\s", gap))
    if not link:
        return False
    rest = gap[link[-1].end() :]
    return len(rest.split()) <= 7 and not re.search(r"\b(?:which|that|who|where)\b", rest)


def _clause_end(minutes: MinutesText, start: int, end: int, later: Sequence[Trigger]) -> int:
    stop = re.compile(r";|\band\s+that\b|\bbut\s+that\b").search(minutes.low, start, end)
    return stop.start() if stop else end


def _commitment(
    minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, trigger: Trigger, *, explicit: bool
) -> Commitment | None:
    if trigger.kind in {"nominal", "expected"}:
        return _nominal_promise(minutes, at, sentence, voice, trigger)
    if trigger.kind == "request":
        return _request(minutes, at, sentence, voice, trigger)
    low = minutes.low
    if trigger.kind == "progress":
        return _progress(minutes, at, sentence, voice, trigger)
    verb = predicate(low, trigger.end, sentence.end)
    if trigger.kind == "asked" and trigger.words.endswith("from"):
        return _sought_from(minutes, at, sentence, voice, trigger)
    if trigger.kind in {"asked", "purpose"} and verb is None:
        verb = _nominal(low, trigger, sentence.end)
    if verb is None or verb.negated:
        return None
    if trigger.kind == "promise" and re.match(r"(?:has|have|had)\b", trigger.words):
        return None
    if trigger.kind == "promise" and re.match(r"(?:expect|hope)", trigger.words) and verb.weak:
        return None
    before = low[sentence.start : trigger.start]
    clause = sentence.start + (list(_BOUNDARY.finditer(before)) or [re.match("", "")])[-1].end()  # type: ignore[union-attr]
    plan = trigger.words.startswith("plan") and bool(re.search(r"\b(?:the|its|their|a)\s+\Z", before))
    if trigger.kind == "purpose" or plan:
        return _purpose(minutes, at, sentence, voice, trigger, verb)
    if _opinion(before, low[clause : trigger.start], verb, trigger) and not explicit:
        return None
    subject = _subject(minutes, sentence, voice, trigger.start)
    if verb.passive:
        return _passive(minutes, at, sentence, voice, trigger, verb, clause, subject, explicit=explicit)
    if subject is None and _is_elided(minutes, sentence, voice, trigger):
        names = _together_for(voice)
    elif subject is None:
        return None
    else:
        names = subject
    if not names or not _strong_enough(trigger, verb, low[verb.at : sentence.end], explicit=explicit):
        return None
    if (
        verb.base == "meet"
        and names[0].endswith("Committee")
        and not re.search(r"\b(?:once|every|monthly|regularly)\b", low[verb.at : sentence.end])
    ):
        return None  # the day of the next meeting
    start = verb.at
    tentative = verb.hedged or verb.wished or trigger.words.startswith(("hope", "expect", "consider"))
    return Commitment(
        start,
        sentence.end,
        at,
        names,
        verb.base,
        False,
        tentative,
        verb.asked or trigger.kind == "asked",
        verb.weak,
        voice.said,
    )


def _strong_enough(trigger: Trigger, verb: Predicate, rest: str, *, explicit: bool) -> bool:
    """Whether verb and trigger together promise something."""
    if verb.base in {"join", "ratify", "accede", "be"}:
        # Joining is a matter of progress, not of the committee's follow-up.
        return False
    if explicit or verb.asked or trigger.kind == "asked":
        return True
    if verb.base in {
        "step",
        "have",
        "thank",
        "do",
        "get",
        "come",
        "enable",
        "ensure",
        "decide",
        "plan",
        "aim",
        "add",
        "conclude",
        "form",
        "return",
    }:
        # Joining is a matter of progress, not of the committee's follow-up; "have" and the like name no deed by themselves.
        return bool(
            (
                verb.base in {"have", "plan"}
                and re.match(
                    r"\w+\s+(?:a\s+|an\s+)?(?:\w+\s+)?(?:meeting|consultation|discussion|bilateral|exchange|briefing)",
                    rest,
                )
            )
            or (verb.base == "come" and re.match(r"come\s+back", rest))
            or (verb.base == "get" and re.match(r"get\s+(?:back|in\s+touch)", rest))
        )
    if trigger.kind == "duty" and re.match(r"(?:is|are)\b", trigger.words):
        return not verb.weak or verb.base in {"take", "give", "support", "work"}
    if verb.base == "follow":
        return bool(re.match(r"\w+[\s-]+up\b", rest))
    if verb.continued and trigger.kind == "modal":
        return verb.base not in {"be", "have", "do"}
    if verb.base == "present" and trigger.kind in {"promise", "modal"}:
        return True
    if verb.base in {"provide", "give", "bring", "offer", "add", "create", "build"} and _ABSTRACT.search(rest[:80]):
        return False
    if verb.weak and "ready" in trigger.words:
        return False
    if verb.base in {"give", "pay", "contribute"} and _MONEY.search(rest):
        return True
    if verb.base in {"make", "take", "give", "set", "put", "carry"}:
        return bool(
            re.match(
                r"\w+\s+(?:\w+\s+){0,3}?(?:up\b|available|contact|forward|stock|into\s+account|out\b|presentation|update|briefing|proposals?|inquir|note\b|arrangements|overview|draft|list|together|steps|sure|on\s+(?:the|its|their)|into\s+(?:one|a)|before\s+(?:the|its)|options?)",
                rest,
            )
        )
    if verb.wished:
        return not verb.weak and verb.base not in {
            "introduce",
            "thank",
            "meet",
            "emphasize",
            "inform",
            "propose",
            "request",
            "ask",
            "announce",
            "seek",
            "receive",
            "submit",
            "advise",
            "share",
        }
    if trigger.kind == "duty":
        # An opinion about what should be done is no promise; a duty with a day is.
        return trigger.words.startswith("need") or bool(
            re.search(
                r"\b(?:by|before|within|no later|until|in|on)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:\d|january|february|march|april|may\b|june|july|august|september|october|november|december|next|end|monday|tuesday|wednesday|thursday|friday|month|week)",
                rest,
            )
        )
    return verb.base not in {"speak", "discuss", "meet"} or trigger.kind != "promise" or True


def _opinion(before: str, clause: str, verb: Predicate, trigger: Trigger) -> bool:
    """Whether a "would" is what somebody thinks, fears or supposes."""
    if trigger.kind in {"promise", "asked"}:
        return False
    if _CONDITION.search(clause) and trigger.words == "would":
        return True
    tail = before[-140:]
    return bool(_OPINION.search(tail)) and not re.search(
        r"\b(?:agreed|decided|informed|reported|announced|indicated|undertook|confirmed|pledged|committed)\b[^.;]{0,80}\Z",
        tail,
    )


def _subject(minutes: MinutesText, sentence: Sentence, voice: Voice, at: int) -> tuple[str, ...] | None:
    """The actors right before a trigger, joined where "and" joins them; None where something else stands there."""
    before = [actor for actor in voice.actors if actor.end <= at]
    if not before:
        return None
    actor = before[-1]
    gap = minutes.low[actor.end : at]
    if len(gap) > 160 or not _GAP.match(gap) or _hangs(minutes, actor, sentence.start):
        return _subject_before_aside(minutes, sentence, voice, before, at)
    names = list(resolve(actor, voice, before[:-1]))
    start, joined = actor.start, False
    for other in reversed(before[:-1]):
        link = re.fullmatch(
            r"\s*(?:\([^)]*\)\s*)?(,|and|&|,\s*and|as\s+well\s+as|together\s+with|with)\s*(?:the\s+)?",
            minutes.low[other.end : start],
        )
        if not link or (link[1] == "," and not joined):
            break
        joined = True
        names = [*resolve(other, voice, ()), *names]
        start = other.start
    return tuple(dict.fromkeys(names)) or None


def _subject_before_aside(
    minutes: MinutesText, sentence: Sentence, voice: Voice, before: Sequence[Actor], at: int
) -> tuple[str, ...] | None:
    """A subject with an aside that names others: "the Executive Coordinator and her team will", "Norway, with Zambia, will"."""
    for actor in reversed(before[:-1]):
        gap = minutes.low[actor.end : at]
        if re.fullmatch(r"\s*(?:,[^,;.]{1,110},|\([^)]{1,80}\))\s*", gap) and not _hangs(
            minutes, actor, sentence.start
        ):
            names = list(resolve(actor, voice, before[: before.index(actor)]))
            start = actor.start
            for other in reversed(before[: before.index(actor)]):
                if not re.fullmatch(r"\s*(?:and|&|,\s*and)\s*(?:the\s+)?", minutes.low[other.end : start]):
                    break
                names = [*resolve(other, voice, ()), *names]
                start = other.start
            return tuple(dict.fromkeys(names)) or None
        if len(gap) > 130:
            break
    return None


def _hangs(minutes: MinutesText, actor: Actor, start: int) -> bool:
    before = minutes.low[max(start, actor.start - 22) : actor.start]
    return (
        bool(
            re.search(
                r"\b(?:of|by|from|to|with|under|against|about|among|than|regarding|on|in|at|between|for)\s+(?:the\s+|both\s+|all\s+|an?\s+)*\Z",
                before,
            )
        )
        and actor.kind != "pronoun"
    )


def _is_elided(minutes: MinutesText, sentence: Sentence, voice: Voice, trigger: Trigger) -> bool:
    """Whether a trigger goes on with the subject of the words before: "… and would therefore be sending letters"."""
    before = minutes.low[sentence.start : trigger.start]
    if not before.strip(" (-*"):
        return True
    return bool(_ELIDED.search(before)) and bool(voice.names) and not _DUMMY.search(before)


def _passive(
    minutes: MinutesText,
    at: int,
    sentence: Sentence,
    voice: Voice,
    trigger: Trigger,
    verb: Predicate,
    clause: int,
    subject: tuple[str, ...] | None,
    *,
    explicit: bool,
) -> Commitment | None:
    """A thing that is to be delivered: by whom it says, else by the one who speaks."""
    low = minutes.low
    thing = low[clause : trigger.start].strip(" ,")
    dated = bool(
        re.search(
            r"\b(?:by|before|on|in|no\s+later|within|until)\s+(?:the\s+)?(?:\w+\s+){0,3}?(?:\d|january|february|march|april|may\b|june|july|august|september|october|november|december|next|mid)",
            low[verb.end : sentence.end],
        )
    )
    if (
        not explicit
        and trigger.kind == "duty"
        and not re.match(r"(?:is|are)\b", trigger.words)
        and not (re.match(r"(?:was|were)\b", trigger.words) and dated)
    ):
        return None
    if (
        verb.base in _SCHEDULED
        and re.match(r"(?:the|its|this)\b|next\b|\d", thing)
        and not re.match(r"the\s+(?:retreat|workshop|seminar|briefing|consultations)", thing)
    ):
        # That a meeting of a known series will be held is its date, not somebody's promise.
        return None
    if verb.base in {"make", "give", "put", "set", "keep", "follow"} and not re.match(
        r"(?:made\s+available|available|ready|set\s+up|given\s+to|put\s+(?:on|forward)|kept|followed\s+up|made\s+(?:to|by))",
        low[verb.at : sentence.end],
    ):
        return None
    relative = bool(re.search(r"\bwhich\s*\Z", low[sentence.start : trigger.start])) and verb.base in DELIVER
    if relative and re.search(
        r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|next\s+meeting)\b",
        low[verb.at : sentence.end],
    ):
        thing = "paper"
    if (
        not thing
        or (_DUMMY.search(thing) and thing.split()[-1] in {"there", "which", "who"})
        or (subject and not _is_thing(thing))
    ):
        return None
    if (
        _SPEECH_THAT.search(low[sentence.start : trigger.start])
        and trigger.words == "would"
        and not explicit
        and not re.search(r"\b(?:agreed|decided|concluded)\b", low[sentence.start : trigger.start])
    ):
        return None
    names = _agent(minutes, voice, verb.end, sentence.end) or _inferred(voice)
    if not voice.names and re.match(r"(?:regular\s+)?meetings\b", thing):
        names = ("Committee",)
    start = clause
    while start < trigger.start and low[start] in " ,-:":
        start += 1
    return Commitment(start, sentence.end, at, names, verb.base, True, verb.hedged, False, verb.weak, voice.said)


def _together_for(voice: Voice) -> tuple[str, ...]:
    """Who speaks; all holders of the theme where somebody speaks on their behalf."""
    return voice.holders if voice.behalf and voice.holders and set(voice.names) <= set(voice.holders) else voice.names


def _inferred(voice: Voice) -> tuple[str, ...]:
    """Who is to deliver a thing where the words do not say: whoever speaks here; the holders of a theme deliver together."""
    if not voice.here or (voice.holders and voice.names and set(voice.names) <= set(voice.holders)):
        return voice.holders
    return voice.names


def _is_thing(thing: str) -> bool:
    """Whether words name a thing to deliver rather than somebody."""
    return bool(
        re.search(
            r"\b(?:letters?|papers?|drafts?|guidelines|reports?|documents?|notes?|statements?|proposals?|plans?|updates?|informations?|invitations?|agendas?|minutes|packages?|meetings?|group|booklet|questionnaires?|platform)\b",
            thing,
        )
    )


def _agent(minutes: MinutesText, voice: Voice, start: int, end: int) -> tuple[str, ...]:
    """Who is to do it: "by the ISU", "by the Presidency"."""
    names: list[str] = []
    last = -1
    for actor in voice.actors:
        if actor.start < start or actor.end > end or actor.kind == "pronoun":
            continue
        if (not names and _AGENT.search(minutes.low[max(start, actor.start - 14) : actor.start])) or (names and re.fullmatch(r"\s*(?:,|and|&|,\s*and)\s*(?:the\s+)?", minutes.low[last : actor.start])):
            names.extend(resolve(actor, voice, ()))
            last = actor.end
    return tuple(dict.fromkeys(names))


def _progress(minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, trigger: Trigger) -> Commitment | None:
    """Work under way that promises its result: "was finalizing letters", "were organizing a session", "under consideration"."""
    low = minutes.low
    before = low[sentence.start : trigger.start]
    tentative = "consider" in trigger.words
    if trigger.words.startswith("under"):
        thing = sentence.start + (list(re.finditer(r"\bthat\b", before)) or [re.match("", "")])[-1].end()  # type: ignore[union-attr]
        if not re.search(r"(?:is|was|were|are|remained?|still)\s+(?:still\s+)?\Z", before) or not voice.names:
            return None
        return Commitment(
            _skip(low, thing), sentence.end, at, voice.names, "consider", True, True, False, False, voice.said
        )
    subject = _subject(minutes, sentence, voice, trigger.start)
    if subject is None:
        subject = voice.names if _is_elided(minutes, sentence, voice, trigger) and before.strip() else None
    if not subject or (
        tentative and not re.match(r"\s+(?:the\s+)?(?:\w+ing\b|host|organi|hold)", low[trigger.end : trigger.end + 30])
    ):
        return None
    word = trigger.words.split()[-1]
    return Commitment(
        trigger.end - len(word), sentence.end, at, subject, word, False, tentative, False, False, voice.said
    )


def _purpose(
    minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, trigger: Trigger, verb: Predicate
) -> Commitment | None:
    """ "The intention was to have the guidelines ready", "their next step would be to deposit", "the aim is to have a draft"."""
    planned = bool(re.match(r"plans?\s+(?:for|to)", trigger.words)) and bool(
        re.search(r"\b(?:the|its|their)\s+\Z", minutes.low[max(0, trigger.start - 8) : trigger.start])
    )
    if not re.search(r"\b(?:is|was|are|were|be)\s+to\Z|^priority", trigger.words) and not planned:
        return None
    if verb.weak and verb.base not in {"have", "hold", "present"} and not planned:
        return None
    if re.search(r"\breminded\b", minutes.low[sentence.start : trigger.start]):
        return None
    if not voice.names:
        return None
    return Commitment(
        verb.at, sentence.end, at, _together_for(voice), verb.base, False, verb.hedged, False, verb.weak, voice.said
    )


_DATED = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|week|month|\d{1,2}\.\d{1,2}\.|easter|christmas)\b"
)
_DELIVERABLE = re.compile(
    r"\b(?:papers?|notes?|reports?|letters?|lists?|drafts?|outlines?|meetings?|workshops?|seminars?|retreats?|lunch|briefings?|events?|sessions?|training|visits?|texts?|models?|answers?|repl(?:y|ies)|replies|studies|stud(?:y|ies)|documents?"
    r"|comments?|contributions?|questionnaires?|statements?|panel|overview|proposals?|guidelines|updates?|figures|chf|usd|eur|us\$|gbp|help|translation|launch|side\s+event|conference|consultations?|missing|information|feedback|inputs?|nominations?|data)\b|[$€£]"
)


def _nominal_promise(
    minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, trigger: Trigger
) -> Commitment | None:
    """A promise of a thing: "promised a hotel list", "announced a seminar on 5 June", "answers are expected by 28 February"."""
    low = minutes.low
    stop = re.compile(r"[;.]\s|\bthat\b|\bwhich\b").search(low, trigger.end, sentence.end)
    rest = low[trigger.end : stop.start() if stop else sentence.end]
    if trigger.kind == "expected":
        thing = low[sentence.start : trigger.start]
        begin = sentence.start + (list(_BOUNDARY.finditer(thing)) or [re.match("", "")])[-1].end()  # type: ignore[union-attr]
        if not _DELIVERABLE.search(low[begin : trigger.start]) or not _DATED.search(rest):
            return None
        return Commitment(_skip(low, begin), sentence.end, at, (), "provide", True, False, False, False, voice.said)
    if re.search(r"\b(?:had|has|have|having)\s+(?:also\s+)?\Z", low[sentence.start : trigger.start]):
        return None
    firm = bool(_MONEY.match(rest.lstrip())) or not trigger.words.startswith(
        ("announc", "plan", "foresee", "also announc")
    )
    if not _DELIVERABLE.search(rest[:90]) or not (firm or _DATED.search(rest)):
        return None
    subject = _subject(minutes, sentence, voice, trigger.start)
    if subject is None and (_is_elided(minutes, sentence, voice, trigger) or trigger.words.endswith("ing ")):
        subject = voice.names
    if not subject:
        return None
    return Commitment(trigger.end, sentence.end, at, subject, "provide", False, False, False, False, voice.said)


def _nominal(low: str, trigger: Trigger, end: int) -> Predicate | None:
    """ "charged with the development of", "the priority of finalising": the deed as a noun."""
    found = re.match(
        r"\s+(?:the\s+)?(?:(\w+ing)|(development|preparation|organi[sz]ation|drafting|coordination|elaboration|compilation|review)\s+of)\b",
        low[trigger.end : end],
    )
    if not found:
        return None
    nouns = {
        "development": "develop",
        "preparation": "prepare",
        "drafting": "draft",
        "coordination": "coordinate",
        "elaboration": "elaborate",
        "compilation": "compile",
        "review": "review",
    }
    word = found[1] or found[2]
    from corcom.minutes.domain.promises.verbs import base_of

    base = base_of(word) or nouns.get(word, "organize")
    at = trigger.end + found.start(1 if found[1] else 2)
    return Predicate(base, at, trigger.end + found.end())


def _request(minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, trigger: Trigger) -> Commitment | None:
    """Somebody asks somebody to do something: the one who is asked owns it."""
    low = minutes.low
    before = low[max(sentence.start, trigger.start - 24) : trigger.start]
    if re.search(
        r"\b(?:had|has|have|having|was|were|been|is|are|be|as|the|to|would|if|when|previously)\s+(?:also\s+|been\s+|\w+ly\s+)?\Z",
        before,
    ):
        return None
    objects = [
        a
        for a in voice.actors
        if (a.start >= trigger.end and a.kind != "pronoun") or (a.start >= trigger.end and a.name in {"they", "it"})
    ]
    if (
        objects
        and objects[0].start - trigger.end < 70
        and not re.search(
            r"[.;:]|\b(?:that|to|on|for|about|regarding|from|with|in)\b", low[trigger.end : objects[0].start]
        )
    ):
        names: list[str] = []
        end = objects[0].start
        for actor in objects:
            if actor.start > end and not re.fullmatch(
                r"\s*(?:,|and|&|,\s*and|as\s+well\s+as)?\s*(?:the\s+)?", low[end : actor.start]
            ):
                break
            names.extend(resolve(actor, voice, ()))
            end = actor.end
        to = re.search(r"\bto\b(?=\s+\w)|\bthat\s+they\b", low[end : min(sentence.end, end + 110)])
        between = low[end : end + to.start()] if to else ""
        verb = predicate(low, end + to.end(), sentence.end) if to and not _FINITE.search(between) else None
        if verb and not verb.negated and not _is_procedure(minutes, sentence, trigger, verb):
            return Commitment(
                verb.at,
                sentence.end,
                at,
                tuple(dict.fromkeys(names)),
                verb.base,
                False,
                verb.hedged,
                True,
                verb.weak,
                voice.said,
            )
    return _asked_for(minutes, at, sentence, voice, trigger)


def _is_procedure(minutes: MinutesText, sentence: Sentence, trigger: Trigger, verb: Predicate) -> bool:
    """An invitation to speak in this meeting is no commitment."""
    if not trigger.words.startswith(("invit", "ask", "request", "call")):
        return False
    rest = minutes.low[verb.at : sentence.end]
    if re.search(r"\b(?:by|before|at\s+the\s+next|no\s+later|in\s+writing|written)\b", rest):
        return False
    return bool(_PROCEDURE.match(rest)) or verb.base in {"introduce", "speak", "explain"}


def _asked_for(minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, trigger: Trigger) -> Commitment | None:
    """ "requested an update in a written form from every coordinator", "requested written comments on the terms"."""
    if not trigger.words.startswith(("request", "ask", "invit", "called")):
        return None
    found = _SOUGHT.match(minutes.low, trigger.end, sentence.end)
    if not found or re.search(r"\bto\s+\w+\s+(?:it|the\s+meeting)\b", found["rest"][:30]):
        return None
    source = _FROM.search(minutes.low, found.start("rest"), sentence.end)
    names: tuple[str, ...] = ("delegations",)
    if source:
        named = [a for a in voice.actors if source.end() - 4 <= a.start <= source.end() + 12]
        names = tuple(n for a in named[:1] for n in resolve(a, voice, ())) or names
    elif "written" not in minutes.low[trigger.end : found.end("thing")] and "in writing" not in found["rest"]:
        return None
    start = _skip(minutes.low, trigger.end)
    return Commitment(start, sentence.end, at, names, "provide", False, False, True, False, voice.said)


def _sought_from(
    minutes: MinutesText, at: int, sentence: Sentence, voice: Voice, trigger: Trigger
) -> Commitment | None:
    """ "Inputs and views were requested from all parties": those asked own it."""
    named = [a for a in voice.actors if trigger.end <= a.start <= trigger.end + 8]
    if (
        not named
        or (not _SOUGHT.match(minutes.low, sentence.start, trigger.start)
        and not re.search(
            r"\b(?:comments?|inputs?|views?|updates?|information|proposals|feedback|contributions?|suggestions|nominations)\b",
            minutes.low[sentence.start : trigger.start],
        ))
    ):
        return None
    return Commitment(
        _skip(minutes.low, sentence.start),
        sentence.end,
        at,
        resolve(named[0], voice, ()),
        "provide",
        True,
        False,
        True,
        False,
        voice.said,
    )


def _skip(low: str, at: int) -> int:
    while at < len(low) and low[at] in " ,;:-*(":
        at += 1
    return at
