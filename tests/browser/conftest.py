"""Pages as a person has them: Debian's Chromium, driven by Playwright, against the real site."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright
from pytest_django.live_server_helper import LiveServer
from tests.availability import UNAVAILABLE

from corcom.access.models import User

HERE = Path(__file__).parent
GROUP = "tests/browser"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

PHONE, DESK = 360, 1280
FLAGS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

OpenPage = Callable[..., Page]
Unusable = Callable[..., dict[str, list[str]]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
    if ours and CHROMIUM is None:
        UNAVAILABLE[GROUP] = "no Chromium was found (Debian: apt-get install chromium)"
        for item in ours:
            item.add_marker(pytest.mark.skip(reason=UNAVAILABLE[GROUP]))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps a loop of its own in this thread; the database is still ours alone.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page_at(browser: Browser, live_server: LiveServer) -> Iterator[OpenPage]:
    """Open a page: `page_at("/style/", width=360, theme="dark", language="ar", javascript=False, account=user, status=200)`.

    Afterwards the test fails if a page wrote to the console or asked another machine for anything.
    """
    cache.clear()
    problems: list[str] = []
    contexts: list[Any] = []
    expected: set[str] = set()

    def complain(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(status in message.text for status in expected):
            problems.append(message.text)

    def watch(request: Request) -> None:
        if not request.url.startswith((live_server.url, "data:", "blob:")):
            problems.append(f"asked for {request.url}")

    def open_page(
        path: str,
        *,
        width: int = DESK,
        theme: str = "light",
        language: str = "en",
        javascript: bool = True,
        account: User | None = None,
        status: int = 200,
        later: int = 0,
    ) -> Page:
        # What an answer to a form on the page may be, which is no problem either.
        expected.add(f"status of {later} ")
        context = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=javascript, base_url=live_server.url
        )
        contexts.append(context)
        cookies = {"theme": theme, "django_language": language}
        if account is not None:
            client = Client()
            client.force_login(account)
            cookies["sessionid"] = client.cookies["sessionid"].value
            assert Session.objects.filter(session_key=cookies["sessionid"]).exists()
        context.add_cookies([{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()])
        page = context.new_page()
        page.on("console", complain)
        page.on("request", watch)
        page.on("pageerror", lambda error: problems.append(str(error)))
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == status
        # A browser writes to its console that a page was refused; where that is expected it is no problem.
        problems[:] = [problem for problem in problems if f"status of {status} " not in problem]
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def faults() -> Callable[[Page], list[str]]:
    """What axe finds wrong with a page, by WCAG 2.2 A and AA and its own good practice, each with the place."""

    def of(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [f"{fault['id']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]

    return of


@pytest.fixture
def unusable(faults: Callable[[Page], list[str]]) -> Unusable:
    """What keeps somebody from using pages, by their addresses: what axe finds, and whether a page is wider than its window.

    `unusable(page, ["/meetings/", "/calendar/"]) == {}`; with `opened`, what is folded away is looked at too. One page after the other
    in one window, for a window of its own for each takes longer than all the rest.
    """

    def of(page: Page, addresses: Iterable[str], *, opened: bool = False) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for address in addresses:
            answer = page.goto(address)
            said = [] if answer and answer.status == HTTPStatus.OK else [f"answers {answer and answer.status}"]
            if opened:
                page.evaluate("document.querySelectorAll('main details').forEach(function (one) { one.open = true; })")
            said += faults(page)
            if scrolls_sideways(page):
                said.append("scrolls sideways")
            if said:
                found[address] = said
        return found

    return of


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
