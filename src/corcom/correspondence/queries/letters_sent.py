"""The letters that went out, as audiences ask about them."""

from __future__ import annotations

from datetime import date

from corcom.correspondence.domain.audience.letters_sent import LetterSent, LettersSent
from corcom.correspondence.models import LetterAnswer, LetterCopy, LetterStep
from corcom.correspondence.queries.letters import ABOUT
from corcom.outbox.queries import first_received


def letters_sent() -> LettersSent:
    """Every letter that went out, to whom, and who answered when, by e-mail or otherwise. Four SQL queries."""
    sent = dict(LetterStep.objects.filter(kind="sent").order_by("id").values_list("letter", "at"))
    copies = LetterCopy.objects.filter(letter__steps__kind="sent", left_out="").order_by().distinct()
    to: dict[int, dict[str, int]] = {number: {} for number in sent}
    audiences: dict[int, int | None] = {}
    for copy, letter, audience, iso3 in copies.values_list("pk", "letter", "letter__audience", "iso3"):
        to[letter][iso3] = copy
        audiences[letter] = audience
    answered = answered_on()
    return {
        letter: LetterSent(
            sent_on=at.date(),
            audience=audiences.get(letter),
            to=frozenset(to[letter]),
            answered={iso3: answered[copy] for iso3, copy in to[letter].items() if copy in answered},
        )
        for letter, at in sent.items()
    }


def answered_on() -> dict[int, date]:
    """On which day each copy was answered first, by its number; those that were not are left out. Two SQL queries."""
    found = {number: at.date() for number, at in first_received(about_kind=ABOUT).items()}
    said = LetterAnswer.objects.filter(struck_at=None).order_by().values_list("copy", "received_on")
    for copy, on in said:
        found[copy] = min(on, found.get(copy, on))
    return found
