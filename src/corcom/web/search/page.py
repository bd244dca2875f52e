"""Search across all that was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from corcom.documents.queries import ShownDocument, documents_matching
from corcom.oversight.queries import Choice, Found, Hit, Narrowed, search
from corcom.web.day import AS_OF, page_day
from corcom.web.filters import convention_of, pages_of
from corcom.web.followup.commitment_words import isolated
from corcom.web.official.asked import for_whom
from corcom.web.official.words import meeting_in_words
from corcom.web.pieces import Empty, Filter, Option, StateName
from corcom.web.preferences import chosen
from corcom.web.rights import requires
from corcom.web.search.words import highlighted
from corcom.web.wording import convention_in_words, days_in_words

SIZE = 20
MOST = 10
"""Choices of a filter that are offered; the one that is chosen stands among them whatever its count."""
KEPT = ("state", "theme", "body", "convention", "year", AS_OF)
"""Stays in the address when other words are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A hit on the page."""

    words: SafeString
    address: str
    meeting: str
    day: str
    document: str
    agenda: str
    theme: str
    actors: tuple[StateName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the address asks for."""

    words: str
    by: Narrowed
    year: str
    since: str
    until: str

    @property
    def nothing(self) -> bool:
        by = self.by
        return not (self.words or by.state or by.theme or by.body or self.year or self.since or self.until)


@requires("read")
def search_page(request: HttpRequest) -> HttpResponse:
    """Passages of all that was read, by words, State, theme, body and time."""
    asked = asked_for(request)
    found = None if asked.nothing else search(words=asked.words, by=asked.by, size=SIZE, page=_page(request))
    pages = pages_of(request, found.total if found else 0, SIZE)
    if found and not found.hits and found.total:
        found = search(words=asked.words, by=asked.by, size=SIZE, page=pages.number)
    return render(
        request,
        "search/page.html",
        {
            "asked": asked,
            "found": found,
            "hits": [_shown(request, hit) for hit in found.hits] if found else [],
            "filters": _filters(request, found, asked) if found else (),
            "pages": pages,
            "papers": _papers(request, asked),
            "kept": [(key, value) for key, value in request.GET.items() if key in KEPT],
            "empty": None if found is None or found.total else _nothing(request, asked),
        },
    )


def _papers(request: HttpRequest, asked: Asked) -> list[tuple[ShownDocument, str]]:
    """The official documents with these words that whoever asks may see, where nothing else narrows the search."""
    if not asked.words or _page(request) > 1:
        return []
    found = documents_matching(for_whom(request), words=asked.words, convention=asked.by.convention)
    return [(one, meeting_in_words(one.body, one.meeting_on)) for one in found]


def asked_for(request: HttpRequest) -> Asked:
    """The address, read; what is not understood does not narrow. Nothing is found after the day of the page."""
    given = request.GET
    year = given.get("year", "")
    year = year if year.isascii() and year.isdigit() and 1900 <= int(year) <= 2999 else ""
    since, until = _day(given.get("since", "")), _day(given.get("until", ""))
    day = page_day(request)
    firsts = [one for one in (since, date(int(year), 1, 1) if year else None) if one]
    lasts = [one for one in (until, date(int(year), 12, 31) if year else None, None if day.is_today else day.on) if one]
    return Asked(
        words=given.get("q", "").replace("\0", "").strip()[:300],
        by=Narrowed(
            state=given.get("state", ""),
            theme=given.get("theme", ""),
            body=given.get("body", ""),
            convention=convention_of(request),
            since=max(firsts, default=None),
            until=min(lasts, default=None),
        ),
        year=year,
        since=since.isoformat() if since else "",
        until=until.isoformat() if until else "",
    )


def _shown(request: HttpRequest, hit: Hit) -> Shown:
    review = reverse("document_review", args=[hit.file_id])
    day = page_day(request)
    named = " ".join(part for part in (hit.convention, hit.body) if part)
    kept = "" if day.is_today else f"&as_of={day.on.isoformat()}"
    return Shown(
        words=highlighted(hit.text, hit.marks),
        address=f"{review}?at={hit.start}-{hit.end}{kept}#passage",
        meeting=isolated(named) if named else _("Meeting not known"),
        day=days_in_words(hit.date),
        document=hit.file_name,
        agenda=hit.agenda,
        theme=hit.theme,
        actors=tuple(StateName(actor.code, actor.name) for actor in hit.actors[:6]),
    )


def _filters(request: HttpRequest, found: Found, asked: Asked) -> tuple[Filter, ...]:
    by = asked.by
    states = tuple(Choice(one.value, StateName(one.value, one.name).words, one.count) for one in found.states)
    shown = [
        _filter(_("Who"), "state", states, by.state),
        _filter(_("Theme"), "theme", found.themes, by.theme),
        _filter(_("Body"), "body", found.bodies, by.body),
        _filter(_("Year"), "year", found.years, asked.year),
    ]
    if chosen(request, "convention") == "all" or "convention" in request.GET:
        named = tuple(Choice(one.value, convention_in_words(one.value), one.count) for one in found.conventions)
        shown.insert(0, _filter(_("Convention"), "convention", named, by.convention))
    return tuple(one for one in shown if len(one.options) > 2 or one.chosen)


def _filter(label: str, name: str, choices: tuple[Choice, ...], value: str) -> Filter:
    kept = [one for at, one in enumerate(choices) if at < MOST or one.value == value]
    if value and value not in {one.value for one in kept}:
        kept.append(Choice(value, StateName(value).words if name == "state" else value, 0))
    options = [Option(one.name, one.value, one.count) for one in kept]
    return Filter(label, name, (Option(_("All")), *options), value)


def _nothing(request: HttpRequest, asked: Asked) -> Empty:
    day = page_day(request)
    kept = QueryDict(mutable=True)
    kept.update({"q": asked.words} | ({} if day.is_today else {AS_OF: day.on.isoformat()}))
    narrowed = asked.by != Narrowed(convention=asked.by.convention, until=None if day.is_today else day.on)
    words = _("No passage has all of this. Take a word away, write its beginning with a star, or look at the spelling.")
    if narrowed and asked.words:
        return Empty(_("Nothing was found"), words, _("Search without the filters"), f"?{kept.urlencode()}")
    return Empty(_("Nothing was found"), words)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip()) if value.strip() else None
    except ValueError:
        return None


def _page(request: HttpRequest) -> int:
    value = request.GET.get("page", "")
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 7 else 1
