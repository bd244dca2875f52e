"""Words of the checklists that come with the package, marked for the translators' tool; a test holds the two together."""

from __future__ import annotations

from corcom.kernel.marked import gettext_noop

CHECKLISTS = (gettext_noop("Checklist of the host of a Meeting of States Parties"),)

ENTRIES = (
    gettext_noop("Name a focal point"),
    gettext_noop("Set up a task force"),
    gettext_noop("Choose the venue"),
    gettext_noop("Estimate the cost and say who bears it"),
    gettext_noop("Ask friends for support"),
    gettext_noop("Conclude the host country agreement"),
    gettext_noop("Arrange for visas and arrivals"),
    gettext_noop("Check that everybody can move about the venue"),
    gettext_noop("Arrange for interpretation and documents"),
    gettext_noop("Agree on security and protocol"),
)
OWNERS = (gettext_noop("Host State"), gettext_noop("Host State, UNODA"), gettext_noop("UNODA"))
