"""Filling in a report: the parts of a draft as forms, saved one by one as one types, by several hands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from corcom.kernel.errors import CorcomError
from corcom.reporting import actions
from corcom.reporting.domain.answer_checks import ReportFlaw, flaws
from corcom.reporting.domain.answers import NOTHING, PartAnswer
from corcom.reporting.queries import ReportVersionTold
from corcom.rulebooks.forms import Form, Part
from corcom.rulebooks.reading import rulebook
from corcom.web import day as days
from corcom.web.filled import filled
from corcom.web.pieces import StateName
from corcom.web.report_inputs import Input, Sent, TableInput, inputs, read, states
from corcom.web.report_refusals import in_words
from corcom.web.wording import moment_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A draft, who writes, and where: the addresses of its page, of handing it in, and of what to see afterwards."""

    told: ReportVersionTold
    form: Form
    by: str
    here: str
    submit: str
    done: str
    by_link: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PartShown:
    """A part as it stands on the page."""

    part: Part
    answer: PartAnswer
    revision: int
    changed: str
    inputs: Sequence[Input | TableInput]
    theirs: str = ""
    problems: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return _(self.part.title)

    @property
    def help(self) -> str:
        return _(self.part.help) if self.part.help else ""

    @property
    def states(self) -> object:
        return states(self.part, self.answer)


def desk_page(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """The draft, part by part; or, where a part was sent, that part saved."""
    if request.method == "POST":
        return _save(request, desk)
    parts = [_shown(desk, part) for part in desk.form.parts]
    missing = {flaw.part for flaw in _flaws(desk)}
    shown = {
        "desk": desk,
        **named(desk),
        "hand": request.session.get("hand", ""),
        "parts": parts,
        "contents": [(one, one.part.code not in missing) for one in parts],
        "done": len(parts) - len(missing),
    }
    return render(request, "reports/desk.html", shown)


def _flaws(desk: Desk) -> list[ReportFlaw]:
    return list(flaws(desk.form, desk.told.answers, period=desk.told.period))


def _shown(
    desk: Desk,
    part: Part,
    sent: Sent | None = None,
    *,
    revision: int | None = None,
    theirs: str = "",
    problems: tuple[str, ...] = (),
) -> PartShown:
    there = desk.told.revisions.get(part.code)
    answer = sent.answer if sent else desk.told.answers.get(part.code, NOTHING)
    changed = ""
    if there is not None:
        changed = _("Saved %(when)s by %(who)s") % {"when": moment_in_words(there.at), "who": there.by}
    drawn = inputs(part, answer, errors=sent.errors if sent else {}, typed=sent.typed if sent else {})
    return PartShown(
        part=part,
        answer=answer,
        revision=revision if revision is not None else there.revision if there else 0,
        changed=changed,
        inputs=drawn,
        theirs=theirs,
        problems=problems,
    )


def _save(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Save a part. What two wrote at once stands side by side, and whoever was second chooses."""
    code = request.POST.get("part", "")
    part = desk.form.part(code)
    typing = getattr(request, "htmx", False)
    if part is None:
        return redirect(desk.here)
    sent = read(part, request.POST, desk.told.answers.get(code, NOTHING))
    number = request.POST.get("revision", "0")
    revision = int(number) if number.isdecimal() and len(number) < 10 else -1
    try:
        revision = actions.save_part(
            version=desk.told.number, part=code, answer=sent.answer, revision=revision, at=days.moment(), by=desk.by
        )
    except actions.PartChanged as other:
        shown = _shown(desk, part, sent, revision=other.revision, theirs=other.by)
        context = {"desk": desk, "one": shown, "now": _shown(desk, part)}
        answer = render(
            request, "reports/part.html" if typing else "reports/one_part.html", context, status=200 if typing else 409
        )
        if typing:
            answer.headers["HX-Retarget"], answer.headers["HX-Reswap"] = f"#part-{code}", "outerHTML"
        return answer
    except CorcomError as refused:
        return render(request, "reports/saved.html", {"code": code, "problems": [in_words(refused)]}, status=200)
    if typing:
        saved = {"code": code, "revision": revision, "problems": list(sent.errors.values()), "at": days.moment()}
        return render(request, "reports/saved.html", saved)
    if sent.errors:
        shown = _shown(desk, part, sent, revision=revision, problems=tuple(sent.errors.values()))
        return render(request, "reports/one_part.html", {"desk": desk, "one": shown}, status=400)
    return redirect(f"{desk.here}#part-{code}")


def missing_words(desk: Desk) -> list[tuple[str, str, str]]:
    """What stands in the way of handing in: the part, its title, the reason."""
    found = []
    for flaw in _flaws(desk):
        part = desk.form.part(flaw.part)
        found.append((flaw.part, _(part.title) if part else flaw.part, filled(flaw.words)))
    return found


def named(desk: Desk) -> dict[str, object]:
    """Whose report it is, what it is called, on which form."""
    told = desk.told
    book = rulebook(told.convention)
    obligation = book.obligation(told.report) if book else None
    name = _(obligation.name) if obligation else told.report
    title = _("%(report)s for %(year)s") % {"report": name, "year": told.period} if told.period else name
    return {"state": StateName(told.iso3), "title": title, "form_name": _(desk.form.name)}
