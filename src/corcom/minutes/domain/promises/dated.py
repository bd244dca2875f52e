"""What binds only because a day ahead stands with it: "comments by 22 May", "the text has to be with UNODA by 10 June".

Without a day such words tell, allow or describe. With one they say what has to be there, or will happen, by then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corcom.minutes.domain.dates import DateMention
from corcom.minutes.domain.promises.commitment import Commitment, Utterance
from corcom.minutes.domain.promises.subjects import ADDRESSED, agent, inferred, subject
from corcom.minutes.domain.promises.things import DELIVERABLE
from corcom.minutes.domain.promises.verbs import DELIVERED, base_of, forms, is_participle
from corcom.minutes.domain.text.cues import Cue

_THING = Cue(
    r"\b(?:(?:(?:has|have|had|needs?|needed|is|are|was|were|ought)\s+(?:still\s+|also\s+|now\s+)?to|must|should|will|would|could)\s+"
    r"(?:be\s+(?:with|in|before|ready|available|back|paid\s+in|handed\s+in|due)|reach|arrive|appear|follow|leave|go\s+out|be\s+(?:\w+ly\s+)?(?!expected\b|needed\b|required\b|held\b|advised\b)(?:\w+ed|sent|drawn|put|written|made))"
    r"|follows?|appears?|leaves?|go(?:es)?\s+(?:out|to)|(?:is|are|was|were)\s+(?:to\s+be\s+)?(?:expected|due|awaited|anticipated|requested|invited|sought))\b"
)
# What comes in comes from others than the one who tells; a report under the treaty falls due by the treaty.
_INWARD = re.compile(r"\b(?:with|in|reach|arrive|due|expected|awaited|anticipated)\Z")
_OWED = re.compile(r"\b(?:transparency|initial|annual)\s+(?:\w+\s+)?reports?\b")
_DEADLINE = Cue(
    r"\b(?:deadline|closing\s+date|cut-?off(?:\s+date)?|time\s+limit)\s+(?:for|to|of)\s+(?P<thing>[^.;]{3,100}?)\s*,?\s*"
    r"(?:\b(?:is|was|are|were|being|remains?|remained|falls?|expires?|has\s+been\s+set|had\s+been\s+set|(?:will|would)\s+be)\b|:)"
)
_MAY = re.compile(r"\b(?:may|can|could)\s+(?:still\s+|also\s+)?(?:be\s+)?(?P<verb>[a-z]+)\b")
_HAVE_UNTIL = Cue(r"\b(?:have|has|had)\s+until\b")
_THIRD = re.compile(r"\b[a-z]+s\b")
_EVENT = (
    r"(?:workshops?|seminars?|webinars?|briefings?|retreats?|symposium|side[\s-]events?|training(?:\s+(?:course|session)s?)?|courses?|visits?|missions?"
    r"|round(?:\s+tables?)?|roundtables?|consultations?|lunch(?:eon)?|reception|launch|panel|exercise|session|meetings?|conference|teleconference|call)"
)
_PLANNED = Cue(
    rf"(?:\b(?:an?|another|two|three|four|further|additional|informal|open-ended)\s+)(?P<event>(?:[\w'-]+\s+){{0,4}}?{_EVENT}\b[^.;:]{{0,70}}?)"
    r"\b(?:(?:is|are|was|were)\s+(?:also\s+|now\s+|tentatively\s+)?(?:being\s+)?(?:planned|scheduled|foreseen|envisaged|organi[sz]ed|set|on)\b|(?:will|would)\s+(?:then\s+|also\s+)?(?:take\s+place|be\s+held)\b)"
)
_ARRANGED = Cue(
    rf"\b(?:has|have|had)\s+(?:also\s+|now\s+)?(?:scheduled|planned|arranged)\s+(?=(?:[\w'-]+\s+){{1,5}}?{_EVENT}\b)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|might|can|could|should|must|shall|did|does|do|\w+ed|said|sent|met|held|took|gave|made)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|must|did|does|do|said|held|took|gave)\b"
)
_OF_PARTIES = re.compile(
    r"\bpart(?:y|ies)\b|\bmsp\b|\breview\s+conference\b|\bof\s+the\s+committee\b|\bnext\s+meeting\b"
)
_CLAUSE = re.compile(r"\b(?:that|which|while|whereas|although|but|because|since|if|unless|whether)\b|[;:]|,\s+and\b")
_STOP = re.compile(r"[;:]|\b(?:but|while|whereas|unless|because)\b")
_LIMITS = frozenset({"by", "before", "until", "within"})
_NOBODY = frozenset({"there", "it", "this", "that", "which", "he", "she", "they", "who", "what"})
_LONGEST = 160
_TOLD = frozenset(
    "report note state say add inform recall announce explain list record support request plan work".split()
)


TO_BE = Cue(r"\bto\s+be\s+(?:\w+ly\s+)?(?P<done>[a-z]+)\b")


def to_be_done(said: Utterance) -> list[Commitment]:
    """Such as "Invitations, signed by the President, to be sent out": in notes, without a verb that says who."""
    near = said.minutes.cues.within(TO_BE, said.start, said.end)
    found = TO_BE.search(said.low, said.start, said.end) if near else None
    if not found or not is_participle(found["done"]) or base_of(found["done"]) not in DELIVERED:
        return []
    thing = said.low[said.start : found.start()].strip(" -*,(")
    if not thing or _FINITE.search(thing.replace("signed", "")) or not DELIVERABLE.search(thing):
        return []
    names = agent(said, found.end()) or inferred(said.voice)
    return [said.promise(said.start, names, base_of(found["done"]) or "", passive=True)]


def dated_in(said: Utterance, ahead: Sequence[DateMention], taken: Sequence[Commitment]) -> list[Commitment]:
    """The commitments of a sentence that hang on one of the days `ahead`, outside those already `taken`."""
    found: list[Commitment] = []
    for mention in ahead:
        start, end = _clause(said, mention)
        inside = [one for one in (*taken, *found) if one.start < end and start < one.end]
        if inside and not _is_further(said, inside, ahead, start):
            continue
        one = _first(said, start, end, mention)
        if one:
            found.append(one)
    return found


def _is_further(said: Utterance, before: Sequence[Commitment], ahead: Sequence[DateMention], start: int) -> bool:
    """Whether a clause with a day goes on behind one that has its own: "… by 30 November, and a round will take place …"."""
    last = before[-1]
    own = any(last.start <= mention.start < start for mention in ahead)
    return own and last.start < start and said.low[last.start : start].rstrip().endswith((", and", ";"))


def _clause(said: Utterance, mention: DateMention) -> tuple[int, int]:
    """The part of a sentence in which a day stands."""
    opened = [match.end() for match in _CLAUSE.finditer(said.low, said.start, mention.start)]
    stop = _STOP.search(said.low, mention.end, said.end)
    return (opened[-1] if opened else said.start), (stop.start() if stop else said.end)


def _first(said: Utterance, start: int, end: int, mention: DateMention) -> Commitment | None:
    return (
        _deadline(said, mention)
        or _thing(said, start, mention)
        or _allowed(said, start, mention)
        or _planned(said, start, mention)
        or _present(said, start, mention)
        or _bare(said, start, end, mention)
    )


def _deadline(said: Utterance, mention: DateMention) -> Commitment | None:
    """Such as "The deadline for comments is 20 May"."""
    if not said.minutes.cues.within(_DEADLINE, said.start, mention.start):
        return None
    for found in _DEADLINE.finditer(said.low, said.start, mention.start):
        if mention.start - found.end() < 30:
            return said.promise(found.start(), (), "provide", passive=True)
    return None


def _thing(said: Utterance, start: int, mention: DateMention) -> Commitment | None:
    """Such as "Documents must be with the Secretariat by 21 June", "a second draft follows on 9 June"."""
    near = said.minutes.cues.within(_THING, start, mention.start)
    found = _THING.search(said.low, start, mention.start) if near else None
    if not found or mention.start - found.end() > _LONGEST:
        return None
    words = said.low[start : found.start()].strip(" ,(-*").split()
    firm = mention.bound in _LIMITS and not found[0].startswith(("could", "would"))
    if not words or words[-1] in _NOBODY or not (firm or DELIVERABLE.search(said.low, start, found.start())):
        return None
    if _VERB.search(" ".join(words)):
        return None
    if _OWED.search(said.low, start, found.start()):
        return None
    if found[0].endswith(("requested", "invited", "sought")):
        return said.promise(start, ADDRESSED, "provide", passive=True)
    names = agent(said, found.end()) or (() if _INWARD.search(found[0]) else inferred(said.voice))
    return said.promise(start, names, "provide", passive=True)


def _allowed(said: Utterance, start: int, mention: DateMention) -> Commitment | None:
    """Such as "Written comments may be sent until 4 June": those who may have to by then."""
    if mention.bound not in _LIMITS:
        return None
    near = said.minutes.cues.within(_HAVE_UNTIL, start, mention.start + 8)
    given = _HAVE_UNTIL.search(said.low, start, mention.start + 8) if near else None
    if given and (names := subject(said, given.start())):
        return said.promise(given.start(), names, "provide")
    found = _MAY.search(said.low, start, mention.start)
    if not found:
        return None
    passive = is_participle(found["verb"])
    if not passive and forms().get(found["verb"], ("", ""))[1] != "base":
        return None
    if not passive:
        names = subject(said, found.start())
        return said.promise(found.start("verb"), names, found["verb"]) if names else None
    if not DELIVERABLE.search(said.low, start, found.start()):
        return None
    return said.promise(start, ("delegations",), "provide", passive=True)


def _planned(said: Utterance, start: int, mention: DateMention) -> Commitment | None:
    """Such as "A workshop is planned for 30 May", "had scheduled two webinars, on 28 May": of the one who tells."""
    cues = said.minutes.cues
    planned = cues.within(_PLANNED, start, mention.start)
    found = _PLANNED.search(said.low, start, mention.start) if planned else None
    if found and mention.start - found.end() < _LONGEST:
        thing = found["event"] + said.low[found.end() : found.end() + 30]
        names = agent(said, found.end()) or inferred(said.voice)
        if names and not _OF_PARTIES.search(thing):
            return said.promise(found.start(), names, "hold", passive=True)
    scheduled = cues.within(_ARRANGED, start, mention.start)
    arranged = _ARRANGED.search(said.low, start, mention.start) if scheduled else None
    if arranged and (names := subject(said, arranged.start()) or inferred(said.voice)):
        return said.promise(arranged.end(), names, "hold")
    return None


def _present(said: Utterance, start: int, mention: DateMention) -> Commitment | None:
    """Such as "The ISU circulates the draft on 20 May": minutes tell in the past, a plan in the present."""
    for found in _THIRD.finditer(said.low, start, min(mention.start, start + _LONGEST)):
        base, kind = forms().get(found[0], ("", ""))
        if kind != "third" or base in _TOLD:
            continue
        names = subject(said, found.start())
        if names and not names[0].endswith("Committee"):
            return said.promise(found.start(), names, base)
    return None


def _bare(said: Utterance, start: int, end: int, mention: DateMention) -> Commitment | None:
    """Such as "Comments to the ISU by 22 May": a sentence without a verb asks it of everybody."""
    if start != said.start or mention.bound not in _LIMITS or mention.start - start > _LONGEST:
        return None
    words = said.low[start : mention.start]
    opens = DELIVERABLE.search(words[:60])
    finite = _FINITE.search(words) or _FINITE.search(said.low, mention.end, end)
    if not opens or finite or len(words[: opens.start()].split()) > 3:
        return None
    return said.promise(start, ADDRESSED, "provide", passive=True)
