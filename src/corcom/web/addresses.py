"""Addresses of pages, on the day that this page is about."""

from __future__ import annotations

from functools import lru_cache

from django.http import HttpRequest, QueryDict
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from corcom.web.day import AS_OF


def address(
    request: HttpRequest, page: str, *args: object, anchor: str = "", query: dict[str, object] | None = None
) -> str:
    """The address of a page; the day that was asked for stays. A value of None or "" in `query` is left out."""
    asked = QueryDict(mutable=True)
    for key, value in {AS_OF: request.GET.get(AS_OF, ""), **(query or {})}.items():
        if value not in {None, ""}:
            asked[key] = str(value)
    return reverse(page, args=args) + (f"?{asked.urlencode()}" if asked else "") + (f"#{anchor}" if anchor else "")


def page_of(page: str, key: int | str) -> str:
    """The address of the page of one thing: `page_of("state", "HRV")`. Errors: `NoReverseMatch`."""
    return _kept(get_script_prefix(), page, key)


@lru_cache(maxsize=10_000)
def _kept(_prefix: str, page: str, key: int | str) -> str:
    # A long list asks for seven hundred addresses, most of them of the same States, meetings and documents; finding them
    # anew takes as long as drawing them. They do not change while a site runs under one prefix.
    return reverse(page, args=[key])


def link(request: HttpRequest, words: str, page: str, *args: object) -> SafeString | str:
    """A link for the cell of a table; the words alone while the page does not exist."""
    try:
        return format_html('<a href="{}">{}</a>', address(request, page, *args), words)
    except NoReverseMatch:
        return words
