"""A form that came back beside the draft: what it would change, what is the same, and what could not be read, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from corcom.reporting.domain.answers import PartAnswer
from corcom.reporting.domain.contradictions import Earlier, contradiction
from corcom.reporting.domain.offline import ComparedPart, check_stamp, compared_parts, found_in, returned_form
from corcom.reporting.domain.offline.comparing import Comparison
from corcom.reporting.domain.offline.findings import FormFinding
from corcom.reporting.domain.report_values import ReportWanted
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part
from corcom.web.filled import filled
from corcom.web.reports.answers import part_said, value_in_words
from corcom.web.reports.desk import earlier_of
from corcom.web.reports.offline_file import form_wording
from corcom.web.reports.parts_shown import Desk

FINDINGS = 100
"""Of what could not be read so many are listed: nobody reads on, and a page of ten thousand opens nowhere."""
COMPARISONS: Mapping[Comparison, Promise] = {
    "same": pgettext_lazy("form and draft", "the same as in the draft"),
    "untouched": pgettext_lazy("form and draft", "not changed in the file; the draft is newer and stays"),
    "changed": pgettext_lazy("form and draft", "changed in the file"),
    "collides": pgettext_lazy("form and draft", "changed in the file, and meanwhile in the draft: choose"),
    "not_read": pgettext_lazy("form and draft", "not read; the draft stays"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartCompared:
    """One part: how it stands in words, and each difference with its question, the draft and the file.

    `contradiction`: what of the part, as the file has it, cannot both be.
    """

    compared: ComparedPart
    said: str
    contradiction: str
    differences: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    is_chosen: bool

    @property
    def code(self) -> str:
        return self.compared.part.code


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All parts; and the first of what could not be read, with where it stands, what it is and what to do; `unread`: how much is."""

    parts: tuple[PartCompared, ...]
    findings: tuple[tuple[str, str, str], ...]
    unread: int

    @property
    def can_be_taken(self) -> bool:
        return any(one.compared.can_be_taken for one in self.parts)


def preview(desk: Desk, content: bytes, name: str) -> Preview:
    """What a file would change. Errors: `FormRefused`, `DocumentRefused`."""
    told = desk.told
    back = found_in(content, name=name)
    wanted = ReportWanted(convention=told.convention, iso3=told.iso3, report=told.report, period=told.period)
    check_stamp(back.stamp, wanted=wanted, form=desk.form_as_kept)
    language = back.stamp.language
    returned = returned_form(desk.form_as_kept.spoken_in(language), back.found, form_wording(language))
    compared = compared_parts(
        desk.form,
        returned,
        stamp=back.stamp,
        draft=told.answers,
        revisions={code: one.revision for code, one in told.revisions.items()},
        version=told.number,
    )
    earlier = earlier_of(desk)
    return Preview(
        parts=tuple(_part(one, earlier) for one in compared),
        findings=tuple(
            (_where(one, desk.form), filled(one.what), filled(one.todo)) for one in returned.findings[:FINDINGS]
        ),
        unread=len(returned.findings),
    )


def _part(one: ComparedPart, earlier: Earlier) -> PartCompared:
    shown = one.can_be_taken
    against = contradiction(one.part, one.theirs, earlier) if shown else None
    return PartCompared(
        compared=one,
        said=str(COMPARISONS[one.comparison]),
        contradiction=filled(against) if against else "",
        differences=tuple(_differences(one)) if shown else (),
        is_chosen=one.comparison == "changed",
    )


def _differences(one: ComparedPart) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    if {"/state", "/since", "/because"} & set(one.fields):
        yield _("This part is"), (part_said(one.now),), (part_said(one.theirs),)
    if "/restricted" in one.fields:
        restricted = [_("yes") if each.restricted else _("no") for each in (one.now, one.theirs)]
        yield _("Only States Parties may read this part"), (restricted[0],), (restricted[1],)
    for field in one.part.fields:
        if field.code in one.fields:
            yield field.name, _lines(field, one.now), _lines(field, one.theirs)


def _lines(field: Field, answer: PartAnswer) -> tuple[str, ...]:
    """An answer in lines: a table row by row."""
    if field.kind != "table":
        return (value_in_words(field, answer.text(field.code)),)
    return tuple(
        " · ".join(value_in_words(column, row.get(column.code, "")) or "–" for column in field.columns)
        for row in answer.rows(field.code)
    )


def _where(one: FormFinding, form: Form) -> str:
    """Part, question, column and row, as far as there are any."""
    part = form.part(one.part)
    if part is None:
        return ""
    field = part.field(one.field)
    column = field.column(one.column) if field else None
    row = _("row %(number)s") % {"number": one.row} if one.row else ""
    told = [_named(part), field.name if field else _of_whole(one.field), row, column.name if column else ""]
    return ", ".join(each for each in told if each)


def _named(part: Part) -> str:
    return part.title if len(part.code) > 1 else f"{part.code}. {part.title}"


def _of_whole(code: str) -> str:
    words = {
        "/state": _("This part is"),
        "/since": _("Year of that report"),
        "/because": _("Why it does not apply, in a sentence"),
        "/restricted": _("Only States Parties may read this part"),
    }
    return words.get(code, "")
