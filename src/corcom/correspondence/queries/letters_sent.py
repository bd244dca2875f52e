"""The letters that went out, as audiences ask about them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from corcom.correspondence.domain.audience.letters_sent import LetterSent, LettersSent
from corcom.correspondence.models import LetterAnswer, LetterCopy, LetterPosting, LetterStep
from corcom.correspondence.queries.letters import ABOUT
from corcom.outbox.queries import first_received


def letters_sent() -> LettersSent:
    """Every letter that went out, to whom and on which day, and who answered when. Five SQL queries.

    A copy that went by e-mail left with the letter; of one on paper the posting says when it did, where one is written down.
    """
    let_out = {letter: at.date() for letter, at in _let_out().values_list("letter", "at")}
    posted, answered = posted_on(), answered_on()
    to: dict[int, dict[str, date]] = {number: {} for number in let_out}
    audiences: dict[int, int | None] = {}
    said: dict[int, dict[str, date]] = {}
    rows = LetterCopy.objects.filter(
        Q(letter__in=_let_out().values("letter"))
        | Q(pk__in=LetterPosting.objects.filter(struck_at=None).order_by().values("copy")),
        left_out="",
    )
    columns = ("pk", "iso3", "addresses", "letter", "letter__by_email", "letter__audience")
    for copy, iso3, addresses, letter, by_email, audience in rows.order_by().values_list(*columns):
        e_mailed = let_out.get(letter) if by_email and addresses else None
        days = [day for day in (e_mailed, posted.get(copy)) if day] or [let_out[letter]]
        to.setdefault(letter, {})[iso3] = min(days)
        audiences[letter] = audience
        if copy in answered:
            said.setdefault(letter, {})[iso3] = answered[copy]
    return {
        letter: LetterSent(
            sent_on=min([*states.values(), let_out.get(letter, date.max)]),
            audience=audiences.get(letter),
            to=states,
            answered=said.get(letter, {}),
        )
        for letter, states in to.items()
    }


def posted_on() -> dict[int, date]:
    """On which day the paper of each copy first left, by its number; those that were not posted are left out. One SQL query."""
    rows = LetterPosting.objects.filter(struck_at=None).order_by("-posted_on", "-id")
    return dict(rows.values_list("copy", "posted_on"))


def answered_on() -> dict[int, date]:
    """On which day each copy was answered first, by its number; those that were not are left out. Two SQL queries."""
    found = {number: at.date() for number, at in first_received(about_kind=ABOUT).items()}
    said = LetterAnswer.objects.filter(struck_at=None).order_by().values_list("copy", "received_on")
    for copy, on in said:
        found[copy] = min(on, found.get(copy, on))
    return found


def _let_out() -> QuerySet[LetterStep]:
    return LetterStep.objects.filter(kind="sent").order_by("id")
