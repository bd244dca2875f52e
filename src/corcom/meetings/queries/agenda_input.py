"""The draft agenda as it was circulated for input, and what delegations said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corcom.consultation.domain.comments import Place
from corcom.consultation.queries import CommentMade, Consultation, comments_on, consultations_about
from corcom.meetings.queries.agendas import AgendaLine

KIND = "agenda"
"""What a consultation about an agenda is about: this, and the number of the meeting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputAt:
    """What delegations said at one place of the agenda: of an item (`title`), after it, or of the whole.

    `item` is the row of that item as the draft stands now; None where there is no such item (any more).
    """

    place: Place
    title: str
    item: int | None
    comments: tuple[CommentMade, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaInput:
    """A circulation of the draft agenda, what came of it in the order of the agenda, and who has no comments, by code."""

    consultation: Consultation
    places: tuple[InputAt, ...]
    no_comments: tuple[str, ...]

    @property
    def comments(self) -> tuple[CommentMade, ...]:
        """Everything that was said, in its order."""
        return tuple(each for one in self.places for each in one.comments)


def about_agenda(meeting: int) -> str:
    """How a consultation names the draft agenda of a meeting."""
    return f"{KIND}:{meeting}"


def agenda_input(*, meeting: int, lines: Sequence[AgendaLine]) -> AgendaInput | None:
    """The last circulation of a draft agenda, with what was said; None where there was none. Eight SQL queries at most.

    `lines` is the draft as it stands: an item of it is that which the circulated one was, while it has the same title.
    """
    found = next(iter(consultations_about(about_agenda(meeting))), None)
    if found is None:
        return None
    made = comments_on(found.number)
    said = [each for each in made if each.place.kind != "none"]
    items = {line.item.title: line.id for line in lines}
    places = []
    for place in dict.fromkeys(each.place for each in said):
        title = title_of(found, place)
        places.append(
            InputAt(
                place=place,
                title=title,
                item=items.get(title) if place.kind == "at" else None,
                comments=tuple(each for each in said if each.place == place),
            )
        )
    return AgendaInput(
        consultation=found,
        places=tuple(places),
        no_comments=tuple(each.party for each in made if each.place.kind == "none"),
    )


def title_of(found: Consultation, place: Place) -> str:
    """The title of the circulated item at a place; "" for what is said of the whole."""
    paragraph = found.paragraph(place.paragraph)
    return paragraph.text.partition("\n")[0] if paragraph else ""
