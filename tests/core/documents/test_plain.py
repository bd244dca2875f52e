"""Plain text in any encoding is exactly the decoded file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.documents.domain import extract

TEXT = "Minutes – Côte d’Ivoire\r\n\r\n1.\tOuverture\r\n" * 3
CYRILLIC = "Протокол заседания комитета, 3 марта 2015 года\nПовестка дня\n" * 5
ARABIC = "محضر اجتماع اللجنة، ٣ مارس ٢٠١٥\nجدول الأعمال\n" * 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert extract(TEXT.encode(encoding), name="a.txt").text == TEXT


@pytest.mark.parametrize("text", [CYRILLIC, ARABIC])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_other_scripts(text: str, encoding: str) -> None:
    assert extract(text.encode(encoding), name="a.txt").text == text


def test_line_ends_stand_as_they_are() -> None:
    assert extract(b"a\r\nb\rc\nd", name="a.txt").text == "a\r\nb\rc\nd"


def test_markdown_stays_as_it_is() -> None:
    found = extract(b"# Title\n\n**Norway** asked.\n", name="a.md")
    assert (found.text, found.media_type, found.marks) == ("# Title\n\n**Norway** asked.\n", "text/markdown", ())


def test_one_broken_byte_does_not_spoil_the_accents() -> None:
    data = "Où est la Côte d’Ivoire ?\n".encode() * 20
    assert extract(data + b"\xff\n", name="a.txt").text == data.decode() + "\ufffd\n"


def test_tags_in_a_text_do_not_make_it_a_page() -> None:
    text = 'See <a href="https://example.org">the site</a>.\n'
    assert extract(text.encode(), name="a.txt").text == text


def test_letters_in_a_text_do_not_make_it_a_letter() -> None:
    text = "From: the Chair\nTo: members\nSubject: minutes\n\nDear all\n"
    assert extract(text.encode(), name="a.txt").text == text


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1).filter(lambda text: text.strip())
)
def test_any_text_comes_back(text: str) -> None:
    assert extract(b"\xef\xbb\xbf" + ("Minutes\n" + text).encode(), name="a.txt").text == "Minutes\n" + text
