"""Every case of every rulebook, and what every rule must say of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest
from tests.factories.treaties import book_of

from corcom.rulebooks.cases import Tried, tried_cases
from corcom.rulebooks.forms import Form
from corcom.rulebooks.named import Named
from corcom.rulebooks.reading import FOLDER, Rulebook, conventions
from corcom.rulebooks.rules import RecurringRule, Rule

CASES = [(convention, tried) for convention in conventions() for tried in tried_cases(book_of(convention))]
OPEN = re.compile(r"recall|memory|todo", re.IGNORECASE)
"""Words of a source that is none."""


@pytest.mark.parametrize(
    ("convention", "tried"), CASES, ids=[f"{code}-{each.rule}-{each.case.name}" for code, each in CASES]
)
def test_the_rule_gives_what_the_case_says(convention: str, tried: Tried) -> None:
    assert tried.given == tried.case.gives
    assert tried.case.source
    assert tried.case.published != tried.case.gives


def rules_of(book: Rulebook) -> Iterator[tuple[str, Rule | RecurringRule]]:
    joining = book.joining
    yield from (("general", joining.general), ("state", joining.state), ("withdrawal", joining.withdrawal))
    yield "succession", joining.succession
    for obligation in book.obligations:
        yield from ((obligation.code, version) for version in obligation.versions)


@pytest.mark.parametrize("convention", conventions())
def test_every_rule_has_a_source_a_day_and_a_case(convention: str) -> None:
    book = book_of(convention)
    found = list(rules_of(book))
    assert [name for name, rule in found if not rule.cases] == []
    assert [name for name, rule in found if not rule.source or OPEN.search(rule.source)] == []
    assert [name for name, rule in found if rule.since < book.treaty.adopted_on] == []
    lasting = [each.code for each in book.obligations if not each.source or OPEN.search(each.source)]
    assert lasting == []


@pytest.mark.parametrize("convention", conventions())
def test_every_article_is_one_of_the_convention(convention: str) -> None:
    book = book_of(convention)
    numbers = [each.number for each in book.treaty.articles]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    articles = [rule.article for _, rule in rules_of(book)]
    articles += [each.article for each in book.obligations]
    articles += [each.extension.article for each in book.obligations if each.extension]
    articles += [part.article for form in book.forms for part in form.parts if part.article]
    named = {number for article in articles for number in re.findall(r"\d+", re.sub(r"\([^)]*\)", "", article))}
    assert named - set(numbers) == set()


@pytest.mark.parametrize("convention", conventions())
def test_whatever_may_change_has_a_source_and_days(convention: str) -> None:
    book = book_of(convention)
    named: tuple[Named | Form, ...] = (*book.bodies, *book.themes, *book.offices, *book.forms)
    assert [each.code for each in named if not each.source or OPEN.search(each.source)] == []
    assert [each.code for each in named if each.since < book.treaty.adopted_on] == []
    assert [each.code for each in named if each.until is not None and each.until <= each.since] == []


@pytest.mark.parametrize("convention", conventions())
def test_every_file_stands_under_the_code_of_its_obligation(convention: str) -> None:
    files = sorted(path.stem for path in (FOLDER / convention.lower() / "obligations").glob("*.yaml"))
    assert files == sorted(each.code for each in book_of(convention).obligations)


def test_the_first_annual_report_is_read_with_a_reason_and_three_cases() -> None:
    for convention in ("CCM", "APMBC"):
        obligation = book_of(convention).obligation("annual-report")
        assert obligation is not None
        (version,) = obligation.versions
        assert "does not say" in version.reading
        assert [case.gives for case in version.cases] == [date(2011, 4, 30), date(2012, 4, 30), date(2012, 4, 30)]


def test_two_published_days_differ_from_the_rule() -> None:
    differing = {
        tried.case.name.split(",")[0]: (tried.given, tried.case.published) for _, tried in CASES if tried.case.published
    }
    assert differing == {
        "Cabo Verde": (date(2011, 9, 28), date(2011, 10, 28)),
        "Guinea": (date(2015, 9, 28), date(2015, 4, 19)),
    }  # fmt: skip


def test_the_forms_have_the_parts_that_people_know() -> None:
    (ccm,), (apmbc,) = book_of("CCM").forms, book_of("APMBC").forms
    assert [part.code for part in ccm.parts] == ["cover", *"ABCDEFGHIJ"]
    assert [part.code for part in apmbc.parts] == [*"ABCDEFGHIJ"]
    answered = Counter(
        letter for part in ccm.parts for letter in re.findall(r"7\(1\)\((\w)\)", part.article)
    )  # fmt: skip
    assert answered == Counter("abcdefghijklmn")
