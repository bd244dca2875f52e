"""What if a State deposited on a day: when it is bound, when what falls due, and how the counts change. Nothing is stored."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.folding import folded
from corcom.obligations.domain.owed import Owed
from corcom.obligations.domain.what_if import Difference, WhatIf, if_deposited
from corcom.register.domain.checks import Contradiction
from corcom.register.domain.states import state_codes, un_members_on
from corcom.register.domain.treaty_actions import CONSENTS, KINDS, Kind
from corcom.web.conventions.page import head, nothing_recorded
from corcom.web.day import day_of
from corcom.web.obligations.steps import missing_in_words, steps_of, worded
from corcom.web.obligations.words import article_of, by_article, owed_name
from corcom.web.pieces import Column, Deadline, Row, StateName, Table
from corcom.web.register.asked import Asked, asked_for
from corcom.web.register.contradiction_words import contradiction_in_words
from corcom.web.register.count_words import COUNT_NAMES, COUNT_WORDS
from corcom.web.register.participation_words import kind_name
from corcom.web.sign_in import open_to_the_public
from corcom.web.step_forms import Day, OneOf
from corcom.web.wording import in_words

COUNTS_SHOWN = ("deposited", "bound", "contracting", "signed_only", "un_outside")
LATEST = date(2200, 12, 31)
"""Beyond it no rule is asked; the arithmetic would leave the calendar."""


class Deposit(forms.Form):
    """A State, a day, and the act by which it would consent."""

    state = forms.ChoiceField(label=gettext_lazy("State"), widget=OneOf())
    deposit = forms.DateField(label=gettext_lazy("If it deposits on"), widget=Day(), input_formats=["%Y-%m-%d"])
    kind = forms.ChoiceField(label=gettext_lazy("By"), widget=OneOf(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = sorted(((code, StateName(code).words) for code in state_codes()), key=lambda one: folded(one[1]))
        self.fields["state"].choices = states  # type: ignore[attr-defined]  # a choice field has choices
        kinds = [("", _("ratification by a signatory, accession by any other"))]
        kinds += [(kind, kind_name(kind)) for kind in KINDS if kind in CONSENTS and kind != "succession"]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]  # likewise

    def clean_deposit(self) -> date:
        on: date = self.cleaned_data["deposit"]
        if on > LATEST:
            raise forms.ValidationError(_("That is too far ahead."))
        return on


@open_to_the_public
def what_if(request: HttpRequest, convention: str) -> HttpResponse:
    """What would follow if a State deposited its instrument on a day; nothing of it is stored."""
    asked = asked_for(request, convention)
    given = "state" in request.GET and "deposit" in request.GET
    usual = {"state": request.GET.get("state", ""), "deposit": day_of(request)}
    form = Deposit(request.GET) if given else Deposit(initial=usual)
    shown: dict[str, Any] = head(asked, "what_if") | {"form": form}
    if not asked.register.states:
        return render(request, "register/what_if.html", shown | {"nothing": nothing_recorded()})
    if given and form.is_valid():
        said = form.cleaned_data
        found = if_deposited(
            asked.register,
            iso3=said["state"],
            kind=_kind(asked, said["state"], said["kind"], said["deposit"]),
            on=said["deposit"],
            states=state_codes(),
            un_members=un_members_on(said["deposit"]),
        )
        if isinstance(found, Contradiction):
            form.add_error(None, contradiction_in_words(found))
        else:
            shown |= _shown(found, said["deposit"], asked.day)
    return render(request, "register/what_if.html", shown, status=400 if form.is_bound and form.errors else 200)


def _kind(asked: Asked, iso3: str, wanted: str, on: date) -> Kind:
    """The act that was chosen; else what a signatory does, or any other State."""
    if wanted in get_args(Kind):
        return wanted  # type: ignore[return-value]  # one of the kinds, as was just asked
    return "ratification" if asked.register.of(iso3).has_signed_on(on) else "accession"


def _shown(found: WhatIf, on: date, day: date) -> dict[str, Any]:
    return {
        "found": found,
        "state": StateName(found.iso3),
        "deposited": in_words(on),
        "since": in_words(found.membership.since),
        "way": worded(found.register.way(found.membership), found.register),
        "owed": _owed(found, day),
        "counts": [_counts(each) for each in found.differences],
    }


def _owed(found: WhatIf, day: date) -> Table:
    """What falls due, and when, with the steps; `day` is that of the page."""
    order = by_article(found.register.book.obligations)
    owed = sorted(found.owed, key=lambda each: order.index(each.obligation))
    rows = [Row((owed_name(one), article_of(one.obligation), *_due(one, found, day))) for one in owed]
    columns = (Column(_("Obligation"), is_wide=True), Column(_("Article")), Column(_("Due")), Column(_("Remark")))
    return Table(id="would-owe", caption=_("What would fall due"), columns=columns, rows=tuple(rows))


def _due(one: Owed, found: WhatIf, day: date) -> tuple[Any, str]:
    if one.original is None:
        return _("without a deadline"), missing_in_words(one)
    chip = Deadline(due_on=one.original, day=day, status="due", steps=steps_of(one, found.register))
    return chip, _("where it has this obligation") if one.missing == "whether_it_applies" else ""


def _counts(each: Difference) -> Table:
    """The counts of a day, without the deposit and with it."""
    rows = []
    for key in COUNTS_SHOWN:
        without, having = getattr(each.without, COUNT_NAMES[key]), getattr(each.having, COUNT_NAMES[key])
        rows.append(
            Row((str(COUNT_WORDS[key]), without, having, f"{having - without:+d}" if having != without else ""))
        )
    columns = (
        Column(_("Count")),
        Column(_("without it"), is_number=True),
        Column(_("with it"), is_number=True),
        Column(_("Change"), is_number=True),
    )
    caption = _("Counts on %(day)s") % {"day": in_words(each.on)}
    return Table(id=f"counts-{each.on.isoformat()}", caption=caption, columns=columns, rows=tuple(rows))
