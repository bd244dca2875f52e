"""The page on which a delegation answers a poll of dates by its link, without an account."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.access.queries import GivenLink
from corcom.meetings.domain.body_names import body_with_convention
from corcom.meetings.domain.clash import Clash
from corcom.polls.queries import PURPOSE, PartyStanding, PollStanding
from corcom.web.by_link import by_link, path_by_link
from corcom.web.filled import filled
from corcom.web.meetings.plan_words import utc_time
from corcom.web.polls.page import found_or_404
from corcom.web.polls.sent import answer_sent
from corcom.web.polls.words import clashes_of, until_in_words
from corcom.web.wording import moment_in_words


@by_link(PURPOSE)
def poll_answer(request: HttpRequest, link: GivenLink) -> HttpResponse:
    """Which dates suit the delegation that holds the link; it sees its own answer and nobody else's."""
    found, asked = _asked(link)
    form, is_kept = answer_sent(request, found, asked)
    if is_kept:
        messages.success(request, _("Thank you. Your answer is kept; you can change it here until the last day."))
        return redirect(path_by_link("poll_answer", link))
    plan = found.meeting.plan
    shown = {
        "found": found,
        "asked": asked,
        "form": form,
        "body": body_with_convention(plan.body, plan.convention),
        "zone": plan.zone.replace("_", " "),
        "until": until_in_words(found),
        "answered": moment_in_words(asked.answer.at) if asked.answer else "",
        "rows": [
            (field, utc_time(one.as_plan(plan)), _outside(several))
            for field, one, several in zip(
                form.rows, found.dates, clashes_of(request, found.meeting, found.dates), strict=True
            )
        ],
    }
    return render(request, "polls/answer.html", shown, status=400 if form.errors else 200)


def _asked(link: GivenLink) -> tuple[PollStanding, PartyStanding]:
    """The poll of a link, and the delegation that holds it."""
    number = link.subject.partition(":")[2]
    found = found_or_404(int(number)) if number.isdecimal() else None
    asked = next((one for one in found.parties if one.link.number == link.number), None) if found else None
    if found is None or asked is None:
        raise Http404
    return found, asked


def _outside(several: tuple[Clash, ...]) -> list[str]:
    """What everybody may know of a date: other forums, holidays, weekends; not our own other meetings."""
    return [filled(one.words) for one in several if one.kind != "meeting"]
