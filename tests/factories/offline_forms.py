"""Offline forms with made-up answers, given out and read back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.factories.treaties import book_of

from corcom.kernel.wording import Wording
from corcom.reporting.domain.answers import Answers, PartAnswer
from corcom.reporting.domain.offline import (
    ComparedPart,
    OfflineForm,
    compared_parts,
    form_docx,
    form_xlsx,
    found_in,
    returned_form,
    stamped,
)
from corcom.reporting.domain.offline.returned import Returned
from corcom.reporting.domain.report_values import ReportWanted
from corcom.rulebooks.forms import Form

WRITERS = {"docx": form_docx, "xlsx": form_xlsx}
DRAFT = 7
SOME: Answers = {
    "cover": PartAnswer(
        state="changed", values={"point_of_contact": "Ms A. Berg\nFederal Department\n+41 22 000 00 00"}
    ),
    "B": PartAnswer(
        values={
            "stockpiles": (
                {"type": "Mk 20", "munitions": "1200", "submunitions": "247000", "remarks": "= not checked\tyet"},
                {"type": "BL 755", "munitions": "34"},
            ),
            "completed_on": "2019-03-01",
        },
        carried_from=2024,
    ),
    "D": PartAnswer(state="not_applicable", because="None was ever held in this country."),
    "E": PartAnswer(state="unchanged", since=2019),
    "F": PartAnswer(
        state="changed", values={"areas": ({"place": "الشمال", "suspected": "1.234"}, {"confirmed": "0.5"})}
    ),
    "H": PartAnswer(state="changed", values={"casualties": ({"group": "women", "killed": "1"},)}),
}


@dataclass(frozen=True, slots=True)
class Out:
    """A form that was given out, with the draft it was made from."""

    form: OfflineForm
    ending: str
    data: bytes
    draft: Answers = field(default_factory=dict)

    def back(self, data: bytes | None = None) -> Returned:
        """What is read of it, or of what became of it."""
        found = found_in(data or self.data, name=f"form.{self.ending}")
        assert found.stamp == self.form.stamp
        return returned_form(self.form.form, found.found, self.form.wording)

    def compared(
        self, data: bytes | None = None, *, draft: Answers | None = None, revisions: dict[str, int] | None = None
    ) -> list[ComparedPart]:
        found = compared_parts(
            self.form.form,
            self.back(data),
            stamp=self.form.stamp,
            draft=self.draft if draft is None else draft,
            revisions=self.form.stamp.revisions if revisions is None else revisions,
            version=DRAFT,
        )
        return list(found)

    def changed(self, old: str, new: str, *, times: int = 1) -> bytes:
        """The file with some of the XML of its parts changed."""
        return changed(self.data, lambda text: text.replace(old, new, times))


def given_out(
    ending: str, answers: Answers = SOME, *, convention: str = "CCM", number: int = 0, language: str = "en"
) -> Out:
    form: Form = book_of(convention).forms[number].spoken_in(language)
    report = ReportWanted(convention=convention, iso3="CHE", report="annual-report", period=2025)
    stamp = stamped(report=report, form=form, version=DRAFT, answers=answers, revisions=dict.fromkeys(answers, 1))
    offline = OfflineForm(
        stamp=stamp,
        form=form,
        answers=answers,
        wording=Wording(language=language),
        title=form.name,
        head=(convention, "Switzerland", "Annual report for 2025"),
    )
    return Out(offline, ending, WRITERS[ending](offline), answers)


def changed(data: bytes, change: Callable[[str], str]) -> bytes:
    """A file of the office kind with its XML parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            is_content = entry.filename == "word/document.xml" or entry.filename.startswith("xl/worksheets/")
            new.writestr(entry.filename, change(content.decode()).encode() if is_content else content)
    return out.getvalue()
