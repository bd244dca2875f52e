from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corcom.outbox.domain.forming import formed
from corcom.outbox.domain.message import Attachment, Message

NAMES = (
    "",
    "Permanent Mission of Zambia",
    'O"Neil, (Jr.) <not an address>',
    "السيدة أحمد، سفيرة",
    "王毅 大使",
    "Ambassade de la République de Côte d’Ivoire auprès de l’Office des Nations Unies à Genève",
    "a" * 150,
    "=?utf-8?q?no?=",
)
SUBJECTS = (
    "Initial transparency report",
    "Lettre : " + "rappel été " * 20 + "fin",
    "تقرير الشفافية " * 12 + "النهائي",
    "关于集束弹药公约的透明度报告" * 9,
    "word " * 60 + "end",
    "x" * 990,
    "=?utf-8?q?no?=",
)


def message(**changes: Any) -> Message:
    own: dict[str, Any] = {
        "sender": "isu@corcom.example",
        "sender_name": "CCM Implementation Support Unit",
        "recipient": "mission@zambia.example",
        "subject": "Initial transparency report",
        "text": "Excellency,\n",
        "message_id": "<0123@corcom.example>",
        "token": "0123",
        "date": datetime(2016, 5, 2, 9, 30, tzinfo=UTC),
    }
    return Message(**{**own, **changes})


def read(data: bytes) -> EmailMessage:
    # On the wire: seven bits, lines that every server takes.
    assert data.isascii()
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\n" not in data.replace(b"\r\n", b"")
    mail = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(mail, EmailMessage)
    return mail


def address(data: bytes, header: str) -> tuple[str, str]:
    """As a program reads it that joins encoded words without a blank, as it must (RFC 2047, 6.2)."""
    name, bare = parseaddr(email.message_from_bytes(data)[header].replace("\r\n", ""))
    return str(make_header(decode_header(name))), bare


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_out_as_it_went_in(name: str) -> None:
    data = formed(message(recipient_name=name, sender_name=name))
    read(data)
    assert address(data, "to") == (name, "mission@zambia.example")
    assert address(data, "from") == (name, "isu@corcom.example")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_comes_out_as_it_went_in(subject: str) -> None:
    assert read(formed(message(subject=subject)))["subject"] == subject


@given(st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=300))
def test_any_subject_comes_out_as_it_went_in(words: str) -> None:
    subject = words.strip() or "x"
    raw = email.message_from_bytes(formed(message(subject=subject)))["subject"]
    assert str(make_header(decode_header(raw.replace("\r\n", "")))) == subject


def test_a_domain_in_another_script_is_written_as_servers_write_it() -> None:
    assert address(formed(message(recipient="mission@bücher.example")), "to") == ("", "mission@xn--bcher-kva.example")


def test_the_headers_of_a_letter() -> None:
    mail = read(formed(message(reply_to="answers@corcom.example", in_reply_to="<a@b>", references=("<a@b>", "<c@d>"))))
    assert {name: str(mail[name]) for name in mail} == {
        "From": "CCM Implementation Support Unit <isu@corcom.example>",
        "To": "mission@zambia.example",
        "Reply-To": "answers@corcom.example",
        "Subject": "Initial transparency report",
        "Date": "Mon, 02 May 2016 09:30:00 +0000",
        "Message-ID": "<0123@corcom.example>",
        "Content-Language": "en",
        "In-Reply-To": "<a@b>",
        "References": "<a@b> <c@d>",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "7bit",
        "MIME-Version": "1.0",
    }


def test_what_a_program_wrote_says_so_and_where_to_unsubscribe() -> None:
    mail = read(formed(message(is_automatic=True, unsubscribe="https://corcom.example/stop/0123")))
    assert (mail["Auto-Submitted"], mail["X-Auto-Response-Suppress"]) == ("auto-generated", "All")
    assert (mail["List-Unsubscribe"], mail["List-Unsubscribe-Post"]) == (
        "<https://corcom.example/stop/0123>",
        "List-Unsubscribe=One-Click",
    )
    by_mail = read(formed(message(unsubscribe="mailto:isu@corcom.example?subject=stop")))
    assert (by_mail["List-Unsubscribe"], by_mail["List-Unsubscribe-Post"]) == (
        "<mailto:isu@corcom.example?subject=stop>",
        None,
    )


def test_text_page_and_attachments_come_out_as_they_went_in() -> None:
    text = "Excellency,\r\n.\r\nFrom now on\n" + "long " * 500 + "\nتقرير الشفافية\n透明度报告"
    names = (
        "Rapport d’été – un très long nom de fichier qui ne tient pas sur une ligne.docx",
        "透明度报告.pdf",
        "letter.eml",
    )
    kinds = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "", "message/rfc822")
    attached = tuple(
        Attachment(name=name, media_type=kind, content=bytes(range(256)))
        for name, kind in zip(names, kinds, strict=True)
    )
    mail = read(formed(message(text=text, html="<p>Excellence, à bientôt</p>", attachments=attached)))
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    assert plain is not None
    assert page is not None
    assert plain.get_content().replace("\r\n", "\n") == text.replace("\r\n", "\n") + "\n"
    assert page.get_content().strip() == "<p>Excellence, à bientôt</p>"
    found = [
        (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        for part in mail.iter_attachments()
    ]
    assert found == [
        (names[0], kinds[0], bytes(range(256))),
        (names[1], "application/pdf", bytes(range(256))),
        (names[2], "application/octet-stream", bytes(range(256))),
    ]


def test_a_second_try_is_the_same_byte_for_byte() -> None:
    attached = (Attachment(name="a.pdf", media_type="application/pdf", content=b"%PDF"),)
    whole = message(html="<p>x</p>", attachments=attached)
    assert formed(whole) == formed(whole)
    assert formed(whole) != formed(replace(whole, token="4567"))  # noqa: S106  a word in an address
