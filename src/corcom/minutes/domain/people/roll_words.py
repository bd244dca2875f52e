"""The words of one entry of an attendance list: what in them is a label, a delegation, a person, a role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from corcom.minutes.domain.people.near_names import nearly
from corcom.minutes.domain.people.person_names import (
    NAME,
    OFFICE,
    OFFICES,
    looks_like_a_name,
    name_with_office,
    people_in,
)
from corcom.minutes.domain.people.roll import HONORIFIC, Entry
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import NameHit, fold, party

TokenKind = Literal["label", "delegation", "person", "role"]

WAYS_TO_ATTEND = (
    r"in\s+(?:the\s+room|person)|(?:(?:joined|joining|attending|participating|connected|present)\s+)?(?:via|by|through|over|on)\s+(?:the\s+)?"
    r"(?:(?:conference\s+)?call|(?:video|tele)-?\s?(?:conference|link)|(?:tele)?phone|zoom|webex|skype|(?:ms\s+)?teams|distance)|on-?line|remote(?:ly)?|virtual(?:ly)?"
)
"""How people were there: labels within a list of those present."""
_LABELS = (
    (
        "absent",
        (
            r"(?:apolog\w+|regrets)\s+not\s+received|(?:without|no)\s+(?:apolog\w+|regrets)(?:\s+received)?|not\s+there|no\s+word\s+from|not\s+excused|unexcused(?:\s+absen\w+)?|apolog\w+\s+not\s+sent|(?:did|had|has|have)\s+not\s+(?:send|sent)\s+\w+"
            r"|no\s+(?:response|reply|answer|news)(?:\s+from)?|absent\s*\((?:un|no|not|without)[^)]*\)|absent(?!\s+with\s|\s*\((?:with\s|sent\s)?\s*(?:apolog|excus|regret))(?:\s+without\s+\w+)?|absence|not\s+(?:represented|present|in\s+attendance)"
        ),
    ),
    (
        "apologies",
        r"received(?=\s*:)|absent\s+with\s+\w+|absent\s*\((?:with\s|sent\s)?\s*(?:apolog|excus|regret)[^)]*\)|with\s+(?:apologies|regrets)|excused\s+absen\w+|(?:sent|received)\s+apolog\w+|apolog\w+(?:\s+(?:received|sent|for\s+absence|were\s+received\s+from|from))*|(?:sent\s+)?regrets(?:\s+received)?|excused",
    ),
    (
        "By Special Invitation",
        r"(?:by\s+)?special\s+(?:invit\w+|guests?)|by\s+invitation|invited(?:\s+guests?)?|guests?",
    ),
    (
        "observer",
        r"(?:permanent\s+|additional\s+|other\s+|ngo\s+)?observers?(?:\s+(?:present|part(?:y|ies)|states|organi[sz]ations?))*",
    ),
    ("Secretariat", r"(?:the\s+)?secretariat|implementation\s+support\s+unit(?:\s+\(isu\))?|support\s+unit|isu"),
    (
        "present",
        (
            r"(?:(?:sc|bureau|committee)\s+)?members?(?:\s+present)?|who\s+was\s+there|(?:parties|states|delegations)\s+(?:represented|present|attending)|(?:also\s+)?(?:present|in\s+attendance|attending)|states?(?:\s+part(?:y|ies))?(?:\s+present)?"
            rf"|{WAYS_TO_ATTEND}"
            r"|committee\s+members?|coordinators?|delegations?(?:\s+present)?|participants?|attendees|presidency|organi[sz]ations?|international\s+organi[sz]ations?|civil\s+society"
        ),
    ),
)
_LABEL = re.compile("|".join(rf"(?P<l{at}>{pattern})" for at, (_, pattern) in enumerate(_LABELS)), re.IGNORECASE)
_INLINE_LABEL = re.compile(
    r"(?<![A-Za-z])(?:(?:APOLOGIES|Apologies|ABSENT)\s+(?:(?:NOT\s+)?RECEIVED|(?:not\s+)?[Rr]eceived)\b\s*:?"
    r"|(?:Delegations|Observers?|Secretariat|(?:Sent\s+)?[Aa]pologies(?:\s+from)?|Excused|Absent|Regrets|No\s+word\s+from|Not\s+present|Also\s+(?:present|attending)|Present|Online|Remotely|(?:Via|By)\s+(?:[\w-]+\s+)?(?:[Cc]all|Zoom|[Vv]ideo\w*|[Pp]hone))\s*:|Secretariat\s+-\s+(?=[A-Z]))"
)
_NOT_THERE = re.compile(r"\bnot\b|\bno\b|absent|\bun|without", re.IGNORECASE)
_EXCUSED = re.compile(r"apolog|regret|excus", re.IGNORECASE)
_OF_BRACKET = re.compile(
    r"(?P<name>(?![a-z])[^\W\d_][\w.'’-]*(?:\s+(?:[^\W\d_][\w.'’-]*)){1,9})\s*[(,-]+\s*(?P<of>(?:the\s+)?(?:former\s+)?[A-Z][^(),;:]{0,120}?)\s*(?P<more>,[^()]{0,160})?\)"
)
_COULD_BE_NAMED = re.compile(
    r"(?![a-z\d])(?!(?:[Aa]round|about|some|more|over|nearly)\b)(?=[^\n]{0,40}[^\W\d_]{2})[^\d]{1,60}\Z", re.DOTALL
)
_MANY = 3
_TOGETHER = 6
"""How many people stand together before the delegation that they are of."""
_INITIALS = 2
_LONGEST_NAME = 60
_OFFICE_BEHIND = re.compile(
    r"\s*,\s*((?:(?:past|outgoing|incoming)\s+)?(?:[Vv]ice-|[Cc]o-)?(?:[Cc]hair|[Pp]resident|\d*\s?MSP\s+[Pp]resident|\d*RC\s+[Pp]resident)[\w-]*(?:\s+of\s+[^;,.]{3,60})?)(?=\s*(?:[;,.]|and\b|$))"
)
_SEAT = re.compile(
    r"\b(?:(?:permanent\s+)?(?:mission|delegation|representation)|embassy|republic|kingdom|federation|ministry(?:\s+of\s+foreign\s+affairs)?|government)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Words before a State that make it no less the delegation: "Permanent Mission of"."""
_REPRESENTED = re.compile(r"\s+(?:was|were|is)\s+represented\s+by\b|\s*[-/]\s*(?:CCM\s+|APMBC\s+)?ISU\b")
"""Behind an organisation of which only parts are there: "The UN was represented by UNMAS", "GICHD - ISU"."""
_NOBODY = re.compile(
    r"(?:the\s+)?(?:(?:co-|vice-)?(?:chair|president)\w*|coordinators?|members?|(?:representatives?|delegations?|delegates)(?:\s+(?:of|from))?)",
    re.IGNORECASE,
)
"""Words before names that are no delegation themselves."""
_POSTED = re.compile(r"\b(?:mission|ambassador|representative)\s+to\s+(?:the\s+)?$", re.IGNORECASE)
_POSTED_THERE = re.compile(r"\b(?:to|in)\s+(?:the\s+)?$")
_BRACKET_AND_OFFICE = re.compile(
    rf"\s*\((?P<people>{NAME}(?:\s+{NAME}){{1,4}})\)\s*,\s*(?P<role>(?:[\w-]+\s+){{0,3}}?(?:{OFFICES})\b[^;,()]{{0,60}})"
)
"""Such as "Norway (Ana Luz), Coordinator of the Fund"."""
_OF = re.compile(r"[^(),;]{2,80}\w\s+(?:of|from)\s+(?:the\s+)?")
_OF_SECRETARIAT = re.compile(r"\b(?:of|from) {1,3}the {1,3}((?:[A-Z]{2,6} {1,3})?[Ss]ecretariat)\b")
_POSTING = re.compile(r"(?:to|in|at)\s(?!(?:its|their|the)?\s*capacity)")
"""Where a mission is: "Permanent Mission of Peru to the United Nations"."""
_SEPARATOR = re.compile(r"^[\s:;,./|(-]+|[\s:;,./|(-]+$")
_TITLED = re.compile(rf"{HONORIFIC.pattern}\s*(?:[A-Z][\w.'-]*\s+)?$")


class Token(NamedTuple):
    """One part of an entry; `value` is the status of a label; `bracket`: it stands in brackets behind the one before."""

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    bracket: bool = False


def label_of(text: str) -> tuple[str, int] | None:
    """The status that an entry opens with, and where its words end: ("apologies", 18)."""
    lead = len(text) - len(text.lstrip(" *-#_."))
    found = _LABEL.match(text, lead)
    if not found:
        return None
    rest = text[found.end() :].lstrip(" *_)")
    if rest and not rest.startswith((":", "-", "(")):
        return None
    colon = text.find(":", found.end())
    end = colon + 1 if rest.startswith(":") else len(text) if not rest or rest.startswith("(") else found.end()
    if rest.startswith("-"):
        # "Secretariat - CCM ISU" names the delegation behind the dash.
        end = text.index("-", found.end()) + 1
    return _LABELS[int((found.lastgroup or "l0")[1:])][0], end


def tokens(minutes: MinutesText, entry: Entry) -> list[Token]:
    """The parts of an entry in order."""
    start = entry.start
    text = minutes.shadow[start : entry.end]
    lead = re.match(r"[\s*o+•-]*(?:\d{1,2}[.)]\s+)?", text)
    start += lead.end() if lead else 0
    found: list[Token] = []
    whole = minutes.shadow[start : entry.end].strip(" *:.")
    if (opened := label_of(minutes.shadow[start : entry.end])) and not (
        party(whole) and fold(whole) not in {"secretariat", "isu"}
    ):
        found.append(Token("label", start, start + opened[1], opened[0]))
        start += opened[1]
    found.extend(_parts(minutes, start, entry.end))
    return found


def _parts(minutes: MinutesText, start: int, end: int) -> Iterator[Token]:
    """Cut `start:end` into people with a delegation in brackets, and what stands between them."""
    at = start
    for hit in people_of_states(minutes, start, end):
        if minutes.names_between(at, hit.start()):
            yield from _named_parts(minutes, at, hit.start())
        yield Token("delegation", hit.start("of"), hit.end("of"), bracket=True)
        if hit["more"]:
            yield Token("role", hit.start("more") + 1, hit.end("more"), bracket=True)
        yield from _people_at(minutes, hit.start("name"), hit.end("name"), bracket=True)
        if office := _OFFICE_BEHIND.match(minutes.shadow, hit.end(), end):
            yield Token("role", office.start(1), office.end(1), bracket=True)
        at = hit.end()
    if at == start or minutes.names_between(at, end) or _OF_SECRETARIAT.search(minutes.shadow, at, end):
        yield from _named_parts(minutes, at, end)


def _named_parts(minutes: MinutesText, start: int, end: int) -> Iterator[Token]:
    """Cut `start:end` at every name that the gazetteer knows and at every honorific."""
    anchors = _anchors(minutes, start, end)
    if not anchors:
        yield from _unknown(minutes, start, end)
        return
    if (before := _trimmed(minutes, start, anchors[0].start)) and not _is_group(minutes, *before, anchors[0]):
        yield from _unknown(minutes, *before)
    ends = [*(anchor.start for anchor in anchors[1:]), end]
    listed = sum(anchor.kind == "delegation" for anchor in anchors) >= _MANY
    last_end = start
    for at, (anchor, stop) in enumerate(zip(anchors, ends, strict=True)):
        if anchor.start < last_end:
            continue
        last_end = anchor.end
        if of := _of_whom(minutes, anchors, at):
            # "Mr. Hugo Salas and Ms. Ana Luz of Peru": as with brackets, the delegation first.
            yield anchors[of]._replace(bracket=True)
            if span := _trimmed(minutes, anchor.start, anchors[of].start):
                yield from _people_at(minutes, *span, bracket=True)
            last_end = anchors[of].end
            continue
        if anchor.kind == "person":
            if span := _trimmed(minutes, anchor.start, stop):
                last_end = span[1]
                yield from _people_at(minutes, *span)
            continue
        yield anchor if anchor.kind == "label" else anchor._replace(bracket=_in_bracket(minutes, anchor.start, start))
        if anchor.kind == "delegation" and (rest := _trimmed(minutes, anchor.end, stop)):
            yield from _said_of(minutes, anchor.end, rest, listed=listed)


def _of_whom(minutes: MinutesText, anchors: Sequence[Token], at: int) -> int:
    """Which of the anchors is the delegation whose people begin at one of them; 0 where none is."""
    # Behind a delegation a comma may part its own people from those of the next.
    before = anchors[max(0, at - _TOGETHER) : at]
    joins = ("and ", ", ") if all(anchor.kind == "person" for anchor in before) else ("and ",)
    stop = min(len(anchors) - 1, at + _TOGETHER)
    while at < stop and anchors[at].kind == "person":
        between = minutes.shadow[anchors[at].start : anchors[at + 1].start]
        if anchors[at + 1].kind == "delegation":
            return at + 1 if _OF.fullmatch(between) and not _SEAT.search(between) else 0
        if not between.endswith(joins):
            return 0
        at += 1
    return 0


def _is_group(minutes: MinutesText, start: int, end: int, following: Token) -> bool:
    """Whether words before a colon only say which delegations follow: "Committee on Compliance: Norway, Peru"."""
    colon = ":" in minutes.shadow[end : following.start] or minutes.low[start:end] == "secretariat"
    if party(minutes.shadow[start:end]) and _REPRESENTED.match(minutes.shadow, end):
        return True
    return colon and following.kind == "delegation" and not looks_like_a_name(minutes.shadow[start:end])


def _anchors(minutes: MinutesText, start: int, end: int) -> list[Token]:
    """Where a person, a delegation or a label begins; "H.E. Mr." opens one person."""
    people: list[Token] = []
    for hit in HONORIFIC.finditer(minutes.shadow, start, end):
        if people and not minutes.shadow[people[-1].end : hit.start()].strip(" ."):
            people[-1] = people[-1]._replace(end=hit.end())
        elif _opens(minutes, hit.start()):
            people.append(Token("person", hit.start(), hit.end()))
    delegations = [Token("delegation", hit.start, hit.end) for hit in _delegations(minutes, start, end)]
    labels = [
        Token("label", hit.start(), hit.end(), status_of(hit[0]))
        for hit in _INLINE_LABEL.finditer(minutes.shadow, start, end)
    ]
    taken = {token.end for token in delegations}
    delegations += [
        Token("delegation", *hit.span(1))
        for hit in _OF_SECRETARIAT.finditer(minutes.shadow, start, end)
        if hit.end(1) not in taken
    ]
    return sorted([*people, *delegations, *labels], key=lambda token: token.start)


def status_of(label: str) -> str:
    """What a label within a line opens."""
    if _NOT_THERE.search(label):
        return "absent"
    return "apologies" if _EXCUSED.search(label) else "present"


def _opens(minutes: MinutesText, at: int) -> bool:
    before = minutes.shadow[max(0, at - 1) : at]
    return not before or not (before.isalnum() or before in "'-")


def _delegations(minutes: MinutesText, start: int, end: int) -> Iterator[NameHit]:
    """Names that stand for a delegation: not an adjective, not a person's surname, not the seat of a mission."""
    last: NameHit | None = None
    for hit in minutes.names_between(start, end):
        before = minutes.shadow[max(start, hit.start - 28) : hit.start]
        if (
            hit.adjective
            or _REPRESENTED.match(minutes.shadow, hit.end)
            or re.search(r"\b(?:as|interim|acting)\s+(?:the\s+|interim\s+)*$", before)
            or _POSTED.search(before)
            or (last is not None and _POSTED_THERE.search(before))
            or (last is not None and last.party == hit.party and _SEAT.search(before))
        ):
            continue
        if _TITLED.search(before) and minutes.shadow[hit.end : hit.end + 1] != ")":
            continue
        if (
            last is not None
            and re.fullmatch(r"\s*\(\s*", minutes.shadow[last.end : hit.start])
            and hit.party.kind == "organisation"
        ):
            continue
        last = hit
        yield hit


def people_of_states(minutes: MinutesText, start: int, end: int) -> list[re.Match[str]]:
    """Such as "Marc Berg (Belgium, Chair), Ana Lund (Estonia)": people, each with a delegation in brackets."""
    found = [
        hit
        for hit in _OF_BRACKET.finditer(minutes.shadow, start, end)
        if all(looks_like_a_name(name) for name in people_in(hit["name"]))
        and not minutes.names_between(hit.start("name"), hit.end("name"))
    ]
    known = any(party(hit["of"].strip()) for hit in found)
    if not known and any(re.fullmatch(r"\w+", hit["of"]) and not hit["of"].isupper() for hit in found):
        return []  # "Ms. Siri Dahl (Intern)"
    return found if known or (len(found) == 1 and len(found[0][0]) > end - start - 4) else []


def _said_of(minutes: MinutesText, behind: int, span: tuple[int, int], *, listed: bool) -> Iterator[Token]:
    """What stands behind a delegation: people without an honorific, its role, or more delegations of a list."""
    if office := _BRACKET_AND_OFFICE.match(minutes.shadow, behind, span[1]):
        yield from _people_at(minutes, office.start("people"), office.end("people"))
        yield Token("role", office.start("role"), office.end("role"), bracket=True)
        return
    text = minutes.shadow[span[0] : span[1]].strip(" ()")
    if _POSTING.match(text):
        return
    if re.fullmatch(r"\(?[A-Z][A-Z-]{1,9}\)?", minutes.shadow[span[0] : span[1]].strip()):
        in_brackets = "(" in minutes.shadow[behind : span[1]]
        if listed and not in_brackets:
            yield Token("delegation", *span, value="unknown")
        return
    parts = [part for part in re.split(r"\s{0,9}[;,]\s*|\s{1,9}(?:and|&)\s+(?=[A-Z])", text) if part]
    named = [part for part in parts if looks_like_a_name(part) and not OFFICE.search(part)]
    separated = minutes.shadow[behind : span[0]].strip() in {",", ";"}
    listed = listed or any(part.isupper() and len(part) > _INITIALS for part in parts)
    if listed and separated and all(part[0].isupper() and len(part) < _LONGEST_NAME for part in parts):
        yield from _each(minutes, span[0], parts, "delegation")
    elif named and all(part in named or part[0].islower() for part in parts) and parts[0] in named:
        yield from _each(minutes, span[0], named, "person")
    else:
        yield Token("role", *span)


def _people_at(minutes: MinutesText, start: int, end: int, *, bracket: bool = False) -> Iterator[Token]:
    """The people whom `start:end` names, each with what is said of them."""
    at = start
    for name in people_in(minutes.shadow[start:end]):
        begin = minutes.shadow.index(name, at)
        at = begin + len(name)
        yield Token("person", begin, at, bracket=bracket)


def _each(minutes: MinutesText, at: int, parts: Sequence[str], kind: TokenKind) -> Iterator[Token]:
    for part in parts:
        begin = minutes.shadow.index(part, at)
        at = begin + len(part)
        yield Token(kind, begin, at, value="unknown" if kind == "delegation" else "")


def _unknown(minutes: MinutesText, start: int, end: int) -> Iterator[Token]:
    """Words without a known name or honorific: a person if they look like one, else a delegation's name or a role."""
    span = _trimmed(minutes, start, end)
    if not span or not _COULD_BE_NAMED.match(minutes.shadow, *span):
        return
    if _NOBODY.fullmatch(minutes.shadow, *span):
        return
    if nearly(minutes.shadow[span[0] : span[1]]):
        yield Token("delegation", *span, value="unknown")
        return
    people = people_in(minutes.shadow[span[0] : span[1]])
    if all(looks_like_a_name(name) or name_with_office(name) for name in people):
        yield from (token._replace(value="unknown") for token in _people_at(minutes, *span))
    else:
        yield Token("role", *span, value="unknown")


_TRAILING = re.compile(r"(?:\s+and|\s+by|\s+[Tt]he|\s+of|\s+from|[\s:;,/|*(-])+$")
_LEADING = re.compile(r"(?:and\s+|[\s:;,./|*-])*(?:\((?=[^()]*$))?\s*")


def _trimmed(minutes: MinutesText, start: int, end: int) -> tuple[int, int] | None:
    """`start:end` without separators and stray words around it; None where nothing is left."""
    text = minutes.shadow[start:end]
    if text.strip().lower() in {"the", "and", "and the"}:
        return None
    text = text.rstrip(" \t\n:;,/|*(-")
    if seat := _SEAT.search(f"{text[-60:]} "):
        text = text[: len(text[:-60]) + seat.start()]
    text = _TRAILING.sub("", text)
    if text.count(")") > text.count("("):
        text = text[: text.rindex(")")].rstrip()
    text = text.rstrip(" ;,") if text.endswith(("PhD.", "Jr.")) else text.rstrip(" .;,")
    lead = _LEADING.match(text)
    begin = start + (lead.end() if lead else 0)
    stop = start + len(text)
    return (begin, stop) if begin < stop and re.search(r"\w", minutes.shadow[begin:stop]) else None


def _in_bracket(minutes: MinutesText, at: int, start: int) -> bool:
    before = minutes.shadow[start:at]
    if before.count("(") > before.count(")"):
        return True
    # What the pattern ends with, asked first: it would try every letter of a long line.
    return before.rstrip().endswith((",", "the", "-", "of")) and bool(
        re.search(r"\S\s*,\s*(?:the\s+)?$|\s-+\s*$|\w\s+of\s+(?:the\s+)?$", before)
    )
