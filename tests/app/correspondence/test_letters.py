from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default as modern

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.factories.letters import ENGLISH_WORDS, TERMS, WRITING, a_letter, addressed, approved, made, told
from tests.factories.mail import Postbox, mail_server, mail_settings
from tests.factories.messages import clerk
from tests.factories.register import the_register
from tests.factories.rows import AT

from corcom.correspondence.actions import (
    AnswerCame,
    AnswerInTheFuture,
    LetterChanged,
    LetterIncomplete,
    LetterStepRefused,
    NobodyToWriteTo,
    NoSuchCopy,
    WithoutReason,
    approve_letter,
    ask_again,
    change_letter,
    leave_out,
    make_copies,
    record_answer,
    reopen_letter,
    send_letter,
    set_language,
    strike_answer,
    take_in,
    withdraw_letter,
)
from corcom.correspondence.domain.letter_glyphs import GlyphPlace
from corcom.correspondence.domain.letter_lacks import LetterLack
from corcom.correspondence.models import LetterCopy
from corcom.correspondence.queries import letter_lines, letter_preview, letters_of_state
from corcom.directory.models import DirectoryContact
from corcom.documents.domain.official import NoGlyph
from corcom.outbox.domain.draft_checks import AddressRefused
from corcom.outbox.jobs import send_due
from corcom.outbox.models import OutgoingMessage

pytestmark = pytest.mark.django_db


def test_a_copy_says_what_is_known_of_its_state_in_its_language() -> None:
    the_register()
    number = a_letter("ZMB", "CIV", prefers={"CIV": "fr"})
    preview = letter_preview(number=number, writing=WRITING, day=AT.date())
    assert preview is not None
    assert preview.lacks == ()
    french, english = preview.copies["CIV"].words, preview.copies["ZMB"].words
    assert french is not None
    assert english is not None
    assert french.subject == "Rapport initial de transparence : Côte d'Ivoire"
    assert english.body.splitlines()[2] == "the initial report of Zambia was due on 30 May 2014."
    assert preview.copies["ZMB"].facts.bound_since == date(2010, 8, 1)
    assert preview.copies["ZMB"].addresses == ("mission@zmb.example",)


def test_approval_waits_for_what_is_missing_and_says_what() -> None:
    number = a_letter("ZMB", "NOR", "HRV", by_email=True, on_paper=False)
    ask_again(
        letter=number,
        addressees=[addressed("ZMB"), addressed("NOR", None), addressed("TCD")],
        prefers={},
        by=clerk(),
        at=AT,
    )
    set_language(letter=number, states=["ZMB"], language="es", by=clerk(), at=AT)
    with pytest.raises(LetterIncomplete) as caught:
        approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    assert [(lack.iso3, lack.kind, lack.what) for lack in caught.value.lacks] == [
        ("NOR", "value", "due_on"),
        ("TCD", "address", ""),
        ("ZMB", "words", "es"),
    ]
    assert told(number).state == "drafting"
    assert told(number).reference == ""
    leave_out(letter=number, states=["NOR", "TCD"], why="they reported by telephone", by=clerk(), at=AT)
    set_language(letter=number, states=["ZMB"], language="en", by=clerk(), at=AT)
    assert approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT) == "CCM/L/2016/1"
    assert [copy.iso3 for copy in told(number).going] == ["ZMB"]


def test_an_address_that_is_none_is_named_before_anything_is_settled() -> None:
    number = a_letter("ZMB", "NOR")
    DirectoryContact.objects.filter(delegation="NOR").update(value="mission at oslo")
    with pytest.raises(AddressRefused) as caught:
        approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    assert caught.value.value == "mission at oslo"
    assert (told(number).state, told(number).reference) == ("drafting", "")


def test_nobody_gets_a_letter_that_goes_to_nobody() -> None:
    number = a_letter("ZMB")
    leave_out(letter=number, states=["ZMB"], why="no", by=clerk(), at=AT)
    with pytest.raises(NobodyToWriteTo):
        approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    take_in(letter=number, states=["ZMB"], by=clerk(), at=AT)
    assert approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT) == "CCM/L/2016/1"


def test_numbers_run_through_the_year_and_are_not_given_again() -> None:
    first, second = approved(a_letter("ZMB")), a_letter("NOR")
    withdraw_letter(letter=first, why="written by mistake", by=clerk(), at=AT)
    approve_letter(letter=second, writing=WRITING, by=clerk(), at=AT)
    third = a_letter("HRV", dated=date(2017, 1, 3))
    approve_letter(letter=third, writing=WRITING, by=clerk(), at=AT)
    assert [told(each).reference for each in (first, second, third)] == [
        "CCM/L/2016/1",
        "CCM/L/2016/2",
        "CCM/L/2017/1",
    ]


def test_of_two_editors_the_second_is_told() -> None:
    number = a_letter("ZMB")
    change_letter(letter=number, terms=replace(TERMS, title="One"), revision=1, by=clerk(), at=AT)
    with pytest.raises(LetterChanged) as caught:
        change_letter(letter=number, terms=replace(TERMS, title="Other"), revision=1, by=clerk(), at=AT)
    assert (caught.value.revision, told(number).terms.title) == (2, "One")


def test_what_is_approved_is_changed_only_when_it_is_reopened_and_keeps_its_number() -> None:
    number = made(a_letter("ZMB"))
    with pytest.raises(LetterStepRefused):
        change_letter(letter=number, terms=TERMS, revision=1, by=clerk(), at=AT)
    with pytest.raises(WithoutReason):
        reopen_letter(letter=number, why=" ", by=clerk(), at=AT)
    reopen_letter(letter=number, why="a wrong day", by=clerk(), at=AT)
    assert told(number).going[0].pdf is None
    words = {"en": replace(ENGLISH_WORDS, body="Another one.")}
    change_letter(letter=number, terms=replace(TERMS, wordings=words), revision=1, by=clerk(), at=AT)
    assert approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT) == "CCM/L/2016/1"
    copy = told(number).going[0]
    assert copy.words is not None
    assert copy.words.body == "Another one."


def test_copies_are_made_a_few_at_a_time_and_each_once() -> None:
    number = approved(a_letter("ZMB", "NOR", "HRV"))
    assert make_copies(letter=number, writing=WRITING, by=clerk(), at=AT, many=2) == 1
    first = {copy.iso3: copy.pdf for copy in told(number).going}
    assert (told(number).state, sorted(iso3 for iso3, pdf in first.items() if pdf)) == ("approved", ["HRV", "NOR"])
    assert make_copies(letter=number, writing=WRITING, by=clerk(), at=AT + timedelta(minutes=1), many=2) == 0
    second = {copy.iso3: copy.pdf for copy in told(number).going}
    assert (told(number).state, second["HRV"], second["NOR"]) == ("made", first["HRV"], first["NOR"])


def test_both_files_of_a_copy_hold_its_words() -> None:
    number = made(a_letter("ZMB"))
    copy = LetterCopy.objects.select_related("docx", "pdf").get(letter=number)
    assert copy.docx is not None
    assert copy.pdf is not None
    assert (copy.docx.name, copy.pdf.name) == ("CCM-L-2016-1-ZMB.docx", "CCM-L-2016-1-ZMB.pdf")
    with copy.docx.content.open() as content:
        xml = zipfile.ZipFile(io.BytesIO(content.read())).read("word/document.xml").decode()
    assert [words in xml for words in ("CCM/L/2016/1-ZMB", "30 May 2014", "Ms. Sheila Example")] == [True] * 3
    with copy.pdf.content.open() as content:
        assert content.read(5) == b"%PDF-"


def test_a_letter_that_no_font_can_set_is_not_approved() -> None:
    words = {"en": replace(ENGLISH_WORDS, body="Excellency,\n\n\U00012000")}
    number = a_letter("ZMB", "NOR", wordings=words)
    with pytest.raises(LetterIncomplete) as caught:
        approve_letter(letter=number, writing=WRITING, by=clerk(), at=AT)
    place = GlyphPlace(language="en", part="body", line=3)
    assert caught.value.lacks == tuple(
        LetterLack(iso3=iso3, kind="glyph", what="\U00012000", place=place) for iso3 in ("NOR", "ZMB")
    )


def test_what_no_font_can_set_after_all_is_named_and_nothing_is_half_made() -> None:
    number = approved(a_letter("ZMB", "NOR"))
    # As it was approved before the approval looked at the fonts.
    LetterCopy.objects.filter(iso3="ZMB").update(words={"subject": "S", "body": "Excellency, \U00012000"})
    with pytest.raises(NoGlyph):
        make_copies(letter=number, writing=WRITING, by=clerk(), at=AT)
    assert [copy.docx for copy in told(number).going] == [None, None]
    assert told(number).state == "approved"


def test_a_letter_goes_out_once_to_every_address_with_its_pdf(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    number = made(a_letter("ZMB", "NOR"))
    post = Postbox()
    with mail_server(post) as server:
        mail = mail_settings(server)
        assert send_letter(letter=number, mail=mail, by=clerk(), at=AT) == 2
        with pytest.raises(LetterStepRefused):
            send_letter(letter=number, mail=mail, by=clerk(), at=AT)
        list(send_due(mail=mail, now=lambda: AT))
    assert sorted(post.recipients) == ["mission@nor.example", "mission@zmb.example"]
    taken = {to: message_from_bytes(content, policy=modern) for to, content in post.received}
    message = taken["mission@zmb.example"]
    assert message["Subject"] == "Initial transparency report of Zambia (CCM/L/2016/1-ZMB)"
    assert [part.get_filename() for part in message.iter_attachments()] == ["CCM-L-2016-1-ZMB.pdf"]
    with django_assert_num_queries(8):
        found = letters_of_state(iso3="ZMB", now=AT)
    assert [(copy.iso3, [line.state for line in copy.messages]) for copy in found[0].copies] == [("ZMB", ["sent"])]
    with django_assert_num_queries(8):
        lines = letter_lines(now=AT)
    assert [(one.state, one.going, one.answered, one.came_back, one.uncertain) for one in lines] == [
        ("sent", 2, 0, 0, 0)
    ]
    assert OutgoingMessage.objects.count() == 2


def test_an_answer_is_written_down_and_struck() -> None:
    number = made(a_letter("ZMB"))
    send_letter(letter=number, mail=mail_settings(), by=clerk(), at=AT)
    came = AnswerCame(received_on=date(2016, 5, 3), channel="letter", says="It comes in June.")
    with pytest.raises(AnswerInTheFuture):
        record_answer(letter=number, iso3="ZMB", came=came, day=date(2016, 5, 2), by=clerk(), at=AT)
    with pytest.raises(NoSuchCopy):
        record_answer(letter=number, iso3="NOR", came=came, day=date(2016, 5, 3), by=clerk(), at=AT)
    record_answer(letter=number, iso3="ZMB", came=came, day=date(2016, 5, 3), by=clerk(), at=AT)
    answer = told(number).answered[0].answers[0]
    assert (answer.on, answer.channel, answer.says) == (date(2016, 5, 3), "letter", "It comes in June.")
    assert answer.recorded is not None
    other = a_letter("NOR")
    strike_answer(letter=other, iso3="NOR", number=answer.recorded, why="of another State", at=AT)
    assert [len(copy.answers) for copy in told(number).answered] == [1]
    strike_answer(letter=number, iso3="ZMB", number=answer.recorded, why="of another State", at=AT)
    assert told(number).answered == ()
