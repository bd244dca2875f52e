"""`corcom plan-rotation`: propose who could take which theme at a meeting, or check a plan that was made by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from corcom.management.ending import REFUSED, one_line
from corcom.management.site_terms import site_terms
from corcom.management.writing import put
from corcom.mandates.domain.bounds import close_named, closes
from corcom.mandates.domain.caution_words import caution_in_words
from corcom.mandates.domain.cautions import RosterCaution
from corcom.mandates.domain.planner import PlanConflict, PlanProposal, conflict_in_words, propose
from corcom.mandates.domain.planning import (
    Assignment,
    PlanSetting,
    assignment_from,
    candidate_from,
    check_plan,
    setting_for,
    themes_known,
)
from corcom.mandates.domain.soundings import candidates_from
from corcom.mandates.domain.terms import name_of, office_name, theme_name
from corcom.mandates.queries import soundings
from corcom.rulebooks.committee import committee
from corcom.rulebooks.reading import conventions


class Command(BaseCommand):
    help = "Propose who could take which theme at a meeting, or check a plan that was made by hand."
    # Checks load every page there is; `corcom check` and a test look at those.
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--convention", default="CCM", help="its code (default: CCM)")
        parser.add_argument("--meeting", required=True, help="from whose close on, such as 3MSP")
        parser.add_argument("--office", default="", help="the office to fill (default: the committee's first)")
        parser.add_argument(
            "--candidate",
            action="append",
            default=[],
            metavar="WHO",
            help="who could take a theme, with the themes offered, the dearest first, and years: “CHL: clearance, cooperation; 2”",
        )
        parser.add_argument(
            "--soundings", action="store_true", help="also those who, by the soundings of the site, are willing"
        )
        parser.add_argument(
            "--leaving", action="append", default=[], metavar="CODE", help="who leaves though no record says so"
        )
        parser.add_argument(
            "--plan",
            type=Path,
            metavar="FILE",
            help="check this plan instead: a line “CHL: clearance; 2” for each holder",
        )
        parser.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")
        parser.add_argument("--output", type=Path, metavar="FILE", help="where to (default: standard output)")

    def handle(self, *args: Any, **options: Any) -> None:
        with one_line():
            setting = self._setting(options)
            found = _answer(setting, options["plan"])
        text = json.dumps(_plain(setting, found), ensure_ascii=False, indent=2) + "\n"
        put((text if options["format"] == "json" else _text(setting, found)).encode(), options["output"], text=True)

    def _setting(self, options: dict[str, Any]) -> PlanSetting:
        convention = options["convention"].upper()
        known, meeting = committee(convention), close_named(convention, options["meeting"])
        if known is None:
            said = _("There is no rulebook of %(code)s; there are %(known)s.")
            raise CommandError(said % {"code": convention, "known": ", ".join(conventions())}, returncode=REFUSED)
        if meeting is None:
            said = _("The days of %(meeting)s are not known; known are %(known)s.")
            codes = ", ".join(each.code for each in closes(convention))
            raise CommandError(said % {"meeting": options["meeting"], "known": codes}, returncode=REFUSED)
        offices = [office.code for office in known.offices]
        if options["office"] and options["office"] not in offices:
            said = _("The committee has no such office; it has %(known)s.")
            raise CommandError(said % {"known": ", ".join(offices)}, returncode=REFUSED)
        themes = tuple(theme.code for theme in known.themes)
        office = options["office"] or offices[0]
        candidates = [candidate_from(line, themes) for line in options["candidate"]]
        if options["soundings"]:
            taken = soundings(convention=convention, meeting=meeting.code)
            candidates += candidates_from(taken, meeting=meeting.code, office=office)
        return setting_for(
            known,
            site_terms(convention, self.stderr.write),
            meeting,
            candidates,
            office=office,
            leaving=[code.upper() for code in options["leaving"]],
        )


def _answer(setting: PlanSetting, plan: Path | None) -> PlanProposal:
    if plan is None:
        return propose(setting)
    try:
        lines = plan.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{plan}: {getattr(error, 'strerror', None) or error}", returncode=REFUSED) from error
    taken = tuple(assignment_from(line, themes_known(setting)) for line in lines if line.strip())
    return PlanProposal(plan=taken, cautions=tuple(check_plan(setting, taken)))


def _plain(setting: PlanSetting, found: PlanProposal) -> dict[str, Any]:
    return {
        "convention": setting.committee.convention,
        "meeting": setting.meeting.code,
        "office": setting.office,
        "keeps_every_rule": not any(each.binds for each in found.cautions),
        "plan": [
            {"theme": each.theme, "holder": each.holder, "name": name_of(each.holder), "years": each.years}
            for each in found.plan
        ],
        "staying": [
            {"theme": each.theme, "holder": each.holder, "name": name_of(each.holder), "ends_in": each.ends_in or None}
            for each in setting.staying
        ],
        "assumed_leaving": list(setting.assumed_leaving),
        "assumed_staying": list(setting.assumed_staying),
        "breaks": [{"binds": each.binds, "words": _words(setting, each)} for each in found.cautions],
        "conflict": [_conflict(setting, each) for each in found.conflicts],
    }


def _text(setting: PlanSetting, found: PlanProposal) -> str:
    lines = [_("From the close of the %(meeting)s") % {"meeting": setting.meeting.code}]
    lines += [_assigned(setting, each) for each in found.plan] or ["  " + _("nobody new")]
    lines += [f"  {_place(setting, each.theme)}: {name_of(each.holder)}, {_('stays')}" for each in setting.staying]
    if found.conflicts:
        lines += ["", _("No plan keeps every rule. These cannot be kept together:")]
        lines += [f"  {_conflict(setting, each)}" for each in found.conflicts]
        lines += [_("The plan above is the nearest one.")]
    rules = [f"  {_words(setting, each)}" for each in found.cautions if each.binds or each.rule is None]
    wishes = [f"  {_words(setting, each)}" for each in found.cautions if each.rule is not None and not each.binds]
    lines += ["", _("It breaks:"), *rules] if rules else []
    lines += ["", _("It is not what is preferred:"), *wishes] if wishes else []
    if setting.assumed_leaving:
        names = ", ".join(map(name_of, setting.assumed_leaving))
        lines += ["", _("Records differ on %(names)s; they are taken to leave.") % {"names": names}]
    if setting.assumed_staying:
        names = ", ".join(map(name_of, setting.assumed_staying))
        lines += ["", _("No record says when these end, and they are taken to stay: %(names)s.") % {"names": names}]
    return "".join(f"{line}\n" for line in lines)


def _assigned(setting: PlanSetting, each: Assignment) -> str:
    said = {"theme": _place(setting, each.theme), "holder": name_of(each.holder), "years": each.years}
    return "  " + _("%(theme)s: %(holder)s, years: %(years)d") % said


def _place(setting: PlanSetting, theme: str) -> str:
    return theme_name(setting.committee.convention, theme)


def _words(setting: PlanSetting, caution: RosterCaution) -> str:
    convention = setting.committee.convention
    office = office_name(convention, caution.office or setting.office)
    return str(
        caution_in_words(caution, office=office, theme=theme_name(convention, caution.theme), name=name_of, group=str)
    )


def _conflict(setting: PlanSetting, conflict: PlanConflict) -> str:
    holders = ", ".join(map(name_of, conflict.holders))
    return str(conflict_in_words(conflict, theme=_place(setting, conflict.theme), holders=holders))
