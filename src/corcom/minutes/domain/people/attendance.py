"""Who was there, who sent apologies, who was absent without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from corcom.kernel.plain import words
from corcom.kernel.source import Certainty
from corcom.kernel.spans import Spans
from corcom.minutes.domain.people.people_table import Roll, people_columns, people_table, takewhile_rows
from corcom.minutes.domain.people.roll import HONORIFIC, PERSON, Entry, entries, is_delegation, is_person
from corcom.minutes.domain.people.roll_words import Token, label_of, looks_like_a_name, tokens
from corcom.minutes.domain.reading import Absence, Attendance
from corcom.minutes.domain.text.cues import Cue
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import NameHit, party

_OPENS = re.compile(
    r"\W*(?:\d+\W+)?(?:list\s+of\s+)?(?:attendees|participants|participation|attendance|present|in\s+attendance|(?:\w+\s+)?members\s+present|delegations"
    r"(?:\s+present)?|participating|those\s+present|attended\s+by|roll[- ]call|members|(?:bureau|committee)\s+members|apologies(?:\s+\w+){0,2}"
    r"|regrets|excused|absent)\b\s*(?:\([^)]*\)\s*)?(?::|-\s|\*|$)",
    re.IGNORECASE,
)
_LISTED = Cue(
    r"\b(?:following\s+(?:\w+\s+){0,3}?(?:states|delegations|countries|members|participants|organi[sz]ations)\b[^:.]{0,60}?:"
    r"|(?:also|were)\s+(?:attended|present|represented|participat\w+)\b|attended\s+by\b|in\s+attendance\s+were\b|took\s+part\b|(?:participated\s+in|attended)\s+the\s+(?:meeting|consultation)"
    r"|representatives?\s+of\b(?=.*\b(?:attended|participated|were\s+present)\b))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*[A-Z][\w' ]{3,40}\W*:\W+")
_FAR = 90
_AND = re.compile(r"\s*(?:\([^)]*\)\s*)?(?:,|;|and|or|&|,\s*and|as\s+well\s+as)\s*(?:(?:from|of|the|both)\s+)*")
_SAID_ABSENT = Cue(
    r"\b(?:absence\s+of|were\s+absent|was\s+absent|did\s+not\s+(?:attend|participate|come)"
    r"|(?:was|were)\s+not\s+(?:represented|present))\b",
    re.IGNORECASE,
)
_SAID_APOLOGIES = Cue(
    r"\b(?:apologies|regrets)\b(?=.*\b(?:receiv|sent|from|convey|absence)|\s*:)|\b(?:sent|conveyed)\s+(?:\w+\s+)?(?:apologies|regrets)\b|\bexcused\b|\b(?:could|would)\s+not\s+(?:attend|participate|come)\b|\b(?:unable|not\s+able)\s+to\s+attend\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Attended:
    """Delegations present and absent, and the offsets that the lists cover."""

    attendance: list[Attendance] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)
    zones: list[tuple[int, int]] = field(default_factory=list)


def read_attendance(minutes: MinutesText) -> Attended:
    """The attendance of a meeting, from its lists and from the sentences that give it."""
    result = Attended()
    for opened, found in _lists(minutes):
        rolls = people_table(minutes, found) if opened == "table" else _walk(minutes, found, opened)
        _keep(minutes, rolls, result)
        result.zones.append((found[0].start, found[-1].end))
    _from_sentences(minutes, result)
    return result


def _lists(minutes: MinutesText) -> Iterator[tuple[str, Sequence[Block]]]:
    """Attendance lists: the status their label opens with, and their blocks up to the next heading."""
    headings = {section.at for section in minutes.outline.sections}
    first = min(headings, default=len(minutes.blocks))
    at = looked = 0
    while at < len(minutes.blocks):
        block = minutes.blocks[at]
        line = minutes.shadow[block.body : block.end]
        opening = _OPENS.match(line[:80])
        opening = opening or _labelled_list(minutes, block)
        if not opening and looked <= at < first and not people_columns(minutes.text[block.body : block.end]):
            looked = _listlike_to(minutes, at, first)
            if run := _unlabelled(minutes, minutes.blocks[at:looked]):
                yield "present", run
                at = looked
                continue
        if people_columns(minutes.text[block.body : block.end]):
            rows = list(takewhile_rows(minutes.blocks, at + 1))
            if rows:
                yield "table", [block, *rows]
                at += 1 + len(rows)
                continue
        if not opening or (
            (len(line) > 500 and not is_person(line[opening.end() :])) and len(HONORIFIC.findall(line)) < 3
        ):
            at += 1
            continue
        last = at + 1
        while (
            last < len(minutes.blocks)
            and last not in headings
            and _listlike(minutes, minutes.blocks[last], first=last == at + 1)
        ):
            last += 1
        run = list(minutes.blocks[at + 1 : last])
        begin = block.body + opening.end()
        if minutes.shadow[begin : block.end].strip(" :*"):
            run.insert(0, Block(begin, block.end, "paragraph", body=begin))
        if run:
            label = label_of(line)
            yield (label[0] if label else "present"), run
        at = last


def _listlike_to(minutes: MinutesText, at: int, stop: int) -> int:
    """Where the lines from `at` on end that can belong to an attendance list, at least one on."""
    while at < stop and _listlike(minutes, block := minutes.blocks[at], first=False):
        if people_columns(minutes.text[block.body : block.end]):
            return at
        at += 1
    return min(at + 1, stop) if at < stop else at


def _unlabelled(minutes: MinutesText, run: Sequence[Block]) -> Sequence[Block]:
    """The lines below the head that are delegations with their people, without a label; none where they are not."""
    delegations = [at for at, block in enumerate(run) if _names_a_delegation(minutes, block)]
    roll = run[delegations[0] :] if delegations else ()
    people = sum(len(HONORIFIC.findall(minutes.shadow[block.body : block.end])) for block in roll)
    return roll if len(delegations) > 1 and people > 1 else ()


def _names_a_delegation(minutes: MinutesText, block: Block) -> bool:
    """Whether a line opens with a delegation and is no sentence about it."""
    line = minutes.shadow[block.body : block.end].strip()
    return (
        not block.level and len(line) < _FAR and is_delegation(re.split(r"\t|\s{3,}", line)[0]) and not _sentence(line)
    )


def _labelled_list(minutes: MinutesText, block: Block) -> re.Match[str] | None:
    """A line such as "Parties represented: …": a short label, then little but names."""
    line = minutes.shadow[block.body : block.end]
    label = _LABEL.match(line) if ":" in line else None
    if (
        not label
        or re.match(r"\W*(?:action|decision|agenda|note|to|from|subject|cc)\b", line, re.IGNORECASE)
        or _sentence(label[0].replace("was there", ""))
    ):
        return None
    names = [hit for hit in minutes.names_between(block.body + label.end(), block.end) if not hit.adjective]
    commas = len(re.findall(r"[,;]", line))
    status = label_of(label[0])
    known = 3 if not status else 1
    rest = line[label.end() :]
    return label if len(names) >= known and commas >= len(names) - 2 and not _sentence(rest) else None


def _listlike(minutes: MinutesText, block: Block, *, first: bool) -> bool:
    """Whether a block can belong to an attendance list; below "Participation", `first`, it may be written out."""
    line = minutes.shadow[block.body : block.end].strip()
    if block.kind == "row" and not re.search(r"\b(?:action|responsible|deadline|item)\b", line, re.IGNORECASE):
        return True
    if _OPENS.match(line[:80]) or _labelled_list(minutes, block):
        return False
    if block.level or re.match(r"\W*(?:agenda|item|opening|intro|minutes|action|decisions?)\b", line, re.IGNORECASE):
        return False
    if not first and len(line) > 160 and _sentence(line) and line.endswith(".") and len(HONORIFIC.findall(line)) < 3:
        return False
    if len(line) > 160:
        return len(minutes.names_between(block.start, block.end)) >= 4 or len(HONORIFIC.findall(line)) >= 2
    if line.endswith(".") and not PERSON.match(line) and not is_delegation(line):
        return False
    if (
        is_person(line)
        or is_delegation(line)
        or label_of(line)
        or re.fullmatch(r"\d{1,2}\s*\|?\s*(?:p\s*a\s*g\s*e)?", line, re.IGNORECASE)
    ):
        return True
    return (
        not line.endswith((".", ":"))
        and (looks_like_a_name(line) or line.isupper() or len(line.split()) < 6)
        and not _sentence(line)
    )


def _sentence(line: str) -> bool:
    return bool(re.search(r"\b(?:was|were|is|are|had|has|have|will|would|opened|welcomed|thanked)\b", line))


def _walk(minutes: MinutesText, found: Sequence[Block], opened: str) -> list[Roll]:
    """Go through the entries in reading order; what a label opens holds to the end of its column."""
    rolls: list[Roll] = []
    status, role = _opened(opened)
    column = -1
    for entry in entries(minutes, found):
        if column not in {-1, entry.column} and entry.column != column:
            status, role = "present", None
        column = entry.column
        line: list[Token] = []
        for token in tokens(minutes, entry):
            if token.kind == "label":
                status, role = _opened(token.value)
                rolls.append(Roll(None, token.start, token.end, "label"))
                if role == "Secretariat":
                    # Its people stand below the label itself.
                    name = words(minutes.text[token.start : token.end]).strip(" :*-–—")
                    rolls.append(
                        Roll(name if name.isupper() else name.capitalize(), token.start, token.end, status, role)
                    )
                continue
            line.append(token)
            status = _place(minutes, rolls, token, status, role, first=len(line) == 1)
    return [
        roll
        for roll in rolls
        if roll.status != "label"
        and (roll.name or roll.people)
        and not (roll.role == "Secretariat" and _is_label_only(roll, rolls))
    ]


def _opened(label: str) -> tuple[str, str | None]:
    """The status and the role of those who stand below a label."""
    status = label if label in {"absent", "apologies"} else "present"
    return status, label if label in {"observer", "Secretariat", "By Special Invitation"} else None


def _is_label_only(roll: Roll, rolls: Sequence[Roll]) -> bool:
    """A label "Secretariat" below which the delegation is named, so that it stands for nobody itself."""
    named = roll.name is not None and party(roll.name) is None and not roll.people
    return named and len(rolls) > 1


def _place(minutes: MinutesText, rolls: list[Roll], token: Token, status: str, role: str | None, *, first: bool) -> str:
    """Put one token where it belongs; returns the status that holds from here."""
    last = rolls[-1] if rolls else None
    if token.kind == "delegation":
        name = _shown(minutes, token)
        same = (
            next((roll for roll in rolls if roll.name == name and roll.status == status), None)
            if token.bracket
            else None
        )
        if token.bracket and last and last.status != "label" and last.name is None and last.people:
            last.name = name
        elif same is None:
            rolls.append(Roll(name, token.start, token.end, status, role))
        else:
            rolls.remove(same)
            rolls.append(same)
    elif token.kind == "person":
        if last and last.name and last.status in {"absent", "apologies"} and first and not token.bracket:
            # A delegation in a list of apologies that has people below it is there after all: columns were mixed.
            last.status = status = "present"
        if last is None or last.status == "label" or (last.name is None and not last.people):
            rolls.append(Roll(None, token.start, token.end, status, role))
        rolls[-1].people.append(_person(minutes, token))
        rolls[-1].end = max(rolls[-1].end, token.end) if token.end - rolls[-1].start < 300 else rolls[-1].end
    elif last and last.status != "label" and (last.name or last.people):
        _role(minutes, rolls, token, status, role, first=first)
    elif token.value == "unknown" and minutes.low[token.start : token.end] not in {"none", "nil", "n/a"}:
        rolls.append(
            Roll(words(minutes.text[token.start : token.end]), token.start, token.end, status, role, known=False)
        )
    return status


def _role(minutes: MinutesText, rolls: list[Roll], token: Token, status: str, role: str | None, *, first: bool) -> None:
    """A role belongs to the delegation before it on its line; alone on a line it names an unknown delegation."""
    text = words(minutes.text[token.start : token.end]).strip("()-–— ")
    if len(text) > 90 or _sentence(text):
        return
    text = re.sub(r"^(?:in\s+(?:its|their|the)?\s*capacity\s+(?:of|as)|as)\s+", "", text)
    if first and token.value == "unknown":
        rolls.append(Roll(text, token.start, token.end, status, role, known=False))
    elif rolls[-1].people and not token.bracket:
        rolls[-1].people[-1] = (
            f"{rolls[-1].people[-1]} ({text})" if "(" not in rolls[-1].people[-1] else rolls[-1].people[-1]
        )
    else:
        rolls[-1].role = text
        rolls[-1].end = token.end


def _shown(minutes: MinutesText, token: Token) -> str:
    """The name to show: the UN's for a State, the text's own for an organisation."""
    known = party(minutes.shadow[token.start : token.end])
    name = words(minutes.text[token.start : token.end].strip(" *:-"))
    return known.name if known and known.kind == "state" else name


def _person(minutes: MinutesText, token: Token) -> str:
    """A person as written; what stands after a dash or comma goes in brackets ("Ms. A. Berg (Intern)")."""
    name = words(minutes.text[token.start : token.end]).strip(" *;,")
    parts = re.split(r"\s+[-–—]\s+|,\s+", name, maxsplit=1)
    return f"{parts[0]} ({parts[1]})" if len(parts) == 2 and "(" not in parts[0] else name


def _from_sentences(minutes: MinutesText, result: Attended) -> None:
    """Attendance and absence that sentences give: "The following States participated: …", "in the absence of …"."""
    listing = False
    zones = Spans(result.zones)
    sorry, absences = minutes.sentences_with(_SAID_APOLOGIES), minutes.sentences_with(_SAID_ABSENT)
    suspects = sorry | absences | minutes.sentences_with(_LISTED)
    for at, sentence in enumerate(minutes.sentences):
        if at not in suspects or sentence.start in zones:
            continue
        text = minutes.shadow[sentence.start : sentence.end]
        apologies = _SAID_APOLOGIES.search(text) if at in sorry else None
        if absent := apologies or (_SAID_ABSENT.search(text) if at in absences else None):
            kind = "apologies" if apologies else "absent"
            _absent(minutes, sentence.start, sentence.end, sentence.start + absent.end(), kind, result)
            continue
        found = _LISTED.search(text)
        if found and (listing or not result.attendance):
            names = [hit for hit in minutes.names_between(sentence.start, sentence.end) if not hit.adjective]
            if listing or found[0].endswith(":") or len(names) >= 4:
                _listed(
                    minutes,
                    sentence.start + (found.end() if found[0].endswith(":") else 0),
                    sentence.end,
                    result,
                    later=listing,
                )
                listing = True


def _absent(minutes: MinutesText, start: int, end: int, after: int, kind: str, result: Attended) -> None:
    known = {absence.delegation for absence in result.absences}
    for hit in _listed_after(minutes, after, end) or [
        hit for hit in minutes.names_between(start, after) if not hit.adjective
    ]:
        name = _shown(minutes, Token("delegation", hit.start, hit.end))
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
        far = hit.start - after > _FAR if not found else not _AND.fullmatch(minutes.low, found[-1].end, hit.start)
        if hit.adjective or far:
            break
        found.append(hit)
    return found


def _listed(minutes: MinutesText, start: int, end: int, result: Attended, *, later: bool) -> None:
    if len(HONORIFIC.findall(minutes.shadow[start:end])) >= 2:
        rolls: list[Roll] = []
        for token in tokens(minutes, Entry(start, end, 0, 0)):
            if token.kind in {"delegation", "person"}:
                _place(minutes, rolls, token, "present", None, first=False)
        _keep(minutes, [roll for roll in rolls if roll.name], result)
        return
    rolls = [
        Roll(
            _shown(minutes, Token("delegation", hit.start, hit.end)),
            hit.start,
            hit.end,
            "present",
            "observer" if later or hit.party.kind == "organisation" else None,
        )
        for hit in minutes.names_between(start, end)
        if not hit.adjective
    ]
    _keep(minutes, rolls, result)


def _keep(minutes: MinutesText, rolls: Sequence[Roll], result: Attended) -> None:
    """Put what was found into the record; a delegation that is named twice stands there once."""
    seen = {item.delegation for item in result.attendance if item.delegation}
    gone = {item.delegation for item in result.absences}
    for roll in rolls:
        proof = minutes.evidence(roll.start, roll.end)
        certainty: Certainty = "certain" if roll.known and roll.name else "likely"
        if roll.status in {"apologies", "absent"}:
            if roll.name and roll.name not in gone:
                kind: Literal["apologies", "absent"] = "apologies" if roll.status == "apologies" else "absent"
                result.absences.append(Absence(delegation=roll.name, kind=kind, evidence=proof, certainty=certainty))
        elif roll.name not in seen or roll.name is None:
            seen.add(roll.name or "")
            result.attendance.append(
                Attendance(
                    delegation=roll.name, people=tuple(roll.people), role=roll.role, evidence=proof, certainty=certainty
                )
            )
