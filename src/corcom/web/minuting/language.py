"""The language of minutes, whatever the language of whoever asks for them."""

from __future__ import annotations

from django.utils.translation import check_for_language

from corcom.kernel.wording import Wording
from corcom.web.spoken_in import wording_of


def wording_in(language: str) -> Wording:
    """Labels, days and names in the language of minutes; in English where Django does not know it.

    Minutes are written in any language of the United Nations: one without a catalogue still has its days and names of States.
    """
    return wording_of(language if check_for_language(language) else "en")
