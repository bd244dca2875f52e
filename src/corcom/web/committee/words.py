"""Offices, themes, holders and terms in words and as pieces, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from corcom.kernel.source import Certainty
from corcom.mandates.domain.acting import PersonActing
from corcom.mandates.domain.bounds import Reach, close_on
from corcom.mandates.domain.caution_words import caution_in_words
from corcom.mandates.domain.cautions import RosterCaution
from corcom.mandates.domain.seats import Seat, TermVersion
from corcom.mandates.domain.terms import Term, name_of, office_name, theme_name
from corcom.web.filled import filled
from corcom.web.pieces import Link, Source, Stack, StateName, StatusMark, Together
from corcom.web.wording import in_words

CERTAINTIES: dict[Certainty, Promise] = {
    "certain": pgettext_lazy("certainty of a term", "certain"),
    "likely": pgettext_lazy("certainty of a term", "likely"),
    "doubtful": pgettext_lazy("certainty of a term", "doubtful"),
}


def office_in_words(convention: str, code: str) -> str:
    """The name of an office."""
    return _(office_name(convention, code))


def theme_in_words(convention: str, code: str) -> str:
    """The name of a theme; "" for none."""
    name = theme_name(convention, code)
    return _(name) if name else ""


def holder_in_words(code: str) -> str:
    """The name of a State or an organisation in the reader's language."""
    return StateName(code, name_of(code)).words


def holder_name(code: str) -> StateName:
    """The same as a piece that leads to its page."""
    return StateName(code, name_of(code))


def place_of(convention: str, office: str, theme: str) -> Stack | str:
    """What is held: the theme with the office below it, or the office alone."""
    if not theme:
        return office_in_words(convention, office)
    return Stack((theme_in_words(convention, theme), office_in_words(convention, office)))


def place_in_words(convention: str, office: str, theme: str) -> str:
    """The same in one line."""
    parts = (theme_in_words(convention, theme), office_in_words(convention, office))
    return _(", ").join(part for part in parts if part)


def term_of(convention: str, reach: Reach, address: str = "") -> Stack | Link:
    """A term: the meetings at whose closes it runs, if they are known, and the days below them."""
    first, last = close_on(convention, reach.since), close_on(convention, reach.until)
    days = Link(reach_in_words(reach), address)
    if first is None or last is None or not (reach.said_since and reach.said_until):
        return days
    meetings = pgettext("closes of meetings", "%(first)s to %(last)s") % {"first": first.code, "last": last.code}
    return Stack((Link(meetings, address, is_whole=True), reach_in_words(reach)))


def reach_in_words(reach: Reach) -> str:
    """The days of a term in one line; what no record says is marked as the least that is known."""
    if reach.until is None:
        return _("since %(since)s") % {"since": in_words(reach.since)}
    days = {"since": in_words(reach.since), "until": in_words(reach.until)}
    if reach.said_since and reach.said_until:
        return _("%(since)s to %(until)s") % days
    return _("at least %(since)s to %(until)s") % days


def sources_of(version: TermVersion, *, about: str) -> Together:
    """A "Why?" for each record that gives this term."""
    return Together(tuple(source_of(term, about=about) for term in version.terms))


def source_of(term: Term, *, about: str) -> Source:
    """What "Why?" opens of a term as recorded: its source, how certain it is, on which day somebody was seen in office."""
    said = [str(CERTAINTIES[term.certainty])]
    if term.seen_on:
        said.append(_("seen in office on %(day)s") % {"day": in_words(term.seen_on)})
    return Source(
        document=term.source,
        address=term.source.split()[0] if term.source.startswith(("http://", "https://")) else "",
        place=_(", ").join(said),
        about=about,
        is_recorded=True,
    )


def holders_of(seats: Iterable[Seat]) -> Together | str:
    """Holders in one line; those on whose terms records differ are marked."""
    parts: list[Any] = []
    for seat in seats:
        parts.append(holder_name(seat.holder))
        if seat.is_disputed:
            parts.append(StatusMark("unknown", differ()))
    return Together(tuple(parts)) if parts else ""


def holder_with_people(seat: Seat, acting: Iterable[PersonActing], *, with_links: bool) -> Stack | Together | str:
    """A holder, and below it who acts for it; `with_links` for those who may open the directory."""
    people = [Link(one.name, reverse("person", args=[one.person]) if with_links else "") for one in acting]
    holder = holders_of([seat])
    return Stack((holder, *people)) if people else holder


def differ() -> str:
    """That records give different terms."""
    return _("records differ")


def history_address(seat: Seat) -> str:
    """The page with all that was ever recorded of a holder in an office."""
    theme = seat.theme or "-"
    return reverse("terms", args=[seat.convention, seat.office, theme, seat.holder])


def caution_line(convention: str, caution: RosterCaution) -> tuple[StatusMark, str, str]:
    """A caution as a mark, its words, and the source of the rule that it rests on."""
    words = caution_in_words(
        caution,
        office=office_in_words(convention, caution.office) if caution.office else "",
        theme=theme_in_words(convention, caution.theme),
        name=holder_in_words,
        group=_,
    )
    if caution.rule is None:
        mark = StatusMark("unknown", _("to clear up"))
    elif caution.rule.must:
        mark = StatusMark("overdue", _("rule broken"))
    else:
        mark = StatusMark("soon", _("preference"))
    return mark, filled(words), caution.rule.source if caution.rule else ""
