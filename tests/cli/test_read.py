from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import COMMAND, Site
from tests.factories.minutes import TEXT

from corcom.minutes import Reading, read
from corcom.minutes.domain.format import to_json

SAMPLES = Path(__file__).parents[2] / "src" / "corcom" / "minutes" / "samples"


@pytest.fixture
def bare(tmp_path: Path) -> Site:
    """A folder without any database: reading needs none."""
    return Site(tmp_path / "nowhere")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    (folder / "may.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("utf-16"))
    return folder


def test_a_summary_says_who_what_and_by_when(bare: Site, folder: Path) -> None:
    done = bare.run("read", folder / "may.txt")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:4] == [
        str(folder / "may.txt"),
        "",
        "Coordination Committee, Convention on Cluster Munitions (CCM)",
        "meeting 4 · 26 May 2016 · 10:00 · Palais des Nations",
    ]
    titles = [line for line in lines if line[:1].isalpha() and line == line.upper()]
    assert titles[:2] == ["WHO WAS THERE", "AGENDA"]
    (point,) = [" ".join(line.split()) for line in lines if "Angola" in line]
    assert point.endswith("to Angola by 10 June 2016 Zambia 10 June 2016 certain")
    assert "\x1b" not in done.stdout
    assert not bare.data.exists()


def test_a_summary_fits_80_columns(folder: Path) -> None:
    environment = {**os.environ, "COLUMNS": "80"}
    samples = sorted(SAMPLES.glob("2*"))
    done = subprocess.run([COMMAND, "read", *samples], env=environment, capture_output=True, text=True, check=True)
    paths = {str(sample) for sample in samples}
    assert [line for line in done.stdout.splitlines() if len(line) > 80 and line not in paths] == []
    assert [line for line in done.stdout.splitlines() if line in paths] == [str(sample) for sample in samples]


def test_one_file_is_one_object_and_the_same_as_the_library_gives(bare: Site, folder: Path) -> None:
    done = bare.run("read", folder / "may.txt", "--format", "json")
    assert json.loads(done.stdout) == to_json(read(folder / "may.txt"))


def test_several_are_a_list_in_their_order_with_null_for_what_was_refused(bare: Site, folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "other.txt").write_text(TEXT.replace("26 May", "27 May"), encoding="utf-8")
    done = bare.run("read", folder, "--format", "json")
    assert [found and found["date"] for found in json.loads(done.stdout)] == [None, "2016-05-26", "2016-05-27"]
    assert (done.returncode, done.stderr) == (2, f"{folder}/empty.txt: there is nothing in it\n")


def test_each_file_has_its_json_and_the_text_that_its_offsets_refer_to(
    bare: Site, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "deeper"
    done = bare.run("read", folder, "--format", "json", "--output", out, "--with-text")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(path.name for path in out.iterdir()) == ["may.json", "may.txt"]
    text = (out / "may.txt").read_bytes().decode()
    assert text == TEXT.replace("\n", "\r\n")
    record = json.loads((out / "may.json").read_text(encoding="utf-8"))
    for key in ("attendance", "agenda", "action_points", "decisions", "interventions", "mentioned_dates"):
        for item in record[key]:
            words = item["evidence"]
            assert text[words["start"] : words["end"]] == words["quote"]
    # Every line end counts as one place or two, so an offset late in the text shows whether they were kept.
    assert record["next_meeting"]["evidence"]["start"] > TEXT.index("The next meeting")


def test_two_files_of_one_name_are_both_kept(bare: Site, folder: Path, tmp_path: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old" / "may.md").write_text(TEXT.replace("26 May", "27 May"), encoding="utf-8")
    done = bare.run("read", folder, "--format", "json", "--output", tmp_path / "out")
    assert {path.name: json.loads(path.read_text())["date"] for path in (tmp_path / "out").iterdir()} == {
        "may.json": "2016-05-26",
        "may.md.json": "2016-05-27",
    }
    said = f"{folder}/old/may.md: written as may.md.json, for there is another may.json\n"
    assert (done.returncode, done.stderr) == (0, said)


def test_a_text_never_takes_the_place_of_the_minutes_themselves(bare: Site, folder: Path) -> None:
    before = (folder / "may.txt").read_bytes()
    done = bare.run("read", folder, "--format", "json", "--output", folder, "--with-text")
    assert (done.returncode, (folder / "may.txt").read_bytes()) == (2, before)
    assert [path.name for path in folder.iterdir()] == ["may.txt"]
    assert done.stderr.startswith(f"CommandError: {folder}/may.txt is to be read and would be overwritten")


def test_bad_files_are_named_in_a_line_each_and_the_rest_is_done(bare: Site, folder: Path) -> None:
    (folder / "cut.docx").write_bytes(b"PK\x03\x04" + bytes(40))
    done = bare.run("read", folder / "cut.docx", folder / "missing.pdf", folder / "may.txt")
    assert done.returncode == 2
    assert [line.split(": ")[0] for line in sorted(done.stderr.splitlines())] == [
        f"{folder}/cut.docx",
        f"{folder}/missing.pdf",
    ]
    assert done.stdout.startswith(f"{folder}/may.txt\n")


def test_a_refusal_is_one_line_whatever_the_file_is_called(bare: Site, folder: Path) -> None:
    (folder / "a\nb.txt").touch()
    done = bare.run("read", folder / "a\nb.txt")
    assert (done.returncode, done.stderr) == (2, f"{folder}/a\\nb.txt: there is nothing in it\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--output", "out"), "--output goes with --format json."),
        (("--format", "json", "--with-text"), "--with-text needs --output."),
    ],
)
def test_options_that_do_not_fit_are_refused(bare: Site, folder: Path, words: tuple[str, ...], said: str) -> None:
    done = bare.run("read", folder, *words)
    assert (done.returncode, done.stderr) == (2, f"CommandError: {said}\n")


def test_a_terminal_gets_emphasis(bare: Site, folder: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**bare.environment, "TERM": "xterm", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    done = subprocess.Popen([COMMAND, "read", folder / "may.txt"], env=environment, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # how a terminal says that the other end is closed
        pass
    os.close(ours)
    assert (done.wait(), b"\x1b[1;34mWHO WAS THERE" in shown) == (0, True)


def test_whoever_stops_reading_along_is_no_error(bare: Site) -> None:
    command = f"{COMMAND} read {SAMPLES}/*.txt {SAMPLES}/*.md | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], env=bare.environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_readings_of_real_files_fit_the_published_schema(bare: Site, tmp_path: Path) -> None:
    schema = json.loads(bare.run("schema", "reading").stdout)
    bare.run("read", SAMPLES, "--format", "json", "--output", tmp_path / "out")
    found = sorted((tmp_path / "out").iterdir())
    assert len(found) == len(list(SAMPLES.glob("2*")))
    for path in found:
        assert list(Draft202012Validator(schema).iter_errors(json.loads(path.read_text(encoding="utf-8")))) == []


def test_an_empty_reading_has_a_summary_too(bare: Site, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Nothing of note.", encoding="utf-8")
    done = bare.run("read", tmp_path / "note.txt")
    assert done.stdout.splitlines()[2:4] == ["No body is named.", "no date"]
    assert to_json(Reading())["attendance"] == []
