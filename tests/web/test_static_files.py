from __future__ import annotations

import csv
import gzip
import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command
from django.test import Client
from tests.web.pages import tree

import corcom.web

WEB = Path(corcom.web.__path__[0])
STATIC = WEB / "static"
VENDOR = STATIC / "vendor"
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))

FIRST_LOAD = 150_000
FONTS = 1_500_000


def listed() -> list[dict[str, str]]:
    with (VENDOR / "list.csv").open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def test_every_vendored_file_is_listed_with_its_sum() -> None:
    found = {
        str(file.relative_to(VENDOR)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in VENDOR.rglob("*")
        if file.is_file() and file.parent != VENDOR
    }
    assert {row["file"]: row["sha256"] for row in listed()} == found


def test_every_vendored_package_brings_its_version_and_licence() -> None:
    assert {row["licence"] for row in listed()} == {"MIT", "OFL-1.1"}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", row["version"]) for row in listed())
    licences = {row["package"] for row in listed() if Path(row["file"]).name.startswith(("LICENSE", "OFL"))}
    assert licences == {row["package"] for row in listed()}


def test_the_fonts_are_small_and_all_of_them_are_used() -> None:
    files = list((VENDOR / "fonts").glob("*.woff2"))
    assert sum(file.stat().st_size for file in files) < FONTS
    used = set(re.findall(r'url\("\.\./vendor/fonts/([^"]+)"\)', (STATIC / "corcom/corcom.css").read_text()))
    assert used == {file.name for file in files}


@pytest.mark.parametrize("address", ["/style/", "/account/sign-in/"])
def test_the_first_load_is_light(visitor: Client, address: str) -> None:
    """Compressed, without fonts, as whitenoise and a server in front of it send it."""
    page = visitor.get(address)
    addresses = tree(page).xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src")
    files = [finders.find(found.removeprefix("/static/")) for found in [*addresses, "/static/corcom/icons.svg"]]
    weight = len(gzip.compress(page.content)) + sum(len(gzip.compress(Path(str(file)).read_bytes())) for file in files)
    assert 10_000 < weight < FIRST_LOAD


def test_both_dark_themes_say_the_same() -> None:
    sheet = (STATIC / "corcom/corcom.css").read_text()
    chosen = re.search(r'^\[data-bs-theme="dark"\] \{(.*?)\n\}', sheet, re.DOTALL | re.MULTILINE)
    by_system = re.search(r'\[data-bs-theme="auto"\] \{(.*?)\n  \}', sheet, re.DOTALL)
    assert chosen
    assert by_system
    assert chosen[1].split() == by_system[1].split()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(WEB / "templates")))
def test_a_template_holds_no_inline_style_or_script(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|<style|\son[a-z]+=|javascript:|hx-on|\bhttps?://", text) == []
    assert re.findall(r"<script(?![^>]*\ssrc=)", text) == []


def test_every_icon_that_is_asked_for_is_drawn() -> None:
    drawn = set(re.findall(r'<symbol [^>]*id="([a-z]+)"', (STATIC / "corcom/icons.svg").read_text()))
    asked = {name for file in TEMPLATES for name in re.findall(r'{% icon "([a-z]+)" %}', file.read_text())}
    statuses = {"met", "due", "soon", "overdue", "extended", "unknown", "none"}
    levels = {"debug", "info", "success", "warning", "error"}
    assert (asked | statuses | levels) - drawn == set()


def test_after_collectstatic_files_are_named_after_their_content_and_compressed(
    visitor: Client, static_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage: Any = staticfiles_storage
    monkeypatch.setattr(storage, "base_location", str(static_root))
    monkeypatch.setattr(storage, "location", str(static_root))
    before = tree(visitor.get("/style/")).xpath("//link[@rel='stylesheet']/@href")
    assert before[1] == "/static/corcom/corcom.css"
    call_command("collectstatic", interactive=False, verbosity=0)
    try:
        after = tree(visitor.get("/style/")).xpath("//link[@rel='stylesheet']/@href")
        name = Path(after[1]).name
        assert re.fullmatch(r"corcom\.[0-9a-f]{12}\.css", name)
        assert (static_root / "corcom" / f"{name}.gz").exists()
    finally:
        storage.hashed_files.clear()
