"""The point of contact that a report names, against the directory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corcom.kernel.marked import Filled, gettext_noop
from corcom.reporting.domain.checks.check import Check
from corcom.reporting.domain.checks.checked import Checked
from corcom.reporting.domain.checks.finding import Finding, Side
from corcom.reporting.domain.checks.holdings import asked_by

CONTACTS = ("point_of_contact", "contact")
"""The codes of fields for the national point of contact."""


_EMAIL = re.compile(r"[^\s@,;:<>()]+@[^\s@,;:<>()]+\.[^\s@,;:<>().]+")


def _contact(checked: Checked) -> Iterator[Finding]:
    known = {address.casefold() for address in checked.contacts}
    for part, field in checked.now.fields():
        if field.code not in CONTACTS or not known:
            continue
        given = _EMAIL.findall(checked.now.answer(part.code).text(field.code))
        if given and not known & {address.casefold() for address in given}:
            there, here = ", ".join(given), ", ".join(checked.contacts)
            yield Finding(
                check=CONTACT.code,
                part=part.code,
                field=field.code,
                severity="note",
                words=Filled(
                    gettext_noop("The directory does not know %(there)s; it has %(here)s."), there=there, here=here
                ),
                arithmetic=Filled(gettext_noop("No address is in both.")),
                sides=(
                    Side(
                        label=Filled("%(what)s", what=field.name),
                        value=Filled("%(value)s", value=there),
                        source=checked.now.source,
                        place=checked.now.place,
                    ),
                    Side(
                        label=Filled(gettext_noop("addresses for transparency reports")),
                        value=Filled("%(value)s", value=here),
                        source=Filled(gettext_noop("directory")),
                        place="directory",
                    ),
                ),
                rule=asked_by(checked, part),
            )


CONTACT = Check(
    code="contact",
    title=gettext_noop("The point of contact"),
    reading=gettext_noop(
        "E-mail addresses that the report names, against those of the directory for reports of the State. Where the directory has"
        " none, nothing is asked."
    ),
    source=gettext_noop("The form asks for the national point of contact."),
    run=_contact,
)
