from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.naming import body_named, office_named, theme_named
from corcom.rulebooks.reading import FOLDER, conventions, read_rulebook, rulebook


def test_every_folder_can_be_read() -> None:
    assert {code: len(read_rulebook(FOLDER / code.lower()).bodies) for code in conventions()} == {
        "APMBC": 7,
        "ATT": 6,
        "CCM": 7,
    }


@pytest.mark.parametrize("convention", conventions())
def test_no_two_entries_share_a_name(convention: str) -> None:
    book = rulebook(convention)
    assert book is not None
    for entries in (book.bodies, book.themes, book.offices):
        names = [name.casefold() for entry in entries for name in {entry.name, *entry.aliases}]
        assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("convention", conventions())
def test_what_a_body_decides_rests_on_an_article_or_a_meeting(convention: str) -> None:
    book = rulebook(convention)
    assert book is not None
    silent = [b.name for b in book.bodies if not re.search(r"Article|Meeting|Conference", b.source) or not b.may_decide]
    assert silent == []


def test_a_convention_without_rulebook_has_none() -> None:
    assert rulebook("XYZ") is None
    assert body_named("XYZ", "Coordination Committee") is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("6MSP", "msp"),
        ("Sixth Meeting of States Parties (6MSP)", "msp"),
        ("Coordination Committee of the CCM", "coordination-committee"),
        ("CorCom", "coordination-committee"),
        ("Preparatory Meeting for the First Review Conference", "preparatory-meeting"),
        ("2nd Review Conference", "review-conference"),
        ("Open-ended informal consultations", "informal-consultations"),
        ("Board of Examiners", None),
    ],
)
def test_bodies_are_known_by_their_other_names(words: str, code: str | None) -> None:
    body = body_named("CCM", words)
    assert (body.code if body else None) == code


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("5.2 Universalization (Ecuador and Zambia)", "Universalization"),
        ("International cooperation and assistance", "Cooperation and Assistance"),
        ("Reporting", "Transparency Reporting"),
        ("Any other business", None),
    ],
)
def test_themes_are_known_by_their_headings(words: str, name: str | None) -> None:
    theme = theme_named("CCM", words)
    assert (theme.name if theme else None) == name


def test_the_longer_of_two_offices_that_start_together_is_meant() -> None:
    office = office_named("CCM", "the President-designate of the 7MSP")
    assert office is not None
    assert office.code == "president-designate"


def _write(folder: Path, bodies: str) -> Path:
    """The rulebook of the CCM with other bodies."""
    shutil.copytree(FOLDER / "ccm", folder)
    (folder / "bodies.yaml").write_text(bodies)
    return folder


GOOD = """
bodies:
  - code: msp
    name: Meeting
    aliases: []
    competence: substance
    may_decide: [all]
    source: Article 11
    since: 2010-08-01
"""


@pytest.mark.parametrize(
    ("change", "key", "allowed"),
    [
        (("substance", "whatever"), "bodies[0].competence", "substance, own_work"),
        (("2010-08-01", "soon"), "bodies[0].since", "a day, such as 2010-08-01"),
        (("source: Article 11", "source: ''"), "bodies[0].source", "a text that is not empty"),
        (("aliases: []", "aliases: [1]"), "bodies[0].aliases", "a list of texts"),
        (
            ("may_decide", "decides"),
            "bodies[0].decides",
            "aliases, code, competence, may_decide, name, since, source, until",
        ),
        (("bodies:", "corps:"), "bodies", "one list named bodies"),
    ],
)
def test_what_is_wrong_is_named_by_file_and_key(
    tmp_path: Path, change: tuple[str, str], key: str, allowed: str
) -> None:
    folder = _write(tmp_path / "ccm", GOOD.replace(*change))
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert (refused.value.file, refused.value.key, refused.value.allowed) == ("ccm/bodies.yaml", key, allowed)


def test_an_entry_stands_once(tmp_path: Path) -> None:
    folder = _write(tmp_path / "ccm", GOOD + GOOD.replace("bodies:", ""))
    with pytest.raises(RulebookRefused) as refused:
        read_rulebook(folder)
    assert refused.value.key == "bodies[1].code"
