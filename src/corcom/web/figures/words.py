"""Figures in words: what is counted, how much, of which part, on what source, and why it counts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from corcom.figures.domain.claims import Claim, Ground
from corcom.figures.domain.figures import NO_CURRENCY, Figure
from corcom.figures.domain.measures import Measure
from corcom.rulebooks.form_fields import Unit
from corcom.rulebooks.reading import rulebook
from corcom.web.pieces import Source
from corcom.web.register.participation_words import certainty_in_words
from corcom.web.wording import amount_in_words, in_words

_ADDRESS = re.compile(r"(?P<words>[^\n]+?):? (?P<address>https?://\S+)")
UNIT_WORDS: Mapping[Unit, Promise] = {
    "items": gettext_lazy("items"),
    "submunitions": gettext_lazy("submunitions"),
    "people": gettext_lazy("people"),
    "km2": gettext_lazy("km²"),
    "currency": gettext_lazy("money"),
}
PART_WORDS: Mapping[str, Mapping[str, Promise]] = {
    "sex": {
        "female": pgettext_lazy("sex", "female"),
        "male": pgettext_lazy("sex", "male"),
        "unknown": pgettext_lazy("sex", "sex not known"),
    },
    "age": {
        "adult": pgettext_lazy("age", "adults"),
        "child": pgettext_lazy("age", "under 18"),
        "unknown": pgettext_lazy("age", "age not known"),
    },
    "area_kind": {
        "suspected": pgettext_lazy("area", "suspected"),
        "confirmed": pgettext_lazy("area", "confirmed"),
        "cleared": pgettext_lazy("area", "cleared"),
        "reduced": pgettext_lazy("area", "reduced by technical survey"),
        "cancelled": pgettext_lazy("area", "cancelled by non-technical survey"),
    },
}
GROUND_WORDS: Mapping[Ground, Promise] = {
    "only": gettext_lazy("the only source"),
    "later_report": gettext_lazy("counts: the report received last"),
    "more_certain": gettext_lazy("counts: the most certain source"),
    "of_a_report": gettext_lazy("counts: as certain as the other, and the State says so itself in a report"),
    "told_last": gettext_lazy("counts: as certain as the other, and of a later day"),
    "recorded_last": gettext_lazy("counts: recorded last; nothing else tells the sources apart"),
}


def measure_name(measure: Measure) -> str:
    """What is counted."""
    return _(measure.name)


def measure_title(measure: Measure) -> str:
    """What is counted, and in which unit."""
    return _("%(measure)s (%(unit)s)") % {"measure": measure_name(measure), "unit": UNIT_WORDS[measure.unit]}


def amounts_in_words(amounts: Mapping[str, Decimal]) -> str:
    """How much, by currency where it is money."""
    said = []
    for currency, value in sorted(amounts.items()):
        named = _("no currency named") if currency == NO_CURRENCY else currency
        # A narrow column must not part them.
        said.append(f"{named}\N{NO-BREAK SPACE}{amount_in_words(value)}" if currency else amount_in_words(value))
    return "; ".join(said)


def part_in_words(figure: Figure) -> str:
    """Of which part of the whole it is; "" for the whole."""
    parts = [figure.type if figure.type != "unknown" else _("type not known")]
    for division, words in PART_WORDS.items():
        part = figure.part(division)  # type: ignore[arg-type]  # the divisions but `type`
        parts.append(str(words[part]) if part else "")
    return _(", ").join(part for part in parts if part)


def source_in_words(figure: Figure) -> str:
    """What says so; a report by its name in the reader's language."""
    if not figure.report:
        return figure.source
    book = rulebook(figure.convention)
    obligation = book.obligation(figure.report) if book else None
    said = {
        "report": _(obligation.name) if obligation else figure.report,
        "year": figure.period,
        "version": figure.version,
        # The source of a report ends with the part of its form.
        "part": figure.source.rpartition(", part ")[2],
    }
    if figure.period:
        return _("%(report)s for %(year)s, version %(version)s, part %(part)s") % said
    return _("%(report)s, version %(version)s, part %(part)s") % said


def report_address(figure: Figure) -> str:
    """Where the report stands that says it; "" for what no report says."""
    if not figure.report:
        return ""
    return reverse("report", args=[figure.convention, figure.iso3, figure.report, str(figure.period or "once")])


def source_parts(figure: Figure) -> tuple[str, str]:
    """What says so, and where it stands: its report here, or the address with which the words of the source end."""
    if figure.report:
        return source_in_words(figure), report_address(figure)
    named = _ADDRESS.fullmatch(figure.source)
    return (named["words"], named["address"]) if named else (figure.source, "")


def told_in_words(claim: Claim) -> str:
    """The day of the source, and how sure it is where it is not certain."""
    told, sure = in_words(claim.first.told_on), certainty_in_words(claim.certainty)
    return _(", ").join(part for part in (told, sure) if part)


def notes_of(claim: Claim) -> str:
    """What is noted of its figures, each once."""
    return " ".join(dict.fromkeys(each.note for each in claim.figures if each.note))


def source_of(claim: Claim, about: str) -> Source:
    """The source of a claim, with the way to the report that it stands in."""
    document, address = source_parts(claim.first)
    return Source(
        document=document,
        address=address,
        place=". ".join(part for part in (told_in_words(claim), notes_of(claim)) if part),
        about=about,
        is_recorded=True,
    )


def figure_in_words(figure: Figure) -> str:
    """A figure in a line: "Stockpiled, 2024: 12 items (Mk 1)"."""
    measure = figure.counts
    unit = figure.currency if measure.has_currency else str(UNIT_WORDS[measure.unit])
    said = {
        "measure": measure_name(measure),
        "year": figure.year,
        "value": amount_in_words(figure.value),
        "unit": unit,
        "part": part_in_words(figure),
    }
    if said["part"]:
        return _("%(measure)s, %(year)s: %(value)s %(unit)s (%(part)s)") % said
    return _("%(measure)s, %(year)s: %(value)s %(unit)s") % said
