"""Who knows which letter has a number such as CCM/L/2026/3-ZMB: asked when a reply names one and says nothing else.

A domain that numbers its letters adds its query here, which gives what the letter is about, as its messages say it. What
went out with the number in its words is found without one.
"""

from __future__ import annotations

from corcom.correspondence.queries.numbers import copies_numbered
from corcom.correspondence.queries.reminders import reminders_by_number
from corcom.outbox.queries import Finder

FINDERS: tuple[Finder, ...] = (copies_numbered, reminders_by_number)
