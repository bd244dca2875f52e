"""The manual speaks of everything that is there, and of nothing that is not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.house import ROOT

from corcom.documents.domain import LIMITS
from corcom.documents.domain.bounded import BOUNDS
from corcom.documents.domain.errors import DocumentRefused
from corcom.documents.domain.limits import MB
from corcom.management.reference.addresses_page import addresses
from corcom.management.reference.commands_page import names
from corcom.minutes.domain.reading import Reading
from corcom.web.documents import batches
from corcom.web.documents.upload_bounds import ALL_BYTES

MANUAL = ROOT / "docs" / "manual"
PAGES = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")) + sorted((ROOT / "src").rglob("README.md"))


def manual() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(MANUAL.glob("*.md")))


def test_every_page_of_the_manual_is_in_its_list() -> None:
    listed = set(re.findall(r"\]\(([a-z-]+\.md)\)", (MANUAL / "README.md").read_text(encoding="utf-8")))
    assert {path.name for path in MANUAL.glob("*.md")} - {"README.md"} == listed


def test_the_example_of_a_page_is_a_page_of_ours() -> None:
    web = ROOT / "src" / "corcom" / "web"
    code = "\n".join(path.read_text(encoding="utf-8") for path in web.rglob("*.py"))
    (example,) = re.findall(r"```python\n(.*?)```", (web / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert example in code


def test_every_decision_is_in_its_list() -> None:
    folder = ROOT / "docs" / "decisions"
    titles = {
        path.name: path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        for path in sorted(folder.glob("0*.md"))
    }
    listed = re.findall(r"^- \[(.+)\]\((.+)\)$", (folder / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [(name, title) for title, name in listed] == list(titles.items())
    assert [int(name[:4]) for name in titles] == list(range(1, len(titles) + 1))


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "decisions").glob("0*.md")), ids=lambda path: path.stem)
def test_a_decision_says_why_and_what_would_change_it(path: Path) -> None:
    heads = re.findall(r"^## (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert heads == ["What was decided", "Why", "What it costs", "What would change our mind"]


def test_every_page_that_stands_by_itself_is_in_the_manual() -> None:
    named = set(re.findall(r"`(/[a-z/.-]*)`", manual()))
    alone = {address for address, _ in addresses() if "<" not in address}
    # What only a form of another page leads to, or the page itself asks for, and the Arabic specimen, need no mention.
    forms = {"/follow-up/close/", "/outbox/progress/", "/outbox/rules/", "/outbox/try/", "/audiences/preview/"}
    forms |= {"/outbox/addresses/works/", "/outbox/incoming/aside/"}
    planning = {"/meetings/forums/step/", "/calendar/feeds/step/"}
    reminders = {"/reminders/begin/", "/reminders/run/"}
    assert alone - named == {*forms, *planning, *reminders, "/style/ar/"}


def test_every_address_says_what_it_is_for() -> None:
    page = (ROOT / "docs" / "addresses.md").read_text(encoding="utf-8")
    assert re.findall(r"^\|.*\|\s*\|$", page, re.MULTILINE) == []


@pytest.mark.parametrize("name", names())
def test_every_command_is_in_the_manual(name: str) -> None:
    # How the manual itself is written is told to those who work on CorCom.
    told = manual() + "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "CONTRIBUTING.md"))
    assert f"corcom {name}" in told or f"make {name}" in told


def test_every_key_of_a_reading_is_explained() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    explained = {key for row in re.findall(r"^\| (`.+?) \|", page, re.MULTILINE) for key in re.findall(r"`(\w+)`", row)}
    assert explained == {*Reading.__dataclass_fields__, "apologies", "absent"}


def test_the_bounds_are_those_of_the_code() -> None:
    page = (MANUAL / "bounds.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([^|]+) \| (\S[^|]*) \|$", page, re.MULTILINE))
    assert told["size of a file"] == f"{LIMITS.file_bytes // MB} MB"
    assert told["all files of one upload"] == f"{ALL_BYTES // MB} MB"
    assert told["text that comes out"] == f"{LIMITS.text_characters // 1_000_000} million characters"
    assert told["one part of a .docx or .odt, unpacked"] == (
        f"{LIMITS.part_bytes // MB} MB; {LIMITS.part_ratio} times its packed size from {LIMITS.ratio_from // MB} MB on"
    )
    assert told["parts of a .docx or .odt"] == f"{LIMITS.parts:,}"
    assert told["pages of a .pdf"] == f"{LIMITS.pdf_pages:,}"
    assert told["foot- and endnotes"] == f"{LIMITS.notes:,}"
    assert told["letters within letters (.eml)"] == f"{LIMITS.attachments_deep} deep"
    by_command = f"{BOUNDS.seconds:.0f} seconds, on the clock and of the processor"
    assert told["time to read one file with a command"] == by_command
    uploaded = f"{batches.BOUNDS.seconds:.0f} seconds, likewise, because a page waits for it"
    assert told["time to read one file that was uploaded"] == uploaded
    assert BOUNDS.processor_seconds == BOUNDS.seconds
    assert batches.BOUNDS.processor_seconds == batches.BOUNDS.seconds
    assert told["memory to read one file"] == f"{BOUNDS.memory // 1_000_000_000} GB"


def test_every_reason_for_refusing_a_file_is_in_the_manual() -> None:
    page = (MANUAL / "bounds.md").read_text(encoding="utf-8")
    told = {words for _, words in re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)}
    said = {re.sub(r"%\(\w+\)s", "…", kind.template) for kind in DocumentRefused.__subclasses__()}
    assert said - told == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = [target.partition("#")[0] for target in re.findall(r"\]\(([^)\s]+)\)", text)]
    missing = [target for target in targets if target and "://" not in target and not (path.parent / target).exists()]
    assert missing == []
