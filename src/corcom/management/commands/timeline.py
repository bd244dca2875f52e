"""`corcom timeline`: the steps that lead to a meeting, counted back from its days."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.kernel import clock
from corcom.kernel.said import said
from corcom.kernel.wording import ENGLISH
from corcom.management.arguments import day
from corcom.management.ending import REFUSED, one_line
from corcom.management.writing import put
from corcom.meetings.domain.timeline import PlannedStep, Timeline, draw_up
from corcom.meetings.domain.timeline_events import TimelineEvents
from corcom.meetings.domain.timeline_json import template_json, timeline_json
from corcom.meetings.domain.timeline_words import moved_in_words, when, who
from corcom.rulebooks.reading import holidays_at, timeline_template, timeline_templates
from corcom.rulebooks.timelines import TimelineTemplate

FORMATS = ("table", "json", "ics")


class Command(BaseCommand):
    help = "Print the steps that lead to a meeting, counted back from its days; without --template, list the templates."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--template", default="", metavar="CODE", help="which time-line")
        parser.add_argument("--meeting-start", type=day, metavar="DATE", help="the first day of the meeting")
        parser.add_argument("--meeting-end", type=day, metavar="DATE", help="its last day (default: the first)")
        parser.add_argument(
            "--committee-meeting",
            type=day,
            action="append",
            default=[],
            metavar="DATE",
            help="a committee meeting before it; may be given again, in order",
        )
        parser.add_argument("--format", choices=FORMATS, default="table", help="in which form (default: table)")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")
        parser.add_argument("--site", default="", metavar="URL", help="the address of the site, for ids in a calendar")

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line():
            content = _written(_drawn(options), options) if options["template"] else _listed(options["format"])
        put(content, options["output"], text=True)


def _drawn(options: dict[str, Any]) -> Timeline:
    template = timeline_template(options["template"])
    if template is None:
        known = ", ".join(each.code for each in timeline_templates())
        words = _("There is no time-line %(code)s. There are: %(known)s.")
        raise CommandError(words % {"code": options["template"], "known": known}, returncode=REFUSED)
    start = options["meeting_start"]
    if start is None:
        raise CommandError(_("Say when the meeting begins: --meeting-start 2004-02-09."), returncode=REFUSED)
    events = TimelineEvents(
        meeting_start=start,
        meeting_end=options["meeting_end"] or start,
        committee_meetings=tuple(options["committee_meeting"]),
    )
    return draw_up(template, events, holidays_at(template.place))


def _written(drawn: Timeline, options: dict[str, Any]) -> bytes:
    if options["format"] == "json":
        return _as_json(timeline_json(drawn))
    if options["format"] == "ics":
        from corcom.meetings.domain.timeline_ics import timeline_ics  # noqa: PLC0415  the others do without it

        host = urlsplit(options["site"]).hostname or "corcom.invalid"
        return timeline_ics(drawn, at=clock.now(), site=host)
    return _text(_lines(drawn))


def _listed(form: str) -> bytes:
    """The templates that there are."""
    if form == "ics":
        raise CommandError(_("Name a time-line with --template; a list of them is no calendar."), returncode=REFUSED)
    templates = timeline_templates()
    if form == "json":
        return _as_json({"templates": [template_json(each) for each in templates]})
    return _text(line for each in templates for line in _described(each))


def _described(template: TimelineTemplate) -> Iterator[str]:
    yield f"{template.code}: {template.name} ({template.convention})"
    yield "  " + _("needs: %(events)s") % {"events": ", ".join(template.events)}
    yield "  " + _("source: %(source)s") % {"source": template.source}


def _lines(drawn: Timeline) -> Iterator[str]:
    start, end = drawn.events.meeting_start.isoformat(), drawn.events.meeting_end.isoformat()
    days = ENGLISH.day(start if start == end else f"{start}/{end}")
    yield f"{drawn.template.name}, {days} ({drawn.template.convention})"
    yield ""
    rows = [_row(step) for step in drawn.steps]
    widths = [max(len(row[at]) for row in rows) for at in range(3)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, (*widths, 0), strict=True)).rstrip()
    said_after = [*(said(each.words) for each in drawn.conflicts), *(said(each) for each in drawn.notes)]
    if said_after:
        yield ""
        yield from said_after


def _row(step: PlannedStep) -> tuple[str, str, str, str]:
    """When, what, who, and what else is to be said."""
    sign_off = who(step.step.sign_off)
    signed = _("signed off by %(who)s") % {"who": sign_off} if sign_off else ""
    moved = moved_in_words(step)
    return when(step), step.name, who(step.step.owners), "; ".join(part for part in (signed, moved) if part)


def _as_json(values: dict[str, Any]) -> bytes:
    return (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()


def _text(lines: Iterator[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
