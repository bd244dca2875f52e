"""The public copy of minutes: without who said what, without people, without what is confidential.

Names are taken out of the text too. In a paragraph that somebody spoke, every name of a delegation that spoke anywhere in the
minutes gives way to a mark, and so do initials and people: to take out one name too many is better than to leave one. What a
person wrote as plain text is left as it stands; `still_named` shows where it names somebody who spoke, for a person to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from corcom.kernel.plain import plain
from corcom.minuting.domain.attendance_lines import AttendanceLine, attendance_lines
from corcom.minuting.domain.content import IssuedParagraph, IssuedSection, MinutesContent
from corcom.minuting.domain.paragraphs import ATTENDANCE, SPOKEN
from corcom.register.domain.gazetteer import names_in, party

MASK = "[…]"
"""Stands where a name was taken out."""
_SHORTEST_SURNAME = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """Who spoke: `codes` of States and organisations, their `names` as written, `initials`, and people present.

    `alone` stand in a list of attendance without a delegation: people, as far as anybody can tell.
    """

    codes: frozenset[str]
    names: frozenset[str]
    initials: frozenset[str]
    people: frozenset[str]
    alone: frozenset[str] = frozenset()


def public_copy(content: MinutesContent) -> MinutesContent:
    """The minutes as everybody may have them. A copy of the copy is the same."""
    speakers = speakers_of(content)
    sections = tuple(_section(one, content, speakers) for one in content.sections)
    heading = replace(content.heading, chair_person="")
    return replace(content, heading=heading, sections=sections, attribution=content.public_attribution, redacted=True)


def speakers_of(content: MinutesContent) -> Speakers:
    """Everybody whom the minutes have speak, and all the people that they name as there or in the chair."""
    spoke = content.of_kind(*SPOKEN)
    names = {one.delegation for one in spoke if one.delegation}
    known = [found for name in names if (found := party(name)) is not None]
    people = {who for one in content.of_kind(*ATTENDANCE) for line in attendance_lines(one.text) for who in line.people}
    alone = {
        line.delegation
        for one in content.of_kind(*ATTENDANCE)
        for line in attendance_lines(one.text)
        if _is_person(line)
    }
    if content.heading.chair_person:
        people.add(content.heading.chair_person)
    return Speakers(
        codes=frozenset(one.code for one in known),
        names=frozenset(names),
        initials=frozenset(one.initials for one in spoke if one.initials),
        people=frozenset(people),
        alone=frozenset(alone),
    )


def still_named(copy: MinutesContent, speakers: Speakers) -> list[tuple[int, str]]:
    """Paragraphs of a public copy that were not spoken and name somebody who spoke: their number, and the name found."""
    return [
        (number, one.text[start:end])
        for number, _, one in copy.numbered()
        if one.kind not in SPOKEN | ATTENDANCE and not one.withheld
        for start, end in _places(one.text, speakers)
    ]


def masked(text: str, speakers: Speakers) -> str:
    """A text without the names of those who spoke.

    >>> who = Speakers(codes=frozenset({"HRV"}), names=frozenset(), initials=frozenset({"AH"}), people=frozenset())
    >>> masked("Croatia (AH) thanked Zambia.", who)
    '[…] ([…]) thanked Zambia.'
    """
    parts = []
    at = 0
    for start, end in _places(text, speakers):
        parts += [text[at:start], MASK]
        at = end
    return "".join([*parts, text[at:]])


def _is_person(line: AttendanceLine) -> bool:
    """Whether a line has, as far as anybody can tell, a person of no delegation: several words, and no party is called so."""
    return not line.people and " " in line.delegation and party(line.delegation) is None


def _surnames(people: Iterable[str]) -> set[str]:
    """The words of names that may be said alone: of "Juan Gómez Robles" both surnames, of "Maria SMITH" also "Smith"."""
    named = ([word for word in who.split() if not word.endswith(".")] for who in people)
    words = {
        word for name in named for word in name[1:] or name if len(word) >= _SHORTEST_SURNAME and word[0].isupper()
    }
    return words | {word.title() for word in words} | {word.upper() for word in words}


def _section(section: IssuedSection, content: MinutesContent, speakers: Speakers) -> IssuedSection:
    paragraphs = tuple(_paragraph(one, content, speakers) for one in section.paragraphs)
    # The names of papers that are not public are not either.
    return replace(section, paragraphs=paragraphs, papers=())


def _paragraph(one: IssuedParagraph, content: MinutesContent, speakers: Speakers) -> IssuedParagraph:
    if one.confidential or one.withheld:
        return IssuedParagraph(id=one.id, kind="text", text="", confidential=True, withheld=True)
    if one.kind in ATTENDANCE:
        lines = attendance_lines(one.text)
        return replace(one, text="\n".join(MASK if _is_person(line) else line.delegation for line in lines))
    if one.kind not in SPOKEN:
        return one
    shown = content.public_attribution
    text = one.text if shown == "state" else masked(one.text, _without_shown(speakers, content))
    return replace(
        one,
        text=masked(text, _only_people(speakers, content)),
        # It has the words of a promise of an earlier meeting, which may name people.
        about=masked(one.about, _only_people(speakers, content)),
        delegation=one.delegation if shown == "state" else "",
        initials=one.initials if shown == "initials" else "",
    )


def _without_shown(speakers: Speakers, content: MinutesContent) -> Speakers:
    """Where initials are shown, they are no secret."""
    return replace(speakers, initials=frozenset()) if content.public_attribution == "initials" else speakers


def _only_people(speakers: Speakers, content: MinutesContent) -> Speakers:
    shown = content.public_attribution
    initials = frozenset() if shown == "initials" else speakers.initials
    return replace(speakers, codes=frozenset(), names=frozenset(), initials=initials)


def _places(text: str, speakers: Speakers) -> list[tuple[int, int]]:
    """Where a text names one of them, in order and without overlap, the longest first."""
    found = [(hit.start, hit.end) for hit in names_in(plain(text)) if hit.party.code in speakers.codes]
    surnames = _surnames(speakers.people)
    for words, flags in (
        ({*speakers.names, *speakers.people, *speakers.alone}, re.IGNORECASE),
        ({*speakers.initials, *surnames}, re.NOFLAG),
    ):
        for name in words:
            found += [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
