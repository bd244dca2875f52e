"""An issue of minutes as Akoma Ntoso: as a record has it, with every paragraph under its item in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from corcom.documents.domain.official import xml_safe
from corcom.kernel.actor import Actor
from corcom.kernel.wording import ENGLISH
from corcom.minutes.domain.concerned import actors_named
from corcom.minutes.domain.record import AgendaPart
from corcom.minutes.domain.written.record_akn import LANGUAGES, AknWriter
from corcom.minuting.domain.as_record import as_record
from corcom.minuting.domain.content import IssuedParagraph, MinutesContent
from corcom.minuting.domain.issue import Issue
from corcom.minuting.domain.redaction import public_copy
from corcom.minuting.domain.spoken import in_full, named_as


def minutes_akn(issue: Issue, *, made_on: date, language: str = "en", public: bool = False) -> bytes:
    """The minutes as XML, valid against the schema; with `public` the public copy, in which nothing else stands."""
    content = public_copy(issue.content) if public else issue.content
    return _Writer(content).written(made_on, LANGUAGES.get(language.partition("-")[0], "eng"))


class _Writer(AknWriter):
    def __init__(self, content: MinutesContent) -> None:
        super().__init__(as_record(content))
        self.content = content
        self.numbers = {one.id: number for number, _, one in content.numbered()}
        # Only items of the agenda are parts of a record; the attendance is called over before them.
        self.items = [section for section in content.sections if section.number]

    def said_under(self, eid: str, number: int, part: AgendaPart) -> list[Any]:  # noqa: ARG002  the class above asks so
        """The paragraphs of the item, each with its number; what somebody spoke as a speech."""
        return [
            self._spoken(f"{eid}__speech_{place}", one)
            if named_as(one, self.content.attribution)
            else self._plain(f"{eid}__p_{place}", one)
            for place, one in enumerate(self.items[number - 1].paragraphs, start=1)
        ]

    def _plain(self, eid: str, one: IssuedParagraph) -> Any:
        return self.maker.p(xml_safe(f"{self.numbers[one.id]}. {in_full(one, self.content, ENGLISH)}"), eId=eid)

    def _spoken(self, eid: str, one: IssuedParagraph) -> Any:
        make, who = self.maker, named_as(one, self.content.attribution)
        by_state = self.content.attribution == "state"
        known = actors_named([who], self.content.heading.convention) if by_state else ()
        speaker = self.references.actor(known[0] if known else Actor(f"name:{who.casefold()}", who))
        # Who spoke is named by the element before.
        words = f"{self.numbers[one.id]}. {in_full(one, replace(self.content, attribution='nobody'), ENGLISH)}"
        return make.speech(make("from", xml_safe(who)), make.p(xml_safe(words), eId=f"{eid}__p_1"), eId=eid, by=speaker)
