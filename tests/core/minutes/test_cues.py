"""Cues pass over nothing: where one is not tried, its pattern has no match."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corcom.documents.domain import DocumentText, extract
from corcom.minutes.domain import reader
from corcom.minutes.domain.people.attendance_said import _SAID_ABSENT
from corcom.minutes.domain.said.decision_words import DECIDED
from corcom.minutes.domain.said.stances import STANCES
from corcom.minutes.domain.text import cues
from corcom.minutes.domain.text.cues import Cue, Opening, matches_from, with_words_in
from corcom.minutes.domain.text.minutes_text import minutes_text
from corcom.minutes.domain.text.needed_words import first_words, needed_words

assert reader.READER  # all finders are imported, and their cues known
KNOWN = list(cues._KNOWN)
SENT, ABSENT = Cue(r"\bwas\s+sent\b"), Cue(r"\babsent\b")
DEVELOPMENT = Path(__file__).parents[2] / "minutes" / "dev"
TEXTS = sorted(path for path in DEVELOPMENT.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("cue", KNOWN, ids=lambda cue: cue.regex.pattern[:40])
def test_every_cue_has_words_to_look_for(cue: Cue) -> None:
    assert cue.words
    assert all(word == word.lower() and word.isascii() for word in cue.words)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_sentence_with_a_match_is_passed_over(path: Path) -> None:
    minutes = minutes_text(extract(path))
    for cue in KNOWN:
        for text in (minutes.low, minutes.shadow):
            found = {at for at, one in enumerate(minutes.sentences) if cue.search(text[one.start : one.end])}
            assert found <= minutes.sentences_with(cue), cue.regex.pattern


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_an_opening_finds_what_its_pattern_finds(path: Path) -> None:
    minutes = minutes_text(extract(path))
    for cue in KNOWN:
        if isinstance(cue, Opening):
            spans = [found.span() for found in minutes.cues.matches(cue, 0, len(minutes.low))]
            assert spans == [found.span() for found in cue.finditer(minutes.low)]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_several_wordings_find_what_one_pattern_of_them_finds(path: Path) -> None:
    minutes = minutes_text(extract(path))
    for wordings in (DECIDED, STANCES):
        named = [re.sub(r"\?P<\w+>", "?:", cue.regex.pattern) for cue in wordings.cues]
        whole = re.compile("|".join(named))
        for one in minutes.sentences:
            text = minutes.low[one.start : one.end]
            found = wordings.search(text, minutes.cues.worth_trying(wordings, one.start, one.end))
            expected = whole.search(text)
            assert (found and found.span()) == (expected and expected.span())


def test_a_pattern_is_tried_from_its_first_letters_on() -> None:
    text = "Ab ab Abab aAb Ab"
    whole = re.compile(r"\bAb(?:ab)?|Ab\Z")
    found = [match.span() for match in matches_from(re.compile("A"), whole, text)]
    assert found == [match.span() for match in whole.finditer(text)]


def test_words_in_a_piece_tell_which_cues_can_match() -> None:
    assert with_words_in("it was sent", (SENT, ABSENT)) == {SENT}
    assert with_words_in("nothing of it", (SENT, ABSENT)) == set()


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\bsent\b|\bto\s+be\s+sent", {"sent"}),
        (r"(?:re)?organi[sz]ed", {"organised", "organized"}),
        (r"\b(?:will|would)\s+(?:\w+\s+)?(?:host|chair)\b", {"host", "chair"}),
        (r"(?:a|the)?\s*(?P<what>draft)+", {"draft"}),
        (r"(?=ab)c", {"c"}),
        (r"a|\d", set()),
        (r"(?:paper)?", set()),
        (r"[^a]", set()),
    ],
)
def test_the_words_that_a_pattern_needs(pattern: str, words: set[str]) -> None:
    assert needed_words(pattern) == words


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"\b(?:also\s+)?(?:asked|asks)\b", {"also", "asked", "asks"}),
        (r"(?:ab)+c", {"ab"}),
        (r"(?:very\s+)*late", {"very", "late"}),
        (r"(?:states?|parties)\s", {"state", "parties"}),
        (r"\d{0,2}msp", set()),
        (r"\s*done", set()),
    ],
)
def test_the_words_that_a_pattern_begins_with(pattern: str, words: set[str]) -> None:
    assert first_words(pattern) == words


def test_letters_that_a_pattern_takes_for_others_are_found() -> None:
    minutes = minutes_text(DocumentText(text="Peru was ab\u017fent.", media_type="text/plain"))
    assert _SAID_ABSENT.search(minutes.shadow)
    assert minutes.sentences_with(_SAID_ABSENT) == {0}


def test_an_opening_must_begin_with_something() -> None:
    with pytest.raises(ValueError, match="can begin with anything"):
        Opening(r"\w+ing")
