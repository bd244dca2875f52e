"""`corcom import register` for States and meetings: whole or not at all, and read by everything from the next start on."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.cli.conftest import NewSite, Site

from corcom.documents.domain.tables import csv_file, workbook
from corcom.register.domain.release_tables import RELEASE_TABLES

MEETING = ("CCM", "10MSP", "Tenth Meeting", "2022-08-30", "2022-09-02", "Geneva", "a programme", "certain")
MEETINGS = RELEASE_TABLES["meetings"].kind.columns
RESTART = "Processes that run go on with the States and meetings that they began with: start the site again."


def table_of(site: Site, code: str) -> list[dict[str, str]]:
    done = site.run("export", "register", "--what", code)
    return list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff"))))


def row_of(code: str, **cells: str) -> list[str]:
    return [cells.get(column, "") for column in RELEASE_TABLES[code].kind.columns]


def atlantis() -> bytes:
    """A State with all that belongs to it, as a workbook."""
    sheets = {
        "states": [
            row_of(
                "states",
                iso3="ATL",
                iso2="QA1",
                m49="999",
                name_en="Atlantis",
                name_fr="Atlantide",
                name_es="Atlántida",
                un_member="N",
                m49_region="Europe",
                m49_subregion="Northern Europe",
            )
        ],
        "state_names": [
            row_of("state_names", iso3="ATL", language=code, name="A", cldr_name="A", source="made up", checked="no")
            for code in ("ar", "zh", "ru")
        ],
    }
    return workbook([(code, RELEASE_TABLES[code].kind.columns, rows) for code, rows in sheets.items()])


def test_a_meeting_comes_in_and_goes_out(new_site: NewSite, tmp_path: Path) -> None:
    site, file = new_site(), tmp_path / "meetings.csv"
    file.write_bytes(csv_file(MEETINGS, [MEETING]))
    new = ["meetings: 1 new, 0 changed, 0 the same, 14 only in the register", "  new: CCM 10MSP"]
    tried = site.run("import", "register", "--dry-run", file)
    assert (tried.returncode, tried.stdout.splitlines()[:2]) == (0, new)
    assert [row["code"] for row in table_of(site, "meetings")].count("10MSP") == 0
    done = site.run("import", "register", file)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, RESTART)
    assert [row for row in table_of(site, "meetings") if row["code"] == "10MSP"] == [
        dict(zip(MEETINGS, MEETING, strict=True))
    ]
    file.write_bytes(csv_file(MEETINGS, [(*MEETING[:4], "2022-09-03", *MEETING[5:])]))
    again = site.run("import", "register", file)
    assert again.stdout.splitlines()[1] == "  changed: CCM 10MSP: ends_on 2022-09-02 → 2022-09-03"
    # What held before stays readable.
    assert len([path for path in (site.data / "register").iterdir() if not path.is_symlink()]) == 2


def test_a_state_comes_in_and_can_act(new_site: NewSite, tmp_path: Path) -> None:
    site, file = new_site(), tmp_path / "atlantis.xlsx"
    file.write_bytes(atlantis())
    assert site.run("import", "register", file).returncode == 0
    assert [row["name_fr"] for row in table_of(site, "states") if row["iso3"] == "ATL"] == ["Atlantide"]
    act = tmp_path / "acts.csv"
    act.write_text(
        "convention,iso3,kind,on,effective_on,source,certainty,note\nCCM,ATL,accession,2016-05-28,,made up,certain,\n",
        encoding="utf-8",
    )
    assert site.run("import", "register", act).returncode == 0
    listed = site.run("register", "--convention", "CCM", "--format", "csv")
    assert [line.split(",")[:2] for line in listed.stdout.splitlines() if line.startswith("ATL")] == [
        ["ATL", "Atlantis"]
    ]


def test_what_does_not_hold_together_is_refused_whole(new_site: NewSite, tmp_path: Path) -> None:
    site = new_site()
    angola = next(row for row in table_of(site, "states") if row["iso3"] == "AGO")
    (tmp_path / "states.csv").write_bytes(csv_file(tuple(angola), [tuple({**angola, "m49": "004"}.values())]))
    (tmp_path / "meetings.csv").write_bytes(csv_file(MEETINGS, [MEETING]))
    done = site.run("import", "register", tmp_path / "states.csv", tmp_path / "meetings.csv")
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (
        2,
        "",
        [
            "states.csv: line 2: m49: '004' cannot be taken; allowed: what no other State has; AFG has it",
            "Nothing was written.",
        ],
    )
    assert not (site.data / "register").exists()
