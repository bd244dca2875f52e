from __future__ import annotations

from datetime import timedelta

import pytest
from tests.factories.answers import an_answer
from tests.factories.consultations import AFTER, BEFORE, CLOSES, TEXT, circulated
from tests.factories.mail import mail_settings

from corcom.access.models import User
from corcom.access.queries import link_of
from corcom.consultation import actions, queries
from corcom.consultation.actions import LettersPrepared
from corcom.consultation.domain.comments import GENERAL, NO_COMMENTS, Comment, CommentRefused, Place
from corcom.consultation.domain.letters import LetterKind
from corcom.directory.actions import record_entries
from corcom.directory.domain.people import Affiliation, ContactPoint, Entry
from corcom.kernel.wording import ENGLISH
from corcom.outbox.actions import cancel_messages, receive_message
from corcom.outbox.domain.writing import Writing
from corcom.outbox.models import OutgoingMessage

WRITING = Writing(
    mail=mail_settings(), address=lambda link: f"https://here.example/?key={link.token}", wording=lambda _code: ENGLISH
)


@pytest.fixture(autouse=True)
def _addresses(officer: User) -> None:
    """Austria has two addresses for letters and a general one, Zambia a general one, Norway none."""
    known = [("AUT", "letters", "one"), ("AUT", "letters", "two"), ("AUT", "general", "all"), ("ZMB", "general", "all")]
    entries = [
        Entry(
            person=None,
            affiliations=(Affiliation(delegation=code),),
            contacts=(ContactPoint(value=f"{name}@{code.lower()}.example", purpose=purpose),),  # type: ignore[arg-type]  # a table of purposes
        )
        for code, purpose, name in known
    ]
    record_entries(entries=entries, at=BEFORE)


def prepare(number: int, kind: LetterKind, officer: User, *, late: bool = False) -> LettersPrepared:
    at = AFTER if late else BEFORE
    return actions.prepare_letters(
        number=number,
        kind=kind,
        writing=WRITING,
        by=officer,
        at=at,
    )


def recipients(kind: str) -> list[str]:
    rows = OutgoingMessage.objects.filter(kind=f"consultation_{kind}").order_by("pk")
    return [row.recipient for row in rows]


def test_each_delegation_is_written_to_once_with_its_own_link(officer: User) -> None:
    number = circulated(officer, note="Please look at paragraph 3.").number
    assert prepare(number, "circulated", officer) == LettersPrepared(count=3, without_address=("NOR",))
    assert recipients("circulated") == ["one@aut.example", "two@aut.example", "all@zmb.example"]
    row = OutgoingMessage.objects.get(recipient="all@zmb.example")
    assert (row.turn, row.subject) == (
        "prepared",
        "Minutes of 28 April 2016: comments until 20 May 2016, 18:00 (Europe/Zurich)",
    )
    token = row.text.partition("?key=")[2].split()[0]
    assert link_of(token=token, purpose="comments", at=BEFORE).party == "ZMB"
    assert row.text == (
        "To the delegation of Zambia\n\n"
        "The following text is circulated: “Minutes of 28 April 2016”.\n\n"
        "Please look at paragraph 3.\n\n"
        "Comments and proposed wording are taken until 20 May 2016, 18:00 (Europe/Zurich).\n\n"
        f"The text, and the place for your comments, without an account: https://here.example/?key={token}\n\n"
        "You can also answer this message. Begin each comment with its paragraph, such as “Paragraph 3: should read: …”.\n"
    )
    assert prepare(number, "circulated", officer) == LettersPrepared(count=0, without_address=("NOR",))
    cancel_messages(messages=[row.pk], by=officer, at=BEFORE)
    assert prepare(number, "circulated", officer).count == 1


def test_reminders_go_to_those_alone_who_have_not_answered(officer: User) -> None:
    number = circulated(officer).number
    actions.say_no_comments(number=number, party="AUT", at=BEFORE)
    assert prepare(number, "reminder", officer) == LettersPrepared(count=1, without_address=("NOR",))
    assert recipients("reminder") == ["all@zmb.example"]
    with pytest.raises(actions.ConsultationClosed):
        prepare(number, "reminder", officer, late=True)


def test_under_silence_reminders_go_to_all_whoever_objected(officer: User) -> None:
    number = circulated(officer, procedure="silence").number
    actions.object_to(number=number, party="AUT", text="No.", at=BEFORE)
    assert prepare(number, "reminder", officer).count == 3
    assert "please do not object by e-mail" in OutgoingMessage.objects.get(recipient="all@zmb.example").text


def test_the_outcome_of_silence_is_told_after_the_deadline(officer: User) -> None:
    number = circulated(officer, procedure="silence").number
    actions.object_to(number=number, party="AUT", text="No.", at=BEFORE)
    with pytest.raises(actions.ConsultationOpen):
        prepare(number, "outcome", officer)
    assert prepare(number, "outcome", officer, late=True).count == 3
    text = OutgoingMessage.objects.get(recipient="all@zmb.example").text
    assert text.split("\n\n")[1] == (
        "“Minutes of 28 April 2016” is not approved. Objections were made by 20 May 2016, 18:00 (Europe/Zurich) by: Austria."
    )


def test_silence_that_nobody_broke_is_told(officer: User) -> None:
    number = circulated(officer, procedure="silence").number
    prepare(number, "outcome", officer, late=True)
    text = OutgoingMessage.objects.get(recipient="all@zmb.example").text
    assert text.split("\n\n")[1] == (
        "No delegation objected to “Minutes of 28 April 2016” by 20 May 2016, 18:00 (Europe/Zurich). It is approved."
    )


def test_an_extension_is_told_once_with_its_reason(officer: User) -> None:
    number = circulated(officer).number
    later = CLOSES + timedelta(days=7)
    actions.extend_deadline(number=number, closes_at=later, reason="Holidays", by=officer, at=BEFORE)
    assert [prepare(number, "extended", officer).count for _ in range(2)] == [3, 0]
    row = OutgoingMessage.objects.get(recipient="all@zmb.example")
    assert row.text.split("\n\n")[1:3] == [
        "The deadline for “Minutes of 28 April 2016” is extended to 27 May 2016, 18:00 (Europe/Zurich).",
        "The reason: Holidays",
    ]
    token = row.text.partition("?key=")[2].split()[0]
    assert link_of(token=token, purpose="comments", at=BEFORE).ends_at == later + timedelta(days=90)


def answered(number: int, officer: User, text: str, *, late: bool = False) -> int:
    """Zambia answers the letter by e-mail."""
    prepare(number, "circulated", officer)
    row = OutgoingMessage.objects.get(recipient="all@zmb.example")
    content = an_answer(headers={"In-Reply-To": row.message_id}, text=text)
    at = AFTER if late else BEFORE
    return receive_message(content=content, name="answer.eml", largest=1_000_000, at=at).number


def test_an_answer_by_mail_files_itself_and_a_person_confirms_what_it_says(officer: User) -> None:
    number = circulated(officer).number
    reply = answered(number, officer, "Dear Anna,\nParagraph 2: fine.\nPara 3 should read: “By July.”\n")
    (told,) = queries.comment_replies(number)
    assert (told.party, told.reply.number, told.late, told.taken_by) == ("ZMB", reply, False, "")
    assert told.split.comments == (
        Comment(place=Place("at", "2"), text="fine."),
        Comment(place=Place("at", "3"), change="wording", wording="By July."),
    )
    kept = Comment(place=GENERAL, text="Thanks.")
    taken = [(told.split.comments[1], 0), (kept, 0)]
    actions.take_up_reply(number=number, reply=reply, comments=taken, by=officer, at=AFTER)
    made = queries.comments_on(number)
    assert [(each.party, each.comment, each.reply, each.recorded_by) for each in made] == [
        ("ZMB", kept, reply, "Anna Lindqvist"),
        ("ZMB", told.split.comments[1], reply, "Anna Lindqvist"),
    ]
    assert {each.at for each in made} == {BEFORE}
    assert queries.comment_replies(number)[0].taken_by == "Anna Lindqvist"
    with pytest.raises(actions.ReplyAlreadyTaken):
        actions.take_up_reply(number=number, reply=reply, comments=taken, by=officer, at=AFTER)
    with pytest.raises(actions.ReplyAlreadyTaken):
        actions.set_reply_aside(number=number, reply=reply, by=officer, at=AFTER)


def test_an_answer_that_says_that_there_are_none(officer: User) -> None:
    number = circulated(officer).number
    reply = answered(number, officer, "Zambia has no comments.", late=True)
    (told,) = queries.comment_replies(number)
    assert (told.late, told.split.comments) == (True, (Comment(place=NO_COMMENTS),))
    actions.take_up_reply(number=number, reply=reply, comments=[(told.split.comments[0], 0)], by=officer, at=AFTER)
    assert [each.no_comments for each in queries.answers(number)] == [False, True, False]


def test_an_answer_never_writes_over_what_the_delegation_said_on_the_page(officer: User) -> None:
    number = circulated(officer).number
    reply = answered(number, officer, "Paragraph 3: by July.")
    third = Place("at", "3")
    page = Comment(place=third, text="On the page.")
    actions.comment_on(number=number, party="ZMB", comment=page, version=0, at=BEFORE)
    mail = [(Comment(place=GENERAL, text="General."), 0), (Comment(place=third, text="By mail."), 0)]
    with pytest.raises(actions.CommentChanged):
        actions.take_up_reply(number=number, reply=reply, comments=mail, by=officer, at=AFTER)
    assert [each.comment for each in queries.comments_on(number)] == [page]
    wrong = [(Comment(place=Place("at", "99"), text="?"), 0)]
    with pytest.raises(CommentRefused):
        actions.take_up_reply(number=number, reply=reply, comments=wrong, by=officer, at=AFTER)
    assert queries.comment_replies(number)[0].taken_by == ""


def test_an_answer_is_set_aside(officer: User) -> None:
    number = circulated(officer).number
    reply = answered(number, officer, "Out for lunch.")
    other = circulated(officer, paragraphs=TEXT[:1]).number
    with pytest.raises(actions.NoSuchReply):
        actions.set_reply_aside(number=other, reply=reply, by=officer, at=BEFORE)
    actions.set_reply_aside(number=number, reply=reply, by=officer, at=BEFORE)
    assert [(each.is_aside, each.taken_by) for each in queries.comment_replies(number)] == [(True, "Anna Lindqvist")]
    assert queries.comments_on(number) == []
