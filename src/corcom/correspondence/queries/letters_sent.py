"""The letters that went out, as audiences ask about them."""

from __future__ import annotations

from datetime import date

from corcom.correspondence.domain.audience.letters_sent import LetterSent, LettersSent
from corcom.correspondence.models import LetterAnswer, LetterCopy, LetterStep
from corcom.correspondence.queries.letters import ABOUT
from corcom.outbox.queries import replies_about


def letters_sent() -> LettersSent:
    """Every letter that went out, to whom, and who answered when, by e-mail or otherwise. Four SQL queries."""
    sent = dict(LetterStep.objects.filter(kind="sent").order_by("id").values_list("letter", "at"))
    copies = LetterCopy.objects.filter(letter__in=sent, left_out="").order_by()
    found = list(copies.values_list("pk", "letter", "letter__audience", "iso3"))
    said = LetterAnswer.objects.filter(copy__letter__in=sent, struck_at=None).order_by()
    answered: dict[int, date] = {}
    for copy, on in said.values_list("copy", "received_on"):
        answered[copy] = min(on, answered.get(copy, on))
    for reply in replies_about(kind=ABOUT, numbers=[number for number, *_ in found]):
        if reply.about:
            on = reply.received_at.date()
            answered[reply.about.number] = min(on, answered.get(reply.about.number, on))
    return {
        letter: LetterSent(
            sent_on=at.date(),
            audience=next((audience for _, one, audience, _ in found if one == letter), None),
            to=frozenset(iso3 for _, one, _, iso3 in found if one == letter),
            answered={iso3: answered[copy] for copy, one, _, iso3 in found if one == letter and copy in answered},
        )
        for letter, at in sent.items()
    }
