"""What was done to a planned meeting, in words: the step, and each value before and after."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corcom.meetings.domain.plan import KINDS
from corcom.meetings.queries import PlanStep
from corcom.web import wording
from corcom.web.language_words import languages_in_words

STEPS: dict[str, Promise] = {
    "scheduled": gettext_lazy("Scheduled"),
    "changed": gettext_lazy("Changed"),
    "confirmed": gettext_lazy("Confirmed"),
    "moved": gettext_lazy("Moved"),
    "cancelled": gettext_lazy("Cancelled"),
    "item_added": gettext_lazy("Agenda item added"),
    "item_changed": gettext_lazy("Agenda item changed"),
    "item_withdrawn": gettext_lazy("Agenda item withdrawn"),
    "released": gettext_lazy("Agenda released"),
}

NAMES: dict[str, Promise] = {
    "convention": gettext_lazy("Convention"),
    "body": gettext_lazy("Body"),
    "kind": gettext_lazy("Kind"),
    "starts_on": gettext_lazy("First day"),
    "ends_on": gettext_lazy("Last day"),
    "start_time": gettext_lazy("Starts at"),
    "end_time": gettext_lazy("Ends at"),
    "zone": gettext_lazy("Time zone"),
    "place": gettext_lazy("Place"),
    "joining_link": gettext_lazy("Joining link"),
    "languages": gettext_lazy("Languages"),
    "number": gettext_lazy("Number"),
    "number_scope": gettext_lazy("Counted within"),
    "said": gettext_lazy("Status"),
    "title": gettext_lazy("Title"),
    "introduced_by": gettext_lazy("Introduced by"),
    "minutes": gettext_lazy("Minutes"),
    "text": gettext_lazy("Notes"),
    "version": gettext_lazy("Version"),
}


def value_in_words(key: str, value: object) -> str:
    """A value in the history, as people write it."""
    if value in (None, "", []):
        return _("nothing")
    if key in {"starts_on", "ends_on"}:
        return wording.days_in_words(str(value))
    if isinstance(value, list):
        return languages_in_words(value)
    if key == "kind":
        return _(dict(KINDS).get(value, str(value)))  # type: ignore[call-overload]  # a kind of long ago may be gone
    return _(str(value)) if key == "said" else str(value)


def step_changes(step: PlanStep, *, with_link: bool) -> list[tuple[str, str, str]]:
    """What a step changed: the name, before and after. Joining links are for those who may see them."""
    if step.kind == "scheduled":
        return []
    keys = [key for key in {**step.before, **step.after} if key != "joining_link" or with_link]
    return [
        (
            str(NAMES.get(key, key)),
            value_in_words(key, step.before.get(key)),
            value_in_words(key, step.after.get(key)),
        )
        for key in keys
    ]
