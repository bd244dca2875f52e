"""The steps of follow-up: closing, taking up again, correcting, reopening, superseding. Each works as a plain form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.followup import actions as followup
from corcom.followup.domain.commitment import Followed, Kind
from corcom.followup.domain.commitments_wanted import Wanted
from corcom.followup.domain.terms import DecisionTerms
from corcom.followup.queries import decisions
from corcom.kernel.actor import Actor
from corcom.minutes.domain.concerned import actors_named
from corcom.minutes.queries import Passage, later_passages, passage_at
from corcom.web import day as days
from corcom.web import step_forms, wording
from corcom.web.about import commitment_asked
from corcom.web.filters import numbers_in
from corcom.web.followup.commitment_found import found_or_404
from corcom.web.followup.commitment_page import (
    PENDING,
    VERBS,
    Verb,
    context,
    followed_by,
    later_meetings,
    source_of,
)
from corcom.web.followup.commitment_words import short
from corcom.web.followup.refusals import REFUSED, in_words
from corcom.web.person import person
from corcom.web.places import commitment_address
from corcom.web.rights import requires


@requires("follow_up", of=commitment_asked)
def step(request: HttpRequest, number: int, verb: str, kind: Kind) -> HttpResponse:
    """The form of a step, the search for words that show it, and the step itself."""
    today = days.today()
    found = found_or_404(kind, number, today)
    known = next((one for one in VERBS if one.slug == verb and kind in one.kinds), None)
    if known is None:
        raise Http404
    if found.state not in known.states:
        return _back(request, found, _refusal(found))
    searching = "search" in request.POST
    data = request.POST if request.method == "POST" and not searching else None
    kept = request.POST.dict() if searching else {"q": q} if (q := request.GET.get("q")) else {}
    form = FORMS[verb](found, today, data, kept)
    if data is not None and form.is_valid():
        try:
            PERFORM[verb](request, found, form.cleaned_data)
        except (followup.NotOpen, followup.NotClosed) as refused:
            return _back(request, found, refused)
        except REFUSED as refused:
            form.add_error(None, in_words(refused))
        else:
            messages.success(request, str(DONE[verb]()))
            return redirect(commitment_address(found.ref))
    shown = context(request, found) | {"verb": known, "form": form} | _passages(request, found, known, today)
    return render(request, "followup/step.html", shown, status=400 if form.errors else 200)


def _back(request: HttpRequest, found: Followed, refused: followup.FollowUpRefused) -> HttpResponse:
    """To the commitment, with the reason why the step does not fit how it stands."""
    messages.error(request, in_words(refused))
    return redirect(commitment_address(found.ref))


def _refusal(found: Followed) -> followup.FollowUpRefused:
    """Why a step does not fit how the commitment stands."""
    if found.state in PENDING:
        return followup.NotClosed(state=found.state)
    if found.state == "done":
        return followup.AlreadyClosed(since=found.turned_on)
    return followup.NotOpen(state=found.state, since=found.turned_on)


def _passages(request: HttpRequest, found: Followed, verb: Verb, today: date) -> dict[str, Any]:
    """What a search for words in later records found."""
    if verb.slug not in {"close", "take-up"}:
        return {}
    q = request.POST.get("q", request.GET.get("q", "")).strip()
    convention, body = followed_by(found, source_of(found.ref))
    passages = later_passages(convention=convention, body=body, since=found.terms.raised_on, until=today, words=q)
    return {
        "q": q,
        "passages": [(_place(one), one) for one in passages],
        "body": body,
        "chosen": request.POST.get("passage", ""),
    }


def _place(passage: Passage) -> str:
    return f"{passage.file_id}:{passage.evidence.start}:{passage.evidence.end}"


def _chosen(request: HttpRequest) -> Passage | None:
    """The words that were chosen. Errors: `NoSuchPassage`."""
    place = request.POST.get("passage", "")
    if not place:
        return None
    file, start, end = (*numbers_in(place.split(":")), -1, -1, -1)[:3]
    return passage_at(file=file, start=start, end=end)


def _shown(passage: Passage | None) -> followup.Shown | None:
    return followup.Shown(file_id=passage.file_id, evidence=passage.evidence) if passage else None


Build = Callable[[Followed, date, Any, dict[str, Any]], forms.Form]


def _plain(form: type[step_forms.StepForm]) -> Build:
    def build(found: Followed, today: date, data: Any, kept: dict[str, Any]) -> forms.Form:
        return form(data, today=today, initial={"on": today, **kept})

    return build


def _closing(found: Followed, today: date, data: Any, kept: dict[str, Any]) -> forms.Form:
    # Who looks for words closes on the day of the meeting that has them, unless another day was written.
    written = {key: value for key, value in kept.items() if (key, value) != ("on", today.isoformat())}
    return step_forms.Close(data, today=today, initial={"on": None if kept else today, **written})


def _take_up(found: Followed, today: date, data: Any, kept: dict[str, Any]) -> forms.Form:
    later = later_meetings(found, source_of(found.ref))
    days_of_meetings = [(on.isoformat(), wording.in_words(on)) for on in sorted(later, reverse=True)]
    return step_forms.TakeUp(data, today=date.max, meetings=days_of_meetings, initial=kept)


def _correct(found: Followed, today: date, data: Any, kept: dict[str, Any]) -> forms.Form:
    return step_forms.Correct(data, today=today, found=found, initial={"on": today})


def _supersede(found: Followed, today: date, data: Any, kept: dict[str, Any]) -> forms.Form:
    others = decisions(day=today, wanted=Wanted(convention=found.terms.convention))
    choices = [
        (one.ref.number, f"{one.terms.raised_on.isoformat()}: {short(one.terms.text)}")
        for one in sorted(others, key=lambda one: one.terms.raised_on, reverse=True)
        if one.ref != found.ref
    ]
    return step_forms.Supersede(data, today=today, decisions=choices, initial={"on": today})


FORMS: dict[str, Build] = {
    "close": _closing,
    "reopen": _plain(step_forms.Reopen),
    "take-up": _take_up,
    "correct": _correct,
    "supersede": _supersede,
}


def _hand(request: HttpRequest, found: Followed, said: dict[str, Any]) -> dict[str, Any]:
    """What every write is given."""
    return {
        "commitment": found.ref,
        "on": said["on"],
        "note": said["note"].strip(),
        "by": person(request),
        "at": days.moment(),
    }


def _close(request: HttpRequest, found: Followed, said: dict[str, Any]) -> None:
    passage = _chosen(request)
    on = said["on"] or min(passage.heading.starts_on if passage else days.today(), days.today())
    followup.close_commitment(**_hand(request, found, {**said, "on": on}), shown=_shown(passage))


def _take_up_again(request: HttpRequest, found: Followed, said: dict[str, Any]) -> None:
    followup.take_up_commitment(**_hand(request, found, said), shown=_shown(_chosen(request)))


def _reopen(request: HttpRequest, found: Followed, said: dict[str, Any]) -> None:
    followup.reopen_commitment(**_hand(request, found, said))


def _correct_terms(request: HttpRequest, found: Followed, said: dict[str, Any]) -> None:
    terms = found.terms
    changes = {"text": said["text"].strip(), "due": said["due"], "owners": _owners(said["owners"], found)}
    if isinstance(terms, DecisionTerms):
        changes["paragraph"] = said["paragraph"].strip()
    followup.correct_commitment(**_hand(request, found, said), terms=replace(terms, **changes))


def _owners(lines: str, found: Followed) -> tuple[Actor, ...]:
    """Whoever is named; who was an owner before stays the same one."""
    before = {owner.name: owner for owner in found.terms.owners}
    names = [line.strip() for line in lines.splitlines() if line.strip()]
    return tuple(before.get(name) or actor for name in names for actor in actors_named([name], found.terms.convention))


def _supersede_by(request: HttpRequest, found: Followed, said: dict[str, Any]) -> None:
    followup.supersede_decision(
        decision=found.ref.number,
        by_decision=said["by_decision"],
        on=said["on"],
        note=said["note"].strip(),
        by=person(request),
        at=days.moment(),
    )


PERFORM: dict[str, Callable[[HttpRequest, Followed, dict[str, Any]], None]] = {
    "close": _close,
    "take-up": _take_up_again,
    "reopen": _reopen,
    "correct": _correct_terms,
    "supersede": _supersede_by,
}

DONE: dict[str, Callable[[], str]] = {
    "close": lambda: _("It is closed. You can reopen it."),
    "take-up": lambda: _("It was taken up again; it stays open."),
    "reopen": lambda: _("It is open again."),
    "correct": lambda: _("It was corrected; what it said before stays in its history."),
    "supersede": lambda: _("It is superseded. You can reopen it."),
}
