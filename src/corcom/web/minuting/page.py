"""The page on which minutes are written. All of it is one form: whatever is sent saves first what was typed."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from corcom.meetings.queries import NotPlanned, PlannedMeeting, planned_meeting
from corcom.minuting import actions
from corcom.minuting.domain.attendance_lines import as_lines
from corcom.minuting.domain.paragraphs import ATTENDANCE, ParagraphRefused, TakingDown
from corcom.minuting.queries import (
    MinutesDraft,
    NoSuchParagraph,
    NotWritten,
    attendance_known,
    consultation_of,
    issue_of,
    issues_of,
    last_change,
    minutes_draft,
    paragraph_comments,
    with_wording,
)
from corcom.web import day as days
from corcom.web.about import meeting_asked
from corcom.web.meetings.plan_words import meeting_name
from corcom.web.minuting.sent import paragraphs_sent
from corcom.web.minuting.shown import Unsaved, approval_words, comment_shown, insertables, sections_shown
from corcom.web.minuting.words import REFUSED, in_words, status_line
from corcom.web.person import person
from corcom.web.rights import requires

Step = Callable[[HttpRequest, int, str], int | None]
"""Does something with what a button named; gives the paragraph to go to."""


def written_minutes(number: int) -> tuple[PlannedMeeting, MinutesDraft]:
    """A planned meeting and its minutes; the 404 page where there are none."""
    try:
        return planned_meeting(number=number), minutes_draft(meeting=number)
    except (NotPlanned, NotWritten) as missing:
        raise Http404 from missing


@requires("review", of=meeting_asked)
def minutes(request: HttpRequest, number: int) -> HttpResponse:
    """Writing the minutes of a meeting."""
    written_minutes(number)
    unsaved = Unsaved()
    if request.method == "POST":
        chosen = request.POST.get("step", "")
        unsaved = _save(request, number, leaving_out=chosen)
        if not unsaved.any:
            return _after(request, number, chosen)
        if chosen:
            messages.warning(request, _("First choose what is to stand where two of you wrote. The rest is saved."))
    return _page(request, number, unsaved)


def _page(request: HttpRequest, number: int, unsaved: Unsaved) -> HttpResponse:
    found, draft = written_minutes(number)
    comments = paragraph_comments(meeting=number)
    issues = issues_of(meeting=number)
    shown = {
        "found": found,
        "draft": draft,
        "title": meeting_name(found.plan),
        "status": status_line(draft),
        "sections": sections_shown(draft, comments, unsaved, found.plan.starts_on),
        "unplaced": [comment_shown(one) for one in comments if one.paragraph == 0],
        "consultation": consultation_of(meeting=number),
        "latest": issues[0] if issues else None,
        "last_change": last_change(meeting=number),
        **insertables(draft, found),
    }
    status = HTTPStatus.CONFLICT if unsaved.colliding else HTTPStatus.BAD_REQUEST if unsaved.refused else HTTPStatus.OK
    return render(request, "minuting/edit.html", shown, status=status)


def _save(request: HttpRequest, number: int, *, leaving_out: str) -> Unsaved:
    """Save every paragraph that was changed; gives what could not be."""
    unsaved = Unsaved()
    skipped = leaving_out.removeprefix("theirs:") if leaving_out.startswith("theirs:") else ""
    for sent in paragraphs_sent(request):
        if str(sent.id) == skipped:
            continue
        try:
            done = actions.write_paragraph(
                meeting=number,
                number=sent.id,
                before=sent.before,
                said=sent.said,
                by=person(request),
                at=days.moment(),
            )
        except ParagraphRefused as refused:
            unsaved.refused[sent.id] = (sent.said, in_words(refused))
        except REFUSED as refused:
            messages.error(request, in_words(refused))
        else:
            if done.outcome == "collided":
                unsaved.colliding[sent.id] = (sent.said, done)
            elif done.outcome == "merged":
                together = _("What %(who)s wrote in the same paragraph and what you wrote stand there together.")
                messages.info(request, together % {"who": done.other})
    return unsaved


def _after(request: HttpRequest, number: int, chosen: str) -> HttpResponse:
    """Do what the button that was pressed says, and go back to where it stood."""
    verb, _colon, what = chosen.partition(":")
    address = reverse("minutes", args=[number])
    if not chosen:
        messages.success(request, _("Everything is saved."))
        return redirect(address)
    step = STEPS.get(verb)
    if step is None:
        raise Http404
    try:
        paragraph = step(request, number, what)
    except REFUSED as refused:
        messages.error(request, in_words(refused))
        return redirect(address)
    return redirect(f"{address}#p-{paragraph}" if paragraph else address)


def _whole(text: str) -> int:
    if not text.isdigit():
        raise Http404
    return int(text)


def _add(request: HttpRequest, number: int, section: int, said: TakingDown, after: int | None) -> int:
    return actions.add_paragraph(
        meeting=number, section=section, said=said, by=person(request), at=days.moment(), after=after
    )


def _new(request: HttpRequest, number: int, what: str) -> int:
    """`12:decision`: a new paragraph of this kind at the end of a section."""
    section, _colon, kind = what.partition(":")
    said = TakingDown(kind=kind or "text")  # type: ignore[arg-type]  # checked by the action
    return _add(request, number, _whole(section), said, actions.AT_THE_END)


def _below(request: HttpRequest, number: int, what: str) -> int:
    """`12`: a new paragraph of plain text below this one."""
    draft = minutes_draft(meeting=number)
    for section in draft.sections:
        for one in section.paragraphs:
            if one.id == _whole(what):
                return _add(request, number, section.id, TakingDown(), one.id)
    raise NoSuchParagraph(_whole(what))


def _insert(request: HttpRequest, number: int, what: str) -> int:
    """`12`: what was chosen in the list of this section: an open point, or minutes that were approved here."""
    section = _whole(what)
    kind, _colon, rest = request.POST.get(f"insert-{section}", "").partition(":")
    if kind == "approved":
        meeting, _colon, version = rest.partition(":")
        issued = issue_of(meeting=_whole(meeting), version=_whole(version))
        if issued is None or issued.issue.approval is None or issued.issue.approval.meeting != number:
            raise Http404
        return _add(
            request, number, section, TakingDown(kind="decision", text=approval_words(issued)), actions.AT_THE_END
        )
    if kind not in {"action_point", "decision"} or not rest.isdigit():
        raise NoSuchParagraph(0)
    return _add(request, number, section, TakingDown(kind="report", commitment=f"{kind}:{rest}"), actions.AT_THE_END)


def _move(request: HttpRequest, number: int, what: str, *, down: bool) -> int:
    at, by = days.moment(), person(request)
    actions.move_paragraph(meeting=number, number=_whole(what), by=by, at=at, down=down)
    return _whole(what)


def _remove(request: HttpRequest, number: int, what: str) -> None:
    actions.remove_paragraph(meeting=number, number=_whole(what), by=person(request), at=days.moment())
    messages.success(request, _("The paragraph is taken out. “Undo” brings it back."))


def _undo(request: HttpRequest, number: int, what: str) -> int:
    return actions.undo_last(meeting=number, by=person(request), at=days.moment())


def _theirs(request: HttpRequest, number: int, what: str) -> int:
    """What the other wrote stands already."""
    return _whole(what)


def _take(request: HttpRequest, number: int, what: str) -> int:
    """`7`: the wording that a comment proposes."""
    comment = next((one for one in paragraph_comments(meeting=number) if one.made.number == _whole(what)), None)
    if comment is None or not comment.may_be_taken:
        raise NoSuchParagraph(0)
    done = actions.write_paragraph(
        meeting=number,
        number=comment.paragraph,
        before=comment.said,
        said=with_wording(comment),
        by=person(request),
        at=days.moment(),
    )
    if done.outcome == "collided":
        messages.warning(
            request,
            _(
                "The paragraph was changed at the same words since it was circulated, so the proposal is kept beside it."
            ),
        )
    return comment.paragraph


def _attendance(request: HttpRequest, number: int, what: str) -> int | None:
    """Put in the attendance that is known."""
    known, first = attendance_known(meeting=number), None
    for one in minutes_draft(meeting=number).sections[0].paragraphs:
        if one.said.kind in ATTENDANCE:
            text = as_lines(known, one.said.kind)  # type: ignore[arg-type]  # one of the three
            said = TakingDown(kind=one.said.kind, text=text)
            by, at = person(request), days.moment()
            actions.write_paragraph(meeting=number, number=one.id, before=one.said, said=said, by=by, at=at)
            first = first or one.id
    return first


STEPS: dict[str, Step] = {
    "new": _new,
    "below": _below,
    "insert": _insert,
    "up": lambda request, number, what: _move(request, number, what, down=False),
    "down": lambda request, number, what: _move(request, number, what, down=True),
    "remove": _remove,
    "undo": _undo,
    "theirs": _theirs,
    "take": _take,
    "attendance": _attendance,
}
