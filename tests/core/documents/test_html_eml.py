"""Web pages and e-mails."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from tests.factories.documents import SAMPLE, as_eml, as_txt
from tests.factories.word import as_docx

from corcom.documents.domain import extract
from corcom.documents.domain.errors import Damaged, NotADocument


def page(body: str, head: str = "") -> str:
    return extract(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), name="a.html").text


def test_lists_with_their_kinds_and_starts() -> None:
    body = '<ol start="3"><li>c<li value="7">g</ol><ol type="a"><li>x<ul><li>in</ul></ol><ol type="I"><li>one</ol>'
    assert page(body).splitlines() == ["3. c", "7. g", "a. x", "- in", "I. one"]


def test_what_is_not_text_is_dropped() -> None:
    body = "<p>Seen</p><script>no()</script><style>p{}</style><p hidden>no</p><p style='display:none'>no</p><!-- no -->"
    assert page(body, "<title>no</title>") == "Seen\n"


def test_blanks_as_a_page_shows_them() -> None:
    body = "<p>one\n   two<br>\n three </p><pre>a  b\n c</pre><p>&nbsp;</p><div>x<b> y </b>z</div>"
    assert page(body) == "one two\nthree\n\na  b\n c\n\nx y z\n"


def test_headings_and_bold_are_marked() -> None:
    data = b"<html><body><h2>1. Opening</h2><p><strong>Norway</strong> asked</p></body></html>"
    found = extract(data, name="a.html")
    assert [(mark.kind, mark.level, found.text[mark.start : mark.end]) for mark in found.marks] == [
        ("heading", 2, "1. Opening"),
        ("bold", 0, "Norway"),
    ]


def test_cells_that_span_rows_and_columns() -> None:
    data = b"<html><body><table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td colspan=99999999>e</table></body></html>"
    found = extract(data, name="a.html")
    assert [(mark.row, mark.column, found.text[mark.start : mark.end]) for mark in found.marks] == [
        (0, 0, "a"),
        (0, 1, "b"),
        (1, 1, "c"),
        (1, 2, "d"),
        (2, 0, "e"),
    ]


@pytest.mark.parametrize("tag", ["<p><a name=x>", "<blockquote>", "<font><p>", "<div><span>"])
def test_tags_that_are_never_closed_lose_nothing(tag: str) -> None:
    words = [f"w{number}" for number in range(600)]
    assert page("".join(tag + word for word in words)).split() == words


def test_a_page_that_nests_without_end_is_refused() -> None:
    with pytest.raises(Damaged, match=r"^a\.html: cut off or damaged: its tags lie one in another without end$"):
        page("<div>" * 3000 + "words")


def test_tables_in_tables_in_tables() -> None:
    assert page("<table><tr><td>" * 300 + "words") == "words\n"
    inner = "<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert page(f"<table><tr><td>left{inner}<td>right</table>") == "left\na\nb\nc\nd\tright\n"


def test_a_table_without_its_usual_parts() -> None:
    """No tbody, a form around its rows, and a caption, which stands above it."""
    body = "<table><caption>Tasks</caption><form><tr><form><td>a<td>b</form></tr><tr><td>c<td>d</form></table>"
    assert page(body) == "Tasks\n\na\tb\nc\td\n"


def test_numbers_of_notes_are_no_words_but_raised_figures_are() -> None:
    body = "<p>12 States<sup><a href='#n1'>[1]</a></sup> cleared 5 km<sup>2</sup> by the 3<sup>rd</sup>.</p>"
    assert page(body) == "12 States cleared 5 km2 by the 3rd.\n"


@pytest.mark.parametrize(
    ("encoding", "words"),
    [
        ("iso-8859-2", "Łódź"),
        ("windows-1251", "Повестка дня"),
        ("koi8-r", "Повестка дня"),
        ("gbk", "会议记录 乗亅 议程"),
    ],
)
def test_a_page_says_how_it_is_encoded(encoding: str, words: str) -> None:
    data = f'<html><head><meta charset="{encoding}"></head><body>{words}</body></html>'.encode(encoding)
    assert extract(data, name="a.html").text == f"{words}\n"


@pytest.mark.parametrize("encoding", ["koi8-r", "windows-1251", "shift-jis"])
def test_a_letter_says_how_its_parts_are_encoded(encoding: str) -> None:
    words = "議事録です 一二三" if encoding == "shift-jis" else "Повестка дня, Ђ"
    head = f"From: a@example.org\nTo: b@example.org\nContent-Type: text/plain; charset={encoding}\n\n"
    data = head.encode() + words.encode(encoding, "ignore")
    assert extract(data, name="a.eml").text == words.encode(encoding, "ignore").decode(encoding)


def letter(body: str, *, html: str = "", files: dict[str, bytes] | None = None) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Minutes"
    if body:
        message.set_content(body, cte="quoted-printable", charset="iso-8859-1")
    if html:
        message.add_alternative(html, subtype="html")
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def test_the_body_of_a_letter() -> None:
    found = extract(letter("Décision: reporter la réunion.\n"), name="a.eml")
    assert (found.text, found.media_type) == ("Décision: reporter la réunion.\n", "message/rfc822")


def test_a_letter_with_nothing_but_a_page() -> None:
    found = extract(letter("", html="<html><body><h1>Minutes</h1><p>Text</p></body></html>"), name="a.eml")
    assert (found.text, [mark.kind for mark in found.marks]) == ("Minutes\n\nText\n", ["heading"])


def test_a_long_letter_is_the_document_and_its_attachment_is_named() -> None:
    found = extract(letter(as_txt(SAMPLE).replace("’", "'").replace("–", "-"), files={"m.docx": b"x"}), name="a.eml")
    assert found.text.split()[:3] == ["Minutes", "of", "the"]
    assert found.warnings == ("the attachment m.docx was not read",)


def test_of_several_attachments_the_one_with_the_most_text_is_read() -> None:
    files = {"agenda.txt": b"1. Opening\n", "minutes.docx": as_docx(SAMPLE), "logo.docx": b"\x00broken"}
    found = extract(letter("See attached.\n", files=files), name="a.eml")
    assert found.text == as_txt(SAMPLE)
    assert found.warnings == (
        "read the attachment minutes.docx: the message is only a cover note",
        "the attachment agenda.txt was not read",
        "logo.docx: not a document that can be read: binary data",
    )


def test_a_letter_in_a_letter_is_opened_but_not_for_ever() -> None:
    inner = as_eml(SAMPLE, attached=("m.docx", as_docx(SAMPLE)))
    assert extract(as_eml(SAMPLE, attached=("inner.eml", inner)), name="a.eml").text == as_txt(SAMPLE)
    for _ in range(3):
        inner = as_eml(SAMPLE, attached=("inner.eml", inner))
    with pytest.raises(NotADocument, match="a letter in a letter"):
        extract(inner, name="a.eml")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_letters_that_were_saved_as_text(encoding: str) -> None:
    assert extract(as_eml(SAMPLE).decode().encode(encoding), name="a.eml").text == as_txt(SAMPLE)


def test_an_attachment_without_a_name_is_known_by_its_kind() -> None:
    data = letter("See attached.\n", files={"m.docx": as_docx(SAMPLE)})
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    data = data.replace(b"application/octet-stream", kind).replace(b' filename="m.docx"', b"")
    found = extract(data, name="a.eml")
    assert found.text == as_txt(SAMPLE)
    assert found.warnings == ("read the attachment attachment.docx: the message is only a cover note",)


def test_parts_of_a_letter_stand_apart() -> None:
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "c@example.org", "a@example.org", "Minutes"
    inner.set_content("1. Opening\n")
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.org", "b@example.org", "Fwd"
    message.set_content("For information.\n")
    message.add_attachment(inner)
    assert extract(message.as_bytes(), name="a.eml").text == "For information.\n\n1. Opening\n"
