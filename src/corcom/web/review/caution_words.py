"""What the reader warns of, in the reader's language: a reading keeps its sentences in English."""

from __future__ import annotations

import re
from functools import cache

from django.utils.translation import gettext as _

from corcom.minutes.domain.warnings import SENTENCES
from corcom.web.wording import days_in_words


def caution_in_words(text: str) -> str:
    """A warning with its values; one that is written otherwise stays as it is."""
    for sentence in SENTENCES:
        if found := _pattern(sentence).fullmatch(text):
            return _(sentence) % {key: _value(key, value) for key, value in found.groupdict().items()}
    return text


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"%\\\((\w+)\\\)s", r"(?P<\1>.+?)", re.escape(sentence)))


def _value(key: str, value: str) -> str:
    if key == "day":
        return days_in_words(value)
    # Django knows the days of the week.
    return _(value) if key == "weekday" else value
