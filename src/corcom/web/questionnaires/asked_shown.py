"""The States to which a questionnaire is put, as a table: how far the answer of each is, and its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.questionnaires.domain.questionnaire_told import AskedTold, QuestionnaireTold
from corcom.web.pieces import Column, Empty, Filter, Link, Option, Row, Stack, StateName, StatusMark, Table
from corcom.web.register.group_words import regional_group_in_words
from corcom.web.state_lists import regional_group_on
from corcom.web.wording import in_words as day_in_words

PROGRESS: dict[str, Promise] = {
    "handed-in": gettext_lazy("handed in"),
    "written": gettext_lazy("being written"),
    "nothing": gettext_lazy("nothing yet"),
}
"""How far an answer is, by the key in the address."""


def asked_table(
    found: QuestionnaireTold, asked: Sequence[AskedTold], at: datetime, *, may: bool, chosen: str = ""
) -> Table:
    """The States that are asked by name, or those of them that are `chosen` by how far their answer is."""
    columns = [Column(_("State")), Column(_("Regional group")), Column(_("Answer"))]
    if may:
        columns.append(Column(_("Letters")))
    empty = Empty(
        _("No State is asked yet"),
        _("Choose States: each gets a signed link of its own, by which it answers without an account."),
        _("Choose States") if may and found.state(at) == "open" else "",
        reverse("questionnaire_ask", args=[found.number]),
    )
    counted = Counter(map(_progress, asked))
    wanted = [one for one in asked if chosen not in PROGRESS or _progress(one) == chosen]
    ordered = sorted(wanted, key=lambda one: StateName(one.iso3).words)
    options = [Option(_("all"), count=len(asked))]
    options += [Option(str(words), code, counted[code]) for code, words in PROGRESS.items() if counted[code]]
    return Table(
        id="asked",
        caption=_("States"),
        columns=tuple(columns),
        rows=tuple(_row(found, one, at, may=may) for one in ordered),
        filters=(Filter(_("Answer"), "answer", tuple(options), chosen),) if len(counted) > 1 else (),
        empty=None if asked else empty,
    )


def _progress(one: AskedTold) -> str:
    if one.last is not None:
        return "handed-in"
    return "written" if one.written else "nothing"


def _row(found: QuestionnaireTold, one: AskedTold, at: datetime, *, may: bool) -> Row:
    address = reverse("questionnaire_state", args=[found.number, one.iso3])
    name: object = Link(StateName(one.iso3).words, address) if may else StateName(one.iso3)
    group = regional_group_in_words(regional_group_on(one.iso3, at.date())) or "–"
    cells: tuple[object, ...] = (name, group, answer_mark(one))
    return Row((*cells, _letters(one)) if may else cells, id=f"state-{one.iso3}")


def answer_mark(one: AskedTold) -> StatusMark:
    """Whether a State answered."""
    if one.last is not None:
        words = _("handed in on %(day)s") % {"day": day_in_words(one.last.received_on)}
        return StatusMark("met", words)
    return StatusMark("soon", _("being written")) if one.written else StatusMark("none", _("nothing yet"))


def _letters(one: AskedTold) -> object:
    if one.link.withdrawn_at is not None:
        return StatusMark("overdue", _("link withdrawn"))
    lines = [
        words % {"day": day_in_words(at.date())}
        for words, at in ((_("invited on %(day)s"), one.invited_at), (_("reminded on %(day)s"), one.reminded_at))
        if at is not None
    ]
    if not one.address:
        lines.append(_("no address"))
    return Stack(tuple(map(Link, lines or ["–"])))
