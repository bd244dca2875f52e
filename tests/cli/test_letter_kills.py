"""A letter to States whose making and sending are killed at any moment: each copy once, none lost, what is uncertain named."""

from __future__ import annotations

import json
import os
import random
import subprocess
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Site
from tests.cli.letter_site import ALL, NUMBERS, REFERENCE, Uncertain, kept, run, sent, standing, taken, uncertain
from tests.cli.letter_steps import LANGUAGES, THREES
from tests.cli.mail_killer import MailKiller, Way, wait_for
from tests.cli.mail_site import MailSite, mail_site
from tests.cli.stored import contents_of, left_over
from tests.factories.mail import mail_server

KILLS = int(os.environ.get("KILLS", "5"))
AT_ONCE = 5
"""Kills in one run, one after the other, of processes on the same letter."""
ROUNDS = range(-(-KILLS // AT_ONCE))
WAYS: tuple[Way, ...] = ("any", "any", "any", "unwritten", "unheard")

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def released(empty_site: Site, tmp_path_factory: pytest.TempPathFactory) -> MailSite:
    """A site whose letter was approved, and its copies made and released."""
    site = mail_site(empty_site, tmp_path_factory.mktemp("released") / "site", 9)
    site.python(run("take_on"))
    return site


@pytest.mark.kills
@pytest.mark.parametrize("seed", ROUNDS)
def test_killed_while_a_letter_is_sent_each_copy_goes_once_or_is_named_on_its_page(
    released: MailSite, tmp_path: Path, seed: int, record_property: Record
) -> None:
    chance = random.Random(seed)  # noqa: S311  a moment, not a secret
    folder = tmp_path / "site"
    killer = MailKiller(chance, folder / "corcom.sqlite3")
    with mail_server(killer.box) as server:
        site = mail_site(released, folder, server.port)
        ways = chance.sample(WAYS, AT_ONCE)
        record_property("kills", sum(killer.kill(lambda: site.start("send", "--keep-going"), way) for way in ways))
        time.sleep(1.1)
        finished = site.run("send")
        assert finished.returncode == 0
        named, found = uncertain(site), taken(killer.box)
        arrived = [one.message for one in named if found[one.copy, one.recipient]]
        record_property("uncertain", len(named))
        record_property("arrived", len(arrived))
        _each_once_or_named(sent(site), named, found)
        assert _named_by(finished) == sorted(f"  {one.message} {one.recipient}: {one.subject}" for one in named)
        # Not by itself, however often; a person says which arrived, and the others go again.
        (said,) = site.python(run("settle", *arrived)).splitlines()
        _named_everywhere(json.loads(said), named)
        assert site.run("send").returncode == 0
        assert taken(killer.box) == ALL
        _nothing_twice(site)


def _each_once_or_named(
    confirmed: list[tuple[str, str]], named: list[Uncertain], found: Counter[tuple[str, str]]
) -> None:
    """What the server confirmed to us it took once; what is uncertain once or not at all; nothing is missing."""
    assert {one: found[one] for one in confirmed} == dict.fromkeys(confirmed, 1)
    assert Counter(confirmed) + Counter((one.copy, one.recipient) for one in named) == ALL
    assert found <= ALL


def _named_by(finished: subprocess.CompletedProcess[str]) -> list[str]:
    return sorted(line for line in finished.stderr.splitlines() if line.startswith("  "))


def _named_everywhere(said: dict[str, Any], named: list[Uncertain]) -> None:
    """The page of the letter and its register say the same as the outbox."""
    copies = {one.copy for one in named}
    assert said["letter"] == [REFERENCE, "sent"]
    assert said["uncertain"] == sorted(([one.message, one.copy, one.recipient] for one in named), key=itemgetter(1, 0))
    assert said["standing"] == {number: "uncertain" if number in copies else "sent" for number in NUMBERS}
    assert said["register"] == [REFERENCE, len(NUMBERS), len(copies)]
    counts = {"uncertain": len(named), "sent": ALL.total() - len(named)}
    assert said["outbox"] == {state: count for state, count in counts.items() if count}


def _nothing_twice(site: MailSite) -> None:
    """Made or sent once more, the letter has the copies that it had, all of which are sent now."""
    before = kept(site)
    *refused, said = site.python(run("take_on_again")).splitlines()
    assert refused == [f"{step} does not apply to a letter that is sent" for step in ("made", "sent")]
    assert kept(site) == before
    _named_everywhere(json.loads(said), [])


@pytest.mark.kills
@pytest.mark.parametrize("seed", ROUNDS)
def test_killed_while_a_letter_is_drafted_approved_made_and_released_it_goes_on_where_it_was(
    empty_site: Site, tmp_path: Path, seed: int, record_property: Record
) -> None:
    chance = random.Random(seed)  # noqa: S311  a moment, not a secret
    site = mail_site(empty_site, tmp_path / "site", 9)
    before, half = kept(site), 0
    for _ in range(AT_ONCE):
        _kill_within_a_step(site, chance)
        after = kept(site)
        assert {iso3: after[iso3] for iso3 in before} == before
        _each_step_whole(site, len(after))
        before, half = after, half + (0 < len(after) < len(NUMBERS))
    record_property("kills", AT_ONCE)
    record_property("half_made", half)
    record_property("left_behind", len(left_over(site)) + len(_unnamed(site)))
    site.python(run("take_on"))
    after = kept(site)
    assert {iso3: after[iso3] for iso3 in before} == before
    assert _each_step_whole(site, len(after)) == ["drafted", "approved", "made", "sent"]
    assert _papers(site) == NUMBERS
    # What a killed process left behind is named by nothing, and swept.
    assert site.python(run("sweep_and_approve_another")) == f"{REFERENCE[:-1]}2\n"
    assert (left_over(site), _unnamed(site), kept(site)) == ([], [], after)


def _kill_within_a_step(site: MailSite, chance: random.Random) -> None:
    """Some time after a step was begun, or, as often, while the files of copies are written."""
    process = site.start_python(run("take_on"))
    assert process.stdout is not None
    with process.stdout as said:
        list(islice(said, chance.choice([1, 1, 2, 3])))
        if chance.random() < 0.5:
            count = len(_on_disk(site)) + chance.randrange(1, 2 * THREES)
            wait_for(process, lambda: len(_on_disk(site)) >= count)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
    process.wait(timeout=30)


def _on_disk(site: MailSite) -> list[Path]:
    return list(site.files.glob("??/??/*"))


def _each_step_whole(site: MailSite, made: int) -> list[str]:
    """The steps of the letter; each was taken with all that belongs to it or not at all."""
    steps, numbered, worded, messages, waiting = standing(site)
    assert steps == ["drafted", "approved", "made", "sent"][: len(steps)]
    is_approved, is_made, is_sent = (kind in steps for kind in ("approved", "made", "sent"))
    assert (numbered, worded) == ((1, len(NUMBERS)) if is_approved else (None, 0))
    assert is_made == (made == len(NUMBERS))
    assert (messages, waiting) == ((ALL.total(), ALL.total()) if is_sent else (0, 0))
    return steps


def _papers(site: MailSite) -> list[str]:
    """The numbers that stand in the papers, each in that of its State, in its language, and in no other."""
    found, places = [], dict(site.rows("select name, content from corcom_storedfile"))
    words = {"en": "Permanent Mission of", "fr": "Mission permanente", "ar": "جنيف"}
    for language, states in LANGUAGES.items():
        for iso3 in states:
            with zipfile.ZipFile(site.files / places[f"CCM-L-2016-1-{iso3}.docx"]) as paper:
                text = paper.read("word/document.xml").decode()
            found += [number for number in NUMBERS if number in text]
            assert [code for code, some in words.items() if some in text] == [language]
    return sorted(found)


def _unnamed(site: MailSite) -> list[str]:
    """Whole files that no row names."""
    return sorted(contents_of(site).keys() - {place for (place,) in site.rows("select content from corcom_storedfile")})
