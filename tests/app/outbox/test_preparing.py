from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries as AssertQueries
from tests.factories.mail import mail_settings
from tests.factories.messages import DRAFT, clerk, prepared
from tests.factories.rows import AT, new_file

from corcom.documents.queries import NoSuchFile
from corcom.outbox.actions import NoSender, NothingChosen, TooLarge, prepare_messages
from corcom.outbox.domain.draft import AttachmentFile, Draft
from corcom.outbox.domain.draft_checks import AddressRefused, DraftRefused, HeaderRefused
from corcom.outbox.models import MessageAttachment, OutgoingMessage
from corcom.outbox.queries import whole_message


def prepare(*drafts: Draft, **changes: Any) -> list[OutgoingMessage]:
    return prepare_messages(drafts=drafts, mail=mail_settings(**changes), by=clerk(), at=AT)


def test_each_message_has_a_name_of_its_own_and_all_of_them_a_batch() -> None:
    rows = prepare(*[replace(DRAFT, recipient=f"mission{n}@state.example") for n in range(3)])
    assert len({row.message_id for row in rows}) == len({row.token for row in rows}) == 3
    assert len({row.batch for row in rows}) == 1
    assert [row.message_id for row in rows] == [f"<{row.token}@corcom.example>" for row in rows]


def test_answers_and_reports_go_to_addresses_that_carry_the_token_where_the_server_knows_such() -> None:
    plain = prepare(DRAFT, replies="answers@corcom.example")[0]
    assert (plain.reply_to, plain.bounces_to) == ("answers@corcom.example", "answers@corcom.example")
    plus = prepare(DRAFT, plus=True, bounces="bounces@corcom.example")[0]
    assert (plus.reply_to, plus.bounces_to) == (
        f"isu+{plus.token}@corcom.example",
        f"bounces+{plus.token}@corcom.example",
    )


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("subject", "Letter\r\nBcc: everybody@example.org", HeaderRefused),
        ("subject", "Letter\nBcc: everybody@example.org", HeaderRefused),
        ("subject", "Letter\u2028Bcc: everybody@example.org", HeaderRefused),
        ("recipient_name", "Zambia\r\n\r\n<script>", HeaderRefused),
        ("recipient", "mission@zambia.example\nBcc: a@example.org", HeaderRefused),
        ("reply_to", "a@example.org\r\nX: y", HeaderRefused),
        ("in_reply_to", "<a@b>\r\nX: y", HeaderRefused),
        ("unsubscribe", "https://example.org/\r\nX: y", HeaderRefused),
        ("recipient", "mission", AddressRefused),
        ("recipient", "mission@", AddressRefused),
        ("recipient", "a@example.org, b@example.org", AddressRefused),
        ("recipient", "mission@zambia .example", AddressRefused),
        ("recipient", "émission@zambia.example", AddressRefused),
        ("reply_to", "nobody", AddressRefused),
        ("in_reply_to", "no identifier", DraftRefused),
        ("references", ("<a@b> <c@d>",), DraftRefused),
        ("unsubscribe", "javascript:alert(1)", DraftRefused),
        ("kind", "Letter!", DraftRefused),
        ("kind", "", DraftRefused),
        ("subject", "  ", DraftRefused),
        ("subject", "x" * 1001, DraftRefused),
        ("text", "", DraftRefused),
        ("text", "a\x00b", DraftRefused),
        ("html", "a\ud800b", DraftRefused),
    ],
)
def test_what_would_make_a_wrong_message_is_refused_with_its_field(
    field: str, value: Any, kind: type[DraftRefused]
) -> None:
    with pytest.raises(DraftRefused) as refused:
        prepare(DRAFT, replace(DRAFT, **{field: value}))
    assert (type(refused.value), refused.value.field) == (kind, field)
    assert OutgoingMessage.objects.count() == 0


def test_a_domain_may_be_written_in_any_script() -> None:
    rows = prepare(
        *[replace(DRAFT, recipient=f"mission@{name}") for name in ("bücher.example", "外交部.example", "[192.0.2.1]")]
    )
    assert [row.recipient for row in rows] == [
        "mission@bücher.example",
        "mission@外交部.example",
        "mission@[192.0.2.1]",
    ]


def test_attachments_are_files_that_are_stored_and_have_names() -> None:
    file = new_file(name="report.pdf")
    row = prepared(attachments=(AttachmentFile(file=file.pk), AttachmentFile(file=file.pk, name="التقرير.pdf")))
    assert [each.name for each in whole_message(number=row.pk, now=AT).attachments] == ["report.pdf", "التقرير.pdf"]
    with pytest.raises(NoSuchFile):
        prepared(attachments=(AttachmentFile(file=file.pk + 1),))
    with pytest.raises(HeaderRefused):
        prepared(attachments=(AttachmentFile(file=file.pk, name="a\nb.pdf"),))
    assert MessageAttachment.objects.count() == 2


def test_what_is_too_large_to_send_is_refused() -> None:
    file = new_file(size=19_000_000)
    with pytest.raises(TooLarge) as refused:
        prepared(attachments=(AttachmentFile(file=file.pk),))
    assert refused.value.largest == 25_000_000


def test_without_a_sender_or_without_drafts_nothing_is_prepared() -> None:
    with pytest.raises(NoSender):
        prepare(DRAFT, sender="")
    with pytest.raises(NothingChosen):
        prepare()
    with pytest.raises(HeaderRefused):
        prepare(DRAFT, sender_name="ISU\nBcc: a@example.org")


def test_a_hundred_and_twenty_take_hardly_more_queries_than_one(
    django_assert_num_queries: AssertQueries, engine: str
) -> None:
    by, file = clerk(), new_file()
    attached = (AttachmentFile(file=file.pk),)
    # SQLite takes a thousand values at a time.
    for count, queries in ((1, 5), (120, 5 if engine == "postgresql" else 8)):
        drafts = [replace(DRAFT, attachments=attached)] * count
        with django_assert_num_queries(queries):
            prepare_messages(drafts=drafts, mail=mail_settings(), by=by, at=AT)
