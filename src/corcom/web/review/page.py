"""What the review of a document shows: its text, the proposals in their groups, how far it is, what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from corcom.minutes.domain.findings import may_be_accepted_unseen
from corcom.minutes.queries import FindingShown, gone_findings, text_of
from corcom.minutes.queries.documents import DocumentLine, document
from corcom.minutes.queries.review import Place, accepted_together, earlier_readings, findings_numbered, places_of
from corcom.web.about import of_document
from corcom.web.pieces import Filter, Option, Pages
from corcom.web.review.asked import SHOWN, Asked, asked_for
from corcom.web.review.finding_forms import FindingForm, known_names
from corcom.web.review.finding_words import GROUPS, ORDER
from corcom.web.review.proposals import Proposal, form_for, proposal
from corcom.web.review.text import marked_text
from corcom.web.rights import holds, rights_held

SIZE = 100
"""Proposals on a page; the whole text is on each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the review is."""

    total: int
    confirmed: int
    rejected: int
    certain: int

    @property
    def waiting(self) -> int:
        return self.total - self.confirmed - self.rejected


@dataclass(slots=True, kw_only=True)
class Opened:
    """A document opened for review: what its page and its fragments are made of."""

    request: HttpRequest
    document: DocumentLine
    places: list[Place]
    asked: Asked
    forms: dict[int, FindingForm] = field(default_factory=dict)
    problems: dict[int, str] = field(default_factory=dict)
    seen: dict[int, int | None] = field(default_factory=dict)
    """The last verdict that a form was opened with, while it comes back unsaved."""

    @property
    def progress(self) -> Progress:
        states = Counter(place.state for place in self.places)
        certain = [one for one in self.places if Asked(show="certain").fits(one)]
        return Progress(
            total=len(self.places), confirmed=states["accepted"], rejected=states["rejected"], certain=len(certain)
        )

    @property
    def of_kind(self) -> list[int]:
        """What waits of the kind that was chosen and may be accepted unseen."""
        if not self.asked.group:
            return []
        fits = replace(self.asked, show="waiting", chosen=None, editing=None).fits
        unseen = [place for place in self.places if may_be_accepted_unseen(place.kind, place.certainty)]
        return [place.id for place in unseen if fits(place)]


def open_document(request: HttpRequest, file: int, query: QueryDict | None = None) -> Opened:
    """The document and where its findings stand; 404 where there is no such document."""
    found = document(file=file)
    if found is None:
        raise Http404
    return Opened(
        request=request,
        document=found,
        places=places_of(reading=found.reading_id),
        asked=asked_for(request.GET if query is None else query),
    )


def page_context(opened: Opened) -> dict[str, Any]:
    """Everything on the page."""
    asked, reading = opened.asked, opened.document.reading_id
    fitting = sorted((p for p in opened.places if asked.fits(p)), key=lambda p: (ORDER[p.kind], p.start))
    pages = Pages(number=_page_with(fitting, asked), size=SIZE, total=len(fitting))
    on_page = fitting[(pages.number - 1) * SIZE : pages.number * SIZE]
    found = findings_numbered(numbers=[place.id for place in on_page])
    earlier = earlier_readings(reading=reading)
    together = accepted_together(reading=reading, at=asked.together) if asked.together else []
    return {
        **fragment_context(opened),
        "text": _text(opened, {place.id for place in on_page}),
        "groups": _grouped(opened, on_page, found),
        "gone": [shown(opened, one) for one in gone_findings(reading=reading)] if earlier else [],
        "earlier": earlier[0] if earlier else None,
        "filters": _filters(opened),
        "pages": pages,
        "together": len(together),
        "together_at": asked.together.isoformat() if asked.together else "",
        "names": known_names() if asked.editing else [],
    }


def fragment_context(opened: Opened) -> dict[str, Any]:
    """What one proposal needs around it."""
    return {
        "document": opened.document,
        "progress": opened.progress,
        "of_kind": len(opened.of_kind),
        "asked": opened.asked,
        "may_review": _may_review(opened),
        "address": reverse("document_review", args=[opened.document.file_id]),
    }


def _may_review(opened: Opened) -> bool:
    everywhere = rights_held(opened.request).hold_everywhere("review")
    return everywhere or (
        holds(opened.request, "review") and holds(opened.request, "review", of_document(opened.document))
    )


def shown(opened: Opened, found: FindingShown) -> Proposal:
    """One proposal, as it stands."""
    may_edit = opened.asked.editing == found.id and _may_review(opened)
    return proposal(
        found,
        form=opened.forms.get(found.id) or (form_for(found) if may_edit else None),
        problem=opened.problems.get(found.id, ""),
        is_current=found.id in {opened.asked.chosen, opened.asked.editing},
        seen=opened.seen.get(found.id),
    )


def _text(opened: Opened, on_page: set[int]) -> SafeString:
    text, formats = text_of(reading=opened.document.reading_id)
    asked = opened.asked
    kept = f"{asked.query}&" if asked.query else ""

    def link(number: int) -> str:
        return f"#finding-{number}" if number in on_page else f"?{kept}finding={number}#finding-{number}"

    fitting = [place for place in opened.places if asked.fits(place)]
    return marked_text(
        text,
        fitting,
        formats=formats,
        chosen=asked.chosen or asked.editing,
        passage=asked.passage,
        address=link,
    )


def _grouped(
    opened: Opened, places: Iterable[Place], found: dict[int, FindingShown]
) -> list[tuple[Promise, str, list[Proposal]]]:
    """Title, key and proposals of each group that has any on this page."""
    groups: dict[int, list[Proposal]] = {}
    for place in places:
        if place.id in found:
            groups.setdefault(ORDER[place.kind], []).append(shown(opened, found[place.id]))
    return [(GROUPS[at].title, GROUPS[at].key, rows) for at, rows in groups.items()]


def _filters(opened: Opened) -> tuple[Filter, ...]:
    asked = opened.asked
    states = [
        Option(str(words), key, sum(Asked(show=key, group=asked.group).fits(place) for place in opened.places))
        for key, words in SHOWN.items()
    ]
    counts = Counter(ORDER[place.kind] for place in opened.places if Asked(show=asked.show).fits(place))
    groups = [Option(str(_("All")), "", sum(counts.values()))]
    groups += [Option(str(group.title), group.key, counts[at]) for at, group in enumerate(GROUPS) if counts[at]]
    return (
        Filter(str(_("Show")), "show", tuple(states), asked.show),
        Filter(str(_("Kind")), "group", tuple(groups), asked.group),
    )


def _page_with(fitting: Sequence[Place], asked: Asked) -> int:
    """The page that was asked for, or the one that has the finding that was asked for."""
    wanted = asked.chosen or asked.editing
    at = next((at for at, place in enumerate(fitting) if place.id == wanted), None)
    if at is not None:
        return at // SIZE + 1
    return min(asked.page, max(1, -(-len(fitting) // SIZE)))
