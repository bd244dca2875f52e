"""Who is speaking at each point of the text, so that "he", "the Coordinators", "the President" are who they are there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corcom.minutes.domain.people.actors import Actor, People, actors_in
from corcom.minutes.domain.people.holders import Holders
from corcom.minutes.domain.people.mandates import theme_label
from corcom.minutes.domain.people.themes import THEME_WORDS
from corcom.minutes.domain.reading import Mandate, Speaker
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.minutes.domain.text.outline import Section

_INITIALS = re.compile(r"^\W*\(?((?:[A-Z]\.){2,4}|[A-Z]{2,3})\)?\s*:\s")
_KEY = re.compile(
    r"^\W*\(?(?P<initials>(?:[A-Z]\.?){2,4})\)?\s*[:=\t -]\s*(?P<name>[^\W\d_][^,(]{3,40})[,(]\s*(?P<of>[^)]{2,60})"
)
_COLON = re.compile(r"\W*([^:.!?]{2,110}?)\W*:(?=\s|$)")
_SAID = (
    r"(?:(?:has|have|had|then|also|further|furthermore|subsequently|again|briefly|in\s+turn|therefore|in\s+particular|once\s+more|finally|first|next|next)\s+)*"
    r"(?:informed|reported|said|stated|noted|indicated|announced|explained|added|mentioned|emphasi[sz]ed|stressed|underlined|highlighted|recalled|observed|"
    r"suggested|proposed|asked|requested|thanked|welcomed|commented|reiterated|presented|briefed|introduced|expressed|clarified|confirmed|pledged|promised|"
    r"offered|undertook|agreed|urged|encouraged|invited|called|reminded|conveyed|shared|gave|provided|responded|replied|concluded|summari[sz]ed|opened|"
    r"drew|raised|wondered|inquired|enquired|shared|supported|believed|felt|considered|acknowledged|recogni[sz]ed|lamented|started|sought|posed|put|regretted|"
    r"volunteered|hoped|warned|cautioned|objected|disagreed|told|preferred|favou?red|described|outlined|updated|declared|affirmed|intervened|advised|maintained|"
    r"remarked|insisted|questioned|concurred|opposed|seconded|echoed|argued|condemned|answered|pointed|spoke|intends?|intended|planned|plans|believes|thinks|thought|stood|took|closed|says|supports|agrees|suggests|notes|considers|(?:was|were|is|remained)\s+of\s+the\s+(?:view|opinion))\b"
)
_DOES = re.compile(r"[\s,]*(?:\([^)]*\)\s*)?(?:will|would|is|are|was|were|has|had|did|could)\b")
SAYS = Cue(
    r"(?:'s\s+(?:\w+\s+){0,2}?(?:representative|delegate|delegation|ambassador|mission|expert))?[\s,]*(?:\([^)]*\)\s*)?(?:,[^,]{3,120},\s*)?(?:(?:as|on\s+behalf\s+of|speaking\s+on\s+behalf\s+of|reporting\s+on\s+behalf\s+of|in\s+(?:its|their)\s+(?:role|capacity)\s+as)\s+[^,.]{3,120}?,?\s+)?"
    + _SAID
)
_BEHALF = re.compile(
    r"\b(?:on\s+behalf\s+of|on\s+the\s+behalf\s+of|for)\s+(?:the\s+)?(?:[a-z]+\s+){0,3}coordinators\b|\bboth\s+coordinators\b"
)


_HANGS = re.compile(
    r"\b(?:of|by|from|to|with|between|under|against|for|about|in|among|than|regarding|following|after)\s+(?:the\s+|both\s+|all\s+|an?\s+)*\Z"
)
_ROLE = (
    r"(?:representative|delegate|delegation|director|ambassador|head|minister|spokes\w+|colleague|expert|coordinator)"
)
_ROLE_OF = re.compile(
    rf"(?<!with\sthe\s)(?<!by\sthe\s)(?<!to\sthe\s)(?<!of\sthe\s)(?<!from\sthe\s)(?<!for\sthe\s)\b(?:permanent\s+|deputy\s+|acting\s+)*{_ROLE}\s+(?:of|from|for)\s+(?:the\s+)?\Z"
)
_OF = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?")
_ON_BEHALF = re.compile(r"\bon\s+behalf\s+of\s+(?:[^,.;]{0,40}\band\s+)?(?:the\s+)?\Z")
_LINK = re.compile(r"\s*(?:,?\s*(?P<and>and|&|as\s+well\s+as|together\s+with)|,)\s*(?:the\s+)?")
_WHO = re.compile(rf",?\s*(?:which|who)\s+{_SAID}")
_FLOOR = re.compile(r"\s+(?:then\s+|next\s+)?(?:gave|passed|yielded|handed|offered)\s+the\s+floor\s+(?:over\s+)?to\b")
_TO_THEM = re.compile(
    r"\s+(?:then\s+|also\s+)?(?:thanked|congratulated|asked|commended|supported|reminded|urged|encouraged|invited|welcomed|agreed\s+with)\s+(?:him|her|them)\b"
)
_ASKS = re.compile(r"\s+(?:then\s+|also\s+|further\s+)?(?:asked|inquired|enquired|wondered|questioned)\b")
_ANSWERS = re.compile(r"\s+(?:then\s+)?(?:replied|answered|responded|clarified|confirmed)\b")


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
    before: tuple[str, ...] = ()
    """Whom a pronoun at the beginning of the sentence stands for."""
    then: tuple[str, ...] = ()
    """Whom a pronoun in the next sentence stands for, where it is not the speaker: "Peru thanked her"."""
    asked: tuple[str, ...] = ()
    """Who is to answer what was asked here."""


def voices(
    minutes: MinutesText, mandates: Sequence[Mandate], people: People, key: Mapping[str, Speaker]
) -> list[Voice]:
    """One voice for each sentence, in order; `key` holds the speakers whom the text names by initials."""
    result: list[Voice] = []
    known = Holders(mandates)
    current = Voice()
    label: str | None = None
    label_names: tuple[str, ...] = ()
    section: Section | None = None
    block_at = said_in = -1
    opened = minutes.blocks[0] if minutes.blocks else None
    holders: tuple[str, ...] = ()
    themes = minutes.blocks_with(THEME_WORDS)
    for sentence in minutes.sentences:
        block = minutes.blocks[sentence.block]
        if minutes.section(sentence.block) is not section:
            section = minutes.section(sentence.block)
            holders = known.of(section)
            current, label, label_names = Voice(), None, ()
        if sentence.block != block_at:
            block_at = sentence.block
            themed = theme_label(minutes, block) if block_at in themes else ()
            if themed:
                holders = themed
            found = _label(minutes, block, key, people)
            if found:
                label, label_names = found
                current = Voice(label_names)
                opened = block
            elif themed or (label and _ends_label(minutes, opened, block)):
                label, current = None, Voice(themed)
            elif block.kind == "paragraph" and label and not label_names:
                label, current = None, Voice()
            elif block.kind == "paragraph" and label and _has_initials(minutes, _label_start(minutes, sentence.block)):
                # Under initials, a paragraph without its own stands for nobody in particular.
                label, current = None, Voice()
        current.label = label
        actors = _actors(people, sentence.start, sentence.end)
        current = _next(minutes, sentence.start, sentence.end, current, actors, holders)
        current.label = label
        if current.said:
            said_in = sentence.block
        current.here = bool(label) or said_in == sentence.block
        result.append(current)
    return result


def _ends_label(minutes: MinutesText, opened: Block | None, block: Block) -> bool:
    """Whether a bullet ends what the label of the bullet before it opened: a label with its words on one line, same depth."""
    if opened is None or block.scheme != "bullet" or opened.scheme != "bullet" or block.indent > opened.indent:
        return False
    return not minutes.shadow[opened.start : opened.end].rstrip(" *").endswith(":")


def _actors(people: People, start: int, end: int) -> list[Actor]:
    """The actors of a sentence; the forenames of the first may reach back over the stop: "in December. Mr. Salas"."""
    actors = actors_in(start, end, people)
    at = bisect_left(people.starts, start) - 1
    if at >= 0 and (first := people.actors[at]).kind == "person" and start < first.end <= end:
        actors.insert(0, first._replace(start=start))
    return actors


def _label_start(minutes: MinutesText, at: int) -> int:
    while at > 0 and not _has_initials(minutes, minutes.blocks[at].start):
        at -= 1
        if minutes.blocks[at].label or minutes.blocks[at].level:
            break
    return minutes.blocks[at].start


def _has_initials(minutes: MinutesText, start: int) -> bool:
    return _INITIALS.match(minutes.shadow[start : start + 12]) is not None


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
    minutes: MinutesText, block: Block, key: Mapping[str, Speaker], people: People
) -> tuple[str, tuple[str, ...]] | None:
    """What opens a block as a speaker's label: "Norway:", "Chair:", "(Victim Assistance - Austria):", "(N.A.):"."""
    line = minutes.shadow[block.body : min(block.end, block.body + 160)]
    if found := _INITIALS.match(line):
        speaker = key.get(found[1])
        return found[1], ((speaker.delegation,) if speaker and speaker.delegation else ())
    colon = _COLON.match(line) if ":" in line else None
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


def _next(
    minutes: MinutesText, start: int, end: int, before: Voice, actors: list[Actor], holders: tuple[str, ...]
) -> Voice:
    """The voice of one sentence, given that of the one before it."""
    names = before.then or before.names
    voice = Voice(names, before.delegation, actors=actors, holders=holders, behalf=before.behalf, before=names)
    for at, actor in enumerate(actors):
        stop = min(end, actor.end + 200)
        gap = minutes.low[actor.end : stop]
        if not _says(actor, gap, told=minutes.cues.within(SAYS, actor.end, stop)) or (
            _is_object(minutes, actors, at, start) and not _WHO.match(gap)
        ):
            continue
        if before.label and before.names and actor.kind != "pronoun" and not _takes_over(minutes, actor, start, gap):
            # Below a label everything is said by the one it names, but for one who opens a sentence of their own.
            voice.said = True
            break
        if actor.kind == "group" and actor.name not in {"Coordinators", "Co-Chairs", "Committee members"}:
            continue
        if _FLOOR.match(gap):
            # "The President gave the floor to Peru": who speaks from here on is Peru.
            voice.names = next((_together(minutes, actors, n, start) for n in range(at + 1, len(actors))), names)
            continue
        if actor.kind == "pronoun":
            _pronoun_speaks(voice, actor, gap, before)
        else:
            _speaks(minutes, voice, at, start, end, before)
        _hand_on(minutes, voice, at, gap, names)
        break
    voice.others = _others(actors, before)
    return voice


def _takes_over(minutes: MinutesText, actor: Actor, start: int, gap: str) -> bool:
    """Whether a delegation opens a sentence and says something: "Slovenia added that …"."""
    opens = not minutes.low[start : actor.start].strip(" -*(").removeprefix("the").strip()
    return opens and actor.kind in {"party", "person"} and bool(SAYS.match(gap)) and " that" in gap[:60]


def _says(actor: Actor, gap: str, *, told: bool) -> bool:
    if told and (SAYS.match(gap) or _WHO.match(gap)):
        return True
    return (actor.kind in {"party", "person", "office"} or actor.name == "Coordinators") and bool(_DOES.match(gap))


def _pronoun_speaks(voice: Voice, actor: Actor, gap: str, before: Voice) -> None:
    voice.said = True
    if actor.name == "they" and before.behalf and voice.holders:
        voice.names = voice.holders
    elif before.asked and _ANSWERS.match(gap):
        voice.names = before.asked
    voice.before = voice.names


def _speaks(minutes: MinutesText, voice: Voice, at: int, start: int, end: int, before: Voice) -> None:
    """The speaker of a sentence is the actor `at`, with those joined to it."""
    actor, holders = voice.actors[at], voice.holders
    coordinators = actor.name in {"Coordinators", "Co-Chairs"}
    behalf = bool(_BEHALF.search(minutes.low, start, min(end, actor.end + 140)))
    together = _together(minutes, voice.actors, at, start)
    voice.names = holders if coordinators and holders and not actor.everyone else together
    voice.said = True
    voice.behalf = behalf or coordinators or (before.behalf and set(voice.names) <= set(holders))
    voice.delegation = actor.name if actor.kind in {"party", "person"} else before.delegation


def _hand_on(minutes: MinutesText, voice: Voice, at: int, gap: str, before: tuple[str, ...]) -> None:
    """Who "she" in the next sentence is: whoever was thanked or asked, if the sentence says so with a pronoun or a name."""
    if before and _TO_THEM.match(gap):
        voice.then = voice.asked = before
    elif _ASKS.match(gap):
        other = voice.actors[at + 1] if at + 1 < len(voice.actors) else None
        to_it = (
            other and other.kind != "pronoun" and not minutes.low[voice.actors[at].end : other.start].strip().count(" ")
        )
        voice.asked = (other.name,) if other and to_it else before


def _others(actors: Sequence[Actor], before: Voice) -> str | None:
    """The last group or committee that was spoken of, for a "they" in a sentence to come."""
    for actor in reversed(actors):
        if actor.name.endswith("Committee") or actor.name.endswith("members"):
            return actor.name
    return before.others


def _together(minutes: MinutesText, actors: Sequence[Actor], at: int, begin: int) -> tuple[str, ...]:
    """An actor and those joined to it before it: "Ireland and Lao PDR", "the President and the ISU"."""
    names = [actors[at].name]
    start = actors[at].start
    for number in range(at - 1, -1, -1):
        actor = actors[number]
        link = _LINK.fullmatch(minutes.low, actor.end, start)
        if not link:
            break
        # "In response to Peru, Zambia explained": the comma ends what comes before.
        if not link["and"] and _is_object(minutes, actors, number, begin):
            if actor.kind != "group" and _ON_BEHALF.search(minutes.low, max(begin, actor.start - 60), actor.start):
                names = [*_together(minutes, actors, number, begin), *names]
            break
        names.insert(0, actor.name)
        start = actor.start
    return tuple(dict.fromkeys(names))


def _is_object(minutes: MinutesText, actors: Sequence[Actor], at: int, start: int) -> bool:
    """Whether a mention hangs on a preposition, so that it cannot be the one who speaks."""
    begin = actors[at].start
    if at and actors[at - 1].kind == "person" and _OF.fullmatch(minutes.low, actors[at - 1].end, begin):
        return False  # "Ms. Banda of Zambia"
    if _ROLE_OF.search(minutes.low, max(start, begin - 70), begin):
        return False  # "The representative of Zambia"
    return bool(_HANGS.search(minutes.low, max(start, begin - 24), begin))


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
    if actor.name == "they" and voice.behalf and set(voice.names) <= set(voice.holders) and not actor.everyone:
        return voice.holders or voice.names
    if actor.name == "they":
        groups = [a for a in wanted if a.name in {"Coordinators", "Co-Chairs", "Committee members", "Members"}]
        if groups:
            return resolve(groups[-1], voice, ())
        if any(a.name.endswith("Committee") for a in wanted) or (voice.names == ("President",) and voice.others):
            return ("Committee members",)
    return voice.names
