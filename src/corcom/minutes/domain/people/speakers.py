"""Who is speaking at each point of the text, so that "he", "the Coordinators", "the President" are who they are there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corcom.minutes.domain.people.actors import Actor, People, actors_in
from corcom.minutes.domain.people.mandates import holders_of, theme_label
from corcom.minutes.domain.reading import Mandate, Speaker
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.minutes.domain.text.outline import Section

_INITIALS = re.compile(r"^\W*\(?((?:[A-Z]\.){2,4}|[A-Z]{2,3})\)?\s*:\s")
_KEY = re.compile(
    r"^\W*\(?(?P<initials>(?:[A-Z]\.?){2,4})\)?\s*[:=\t -]\s*(?P<name>[^\W\d_][^,(]{3,40})[,(]\s*(?P<of>[^)]{2,60})"
)
_SAID = (
    r"(?:(?:has|have|had|then|also|further|furthermore|subsequently|again|briefly|in\s+turn|therefore|in\s+particular|once\s+more|finally|first|next|next)\s+)*"
    r"(?:informed|reported|said|stated|noted|indicated|announced|explained|added|mentioned|emphasi[sz]ed|stressed|underlined|highlighted|recalled|observed|"
    r"suggested|proposed|asked|requested|thanked|welcomed|commented|reiterated|presented|briefed|introduced|expressed|clarified|confirmed|pledged|promised|"
    r"offered|undertook|agreed|urged|encouraged|invited|called|reminded|conveyed|shared|gave|provided|responded|replied|concluded|summari[sz]ed|opened|"
    r"drew|raised|wondered|inquired|enquired|shared|supported|believed|felt|considered|acknowledged|recogni[sz]ed|lamented|started|sought|posed|put|regretted|"
    r"volunteered|hoped|warned|cautioned|objected|disagreed|preferred|favou?red|described|outlined|updated|declared|affirmed|intervened|advised|maintained|"
    r"remarked|insisted|questioned|pointed|spoke|intends?|intended|planned|plans|believes|thinks|thought|stood|took|closed|says|supports|agrees|suggests|notes|considers)\b"
)
_DOES = re.compile(r"[\s,]*(?:\([^)]*\)\s*)?(?:will|would|is|are|was|were|has|had)\b")
SAYS = re.compile(
    r"[\s,]*(?:\([^)]*\)\s*)?(?:,[^,]{3,120},\s*)?(?:(?:as|on\s+behalf\s+of|speaking\s+on\s+behalf\s+of|reporting\s+on\s+behalf\s+of|in\s+(?:its|their)\s+(?:role|capacity)\s+as)\s+[^,.]{3,120}?,?\s+)?"
    + _SAID
)
_BEHALF = re.compile(
    r"\b(?:on\s+behalf\s+of|on\s+the\s+behalf\s+of|for)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}coordinators\b|\bboth\s+coordinators\b"
)


@dataclass(slots=True)
class Voice:
    """Who speaks in a sentence: `names` (what "he", "they" stand for), `said` where the sentence itself says so."""

    names: tuple[str, ...] = ()
    delegation: str | None = None
    said: bool = False
    behalf: bool = False
    label: str | None = None
    actors: list[Actor] = field(default_factory=list)
    holders: tuple[str, ...] = ()
    others: str | None = None
    here: bool = False
    """Whether somebody was said to speak in this paragraph, or a label above says who does."""


def voices(minutes: MinutesText, mandates: Sequence[Mandate], people: People) -> list[Voice]:
    """One voice for each sentence, in order."""
    result: list[Voice] = []
    key = speaker_key(minutes)
    current = Voice()
    label: str | None = None
    label_names: tuple[str, ...] = ()
    section: Section | None = None
    block_at = said_in = -1
    holders: tuple[str, ...] = ()
    for sentence in minutes.sentences:
        block = minutes.blocks[sentence.block]
        if minutes.section(sentence.block) is not section:
            section = minutes.section(sentence.block)
            holders = holders_of(section, mandates)
            current, label, label_names = Voice(), None, ()
        if sentence.block != block_at:
            block_at = sentence.block
            themed = theme_label(minutes, block)
            if themed:
                holders = themed
            found = _label(minutes, block, key, people)
            if found:
                label, label_names = found
                current = Voice(label_names)
            elif block.kind == "paragraph" and label and not label_names:
                label, current = None, Voice()
            elif (
                block.kind == "paragraph"
                and label
                and _INITIALS.match(minutes.shadow[_label_start(minutes, sentence.block) :][:12])
            ):
                # Under initials, a paragraph without its own stands for nobody in particular.
                label, current = None, Voice()
        current.label = label
        current = _next(minutes, sentence.start, sentence.end, current, people, holders)
        current.label = label
        if current.said:
            said_in = sentence.block
        current.here = bool(label) or said_in == sentence.block
        result.append(current)
    return result


def _label_start(minutes: MinutesText, at: int) -> int:
    while at > 0 and not _INITIALS.match(minutes.shadow[minutes.blocks[at].start : minutes.blocks[at].start + 12]):
        at -= 1
        if minutes.blocks[at].label or minutes.blocks[at].level:
            break
    return minutes.blocks[at].start


def speaker_key(minutes: MinutesText) -> dict[str, Speaker]:
    """The people whom the text names by initials: from a key ("(HV) Hendrik Vosmaer, Netherlands"), else as they speak."""
    found: dict[str, Speaker] = {}
    for block in minutes.blocks:
        line = minutes.shadow[block.start : min(block.end, block.start + 140)]
        if (key := _KEY.match(line)) and block.end - block.start < 140:
            names = [hit for hit in minutes.names_between(block.start, block.end) if not hit.adjective]
            if names:
                found[key["initials"]] = Speaker(
                    initials=key["initials"],
                    delegation=names[0].party.name,
                    evidence=minutes.evidence(block.start, block.end),
                    certainty="certain",
                )
        elif (spoke := _INITIALS.match(line)) and spoke[1] not in found and "." in spoke[1]:
            own = _own_delegation(minutes, block)
            found[spoke[1]] = Speaker(
                initials=spoke[1],
                delegation=own,
                evidence=minutes.evidence(block.start, block.start + spoke.end()),
                certainty="likely",
            )
    return found


def _own_delegation(minutes: MinutesText, block: Block) -> str | None:
    """The State or organisation that somebody speaks for, where their words tell: "In Norway's view", "UNODA stands ready"."""
    for hit in minutes.names_between(block.start, block.end):
        after = minutes.low[hit.end : hit.end + 40]
        before = minutes.low[max(block.start, hit.start - 24) : hit.start]
        if re.match(
            r"'s\s+(?:view|opinion|position)|\s+(?:stands\s+ready|will\s+continue|would\s+like|is\s+ready)", after
        ):
            return hit.party.name
        if re.search(r"in\s+this\s+regard,\s*$", before) and re.match(r"\s+will\b", after):
            return hit.party.name
    return None


def _label(
    minutes: MinutesText, block: Block, key: dict[str, Speaker], people: People
) -> tuple[str, tuple[str, ...]] | None:
    """What opens a block as a speaker's label: "Norway:", "Chair:", "(Victim Assistance - Austria):", "(N.A.):"."""
    line = minutes.shadow[block.body : min(block.end, block.body + 160)]
    if found := _INITIALS.match(line):
        speaker = key.get(found[1])
        return found[1], ((speaker.delegation,) if speaker and speaker.delegation else ())
    colon = re.match(r"\W*([^:.!?]{2,110}?)\W*:(?=\s|$)", line)
    if not colon or block.scheme in {"item", "roman"}:
        return None
    actors = [a for a in actors_in(block.body, block.body + colon.end(), people) if a.kind != "pronoun"]
    if not actors:
        return None
    covered = sum(actor.end - actor.start for actor in actors)
    bracketed = line.lstrip(" *").startswith("(")
    if not bracketed and covered < len(colon[1]) * 0.5:
        return None
    parties = [a for a in actors if a.kind in {"party", "person"}] or actors
    return colon[1].strip(), tuple(dict.fromkeys(a.name for a in parties))


def _next(minutes: MinutesText, start: int, end: int, before: Voice, people: People, holders: tuple[str, ...]) -> Voice:
    """The voice of one sentence, given that of the one before it."""
    actors = actors_in(start, end, people)
    voice = Voice(before.names, before.delegation, actors=actors, holders=holders, behalf=before.behalf)
    for at, actor in enumerate(actors):
        gap = minutes.low[actor.end : min(end, actor.end + 200)]
        says = SAYS.match(gap) or (
            (actor.kind in {"party", "person", "office"} or actor.name == "Coordinators") and _DOES.match(gap)
        )
        if not says or _is_object(minutes, actor, start):
            continue
        if before.label and before.names and actor.kind != "pronoun":
            # Below a label everything is said by the one it names.
            voice.said = True
            break
        if actor.kind == "group" and actor.name not in {"Coordinators", "Co-Chairs", "Committee members"}:
            continue
        behalf = bool(_BEHALF.search(minutes.low, start, min(end, actor.end + 140)))
        if actor.kind == "pronoun":
            voice.said = True
            if actor.name == "they" and before.behalf and holders:
                voice.names = holders
            break
        together = _together(minutes, actors, at)
        names = holders if actor.name in {"Coordinators", "Co-Chairs"} and holders and not actor.everyone else together
        same_side = (
            behalf or actor.name in {"Coordinators", "Co-Chairs"} or (before.behalf and set(names) <= set(holders))
        )
        voice.names, voice.said, voice.behalf = names, True, same_side
        voice.delegation = actor.name if actor.kind in {"party", "person"} else before.delegation
        break
    voice.others = _others(actors, before)
    return voice


def _others(actors: Sequence[Actor], before: Voice) -> str | None:
    """The last group or committee that was spoken of, for a "they" in a sentence to come."""
    for actor in reversed(actors):
        if actor.name.endswith("Committee") or actor.name.endswith("members"):
            return actor.name
    return before.others


def _together(minutes: MinutesText, actors: Sequence[Actor], at: int) -> tuple[str, ...]:
    """An actor and those joined to it before it: "Ireland and Lao PDR", "the President and the ISU"."""
    names = [actors[at].name]
    start = actors[at].start
    for actor in reversed(actors[:at]):
        if not re.fullmatch(
            r"\s*(?:,|and|&|,\s*and|as\s+well\s+as|together\s+with)\s*(?:the\s+)?", minutes.low[actor.end : start]
        ):
            break
        names.insert(0, actor.name)
        start = actor.start
    return tuple(dict.fromkeys(names))


def _is_object(minutes: MinutesText, actor: Actor, start: int) -> bool:
    """Whether a mention hangs on a preposition, so that it cannot be the one who speaks."""
    before = minutes.low[max(start, actor.start - 24) : actor.start]
    return bool(
        re.search(
            r"\b(?:of|by|from|to|with|between|under|against|for|about|in|among|than|regarding)\s+(?:the\s+|both\s+|all\s+|an?\s+)*$",
            before,
        )
    )


def resolve(actor: Actor, voice: Voice, antecedents: Sequence[Actor]) -> tuple[str, ...]:
    """The names that a mention stands for at its place; empty where nothing says."""
    if actor.kind != "pronoun":
        if actor.name in {"Coordinators", "Co-Chairs"} and voice.holders and not actor.everyone:
            return voice.holders
        return (actor.name,)
    if actor.name in {"we", "i"}:
        return voice.names
    if actor.name == "it":
        # In "said that China had begun and that it would", it is China.
        subjects = [a for a in antecedents if a.kind == "party" and a.subject]
        if subjects:
            return (subjects[-1].name,)
    wanted = [a for a in antecedents if a.kind != "pronoun" and (a.plural or actor.name != "they")]
    if actor.name == "they":
        groups = [a for a in wanted if a.name in {"Coordinators", "Co-Chairs", "Committee members", "Members"}]
        if groups:
            return resolve(groups[-1], voice, ())
        if any(a.name.endswith("Committee") for a in wanted) or (voice.names == ("President",) and voice.others):
            return ("Committee members",)
    return voice.names
