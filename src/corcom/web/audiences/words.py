"""Audiences in words: their questions, and what was refused."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from corcom.correspondence.actions.audience_errors import (
    AudienceChanged,
    AudienceNameRefused,
    AudienceNameTaken,
    AudienceRetired,
    NoSuchAudience,
)
from corcom.correspondence.domain.audience.facts import AudienceFacts
from corcom.correspondence.domain.audience.meetings import meeting_key
from corcom.correspondence.domain.audience.question import AudienceQuestion
from corcom.kernel.errors import CorcomError
from corcom.kernel.marked import Filled
from corcom.register.domain.state_names import short_names
from corcom.web.filled import filled
from corcom.web.wording import in_words

REFUSED = (AudienceNameRefused, AudienceNameTaken, AudienceRetired, AudienceChanged, NoSuchAudience)
KIND_WORDS: Mapping[str, Promise] = {
    "report": gettext_lazy("A transparency report"),
    "deadline": gettext_lazy("A deadline"),
    "standing": gettext_lazy("How the State stands to the convention"),
    "vote": gettext_lazy("A vote of the General Assembly"),
    "regional_group": gettext_lazy("Regional groups"),
    "named_group": gettext_lazy("Named groups"),
    "office": gettext_lazy("An office"),
    "meeting": gettext_lazy("A meeting"),
    "letter": gettext_lazy("A letter"),
    "states": gettext_lazy("States by name"),
}
STEP_WORDS: Mapping[str, Promise] = {
    "made": pgettext_lazy("audience", "made"),
    "changed": pgettext_lazy("audience", "changed"),
    "retired": pgettext_lazy("audience", "retired"),
    "taken_up": pgettext_lazy("audience", "taken up again"),
}


def names_for(facts: AudienceFacts | None = None) -> dict[str, str]:
    """What codes in the words of a question are called: States, and the meetings of the facts."""
    named = dict(short_names(get_language() or "en"))
    for number, met in facts.meetings.items() if facts else ():
        words = _("%(body)s of %(day)s") % {"body": _(met.name) if met.name else "", "day": in_words(met.starts_on)}
        named[meeting_key(number)] = f"“{words}”"
    return named


def sentence(question: AudienceQuestion | None, flaw: Filled | None, names: Mapping[str, str]) -> str:
    """A question in one sentence; why it cannot be asked, where it cannot."""
    if question is None:
        said = filled(flaw) if flaw else ""
        return _("This question cannot be asked any more: %(reason)s") % {"reason": said}
    return filled(question.sentence(), names)


def refused_in_words(error: CorcomError) -> str:
    """What was refused."""
    if isinstance(error, AudienceNameTaken):
        return _("Another audience is called “%(name)s” already.") % {"name": error.name}
    if isinstance(error, AudienceNameRefused):
        return _("Give it a name, of at most 200 characters.")
    if isinstance(error, AudienceRetired):
        return _("This audience is retired. Take it up again first.")
    if isinstance(error, AudienceChanged):
        return _("%(who)s has changed this audience meanwhile.") % {"who": error.now.changed_by}
    return _("There is no such audience.")
