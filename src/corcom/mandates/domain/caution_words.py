"""Cautions about a roster in words, marked for translation; the names in them are given by whoever shows them."""

from __future__ import annotations

from collections.abc import Callable

from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.cautions import CautionKind, RosterCaution

_SENTENCES: dict[CautionKind, str] = {
    "theme_without_holder": gettext_noop("Nobody is recorded for %(theme)s (%(office)s)."),
    "too_few": gettext_noop("%(theme)s (%(office)s) has fewer holders than the rule asks for: %(holders)s."),
    "too_many": gettext_noop("%(theme)s (%(office)s) has more holders than the rule allows: %(holders)s."),
    "too_many_themes": gettext_noop("%(holders)s holds %(number)d themes."),
    "too_long": gettext_noop(
        "The term of %(holders)s for %(theme)s runs across %(number)d meetings; the rule allows %(of)d."
    ),
    "same_theme_again": gettext_noop(
        "%(holders)s goes on with %(theme)s without a break. That is a preference against it and no law."
    ),
    "not_half": gettext_noop("At the %(meeting)s %(number)d of %(of)d holders leave, which is not about half."),
    "group_missing": gettext_noop("No holder of a theme comes from this regional group: %(group)s."),
    "records_differ": gettext_noop("Records give %(number)d different terms for %(holders)s, %(theme)s."),
    "end_unsaid": gettext_noop("No record says until when these serve: %(holders)s."),
    "not_offered": gettext_noop("%(holders)s did not offer to take %(theme)s for that long."),
}

GROUP_NAMES: dict[str, str] = {
    "African": gettext_noop("African States"),
    "Asia-Pacific": gettext_noop("Asia-Pacific States"),
    "Eastern European": gettext_noop("Eastern European States"),
    "GRULAC": gettext_noop("Latin American and Caribbean States"),
    "WEOG": gettext_noop("Western European and other States"),
}


def caution_in_words(
    caution: RosterCaution, *, office: str, theme: str, name: Callable[[str], str], group: Callable[[str], str]
) -> Filled:
    """A caution with its values; `office` and `theme` are their names, `name` calls a holder and `group` a group."""
    return Filled(
        _SENTENCES[caution.kind],
        office=office,
        theme=theme or office,
        holders=", ".join(dict.fromkeys(name(holder) for holder in caution.holders)),
        group=group(GROUP_NAMES.get(caution.group, caution.group)),
        number=caution.number,
        of=caution.of,
        meeting=caution.meeting,
    )
