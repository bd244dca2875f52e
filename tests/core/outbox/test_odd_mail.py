"""What is odd about a message that came in is said, and never stops the reading."""

from __future__ import annotations

from email.message import EmailMessage

from tests.factories.answers import an_answer, nested

from corcom.outbox.domain.incoming import IncomingText, read_incoming


def said(read: IncomingText) -> list[str]:
    return [str(words) for words in read.not_read]


def test_forty_attachments_are_named_and_counted() -> None:
    read = read_incoming(an_answer(attachments=40), name="a.eml")
    assert (len(read.attachments), read.attachments[-1]) == (40, "annex-39.pdf")
    assert said(read) == ["It has 40 attachments; the original has all of them."]
    assert read.text.strip() == "We shall report in May."
    assert said(read_incoming(an_answer(attachments=2), name="a.eml")) == []


def test_names_that_point_into_folders_or_have_no_end_are_made_plain() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@zambia.example", "Annexes"
    mail.set_content("Attached.")
    for name in ("../../etc/x.pdf", "..\\x.doc", "n" * 400 + ".pdf"):
        mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="octet-stream", filename=name)
    read = read_incoming(mail.as_bytes(), name="a.eml")
    assert {name[:8] for name in read.attachments} == {"etc_x.pd", "x.doc", "nnnnnnnn"}
    assert sorted(map(len, read.attachments)) == [5, 9, 255]
    assert [name[-4:] for name in read.attachments if len(name) == 255] == [".pdf"]
    assert said(read) == [
        "The name of an attachment pointed into folders; only its last part is shown.",
        "The name of an attachment was cut at 255 characters.",
    ]


def test_letters_in_letters_are_read_or_said_to_be_too_deep() -> None:
    read = read_incoming(nested(40), name="a.eml")
    assert (read.sender, read.text.strip()) == ("a@zambia.example", "The last words.")
    assert said(read) == ["Letters are laid into each other, 40 deep; their words stand together."]
    deep = read_incoming(nested(3000), name="a.eml")
    assert (deep.sender, deep.subject, deep.text) == ("a@zambia.example", "Fwd", "")
    assert said(deep) == ["It could not be taken apart into words and attachments; only its headers were read."]


def test_endless_words_are_cut_and_it_is_said() -> None:
    read = read_incoming(an_answer(text="word " * 30_000), name="a.eml")
    assert (len(read.text), said(read)) == (100_000, ["Only its first 100000 characters are shown."])
