"""An official document from its registration to its release; a large file on a line that breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.test import Client
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django.live_server_helper import LiveServer
from tests.accounts import account
from tests.browser.conftest import PHONE, OpenPage, scrolls_sideways
from tests.factories.papers import a_file, a_paper, a_version, large_file

from corcom.documents.models import LanguageVersion, Upload

Faults = Callable[[Page], list[str]]
PIECES = "**/documents/official/uploads/*/"


@pytest.fixture(autouse=True)
def files(settings: LazySettings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path


def large(folder: Path) -> Path:
    """A paper of a megabyte that comes in several pieces."""
    path = folder / "large.docx"
    path.write_bytes(large_file(1_000_000))
    return path


def test_from_registration_to_release(page_at: OpenPage, files: Path, faults: Faults) -> None:
    page = page_at("/documents/official/", account=account("secretariat"))
    assert faults(page) == []
    page.get_by_role("link", name="Register a document").click()
    assert faults(page) == []
    page.get_by_label("Convention").select_option("CCM")
    page.get_by_label("Meeting").select_option("CCM|2016-09-05/Meeting of States Parties")
    page.get_by_label("Title").fill("Draft report")
    page.get_by_label("Next symbol of the series").select_option("CCM|msp")
    page.get_by_role("button", name="Show the next symbol").click()
    expect(page.get_by_label("Symbol", exact=False).first).to_have_value("CCM/MSP/2016/1")
    page.get_by_label("Class").select_option("public")
    page.get_by_role("button", name="Register", exact=True).click()
    page.get_by_role("link", name="Upload a version").click()
    assert faults(page) == []
    (files / "a.docx").write_bytes(a_file())
    page.get_by_label("File", exact=True).set_input_files(files / "a.docx")
    page.get_by_role("button", name="Upload a version").click()
    page.get_by_role("link", name="Release").click()
    page.get_by_role("button", name="Release").click()
    expect(page.locator(".status-line")).to_contain_text("CCM/MSP/2016/1 · first released on")
    page.reload()
    assert faults(page) == []
    assert (LanguageVersion.objects.count(), Upload.objects.count()) == (1, 0)


def test_a_file_goes_on_where_it_stopped_after_the_line_broke_and_after_a_reload(
    browser: Browser, live_server: LiveServer, files: Path
) -> None:
    number, path = a_paper(), large(files)
    client = Client()
    client.force_login(account("secretariat"))
    # A context of its own: a browser writes a broken line to its console, which is what is wanted here.
    context = browser.new_context(base_url=live_server.url)
    context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"/documents/official/{number}/upload/")
    sent: list[int] = []

    def pieces(route: Route) -> None:
        """Let the first piece through, and break the line at every later one."""
        if route.request.method == "PATCH":
            sent.append(int(route.request.headers["upload-offset"]))
            if len(sent) > 1:
                route.abort("connectionreset")
                return
        route.continue_()

    page.route(PIECES, pieces)
    page.get_by_label("File", exact=True).set_input_files(path)
    page.get_by_role("button", name="Upload a version").click()
    expect(page.locator("#upload-work [role=status]")).to_contain_text(
        "The line broke. What arrived is kept; trying again"
    )
    here = sent[1]
    assert 0 < here < path.stat().st_size
    page.unroute(PIECES)
    page.reload()
    expect(page.locator(".arriving li")).to_contain_text("large.docx")
    later: list[int] = []
    page.on("request", lambda one: later.append(int(one.headers["upload-offset"])) if one.method == "PATCH" else None)
    page.get_by_label("File", exact=True).set_input_files(path)
    page.get_by_role("button", name="Upload a version").click()
    page.wait_for_url(f"**/documents/official/{number}/")
    assert later[0] == here
    with LanguageVersion.objects.get().file.content.open("rb") as content:
        assert content.read() == path.read_bytes()
    context.close()


def test_without_scripts_it_is_a_plain_form(page_at: OpenPage, files: Path) -> None:
    number = a_paper()
    page = page_at(f"/documents/official/{number}/upload/", account=account("secretariat"), javascript=False)
    (files / "b.docx").write_bytes(a_file())
    page.get_by_label("File", exact=True).set_input_files(files / "b.docx")
    page.get_by_role("button", name="Upload a version").click()
    expect(page.locator(".messages")).to_contain_text("The version is there as a draft.")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_pages_fit_a_phone_in_either_direction(page_at: OpenPage, language: str) -> None:
    number = a_paper()
    a_version(number)
    for address in ("/documents/official/", f"/documents/official/{number}/"):
        assert not scrolls_sideways(page_at(address, width=PHONE, language=language))
