"""A site with a letter to States, seen from outside: what is taken, kept and said of it."""

from __future__ import annotations

from collections import Counter
from email import message_from_bytes
from email.policy import default as modern
from pathlib import Path
from typing import NamedTuple

from tests.cli.letter_steps import LANGUAGES
from tests.cli.mail_site import MailSite
from tests.cli.stored import contents_of, rows_of
from tests.factories.mail import Postbox

REFERENCE = "CCM/L/2016/1"
NUMBERS = sorted(f"{REFERENCE}-{iso3}" for states in LANGUAGES.values() for iso3 in states)
ALL = Counter(
    [(number, f"mission@{number[-3:].casefold()}.example") for number in NUMBERS]
    + [(f"{REFERENCE}-ZMB", "capital@zmb.example")]
)
"""Every copy with each address that it goes to."""

COPIES = """
    select c.iso3, c.docx_id, c.pdf_id, d.name, p.name, d.content, p.content from corcom_lettercopy c
    left join corcom_storedfile d on d.id = c.docx_id left join corcom_storedfile p on p.id = c.pdf_id
    where c.letter_id = 1 order by c.iso3"""
OUTBOX = """
    select m.id, m.subject, m.recipient, a.outcome, a.handed_at is not null, a.settled_as
    from corcom_outgoingmessage m left join corcom_messageattempt a on a.id = m.last_attempt_id
    where m.about_kind = 'letter' order by m.id"""


class Uncertain(NamedTuple):
    """A message of which it is not known whether it arrived, with the number of the copy that it carries."""

    message: int
    copy: str
    recipient: str
    subject: str


def run(step: str, *words: object) -> str:
    """The code that takes one of the steps of `letter_steps.py`."""
    given = ", ".join(map(repr, words))
    return f"import django; django.setup(); from tests.cli.letter_steps import {step}; {step}({given})"


def number_in(subject: str) -> str:
    """The number of a copy in a subject, which ends with it."""
    return subject.rpartition("(")[2].rstrip(")")


def taken(box: Postbox) -> Counter[tuple[str, str]]:
    """How often the server took which copy for which address; the paper within has the same number."""
    found: Counter[tuple[str, str]] = Counter()
    for recipient, content in box.received:
        message = message_from_bytes(content, policy=modern)
        number = number_in(message["Subject"])
        assert [part.get_filename() for part in message.iter_attachments()] == [number.replace("/", "-") + ".pdf"]
        found[number, recipient] += 1
    return found


def sent(site: MailSite) -> list[tuple[str, str]]:
    """The copies of which the server confirmed to us that it took them."""
    return [(number_in(subject), to) for _, subject, to, outcome, *_ in site.rows(OUTBOX) if outcome == "sent"]


def uncertain(site: MailSite) -> list[Uncertain]:
    """What was handed over without an answer."""
    return [
        Uncertain(message, number_in(subject), to, subject)
        for message, subject, to, outcome, is_handed, settled_as in site.rows(OUTBOX)
        if outcome in {"", "unclear"} and is_handed and not settled_as
    ]


def standing(site: MailSite) -> tuple[list[str], int | None, int, int, int]:
    """The steps of the letter, its number, how many copies have words, how many messages there are and wait to be sent."""
    steps = [kind for (kind,) in site.rows("select kind from corcom_letterstep where letter_id = 1 order by id")]
    number = next((number for (number,) in site.rows("select position from corcom_stateletter where id = 1")), None)
    ((worded,),) = site.rows("select count(*) from corcom_lettercopy where letter_id = 1 and words != '{}'")
    ((messages, waiting),) = site.rows("select count(*), count(due_at) from corcom_outgoingmessage")
    return steps, number, worded, messages, waiting


def kept(site: MailSite) -> dict[str, tuple[int, int]]:
    """The numbers of both files of each copy that is made; none is half made, and every file is whole and in its place."""
    rows_of(site)  # which looks whether the database is sound
    found, contents = {}, contents_of(site)
    for iso3, docx, pdf, docx_name, pdf_name, *places in site.rows(COPIES):
        assert (docx is None) == (pdf is None)
        if docx is None:
            continue
        found[iso3] = (docx, pdf)
        name = f"{REFERENCE}-{iso3}".replace("/", "-")
        assert (docx_name, pdf_name) == (f"{name}.docx", f"{name}.pdf")
        assert [contents[place] for place in places] == [Path(place).name for place in places]
    return found
