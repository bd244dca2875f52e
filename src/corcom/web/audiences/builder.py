"""The builder of a question: criteria are added, removed and turned round in a form that keeps nothing on the server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.correspondence.domain.audience.question_json import KINDS, MOST_CRITERIA, question_json
from corcom.web.audiences.deed_forms import LetterForm, MeetingForm, OfficeForm, VoteForm
from corcom.web.audiences.due_forms import DeadlineForm, ReportForm
from corcom.web.audiences.forms import CriterionForm, Offered
from corcom.web.audiences.state_forms import NamedGroupForm, RegionalGroupForm, StandingForm, StatesForm
from corcom.web.audiences.words import KIND_WORDS

FORMS: Mapping[str, type[CriterionForm]] = {
    each.kind: each
    for each in (
        ReportForm,
        DeadlineForm,
        StandingForm,
        VoteForm,
        RegionalGroupForm,
        NamedGroupForm,
        OfficeForm,
        MeetingForm,
        LetterForm,
        StatesForm,
    )
}
USUAL: Mapping[str, dict[str, Any]] = {
    "report": {"statuses": ["overdue"], "period": "any"},
    "deadline": {"statuses": ["due", "extended"]},
    "standing": {"standings": ["party"]},
    "vote": {"resolution": "last", "sides": ["yes"]},
}
"""What a new criterion begins with."""


class Builder:
    """The forms of the criteria of one question, in their order."""

    def __init__(self, forms: Sequence[CriterionForm], *, offered: Offered) -> None:
        self.forms, self.offered = list(forms), offered

    @classmethod
    def of_question(cls, question: AudienceQuestion, offered: Offered) -> Builder:
        """As a question has them."""
        kept = question_json(question)["criteria"]
        return _unbound(((one["kind"], FORMS[one["kind"]].initial_of(one)) for one in kept), offered)

    @classmethod
    def of_post(cls, sent: QueryDict, offered: Offered) -> Builder:
        """As they were sent; to be read with `question`."""
        kinds = _kinds(sent)
        return cls(
            [FORMS[kind](sent, offered=offered, number=number) for number, kind in enumerate(kinds)], offered=offered
        )

    @classmethod
    def changed(cls, sent: QueryDict, offered: Offered) -> Builder:
        """As they were sent, with one more or one less; nothing of what was written is lost or refused."""
        step, kinds = sent.get("step", ""), _kinds(sent)
        written = [(kind, _written(sent, kind, number)) for number, kind in enumerate(kinds)]
        added = sent.get("new_kind", "")
        if step == "add" and added in FORMS and len(written) < MOST_CRITERIA:
            written.append((added, dict(USUAL.get(added, {}))))
        gone = step.removeprefix("remove-")
        if gone != step and gone.isdecimal() and int(gone) < len(written):
            del written[int(gone)]
        return _unbound(written, offered)

    def question(self) -> AudienceQuestion | None:
        """The question that the forms say; None where one of them says nothing that can be asked."""
        read = [form.criterion for form in self.forms if form.is_valid()]
        found = tuple(one for one in read if one is not None)
        if len(found) < len(self.forms):
            return None
        return AudienceQuestion(convention=self.offered.facts.register.book.convention, criteria=found)

    def asked(self) -> AudienceQuestion | None:
        """The same of forms that were not sent: as what stands in them would be read."""
        if all(form.is_bound for form in self.forms):
            return self.question()
        sent = QueryDict(mutable=True)
        for form in self.forms:
            sent.appendlist("kind", form.kind)
            for field in form:
                value = field.value()
                several = isinstance(value, list | tuple)
                sent.setlist(field.html_name, [*value] if several else [] if value in {None, False} else [str(value)])
        return Builder.of_post(sent, self.offered).question()

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The forms as a page shows them."""
        return [
            {
                "form": form,
                "number": form.number,
                "kind": form.kind,
                "name": _("Criterion %(number)d") % {"number": form.number + 1},
                "words": KIND_WORDS[form.kind],
            }
            for form in self.forms
        ]

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """The kinds that can be added; none where there are as many as there may be."""
        return [(kind, str(KIND_WORDS[kind])) for kind in KINDS] if len(self.forms) < MOST_CRITERIA else []


def _kinds(sent: QueryDict) -> list[str]:
    return [kind for kind in sent.getlist("kind") if kind in FORMS][:MOST_CRITERIA]


def _written(sent: QueryDict, kind: str, number: int) -> dict[str, Any]:
    """What stands in the fields of a criterion, as it was written."""
    fields, prefix = FORMS[kind].base_fields, f"c{number}-"
    several = {"statuses", "standings", "groups", "sides"}
    return {
        name: sent.getlist(prefix + name) if name in several else sent.get(prefix + name, "")
        for name in fields
        if prefix + name in sent or name in several
    }


def _unbound(found: Iterable[tuple[str, dict[str, Any]]], offered: Offered) -> Builder:
    forms = [FORMS[kind](initial=values, offered=offered, number=number) for number, (kind, values) in enumerate(found)]
    return Builder(forms, offered=offered)
