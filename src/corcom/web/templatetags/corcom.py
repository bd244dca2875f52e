"""What templates need beyond Django: `{% load corcom %}`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from corcom.web import wording
from corcom.web.day import AS_OF
from corcom.web.pieces import StateName, TileMap

register = template.Library()

register.filter("in_words", wording.in_words)
register.filter("days_in_words", wording.days_in_words)
register.filter("number", wording.number_in_groups)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small drawing beside a word; it says nothing that the word does not say."""
    return format_html(
        '<svg class="icon icon-{}" width="16" height="16" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        name,
        static("corcom/icons.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def as_of(context: Context) -> str:
    """The query that keeps a page's day on a link: `href="{% url "states" %}{% as_of %}"`; empty on today's pages."""
    day: date | None = context.get("day")
    if day is None or context.get("as_of_is_today", True):
        return ""
    return f"?{AS_OF}={day.isoformat()}"


@register.simple_tag(takes_context=True)
def to(context: Context, page: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page of CorCom, on the day of this page: `href="{% to "state" code="HRV" %}"`."""
    return reverse(page, args=args, kwargs=kwargs) + as_of(context)


@register.simple_tag(takes_context=True)
def on_day(context: Context, address: str) -> str:
    """Any address of CorCom, on the day of this page; what the address asks for already stays."""
    query = as_of(context)
    path, mark, place = address.partition("#")
    if not query or f"{AS_OF}=" in path:
        return address
    return f"{path}{'&' if '?' in path else '?'}{query[1:]}{mark}{place}"


@register.simple_tag(takes_context=True)
def piece(context: Context, it: Any) -> SafeString:
    """A piece of the page (see `web/pieces/`), or plain text."""
    path = getattr(it, "template", None)
    if path is None:
        # A text keeps its own direction on a page that runs the other way.
        return format_html("<bdi>{}</bdi>", it) if isinstance(it, str) else conditional_escape(it)
    engine = context.template.engine if context.template else template.Engine.get_default()
    with context.push(it=it):
        return SafeString(engine.get_template(path).render(context))


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
