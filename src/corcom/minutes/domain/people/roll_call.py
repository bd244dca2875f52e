"""From the words of an attendance list to its delegations: who stands where, with which people and in which role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corcom.kernel.plain import words
from corcom.minutes.domain.people.near_names import nearly
from corcom.minutes.domain.people.people_table import Roll
from corcom.minutes.domain.people.person_names import says_something
from corcom.minutes.domain.people.roll import Entry, entries, is_person
from corcom.minutes.domain.people.roll_words import Token, label_of, tokens
from corcom.minutes.domain.text.layout import Block
from corcom.minutes.domain.text.minutes_text import MinutesText
from corcom.register.domain.gazetteer import party

_NOT_RECEIVED = re.compile(r"(?:none|not|no\s+\w+)\s+received|no\s+(?:apologies|regrets|reply)", re.IGNORECASE)


def call_roll(minutes: MinutesText, found: Sequence[Block], opened: str) -> list[Roll]:
    """Go through the entries in reading order; what a label opens holds to the end of its column."""
    rolls: list[Roll] = []
    status, role = _opened(opened)
    column = -1
    listed = [(entry, list(tokens(minutes, entry))) for entry in entries(minutes, found)]
    turned = _names_people_first([line for _, line in listed])
    for at, (entry, line) in enumerate(listed):
        if column not in {-1, entry.column}:
            status, role = _opened(opened)
        column = entry.column
        first = not _goes_on(listed, at)
        unknown = _is_unknown_delegation(minutes, listed, at)
        named = [line[0]._replace(kind="role")] if unknown else line if first else _without_labels(line)
        for token in _delegation_first(named) if turned else named:
            if token.kind == "label":
                status, role = _opened(token.value)
                rolls.extend(_at_label(minutes, token, status, role))
                continue
            if token.kind == "delegation" and role == "Secretariat" and _is_state(minutes, token):
                role = None
            status = place(minutes, rolls, token, status, role, first=first)
            first = False
    return [
        roll
        for roll in rolls
        if roll.status != "label"
        and (roll.name or roll.people)
        and not (roll.role == "Secretariat" and _is_label_only(roll, rolls))
    ]


def _goes_on(listed: Sequence[tuple[Entry, Sequence[Token]]], at: int) -> bool:
    """Whether an entry is a further cell of the row that the one before it began."""
    entry, before = listed[at][0], listed[at - 1][0]
    return at > 0 and before.row == entry.row and before.column != entry.column


def _without_labels(line: Sequence[Token]) -> list[Token]:
    """The words of a further cell, in which "Coordinator" opens nothing."""
    return [token._replace(kind="role", bracket=True) if token.kind == "label" else token for token in line]


def _at_label(minutes: MinutesText, token: Token, status: str, role: str | None) -> Iterator[Roll]:
    """What a label puts in place; the people of a secretariat stand below the label itself."""
    yield Roll(None, token.start, token.end, "label")
    if role == "Secretariat":
        name = words(minutes.text[token.start : token.end]).strip(" :*-–—")
        yield Roll(name if name.isupper() else name.capitalize(), token.start, token.end, status, role)


def _names_people_first(lines: Sequence[Sequence[Token]]) -> bool:
    """Whether people stand before their delegations: "Ms. Ana Luz, Adviser, Peru"."""
    behind = before = 0
    for line in lines:
        delegations = sum(token.kind == "delegation" for token in line)
        if not delegations:
            continue
        first = next(token.kind for token in line if token.kind in {"person", "delegation"})
        if first == "person" and line[-1].kind in {"delegation", "role"}:
            behind += delegations
        elif first == "delegation":
            before += delegations
    return behind > 1 and behind > before


def in_order(line: Sequence[Token]) -> Iterable[Token]:
    """The words of one entry with each delegation before its people, however the entry has them."""
    return _delegation_first(line) if _names_people_first([line]) else line


def _delegation_first(line: Sequence[Token]) -> Iterator[Token]:
    """The words of an entry with each delegation before the people that stand before it."""
    waiting: list[Token] = []
    for token in line:
        if token.kind == "delegation":
            yield token._replace(bracket=False)
            yield from waiting
            waiting = []
        else:
            waiting.append(token)
    yield from waiting


def _is_unknown_delegation(minutes: MinutesText, listed: Sequence[tuple[Entry, Sequence[Token]]], at: int) -> bool:
    """Whether a line that could be a person is an organisation: all others have titles, and so has the one below it."""
    entry, line = listed[at]
    if len(line) != 1 or line[0].kind != "person" or line[0].value != "unknown" or not 0 < at < len(listed) - 1:
        return False
    above, below = listed[at - 1], listed[at + 1]
    return above[0].column == entry.column == below[0].column and all(
        _is_titled(minutes, other) for _, other in (above, below)
    )


def _is_titled(minutes: MinutesText, line: Sequence[Token]) -> bool:
    return bool(line) and line[0].kind == "person" and is_person(minutes.shadow[line[0].start : line[0].end])


def _is_state(minutes: MinutesText, token: Token) -> bool:
    known = party(minutes.shadow[token.start : token.end])
    return known is not None and known.kind == "state"


def _opened(label: str) -> tuple[str, str | None]:
    """The status and the role of those who stand below a label."""
    status = label if label in {"absent", "apologies"} else "present"
    return status, label if label in {"observer", "Secretariat", "By Special Invitation"} else None


def _is_label_only(roll: Roll, rolls: Sequence[Roll]) -> bool:
    """A label "Secretariat" below which the delegation is named, so that it stands for nobody itself."""
    named = roll.name is not None and party(roll.name) is None and not roll.people
    return named and len(rolls) > 1


def place(minutes: MinutesText, rolls: list[Roll], token: Token, status: str, role: str | None, *, first: bool) -> str:
    """Put one token where it belongs; returns the status that holds from here."""
    last = rolls[-1] if rolls else None
    if token.kind == "delegation":
        name = shown_name(minutes, token)
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
        rolls[-1].start = min(rolls[-1].start, token.start)  # "Ms Luz (Peru)": a person may stand first
        rolls[-1].end = max(rolls[-1].end, token.end) if token.end - rolls[-1].start < 300 else rolls[-1].end
    elif last and last.status != "label" and (last.name or last.people):
        _role(minutes, rolls, token, status, role, first=first)
    elif token.value == "unknown" and minutes.low[token.start : token.end] not in {"none", "nil", "n/a"}:
        rolls.append(
            Roll(words(minutes.text[token.start : token.end]), token.start, token.end, status, role, known=False)
        )
    return status


def _gone(text: str, status: str) -> str:
    """The status that words behind a delegation give it: "Chad (apologies)", "Ghana – absent"; nothing where none."""
    if status == "apologies" and _NOT_RECEIVED.match(text):
        return "absent"
    label = label_of(text)
    return label[0] if label and label[0] in {"absent", "apologies"} else ""


def _role(minutes: MinutesText, rolls: list[Roll], token: Token, status: str, role: str | None, *, first: bool) -> None:
    """A role belongs to the delegation before it on its line; alone on a line it names an unknown delegation."""
    text = words(minutes.text[token.start : token.end]).strip("()-–— ")
    if len(text) > 90 or says_something(text):
        return
    if not rolls[-1].people and (gone := _gone(text, rolls[-1].status)):
        rolls[-1].status = gone
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
        rolls[-1].end = max(rolls[-1].end, token.end)


def shown_name(minutes: MinutesText, token: Token) -> str:
    """The name to show: the UN's for a State, the text's own for an organisation."""
    known = party(minutes.shadow[token.start : token.end]) or nearly(minutes.shadow[token.start : token.end])
    known = known or next((hit.party for hit in minutes.names_between(token.start, token.end)), None)
    name = words(minutes.text[token.start : token.end].strip(" *:-"))
    return known.name if known and known.kind == "state" else name


def _person(minutes: MinutesText, token: Token) -> str:
    """A person as written; what stands after a dash or comma goes in brackets ("Ms. A. Berg (Intern)")."""
    name = words(minutes.text[token.start : token.end]).strip(" *;,")
    parts = re.split(r"\s+[-–—]\s+|,\s+", name, maxsplit=1)
    return f"{parts[0]} ({parts[1]})" if len(parts) == 2 and "(" not in parts[0] else name
