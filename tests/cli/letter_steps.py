"""A letter to States on a site, taken on and told of in a process of its own: what `test_letter_kills.py` runs there."""

from __future__ import annotations

import json
import sys
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from tests.factories.letters import ARABIC_WORDS, ENGLISH_WORDS, FRENCH_WORDS, WRITING, a_letter
from tests.factories.messages import clerk

from corcom.correspondence.actions import LetterStepRefused, approve_letter, make_copies, send_letter
from corcom.correspondence.domain.letters_told import LetterTold
from corcom.correspondence.queries import letter_lines, letter_told
from corcom.directory.models import DirectoryContact
from corcom.documents.actions import sweep_files
from corcom.kernel import clock
from corcom.outbox.actions import settle_messages
from corcom.outbox.queries import messages_counted

LANGUAGES = {
    "en": ("BWA", "GHA", "IRL", "KEN", "MLT", "ZMB"),
    "fr": ("BEL", "BEN", "CIV", "MLI", "SEN", "TGO"),
    "ar": ("DJI", "IRQ", "LBN", "MRT", "PSE", "TUN"),
}
"""To which States the letter goes in which language."""
THREES = 3
"""Copies in one step, so that there are several steps in which one can be killed."""


@transaction.atomic
def draft() -> None:
    """Draft the letter; one of its States has two addresses."""
    DirectoryContact.objects.create(delegation="ZMB", purpose="letters", kind="email", value="capital@zmb.example")
    wordings = {"en": ENGLISH_WORDS, "fr": FRENCH_WORDS, "ar": ARABIC_WORDS}
    prefers = {iso3: language for language, states in LANGUAGES.items() for iso3 in states}
    a_letter(*sorted(prefers), prefers=prefers, wordings=wordings)


def take_on() -> None:
    """Take the letter as far as it goes, step by step; says how it stands before each."""
    while (state := _state()) != "sent":
        _say(state)
        if not state:
            draft()
        elif state == "drafting":
            approve_letter(letter=1, writing=WRITING, by=clerk(), at=clock.now())
        elif state == "approved":
            _make()
        else:
            _send()


def _make() -> None:
    make_copies(letter=1, writing=WRITING, by=clerk(), at=clock.now(), many=THREES)


def _send() -> None:
    send_letter(letter=1, mail=settings.MAIL, by=clerk(), at=clock.now())


def _state() -> str:
    found = letter_told(number=1, now=clock.now())
    return found.state if found else ""


def told() -> LetterTold:
    found = letter_told(number=1, now=clock.now())
    assert found is not None
    return found


def tell() -> None:
    """Print what the page of the letter, the register and the outbox say."""
    found, counted = told(), messages_counted(now=clock.now())
    (line,) = letter_lines(now=clock.now())
    said = {
        "letter": [found.reference, found.state],
        "standing": {found.number_of(copy): copy.standing for copy in found.copies},
        "uncertain": [
            [one.number, found.number_of(copy), one.recipient] for copy in found.uncertain for one in copy.uncertain
        ],
        "register": [line.reference, line.going, line.uncertain],
        "outbox": {state: count for state, count in counted.items() if count},
    }
    _say(json.dumps(said))


def settle(*arrived: int) -> None:
    """Of the uncertain messages that the page of the letter names these arrived, and the others go again; tells first."""
    tell()
    uncertain = [one.number for copy in told().uncertain for one in copy.uncertain]
    missing = sorted(set(uncertain) - set(arrived))
    for numbers, has_arrived in ((list(arrived), True), (missing, False)):
        if numbers:
            settle_messages(messages=numbers, arrived=has_arrived, by=clerk(), at=clock.now())


def take_on_again() -> None:
    """Try to make and to send the letter once more, and print what is said; tells last."""
    for step in (_make, _send):
        try:
            step()
        except LetterStepRefused as refused:
            _say(refused)
    tell()


def sweep_and_approve_another() -> None:
    """Sweep what killed processes left behind, as is done some hours later; print the number that the next letter gets."""
    sweep_files(at=clock.now() + timedelta(hours=2))
    _say(approve_letter(letter=a_letter("NOR"), writing=WRITING, by=clerk(), at=clock.now()))


def _say(words: object) -> None:
    """To whoever started this process."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
