"""The plan that comes with CorCom for a report that falls due every year: its templates in three languages, and its stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from corcom.correspondence.domain.ready_templates import FOLDER, ReadyTemplate, template_from
from corcom.correspondence.domain.reminders.stages import ReminderStage
from corcom.rulebooks.loading import loaded


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyMade:
    """Templates by key, and the stages; the key of the template of each, by the code of the stage."""

    templates: Mapping[str, ReadyTemplate]
    stages: tuple[ReminderStage, ...]
    worded: Mapping[str, str]


@cache
def ready_made() -> ReadyMade:
    """The plan of `data/reminders.yaml`; its stages name template 0 until the templates are made."""
    stored = cast("Mapping[str, Any]", loaded(FOLDER, "reminders"))
    return ReadyMade(
        templates={key: template_from(each) for key, each in stored["templates"].items()},
        stages=tuple(
            ReminderStage(
                code=each["code"],
                days=each["days"],
                sent_to=each["for"],
                template=0,
                copies=tuple(each.get("copies", ())),
                on_paper=each.get("on_paper", False),
                answer_in=each.get("answer_in", 0),
            )
            for each in stored["stages"]
        ),
        worded={each["code"]: each["template"] for each in stored["stages"]},
    )
