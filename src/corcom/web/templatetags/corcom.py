"""What templates need beyond Django: `{% load corcom %}`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from corcom.kernel.marked import Filled
from corcom.web import wording
from corcom.web.filled import filled as filled_words
from corcom.web.pieces import OnPage, StateName, Table, TileMap

register = template.Library()

register.filter("in_words", wording.in_words)
register.filter("days_in_words", wording.days_in_words)
register.filter("number", wording.number_in_groups)


def on_page(context: Context) -> OnPage:
    """What pieces have to know of this page; a page without a frame (an error) is one of today."""
    found = context.get("on_page")
    return found if isinstance(found, OnPage) else OnPage()


@register.simple_tag(name="filled")
def filled(words: Filled) -> str:
    """Words of a pure part with their values, in the reader's language."""
    return filled_words(words)


@register.simple_tag(takes_context=True)
def icon(context: Context, name: str) -> SafeString:
    """A small drawing beside a word; it says nothing that the word does not say."""
    return on_page(context).icon(name)


@register.simple_tag(takes_context=True)
def as_of(context: Context) -> str:
    """The query that keeps a page's day on a link: `href="{% url "states" %}{% as_of %}"`; empty on today's pages."""
    return on_page(context).query


@register.simple_tag(takes_context=True)
def to(context: Context, page: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page of CorCom, on the day of this page: `href="{% to "state" code="HRV" %}"`."""
    return reverse(page, args=args, kwargs=kwargs) + as_of(context)


@register.simple_tag(takes_context=True)
def on_day(context: Context, address: str) -> str:
    """Any address of CorCom, on the day of this page; what the address asks for already stays."""
    return on_page(context).on_day(address)


@register.simple_tag(takes_context=True)
def piece(context: Context, it: Any) -> SafeString:
    """A piece of the page (see `web/pieces/`), or plain text."""
    path = getattr(it, "template", None)
    if path is None:
        return on_page(context).drawn(it)
    engine = context.template.engine if context.template else template.Engine.get_default()
    with context.push(it=it):
        return SafeString(engine.get_template(path).render(context))


@register.simple_tag(takes_context=True)
def rows_of(context: Context, it: Table) -> SafeString:
    """The rows of a table, with links on the day of this page."""
    return it.body(on_page(context))


@register.simple_tag(takes_context=True)
def draw_tiles(context: Context, it: TileMap) -> SafeString:
    """The tiles of a map, with links to the States on the day of this page."""
    return it.drawing(as_of(context))


@register.simple_tag(takes_context=True)
def list_states(context: Context, states: list[StateName]) -> SafeString:
    """Names of States in one line, each a link to its page."""
    query = as_of(context)
    return format_html_join(
        gettext(", "),
        "{}",
        (
            (format_html('<a class="state-name" href="{}">{}</a>', state.address + query, state.words),)
            if state.address
            else (state.words,)
            for state in states
        ),
    )


@register.simple_tag(takes_context=True)
def same_page(context: Context, changes: Mapping[str, Any] | None = None, **more: Any) -> str:
    """The same page with a changed query: `href="{% same_page page=2 %}"`; None takes a key out; other keys stay."""
    query = context["request"].GET.copy()
    for key, value in {**(changes or {}), **more}.items():
        query.pop(key, None)
        if value is not None:
            query[key] = value
    return f"?{query.urlencode()}"
