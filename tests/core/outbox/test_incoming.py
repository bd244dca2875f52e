from __future__ import annotations

from datetime import UTC, datetime

import pytest
from tests.factories.answers import a_report, an_answer, an_old_bounce

from corcom.outbox.domain.bounces import Bounce
from corcom.outbox.domain.incoming import is_message, read_incoming

OURS = "<0123456789abcdef01234567@corcom.example>"


def test_an_answer_says_whose_it_is_and_what_it_answers() -> None:
    read = read_incoming(
        an_answer(
            sender="=?utf-8?b?2LPZgdmK2LHYqQ==?= <mission@zambia.example>",
            subject="Re: Rapport – été",
            headers={"In-Reply-To": OURS, "References": f"<first@corcom.example> {OURS}"},
            attachments=2,
        ),
        name="answer.eml",
    )
    assert (read.kind, read.sender, read.sender_name) == ("reply", "mission@zambia.example", "سفيرة")
    assert (read.subject, read.text.strip()) == ("Re: Rapport – été", "We shall report in May.")
    assert read.sent_at == datetime(2016, 5, 3, 8, 15, tzinfo=UTC)
    assert (read.in_reply_to, read.references) == ((OURS,), (OURS, "<first@corcom.example>"))
    assert (read.message_id, read.attachments) == ("<answer-1@zambia.example>", ("annex-0.pdf", "annex-1.pdf"))


def test_the_token_of_a_plus_address_is_found_in_every_header_of_the_way() -> None:
    word = OURS[1:25]
    for header in ("Cc", "Delivered-To", "X-Original-To"):
        read = read_incoming(an_answer(headers={header: f"ISU <isu+{word}@corcom.example>"}), name="a.eml")
        assert read.tokens == (word,)
    assert read_incoming(an_answer(to=f"isu+{word}@corcom.example"), name="a.eml").tokens == (word,)


@pytest.mark.parametrize("original", ["text/rfc822-headers", "message/rfc822"])
def test_a_report_names_the_message_and_why(original: str) -> None:
    read = read_incoming(a_report(OURS, original=original), name="a.eml")
    assert read.kind == "bounce"
    assert read.bounce == Bounce(
        recipient="mission@zambia.example",
        code="5.1.1",
        said="550 5.1.1 <mission@zambia.example>: Recipient address rejected: User unknown",
        of=OURS,
    )


def test_a_delay_is_no_failure_and_a_receipt_is_neither() -> None:
    delay = read_incoming(a_report(OURS, action="delayed"), name="a.eml")
    assert (delay.kind, delay.bounce and delay.bounce.is_delay) == ("delay", True)
    receipt = read_incoming(a_report(OURS, action="delivered").replace(b"MAILER-DAEMON", b"notes"), name="a.eml")
    assert (receipt.kind, receipt.bounce) == ("automatic", None)


def test_a_bounce_of_an_old_program_is_known_by_its_sender() -> None:
    read = read_incoming(an_old_bounce(OURS), name="a.eml")
    assert (read.kind, read.bounce and (read.bounce.of, read.bounce.code)) == ("bounce", (OURS, "5.2.2"))


@pytest.mark.parametrize(
    ("subject", "headers", "kind"),
    [
        ("Re: letter", {"Auto-Submitted": "auto-replied"}, "automatic"),
        ("Re: letter", {"Auto-Submitted": "no"}, "reply"),
        ("Re: letter", {"X-Autoreply": "yes"}, "automatic"),
        ("Re: letter", {"Precedence": "auto_reply"}, "automatic"),
        ("Automatic reply: letter", {}, "automatic"),
        ("Réponse automatique : lettre", {}, "automatic"),
        ("自动回复: 透明度报告", {}, "automatic"),
        ("رد تلقائي: التقرير", {}, "automatic"),
        ("Re: the automatic reply that I got", {}, "reply"),
        ("Re: letter", {"Precedence": "bulk"}, "reply"),
    ],
)
def test_who_wrote_it(subject: str, headers: dict[str, str], kind: str) -> None:
    assert read_incoming(an_answer(subject=subject, headers=headers), name="a.eml").kind == kind


def test_an_answer_in_html_alone_is_read_as_text() -> None:
    mail = (
        b"From: a@example.org\r\nTo: b@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        b"<html><head><style>p{}</style></head><body><p>We shall</p><script>alert(1)</script><p>report.</p></body></html>"
    )
    assert read_incoming(mail, name="a.eml").text.split() == ["We", "shall", "report."]


@pytest.mark.parametrize(
    "data",
    [
        b"From: \xff\xfe <a@b\r\nTo: =?utf-8?b?!!!?=\r\nDate: never\r\nMessage-ID: <>\r\nSubject: =?nowhere?q?x?=\r\n\r\n\xff",
        b"From: a@b\nTo: c\nContent-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n\n--x--",
        b"From: a@b\nTo: c\nContent-Type: multipart/mixed\n\nno boundary",
        b"From: a@b\nTo: c\nContent-Type: text/plain; charset=nowhere\nContent-Transfer-Encoding: base64\n\n!!!",
        b"From: a@b\nTo: c\nDate: Mon, 99 May 99999 99:99:99 +9999\n\n",
    ],
)
def test_a_malformed_message_is_read_as_far_as_it_goes(data: bytes) -> None:
    assert is_message(data)
    assert read_incoming(data, name="a.eml").sent_at is None


def test_forty_attachments_are_named_and_of_two_hundred_the_first() -> None:
    assert len(read_incoming(an_answer(attachments=40), name="a.eml").attachments) == 40
    # The text is the first of the hundred parts that are looked at; the original has them all.
    assert len(read_incoming(an_answer(attachments=200), name="a.eml").attachments) == 99


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04" + bytes(100), b"Only one: header\n\ntext", b"<html></html>", b"\n\n"]
)
def test_what_is_no_message_is_known(data: bytes) -> None:
    assert not is_message(data)
