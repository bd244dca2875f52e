"""The States of an audience as a table, each with the concern that brought it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.correspondence.domain.addressee import Addressee
from corcom.correspondence.domain.audience.facts import DayFacts
from corcom.web.downloads import downloads
from corcom.web.obligations.words import obligation_name
from corcom.web.pieces import Column, Link, Row, StateName, StatusMark, Table
from corcom.web.wording import days_in_words, in_words


def states_table(
    found: Sequence[Addressee],
    on: DayFacts,
    mail: Mapping[str, str] | None,
    *,
    why: int | None = None,
    request: HttpRequest | None = None,
) -> Table:
    """The States with the concern that brought each in; with addresses and ways to the reasons, where they are asked for."""
    columns = [Column(_("State"))]
    concerned = any(one.concern for one in found)
    if concerned:
        columns += [Column(_("Because of")), Column(_("Due")), Column(_("Received"))]
    if mail is not None:
        columns.append(Column(_("E-mail address")))
    return Table(
        id="states",
        caption=_("States"),
        columns=(*columns, Column(_("Why"))) if why else tuple(columns),
        rows=tuple(Row(tuple(_cells(one, on, mail, why, concerned=concerned))) for one in found),
        downloads=downloads(request) if request and found else (),
    )


def _cells(
    one: Addressee, on: DayFacts, mail: Mapping[str, str] | None, why: int | None, *, concerned: bool
) -> Iterator[Any]:
    concern = one.concern
    yield StateName(one.iso3)
    if concerned:
        yield _because(one, on)
        yield in_words(concern.due_on) if concern else ""
        yield days_in_words(concern.received_on) if concern and concern.received_on else ""
    if mail is not None:
        yield Link(mail[one.iso3]) if mail[one.iso3] else StatusMark("unknown", _("none known"))
    if why:
        yield Link(_("Why?"), reverse("audience_why", args=[why, one.iso3]))


def _because(one: Addressee, on: DayFacts) -> str:
    concern = one.concern
    if concern is None:
        return ""
    known = on.facts.register.book.obligation(concern.obligation)
    name = obligation_name(known) if known else concern.obligation
    return _("%(report)s for %(year)s") % {"report": name, "year": concern.period} if concern.period else name
