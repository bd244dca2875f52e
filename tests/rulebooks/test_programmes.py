from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from corcom.meetings.domain.plan import KINDS
from corcom.rulebooks import programme_words
from corcom.rulebooks.checking import checked
from corcom.rulebooks.entry import RulebookRefused
from corcom.rulebooks.programme_reading import USUAL_SLOTS, programme_rules, read_programme_rules
from corcom.rulebooks.reading import FOLDER, conventions, rulebook

GOOD = (FOLDER / "apmbc" / "programme.yaml").read_text(encoding="utf-8")
FOUND = [programme_rules(code) for code in conventions()]


def test_every_rule_and_template_has_a_source() -> None:
    assert [rule.code for found in FOUND for rule in found.rules if not rule.source] == []
    assert [one.code for found in FOUND for one in found.templates if not (one.source and one.reading)] == []


def test_no_two_standing_committees_at_once_as_long_as_there_were_any() -> None:
    found = programme_rules("APMBC")
    days = (date(2004, 2, 9), date(2014, 6, 28))
    parallel = [[rule.code for rule in found.on(day) if rule.shape == "no_two_at_once"] for day in days]
    assert parallel == [["no-parallel-standing-committees", "no-parallel-plenaries"], ["no-parallel-plenaries"]]


def test_kinds_of_meetings_are_those_that_are_planned() -> None:
    assert {kind for found in FOUND for one in found.templates for kind in one.kinds} - set(KINDS) == set()


def test_where_nothing_is_said_the_usual_hours_hold() -> None:
    assert programme_rules("ATT").slots == programme_rules("XYZ").slots == USUAL_SLOTS


def test_the_words_of_the_data_are_marked_for_the_translators() -> None:
    templates = [one for found in FOUND for one in found.templates]
    sessions = [session for one in templates for session in one.sessions]
    assert {slot.name for found in FOUND for slot in found.slots} == set(programme_words.SLOTS)
    assert {one.name for one in templates} == set(programme_words.TEMPLATES)
    assert {one.title for one in sessions if one.title} == set(programme_words.SESSIONS)
    assert {part.name for one in sessions for part in one.components} == set(programme_words.COMPONENTS)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('from: "10:00", to: "13:00"', 'from: 10:00, to: "13:00"', "programme.slots[0].from"),
        ('from: "10:00", to: "13:00"', 'from: "10:00", to: "09:00"', "programme.slots[0].to"),
        ("shape: no_two_at_once", "shape: whatever", "programme.rules[0].shape"),
        ("bodies: [standing-committee, ", "bodies: [club, ", "programme.rules[0].bodies"),
        ("small: 2", "large: 2", "programme.rules[2].large"),
        ("code: no-parallel-plenaries", "code: no-parallel-standing-committees", "programme.rules[1].code"),
        ("share: 40", "share: 41", "programme.components[0].parts"),
        ("days: 4", "days: 0", "programme.templates[0].days"),
        ("general-status: 25", "general-status: 26", "programme.templates[0].shares"),
        ("day: 1, slots", "day: 9, slots", "programme.templates[0].sessions[0].day"),
        ("slots: [morning, afternoon]", "slots: [afternoon, morning]", "programme.templates[0].sessions[0].slots"),
        ("slots: [morning, afternoon]", "slots: []", "programme.templates[0].sessions[0].slots"),
        ("theme: general-status,", "theme: weather,", "programme.templates[0].sessions[0].theme"),
        ("chairs: [co-chair]", "chairs: [king]", "programme.templates[0].sessions[0].chairs"),
        ("components: four-components", "components: five", "programme.templates[0].sessions[1].components"),
        ("rules:", "laws:", "programme.laws"),
    ],
)
def test_a_file_that_cannot_be_is_refused_with_the_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in GOOD
    path = tmp_path / "apmbc" / "programme.yaml"
    path.parent.mkdir()
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    book = rulebook("APMBC")
    assert book is not None
    with pytest.raises(RulebookRefused) as refused:
        read_programme_rules(path, book)
    assert (refused.value.file, refused.value.key) == ("apmbc/programme.yaml", key)


def test_checking_a_rulebook_names_what_is_wrong_with_its_programme(tmp_path: Path) -> None:
    folder = tmp_path / "apmbc"
    shutil.copytree(FOLDER / "apmbc", folder)
    assert checked(folder).mistakes == ()
    (folder / "programme.yaml").write_text(GOOD.replace("share: 40", "share: 41"), encoding="utf-8")
    assert [(wrong.file, wrong.key) for wrong in checked(folder).mistakes] == [
        ("apmbc/programme.yaml", "programme.components[0].parts")
    ]
