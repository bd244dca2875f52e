"""`corcom matters`: what the next meeting of a body has to look back on and ahead to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from corcom.followup.domain.commitment import Followed, Ref
from corcom.followup.domain.in_words import due_in_words, names, sentence, state_in_words
from corcom.followup.domain.matters_lists import lists_of
from corcom.followup.queries import MattersArising, matters_arising
from corcom.kernel import clock
from corcom.kernel.wording import ENGLISH
from corcom.management.arguments import day
from corcom.management.ending import REFUSED, one_line
from corcom.management.writing import PAPERS, paper_as, put
from corcom.meetings.queries import MeetingDays, MeetingsOutOfOrder, bodies_that_met, meeting_days
from corcom.rulebooks.naming import body_named

FORMATS = ("text", "docx", "pdf", "ics", "json")


class Command(BaseCommand):
    help = "Say what arises for the next meeting of a body: what is open, what fell due, what falls due."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--convention", default="", help="its code, such as CCM")
        parser.add_argument("--body", required=True, help="the body that meets, such as “Coordination Committee”")
        parser.add_argument(
            "--next", type=day, metavar="DATE", help="the day of the next meeting (default: as the record says)"
        )
        parser.add_argument("--after", type=day, metavar="DATE", help="the day of the meeting after that")
        parser.add_argument("--format", choices=FORMATS, default="text", help="in which form (default: text)")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")
        parser.add_argument(
            "--site", default="", metavar="URL", help="the address of the site, for links in a calendar"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        convention, body = options["convention"].upper(), options["body"]
        known = body_named(convention, body)
        body = known.name if known else body
        with one_line():
            days = _days(convention, body, options["next"], options["after"])
            found = matters_arising(
                convention=convention,
                body=body,
                since=days.since,
                next_on=days.next_on,
                following_on=days.following_on,
            )
        put(_written(found, options), options["output"], text=options["format"] not in PAPERS)


def _days(convention: str, body: str, next_on: date | None, after: date | None) -> MeetingDays:
    """The last meeting and the next two: as the record has them, unless a day was given."""
    try:
        days = meeting_days(convention=convention, body=body, day=clock.today(), next_on=next_on, following_on=after)
    except MeetingsOutOfOrder as refused:
        raise CommandError(_("The meeting after the next one comes after it."), returncode=REFUSED) from refused
    if days is None:
        known = ", ".join(f"{code} {name}".strip() for code, name in bodies_that_met()) or _("none yet")
        said = _("No meeting of %(body)s is on record. There are: %(known)s.")
        raise CommandError(said % {"body": f"{convention} {body}".strip(), "known": known}, returncode=REFUSED)
    return days


def _written(found: MattersArising, options: dict[str, Any]) -> bytes:
    if options["format"] in PAPERS:
        from corcom.followup.domain.matters_document import matters_document  # noqa: PLC0415  the others do without it

        return paper_as(matters_document(found, made_at=clock.now()), options["format"])
    if options["format"] == "ics":
        from corcom.followup.domain.matters_ics import matters_ics  # noqa: PLC0415  likewise

        site = options["site"].rstrip("/")
        host = urlsplit(site).hostname or "corcom.invalid"
        return matters_ics(found, at=clock.now(), address=lambda ref: _address(site, ref), site=host)
    if options["format"] == "json":
        from corcom.followup.domain.matters_json import matters_json  # noqa: PLC0415  likewise

        return (json.dumps(matters_json(found), ensure_ascii=False, indent=1) + "\n").encode()
    return "".join(f"{line}\n" for line in _lines(found)).encode()


def _address(site: str, ref: Ref) -> str:
    """The page of a commitment on the site; "" where no site is named."""
    if not site:
        return ""
    try:
        return site + reverse(ref.kind, args=(ref.number,))
    except NoReverseMatch:
        return site


def _lines(found: MattersArising) -> Iterator[str]:
    on = ENGLISH.day
    yield " ".join(part for part in (found.convention, found.body) if part)
    said = _("Matters arising for the meeting on %(next)s, since %(since)s")
    yield said % {"next": on(found.next_on.isoformat()), "since": on(found.since.isoformat())}
    shown = [each for each in lists_of(found) if each.found]
    for each in shown:
        yield ""
        yield f"{each.name} ({len(each.found)})"
        yield from (_line(one) for one in each.found)
    if not shown:
        yield _("Nothing is open, and nothing was done since the last meeting.")


def _line(one: Followed) -> str:
    owners = names(one.terms.owners, ENGLISH) or _("nobody named")
    return (
        f"  {owners}: {sentence(one.terms.text)} ({due_in_words(one.terms, ENGLISH)}; {state_in_words(one, ENGLISH)})"
    )
