"""What a term cannot be: one that ends before it starts, one of an office that nobody knows, one without any day."""

from __future__ import annotations

from collections.abc import Container

from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.bounds import BoundRefused, bound_day
from corcom.mandates.domain.terms import Term, bodies_of, offices_of, themes_of
from corcom.register.domain.gazetteer import parties


class TermRefused(CorcomError):
    """A term that cannot be: `key` is the part of it that is wrong, `why` says it in words that can be translated."""

    def __init__(self, key: str, why: Filled) -> None:
        super().__init__(str(why))
        self.key = key
        self.why = why


def check_term(term: Term) -> None:
    """Refuse a term that cannot be. Errors: `TermRefused`."""
    _check_names(term)
    for key in ("since", "until"):
        try:
            bound_day(term.convention, getattr(term, key))
        except BoundRefused as refused:
            said = gettext_noop("a day, such as 2012-09-14, or a meeting whose days are known: %(meetings)s")
            raise TermRefused(key, Filled(said, meetings=", ".join(refused.meetings))) from refused
    if not term.since and term.seen_on is None:
        said = gettext_noop("the day or the meeting from which the term runs, or a day on which it ran")
        raise TermRefused("since", Filled(said))
    _check_order(term)


def _check_names(term: Term) -> None:
    known: dict[str, Container[str]] = {
        "office": offices_of(term.convention),
        "body": ("", *bodies_of(term.convention)),
        "theme": ("", *themes_of(term.convention)),
        "holder": parties(),
    }
    for key, allowed in known.items():
        if getattr(term, key) not in allowed:
            raise TermRefused(key, Filled(gettext_noop("a code that the rulebook or the register has")))
    if not term.source.strip():
        raise TermRefused("source", Filled(gettext_noop("where it stands")))


def _check_order(term: Term) -> None:
    reach = term.reach
    if reach.since and reach.until and reach.until <= reach.since:
        said = gettext_noop("later than %(since)s; a term does not end before it starts")
        raise TermRefused("until", Filled(said, since=reach.since))
    if term.seen_on and not reach.covers(term.seen_on):
        raise TermRefused("seen_on", Filled(gettext_noop("a day between those of the term")))
