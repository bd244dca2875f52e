"""Who acts for a State or an organisation in an office: the person, for a time. The State holds the office all the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from corcom.directory.domain.people import Affiliation
from corcom.kernel.marked import Filled, gettext_noop
from corcom.mandates.domain.checks import TermRefused
from corcom.mandates.domain.terms import offices_of, themes_of
from corcom.register.domain.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonActing:
    """A person of the directory, by number and name, who acts for `holder` in an office. `until` does not count any more."""

    convention: str
    office: str
    theme: str = ""
    holder: str
    person: int
    name: str = ""
    since: date | None = None
    until: date | None = None
    source: str
    number: int = 0

    @property
    def seat(self) -> tuple[str, str, str]:
        """Office, theme and holder."""
        return (self.office, self.theme, self.holder)

    @property
    def period(self) -> Period:
        """The days on which the person acts."""
        return Period(self.since, self.until)


def check_acting(acting: PersonActing, affiliations: Iterable[Affiliation]) -> None:
    """Refuse an office that nobody knows, a time that ends before it starts, and somebody of another delegation.

    `affiliations` are all that the person has. Errors: `TermRefused`.
    """
    if acting.office not in offices_of(acting.convention):
        raise TermRefused("office", Filled(gettext_noop("a code that the rulebook or the register has")))
    if acting.theme and acting.theme not in themes_of(acting.convention):
        raise TermRefused("theme", Filled(gettext_noop("a code that the rulebook or the register has")))
    if acting.since and acting.until and acting.until <= acting.since:
        said = gettext_noop("later than %(since)s; a term does not end before it starts")
        raise TermRefused("until", Filled(said, since=acting.since))
    if not acting.source.strip():
        raise TermRefused("source", Filled(gettext_noop("where it stands")))
    own = [each.period for each in affiliations if each.delegation == acting.holder]
    if not any(each.overlaps(acting.period) for each in own):
        raise TermRefused("person", Filled(gettext_noop("somebody who belongs to the delegation at that time")))
