"""`corcom export register` and `corcom import register`: out and back in, refused whole, killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from tests.cli.conftest import COMMAND, NewSite, Site

from corcom.documents.domain.tables import csv_file, read_tables, workbook
from corcom.obligations.domain.fact_rows import packaged_facts
from corcom.register.domain.rates import packaged_rates
from corcom.register.domain.release_tables import RELEASE_TABLES
from corcom.register.domain.treaty_action_rows import COLUMNS, packaged_actions
from corcom.register.domain.treaty_actions import KINDS
from corcom.register.domain.votes import packaged_votes
from corcom.rulebooks.reading import conventions

TABLES = ("recordedtreatyaction", "recordedfact", "recordedfigure", "assessmentrate", "recordedvote")
SIZES = {
    "treaty_actions": len(packaged_actions()),
    "obligations": len(packaged_facts()),
    "figures": 0,
    "scale": len(packaged_rates()),
    "votes": len(packaged_votes()),
}
HEAD = ("convention", "state", *COLUMNS[2:])
A_DAY = "a day that exists, such as 2016-04-28, or a month or a year"
REFUSAL = "cannot be taken; allowed"
STATUS_TABLES = Path(__file__).parents[1] / "core" / "register" / "status_tables"
ROW = ("CCM", "ZMB", "accession", "2009-08-12", "", "a letter", "certain", "")


def counted(kind: str, new: int, changed: int, same: int, missing: int = 0) -> str:
    return f"{kind}: {new} new, {changed} changed, {same} the same, {missing} only in the register"


def stored(site: Site) -> list[int]:
    with closing(sqlite3.connect(site.database)) as database:
        return [database.execute(f"select count(*) from corcom_{table}").fetchone()[0] for table in TABLES]  # noqa: S608  our own names


def written(site: Site, *words: str | Path) -> bytes:
    return subprocess.run([COMMAND, *map(str, words)], env=site.environment, capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def filled(empty_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with the facts of the release."""
    site = Site(tmp_path_factory.mktemp("filled"))
    site.database.write_bytes(empty_site.database.read_bytes())
    done = site.run("import", "register")
    assert (done.returncode, done.stdout.splitlines()) == (
        0,
        [counted(kind, size, 0, 0) for kind, size in SIZES.items()],
    )
    return site


def copy(site: Site, new_site: NewSite) -> Site:
    made = new_site()
    made.database.write_bytes(site.database.read_bytes())
    return made


def table(*rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS) -> bytes:
    return csv_file(columns, rows)


def test_the_facts_of_the_release_are_taken_over_once(filled: Site, new_site: NewSite) -> None:
    site = copy(filled, new_site)
    assert stored(site) == list(SIZES.values())
    again = site.run("import", "register")
    assert (again.returncode, again.stdout.splitlines()) == (
        0,
        [counted(kind, 0, 0, size) for kind, size in SIZES.items()],
    )
    assert stored(site) == list(SIZES.values())


def test_what_is_written_on_one_site_fills_another(filled: Site, new_site: NewSite, tmp_path: Path) -> None:
    book = written(filled, "export", "register", "--format", "xlsx")
    (tmp_path / "register.xlsx").write_bytes(book)
    files = []
    for found in read_tables(("register.xlsx", book)):
        files.append(tmp_path / f"{found.sheet}.csv")
        files[-1].write_bytes(csv_file(found.head, [[row.cells[name] for name in found.head] for row in found.rows]))
    assert [path.stem for path in files] == [*RELEASE_TABLES, *SIZES]
    for source in ([tmp_path / "register.xlsx"], files):
        site = new_site()
        taken = site.run("import", "register", *source)
        same = [counted(code, 0, 0, len(each.rows())) for code, each in RELEASE_TABLES.items()]
        assert (taken.returncode, taken.stdout.splitlines()[: len(same)]) == (0, same)
        assert not (site.data / "register").exists()
        assert stored(site) == list(SIZES.values())
        assert written(site, "export", "register", "--format", "xlsx") == book


def test_one_convention_is_written_by_itself(filled: Site) -> None:
    content = written(filled, "export", "register", "--what", "treaty_actions", "--convention", "CCM")
    (found,) = read_tables(("t.csv", content))
    assert len(found.rows) == sum(each.convention == "CCM" for each in packaged_actions())


def test_the_report_says_what_is_new_changed_and_only_recorded(site: Site, tmp_path: Path) -> None:
    first = tmp_path / "first.csv"
    first.write_bytes(table(ROW, ("CCM", "ZMB", "declaration", "2008-12-03", "", "a list", "certain", "")))
    second = tmp_path / "second.csv"
    second.write_bytes(
        table((*ROW[:3], "2009-08-13", *ROW[4:]), ("CCM", "VUT", "accession", "2025-09-05", "", "x", "likely", ""))
    )
    assert site.run("import", "register", first).returncode == 0
    report = [
        counted("treaty_actions", 1, 1, 0, 1),
        "  new: CCM VUT accession 2025-09-05",
        "  changed: CCM ZMB accession 2009-08-12: on 2009-08-12 → 2009-08-13",
        "  only in the register: CCM ZMB declaration 2008-12-03",
    ]
    tried = site.run("import", "register", "--dry-run", second)
    assert (tried.returncode, tried.stdout.splitlines()) == (0, [*report, "Nothing was written (--dry-run)."])
    assert stored(site)[0] == 2
    taken = site.run("import", "register", second)
    assert (taken.returncode, taken.stdout.splitlines()) == (0, report)
    with closing(sqlite3.connect(site.database)) as database:
        rows = database.execute(
            'select "on", ended_by, superseded_by_id is not null from corcom_recordedtreatyaction where iso3 = ?'
            " order by id",
            ("ZMB",),
        ).fetchall()
    assert rows == [("2009-08-12", "corcom-import", 1), ("2008-12-03", "", 0), ("2009-08-13", "", 0)]


def test_every_row_that_is_refused_is_named_and_nothing_is_written(site: Site, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(
        table(
            ROW,
            ("CCM", "XYZ", *ROW[2:]),
            ("CCM", "AGO", "signature", "2008-02-30", *ROW[4:]),
            ("CCM", "BEN", "adoption", *ROW[3:]),
            ("CCM", "BOL", "accession", "2009-08-12", "", "", "certain", ""),
        )
    )
    wrong = tmp_path / "wrong.csv"
    wrong.write_bytes(table(ROW, columns=HEAD))
    twice = tmp_path / "facts.csv"
    twice.write_bytes(
        b"convention,iso3,obligation,kind,on,period,until,meeting,source,certainty,note\r\n"
        b"CCM,ZMB,dancing,applies,,,,,x,certain,\r\nCCM,ZMB,clearance,granted,,,,,x,certain,\r\n"
    )
    done = site.run("import", "register", bad, wrong, twice)
    lines = done.stderr.splitlines()
    obligations = next(line for line in lines if "dancing" in line)
    assert obligations.startswith("facts.csv: line 2: obligation: 'dancing' cannot be taken; allowed: ")
    assert (done.returncode, done.stdout, [line for line in lines if line != obligations]) == (
        2,
        "",
        [
            "bad.csv: line 3: iso3: 'XYZ' cannot be taken; allowed: one of 197 codes",
            f"bad.csv: line 4: on: '2008-02-30' cannot be taken; allowed: {A_DAY}",
            f"bad.csv: line 5: kind: 'adoption' cannot be taken; allowed: {', '.join(KINDS)}",
            "bad.csv: line 6: source: '' cannot be taken; allowed: a text that is not empty",
            f"wrong.csv: line 1: head: 'state' cannot be taken; allowed: the columns of treaty_actions: {', '.join(COLUMNS)}",
            f"wrong.csv: line 1: head: '{', '.join(HEAD)}' cannot be taken; allowed: also iso3, which is missing",
            "facts.csv: line 3: until: '' cannot be taken; allowed: a day, which “granted” needs",
            "Nothing was written.",
        ],
    )
    assert stored(site) == [0, 0, 0, 0]


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_rows_that_contradict_each_other_are_refused(site: Site, tmp_path: Path, dry: tuple[str, ...]) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_bytes(table(("CCM", "ZMB", "withdrawal", "2009-01-05", *ROW[4:]), ROW, ROW))
    done = site.run("import", "register", *dry, bad)
    rule, where = "a withdrawal after the deposit of a consent, not before", "line 3 tells it already"
    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        [
            f"bad.csv: line 2: kind: 'CCM ZMB withdrawal 2009-01-05' {REFUSAL}: {rule}",
            f"bad.csv: line 4: treaty_actions: 'CCM ZMB accession 2009-08-12' {REFUSAL}: each fact once; {where}",
            "Nothing was written.",
        ],
    )
    assert stored(site) == [0, 0, 0, 0]


def test_a_status_table_of_the_depositary_is_held_against_the_register(filled: Site, new_site: NewSite) -> None:
    site = copy(filled, new_site)
    done = site.run("import", "register", STATUS_TABLES / "XXVI-6.en.xml", "--convention", "CCM")
    lines = done.stdout.splitlines()
    recorded = [each for each in packaged_actions() if each.convention == "CCM" and each.kind != "withdrawal"]
    assert (done.returncode, done.stderr) == (0, "")
    assert lines[0] == counted("treaty_actions", 0, 2, 11, len(recorded) - 12)
    assert [line.partition(": source")[0].partition("; source")[0] for line in lines[1:3]] == [
        "  changed: CCM BLZ provisional_application 2014-09-02",
        "  changed: CCM CZE ratification 2011-09-22: kind ratification → approval",
    ]
    assert stored(site)[0] == SIZES["treaty_actions"] + 2
    again = site.run("import", "register", STATUS_TABLES / "XXVI-6.en.xml")
    assert again.stdout.splitlines()[0] == counted("treaty_actions", 0, 0, 13, len(recorded) - 12)


def test_a_status_table_of_another_convention_is_refused(site: Site) -> None:
    wrong = site.run("import", "register", STATUS_TABLES / "XXVI-6.en.xml", "--convention", "APMBC")
    title = "Convention sur l'interdiction des mines (sample)"
    unnamed = site.run("import", "register", STATUS_TABLES / "XXVI-5.fr.xml")
    assert [(each.returncode, each.stderr.splitlines()[0]) for each in (wrong, unnamed)] == [
        (2, "XXVI-6.en.xml: it is the status table of CCM, not of APMBC"),
        (
            2,
            f"XXVI-5.fr.xml: say with --convention of which convention it is ({', '.join(conventions())}); it names “{title}”",
        ),
    ]


def test_what_cannot_be_read_is_refused_in_one_line(site: Site, tmp_path: Path) -> None:
    (tmp_path / "cut.xlsx").write_bytes(workbook([("votes", COLUMNS, [ROW])])[:-40])
    kinds = "states, state_names, former_names, un_membership, regional_groups, meetings, treaty_actions, obligations, figures, scale, votes, as `corcom export register` writes them"
    (tmp_path / "other.csv").write_text("name,colour\nx,red\n", encoding="utf-8")
    done = site.run(
        "import", "register", tmp_path / "cut.xlsx", tmp_path / "none.csv", tmp_path / "other.csv", tmp_path
    )
    assert (done.returncode, done.stderr.splitlines()) == (
        2,
        [
            "cut.xlsx: cut off or damaged: the end of the file is missing",
            "none.csv: cannot be opened: No such file or directory",
            f"other.csv: line 1: head: 'name, colour' {REFUSAL}: the columns of one of {kinds}",
            f"{tmp_path.name}: cannot be opened: Is a directory",
            "Nothing was written.",
        ],
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("export", "register"), "Say with --what which table (states, state_names, former_names, un_membership, regional_groups, meetings, treaty_actions, obligations, figures, scale, votes); --format xlsx writes all of them."),
        (("export", "register", "--format", "docx"), "docx is no form of a register."),
        (("export", "meeting", "1", "--format", "csv"), "csv is no form of a meeting."),
        (("import", "meeting"), "Say which files."),
        (("import", "register", "--dry-run"), "--dry-run, --convention and --by go with files; without any, the facts of this release are taken over."),
        (("import", "register", "x.csv", "--by", "nobody"), "There is no account nobody."),
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_what_does_not_go_together_is_said_in_one_line(words: tuple[str, ...], said: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command(*words)
    assert (refused.value.returncode, str(refused.value)) == (2, said)


def test_a_sheet_that_is_no_table_is_passed_over_and_named(site: Site, tmp_path: Path) -> None:
    notes = ("notes", ("what", "when"), [("call Zambia", "soon")])
    (tmp_path / "book.xlsx").write_bytes(workbook([notes, ("acts", COLUMNS, [ROW])]))
    done = site.run("import", "register", tmp_path / "book.xlsx")
    passed = "book.xlsx (notes): it has not the columns of a table of the register and was passed over"
    assert (done.returncode, done.stderr.splitlines(), stored(site)[0]) == (0, [passed], 1)
    (tmp_path / "notes.xlsx").write_bytes(workbook([notes, ("more", ("colour",), [("red",)])]))
    done = site.run("import", "register", tmp_path / "notes.xlsx")
    heads = [line.partition(" cannot")[0] for line in done.stderr.splitlines()]
    assert (done.returncode, heads) == (
        2,
        [
            "notes.xlsx (notes): line 1: head: 'what, when'",
            "notes.xlsx (more): line 1: head: 'colour'",
            "Nothing was written.",
        ],
    )


def test_many_refusals_are_counted_and_all_of_them_listed_if_wanted(site: Site, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes(table(*[(*ROW[:1], "XYZ", *ROW[2:])] * 230))
    for words, lines in (((), 202), (("-v", "2"), 231)):
        done = site.run("import", "register", *words, tmp_path / "bad.csv")
        assert (done.returncode, len(done.stderr.splitlines())) == (2, lines)
        assert ("… and 30 more; -v 2 lists all" in done.stderr) == (not words)


def test_who_reads_no_further_is_no_error(site: Site) -> None:
    for words in (
        "register --convention CCM",
        "obligations --convention CCM --format csv",
        "export register --what votes",
    ):
        done = subprocess.run(
            ["bash", "-o", "pipefail", "-c", f"{COMMAND} {words} | true"],
            env=site.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        told = [line for line in done.stderr.splitlines() if "come with CorCom" not in line]
        assert (done.returncode, told) == (0, [])


@pytest.mark.kills
@pytest.mark.parametrize("seed", range(int(os.environ.get("KILLS", "3"))))
def test_killed_at_any_moment_all_is_there_or_nothing(site: Site, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  a moment, not a secret
    process = site.start("import", "register")
    # Once the journal of the database grows, the command is writing.
    journal, end = site.database.with_name(f"{site.database.name}-wal"), time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end and not (journal.exists() and journal.stat().st_size):
        time.sleep(0.0005)
    time.sleep(chance.uniform(0, 0.3))
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert stored(site) in ([0, 0, 0, 0], list(SIZES.values()))
    assert site.run("import", "register").returncode == 0
    assert stored(site) == list(SIZES.values())
