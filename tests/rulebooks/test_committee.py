from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corcom.rulebooks.committee import committee, read_committee
from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.reading import FOLDER, conventions, rulebook
from corcom.web.rulebook_names import NAMES

GOOD = (FOLDER / "ccm" / "committee.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("convention", [code for code in conventions() if committee(code)])
def test_the_rules_of_every_committee_have_sources(convention: str) -> None:
    found = committee(convention)
    assert found is not None
    assert [rule.code for rule in found.seats if not rule.source] == []
    assert {office.code for office in found.offices} & {office.code for office in found.beside} == set()


def test_the_rules_of_the_ccm() -> None:
    found = committee("CCM")
    assert found is not None
    assert [(rule.code, rule.must, dict(rule.numbers)) for rule in found.seats] == [
        ("seats-per-theme", True, {"least": 1, "most": 2}),
        ("years-of-a-term", True, {"least": 1, "most": 2}),
        ("one-theme-each", True, {"least": 0, "most": 1}),
        ("half-rotates", False, {"percent": 50, "within": 1}),
        ("not-again", False, {}),
        ("every-group", False, {"least": 1}),
    ]


def test_rules_hold_between_their_days() -> None:
    found = committee("APMBC")
    assert found is not None
    assert [found.holds_on(date(*day)) for day in ((1999, 5, 6), (2003, 10, 8), (2014, 6, 28))] == [False, True, False]
    assert found.rule("number_of_holders", date(2014, 6, 28)) is None


def test_a_convention_without_rulebook_has_no_committee() -> None:
    assert committee("XYZ") is None


def test_every_name_is_marked_for_translation() -> None:
    named: set[str] = set()
    # Those of a convention that is added by data alone stand in English.
    for code in ("APMBC", "CCM"):
        book, found = rulebook(code), committee(code)
        assert book is not None
        assert found is not None
        entries = (*book.offices, *book.themes, *book.bodies, *found.beside)
        named |= {each.name for each in entries}
    assert set(NAMES) == named


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("offices: [coordinator]", "offices: [king]", "committee.offices"),
        ("terms_end_at: [msp, review-conference]", "terms_end_at: [party]", "committee.terms_end_at"),
        ("shape: same_theme_again", "shape: whatever", "committee.seats[4].shape"),
        (
            "    must: no\n    source: minutes of 28 April 2016, by which members",
            "    source: minutes",
            "committee.seats[4].must",
        ),
        (
            "least: 1\n    most: 2\n    must: yes\n    source: minutes of 29 September 2011, which name one",
            "least: 3\n    most: 2\n    must: yes\n    source: minutes",
            "committee.seats[0].most",
        ),
        ("code: not-again", "code: half-rotates", "seats"),
        ("since: 2011-09-16\n# What", "since: tomorrow\n# What", "committee.since"),
        ("sought:", "wanted:", "committee.wanted"),
        ("code: coordination-committee", "- a list", "committee"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_the_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert GOOD.count(old) >= 1
    path = tmp_path / "ccm" / "committee.yaml"
    path.parent.mkdir()
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulebookRefused) as refused:
        read_committee(path)
    assert (refused.value.file, refused.value.key) == ("ccm/committee.yaml", key)
