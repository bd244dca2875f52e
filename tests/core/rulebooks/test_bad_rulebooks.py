"""A rulebook that cannot be right is refused by file, key and what is allowed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.factories.treaties import spoiled

from corcom.rulebooks.checking import checked
from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.events import NAMES
from corcom.rulebooks.form_fields import UNITS
from corcom.rulebooks.reading import FOLDER, conventions, read_rulebook
from corcom.rulebooks.shapes import ONCE

FORM = "forms/article-7.yaml"
UNITS_ALLOWED = ", ".join(UNITS)
INITIAL = "obligations/initial-report.yaml"
DUE = "due: {shape: days_after, event: entry_into_force, days: 180}"
OWING = (
    "deposit, succession, general_entry_into_force, entry_into_force, end_of_hostilities, due:<code of an obligation>"
)
VERSION = "article, cases, due, reading, since, source, until"
ARTICLES = "articles of the convention, such as 1 or 7(1)"


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "allowed"),
    [
        (INITIAL, "days: 180", "weeks: 26", "initial-report.versions[0].due.weeks", "days, event, not_before, shape"),
        (INITIAL, "days_after", "days_around", "initial-report.versions[0].due.shape", ", ".join(ONCE)),
        (INITIAL, "event: entry_into_force", "event: full_moon", "initial-report.versions[0].due.event", OWING),
        # An event that exists, but of which nothing is known when an obligation is counted.
        (INITIAL, "event: entry_into_force", "event: meeting", "initial-report.versions[0].due.event", OWING),
        (INITIAL, "days: 180", "days: 0", "initial-report.versions[0].due.days", "a whole number from 1 to 1000"),
        (INITIAL, "days: 180", "days: 5000", "initial-report.versions[0].due.days", "a whole number from 1 to 1000"),
        (INITIAL, "days: 180", "days: true", "initial-report.versions[0].due.days", "a whole number from 1 to 1000"),
        (INITIAL, "days: 180", "days: '180'", "initial-report.versions[0].due.days", "a whole number from 1 to 1000"),
        (INITIAL, DUE, "due: in half a year", "initial-report.versions[0].due", "keys with values"),
        (INITIAL, "since: 2008-05-30", "since: 2008-02-30", "initial-report.versions[0].since", "a day, such as 2010-08-01"),
        (INITIAL, "since: 2008-05-30", "since: 2008", "initial-report.versions[0].since", "a day, such as 2010-08-01"),
        (INITIAL, "since: 2008-05-30", "when: 2008-05-30", "initial-report.versions[0].when", VERSION),
        (
            INITIAL,
            "since: 2008-05-30",
            "since: 2008-05-30\n    until: 2008-05-30",
            "initial-report.versions[0].until",
            "a day after 2008-05-30",
        ),
        (INITIAL, "applies: every_party", "applies: most", "initial-report.applies", "every_party, where_recorded"),
        (INITIAL, "form: article-7", "form: article-8", "initial-report.form", "article-7"),
        (INITIAL, "- article: 7(1)", "- article: 77(1)", "initial-report.versions[0].article", ARTICLES),
        (INITIAL, "- article: 7(1)", "- article: Art. 7", "initial-report.versions[0].article", ARTICLES),
        (INITIAL, "source: CCM, Article 7(1)", "source: ' '", "initial-report.source", "a text that is not empty"),
        (INITIAL, "events: {entry_into_force: 2015-11-01}", "events: {}", "", ""),
        (
            INITIAL,
            "{entry_into_force: 2015-11-01}",
            "{entry: 2015-11-01}",
            "initial-report.versions[0].cases[0].events.entry",
            ", ".join((*NAMES, "due:<code of an obligation>")),
        ),
        (
            "obligations/clearance.yaml",
            "declared: true",
            "declared: of course",
            "clearance.declared",
            "true, false",
        ),
        ("obligations/clearance.yaml", "years: 5", "years: five", "clearance.extension.years", "a whole number from 1 to 1000"),
        ("obligations/clearance.yaml", "event: meeting", "event: deposit", "clearance.extension.asked.event", "meeting"),
        (
            "obligations/annual-report.yaml",
            "month: 4, day: 30",
            "month: 4, day: 31",
            "annual-report.versions[0].due.day",
            "a whole number from 1 to 30",
        ),
        (
            "obligations/annual-report.yaml",
            "covers: calendar_year_before",
            "covers: everything",
            "annual-report.versions[0].due.covers",
            "calendar_year_before, calendar_year",
        ),
        ("joining.yaml", "deposits: 30", "deposits: 0", "joining.deposits", "a whole number from 1 to 1000"),
        ("joining.yaml", "event: nth_deposit", "event: deposit", "joining.general.due.event", "nth_deposit"),
        (
            "joining.yaml",
            "event: withdrawal_notice",
            "event: deposit",
            "joining.withdrawal.due.event",
            "withdrawal_notice, end_of_conflict",
        ),
        ("joining.yaml", "withdrawal:", "leaving:", "joining.leaving", "deposits, general, state, succession, withdrawal"),
        ("convention.yaml", "code: CCM", "code: CMM", "convention.code", "CCM"),
        ("convention.yaml", "adopted_on: 2008-05-30", "adopted_on: May 2008", "convention.adopted_on", "a day, such as 2010-08-01"),
        (FORM, "article: 7(1)(a)", "article: 70(1)(a)", "article-7.parts[1].article", ARTICLES),
        (FORM, "code: B\n", "code: A\n", "article-7.parts[2].code", "each one once"),
        (FORM, "unit: km2", "unit: miles", "article-7.parts[6].fields[0].columns[1].unit", UNITS_ALLOWED),
        (FORM, "kind: table", "kind: text", "article-7.parts[1].fields[0].columns", "a list for a table, and for nothing else"),
        (FORM, "kind: day}", "kind: table}", "article-7.parts[1].fields[0].columns[1].kind", "text, number, day, year, yes_no, choice"),
        (FORM, "always: true", "always: often", "article-7.parts[0].always", "true, false"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(tmp_path: Path, file: str, old: str, new: str, key: str, allowed: str) -> None:
    folder = spoiled(tmp_path, file, old, new)
    if not key:  # nothing is wrong but a case
        assert [case.case.name for case in checked(folder).cases if not case.holds] == ["South Africa"]
        return
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    found = refused.value
    assert (found.file, found.key, found.allowed) == (f"ccm/{file}", key, allowed)
    assert f"{found}".startswith(f"ccm/{file}: {key}: ")
    assert f"{found}".endswith(f" cannot be read; allowed: {allowed}")


def test_obligations_that_wait_for_each_other_are_a_cycle(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, INITIAL, DUE, 'due: {shape: days_after, event: "due:stockpile-destruction", days: 180}')
    path = folder / "obligations" / "stockpile-destruction.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("event: entry_into_force", 'event: "due:initial-report"', 1), encoding="utf-8")
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert refused.value.key.endswith(".versions")
    assert "obligations that do not wait for each other" in refused.value.allowed
    assert {"initial-report", "stockpile-destruction"} <= set(
        refused.value.allowed.strip(")").replace("(", " ").split()
    )


def test_an_obligation_counts_from_one_that_exists(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, "obligations/annual-report.yaml", "due:initial-report", "due:first-report")
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert refused.value.key == "annual-report.versions"
    assert refused.value.allowed.startswith("due: with annual-report, clearance, cooperation, initial-report, ")


@pytest.mark.parametrize("until", ["2015-01-01", "2016-01-01"])
def test_versions_neither_overlap_nor_leave_a_gap(tmp_path: Path, until: str) -> None:
    second = f"""    until: {until}
  - article: 7(1)
    due: {{shape: days_after, event: entry_into_force, days: 90}}
    source: a made-up amendment
    since: 2015-06-01
    cases:
"""
    folder = spoiled(tmp_path, INITIAL, "    cases:\n", second)
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert refused.value.key == "initial-report.versions[0].until"
    assert refused.value.allowed == "the day from which the next holds: 2015-06-01"


BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"bodies: [", "while parsing a flow"),
        (b"bodies: \xff\xfe", "'utf-8' codec can't decode"),
        (BOMB.encode(), "an alias (*) stands here"),
        (b"bodies: []\nbodies: []\n", "bodies stands here twice"),
        (b"[" * 100_000, "maximum recursion depth"),
        (b"bodies: []\n" + b"#" * 200_000, "200011 bytes"),
        (b"bodies: !!python/object/apply:os.getcwd []", "could not determine a constructor"),
    ],
    ids=["broken", "bytes", "bomb", "twice", "deep", "large", "code"],
)
def test_what_is_no_plain_yaml_is_refused_at_once(tmp_path: Path, content: bytes, found: str) -> None:
    folder = spoiled(tmp_path, "bodies.yaml", "bodies", "bodies")
    (folder / "bodies.yaml").write_bytes(content)
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert (refused.value.file, refused.value.key) == ("ccm/bodies.yaml", "bodies")
    assert found in str(refused.value.found)
    assert len(str(refused.value)) < 300


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, "themes.yaml", "themes", "themes")
    (folder / "themes.yaml").unlink()
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert (refused.value.file, refused.value.found, refused.value.allowed) == (
        "ccm/themes.yaml",
        "no file",
        "a YAML file",
    )


def test_checking_names_the_mistakes_of_all_files(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, INITIAL, "days: 180", "days: many")
    for file, old, new in (
        ("bodies.yaml", "competence: substance", "competence: all"),
        ("themes.yaml", "since: 2011-09-16", "since: soon"),
        ("joining.yaml", "deposits: 30", "deposits: thirty"),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace(old, new, 2), encoding="utf-8")
    (folder / "committees.yaml").write_text("committees: []\n", encoding="utf-8")
    found = checked(folder)
    assert [(each.file, each.key) for each in found.mistakes] == [
        ("ccm/joining.yaml", "joining.deposits"),
        ("ccm/obligations/initial-report.yaml", "initial-report.versions[0].due.days"),
        ("ccm/bodies.yaml", "bodies[0].competence"),
        ("ccm/bodies.yaml", "bodies[1].competence"),
        ("ccm/themes.yaml", "themes[0].since"),
        ("ccm/themes.yaml", "themes[1].since"),
        ("ccm/committees.yaml", "committees.yaml"),
    ]
    assert (found.book, found.cases, found.holds) == (None, (), False)


@pytest.mark.parametrize("convention", conventions())
def test_nothing_is_wrong_with_the_packaged_rulebooks(convention: str) -> None:
    found = checked(FOLDER / convention.lower())
    assert found.mistakes == ()
    assert found.holds


def test_a_rulebook_without_obligations_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "ccm"
    shutil.copytree(FOLDER / "ccm", folder, ignore=shutil.ignore_patterns("obligations"))
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert (
        str(refused.value)
        == "ccm/obligations: obligations: 'no file' cannot be read; allowed: a file for each obligation"
    )


def test_two_versions_of_a_form_share_no_day(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, FORM, "since: 2010-11-12", "since: 2010-11-12")
    text = (folder / FORM).read_text(encoding="utf-8")
    (folder / "forms" / "later.yaml").write_text(
        text.replace("since: 2010-11-12", "since: 2022-09-01"), encoding="utf-8"
    )
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert (refused.value.file, refused.value.key) == ("ccm/forms/later.yaml", "later.since")
    (folder / FORM).write_text(
        text.replace("since: 2010-11-12", "since: 2010-11-12\nuntil: 2022-09-01"), encoding="utf-8"
    )
    book = read_rulebook(folder)
    found = [book.form_on("article-7", day) for day in (date(2010, 11, 11), date(2022, 8, 31), date(2022, 9, 1))]
    assert [form and form.since for form in found] == [None, date(2010, 11, 12), date(2022, 9, 1)]


def test_a_report_names_a_form_that_is_there(tmp_path: Path) -> None:
    folder = spoiled(tmp_path, FORM, "code: article-7", "code: article-8")
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    found = refused.value
    assert (found.file, found.key, found.allowed) == (
        "ccm/obligations/annual-report.yaml",
        "annual-report.form",
        "article-8",
    )
