"""The form by which a delegation answers: read as it was sent, and shown with what was written, whatever is wrong with it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.kernel.errors import ChangedMeanwhile
from corcom.kernel.languages import LANGUAGES
from corcom.participation import actions
from corcom.participation.domain.answers import SAID, DelegationAnswer, Nominee, Said
from corcom.participation.domain.merging import Difference, merged
from corcom.participation.queries import InvitedDelegation, answer_at, invitation
from corcom.web.filters import number_sent
from corcom.web.language_words import languages_in_words
from corcom.web.taking_part.words import REFUSED, in_words

BLANK = 2
"""Empty places in a new form, and how many more a press of the button gives."""
MOST_SENT = 300
"""People that are read from one form."""
FIELDS: dict[str, Promise] = {
    "name": gettext_lazy("Name"),
    "title": gettext_lazy("Form of address"),
    "function": gettext_lazy("Function"),
    "email": gettext_lazy("E-mail address"),
    "languages": gettext_lazy("Languages"),
    "said": gettext_lazy("Answer"),
    "note": gettext_lazy("Note to the secretariat"),
    "head": gettext_lazy("Head of delegation"),
}
NOTHING = DelegationAnswer(said="attends")
"""What the first answer began from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerForm:
    """What the form shows: each person in place, the empty places behind them, and what is wrong or differs."""

    answer: DelegationAnswer
    version: int
    chosen: str = ""
    blank: tuple[str, ...] = ()
    error: str = ""
    theirs: tuple[str, ...] = ()
    is_saved: bool = False
    is_changed: bool = False

    @property
    def rows(self) -> list[tuple[int, Nominee]]:
        """Everybody with their place, and then the empty places; the first of these heads an empty form."""
        empty = [
            Nominee(key=key, name="", is_head=not self.answer.people and not at) for at, key in enumerate(self.blank)
        ]
        return list(enumerate([*self.answer.people, *empty], start=1))

    @property
    def says(self) -> list[tuple[str, str, bool]]:
        """The answers that can be given: code, words, whether it is the one."""
        return [(code, _(words), code == self.chosen) for code, words in SAID.items()]

    @property
    def languages(self) -> list[tuple[str, str]]:
        """The languages of meetings."""
        return [(code, _(words)) for code, words in LANGUAGES.items()]

    @property
    def status(self) -> int:
        """How the page is answered."""
        return 400 if self.error else 409 if self.is_changed else 200


def shown(found: InvitedDelegation) -> AnswerForm:
    """The form with the latest answer."""
    answer = found.last.answer if found.last else NOTHING
    chosen = answer.said if found.last else ""
    blank = _places(0 if answer.people else BLANK)
    return AnswerForm(answer=answer, version=found.version, chosen=chosen, blank=blank)


def sent(request: HttpRequest, found: InvitedDelegation, *, by: Any, at: datetime) -> AnswerForm:
    """Read the form and record the answer, of `by` or, where that is None, by the link; what cannot be is shown again."""
    answer, said = read(request)
    form = AnswerForm(answer=answer, version=number_sent(request, "version"), chosen=said)
    if "more" in request.POST:
        return replace(form, blank=_places(BLANK))
    try:
        version = actions.answer_invitation(number=found.number, answer=answer, version=form.version, by=by, at=at)
    except ChangedMeanwhile as changed:
        return _both(found, form, changed.version)
    except REFUSED as refused:
        return replace(form, error=in_words(refused), blank=() if answer.people else _places(BLANK))
    return replace(form, version=version, is_saved=True)


def read(request: HttpRequest) -> tuple[DelegationAnswer, str]:
    """What was sent, and the answer that was chosen; a place where nothing was written is nobody."""
    said, head = request.POST.get("said", ""), request.POST.get("head", "")
    keys = list(dict.fromkeys(key[:40] for key in request.POST.getlist("person") if key.isalnum()))[:MOST_SENT]
    people = tuple(
        one
        for key in keys
        if f"off-{key}" not in request.POST and _is_somebody(one := _person(request, key, is_head=key == head))
    )
    ordered = tuple(sorted(people, key=lambda one: not one.is_head))
    note = _line(request, "note", 2000, lines=True)
    return DelegationAnswer(said=cast("Said", said), people=ordered, note=note), said


def _person(request: HttpRequest, key: str, *, is_head: bool) -> Nominee:
    return Nominee(
        key=key,
        name=_line(request, f"name-{key}", 200),
        title=_line(request, f"title-{key}", 60),
        function=_line(request, f"function-{key}", 200),
        email=_line(request, f"email-{key}", 320),
        languages=tuple(code[:10] for code in request.POST.getlist(f"languages-{key}")),
        is_head=is_head,
    )


def _is_somebody(one: Nominee) -> bool:
    return bool(one.name or one.title or one.function or one.email)


def _line(request: HttpRequest, name: str, longest: int, *, lines: bool = False) -> str:
    value = request.POST.get(name, "").replace("\x00", "").replace("\r\n", "\n")
    return (value.strip() if lines else " ".join(value.split()))[:longest]


def _places(count: int) -> tuple[str, ...]:
    return tuple(secrets.token_hex(4) for _place in range(count))


def _both(found: InvitedDelegation, form: AnswerForm, version: int) -> AnswerForm:
    """The form with what both say together, for whoever came second to look at and to save."""
    before = answer_at(invitation=found.number, version=form.version) or NOTHING
    theirs = answer_at(invitation=found.number, version=version) or NOTHING
    together, differ = merged(before, form.answer, theirs)
    news = [_news(before, theirs)] if theirs != before else []
    return replace(
        form,
        answer=together,
        version=invitation(number=found.number).version,
        chosen=together.said,
        theirs=(*news, *(_difference(one) for one in differ)),
        is_changed=True,
    )


def _news(before: DelegationAnswer, theirs: DelegationAnswer) -> str:
    """What the other one said, in a line."""
    people = _(", ").join(one.name for one in theirs.people)
    if theirs.said != before.said or not theirs.people:
        return _("The answer that was saved meanwhile: %(said)s. %(people)s") % {
            "said": _(SAID[theirs.said]),
            "people": people,
        }
    return _("The people that were saved meanwhile: %(people)s") % {"people": people}


def _difference(one: Difference) -> str:
    if one.field == "removed":
        return _("%(name)s was taken off by one of you and changed by the other. They stand in the form; choose.") % {
            "name": one.name
        }
    value = languages_in_words(one.theirs) if isinstance(one.theirs, tuple) else str(one.theirs)
    if one.field == "said":
        value = _(SAID[cast("Said", value)])
    label = f"{one.name} – {FIELDS[one.field]}" if one.name else str(FIELDS[one.field])
    return _("%(label)s: the other wrote “%(value)s”; yours stands in the form. Choose, and save again.") % {
        "label": label,
        "value": value,
    }
