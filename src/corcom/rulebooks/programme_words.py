"""Words of the programmes of work that come with the package, marked for the translators' tool, which reads no YAML.

A test holds the two together. Sources and readings stay in English; names of themes stand with the rulebooks.
"""

from __future__ import annotations

from corcom.kernel.marked import gettext_noop

SLOTS = (gettext_noop("Morning"), gettext_noop("Afternoon"))

TEMPLATES = (
    gettext_noop("Week of the Standing Committees"),
    gettext_noop("Week of the Standing Committees and first Preparatory Meeting"),
    gettext_noop("Meeting of States Parties"),
)

SESSIONS = (
    gettext_noop("First Preparatory Meeting of the Review Conference"),
    gettext_noop("Opening of the meeting"),
    gettext_noop("General exchange of views"),
    gettext_noop("Decisions and closing of the meeting"),
)

COMPONENTS = (
    gettext_noop("State of implementation"),
    gettext_noop("Updates from affected States Parties"),
    gettext_noop("Updates on assistance and cooperation"),
    gettext_noop("Selected themes"),
)
