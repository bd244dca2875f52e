"""Official documents in words and pieces."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.documents.domain.circles import CIRCLES, Circle
from corcom.documents.domain.papers import KINDS, TranslationState
from corcom.documents.domain.publication import Standing
from corcom.documents.queries import ShownDocument, ShownVersion, Translated
from corcom.web.followup.commitment_words import isolated
from corcom.web.language_words import language_in_words
from corcom.web.pieces import Link, Status, StatusMark
from corcom.web.rights import holds
from corcom.web.wording import in_words

STANDINGS: dict[Standing, tuple[Status, Promise]] = {
    "draft": ("soon", pgettext_lazy("version", "draft")),
    "released": ("met", pgettext_lazy("version", "released")),
    "superseded": ("none", pgettext_lazy("version", "superseded")),
    "withdrawn": ("overdue", pgettext_lazy("version", "withdrawn")),
}
STATES: dict[TranslationState, Promise] = {
    "not_begun": pgettext_lazy("translation", "not begun"),
    "in_translation": pgettext_lazy("translation", "in translation"),
    "ready": pgettext_lazy("translation", "ready"),
    "released": pgettext_lazy("translation", "released"),
}
TABS = (
    ("official", pgettext_lazy("documents", "Official documents")),
    ("documents", pgettext_lazy("documents", "Files read")),
)
"""What stands under Documents, by the name of its page."""


def tabs(request: HttpRequest, here: str) -> list[tuple[str, str, bool]]:
    """The two lists that stand under Documents; one alone for whoever may not read files."""
    if not holds(request, "read"):
        return []
    return [(str(words), reverse(page), page == here) for page, words in TABS]


def kind_in_words(kind: str) -> str:
    return _(dict(KINDS).get(kind, kind))  # type: ignore[call-overload]  # a kind of long ago may be gone


def circle_in_words(circle: Circle) -> str:
    return _(CIRCLES[circle])


def meeting_in_words(body: str, on: date | None) -> str:
    """A meeting in a line: "Meeting of States Parties, 5 September 2016"."""
    if not body:
        return ""
    return _("%(meeting)s, %(day)s") % {"meeting": isolated(_(body)), "day": in_words(on)} if on else _(body)


def named(found: ShownDocument) -> str:
    """What a document is called in a line: its symbol, or its title where it has none."""
    return found.symbol or found.title


def standing_mark(version: ShownVersion) -> StatusMark:
    """How a version stands."""
    status, words = STANDINGS[version.standing]
    return StatusMark(status, str(words))


def translation_mark(one: Translated, day: date) -> StatusMark:
    """How far a language version is; one that is due and not there is overdue."""
    words = str(STATES[one.state])
    if one.state == "in_translation":
        late = one.due_on is not None and one.due_on < day
        return StatusMark("overdue" if late else "due", words)
    marks: dict[str, Status] = {"not_begun": "none", "ready": "soon", "released": "met"}
    return StatusMark(marks[one.state], words)


def under_way(one: Translated) -> str:
    """Until when and by whom a translation is made."""
    if one.state != "in_translation" or not one.due_on:
        return ""
    return _("due %(day)s, %(who)s") % {"day": in_words(one.due_on), "who": isolated(one.translator)}


def file_link(number: int, version: ShownVersion, words: str = "") -> Link | str:
    """A link that saves a version; the words alone where the reader may not open it."""
    words = words or language_in_words(version.language)
    if not version.may_open:
        return words
    return Link(words, reverse("official_file", args=[number, version.key]), is_whole=True)


def size_in_words(size: int) -> str:
    """How large a file is."""
    if size < 1_000_000:
        return _("%(number)s kB") % {"number": max(1, round(size / 1000))}
    return _("%(number)s MB") % {"number": f"{size / 1_000_000:.1f}"}
