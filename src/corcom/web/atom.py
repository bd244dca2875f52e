"""Atom (RFC 4287): what is new on a page, for programs that ask again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from corcom.documents.domain.official import xml_safe

ATOM = "http://www.w3.org/2005/Atom"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """Something new. `key` names it for ever, so that a reader who has it is not shown it again; `at` is in UTC."""

    key: str
    title: str
    address: str
    at: datetime


def atom_feed(news: Sequence[News], *, key: str, title: str, page: str, here: str, site: str, language: str) -> bytes:
    """The content of a feed, in the order given. `page` is what it tells of, `here` its own address; both are whole.

    `key` names the feed for ever as that of each of its news does, `site` makes the ids unique in the world. The same news give the same bytes.
    """
    feed = etree.fromstring(f'<feed xmlns="{ATOM}"/>')
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    _add(feed, "id", _id(site, key))
    _add(feed, "title", xml_safe(title))
    _add(feed, "updated", _moment(max((one.at for one in news), default=LONG_AGO)))
    _add(_add(feed, "author"), "name", "CorCom")
    _add(feed, "link", href=page)
    _add(feed, "link", rel="self", type="application/atom+xml", href=here)
    for one in news:
        entry = _add(feed, "entry")
        _add(entry, "id", _id(site, one.key))
        _add(entry, "title", xml_safe(one.title))
        _add(entry, "updated", _moment(one.at))
        _add(entry, "link", href=one.address)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    one = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    one.text = text
    return one


def _id(site: str, key: str) -> str:
    """A tag URI (RFC 4151); the day is one on which no site had another owner, and never changes."""
    return f"tag:{site},2000-01-01:{key}"


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
