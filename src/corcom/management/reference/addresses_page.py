from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from django.urls import URLPattern, URLResolver, get_resolver

HEAD = """\
# Addresses

<!-- Written by `corcom docs` from src/corcom/web/urls.py and the pages behind it; change it there. -->

Every page of CorCom and what it is for. A page takes `?as_of=2019-12-12` where it speaks of a day; signing in and the account's own
pages (`/account/…`) come from a library and look like the rest.

| address | name | what |
| --- | --- | --- |
"""


def addresses_page() -> str:
    """Every address of a page of ours, with the first sentence that the page says of itself."""
    return HEAD + "".join(
        f"| `{address}` | {pattern.name} | {_what(pattern)} |\n" for address, pattern in sorted(addresses(), key=_key)
    )


def addresses() -> Iterator[tuple[str, URLPattern]]:
    """Each address with its pattern, without those of libraries."""
    yield from _below(get_resolver().url_patterns, "/")


def _below(patterns: Sequence[URLPattern | URLResolver], prefix: str) -> Iterator[tuple[str, URLPattern]]:
    for each in patterns:
        address = prefix + re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", str(each.pattern))
        if isinstance(each, URLResolver):
            yield from _below(each.url_patterns, address)
        elif each.callback.__module__.startswith("corcom."):
            yield address, each


def _key(line: tuple[str, URLPattern]) -> tuple[str, str]:
    return line[0], line[1].name or ""


def _what(pattern: URLPattern) -> str:
    said = (pattern.callback.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(said.split()).partition(". ")[0].rstrip(".").replace("|", "\\|")
