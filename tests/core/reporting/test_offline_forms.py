"""Report forms given out as .docx and .xlsx, and read back."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.availability import UNAVAILABLE
from tests.factories.offline_forms import SOME, WRITERS, Out, given_out
from tests.factories.treaties import book_of

from corcom.kernel.wording import Wording
from corcom.reporting.domain.answer_values import read_value
from corcom.reporting.domain.answers import STATES, PartAnswer, TableRow, Value, answers_json
from corcom.reporting.domain.offline.own_words import own_words
from corcom.reporting.domain.value_refused import ValueRefused
from corcom.rulebooks.form_fields import Field
from corcom.rulebooks.forms import Form, Part

BOOKS = ("CCM", "APMBC", "ATT")
FORMS = (("CCM", 0), ("APMBC", 0), ("ATT", 0), ("ATT", 1))
EXAMPLES = 8
"""Each writes and reads a whole form; `make test` has many other things to do."""
DIGITS = st.integers(0, 10**9).map(str)
FRACTIONS = st.decimals(0, 10**6, places=4, allow_nan=False).map(str)


def as_value(field: Field, typed: str) -> str:
    try:
        return read_value(field, typed)
    except ValueRefused:
        return ""


def values_of(field: Field) -> st.SearchStrategy[str]:
    typed: st.SearchStrategy[str]
    match field.kind:
        case "number":
            typed = FRACTIONS if field.unit in {"km2", "currency"} else DIGITS
        case "day":
            typed = st.dates().map(str)
        case "year":
            typed = st.integers(1950, 2050).map(str)
        case "choice":
            typed = st.sampled_from([each.code for each in field.choices])
        case _:
            typed = st.text(max_size=30) | st.sampled_from(("=1+1", "سطر\nline", "a\tb", "_x0041_", "(x", "1.234"))
    return typed.map(lambda text: as_value(field, text))


def rows_of(table: Field) -> st.SearchStrategy[tuple[TableRow, ...]]:
    row = st.fixed_dictionaries({each.code: values_of(each) for each in table.columns})
    said = row.map(lambda one: {code: value for code, value in one.items() if value}).filter(bool)
    return st.lists(said, max_size=2).map(tuple)


@st.composite
def part_answers(draw: st.DrawFn, part: Part, form: Form) -> PartAnswer:
    found: dict[str, Value] = {}
    for each in part.fields:
        asked: st.SearchStrategy[Value] = rows_of(each) if each.kind == "table" else values_of(each)
        found[each.code] = draw(asked)
    values = {code: value for code, value in found.items() if value}
    restricted = form.restricted and draw(st.booleans())
    if part.always:
        return PartAnswer(state="changed" if values else "open", values=values, restricted=restricted)
    state = draw(st.sampled_from(STATES))
    return PartAnswer(
        state=state,
        values=values,
        since=draw(st.none() | st.integers(1999, 2024)),
        because=as_value(Field(code="x", name="X", kind="text"), draw(st.text(max_size=20))),
        carried_from=draw(st.none() | st.integers(1999, 2024)) if state == "open" else None,
        restricted=restricted,
    )


@st.composite
def filled_in(draw: st.DrawFn) -> Out:
    convention, number = draw(st.sampled_from(FORMS))
    form = book_of(convention).forms[number]
    answers = {part.code: draw(part_answers(part, form)) for part in form.parts if draw(st.booleans())}
    language = draw(st.sampled_from(("en", "fr", "ar", "es", "ru", "zh")))
    return given_out(
        draw(st.sampled_from(("docx", "xlsx"))), answers, convention=convention, number=number, language=language
    )


@settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(filled_in())
def test_any_answers_come_back_the_same(out: Out) -> None:
    returned = out.back()
    assert returned.findings == []
    found = {code: returned.parts[code].over(answer) for code, answer in out.draft.items()}
    assert answers_json(found) == answers_json(out.draft)
    assert {one.comparison for one in out.compared()} == {"same"}


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize(
    ("convention", "number", "language"), [("CCM", 0, "ar"), ("APMBC", 0, "fr"), ("ATT", 0, "en"), ("ATT", 1, "ar")]
)
def test_an_empty_form_changes_nothing(ending: str, convention: str, number: int, language: str) -> None:
    out = given_out(ending, {}, convention=convention, number=number, language=language)
    assert out.back().findings == []
    assert {one.comparison for one in out.compared()} == {"same"}


def test_libreoffice_opens_and_saves_forms_without_loss(tmp_path: Path) -> None:
    """One start of the program for all files, for that is what takes the time."""
    office = shutil.which("soffice")
    if office is None:
        UNAVAILABLE["offline forms saved by LibreOffice"] = "soffice is not installed"
        pytest.skip("soffice is not installed")
    outs = {language: given_out("docx", language=language) for language in ("ar",)}
    files = [tmp_path / f"{language}.docx" for language in outs]
    for file, out in zip(files, outs.values(), strict=True):
        file.write_bytes(out.data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=60)
    for file, out in zip(files, outs.values(), strict=True):
        saved = (tmp_path / "saved" / file.name).read_bytes()
        assert out.back(saved).findings == []
        assert {one.comparison for one in out.compared(saved)} == {"same"}


def test_libreoffice_opens_and_saves_workbooks_without_loss(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    program = Path(office).resolve().parent if office else None
    if office is None or program is None or not (program / "libsclo.so").is_file():
        reason = "soffice is not installed, or without Calc"
        UNAVAILABLE["offline workbooks saved by LibreOffice"] = reason
        pytest.skip(reason)
    out = given_out("xlsx")
    (tmp_path / "en.xlsx").write_bytes(out.data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved")]
    subprocess.run([*command, str(tmp_path / "en.xlsx")], check=True, capture_output=True, timeout=60)
    saved = (tmp_path / "saved" / "en.xlsx").read_bytes()
    assert out.back(saved).findings == []
    assert {one.comparison for one in out.compared(saved)} == {"same"}


@pytest.mark.parametrize("language", ["es", "ru", "zh"])
def test_a_form_says_all_in_one_language_also_where_there_are_no_pages_in_it(language: str) -> None:
    asked: set[str] = set()

    def say(text: str) -> str:
        asked.add(text)
        return text

    for convention, number in FORMS:
        out = given_out("docx", SOME if convention == "CCM" else {}, convention=convention, number=number)
        for write in WRITERS.values():
            write(replace(out.form, wording=Wording(gettext=say)))
    reports = {each.name for code in BOOKS for each in book_of(code).obligations if each.form}
    assert own_words()[language].keys() == asked | reports | {"%(report)s for %(year)s"}


def test_what_is_carried_over_is_marked_in_the_form() -> None:
    import zipfile
    from io import BytesIO

    text = zipfile.ZipFile(BytesIO(given_out("docx", SOME).data)).read("word/document.xml").decode()
    assert text.count("The answers below are those of the report for 2024.") == 1
