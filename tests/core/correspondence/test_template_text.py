from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.correspondence.domain.letter_fields import FIELDS
from corcom.correspondence.domain.letter_words import LetterWords
from corcom.correspondence.domain.template_text import (
    TemplateRefused,
    check_template_text,
    fields_in,
    filled_in,
    paragraphs_of,
)


def refused(text: str) -> tuple[str, int, str, str]:
    with pytest.raises(TemplateRefused) as caught:
        check_template_text("body", text)
    return caught.value.why, caught.value.line, caught.value.found, caught.value.meant


def test_a_field_that_no_state_has_is_named_with_its_line_and_what_may_be_meant() -> None:
    assert refused("Dear colleague,\n\nthe report of {country}.") == ("unknown_field", 3, "{country}", "")
    assert refused("It was due {due_no}.") == ("unknown_field", 1, "{due_no}", "due_on")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ state }}", "{{"),
        ("{% for s in states %}", "{%"),
        ("${state}", "${"),
        ("<?php echo 1 ?>", "<?"),
        ("Hello <script>alert(1)</script>", "<script"),
        ("<% x %>", "<%"),
    ],
)
def test_code_is_refused_by_name(text: str, found: str) -> None:
    assert refused(text) == ("code", 1, found, "")


@pytest.mark.parametrize(
    ("text", "found", "meant"),
    [
        ("{state.name}", "{state.name}", "state"),
        ("{State}", "{State}", "state"),
        ("{state", "{state", "state"),
        ("state}", "}", ""),
        ("{}", "{}", ""),
        ("{state!r}", "{state!r}", "state"),
        ("{due on}", "{due on}", "due_on"),
    ],
)
def test_a_brace_that_belongs_to_no_field_is_refused(text: str, found: str, meant: str) -> None:
    assert refused(text) == ("brace", 1, found, meant)


@pytest.mark.parametrize(("letter", "found"), [("\x07", "U+0007"), ("\x00", "U+0000"), ("\ufffe", "U+FFFE")])
def test_what_no_file_can_hold_is_named_with_its_line(letter: str, found: str) -> None:
    assert refused(f"One.\n\nTw{letter}o.") == ("control", 3, found, "")


def test_what_is_pasted_around_a_subject_is_taken_off() -> None:
    words = LetterWords(subject="\ufeffReport\tof {state}", body="A\tB\ufeff").checked()
    assert (words.subject, words.body) == ("Report of {state}", "A\tB")


def test_an_ampersand_or_a_less_than_is_no_code() -> None:
    check_template_text("body", "Mines & cluster munitions: a < b, 100 %, $5.")


def test_what_a_value_holds_is_not_looked_at_again() -> None:
    assert filled_in("To {state}, {date}", {"state": "{date}", "date": "today"}) == "To {date}, today"


@given(
    st.lists(st.sampled_from([*FIELDS]), max_size=8), st.text(st.characters(blacklist_characters="{}<$"), max_size=30)
)
def test_every_field_is_found_and_filled(names: list[str], between: str) -> None:
    text = between.join(f"{{{name}}}" for name in names)
    assert fields_in(text) == tuple(dict.fromkeys(names))
    values = {name: name.upper() for name in FIELDS}
    assert filled_in(text, values) == between.join(name.upper() for name in names)


def test_paragraphs_are_divided_by_empty_lines_and_dashes_stand_alone() -> None:
    text = "One\ntwo.\n\n \nThree:\n- four\n* five\nsix.\n"
    assert paragraphs_of(text) == ("One two.", "Three:", "– four", "– five six.")


def test_a_value_that_ends_with_a_stop_ends_the_sentence_too() -> None:
    values = {"date": "30 марта 2014 г.", "state": "St. Lucia"}
    assert filled_in("До {date}. {state}. {date}, {state}", values) == (
        "До 30 марта 2014 г. St. Lucia. 30 марта 2014 г., St. Lucia"
    )
